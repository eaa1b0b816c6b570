"""Moves that lead from any state of a group to any other: no need to list them one by one.

This is how a party moves whenever its options can be changed back and forth and nothing that is
impossible stands in the way: a group is what its own options make of one choice by the others.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from winset.stability.relations import HIGHEST, Ints, Relation

Blocks = tuple[Ints, ...]
"""The groups, those of one size together: each block has shape (size, groups)."""


@dataclass(frozen=True, slots=True, eq=False)
class FreeMoves:
    """Moves from any state of a group to any other."""

    movers: tuple[str, ...]
    blocks: Blocks
    transitive: bool = True

    def least_after(self, values: Ints) -> Ints:
        """The least of `values` at the other states of each state's group."""
        least = np.empty(len(values), dtype=np.int64)
        for block in self.blocks:
            rows = values[block]
            before = _from_here_down(rows[::-1])[1:][::-1]
            least[block] = np.minimum(before, _from_here_down(rows)[1:])
        return least


@dataclass(frozen=True, slots=True, eq=False)
class Climbs:
    """Moves from any state of a group to those that one party ranks higher.

    Each column of a block runs from the lowest to the highest rank; `higher` gives, for each
    place in it, the first place of a higher rank, or the row below the block where there is none,
    as indices into the block taken row by row.
    """

    movers: tuple[str, ...]
    blocks: Blocks
    higher: Blocks
    transitive: bool = True

    def least_after(self, values: Ints) -> Ints:
        """The least of `values` at the higher states of each state's group."""
        least = np.empty(len(values), dtype=np.int64)
        for block, higher in zip(self.blocks, self.higher, strict=True):
            least[block] = _from_here_down(values[block]).reshape(-1)[higher]
        return least


def blocks_of(relation: Relation) -> Blocks | None:
    """The groups of states within which the movers go from any to any other, None if they do not.

    A group is known by its lowest state. The moves make groups when each keeps to its group and
    there are as many from a state as its group has other states.
    """
    sizes = np.diff(relation.starts)
    places = np.arange(relation.count)
    group = np.minimum(places, relation.least_after(places))
    members = np.bincount(group, minlength=relation.count)
    if not np.array_equal(sizes, members[group] - 1):
        return None
    if not np.array_equal(group[relation.targets], np.repeat(group, sizes)):
        return None
    return _blocks(group, members[group])


def _blocks(group: Ints, size: Ints) -> Blocks:
    """The states by size of their group and by group, one array for each size."""
    ordered = np.lexsort((group, size))
    cuts = np.flatnonzero(np.diff(size[ordered])) + 1
    return tuple(
        np.ascontiguousarray(part.reshape(-1, int(size[part[0]])).T)
        for part in np.split(ordered, cuts)
        if part.size
    )


def climbs(movers: tuple[str, ...], blocks: Blocks, ranks: Ints) -> Climbs:
    """The improvements among free moves of a party with these ranks."""
    upwards = tuple(
        np.take_along_axis(block, np.argsort(ranks[block], axis=0, kind="stable"), axis=0)
        for block in blocks
    )
    return Climbs(movers, upwards, tuple(_first_higher(ranks[block]) for block in upwards))


def _first_higher(ranks: Ints) -> Ints:
    """The first higher place below each, in columns that never fall, counted row by row."""
    size, columns = ranks.shape
    rises = np.full(ranks.shape, size)
    rises[:-1] = np.where(ranks[1:] > ranks[:-1], np.arange(1, size)[:, None], size)
    first = _from_here_down(rises)[:-1]
    return np.asarray(first * columns + np.arange(columns))


def _from_here_down(rows: Ints) -> Ints:
    """The least of each column from each place on down; one row more, HIGHEST, stands below."""
    least = np.full((len(rows) + 1, rows.shape[1]), HIGHEST)
    if len(rows) > rows.shape[1]:
        least[:-1] = np.minimum.accumulate(rows[::-1])[::-1]
        return least
    for place in range(len(rows) - 1, -1, -1):
        np.minimum(rows[place], least[place + 1], out=least[place])
    return least
