"""What reading proposes: parts, quotes, days, actors, boilerplate; places are code points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from winset.dates import Edtf


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name an actor of the case goes by, with the actor's id."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class PartSuggestion:
    """A stretch that reads as one piece of writing, with its own title, author and date."""

    start: int
    end: int
    title: str = ""
    author: str = ""
    date: Edtf | None = None
    rule: str = "whole"


@dataclass(frozen=True, slots=True)
class QuoteSuggestion:
    """Words between quotation marks, without the marks, and who is thought to have said them.

    `kind` is "speech", "document", "title", "term", "question" or "orphan" (a mark without its
    partner). `speaker` is the fullest name found; `speaker_start` and `speaker_end` are the
    words that name the speaker beside the quote, so they may cover only "he".
    """

    start: int
    end: int
    text: str
    kind: str
    speaker: str | None
    speaker_start: int | None
    speaker_end: int | None
    rule: str
    confidence: float
    actor: str = ""
    """The id of the known actor the speaker is taken to be, or ""."""


@dataclass(frozen=True, slots=True)
class DateSuggestion:
    """Words that name a day or span, and the day they mean; `basis` is stated or inferred."""

    start: int
    end: int
    text: str
    edtf: str
    basis: str
    rule: str


@dataclass(frozen=True, slots=True)
class ActorSuggestion:
    """One mention of a known actor."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BoilerplateSuggestion:
    """Words of the page and not of the article: a button, a menu, a form, a credit."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Suggestions:
    """All that reading proposes for one document, each kind in the order of the text."""

    parts: tuple[PartSuggestion, ...] = ()
    quotes: tuple[QuoteSuggestion, ...] = ()
    dates: tuple[DateSuggestion, ...] = ()
    actors: tuple[ActorSuggestion, ...] = ()
    boilerplate: tuple[BoilerplateSuggestion, ...] = ()


def as_json(suggestions: Suggestions) -> dict[str, list[dict[str, Any]]]:
    """The stable JSON shape of `winset suggest --json`: later versions add keys only."""
    return {
        "parts": [_part(part) for part in suggestions.parts],
        "quotes": [_plain(quote) for quote in suggestions.quotes],
        "dates": [_plain(date) for date in suggestions.dates],
        "actors": [_plain(actor) for actor in suggestions.actors],
        "boilerplate": [_plain(block) for block in suggestions.boilerplate],
    }


def _part(part: PartSuggestion) -> dict[str, Any]:
    return _plain(part) | {"date": part.date.text if part.date else None}


def _plain(item: Any) -> dict[str, Any]:
    return {name: getattr(item, name) for name in item.__slots__}
