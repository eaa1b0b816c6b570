"""Indirect speech: what somebody is reported to have said, by rules that seldom err."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from winset.reading.dating.timeline import Timeline
from winset.reading.people.actors import NameIndex
from winset.reading.people.apposition import apposed
from winset.reading.people.mentions import Mention, is_pronoun, person, words_of
from winset.reading.speech.antecedents import person_before
from winset.reading.speech.pointing import everyone, name_of, pointed_at
from winset.reading.speech.report_verbs import FORMS
from winset.reading.speech.reporters import POLLED, UNHEARD
from winset.reading.speech.reporting import told
from winset.reading.speech.scene import Scene
from winset.reading.speech.told_before import Told, leads_in
from winset.reading.suggestions import ReportSuggestion
from winset.reading.text.phrases import Sentence, holding, words_at
from winset.reading.text.tokens import MASK, Token
from winset.reading.text.words import ROLE_NOUNS

_ACCORDING = re.compile(r"[Aa]ccording to (?P<who>[^,;]{3,80}?)(?:,\s|[.]?\s*$|[.]\s)")
_SILENT = UNHEARD | POLLED
_CUES = FORMS.keys() | {"according"}
_LEADING = (":", ",", "—", "–")
_ENDING = (",", ";", "”", '"', "’", "'", "»")
_lower, _start = attrgetter("lower"), attrgetter("start")
_AT_ONCE = 60
_FEWEST, _PARTS = 5, 3
"""Words and stops that somebody's saying something takes; those of a quotation with its marks."""
_SHORTEST, _FEWEST_OWN, _BESIDE, _LONGEST_DATELINE = 4, 1, 16, 12
_CONFIDENCE = {
    "said that": 0.91,
    "said": 0.86,
    "said after": 0.95,
    "said amid": 0.86,
    "adding": 0.82,
    "according to": 0.88,
    "urged": 0.76,
    "promised": 0.7,
    "accused": 0.75,
    "denied": 0.75,
}
"""How often words and speaker were right: by marks of a corpus, the last four by a draw."""


def reports(
    scene: Scene, sentences: tuple[Sentence, ...], timeline: Timeline, names: NameIndex
) -> Iterator[ReportSuggestion]:
    """What each sentence reports in the writer's own words, though some of them be quoted."""
    for sentence in holding(sentences, _cues(scene, sentences)):
        words = scene.words(sentence.start, sentence.end)
        for one in _told(scene, sentence, words):
            speakers = _speakers(scene, words, one.mention)
            if speakers:
                yield _suggestion(scene, sentence, one, speakers, timeline, names)


def _cues(scene: Scene, sentences: tuple[Sentence, ...]) -> Iterator[int]:
    """Where verbs of speech and `according` stand; many sentences are looked through at once."""
    for first in range(0, len(sentences), _AT_ONCE):
        some = sentences[first : first + _AT_ONCE]
        words = scene.words(some[0].start, some[-1].end)
        yield from [word.start for word in words if word.lower in _CUES]


def _told(scene: Scene, sentence: Sentence, words: list[Token]) -> list[Told]:
    quotations = sum([word.text[0] == MASK for word in words])
    if len(words) - _PARTS * quotations < _FEWEST:
        return []
    end = _end(scene.masked, sentence)
    found = told(_after_dateline(words), end) or _according(scene, sentence, words, end)
    found = [_alone(words, one) for one in found]
    if not quotations:
        return [one for one in found if len(scene.text[one.start : one.end].split()) >= _SHORTEST]
    plain = (_without_speech(scene, words, one) for one in found)
    return [one for one in plain if _tells_itself(scene, words, one)]


def _after_dateline(words: list[Token]) -> list[Token]:
    """The words of a sentence after the place it was sent from: `ELMIRA, June 3 — The …`."""
    if len(words) < 2 or not words[0].text.isupper():
        return words
    dash = next((n for n, one in enumerate(words[:_LONGEST_DATELINE]) if one.text in "—–-:"), -1)
    return words[dash + 1 :]


def _alone(words: list[Token], found: Told) -> Told:
    """What is told up to who else says so, and to what the writer sets against it."""
    first = bisect_left(words, found.start, key=_start)
    for place in range(first + _SHORTEST, len(words) - 1):
        if words[place].start >= found.end:
            break
        after = words[place + 1]
        against = after.lower == "but" and words[place + 2 : place + 3]
        other = against and words[place + 2].is_capital
        if words[place].text in _ENDING and (after.lower == "according" or other):
            cut = words[place]
            return replace(found, end=cut.start if cut.text in ",;" else cut.end)
    return found


def _without_speech(scene: Scene, words: list[Token], found: Told) -> Told:
    """What is told up to a whole sentence quoted in it: `it had failed: “We are done.”`"""
    for place in range(bisect_left(words, found.start, key=_start) + 1, len(words) - 1):
        if words[place].start >= found.end:
            break
        led, inside = words[place - 1], words[place + 1]
        whole = inside.text[0] == MASK and scene.text[inside.start].isupper()
        if whole and led.text in _LEADING:
            return replace(found, end=led.start)
    return found


def _tells_itself(scene: Scene, words: list[Token], found: Told) -> bool:
    """Whether enough of what is told is in the writer's own words, though some be quoted."""
    first = bisect_left(words, found.start, key=_start)
    own = sum(word.is_word for word in words[first:] if word.end <= found.end)
    if own >= _SHORTEST:
        return True
    quoted = MASK in scene.masked[found.start : found.end]
    return quoted and own >= _FEWEST_OWN and words[first].is_word


def _speakers(scene: Scene, words: list[Token], mention: Mention) -> tuple[str, ...]:
    """Who reports, several where they speak together; none where a pronoun means nobody known."""
    if mention[0].lower in ("they", "it") and len(mention) == 1:
        return pointed_at(scene, mention[0])
    return tuple(_name(scene, words, one) for one in everyone(words, mention))


def _suggestion(
    scene: Scene,
    sentence: Sentence,
    found: Told,
    speakers: tuple[str, ...],
    timeline: Timeline,
    names: NameIndex,
) -> ReportSuggestion:
    before = found.start if found.start > sentence.start else sentence.end
    told = timeline.within(max(sentence.start, min(found.end, before - 1)), before)
    if found.start > sentence.start:
        told = timeline.within(sentence.start, found.start)
    speaker, *others = speakers
    return ReportSuggestion(
        found.start,
        found.end,
        words_at(scene.text, found.start, found.end),
        speaker,
        found.mention[0].start,
        found.mention[-1].end,
        told[0].edtf if told else "",
        found.rule,
        _CONFIDENCE[found.rule],
        names.actor(speaker),
        tuple(others),
    )


def _according(scene: Scene, sentence: Sentence, words: list[Token], end: int) -> list[Told]:
    """`According to the mayor, …`, or at the end of the sentence."""
    if "according" not in (lower := list(map(_lower, words))):
        return []
    place = lower.index("according")
    cue = _ACCORDING.match(scene.masked, words[place].start, sentence.end)
    if cue is None:
        return []
    who = scene.words(cue.start("who"), cue.end("who"))
    solid = any(word.is_capital or word.lower in ROLE_NOUNS for word in who)
    if not solid or any(word.lower in _SILENT for word in who):
        return []
    if leads_in(words[:place]):
        return [Told("according to", who, place, cue.end(), end)] if cue.end() < end else []
    comma = scene.masked.startswith(", ", cue.start() - 2)
    last = cue.start() - 2 if comma else cue.start()
    return [Told("according to", who, place, sentence.start, last)]


def _end(text: str, sentence: Sentence) -> int:
    end = sentence.end
    while end > sentence.start and (text[end - 1].isspace() or text[end - 1] in ".!?"):
        end -= 1
    return end


def _name(scene: Scene, words: list[Token], mention: Mention) -> str:
    if is_pronoun(mention):
        return person_before(scene, mention[0].start, mention) or words_of(mention)
    after = bisect_left(words, mention[-1].end, key=_start)
    beside = apposed(words[after : after + _BESIDE], mention)
    if person(beside) and not person(mention):
        return scene.full_name(person(beside))
    return name_of(scene, mention)
