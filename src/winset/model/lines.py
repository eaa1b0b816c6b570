"""Red lines, links, and what no deal is worth: statements that hold from day to day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from winset.model.expressions import Expression


@dataclass(frozen=True, slots=True)
class Span:
    """The days on which something holds: from `start` on, until (not on) `end`; None is open."""

    start: dt.date | None = None
    end: dt.date | None = None

    def holds(self, day: dt.date | None) -> bool:
        """Whether `day` lies in the span; always true when no day is asked about."""
        if day is None:
            return True
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class RedLine:
    """What a party, or a faction written `party.faction`, will not settle without.

    `demand` is what every package must satisfy; a `rejects` line is kept as written with
    `rejects` true, so its demand is the negation of `expression`.
    """

    id: str
    party: str
    expression: Expression
    rejects: bool = False
    span: Span = Span()
    because: tuple[str, ...] = ()
    weight: float = 1
    title: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A rule true of every settlement, nobody's demand."""

    id: str
    rule: Expression
    span: Span = Span()
    because: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class NoDeal:
    """What having no deal is worth to a party or `party.faction`, on its scale of points."""

    party: str
    points: float
    span: Span = Span()
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """Additive worth of single options to a party or `party.faction`; others are worth 0."""

    party: str
    worths: tuple[tuple[str, str, float], ...]
    """Triples (issue, option, worth) in the order of the file."""
