"""What the engine works on: parties, moves and ranks, however the states were made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from winset.errors import Misuse
from winset.stability.moves.agreement import Agreements
from winset.stability.moves.blocks import labels_of
from winset.stability.moves.covered import Cover, CoveredMoves, CoveredSteps
from winset.stability.moves.groups import Climbs, FreeMoves, free_moves
from winset.stability.moves.relations import RANK, Ints, Relation, Steps, Truths
from winset.stability.threads import side_by_side

if TYPE_CHECKING:
    from winset.model.space import StateSpace


@dataclass(frozen=True, slots=True, eq=False)
class Conflict:
    """A graph model: one relation for each party and for each group that moves by agreement.

    `ranks` has shape (parties, states); higher is better, equal is indifferent. `improving` are
    those of the `moves`, in their order, that every mover prefers. Free moves are not listed one
    by one unless something asks for them so.
    """

    parties: tuple[str, ...]
    moves: tuple[Relation, ...]
    ranks: Ints
    improving: tuple[Steps, ...]

    @property
    def steps(self) -> tuple[Relation, ...]:
        """The `moves`."""
        return self.moves

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


@lru_cache(maxsize=1)  # routes and explanations follow the analysis of the same states
def conflict(space: StateSpace) -> Conflict:
    """The conflict of a model's states; raises Misuse where it would not fit or has no parties."""
    return laid_out(space)


def laid_out(space: StateSpace) -> Conflict:
    """As `conflict`, each time anew."""
    parties = tuple(party.id for party in space.model.parties)
    if not parties:
        raise Misuse(
            "the model has no parties, so nobody can move and there is nothing to judge; name who "
            'takes part, as [parties.NAME], and who changes each issue, as by = "NAME"'
        )
    ranks = np.empty((len(parties), space.count), dtype=RANK)

    def rank(row: int) -> None:
        ranks[row] = space.ranks(parties[row])

    side_by_side(rank, range(len(parties)), space.count)
    plain = Conflict(parties, (), ranks, ())
    cover = Cover(space.home) if len(space.home) > space.count else None

    def moves_of(group: tuple[str, ...]) -> Relation:
        return _moves_of(space, group, plain, cover)

    return _with_moves(plain, side_by_side(moves_of, space.movers, space.count))


def conflict_of(parties: tuple[str, ...], moves: Sequence[Relation], ranks: Ints) -> Conflict:
    """The conflict of these moves and ranks, its improvements worked out."""
    plain = Conflict(parties, (), _four_bytes(ranks), ())
    return _with_moves(plain, [_freed(relation, plain) for relation in moves])


def _four_bytes(ranks: Ints) -> Ints:
    """The same order in ranks of four bytes."""
    if abs(ranks).max(initial=0) < np.iinfo(RANK).max:
        return ranks.astype(RANK)
    rows = [np.unique(row, return_inverse=True)[1].reshape(-1) for row in ranks]
    return np.array(rows, dtype=RANK)


def _with_moves(plain: Conflict, moves: Sequence[Relation]) -> Conflict:
    def improvements_among(relation: Relation) -> Steps:
        return _improvements_among(relation, plain)

    improving = side_by_side(improvements_among, moves, plain.count)
    return Conflict(plain.parties, tuple(moves), plain.ranks, improving)


def _moves_of(
    space: StateSpace, group: tuple[str, ...], plain: Conflict, cover: Cover | None
) -> Relation:
    """The moves of a party or a group, by blocks where the model's options make them."""
    control = space.control(group)
    if control is None:
        listed = space.moves_of(group)
        return _freed(Relation(group, listed.starts, listed.targets), plain)
    linked = control.links
    links = Relation(group, linked.starts, linked.targets) if linked else None
    ranks = plain.ranks_of(group[0])[space.home]
    moves = free_moves(group, control.label, ranks, links, control.transitive)
    return moves if cover is None else CoveredMoves(moves, cover)


def _freed(relation: Relation, plain: Conflict) -> Relation:
    """The same moves, by blocks where they make blocks."""
    if isinstance(relation, FreeMoves | CoveredMoves):
        return relation
    label = labels_of(relation)
    if label is None:
        return relation
    ranks = plain.ranks_of(relation.movers[0])
    return free_moves(relation.movers, label, ranks, None, transitive=True)


def _improvements_among(relation: Relation, plain: Conflict) -> Steps:
    """The moves of a relation that every mover prefers.

    Improvements among transitive moves are transitive: who prefers q to s and r to q prefers r
    to s.
    """
    movers = relation.movers
    if isinstance(relation, CoveredMoves):
        return _covered_improvements(relation, plain)
    if not isinstance(relation, FreeMoves):
        return preferred(relation, movers, plain)
    if len(movers) == 1:
        return Climbs(relation, plain.ranks_of(movers[0]))
    if relation.links is None:
        ranks = tuple(plain.ranks_of(mover) for mover in movers)
        return Agreements(movers, relation.blocks, ranks)
    return replace(preferred(relation, movers, plain), transitive=relation.transitive)


def _covered_improvements(relation: CoveredMoves, plain: Conflict) -> Steps:
    """As `_improvements_among`, of the combinations that states stand for."""
    inner, home = relation.inner, relation.cover.home
    ranks = tuple(plain.ranks_of(mover)[home] for mover in relation.movers)
    if len(ranks) == 1:
        sorted_ = free_moves(
            relation.movers, inner.blocks.of, ranks[0], inner.links, inner.transitive
        )
        return CoveredSteps(Climbs(sorted_, ranks[0]), relation)
    if inner.links is None:
        return CoveredSteps(Agreements(relation.movers, inner.blocks, ranks), relation)
    liked = preferred(relation, relation.movers, plain)
    return replace(liked, transitive=relation.transitive)


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
