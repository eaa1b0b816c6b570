"""What several documents tell of one thing: the same event twice, and where accounts differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from winset.dates import Edtf
from winset.errors import Misuse
from winset.reading.suggestions import EventSuggestion, QuoteSuggestion, Suggestions

_WORD = re.compile(r"[^\W\d_]{4,}")
_FIGURE = re.compile(r"\b\d+(?:[.,]\d+)*\b")
_ALIKE, _SAME_WORDS, _QUOTE_ALIKE = 0.3, 0.55, 0.6
_NEAR_DAYS, _FAR_DAYS = 4, 400
_MOST = 5_000
"""Events compared with one another at most; beyond this the later ones are left out."""
_SURE = {"same": 0.6, "date": 0.5, "place": 0.5, "wording": 0.45, "number": 0.5}


@dataclass(frozen=True, slots=True)
class Read:
    """A document's id with what was suggested in it."""

    document: str
    text: str
    found: Suggestions


@dataclass(frozen=True, slots=True)
class AccountSuggestion:
    """What one document says of a thing, with the place of its words and what is at odds."""

    document: str
    start: int
    end: int
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class SameSuggestion:
    """Two reports that seem to be of one event; the numbers count each document's events."""

    first: tuple[str, int]
    second: tuple[str, int]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class DifferenceSuggestion:
    """Two accounts of what seems one event or utterance that do not agree.

    `kind` is "date", "place", "wording" or "number".
    """

    about: str
    kind: str
    accounts: tuple[AccountSuggestion, AccountSuggestion]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Report:
    """An event with what it is compared by."""

    document: str
    number: int
    event: EventSuggestion
    words: frozenset[str]
    figures: tuple[str, ...]
    date: Edtf | None


def same_events(documents: Sequence[Read]) -> tuple[SameSuggestion, ...]:
    """Pairs of events of one kind whose days can be the same and that share those taking part."""
    found = []
    for a, b in _pairs(_reports(documents)):
        if a.event.kind == b.event.kind and _overlap(a, b) and _shared(a, b):
            rule = "same kind, day and participants"
            found.append(
                SameSuggestion((a.document, a.number), (b.document, b.number), rule, _SURE["same"])
            )
    return tuple(found)


def differences(documents: Sequence[Read]) -> tuple[DifferenceSuggestion, ...]:
    """Accounts at odds in their day, place, figures or wording, in the order of the documents."""
    found: list[DifferenceSuggestion] = []
    for a, b in _pairs(_reports(documents)):
        if a.event.kind == b.event.kind and _shared(a, b):
            found += _at_odds(a, b)
    return (*found, *_wordings(documents))


def _reports(documents: Sequence[Read]) -> list[_Report]:
    return [
        _Report(
            one.document,
            number,
            event,
            _words(event.text),
            tuple(_FIGURE.findall(_without_day(event, one.text))),
            _date(event.edtf),
        )
        for one in documents
        for number, event in enumerate(one.found.events)
        if event.participants
    ][:_MOST]


def _without_day(event: EventSuggestion, text: str) -> str:
    """The words of an event without those that name its day."""
    if event.day_start is None or not event.start <= event.day_start < event.end:
        return event.text
    return text[event.start : event.day_start] + text[event.day_end : event.end]


def _pairs(reports: list[_Report]) -> Iterator[tuple[_Report, _Report]]:
    """Reports of different documents with a participant in common, each pair once."""
    by_name: dict[tuple[str, str], list[_Report]] = {}
    for report in reports:
        for name in report.event.participants:
            by_name.setdefault((report.event.kind, name.rpartition(" ")[2]), []).append(report)
    seen: set[tuple[str, int, str, int]] = set()
    for same in by_name.values():
        for a, b in combinations(same, 2):
            key = (a.document, a.number, b.document, b.number)
            if a.document != b.document and key not in seen:
                seen.add(key)
                yield a, b


def _at_odds(a: _Report, b: _Report) -> Iterator[DifferenceSuggestion]:
    alike = _likeness(a.words, b.words)
    if _overlap(a, b):
        elsewhere = (
            a.event.place and b.event.place and not _same_place(a.event.place, b.event.place)
        )
        if elsewhere and a.date is not None and a.date.precision == "day":
            yield _difference("place", a, b, a.event.place, b.event.place)
        if alike >= _SAME_WORDS and a.figures and b.figures and set(a.figures) != set(b.figures):
            yield _difference("number", a, b, ", ".join(a.figures), ", ".join(b.figures))
    elif alike >= (_ALIKE if _near(a, b) else _SAME_WORDS) and _within_a_year(a, b):
        yield _difference("date", a, b, a.event.edtf, b.event.edtf)


def _difference(kind: str, a: _Report, b: _Report, *values: str) -> DifferenceSuggestion:
    shared = " and ".join(_shared(a, b))
    accounts = (_account(a, values[0]), _account(b, values[1]))
    rule = f"one {a.event.kind}, another {kind}"
    return DifferenceSuggestion(f"{a.event.kind} of {shared}", kind, accounts, rule, _SURE[kind])


def _account(report: _Report, value: str) -> AccountSuggestion:
    event = report.event
    return AccountSuggestion(report.document, event.start, event.end, event.text, value)


def _wordings(documents: Sequence[Read]) -> Iterator[DifferenceSuggestion]:
    """One speaker's words given twice, nearly alike but not quite."""
    said: dict[str, list[tuple[Read, QuoteSuggestion, frozenset[str]]]] = {}
    for one in documents:
        for quote in one.found.quotes:
            if quote.kind == "speech" and quote.speaker:
                words = _words(quote.text)
                if len(words) >= 4:
                    last = quote.speaker.rpartition(" ")[2]
                    said.setdefault(last, []).append((one, quote, words))
    for speaker, quotes in said.items():
        for (one, a, first), (other, b, second) in combinations(quotes[: _MOST // 10], 2):
            alike = _likeness(first, second)
            if one.document != other.document and alike >= _QUOTE_ALIKE and _plain(a) != _plain(b):
                accounts = (_spoken(one, a), _spoken(other, b))
                rule = "one speaker, like words"
                yield DifferenceSuggestion(
                    f"words of {speaker}", "wording", accounts, rule, _SURE["wording"]
                )


def _spoken(one: Read, quote: QuoteSuggestion) -> AccountSuggestion:
    return AccountSuggestion(one.document, quote.start, quote.end, quote.text, quote.text)


def _plain(quote: QuoteSuggestion) -> list[str]:
    return re.findall(r"\w+", quote.text.casefold())


def _words(text: str) -> frozenset[str]:
    return frozenset(word[:6].casefold() for word in _WORD.findall(text))


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the shorter's words that the longer has too."""
    return len(a & b) / max(min(len(a), len(b)), 1)


def _shared(a: _Report, b: _Report) -> tuple[str, ...]:
    """Who takes part in both: two at least where both name two."""
    lasts = {name.rpartition(" ")[2] for name in b.event.participants}
    both = tuple(n for n in a.event.participants if n.rpartition(" ")[2] in lasts)
    wanted = min(len(a.event.participants), len(b.event.participants), 2)
    return both if len(both) >= wanted else ()


def _same_place(a: str, b: str) -> bool:
    return a.casefold() in b.casefold() or b.casefold() in a.casefold()


def _date(edtf: str) -> Edtf | None:
    try:
        return Edtf.parse(edtf)
    except Misuse:
        return None


def _overlap(a: _Report, b: _Report) -> bool:
    if a.date is None or b.date is None:
        return False
    vague = {a.date.precision, b.date.precision} & {"decade", "century", "year"}
    return a.date.first <= b.date.last and b.date.first <= a.date.last and not vague


def _near(a: _Report, b: _Report) -> bool:
    """Whether two days are some days apart at most, so that one of them may be a slip."""
    if a.date is None or b.date is None or {a.date.precision, b.date.precision} != {"day"}:
        return False
    return abs((a.date.first - b.date.first).days) <= _NEAR_DAYS


def _within_a_year(a: _Report, b: _Report) -> bool:
    if a.date is None or b.date is None:
        return False
    return abs((a.date.first - b.date.first).days) <= _FAR_DAYS
