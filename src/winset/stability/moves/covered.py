"""Moves of states that stand for several combinations of options: what any of these can do."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from winset.stability.moves.blocks import columns_of
from winset.stability.moves.groups import FreeMoves, listed_targets, taken
from winset.stability.moves.relations import HIGHEST, Ints, Relation, Steps, Truths


class Cover:
    """Which combinations each state stands for.

    `home` gives each combination its state. Each state has one `first` combination; the `further`
    ones of all states follow those in no order that matters.
    """

    def __init__(self, home: Ints) -> None:
        self.home = home
        _, self.first = np.unique(home, return_index=True)
        further = np.ones(len(home), dtype=np.bool_)
        further[self.first] = False
        self.further = np.flatnonzero(further)

    @property
    def count(self) -> int:
        """How many states there are."""
        return len(self.first)

    @cached_property
    def members(self) -> Relation:
        """From states to their combinations."""
        starts = np.concatenate([[0], np.cumsum(np.bincount(self.home))])
        return Relation((), starts, np.argsort(self.home, kind="stable"))

    def spread(self, values: Ints) -> Ints:
        """The value of its state for every combination."""
        return taken(values, self.home)

    def least(self, values: Ints) -> Ints:
        """The least value of its combinations for every state."""
        least = values[self.first]
        np.minimum.at(least, self.home[self.further], values[self.further])
        return least


class CoveredMoves(Relation):
    """Free moves among combinations, as moves among the states these stand for.

    A move that stays within one state is none.
    """

    inner: FreeMoves
    cover: Cover

    def __init__(self, inner: FreeMoves, cover: Cover) -> None:
        transitive = inner.transitive and inner.links is None and _meet_once(inner, cover)
        vars(self).update(movers=inner.movers, inner=inner, cover=cover, transitive=transitive)

    @property
    def count(self) -> int:
        """How many states there are."""
        return self.cover.count

    @cached_property
    def starts(self) -> Ints:
        """Where the moves of each state begin among all that are listed."""
        return self._listed[0]

    @cached_property
    def targets(self) -> Ints:
        """The ends of all moves; raises Misuse where there are too many to list."""
        return self._listed[1]

    @cached_property
    def _listed(self) -> tuple[Ints, Ints]:
        at_most = int(self.inner.starts[-1])
        return listed_targets(self, at_most)

    def least_after(self, values: Ints) -> Ints:
        """The least of `values` one move away from each state; HIGHEST where there is no move."""
        return self.cover.least(_least_elsewhere(self.inner, self.cover, values))

    def least_within(self, values: Ints) -> Ints:
        """The least of `values` at each state or one move away."""
        return self.cover.least(self.inner.least_within(self.cover.spread(values)))

    def successors(self, sources: Ints) -> tuple[Ints, Ints]:
        """Every move from `sources`: the place of its start in `sources`, and its end."""
        which, combinations = self.cover.members.successors(sources)
        further, ends = self.inner.successors(combinations)
        which, ends = which[further], self.cover.home[ends]
        moved = ends != sources[which]
        keys = np.unique(which[moved] * np.int64(self.count) + ends[moved])
        return keys // self.count, keys % self.count

    def predecessors(self, state: int) -> Ints:
        """The states from which a move leads to `state`, in ascending order."""
        blocks, links = self.inner.blocks, self.inner.links
        leads = np.zeros(blocks.count, dtype=np.bool_)
        leads[blocks.of[self.cover.home == state]] = True
        if links is not None:
            leads[links.sources[leads[links.targets]]] = True
        found = np.unique(self.cover.home[leads[blocks.of]])
        return np.asarray(found[found != state])


class CoveredSteps:
    """Steps among combinations that never stay within one state, as steps among states."""

    def __init__(self, inner: Steps, moves: CoveredMoves) -> None:
        self.inner, self.cover = inner, moves.cover
        self.movers, self.transitive = moves.movers, moves.transitive

    def least_after(self, values: Ints) -> Ints:
        """The least of `values` one step away from each state; HIGHEST where there is none."""
        return self.cover.least(self.inner.least_after(self.cover.spread(values)))

    def least_within(self, values: Ints) -> Ints:
        """The least of `values` at each state or one step away."""
        return np.minimum(values, self.least_after(values))


def _meet_once(moves: FreeMoves, cover: Cover) -> bool:
    """Whether no state opens the way from one block to another.

    It does where it has combinations in two blocks, each of which has other states as well.
    """
    several = np.bincount(cover.home, minlength=cover.count) > 1
    leads_on = _block_has_others(moves, cover)
    combinations = np.flatnonzero(several[cover.home] & leads_on[moves.blocks.of])
    pairs = cover.home[combinations] * np.int64(moves.blocks.count)
    met = np.unique(pairs + moves.blocks.of[combinations]) // moves.blocks.count
    return len(np.unique(met)) == len(met)


def _block_has_others(moves: FreeMoves, cover: Cover) -> Truths:
    """Which blocks hold combinations of more than one state."""
    states = moves.blocks.minima(cover.home), -moves.blocks.minima(-cover.home)
    return np.asarray(states[0] != states[1])


def _least_elsewhere(moves: FreeMoves, cover: Cover, values: Ints) -> Ints:
    """For each combination the least value one move away, in another state than its own.

    A block needs two numbers for that: its least value, and the least in any other state than
    the one that has it.
    """
    spread, home = cover.spread(values), cover.home
    least = np.empty(len(home), dtype=values.dtype)
    ends = [np.empty(moves.blocks.count, dtype=np.int64) for _ in range(3)]
    begin = 0
    for block in moves.blocks.members:
        for columns in columns_of(block):
            states = block[:, columns]
            best, owner, second = _two_least(spread.take(states), home.take(states))
            least[states] = np.where(home.take(states) == owner, second, best)
            places = slice(begin + columns.start, begin + columns.start + states.shape[1])
            for kept, found in zip(ends, (best, owner, second), strict=True):
                kept[places] = found
        begin += block.shape[1]
    if moves.links is None:
        return least
    best, owner, second = (taken(one, moves.blocks.of) for one in _across(moves.links, *ends))
    beyond = np.where(home == owner, second, best)
    return np.minimum(least, beyond).astype(values.dtype)


def _two_least(rows: Ints, owners: Ints) -> tuple[Ints, Ints, Ints]:
    """Of each column the least value, its owner, and the least value of any other owner."""
    place = rows.argmin(axis=0)[np.newaxis]
    best, owner = np.take_along_axis(rows, place, 0)[0], np.take_along_axis(owners, place, 0)[0]
    return best, owner, np.where(owners == owner, HIGHEST, rows).min(axis=0)


def _across(links: Relation, best: Ints, owner: Ints, second: Ints) -> tuple[Ints, Ints, Ints]:
    """As `_two_least`, of all blocks that each block is linked to."""
    ends, sources = links.targets, links.sources
    first = links.least_after(best)
    whose = np.full(links.count, HIGHEST, dtype=np.int64)
    np.minimum.at(whose, sources, np.where(best[ends] == first[sources], owner[ends], HIGHEST))
    other = np.full(links.count, HIGHEST, dtype=np.int64)
    elsewhere = np.where(owner[ends] == whose[sources], second[ends], best[ends])
    np.minimum.at(other, sources, elsewhere)
    return first, whose, other
