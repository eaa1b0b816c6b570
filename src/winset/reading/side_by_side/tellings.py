"""Sentences of several documents that tell one thing in like words, and are at odds about it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from winset.reading.dating.almanac import parsed
from winset.reading.pairing import sharing
from winset.reading.side_by_side.accounts import AccountSuggestion, Read
from winset.reading.text.words import MONTHS, WEEKDAYS

_WORD = re.compile(r"[^\W\d_]{4,}")
_NAME = re.compile(r"(?<=[a-z0-9,;] )[A-Z][\w’-]+")
_SHORT = "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mr Mrs Dr St Gen Sen Rep Gov Lt Col U.S"
_END = re.compile(
    r"\n|[.!?]" + "".join(rf"(?<!\b{word}\.)" for word in _SHORT.split()) + r"[\"”’)]*\s"
)
_DAYS = WEEKDAYS.keys() | MONTHS.keys()
STEM = 6
"""Letters that words are compared by."""
_REACH, _MOST_HOLDERS = 400, 60
"""Characters that a sentence reaches; sentences that may share a name, for more tell nothing."""
_start = attrgetter("start")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that gives a thing a value between two numbers, and what it is compared by.

    `days` are the first and last that it names, `told` is the day of its document.
    """

    document: str
    start: int
    end: int
    text: str
    thing: str
    value: str
    low: float
    high: float
    words: frozenset[str]
    names: frozenset[str]
    days: tuple[date, date] | None
    told: date | None

    def account(self, value: str) -> AccountSuggestion:
        """The sentence as one side of a difference."""
        return AccountSuggestion(self.document, self.start, self.end, self.text, value)


def telling(one: Read, place: Span, thing: str, low: float, high: float) -> Telling:
    """The sentence around the words at `place`, which are not compared themselves."""
    start, end = sentence_at(one.text, *place)
    value = " ".join(one.text[slice(*place)].split())
    rest = f"{one.text[start : place[0]]} {one.text[place[1] : end]}"
    words = frozenset(word[:STEM].casefold() for word in _WORD.findall(rest))
    names = frozenset(name.casefold() for name in _NAME.findall(one.text[start:end])) - _DAYS
    told = one.day.first if one.day is not None else None
    return Telling(
        one.document, start, end, one.text[start:end], thing, value, low, high, words, names,
        _days(one, start, end), told,
    )  # fmt: skip


def alike(a: Telling, b: Telling) -> float:
    """The share of the words of the shorter sentence that the longer has too."""
    return len(a.words & b.words) / max(min(len(a.words), len(b.words)), 1)


def at_odds(
    found: Iterable[Telling], may_be_one: Callable[[Telling, Telling], bool]
) -> Iterator[tuple[Telling, Telling]]:
    """Sentences of different documents with values that exclude each other, the most alike first.

    Each is set against one other at most, so that many reports of one event offer few.
    """
    tellings: dict[tuple[str, str], Telling] = {}
    for one in found:
        tellings.setdefault((f"{one.thing} {one.value}", one.text), one)
    pairs = [pair for pair in _pairs(list(tellings.values())) if may_be_one(*pair)]
    used: set[tuple[str, int]] = set()
    for a, b in sorted(pairs, key=lambda pair: -alike(*pair)):
        both = {(a.document, a.start), (b.document, b.start)}
        if not used & both:
            used |= both
            yield a, b


def _pairs(tellings: list[Telling]) -> list[tuple[Telling, Telling]]:
    """Those that share a name and a thing, and whose values cannot both be right."""
    keys = ([(one.thing, name) for name in one.names] for one in tellings)
    found = {(a, b) for a, b in sharing(keys, _MOST_HOLDERS) if _exclude(tellings[a], tellings[b])}
    return [(tellings[a], tellings[b]) for a, b in sorted(found)]


def _exclude(a: Telling, b: Telling) -> bool:
    return a.document != b.document and (a.low > b.high or b.low > a.high)


def sentence_at(text: str, start: int, end: int) -> Span:
    """The sentence around [start, end), as far as it reaches."""
    first = max(start - _REACH, 0)
    for stop in _END.finditer(text, first, start):
        first = stop.end()
    last = _END.search(text, end, end + _REACH)
    if last is None:
        return first, min(len(text), end + _REACH)
    return first, last.start() + (text[last.start()] != "\n")


def _days(one: Read, start: int, end: int) -> tuple[date, date] | None:
    """From the first to the last day that a sentence names."""
    days = one.found.dates
    first, last = (bisect_left(days, place, key=_start) for place in (start, end))
    spans = [parsed(day.edtf) for day in days[first:last]]
    known = [span for span in spans if span is not None]
    return (min(s.first for s in known), max(s.last for s in known)) if known else None
