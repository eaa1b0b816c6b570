"""How parties compare states when they decide: what they leave for, join in, are deterred by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from winset.stability.conflict import Conflict
from winset.stability.moves.relations import Ints, Truths

Comparison = Callable[[str, Ints, Ints], Truths]
"""Of a party, states it stands at and states they are compared with, pair by pair (broadcast)."""


@dataclass(frozen=True, slots=True)
class Attitude:
    """What the concepts ask of a party's preference; the kinds of preference answer differently.

    `leaves`: it would leave the first state for the second. `joins`: as an opponent or a partner
    it would move from the first to the second. `deters`: ending in the second makes leaving the
    first not worth while.
    """

    leaves: Comparison
    joins: Comparison
    deters: Comparison


def by_ranks(conflict: Conflict) -> Attitude:
    """The attitude of known preference: ≻ to leave or join, ≾ to be deterred."""

    def prefers(party: str, starts: Ints, ends: Ints) -> Truths:
        ranks = conflict.ranks_of(party)
        return np.asarray(ranks[ends] > ranks[starts])

    def no_better(party: str, starts: Ints, ends: Ints) -> Truths:
        return ~prefers(party, starts, ends)

    return Attitude(prefers, prefers, no_better)
