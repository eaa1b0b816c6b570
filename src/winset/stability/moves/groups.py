"""Moves that lead from any state of a block to any other: no need to list them one by one."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from winset.errors import Misuse
from winset.stability.moves.blocks import (
    CHUNK,
    Blocks,
    blocks_by_rank,
    columns_of,
    least_of_others,
    lower_upwards,
)
from winset.stability.moves.relations import HIGHEST, Ints, Relation

MOST_LISTED = 1 << 27
"""Moves that are listed one by one where a concept needs them so (a gigabyte)."""


class FreeMoves(Relation):
    """Moves from any state of a block to any other, and to every state of the blocks linked to it.

    `links` leads from blocks to blocks, None where there is nowhere to go.
    """

    blocks: Blocks
    links: Relation | None

    def __init__(
        self, movers: tuple[str, ...], blocks: Blocks, links: Relation | None, transitive: bool
    ) -> None:
        vars(self).update(movers=movers, blocks=blocks, links=links, transitive=transitive)

    @property
    def count(self) -> int:
        """How many states there are."""
        return len(self.blocks.of)

    @cached_property
    def starts(self) -> Ints:
        """Where the moves of each state begin among all that are listed."""
        ends = np.cumsum(self._sizes(), dtype=np.int64)
        return np.concatenate([np.zeros(1, dtype=np.int64), ends])

    @cached_property
    def targets(self) -> Ints:
        """The ends of all moves; raises Misuse where there are too many to list."""
        return listed_targets(self, int(self.starts[-1]))[1]

    def least_after(self, values: Ints) -> Ints:
        """The least of `values` one move away from each state; HIGHEST where there is no move."""
        least = np.empty(len(values), dtype=values.dtype)
        for block in self.blocks.members:
            for columns in columns_of(block):
                states = block[:, columns]
                least[states] = least_of_others(values.take(states))
        if self.links is None:
            return least
        beyond = self.links.least_after(self.blocks.minima(values))
        return np.minimum(least, beyond.take(self.blocks.of), out=least)

    def least_within(self, values: Ints) -> Ints:
        """The least of `values` at each state or one move away."""
        minima = self.blocks.minima(values)
        if self.links is not None:
            minima = self.links.least_within(minima)
        return taken(minima, self.blocks.of)

    def successors(self, sources: Ints) -> tuple[Ints, Ints]:
        """Every move from `sources`: the place of its start in `sources`, and its end."""
        own = self.blocks.of[sources]
        which, reached = np.arange(len(sources)), own
        if self.links is not None:
            further, linked = self.links.successors(own)
            which, reached = np.concatenate([which, further]), np.concatenate([reached, linked])
        places, ends = self.members.successors(reached)
        which = which[places]
        moved = ends != sources[which]
        which, ends = which[moved], ends[moved]
        order = np.argsort(which * np.int64(self.count) + ends)
        return which[order], ends[order].astype(np.int64)

    def predecessors(self, state: int) -> Ints:
        """The states from which a move leads to `state`, in ascending order."""
        block = int(self.blocks.of[state])
        leads = np.zeros(self.blocks.count, dtype=np.bool_)
        leads[block] = True
        if self.links is not None:
            leads[self.links.predecessors(block)] = True
        found = np.flatnonzero(leads[self.blocks.of])
        return np.asarray(found[found != state])

    def ends_of(self, sources: Ints) -> Ints:
        """The states that a move leads to from any of `sources`, in ascending order."""
        standing = np.bincount(self.blocks.of[sources], minlength=self.blocks.count)
        others = standing[self.blocks.of]
        others[sources] -= 1
        if self.links is not None:
            linked = np.zeros(self.blocks.count, dtype=np.bool_)
            linked[self.links.successors(np.flatnonzero(standing))[1]] = True
            others += linked[self.blocks.of]
        return np.flatnonzero(others)

    def ends_above(self, sources: Ints, ranks: Ints) -> Ints:
        """The states that a move leads to from a lower one of `sources`, in ascending order."""
        floors = np.full(self.blocks.count, HIGHEST, dtype=ranks.dtype)
        np.minimum.at(floors, self.blocks.of[sources], ranks[sources])
        if self.links is not None:
            lowest = floors.copy()
            np.minimum.at(lowest, self.links.targets, floors[self.links.sources])
            floors = lowest
        return np.flatnonzero(taken(floors, self.blocks.of) < ranks)

    @cached_property
    def members(self) -> Relation:
        """From blocks to their states."""
        sizes = np.repeat(
            [len(block) for block in self.blocks.members],
            [block.shape[1] for block in self.blocks.members],
        )
        starts = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes)])
        states = [block.T.reshape(-1) for block in self.blocks.members]
        return Relation(self.movers, starts, np.concatenate(states))

    def _sizes(self) -> Ints:
        """How many moves lead from each state."""
        sizes = np.diff(self.members.starts)
        further = np.zeros(len(sizes), dtype=np.int64)
        if self.links is not None:
            np.add.at(further, self.links.sources, sizes[self.links.targets])
        return np.asarray((sizes + further - 1)[self.blocks.of])


def listed_targets(moves: Relation, number: int) -> tuple[Ints, Ints]:
    """Moves listed one by one, `number` of them at most: where each state's begin, and all ends.

    Raises Misuse where there are too many.
    """
    if number > MOST_LISTED:
        raise Misuse(
            f"{' and '.join(moves.movers)} can make {number:,} moves, and this question needs "
            f"them listed one by one (about {number * 24 // 10**9 + 1} GB); at most "
            f"{MOST_LISTED:,} can be: leave issues or options out, or rule states out"
        )
    which, ends = moves.successors(np.arange(moves.count))
    sizes = np.bincount(which, minlength=moves.count)
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes)]), ends


class Climbs:
    """The free moves of one party to states that it ranks higher.

    Members of a block run from the lowest rank to the highest, so the higher ones are a tail of
    their column. Tails are numbered row by row, block by block; `beyond` gives each state its
    own, the number of states where that is empty, and `across` those in linked blocks.
    """

    def __init__(self, moves: FreeMoves, ranks: Ints) -> None:
        self.movers, self.transitive = moves.movers, moves.transitive
        self.blocks = moves.blocks
        self.beyond = np.empty(moves.count, dtype=np.int32)
        begin = 0
        for block in self.blocks.members:
            for columns in columns_of(block):
                states = block[:, columns]
                first = _first_higher(ranks.take(states))
                tails = begin + first * block.shape[1] + np.arange(block.shape[1])[columns]
                self.beyond[states] = np.where(first < len(block), tails, moves.count)
            begin += block.size
        self.across = None if moves.links is None else _across(moves, moves.links, ranks)

    def least_after(self, values: Ints) -> Ints:
        """The least of `values` at the higher states one move away; HIGHEST where there is none."""
        tails = self._tails(values)
        least = taken(tails, self.beyond)
        if self.across is None:
            return least
        return np.minimum(least, self.across.least_after(tails), out=least)

    def least_within(self, values: Ints) -> Ints:
        """The least of `values` at each state or at the higher ones one move away."""
        least = self.least_after(values)
        return np.minimum(least, values, out=least)

    def _tails(self, values: Ints) -> Ints:
        """The least of each tail; HIGHEST for the empty one."""
        tails = np.empty(len(values) + 1, dtype=values.dtype)
        tails[-1] = HIGHEST
        begin = 0
        for block in self.blocks.members:
            part = tails[begin : begin + block.size].reshape(block.shape)
            for columns in columns_of(block):
                rows = values.take(block[:, columns])
                lower_upwards(rows)
                part[:, columns] = rows
            begin += block.size
        return tails


def taken(values: Ints, places: Ints) -> Ints:
    """As `values[places]`, some thousand at a time."""
    found = np.empty(len(places), dtype=values.dtype)
    for begin in range(0, len(places), CHUNK):
        end = begin + CHUNK
        values.take(places[begin:end], out=found[begin:end], mode="clip")
    return found


def free_moves(
    movers: tuple[str, ...], label: Ints, ranks: Ints, links: Relation | None, transitive: bool
) -> FreeMoves:
    """The free moves among states with one label, and along `links` between labels.

    `ranks` are those of the mover, or any where several move by agreement.
    """
    blocks, number = blocks_by_rank(label, ranks)
    return FreeMoves(movers, blocks, links and _renumbered(links, number), transitive)


def _renumbered(links: Relation, number: Ints) -> Relation:
    sources, targets = number[links.sources].astype(np.int64), number[links.targets]
    order = np.argsort(sources * links.count + targets)
    sizes = np.bincount(sources, minlength=links.count)
    starts = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes)])
    return Relation(links.movers, starts, targets[order], links.transitive)


def _first_higher(ranks: Ints) -> Ints:
    """The row of the first higher rank below each, in columns that never fall."""
    size = len(ranks)
    first = np.full(ranks.shape, size)
    first[:-1] = np.where(ranks[1:] > ranks[:-1], np.arange(1, size)[:, None], size)
    lower_upwards(first)
    return first


def _across(moves: FreeMoves, links: Relation, ranks: Ints) -> Relation:
    """From each state to the tails of higher states in the blocks linked to its own."""
    members, widths = moves.members, [block.shape[1] for block in moves.blocks.members]
    keys = np.repeat(np.arange(members.count), np.diff(members.starts)) << 32
    keys += ranks[members.targets]
    which, block = links.successors(moves.blocks.of)
    first = np.searchsorted(keys, (block.astype(np.int64) << 32) + ranks[which], side="right")
    higher = first < members.starts[block + 1]
    which, block, first = which[higher], block[higher], first[higher]
    width = np.repeat(widths, widths)
    column = np.concatenate([np.arange(width) for width in widths])
    begin = members.starts[np.arange(members.count) - column]
    tails = begin[block] + (first - members.starts[block]) * width[block] + column[block]
    sizes = np.bincount(which, minlength=moves.count)
    starts = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes)])
    return Relation(moves.movers, starts, tails)
