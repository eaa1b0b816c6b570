"""Moves that several make together, where all of them gain."""

from __future__ import annotations

from functools import reduce

import numpy as np

from winset.stability.moves.blocks import Blocks, columns_of
from winset.stability.moves.relations import HIGHEST, Ints, Truths


class Agreements:
    """The moves of several parties within their blocks to states that all of them rank higher.

    No one order tells what all prefer, so every pair of states in a block is compared, anew each
    time: holding the answers would take more memory than everything else.
    """

    transitive = True

    def __init__(self, movers: tuple[str, ...], blocks: Blocks, ranks: tuple[Ints, ...]) -> None:
        self.movers, self.blocks, self.ranks = movers, blocks, ranks

    def least_after(self, values: Ints) -> Ints:
        """The least of `values` one move away that all prefer; HIGHEST where there is none."""
        least = np.empty(len(values), dtype=values.dtype)
        for block in self.blocks.members:
            for columns in columns_of(block):
                states = block[:, columns]
                there = values.take(states)
                standing = [ranks.take(states) for ranks in self.ranks]
                for start, here in enumerate(states):
                    better = _all_higher(standing, start)
                    least[here] = np.where(better, there, HIGHEST).min(axis=0)
        return least

    def least_within(self, values: Ints) -> Ints:
        """The least of `values` at each state or one such move away."""
        return np.minimum(values, self.least_after(values))


def _all_higher(standing: list[Ints], start: int) -> Truths:
    """Which members of each block every party ranks above the member in row `start`."""
    return reduce(np.logical_and, (ranks > ranks[start] for ranks in standing))
