"""What the settlement engine finds, for one day and over all days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

Package = tuple[tuple[str, str], ...]
"""(issue, option) for every issue of the package, in the order of the model."""


@dataclass(frozen=True, slots=True)
class Block:
    """A minimal set of red lines that together leave nothing; `links` vanish it when dropped.

    `witnesses` pairs each line with one package that becomes possible when that line alone of
    the block is given up (all lines outside the block being disregarded).
    """

    lines: tuple[str, ...]
    links: tuple[str, ...] = ()
    witnesses: tuple[tuple[str, Package], ...] = ()


@dataclass(frozen=True, slots=True)
class Rung:
    """How far the lines of an opening must give way at least: less than dropping them.

    `accepts` says, line by line, which one combination of the options of the issues it mentions
    each would have to accept in addition; `distance` is how many steps that is from what they
    accept now, in all, and `example` a package that then is acceptable to all.
    """

    accepts: tuple[tuple[str, Package], ...]
    distance: int
    example: Package


@dataclass(frozen=True, slots=True)
class Opening:
    """A minimal set of red lines whose giving up opens the zone, with what it costs.

    `opened` is the number of packages in the zone once the lines are given up, and `example`
    one of them. `ladder` holds the nearest rungs short of giving them up. `weaker` pairs a line
    with the strongest of its body's lines that it implies: those stand when it is dropped.
    """

    lines: tuple[str, ...]
    weight: float
    opened: int | None = None
    example: Package = ()
    ladder: tuple[Rung, ...] = ()
    weaker: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A package and what it is worth to each party that has points, exactly."""

    package: Package
    points: tuple[tuple[str, Fraction], ...]


@dataclass(frozen=True, slots=True)
class Solutions:
    """The fair points among the packages of the zone; all ties are listed."""

    nash: tuple[Outcome, ...] = ()
    kalai_smorodinsky: tuple[Outcome, ...] = ()
    egalitarian: tuple[Outcome, ...] = ()
    utilitarian: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True)
class Overlap:
    """How many packages two parties could both accept; None where only bounds are known, which
    are then `low` and `high`.
    """

    parties: tuple[str, str]
    packages: int | None
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class LineRole:
    """What a red line does: how many of the blocks listed it stands in, and how many packages
    the zone would gain if it alone were given up (None: not counted).
    """

    line: str
    blocks: int
    adds: int | None


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number of packages that is known only to lie between two others; `of` is a party,
    "packages" or "zone".
    """

    of: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Settlement:
    """The answer for one day: how much each side could accept, what blocks, what would open.

    Counts are None where a limit stopped the count; `incomplete` then says which and why.
    `frontier` has one outcome for each point vector no other dominates. `assumptions` are
    sentences to print beside the figures. `absorbed` are the parties that accept all the others
    accept together, so that their consent decides nothing.
    """

    as_of: dt.date | None
    packages: int | None
    win_sets: tuple[tuple[str, int | None], ...]
    zone: int | None
    lines_in_force: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    openings: tuple[Opening, ...] = ()
    frontier: tuple[Outcome, ...] = ()
    solutions: Solutions = Solutions()
    incomplete: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    lines: tuple[LineRole, ...] = ()
    absorbed: tuple[str, ...] = ()
    bounds: tuple[Bounds, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether some package is acceptable to all: no block stands."""
        return not self.blocks if self.zone is None else self.zone > 0


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which lines or links begin or end, and the sizes from that day on.

    While the zone is empty, `keys` are the lines in force whose end alone would open it; on a day
    on which it opens, `opened_by` are the lines whose end that day it could not have done without.
    """

    day: dt.date
    begun: tuple[str, ...]
    ended: tuple[str, ...]
    packages: int | None
    win_sets: tuple[tuple[str, int | None], ...]
    zone: int | None
    keys: tuple[str, ...] = ()
    opened_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which the zone opened (`opened`) or closed, with what began and ended that day.

    `by` are the lines that did it: each alone, had it not begun (or ended) that day, would have
    left the zone as it was. None where it took several together, a link or a worth of no deal.
    """

    day: dt.date
    opened: bool
    begun: tuple[str, ...]
    ended: tuple[str, ...]
    by: tuple[str, ...] = ()
