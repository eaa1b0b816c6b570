"""Moves as arrays: who can take the conflict from which state to which."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Truths = NDArray[np.bool_]

HIGHEST = np.iinfo(np.int64).max
"""Above every rank: the least of no ranks."""
LOWEST = np.iinfo(np.int64).min
"""Below every rank: the greatest of no ranks."""


@dataclass(frozen=True, slots=True, eq=False)
class Relation:
    """The moves of one party, or of several together, in compressed rows.

    From state s lead the moves to `targets[starts[s]:starts[s + 1]]`. `transitive` is true only
    where two moves in a row are known to be one move of the same movers, or to lead back.
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
        """The moves marked in `keep`, as a relation that is not taken for transitive."""
        kept = np.concatenate([[0], np.cumsum(keep)])
        return Relation(self.movers, kept[self.starts], self.targets[keep])


def least_after(values: Ints, relation: Relation) -> Ints:
    """The least of `values` one move away from each state; HIGHEST where there is no move."""
    least = np.full(relation.count, HIGHEST)
    rows = np.flatnonzero(np.diff(relation.starts))
    if rows.size:
        least[rows] = np.minimum.reduceat(values[relation.targets], relation.starts[rows])
    return least


def greatest_after(values: Ints, relation: Relation) -> Ints:
    """The greatest of `values` one move away from each state; LOWEST where there is no move."""
    greatest = np.full(relation.count, LOWEST)
    rows = np.flatnonzero(np.diff(relation.starts))
    if rows.size:
        greatest[rows] = np.maximum.reduceat(values[relation.targets], relation.starts[rows])
    return greatest


def successors(relation: Relation, sources: Ints) -> tuple[Ints, Ints]:
    """Every move from `sources`: the place of its start in `sources`, and its end."""
    begins, sizes = relation.starts[sources], np.diff(relation.starts)[sources]
    which = np.repeat(np.arange(len(sources)), sizes)
    within = np.arange(len(which)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return which, relation.targets[begins[which] + within]


def is_free(relation: Relation) -> bool:
    """Whether the states fall into groups within which the movers go from any state to any other.

    This is so whenever all moves are reversible and none is impossible. It makes the relation
    transitive, and so do its improvements: who prefers r to q and t to r prefers t to q.
    """
    group = np.minimum(np.arange(relation.count), least_after(np.arange(relation.count), relation))
    sizes = np.bincount(group, minlength=relation.count)
    complete = np.array_equal(np.diff(relation.starts), sizes[group] - 1)
    return complete and np.array_equal(group[relation.targets], group[relation.sources])
