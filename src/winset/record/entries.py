"""The kinds of entry: actors, statements, events, agreements, undertakings, forecasts, differences.

Every entry names the passages it rests on (`because`) and the published works behind them
(`sources`), who or what suggested it and whether a person has accepted it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from winset.dates import Edtf


class Status(StrEnum):
    """Whether a person has taken an entry into the record."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entry comes from: who suggested it, by which rule, how sure, and its standing."""

    by: str = "analyst"
    """A person's name, or "rules" for the machine."""
    rule: str = ""
    confidence: float | None = None
    status: Status = Status.ACCEPTED


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of an actor, or an office it held, with the days it was in use."""

    name: str
    kind: str = "alias"
    """ "alias", "role" or "metonym"."""
    start: Edtf | None = None
    end: Edtf | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, faction, government or group; `parent` is the actor it belongs to."""

    id: str
    name: str
    kind: str = "group"
    parent: str = ""
    aliases: tuple[Alias, ...] = ()
    note: str = ""
    because: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Statement:
    """A position somebody took: on an issue's option, for (+1), against (−1) or neither (0)."""

    id: str
    actor: str
    """Who took it; "" in a suggestion whose speaker is not known."""
    said: Edtf
    """When it was said; for a standing position, from when until when it was held."""
    text: str = ""
    speaker: str = ""
    reporter: str = ""
    issue: str = ""
    option: str = ""
    stance: int = 0
    kind: str = "statement"
    """ "red_line", "demand", "preference", "acceptable", "statement" or "quote"."""
    reported: Edtf | None = None
    note: str = ""
    because: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; `basis` tells whether its day is stated, inferred or recalled."""

    id: str
    title: str
    date: Edtf
    kind: str = "event"
    text: str = ""
    basis: str = "stated"
    place: str = ""
    participants: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed at an event, and the undertakings in it."""

    id: str
    title: str
    date: Edtf
    parties: tuple[str, ...] = ()
    event: str = ""
    undertakings: tuple[str, ...] = ()
    text: str = ""
    because: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Review:
    """What had become of an undertaking on a day."""

    date: Edtf
    status: str
    note: str = ""
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Undertaking:
    """Something parties undertook to do, and what became of it."""

    id: str
    text: str
    agreed: Edtf
    by: tuple[str, ...]
    due: Edtf | None = None
    terms: str = ""
    """The due date or review in words, where no date can say it ("after a treaty")."""
    reviews: tuple[Review, ...] = ()
    outcome: str = ""
    because: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Resolution:
    """How a forecast turned out: true or false, or None where it cannot be told in one word."""

    date: Edtf
    outcome: bool | None
    note: str = ""
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Forecast:
    """What somebody said would come; `probability` that the claim comes true, by `read_by`."""

    id: str
    claim: str
    made: Edtf
    by: str
    horizon: Edtf | None = None
    wording: str = ""
    probability: float | None = None
    read_by: str = "coder"
    resolution: Resolution | None = None
    because: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Account:
    """One side of a difference: what it says, and where."""

    text: str
    by: str = ""
    because: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Two or more accounts of one thing, side by side; nothing is overwritten."""

    id: str
    about: str
    accounts: tuple[Account, ...]
    resolution: str = ""
    because: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    origin: Origin = Origin()


Entry = Actor | Statement | Event | Agreement | Undertaking | Forecast | Difference


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One change of the case: when, by whom, what was done to which entry, before and after.

    `before` and `after` are the entry as JSON text, "" where there was or is none.
    """

    number: int
    at: dt.datetime
    by: str
    action: str
    kind: str
    entry: str
    before: str = ""
    after: str = ""
    undoes: int | None = None
    """The number of the journal entry this one takes back."""
    change: int = 0
    """The change it is part of; `undo` takes back a whole change."""
