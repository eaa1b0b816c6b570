"""What the engine works on: parties, moves and ranks, however the states were made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from winset.stability.groups import FreeMoves, blocks_of, climbs
from winset.stability.relations import Ints, Relation, Steps, Truths

if TYPE_CHECKING:
    from winset.model.space import StateSpace


@dataclass(frozen=True, slots=True, eq=False)
class Conflict:
    """A graph model: one relation for each party and for each group that moves by agreement.

    `ranks` has shape (parties, states); higher is better, equal is indifferent. `steps` are the
    `moves` in the form that is quickest to follow, and `improving` those of them that every mover
    prefers, both in the order of `moves`.
    """

    parties: tuple[str, ...]
    moves: tuple[Relation, ...]
    ranks: Ints
    steps: tuple[Steps, ...]
    improving: tuple[Steps, ...]

    @property
    def count(self) -> int:
        """How many states there are."""
        return int(self.ranks.shape[1])

    def ranks_of(self, party: str) -> Ints:
        """The ranks a party gives the states."""
        return np.asarray(self.ranks[self.parties.index(party)])

    def all_prefer(self, group: Sequence[str], starts: Ints, ends: Ints) -> Truths:
        """Where everyone in `group` prefers `ends` to `starts`, pair by pair."""
        agreed = np.ones(len(ends), dtype=np.bool_)
        for party in group:
            ranks = self.ranks_of(party)
            agreed &= ranks[ends] > ranks[starts]
        return agreed


def conflict(space: StateSpace) -> Conflict:
    """The conflict of a model's states."""
    parties = tuple(party.id for party in space.model.parties)
    moves = [Relation(moves.movers, moves.starts, moves.targets) for moves in space.moves]
    ranks = np.array([space.ranks(party) for party in parties], dtype=np.int64)
    return conflict_of(parties, moves, ranks.reshape(len(parties), space.count))


def conflict_of(parties: tuple[str, ...], moves: Sequence[Relation], ranks: Ints) -> Conflict:
    """The conflict of these moves and ranks, its improvements worked out."""
    listed = Conflict(parties, tuple(moves), ranks, tuple(moves), ())
    pairs = [_steps_and_improvements(relation, listed) for relation in moves]
    steps, improving = tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs)
    return Conflict(parties, listed.moves, ranks, steps, improving)


def _steps_and_improvements(relation: Relation, conflict: Conflict) -> tuple[Steps, Steps]:
    """The moves of a relation and those its movers prefer, by groups where they make groups.

    Improvements among free moves are transitive: who prefers q to s and r to q prefers r to s.
    """
    movers, blocks = relation.movers, blocks_of(relation)
    if blocks is None:
        return relation, preferred(relation, movers, conflict)
    if len(movers) == 1:
        return FreeMoves(movers, blocks), climbs(movers, blocks, conflict.ranks_of(movers[0]))
    liked = preferred(relation, movers, conflict)
    return FreeMoves(movers, blocks), replace(liked, transitive=True)


def preferred(relation: Relation, by: Sequence[str], conflict: Conflict) -> Relation:
    """The moves of `relation` whose end everyone named in `by` prefers to their start."""
    return relation.only(conflict.all_prefer(by, relation.sources, relation.targets))


def improvements(conflict: Conflict, party: str) -> tuple[Steps, ...]:
    """The moves in which `party` takes part and which all who make them prefer."""
    return tuple(steps for steps in conflict.improving if party in steps.movers)


def responses(conflict: Conflict, party: str) -> tuple[Steps, ...]:
    """The moves the opponents of `party` make without it."""
    return tuple(steps for steps in conflict.steps if party not in steps.movers)


def improving_responses(conflict: Conflict, party: str) -> tuple[Steps, ...]:
    """The moves the opponents of `party` make without it and prefer, every mover of them."""
    return tuple(steps for steps in conflict.improving if party not in steps.movers)
