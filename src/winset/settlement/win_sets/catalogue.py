"""Every package the links allow, as arrays: who accepts it and what it is worth to whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from winset.errors import Misuse
from winset.model import Model
from winset.settlement.answer import MOST_PACKAGES
from winset.settlement.bargain.frontier import Player, players
from winset.settlement.results import Outcome, Package
from winset.settlement.setting import Setting, setting, settings_day
from winset.settlement.win_sets.packages import Grid, Truth, grids, package_at, package_count
from winset.settlement.win_sets.sizes import judged

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """The packages the links allow on one day, in the order of the model.

    `numbers` are their places among all combinations, shape (packages,). `accepts` says by party
    where it ratifies. `worths` has shape (packages, players), in the units of each player.
    """

    setting: Setting
    players: tuple[Player, ...]
    numbers: Numbers
    accepts: Mapping[str, Truth]
    worths: Numbers

    @property
    def zone(self) -> Truth:
        """Where every party accepts."""
        found = np.ones(len(self.numbers), dtype=bool)
        for accepts in self.accepts.values():
            found &= accepts
        return found

    def package(self, row: int) -> Package:
        """The package of a row."""
        return package_at(self.setting, int(self.numbers[row]))

    def outcome(self, row: int) -> Outcome:
        """The package of a row with its worth to every player."""
        worths = zip(self.players, self.worths[row].tolist(), strict=True)
        return Outcome(
            self.package(row),
            tuple((player.party, player.worth.points(units)) for player, units in worths),
        )

    def refusing(self, row: int) -> tuple[str, ...]:
        """The parties that do not accept the package of a row."""
        return tuple(party for party, accepts in self.accepts.items() if not accepts[row])

    def row_of(self, package: Package) -> int | None:
        """The row of a package, None where the links do not allow it."""
        number = 0
        for issue, (_, option) in zip(self.setting.issues, package, strict=True):
            number = number * len(issue.options) + issue.options.index(option)
        place = int(np.searchsorted(self.numbers, number))
        found = place < len(self.numbers) and self.numbers[place] == number
        return place if found else None


def catalogue(model: Model, day: dt.date | None = None) -> Catalogue:
    """All packages of a model on a day, by default its own; raises Misuse where there are too many.

    Packages the links do not allow are left out.
    """
    stage = setting(model, settings_day(model, day))
    if package_count(stage) > MOST_PACKAGES:
        raise Misuse(
            f"there are {package_count(stage):,} combinations of options; this question goes "
            f"through all of them, and at most {MOST_PACKAGES:,} can be: leave issues or "
            "options out"
        )
    seated = players(stage)
    parts = [_part(stage, seated, grid) for grid in grids(stage)]
    numbers, accepts, worths = zip(*parts, strict=True)
    return Catalogue(
        stage,
        seated,
        np.concatenate(numbers),
        {party.id: np.concatenate([part[party.id] for part in accepts]) for party in stage.parties},
        np.concatenate(worths),
    )


def _part(
    stage: Setting, seated: tuple[Player, ...], grid: Grid
) -> tuple[Numbers, dict[str, Truth], Numbers]:
    lawful, by_party = judged(stage, grid)
    places = np.flatnonzero(lawful)
    worths = np.zeros((len(places), len(seated)), dtype=np.int64)
    for column, player in enumerate(seated):
        whole = np.broadcast_to(grid.worth(player.worth), grid.shape)
        worths[:, column] = whole.reshape(-1)[places]
    chosen = {
        party: np.broadcast_to(accepts, grid.shape).reshape(-1)[places]
        for party, accepts in by_party.items()
    }
    return places + grid.start, chosen, worths
