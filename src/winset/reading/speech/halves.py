"""A speech over several paragraphs, of which only the last one has a closing mark."""

from __future__ import annotations

from winset.reading.speech.cues_after import cue_after
from winset.reading.speech.cues_around import paragraph_after
from winset.reading.speech.scene import Scene, Verdict

_MOST = 12
"""Paragraphs of one speech in which a speaker is looked for."""


def second_half(scene: Scene, place: int) -> Verdict | None:
    """The next paragraph of a speech whose first one has no closing mark."""
    if not scene.starts_paragraph(place) or not _carries_on(scene, place - 1):
        return None
    previous = scene.verdicts[-1]
    if previous.kind != "speech" or not previous.speaker:
        return None
    return Verdict("speech", "continuation", previous.mention, previous.speaker, previous.others)


def first_half(scene: Scene, place: int) -> Verdict | None:
    """A paragraph without a closing mark: who is named after the last paragraph of the speech."""
    if scene.verdicts and not scene.starts_paragraph(place):
        before = scene.top[place - 1]
        if before.paragraph == scene.top[place].paragraph and scene.verdicts[-1].speaker:
            return None  # the second part of a speech whose speaker is told
    last = place
    while last - place < _MOST and _carries_on(scene, last):
        last += 1
    if last == place:
        return None
    found = cue_after(scene, last) or paragraph_after(scene, last)
    if found is None or found.kind != "speech":
        return None
    return Verdict("speech", "continuation", found.mention, found.speaker, found.others)


def _carries_on(scene: Scene, place: int) -> bool:
    """Whether the quote at `place` is not closed and the next one opens the next paragraph."""
    if not 0 <= place < len(scene.top) - 1 or not scene.top[place].continues:
        return False
    return scene.top[place + 1].paragraph == scene.top[place].paragraph + 1
