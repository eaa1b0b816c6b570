"""How many packages are possible, acceptable to each party, and acceptable to all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from winset.settlement.ratification import agents_accept, party_accepts, possible
from winset.settlement.refusal.sat import SatEngine
from winset.settlement.results import Bounds, LineRole, Overlap
from winset.settlement.setting import Setting
from winset.settlement.win_sets.counting import Counter, Number
from winset.settlement.win_sets.packages import Grid, Truth, grids

_STATES = 300_000
_STATES_OF_ZONE = 8_000
_QUICKLY = 1_000
_STATES_OF_PAIRS = 20_000
_LEAST_OF_PAIR = 500

Some = Callable[[Collection[str]], bool]
"""Whether these parties could accept some package together."""


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


def count_by_diagram(setting: Setting, solver: SatEngine, quick: bool = False) -> Sizes:
    """Count by decision diagrams, with bounds where they outgrow their limit.

    `quick` spends little on the zone and nothing on overlaps.
    """
    some = solver.some
    names = [party.id for party in setting.parties]
    counter = Counter(setting, _STATES)
    numbers = {"packages": counter.number(())}
    numbers |= {name: counter.number([name]) for name in names}
    numbers["zone"] = Number(0, 0)
    if some(names):
        # One state for each issue is the least there can be.
        deep = 2 * len(setting.issues) + (_QUICKLY if quick else _STATES_OF_ZONE)
        zone = counter.number(names, states=deep)
        numbers["zone"] = _within(zone, [numbers[name] for name in names])
    overlaps = () if quick else tuple(_overlaps(setting, some, names, numbers))
    return Sizes(
        numbers["packages"].exact,
        tuple((name, numbers[name].exact) for name in names),
        numbers["zone"].exact,
        overlaps,
        solver.absorbed(),
        tuple(Bounds(of, n.low, n.high) for of, n in numbers.items() if n.exact is None),
    )


def _overlaps(
    setting: Setting, some: Some, names: list[str], numbers: Mapping[str, Number]
) -> Iterator[Overlap]:
    """How many packages each two parties could both accept; each gets its share of the budget."""
    pairs = list(combinations(names, 2))
    counter = Counter(setting, _STATES_OF_PAIRS)
    share = max(_LEAST_OF_PAIR, _STATES_OF_PAIRS // max(1, len(pairs)))
    for pair in pairs:
        number = Number(0, 0)
        if some(pair):
            own = [numbers[name] for name in pair]
            # The diagram of both is hardly smaller than that of either.
            small = max(each.states for each in own) <= share
            both = counter.number(pair, states=share) if small else Number(0, own[0].high)
            number = _within(both, own)
        if number.exact is None:
            yield Overlap(pair, None, number.low, number.high)
        else:
            yield Overlap(pair, number.exact)


def _within(number: Number, parts: Sequence[Number]) -> Number:
    """At least one, and no more than the smallest of what it lies in."""
    return Number(max(1, number.low), min([number.high, *(part.high for part in parts)]))


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
