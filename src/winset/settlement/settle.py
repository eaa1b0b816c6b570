"""The answer for one day: sizes, and either what blocks or what is fair."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from winset.errors import Misuse
from winset.model import Model
from winset.settlement.assumptions import assumptions
from winset.settlement.frontier import Bargain, bargain, players
from winset.settlement.packages import package_count
from winset.settlement.results import Block, Opening, Package, Settlement
from winset.settlement.sat import SatEngine
from winset.settlement.search import Found, Lines, Possibilities, find_blocks
from winset.settlement.setting import Setting, setting, settings_day
from winset.settlement.sizes import Sizes, count
from winset.settlement.table import ViolationTable
from winset.settlement.worth import exact

MOST_PACKAGES = 1 << 22
"""More packages than these are not gone through one by one."""


class Engine(Possibilities, Protocol):
    """What an engine must answer to explain an empty zone."""

    def openings(self, costs: Sequence[int], limit: int) -> Found:
        """Minimal sets of lines whose giving up opens the zone, cheapest first."""

    def opened(self, kept: Lines) -> int | None:
        """How many packages all accept while only `kept` stand; None when not counted."""

    def example(self, kept: Lines) -> Package:
        """A package all accept while only `kept` stand; there must be one."""

    def possible_without(self, kept: Lines, link: int) -> bool:
        """Whether something is left while only `kept` stand and one link does not."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why nothing is left, and what would change that."""

    blocks: tuple[Block, ...] = ()
    openings: tuple[Opening, ...] = ()
    incomplete: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()


def settle(
    model: Model,
    day: dt.date | None = None,
    limit: int = 100,
    most_packages: int = MOST_PACKAGES,
) -> Settlement:
    """What all can accept on a day, by default the model's own; raises Misuse or Faulty.

    `limit` bounds how many blocks, openings and tied packages are listed. More than
    `most_packages` are not gone through one by one: a solver then tells whether any is left,
    what blocks and what opens, and `incomplete` what is missing.
    """
    if limit < 1:
        raise Misuse(f"a limit of {limit} lists nothing; expected 1 or more")
    stage = setting(model, settings_day(model, day))
    if package_count(stage) > most_packages:
        return _beyond(model, stage, limit)
    sizes = count(stage)
    explained, bargained = Explanation(), Bargain()
    if sizes.zone:
        bargained = bargain(stage, limit)
    else:
        explained = explain(stage, ViolationTable(stage), limit)
    return _settlement(model, stage, sizes, explained, bargained)


def sizes_on(model: Model, day: dt.date) -> Sizes:
    """The sizes on one day; too many packages are not counted, only whether any is left."""
    stage = setting(model, day)
    if package_count(stage) <= MOST_PACKAGES:
        return count(stage)
    return _uncounted(stage, SatEngine(stage))


def explain(stage: Setting, engine: Engine, limit: int) -> Explanation:
    """Blocks and openings of an empty zone."""
    every = frozenset(range(len(stage.lines)))
    if engine.violated(frozenset()) is None:
        reason = "no red line is to blame: links, worth of no deal and quotas alone leave nothing"
        block = Block((), _links(stage, engine, frozenset()))
        return Explanation((block,), assumptions=(reason,))
    costs = _costs(stage)
    openings = engine.openings(costs, limit)
    blocks = find_blocks(engine, len(every), limit, openings.sets)
    return Explanation(
        tuple(_block(stage, engine, lines) for lines in blocks.sets),
        tuple(_opening(stage, engine, every, lines) for lines in openings.sets),
        tuple(
            f"{name}: the first {len(found.sets)} are listed; there are more"
            for name, found in (("blocks", blocks), ("openings", openings))
            if not found.complete
        ),
    )


def _settlement(
    model: Model, stage: Setting, sizes: Sizes, explained: Explanation, bargained: Bargain
) -> Settlement:
    return Settlement(
        as_of=stage.day,
        packages=sizes.packages,
        win_sets=sizes.win_sets,
        zone=sizes.zone,
        lines_in_force=tuple(line.id for line in stage.lines),
        blocks=explained.blocks,
        openings=explained.openings,
        frontier=bargained.frontier,
        solutions=bargained.solutions,
        incomplete=(*explained.incomplete, *bargained.incomplete),
        assumptions=(
            *assumptions(model, stage),
            *explained.assumptions,
            *bargained.assumptions,
        ),
    )


def _beyond(model: Model, stage: Setting, limit: int) -> Settlement:
    """What can be told without going through every package."""
    engine = SatEngine(stage)
    sizes = _uncounted(stage, engine)
    reasons = [
        f"sizes are not counted: there are {package_count(stage)} combinations of options, "
        "too many to go through one by one"
    ]
    explained = Explanation()
    if sizes.zone == 0:
        explained = explain(stage, engine, limit)
    elif players(stage):
        reasons.append("the frontier and the fair points are not computed for so many packages")
    whole = _settlement(model, stage, sizes, explained, Bargain())
    return replace(whole, incomplete=(*reasons, *whole.incomplete))


def _uncounted(stage: Setting, engine: Engine) -> Sizes:
    every = frozenset(range(len(stage.lines)))
    zone = 0 if engine.violated(every) is None else None
    packages = None if stage.links else package_count(stage)
    return Sizes(packages, tuple((party.id, None) for party in stage.parties), zone)


def _costs(stage: Setting) -> list[int]:
    weights = [exact(line.weight) for line in stage.lines]
    scale = math.lcm(*(weight.denominator for weight in weights))
    return [int(weight * scale) for weight in weights]


def _block(stage: Setting, engine: Engine, lines: Lines) -> Block:
    witnesses = tuple(
        (stage.lines[line].id, engine.example(lines - {line})) for line in sorted(lines)
    )
    return Block(_ids(stage, lines), _links(stage, engine, lines), witnesses)


def _opening(stage: Setting, engine: Engine, every: Lines, lines: Lines) -> Opening:
    weight = float(sum(exact(stage.lines[line].weight) for line in lines))
    kept = every - lines
    return Opening(_ids(stage, lines), weight, engine.opened(kept), engine.example(kept))


def _links(stage: Setting, engine: Engine, lines: Lines) -> tuple[str, ...]:
    return tuple(
        link.id for place, link in enumerate(stage.links) if engine.possible_without(lines, place)
    )


def _ids(stage: Setting, lines: Lines) -> tuple[str, ...]:
    return tuple(stage.lines[line].id for line in sorted(lines))
