"""Moves as arrays: who can take the conflict from which state to which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.signedinteger[Any]]
Truths = NDArray[np.bool_]

RANK = np.int32
"""Ranks are held in four bytes: there are no more of them than states."""
HIGHEST = int(np.iinfo(RANK).max)
"""Above every rank: the least of no ranks."""
LOWEST = -HIGHEST
"""Below every rank: the greatest of no ranks."""


class Steps(Protocol):
    """One move by given movers, as the engine needs it.

    `transitive` is true only where two moves in a row are known to be one move, or to lead back.
    """

    @property
    def movers(self) -> tuple[str, ...]:
        """Who moves; several by agreement."""

    @property
    def transitive(self) -> bool:
        """Whether two moves in a row are known to be one, or none."""

    def least_after(self, values: Ints) -> Ints:
        """The least of `values` one move away from each state; HIGHEST where there is no move."""

    def least_within(self, values: Ints) -> Ints:
        """The least of `values` at each state or one move away."""


@dataclass(frozen=True, eq=False)  # not slotted: free moves are listed when first asked for
class Relation:
    """The moves of one party, or of several together, in compressed rows.

    From state s lead the moves to `targets[starts[s]:starts[s + 1]]`, each different.
    """

    movers: tuple[str, ...]
    starts: Ints
    targets: Ints
    transitive: bool = False

    @property
    def count(self) -> int:
        """How many states there are."""
        return len(self.starts) - 1

    @property
    def sources(self) -> Ints:
        """The state each move leaves, in the order of `targets`."""
        return np.repeat(np.arange(self.count), np.diff(self.starts))

    def only(self, keep: Truths) -> Relation:
        """The moves marked in `keep`."""
        kept = np.concatenate([[0], np.cumsum(keep)])
        return Relation(self.movers, kept[self.starts], self.targets[keep])

    def least_after(self, values: Ints) -> Ints:
        """The least of `values` one move away from each state; HIGHEST where there is no move."""
        least = np.full(self.count, HIGHEST, dtype=values.dtype)
        rows = np.flatnonzero(np.diff(self.starts))
        if rows.size:
            least[rows] = np.minimum.reduceat(values[self.targets], self.starts[rows])
        return least

    def least_within(self, values: Ints) -> Ints:
        """The least of `values` at each state or one move away."""
        return np.minimum(values, self.least_after(values))

    def successors(self, sources: Ints) -> tuple[Ints, Ints]:
        """Every move from `sources`: the place of its start in `sources`, and its end."""
        begins, ends = self.starts[sources], self.starts[sources + 1]
        sizes = ends - begins
        which = np.repeat(np.arange(len(sources)), sizes)
        within = np.arange(len(which)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        return which, self.targets[begins[which] + within]

    def predecessors(self, state: int) -> Ints:
        """The states from which a move leads to `state`, in ascending order."""
        return np.asarray(self.sources[self.targets == state])


def greatest_after(values: Ints, steps: Steps) -> Ints:
    """The greatest of `values` one move away from each state; LOWEST where there is no move."""
    return -steps.least_after(-values)
