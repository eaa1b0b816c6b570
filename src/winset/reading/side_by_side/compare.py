"""What several documents tell of one thing: the same event twice, and where accounts differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from winset.dates import Edtf
from winset.reading.dating.almanac import parsed
from winset.reading.pairing import sharing
from winset.reading.side_by_side.accounts import (
    AccountSuggestion,
    DifferenceSuggestion,
    Read,
    SameSuggestion,
)
from winset.reading.side_by_side.days_apart import dated_otherwise
from winset.reading.side_by_side.figures import counted_otherwise
from winset.reading.side_by_side.places_apart import is_comparable
from winset.reading.side_by_side.retold import retold
from winset.reading.suggestions import EventSuggestion
from winset.reading.text.states import STATES

__all__ = ["AccountSuggestion", "DifferenceSuggestion", "Read", "SameSuggestion"]
_WORD = re.compile(r"[^\W\d_]{4,}")
_ALIKE, _VERY_ALIKE, _RARE_WORDS = 0.4, 0.55, 2
_MOST_HOLDERS = 60
_TO_SAME, _TO_DIFFER = 2, 3
"""Points of evidence from which two reports are taken to be of one event: where nothing differs,
and where the place does."""
_VAGUE = ("decade", "century", "year", "season")


@dataclass(frozen=True, slots=True)
class _Report:
    """An event with what it is compared by."""

    document: str
    number: int
    event: EventSuggestion
    words: frozenset[str]
    date: Edtf

    @property
    def names(self) -> frozenset[str]:
        return frozenset(name.rpartition(" ")[2].casefold() for name in self.event.participants)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two reports of one kind from two documents, with what they have in common."""

    a: _Report
    b: _Report
    shared: tuple[str, ...]
    alike: float
    points: int


def same_events(documents: Sequence[Read]) -> tuple[SameSuggestion, ...]:
    """Pairs of events of one kind whose days can be the same and that have enough in common."""
    return tuple(
        SameSuggestion(
            (pair.a.document, pair.a.number),
            (pair.b.document, pair.b.number),
            "same kind and day, " + _in_common(pair),
            _sure(0.6, pair.points - _TO_SAME),
        )
        for pair in _pairs(_reports(documents))
        if pair.points >= _TO_SAME and _overlap(pair.a, pair.b)
    )


def differences(documents: Sequence[Read]) -> tuple[DifferenceSuggestion, ...]:
    """Accounts at odds in their day, place, figures or wording, in the order of the documents."""
    texts = {one.document: one.text for one in documents}
    pairs = (pair for pair in _pairs(_reports(documents)) if _at_odds(pair, texts))
    return (
        *(_difference(pair) for pair in pairs),
        *dated_otherwise(documents),
        *counted_otherwise(documents),
        *retold(documents),
    )


def _reports(documents: Sequence[Read]) -> list[_Report]:
    found = []
    for one in documents:
        for number, event in enumerate(one.found.events):
            date = parsed(event.edtf)
            if event.participants and date is not None and date.precision not in _VAGUE:
                found.append(_Report(one.document, number, event, _words(event.text), date))
    return found


def _pairs(reports: list[_Report]) -> Iterator[_Pair]:
    """Reports of one kind from different documents, of days not far apart, each pair once.

    Only those are looked at that share somebody and a month (or a day of the year), unless very
    many do: then what they share tells nothing.
    """
    found = {
        (a, b)
        for a, b in sharing(map(_keys, reports), _MOST_HOLDERS)
        if reports[a].document != reports[b].document
    }
    spread = Counter(word for report in reports for word in report.words)
    rare = max(_RARE_WORDS, len(reports) // 50)
    for a, b in sorted(found):
        pair = _compared(reports[a], reports[b], spread, rare)
        if pair is not None:
            yield pair


def _keys(report: _Report) -> Iterator[tuple[str, ...]]:
    first, last = report.date.first, report.date.last
    months = {day.strftime("%Y-%m") for day in (first, last)}
    for name in sorted(report.names):
        for month in sorted(months):
            yield (report.event.kind, name, month)
        if first == last:
            yield (report.event.kind, name, first.strftime("%m-%d"))


def _compared(a: _Report, b: _Report, spread: Counter[str], rare: int) -> _Pair | None:
    """What two reports have in common; None where each names somebody the other does not."""
    if _others(a, b) and _others(b, a):
        return None
    shared = tuple(n for n in a.event.participants if n.rpartition(" ")[2].casefold() in b.names)
    common = a.words & b.words
    alike = len(common) / max(min(len(a.words), len(b.words)), 1)
    telling = sum(1 for word in common if spread[word] <= rare) >= _RARE_WORDS
    points = min(len(shared), 2) + (alike >= _ALIKE) + (alike >= _VERY_ALIKE) + telling
    points += bool(a.event.place and a.event.place.casefold() == b.event.place.casefold())
    if a.event.kind == "statement" and alike < _ALIKE:
        return None  # somebody may say many things in a day
    return _Pair(a, b, shared, alike, points)


def _others(a: _Report, b: _Report) -> bool:
    """Whether one report has somebody take part whom the words of the other leave out."""
    text = b.event.text.casefold()
    return any(name not in text for name in a.names - b.names)


def _at_odds(pair: _Pair, texts: Mapping[str, str]) -> bool:
    """Whether two reports of what seems one event have it in two places.

    A statement made in one place is reported from others, and who names both places knows two legs
    of one journey, or a town and what is near it.
    """
    a, b = pair.a, pair.b
    exact = a.date.precision == b.date.precision == "day" and a.event.kind != "statement"
    if not exact or not _overlap(a, b) or pair.points < _TO_DIFFER:
        return False
    if not _elsewhere(a.event.place, b.event.place):
        return False
    known = a.event.place in texts[b.document] or b.event.place in texts[a.document]
    return not known and is_comparable(a.event, b.event)


def _difference(pair: _Pair) -> DifferenceSuggestion:
    accounts = (_account(pair.a), _account(pair.b))
    rule = f"one {pair.a.event.kind}, another place: {_in_common(pair)}"
    about = f"{pair.a.event.kind} of {' and '.join(pair.shared)}"
    sure = _sure(0.5, pair.points - _TO_DIFFER)
    return DifferenceSuggestion(about, "place", accounts, rule, sure)


def _account(report: _Report) -> AccountSuggestion:
    event = report.event
    return AccountSuggestion(report.document, event.start, event.end, event.text, event.place)


def _in_common(pair: _Pair) -> str:
    """The evidence in words: who takes part in both, and how alike they are."""
    people = f"{len(pair.shared)} in both"
    return f"{people}, {round(100 * pair.alike)} % of the words"


def _sure(least: float, more: int) -> float:
    return round(min(least + 0.1 * more, 0.9), 2)


def _words(text: str) -> frozenset[str]:
    return frozenset(word[:6].casefold() for word in _WORD.findall(text))


def _elsewhere(a: str, b: str) -> bool:
    """Whether two places cannot be one: neither within the other, as a city is in its state."""
    if not a or not b or a.casefold() in b.casefold() or b.casefold() in a.casefold():
        return False
    states = [STATES.get(place, place) for place in (a, b)]
    return states[0] != states[1] and all(place not in STATES.values() for place in (a, b))


def _overlap(a: _Report, b: _Report) -> bool:
    return a.date.first <= b.date.last and b.date.first <= a.date.last
