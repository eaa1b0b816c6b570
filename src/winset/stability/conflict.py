"""What the engine works on: parties, moves and ranks, however the states were made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from winset.stability.relations import Ints, Relation, is_free

if TYPE_CHECKING:
    from winset.model.space import StateSpace


@dataclass(frozen=True, slots=True, eq=False)
class Conflict:
    """A graph model: one relation for each party and for each group that moves by agreement.

    `improving` holds the moves that every mover prefers, in the order of `moves`. `ranks` has
    shape (parties, states); higher is better, equal is indifferent.
    """

    parties: tuple[str, ...]
    moves: tuple[Relation, ...]
    improving: tuple[Relation, ...]
    ranks: Ints

    @property
    def count(self) -> int:
        """How many states there are."""
        return int(self.ranks.shape[1])


def conflict(space: StateSpace) -> Conflict:
    """The conflict of a model's states."""
    parties = tuple(party.id for party in space.model.parties)
    moves = [Relation(moves.movers, moves.starts, moves.targets) for moves in space.moves]
    ranks = np.array([space.ranks(party) for party in parties], dtype=np.int64)
    return conflict_of(parties, moves, ranks.reshape(len(parties), space.count))


def conflict_of(parties: tuple[str, ...], moves: Sequence[Relation], ranks: Ints) -> Conflict:
    """The conflict of these moves and ranks, its improvements worked out."""
    known = tuple(replace(relation, transitive=is_free(relation)) for relation in moves)
    improving = tuple(
        replace(
            preferred(relation, relation.movers, parties, ranks), transitive=relation.transitive
        )
        for relation in known
    )
    return Conflict(parties, known, improving, ranks)


def preferred(
    relation: Relation, by: Sequence[str], parties: Sequence[str], ranks: Ints
) -> Relation:
    """The moves of `relation` whose end everyone named in `by` prefers to their start."""
    keep = np.ones(len(relation.targets), dtype=np.bool_)
    for name in by:
        worth = ranks[parties.index(name)]
        keep &= worth[relation.targets] > worth[relation.sources]
    return relation.only(keep)


def improvements(conflict: Conflict, party: str) -> tuple[Relation, ...]:
    """The moves in which `party` takes part and which all who make them prefer."""
    return tuple(relation for relation in conflict.improving if party in relation.movers)


def responses(conflict: Conflict, party: str) -> tuple[Relation, ...]:
    """The moves the opponents of `party` make without it."""
    return tuple(relation for relation in conflict.moves if party not in relation.movers)


def improving_responses(conflict: Conflict, party: str) -> tuple[Relation, ...]:
    """The moves the opponents of `party` make without it and prefer, every mover of them."""
    return tuple(relation for relation in conflict.improving if party not in relation.movers)


def ways_out(conflict: Conflict, party: str) -> tuple[Relation, ...]:
    """The moves left to `party` after a sanction: its own, and those its partners would join.

    Its own moves count whether it likes them or not; a joint move counts where every other
    member prefers its end.
    """
    return tuple(
        preferred(relation, _others(relation, party), conflict.parties, conflict.ranks)
        for relation in conflict.moves
        if party in relation.movers
    )


def _others(relation: Relation, party: str) -> tuple[str, ...]:
    """The partners of `party` in a move."""
    return tuple(mover for mover in relation.movers if mover != party)
