"""Where an event took place, by the words of its clause; where and when a part was written."""

from __future__ import annotations

import re
from bisect import bisect_right

from winset.dates import Edtf
from winset.reading.happening.dated import Dated
from winset.reading.people.people import Named
from winset.reading.suggestions import PartSuggestion
from winset.reading.text.layout import DATELINE
from winset.reading.text.patterns import any_of
from winset.reading.text.states import ADJECTIVES, STATES
from winset.reading.text.words import MONTHS, WEEKDAYS

_SETTLEMENT = any_of("capital city town port resort village")
_PLACE = re.compile(
    r"\b(?:in|at|near|outside|aboard) (?:the )?"
    rf"(?:[\w-]+ (?:{_SETTLEMENT})(?: of)? |(?:{_SETTLEMENT}) (?:of )?)?"
    r"((?:[A-ZÀ-Þ][\w’'-]+)(?: (?:of |de |la )?[A-ZÀ-Þ][\w’'-]+){0,3})"
)
_NO_THING = any_of(
    "on in at to and for with by last this late early after before from as when where who that"
    " which was were is are has have had will or but about amid earlier during over next"
)
_OF_THINGS = re.compile(rf" (?!(?:{_NO_THING})\b)[a-z]+")
"""After a name that only says of which things it speaks: `in the Elmirian hills`."""
_NO_PLACE = re.compile(r"(?:The|A|An|His|Her|Its|Their)$|[A-Z][a-z]+[’']s$")
_HERE = re.compile(r"\bhere\b")
_DAY_WORDS = MONTHS.keys() | WEEKDAYS.keys()
_NEAR_PLACE, _HEAD = 24, 400


def place_of_event(text: str, found: Dated, named: tuple[Named, ...]) -> str:
    """The place named in the clause of an event, after its word or else before it."""
    people = {one.start for one in named if one.kind == "person"}
    word, day = found.happening, found.day
    last = found.end if word.kind != "statement" else max(word.end, day.end) + _NEAR_PLACE
    for start, end in ((word.start, min(last, found.end)), (found.start, word.start)):
        for match in _PLACE.finditer(text, start, end):
            name = without_day(match.group(1))
            if name and match.start(1) not in people and _is_place(text, name, match):
                return name.removesuffix("’s").removesuffix("'s")
    return ""


def without_day(name: str, person: bool = False) -> str:
    """A name without a day or month it ends in; a month may be the name of a person."""
    words = name.split()
    while words and words[-1].lower() in (WEEKDAYS if person else _DAY_WORDS):
        words.pop()
    return " ".join(words)


def _is_place(text: str, name: str, match: re.Match[str]) -> bool:
    """Whether a name after `in` or `at` is no adjective, owner or body."""
    first = name.partition(" ")[0]
    if _NO_PLACE.match(first) or name in ADJECTIVES or first in ADJECTIVES:
        return False
    if name.isupper() and name not in STATES:
        return False
    return not (" the " in match.group() and _OF_THINGS.match(text, match.end()))


class Written:
    """Where and when each part of a text was written: what `here` and `still to come` mean."""

    def __init__(self, text: str, parts: tuple[PartSuggestion, ...], date: Edtf) -> None:
        self._text, self._parts, self._date = text, parts, date
        self._starts = [part.start for part in parts]

    def date(self, place: int) -> Edtf:
        """The date of the part a place is in, or else of the document."""
        part = self._part(place)
        return part.date if part and part.date else self._date

    def place(self, start: int, end: int) -> str:
        """Where a part was written by its dateline, if text[start:end] says `here`."""
        part = self._part(start) if self._text.find("here", start, end) >= 0 else None
        if part is None or _HERE.search(self._text, start, end) is None:
            return ""
        line = DATELINE.search(self._text, part.start, min(part.end, part.start + _HEAD))
        return re.split(r"[,(—–]| -", line.group())[0].strip().title() if line else ""

    def _part(self, place: int) -> PartSuggestion | None:
        number = bisect_right(self._starts, place) - 1
        part = self._parts[number] if number >= 0 else None
        return part if part and place < part.end else None
