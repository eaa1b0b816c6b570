"""The same conflict under other preferences."""

from __future__ import annotations

from winset.stability.conflict import Conflict, conflict_of
from winset.stability.relations import Ints, Relation


def reranked(conflict: Conflict, ranks: Ints) -> Conflict:
    """The conflict with these ranks, of shape (parties, states), in the place of its own.

    The moves are handed on as lists: what is quickest to follow depends on the ranks.
    """
    listed = [Relation(moves.movers, moves.starts, moves.targets) for moves in conflict.moves]
    return conflict_of(conflict.parties, listed, ranks)
