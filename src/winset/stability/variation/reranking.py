"""The same conflict under other preferences."""

from __future__ import annotations

import numpy as np

from winset.stability.conflict import Conflict, conflict_of
from winset.stability.moves.groups import FreeMoves, free_moves
from winset.stability.moves.relations import Ints, Relation


def reranked(conflict: Conflict, ranks: Ints) -> Conflict:
    """The conflict with these ranks, of shape (parties, states), in the place of its own."""
    moves = [_resorted(moves, conflict, ranks) for moves in conflict.moves]
    return conflict_of(conflict.parties, moves, ranks)


def _resorted(moves: Relation, conflict: Conflict, ranks: Ints) -> Relation:
    """The moves again; free moves of one party are kept sorted by its ranks."""
    if not isinstance(moves, FreeMoves) or len(moves.movers) > 1:
        return moves
    row = conflict.parties.index(moves.movers[0])
    if np.array_equal(conflict.ranks[row], ranks[row]):
        return moves
    own = ranks[row].astype(conflict.ranks.dtype)
    return free_moves(moves.movers, moves.blocks.of, own, moves.links, moves.transitive)
