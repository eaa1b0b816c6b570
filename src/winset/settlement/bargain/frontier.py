"""The Pareto frontier of the zone and the fair points on it, in exact integers."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from winset.settlement.bargain.worth import Worth
from winset.settlement.results import Outcome, Solutions
from winset.settlement.setting import Setting
from winset.settlement.win_sets.packages import Grid, package_at
from winset.settlement.win_sets.sizes import zones

Vectors = NDArray[np.int64]
"""Shape (packages, players): worth in the units of each player."""
Gains = tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Player:
    """A party with points, at the table."""

    party: str
    worth: Worth

    def gain(self, units: int) -> Fraction:
        """Points over no deal; over 0 where none is stated."""
        return self.worth.points(units - (self.worth.no_deal or 0))


@dataclass(frozen=True, slots=True)
class Bargain:
    """The frontier in the order of its packages, the fair points, and what a limit cut."""

    frontier: tuple[Outcome, ...] = ()
    solutions: Solutions = field(default_factory=Solutions)
    incomplete: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()


def players(setting: Setting) -> tuple[Player, ...]:
    """Parties with points of their own; factions' points only bound what they accept."""
    parties = {party.id for party in setting.parties}
    return tuple(
        Player(agent.name, agent.worth)
        for agent in setting.agents
        if agent.name in parties and agent.worth is not None
    )


def bargain(setting: Setting, limit: int) -> Bargain:
    """Frontier and fair points of a zone that is not empty; at most `limit` packages tie."""
    seated = players(setting)
    if not seated:
        return Bargain()
    vectors, numbers = _frontier(setting, seated)
    outcomes = tuple(
        _outcome(setting, seated, number, vector)
        for number, vector in zip(numbers.tolist(), vectors.tolist(), strict=True)
    )
    gains = [seated_gains(seated, vector) for vector in vectors.tolist()]
    chosen = fair_rows(gains)
    ties = _Ties(
        setting, seated, vectors, sorted({row for rows in chosen.values() for row in rows})
    )
    solutions, cut = {}, []
    for name, rows in chosen.items():
        solutions[name], whole = ties.outcomes(rows, limit)
        if not whole:
            cut.append(f"{name}: more than {limit} packages tie; the first {limit} are listed")
    return Bargain(outcomes, Solutions(**solutions), tuple(cut), remarks(gains))


def fair_rows(gains: Sequence[Gains]) -> dict[str, list[int]]:
    """For each solution, the places of the gains that are best by its rule."""
    return {name: rule(gains) for name, rule in _RULES.items()}


def undominated(vectors: Vectors, numbers: NDArray[np.int64]) -> tuple[Vectors, NDArray[np.int64]]:
    """Vectors no other equals or exceeds in everything, each once, with its least number."""
    order = np.lexsort((numbers, *(-vectors.T[::-1])))
    rest, names = vectors[order], numbers[order]
    kept, named = [], []
    # In this order only an earlier vector can dominate a later one.
    while len(rest):
        kept.append(rest[0])
        named.append(names[0])
        beyond = (rest > rest[0]).any(axis=1)
        rest, names = rest[beyond], names[beyond]
    found = np.array(named, dtype=np.int64)
    first = np.argsort(found)
    return np.array(kept, dtype=np.int64).reshape(-1, vectors.shape[1])[first], found[first]


def nash(gains: Sequence[Gains]) -> list[int]:
    """Largest product of gains, where nobody loses (Nash 1950)."""
    rows = [row for row, gain in enumerate(gains) if min(gain) >= 0]
    return _largest(rows, lambda row: math.prod(gains[row], start=Fraction(1)))


def kalai_smorodinsky(gains: Sequence[Gains]) -> list[int]:
    """Largest smallest gain as a share of the party's best (Kalai and Smorodinsky 1975).

    A party that can gain nothing has no share and is left out.
    """
    best = [max(column) for column in zip(*gains, strict=True)]
    able = [place for place, most in enumerate(best) if most > 0]
    rows = range(len(gains))
    return _largest(
        rows, lambda row: min((gains[row][p] / best[p] for p in able), default=Fraction(0))
    )


def egalitarian(gains: Sequence[Gains]) -> list[int]:
    """Largest smallest gain."""
    return _largest(range(len(gains)), lambda row: min(gains[row]))


def utilitarian(gains: Sequence[Gains]) -> list[int]:
    """Largest sum of gains."""
    return _largest(range(len(gains)), lambda row: sum(gains[row], Fraction(0)))


_RULES: dict[str, Callable[[Sequence[Gains]], list[int]]] = {
    "nash": nash,
    "kalai_smorodinsky": kalai_smorodinsky,
    "egalitarian": egalitarian,
    "utilitarian": utilitarian,
}


def _largest(rows: Sequence[int], score: Callable[[int], Fraction]) -> list[int]:
    scores = [score(row) for row in rows]
    best = max(scores, default=Fraction(0))
    return [row for row, value in zip(rows, scores, strict=True) if value == best]


def remarks(gains: Sequence[Gains]) -> tuple[str, ...]:
    """Where a rule has nothing to choose by, in sentences."""
    return tuple(_remarks(gains))


def _remarks(gains: Sequence[Gains]) -> Iterator[str]:
    if not any(min(gain) >= 0 for gain in gains):
        yield "every package leaves some party below no deal: there is no Nash point"
    elif not any(min(gain) > 0 for gain in gains):
        yield "in every package some party gains nothing: the Nash product is 0 and cannot choose"
    for column in zip(*gains, strict=True):
        if max(column) <= 0:
            yield "a party that can gain nothing is left out of Kalai–Smorodinsky"
            return


def _frontier(setting: Setting, seated: tuple[Player, ...]) -> tuple[Vectors, NDArray[np.int64]]:
    vectors = np.zeros((0, len(seated)), dtype=np.int64)
    numbers = np.zeros(0, dtype=np.int64)
    for grid, places in zones(setting):
        more = _vectors(grid, seated, places)
        vectors, numbers = undominated(
            np.concatenate([vectors, more]), np.concatenate([numbers, places + grid.start])
        )
    return vectors, numbers


def _vectors(grid: Grid, seated: tuple[Player, ...], places: NDArray[np.int64]) -> Vectors:
    columns = [
        np.broadcast_to(grid.worth(player.worth), grid.shape).reshape(-1)[places]
        for player in seated
    ]
    return np.stack(columns, axis=1)


def seated_gains(seated: tuple[Player, ...], vector: list[int]) -> Gains:
    """What each player gains over no deal, from worths in units."""
    return tuple(player.gain(units) for player, units in zip(seated, vector, strict=True))


def _outcome(
    setting: Setting, seated: tuple[Player, ...], number: int, vector: list[int]
) -> Outcome:
    points = tuple(
        (player.party, player.worth.points(units))
        for player, units in zip(seated, vector, strict=True)
    )
    return Outcome(package_at(setting, number), points)


class _Ties:
    """All packages of the zone whose vector is one of those wanted."""

    def __init__(
        self, setting: Setting, seated: tuple[Player, ...], vectors: Vectors, wanted: list[int]
    ) -> None:
        self._setting, self._seated, self._vectors = setting, seated, vectors
        self._numbers: dict[int, list[int]] = {row: [] for row in wanted}
        for grid, places in zones(setting):
            found = _vectors(grid, seated, places)
            for row in wanted:
                same = places[(found == vectors[row]).all(axis=1)]
                self._numbers[row].extend((same + grid.start).tolist())

    def outcomes(self, rows: list[int], limit: int) -> tuple[tuple[Outcome, ...], bool]:
        """The first `limit` packages with these vectors, and whether that is all of them."""
        numbers = sorted((number, row) for row in rows for number in self._numbers[row])
        made = tuple(
            _outcome(self._setting, self._seated, number, self._vectors[row].tolist())
            for number, row in numbers[:limit]
        )
        return made, len(numbers) <= limit
