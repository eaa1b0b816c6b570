"""How many packages are possible, acceptable to each party, and acceptable to all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from winset.settlement.counting import Counter, Number
from winset.settlement.packages import Grid, Truth, grids
from winset.settlement.ratification import agents_accept, party_accepts, possible
from winset.settlement.results import Bounds, LineRole, Overlap
from winset.settlement.setting import Setting

_STATES = 300_000
_STATES_OF_ZONE = 20_000
_STATES_OF_PAIRS = 20_000
_STATES_OF_PAIR = 4_000


@dataclass(frozen=True, slots=True)
class Sizes:
    """Numbers of packages, None where they were not counted, and what follows from them."""

    packages: int | None
    win_sets: tuple[tuple[str, int | None], ...]
    zone: int | None
    overlaps: tuple[Overlap, ...] = ()
    absorbed: tuple[str, ...] = ()
    bounds: tuple[Bounds, ...] = ()
    lines: tuple[LineRole, ...] = ()


def count(setting: Setting) -> Sizes:
    """Count by going through every package."""
    packages, zone = 0, 0
    names = [party.id for party in setting.parties]
    win_sets = dict.fromkeys(names, 0)
    overlaps = dict.fromkeys(combinations(names, 2), 0)
    needed = dict.fromkeys(names, False)
    for grid in grids(setting):
        lawful, by_party = judged(setting, grid)
        packages += int(lawful.sum())
        accepted = {party: lawful & accepts for party, accepts in by_party.items()}
        for party, accepts in accepted.items():
            win_sets[party] += int(accepts.sum())
            others = [accepted[other] for other in names if other != party]
            needed[party] |= bool((np.logical_and.reduce([lawful, *others]) & ~accepts).any())
        for one, two in overlaps:
            overlaps[one, two] += int((accepted[one] & accepted[two]).sum())
        zone += int(in_zone(lawful, by_party).sum())
    return Sizes(
        packages,
        tuple(win_sets.items()),
        zone,
        tuple(Overlap(pair, number) for pair, number in overlaps.items()),
        tuple(party for party in names if not needed[party]),
    )


def count_by_diagram(setting: Setting, empty: bool, absorbed: tuple[str, ...]) -> Sizes:
    """Count by decision diagrams; `empty` says that the zone is known to be."""
    names = [party.id for party in setting.parties]
    counter = Counter(setting, _STATES)
    numbers = {"packages": counter.number(())}
    numbers |= {name: counter.number([name]) for name in names}
    numbers["zone"] = Number(0, 0) if empty else counter.number(names, states=_STATES_OF_ZONE)
    pairs = Counter(setting, _STATES_OF_PAIRS)
    return Sizes(
        numbers["packages"].exact,
        tuple((name, numbers[name].exact) for name in names),
        numbers["zone"].exact,
        tuple(
            Overlap(pair, pairs.number(pair, states=_STATES_OF_PAIR).exact)
            for pair in combinations(names, 2)
        ),
        absorbed,
        tuple(Bounds(of, n.low, n.high) for of, n in numbers.items() if n.exact is None),
    )


def judged(setting: Setting, grid: Grid) -> tuple[Truth, dict[str, Truth]]:
    """Which packages the links allow, and which of all packages each party accepts."""
    accepted = agents_accept(setting, grid)
    return possible(setting, grid), {
        party.id: party_accepts(party, accepted) for party in setting.parties
    }


def in_zone(lawful: Truth, by_party: dict[str, Truth]) -> Truth:
    """Where a package is possible and every party accepts it."""
    found = lawful.copy()
    for accepts in by_party.values():
        found &= accepts
    return found


def zones(setting: Setting) -> Iterator[tuple[Grid, np.ndarray[tuple[int], np.dtype[np.int64]]]]:
    """Each grid with the places, within it, of the packages in the zone."""
    for grid in grids(setting):
        yield grid, np.flatnonzero(in_zone(*judged(setting, grid)))
