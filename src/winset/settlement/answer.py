"""The answer for one day: sizes, and either what blocks or what is fair."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import replace

from winset.errors import Misuse
from winset.model import Model
from winset.settlement.assumptions import assumptions
from winset.settlement.bargain.bargain_beyond import bargain_beyond
from winset.settlement.bargain.frontier import Bargain, bargain
from winset.settlement.refusal.explanation import Engine, Explanation, explain
from winset.settlement.refusal.roles import line_roles
from winset.settlement.refusal.sat import SatEngine
from winset.settlement.results import Settlement
from winset.settlement.setting import Setting, setting, settings_day
from winset.settlement.win_sets.packages import package_count
from winset.settlement.win_sets.sizes import Sizes, count, count_by_diagram
from winset.settlement.win_sets.table import ViolationTable

_MOST_TABULATED = 1 << 16
MOST_PACKAGES = 1 << 22
"""More packages than these are not gone through one by one."""
_FEW = 10
_NO_FRONTIER = "the frontier and the fair points are left out: there are too many packages"


def settle(
    model: Model,
    day: dt.date | None = None,
    limit: int = 100,
    most_packages: int = MOST_PACKAGES,
    quick: bool = False,
) -> Settlement:
    """What all can accept on a day, by default the model's own; raises Misuse or Faulty.

    `limit` bounds how many blocks, openings and tied packages are listed. More than
    `most_packages` are not gone through one by one: diagrams count them, a solver tells whether
    any is left, what blocks and what opens, and `incomplete` says what outgrew its limit.
    """
    if limit < 1:
        raise Misuse(f"a limit of {limit} lists nothing; expected 1 or more")
    if not model.parties:
        raise Misuse("no party is named to agree on anything; say who takes part, as [parties.a]")
    stage = setting(model, settings_day(model, day))
    combinations = package_count(stage)
    engine: Engine
    whole = combinations <= most_packages
    few = quick and not whole
    if whole and combinations <= _MOST_TABULATED:
        engine, sizes = ViolationTable(stage), count(stage)
    else:
        solver = engine = SatEngine(stage)
        sizes = count(stage) if whole else count_by_diagram(stage, solver, few)
    explained, bargained = Explanation(), Bargain()
    if sizes.zone == 0:
        explained = explain(stage, engine, min(limit, _FEW) if few else limit)
    elif whole:
        bargained = bargain(stage, limit)
    elif few:
        bargained = Bargain(incomplete=(_NO_FRONTIER,))
    else:
        bargained = bargain_beyond(stage, limit)
    roles = () if few else line_roles(stage, engine, sizes.zone, explained.blocks)
    return _settlement(model, stage, replace(sizes, lines=roles), explained, bargained)


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
        incomplete=(*_uncounted_parts(stage, sizes), *explained.incomplete, *bargained.incomplete),
        assumptions=(
            *assumptions(model, stage),
            *explained.assumptions,
            *bargained.assumptions,
        ),
        overlaps=sizes.overlaps,
        lines=sizes.lines,
        absorbed=sizes.absorbed,
        bounds=sizes.bounds,
    )


def _uncounted_parts(stage: Setting, sizes: Sizes) -> Iterator[str]:
    """What was left uncounted, in sentences."""
    if sizes.bounds:
        named = ", ".join(each.of for each in sizes.bounds)
        yield (
            f"only bounds are known for the size of {named}: there are "
            f"{_in_words(package_count(stage))} combinations of options, and the diagram that "
            "counts them outgrew its limit"
        )
    overlaps = sum(each.packages is None for each in sizes.overlaps)
    if overlaps:
        yield f"only bounds are known for {overlaps} of {len(sizes.overlaps)} overlaps of win-sets"
    adds = sum(role.adds is None for role in sizes.lines)
    if adds:
        yield f"what giving up a line alone would add is not counted for {adds} lines"


def _in_words(number: int) -> str:
    """A number, or its power of ten where the digits would say no more."""
    if number < 10**15:
        return f"{number:,}"
    digits = int(number.bit_length() * math.log10(2))
    return f"about 10^{digits}"
