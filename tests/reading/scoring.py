"""Annotated passages of made-up news, and how well reading finds what is marked in them.

A file holds passages that begin with `=== name date`. In them `{s|Anna Berg}` stands right before
a speech and names its speaker; `{w}` before the wording of a document, `{t}` a term, `{h}` a
title, `{q}` the author's question; `{=2015-06}` before words that name a day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from winset.dates import Edtf
from winset.reading import DateSuggestion, QuoteSuggestion, Suggestions, suggest

PASSAGES = Path(__file__).parent / "passages"
KINDS = {"s": "speech", "w": "document", "t": "term", "h": "title", "q": "question"}
_HEAD = re.compile(r"^=== (\S+) (\S+)\n", re.MULTILINE)
_TAG = re.compile(r"\{(?:=(?P<day>[^}]+)|(?P<kind>[swthq])(?:\|(?P<speaker>[^}]*))?)\}")
_REACH = 12
_EMPTY = frozenset(("the", "a", "an", "of"))


@dataclass(frozen=True)
class Mark:
    """What stands at a place: the kind and speaker of a quote, or the value of a day."""

    start: int
    kind: str
    value: str


@dataclass(frozen=True)
class Passage:
    name: str
    date: Edtf
    text: str
    marks: tuple[Mark, ...]


@dataclass
class Score:
    """How often something marked was found (`right` of `marked`), in so many suggestions."""

    marked: int = 0
    offered: int = 0
    right: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(self.marked + self.offered, 1)

    def count(self, right: bool, fault: str) -> None:
        self.right += right
        if not right:
            self.faults.append(fault)


def passages(*files: Path) -> Iterator[Passage]:
    for file in files or sorted(PASSAGES.glob("*.txt")):
        pieces = _HEAD.split(file.read_text(encoding="utf-8"))[1:]
        for name, date, body in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True):
            yield _passage(name, date, body)


def _passage(name: str, date: str, body: str) -> Passage:
    text, marks, done = "", [], 0
    for tag in _TAG.finditer(body):
        text += body[done : tag.start()]
        done = tag.end()
        kind = "day" if tag["day"] else KINDS[tag["kind"]]
        marks.append(Mark(len(text), kind, tag["day"] or tag["speaker"] or ""))
    return Passage(name, Edtf.parse(date), text + body[done:], tuple(marks))


def score(
    found: Iterator[Passage], read: Callable[[str, Edtf], Suggestions] = suggest
) -> dict[str, Score]:
    """Quotes found; of the right kind; speeches; speeches with the right speaker; days."""
    names = ("quotes", "kinds", "speeches", "speakers", "days")
    scores = {name: Score() for name in names}
    for passage in found:
        offered = read(passage.text, passage.date)
        _score_quotes(passage, offered.quotes, scores)
        _score_days(passage, offered.dates, scores["days"])
    return scores


def _score_quotes(
    passage: Passage, quotes: tuple[QuoteSuggestion, ...], scores: dict[str, Score]
) -> None:
    marks = {mark.start: mark for mark in passage.marks if mark.kind != "day"}
    quotes = tuple(quote for quote in quotes if quote.rule != "turn")  # these have no marks
    outer = [q for q in quotes if not any(o.start <= q.start < o.end and o != q for o in quotes)]
    outer = [q for q in outer if q.kind != "orphan"]
    by_start = {quote.start: quote for quote in outer}
    pairs = [(mark, _at(by_start, start)) for start, mark in marks.items()]
    speech = [mark for mark in marks.values() if mark.kind == "speech"]
    for name in ("quotes", "kinds"):
        scores[name].marked += len(marks)
        scores[name].offered += len(outer)
    for name in ("speeches", "speakers"):
        scores[name].marked += len(speech)
        scores[name].offered += sum(quote.kind == "speech" for quote in outer)
    for mark, quote in pairs:
        _score_pair(passage, mark, quote, scores)
    for quote in outer:
        if not {quote.start - 1, quote.start - 2} & set(marks):
            scores["quotes"].faults.append(f"{passage.name}: nothing marked at {quote.text[:50]!r}")
        if quote.kind == "speech" and not any(q is quote and m.kind == "speech" for m, q in pairs):
            scores["speeches"].faults.append(
                f"{passage.name}: no speech {quote.text[:50]!r} ({quote.rule})"
            )


def _at(by_start: dict[int, QuoteSuggestion], start: int) -> QuoteSuggestion | None:
    return by_start.get(start + 1) or by_start.get(start + 2)


def _score_pair(
    passage: Passage, mark: Mark, quote: QuoteSuggestion | None, scores: dict[str, Score]
) -> None:
    words = f"{passage.name}: {passage.text[mark.start : mark.start + 50]!r}"
    kind, speaker, rule = (quote.kind, quote.speaker, quote.rule) if quote else ("", "", "")
    scores["quotes"].count(quote is not None, words)
    scores["kinds"].count(kind == mark.kind, f"{words} is {mark.kind}, not {kind} ({rule})")
    if mark.kind != "speech":
        return
    scores["speeches"].count(kind == "speech", f"{words} is speech, not {kind} ({rule})")
    right = kind == "speech" and same_speaker(speaker or "", mark.value)
    scores["speakers"].count(right, f"{words} by {mark.value}, not {speaker} ({kind}, {rule})")


def same_speaker(offered: str, marked: str) -> bool:
    """The same last name, or for those without a name all the words that are marked."""
    if not offered:
        return False
    plain = [word for word in marked.split() if word not in _EMPTY]
    if marked[0].isupper() and marked.split()[0] not in ("The", "A", "Ministers"):
        return plain[-1] in offered.split() or plain[0] in offered.split()
    return {word.lower() for word in plain} <= {word.lower() for word in offered.split()}


def _score_days(passage: Passage, days: tuple[DateSuggestion, ...], total: Score) -> None:
    marks = [mark for mark in passage.marks if mark.kind == "day"]
    total.marked += len(marks)
    total.offered += len(days)
    used: set[int] = set()
    for mark in marks:
        near = [d for d in days if mark.start <= d.start < mark.start + _REACH]
        words = f"{passage.name}: {passage.text[mark.start : mark.start + 30]!r}"
        got = near[0].edtf if near else "nothing"
        used.update(day.start for day in near[:1])
        right = got.rstrip("~") == mark.value.rstrip("~")
        total.count(right, f"{words} is {mark.value}, not {got}")
    for day in days:
        if day.start not in used:
            total.faults.append(f"{passage.name}: no day is meant by {day.text!r} ({day.edtf})")
