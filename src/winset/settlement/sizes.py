"""How many packages are possible, acceptable to each party, and acceptable to all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from winset.settlement.packages import Grid, Truth, grids
from winset.settlement.ratification import agents_accept, party_accepts, possible
from winset.settlement.setting import Setting


@dataclass(frozen=True, slots=True)
class Sizes:
    """Numbers of packages; None where they were not counted."""

    packages: int | None
    win_sets: tuple[tuple[str, int | None], ...]
    zone: int | None


def count(setting: Setting) -> Sizes:
    """Count by going through every package."""
    packages, zone = 0, 0
    win_sets = dict.fromkeys((party.id for party in setting.parties), 0)
    for grid in grids(setting):
        lawful, by_party = judged(setting, grid)
        packages += int(lawful.sum())
        for party, accepts in by_party.items():
            win_sets[party] += int((lawful & accepts).sum())
        zone += int(in_zone(lawful, by_party).sum())
    return Sizes(packages, tuple(win_sets.items()), zone)


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
