"""What reading proposes: parts, quotes, days, actors, boilerplate; places are code points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from winset.dates import Edtf

SUMMARIZED = "summarized"
"""The rule for what somebody said as the author sums it up."""


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
    """Words between quotation marks, or a turn of a transcript, and who is thought to speak.

    `kind` is "speech", "document", "title", "term", "question" (the author's own, or a poll's),
    "summary" (made up by the author to say what somebody means) or "orphan" (a mark without its
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
    others: tuple[str, ...] = ()
    """Further speakers of the same words, as of a joint statement."""

    @property
    def is_verbatim(self) -> bool:
        """Whether these are somebody's words to the letter, and not as the author sums them up."""
        return self.kind == "speech" and self.rule != SUMMARIZED


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
class NameSuggestion:
    """A new name, proposed once for all its mentions; `stands_for` is the state of a metonym.

    `kind` is "person", "group" or "state".
    """

    name: str
    kind: str
    role: str
    stands_for: str
    aliases: tuple[str, ...]
    mentions: tuple[tuple[int, int], ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ReportSuggestion:
    """Indirect speech: what somebody is reported to have said, without quotation marks."""

    start: int
    end: int
    text: str
    speaker: str
    speaker_start: int
    speaker_end: int
    edtf: str
    rule: str
    confidence: float
    actor: str = ""
    others: tuple[str, ...] = ()
    """Further speakers of the same words, as of a joint statement."""


@dataclass(frozen=True, slots=True)
class EventSuggestion:
    """Something that happened, as one sentence tells it; `edtf` is "" where no day is given.

    `kind` is "meeting", "agreement", "proposal", "statement", "visit", "law", "poll" or
    "incident"; `planned` where it was still to come; `because` is the place of the day's words.
    """

    start: int
    end: int
    text: str
    kind: str
    edtf: str
    basis: str
    day_start: int | None
    day_end: int | None
    place: str
    participants: tuple[str, ...]
    planned: bool
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class PositionSuggestion:
    """Where somebody stands on an issue of the codebook: for (+1), against (-1) or neither (0)."""

    start: int
    end: int
    text: str
    actor: str
    issue: str
    option: str
    stance: int
    edtf: str
    cue: str
    rule: str
    confidence: float
    actor_id: str = ""


@dataclass(frozen=True, slots=True)
class UndertakingSuggestion:
    """What parties agreed to do; `due` is EDTF, `terms` the words of the date or condition."""

    start: int
    end: int
    text: str
    by: tuple[str, ...]
    agreed: str
    due: str
    terms: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Suggestions:
    """All that reading proposes for one document, each kind in the order of the text."""

    parts: tuple[PartSuggestion, ...] = ()
    quotes: tuple[QuoteSuggestion, ...] = ()
    dates: tuple[DateSuggestion, ...] = ()
    actors: tuple[ActorSuggestion, ...] = ()
    boilerplate: tuple[BoilerplateSuggestion, ...] = ()
    names: tuple[NameSuggestion, ...] = ()
    reports: tuple[ReportSuggestion, ...] = ()
    events: tuple[EventSuggestion, ...] = ()
    positions: tuple[PositionSuggestion, ...] = ()
    undertakings: tuple[UndertakingSuggestion, ...] = ()
    language: str = ""
    """The language of the text (ISO 639-1), "" where it cannot be told."""


def as_json(suggestions: Suggestions) -> dict[str, Any]:
    """The stable JSON shape of `winset suggest --json`: later versions add keys only."""
    return {
        "parts": [_part(part) for part in suggestions.parts],
        "quotes": [_plain(quote) for quote in suggestions.quotes],
        "dates": [_plain(date) for date in suggestions.dates],
        "actors": [_plain(actor) for actor in suggestions.actors],
        "boilerplate": [_plain(block) for block in suggestions.boilerplate],
        "names": [_plain(name) for name in suggestions.names],
        "reports": [_plain(report) for report in suggestions.reports],
        "events": [_plain(event) for event in suggestions.events],
        "positions": [_plain(position) for position in suggestions.positions],
        "undertakings": [_plain(one) for one in suggestions.undertakings],
        "language": suggestions.language,
    }


def _part(part: PartSuggestion) -> dict[str, Any]:
    return _plain(part) | {"date": part.date.text if part.date else None}


def _plain(item: Any) -> dict[str, Any]:
    return {name: getattr(item, name) for name in item.__slots__}
