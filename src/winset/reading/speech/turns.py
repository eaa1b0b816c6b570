"""Turns of a transcript or an interview, which need no marks: `MR. ROE: We wait.`"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from winset.reading.people.actors import NameIndex
from winset.reading.speech.antecedents import person_before
from winset.reading.speech.scene import Scene
from winset.reading.suggestions import QuoteSuggestion
from winset.reading.text.layout import is_heading
from winset.reading.text.words import TITLES

_LABEL = re.compile(
    r"(?:[-–—•*] ?)?(?P<who>[A-ZÀ-Þ][\w.’'-]*"
    r"(?: (?:(?:of|de|van|von|al|bin) )?[A-ZÀ-Þ][\w.’'-]*){0,5})"
    r"(?P<role>, [^:,\n]{2,30})?(?: \([^)\n]{1,60}\))?:(?:\s+|$)"
)
_COLON, _start = re.compile(":"), attrgetter("start")
_ASKING = ("Q", "Question", "QUESTION")
_ANSWERING = ("A", "Answer", "ANSWER")
_FEWEST = 3
"""Turns of a transcript that are each another speaker's than the last."""
_REACH = 90
CONFIDENCE = 0.9


class _Turn(NamedTuple):
    """What one paragraph of a transcript holds: its words at [start, end) and whose they are."""

    start: int
    end: int
    label: str
    label_start: int
    label_end: int


def turns(scene: Scene, names: NameIndex) -> Iterator[QuoteSuggestion]:
    """Each paragraph spoken in a transcript, its questions of kind "question"; else nothing."""
    labels = _of_speakers(dict(_labels(scene)))
    changes = sum(_key(a) != _key(b) for a, b in pairwise(labels.values()))
    if changes + 1 < _FEWEST:
        return
    whole = _whole_names(scene, [match["who"] for match in labels.values()])
    asked = person_before(scene, min(match.start() for match in labels.values()))
    for turn in _spoken(scene, labels):
        question = turn.label in _ASKING
        speaker = "" if question else whole.get(turn.label, asked)
        yield QuoteSuggestion(
            turn.start,
            turn.end,
            scene.text[turn.start : turn.end],
            "question" if question else "speech",
            speaker or None,
            turn.label_start if speaker else None,
            turn.label_end if speaker else None,
            "turn",
            CONFIDENCE,
            names.actor(speaker) if speaker else "",
        )


def _labels(scene: Scene) -> Iterator[tuple[int, re.Match[str]]]:
    """The paragraphs that begin with somebody's name and a colon, by their number."""
    colons = [match.start() for match in _COLON.finditer(scene.text)]
    done = -1
    for colon in colons if len(colons) >= _FEWEST else ():
        number = bisect_right(scene.paragraphs, colon, key=_start) - 1
        paragraph = scene.paragraphs[number]
        if number == done or colon - paragraph.start > _REACH or number in scene.page:
            continue
        done = number
        label = _LABEL.match(scene.text, paragraph.start, paragraph.end)
        if label is not None:
            yield number, label


def _of_speakers(labels: dict[int, re.Match[str]]) -> dict[int, re.Match[str]]:
    """The labels that can be of speakers, where somebody has more than one turn; else none."""
    counts = Counter(map(_key, labels.values()))
    if not labels or max(counts.values()) == 1:
        return {}
    return {
        number: one
        for number, one in labels.items()
        if _untitled(one["who"]).isupper() or counts[_key(one)] > 1
    }


def _key(label: re.Match[str]) -> str:
    """What the labels of one speaker share: the last name in capitals, or `Q` or `A`."""
    last: str = label["who"].rpartition(" ")[2].upper()
    return last[0] if label["who"] in _ASKING + _ANSWERING else last


def _spoken(scene: Scene, labels: dict[int, re.Match[str]]) -> Iterator[_Turn]:
    """What stands after the labels, and the paragraphs without one that go on between them."""
    last = max(labels)
    label: re.Match[str] | None = None
    opened = False
    for number in range(min(labels), min(last + 2, len(scene.paragraphs))):
        paragraph = scene.paragraphs[number]
        mine = labels.get(number)
        label, start = mine or label, mine.end() if mine else paragraph.start
        words = start < paragraph.end
        aside = scene.text[start : start + 1] in ("(", "[", "*") or number in scene.page
        goes_on = number < last and not is_heading(scene.text, paragraph)
        if label and words and not aside and (mine or opened or goes_on):
            yield _Turn(start, paragraph.end, label["who"], *label.span("who"))
        opened = mine is not None and not words


def _whole_names(scene: Scene, labels: list[str]) -> dict[str, str]:
    """Each label with the fullest name the text has for it: `MR. ROE` with `Jane Roe`."""
    names = {label: _name(label) for label in labels if label not in _ASKING + _ANSWERING}
    longer = {name.rpartition(" ")[2]: name for name in names.values() if " " in name}
    scene.read_names()
    return {label: longer.get(name) or scene.full_name(name) for label, name in names.items()}


def _untitled(label: str) -> str:
    """A label without the titles it begins with: `President JANE ROE`."""
    words = label.split()
    while len(words) > 1 and words[0].rstrip(".").lower() in TITLES:
        words = words[1:]
    return " ".join(words)


def _name(label: str) -> str:
    """A label without titles, and in small letters where it was all in capitals."""
    name = _untitled(label)
    return name.title().replace("’S", "’s") if name.isupper() else name
