"""The answer for one day: sizes, and either what blocks or what is fair."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from winset.errors import Misuse
from winset.model import Model
from winset.settlement.assumptions import assumptions
from winset.settlement.explanation import Explanation, explain
from winset.settlement.frontier import Bargain, bargain, players
from winset.settlement.packages import package_count
from winset.settlement.results import Settlement
from winset.settlement.sat import SatEngine
from winset.settlement.setting import Setting, setting, settings_day
from winset.settlement.sizes import Sizes, count
from winset.settlement.table import ViolationTable

MOST_PACKAGES = 1 << 22
"""More packages than these are not gone through one by one."""


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


def _uncounted(stage: Setting, engine: SatEngine) -> Sizes:
    every = frozenset(range(len(stage.lines)))
    zone = 0 if engine.violated(every) is None else None
    packages = None if stage.links else package_count(stage)
    return Sizes(packages, tuple((party.id, None) for party in stage.parties), zone)
