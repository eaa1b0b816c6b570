"""States in blocks: within a block the movers go from any state to any other.

This is how a party moves whenever its options can be changed back and forth: a block is what its
own options make of one choice by the others. Options that change one way only lead from block to
block.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from winset.stability.moves.relations import HIGHEST, Ints, Relation

CHUNK = 1 << 16
"""States worked on at a time, so that they stay near the processor."""
_FEWEST_COLUMNS = 512


@dataclass(frozen=True, slots=True, eq=False)
class Blocks:
    """The blocks, numbered by size, and for each state its own.

    `members` holds the states, the blocks of one size together: each array has shape (size,
    blocks), and runs down from the lowest rank to the highest where it was made with ranks.
    """

    of: Ints
    members: tuple[Ints, ...]

    @property
    def count(self) -> int:
        """How many blocks there are."""
        return sum(block.shape[1] for block in self.members)

    def minima(self, values: Ints) -> Ints:
        """The least value of each block: shape (blocks,)."""
        parts = [
            values.take(block[:, columns]).min(axis=0)
            for block in self.members
            for columns in columns_of(block)
        ]
        return np.concatenate(parts)


def columns_of(block: Ints) -> Iterator[slice]:
    """The columns of an array of members, some thousand states at a time."""
    size, columns = block.shape
    step = max(_FEWEST_COLUMNS, CHUNK // size)
    return (slice(begin, begin + step) for begin in range(0, columns, step))


def blocks_by_rank(label: Ints, ranks: Ints) -> tuple[Blocks, Ints]:
    """The blocks of states with one label, and the number of each label's block.

    Labels count from 0 without a gap. States of a block come in the order of `ranks`.
    """
    sizes = np.bincount(label)
    by_size = np.argsort(sizes, kind="stable")
    number = np.empty(len(sizes), dtype=np.int32)
    number[by_size] = np.arange(len(sizes), dtype=np.int32)
    of = number[label]
    low = int(ranks.min(initial=0))
    spread = int(ranks.max(initial=0)) - low + 1
    keys = of.astype(np.int64) * spread
    keys += ranks
    ordered = np.argsort(keys).astype(np.int32)
    return Blocks(of, tuple(_by_size(ordered, sizes[by_size]))), number


def _by_size(ordered: Ints, sizes: Ints) -> Iterator[Ints]:
    """The states in the order of their blocks, one array for each size of block."""
    cuts = [0, *(np.flatnonzero(np.diff(sizes)) + 1).tolist(), len(sizes)]
    begin = 0
    for first, last in pairwise(cuts):
        size, many = int(sizes[first]), last - first
        part = ordered[begin : begin + size * many]
        yield np.ascontiguousarray(part.reshape(many, size).T)
        begin += size * many


def labels_of(relation: Relation) -> Ints | None:
    """A label for each state's block where listed moves make blocks, None where they do not.

    A block is known by its lowest state. The moves make blocks when each keeps to its block and
    there are as many from a state as its block has other states.
    """
    sizes = np.diff(relation.starts)
    places = np.arange(relation.count)
    lowest = np.minimum(places, relation.least_after(places))
    members = np.bincount(lowest, minlength=relation.count)
    if not np.array_equal(sizes, members[lowest] - 1):
        return None
    if not np.array_equal(lowest[relation.targets], np.repeat(lowest, sizes)):
        return None
    return np.asarray((np.cumsum(members > 0) - 1)[lowest])


def lower_upwards(rows: Ints) -> None:
    """Turn each place into the least of its column from there on down, in place."""
    if len(rows) > rows.shape[1]:
        rows[:] = np.minimum.accumulate(rows[::-1])[::-1]
        return
    for place in range(len(rows) - 2, -1, -1):
        np.minimum(rows[place], rows[place + 1], out=rows[place])


def least_of_others(rows: Ints) -> Ints:
    """The least of each column but for the place itself; HIGHEST where it is alone."""
    below, above = rows.copy(), rows[::-1].copy()
    lower_upwards(below)
    lower_upwards(above)
    least = np.full(rows.shape, HIGHEST, dtype=rows.dtype)
    least[:-1] = below[1:]
    np.minimum(least[1:], above[::-1][:-1], out=least[1:])
    return least
