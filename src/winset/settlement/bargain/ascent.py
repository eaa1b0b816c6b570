"""The frontier under rules: climb from package to package, until a solver proves none is left.

Every package found rules out what is no better for anyone. When nothing is left, whatever is
undominated is among those found: the one proof, "unsatisfiable", covers them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from winset.settlement.bargain.reach import Reach, Units
from winset.settlement.refusal.effort import Effort, Spent
from winset.settlement.results import Package

_CONFLICTS = 50_000


@dataclass(frozen=True, slots=True)
class Ascent:
    """Worths with a package each, none better than another, in descending order.

    Where `whole` they are the frontier; else something may be better than they are.
    """

    examples: dict[Units, Package]
    whole: bool


def ascend(reach: Reach, assumed: Sequence[int] = ()) -> Ascent:
    """The frontier of what satisfies some literals, or as far as the budget goes."""
    found: dict[Units, Package] = {}
    guard, effort = reach.guard(), Effort(_CONFLICTS)
    try:
        while reach.found([guard, *assumed], effort):
            units, package = reach.climbed([guard, *assumed])
            found[units] = package
            reach.exclude(units, guard)
        whole = True
    except Spent:
        whole = False
    return Ascent({units: found[units] for units in maximal(found)}, whole)


def maximal(vectors: Iterable[Units]) -> tuple[Units, ...]:
    """Those no other equals or exceeds in everything, in descending order."""
    kept: list[Units] = []
    for units in sorted(set(vectors), reverse=True):  # only an earlier one can dominate
        if not any(all(x >= y for x, y in zip(other, units, strict=True)) for other in kept):
            kept.append(units)
    return tuple(kept)
