"""What ranks settle for several parties at once, before the states left are judged one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from winset.stability.concepts.dominance import alike_in, dominated
from winset.stability.concepts.propagation import least_reachable
from winset.stability.concepts.sides import ANSWERS, Side, require_few_questions, stable_for
from winset.stability.conflict import Conflict, preferred
from winset.stability.moves.covered import CoveredMoves
from winset.stability.moves.groups import FreeMoves
from winset.stability.moves.relations import Ints, Relation, Truths, greatest_after

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Own:
    """How a group moves by itself.

    `greatest` gives the greatest of some values at each state or where the group can take it.
    States with one `label` are those it can take from each to any other; None where its moves do
    not lead back.
    """

    group: Group
    greatest: Callable[[Ints], Ints]
    label: Ints | None


def stable_by_ranks(conflict: Conflict, side: Callable[[], Side], own: Own, concept: str) -> Truths:
    """Where a group that leaves for what all its members prefer is stable: shape (states,).

    Steps: work out what each member can be sure of when the group leaves. The state is stable
    where no end is sure to be better for all. Where the group's moves lead back, so that this is
    known exactly, and a way out does not count, it is else unstable. States not settled so are
    judged one by one, those that all members rank alike together.

    `side` is made only when it is needed. Raises Misuse where too many states are left.
    """
    ranks = np.array([conflict.ranks_of(member) for member in own.group])
    left = _may_leave(own, np.array(_assured(conflict, own, concept)), ranks)
    stable = ~left
    if own.label is not None and concept not in _WITHOUT_WAY_OUT:
        return stable
    if own.label is not None:
        surely = np.array(_assured(conflict, own, _WITHOUT_WAY_OUT[concept]))
        left &= ~_may_leave(own, surely, ranks)
    rest = np.flatnonzero(left)
    if not rest.size:
        return stable
    alike = alike_in(ranks[:, rest])
    what = f"judging {' + '.join(own.group)} by {concept.upper()}"
    require_few_questions(int(alike.max(initial=-1)) + 1, conflict.count, what)
    stable[rest] = stable_for(side(), concept, rest, conflict.count, alike)
    return stable


def some_never_gain(conflict: Conflict, group: Group) -> bool:
    """Whether a member is indifferent between all states, so that the group never leaves."""
    rows = (conflict.ranks_of(member) for member in group)
    return any(bool(row.size) and row.min() == row.max() for row in rows)


_WITHOUT_WAY_OUT = {"smr": "gmr", "sseq": "seq"}


def _may_leave(own: Own, assured: Ints, ranks: Ints) -> Truths:
    """Where the group may gain: exactly where its moves lead back, else where each member may.

    `assured` and `ranks` have shape (members, states).
    """
    if own.label is not None:
        return dominated(own.label, assured, ranks)
    each = (own.greatest(sure) > here for sure, here in zip(assured, ranks, strict=True))
    return np.asarray(reduce(np.logical_and, each))


def _assured(conflict: Conflict, own: Own, concept: str) -> list[Ints]:
    """For each member the least rank the others can leave it with, no more than they can.

    Where a way out counts, it is the one this member likes best, though others of the group may
    not: what the others can do is made too little of rather than too much.
    """
    ranks = [conflict.ranks_of(member) for member in own.group]
    rule = ANSWERS.get(concept)
    if rule is None:
        return ranks
    values = [own.greatest(row) for row in ranks] if rule.symmetric else ranks
    moves = conflict.improving if rule.willing else conflict.moves
    others = [steps for steps in moves if not set(own.group) & set(steps.movers)]
    least = (least_reachable(row, others) for row in values)
    return [np.minimum(row, low) for row, low in zip(ranks, least, strict=True)]


def one_move(conflict: Conflict, group: Group) -> Own:
    """Of parties that move as one: at most one move."""
    own = _moves_of(conflict, group)

    def greatest(values: Ints) -> Ints:
        return reduce(np.maximum, (greatest_after(values, moves) for moves in own), values)

    return Own(group, greatest, _label(own) if len(own) == 1 else None)


def sequences_of(conflict: Conflict, group: Group) -> Own:
    """Of parties that move one after another: legal sequences."""
    own = _moves_of(conflict, group)
    return Own(group, lambda values: -least_reachable(-values, own), _label(own))


def _label(moves: Sequence[Relation]) -> Ints | None:
    """The lowest state of those that each can be taken to and back, None where not all can."""
    if not moves or not all(_leads_back(steps) for steps in moves):
        return None
    return least_reachable(np.arange(moves[0].count), moves).astype(np.int64)


def _leads_back(steps: Relation) -> bool:
    """Whether its moves lead back, and two in a row are one."""
    free = steps.inner if isinstance(steps, CoveredMoves) else steps
    return isinstance(free, FreeMoves) and free.links is None and steps.transitive


def _moves_of(conflict: Conflict, group: Group) -> list[Relation]:
    """The moves with members of the group that everyone outside it prefers."""
    return [
        _agreed_to(conflict, relation, [name for name in relation.movers if name not in group])
        for relation in conflict.moves
        if set(group) & set(relation.movers) and has_moves(relation)
    ]


def has_moves(relation: Relation) -> bool:
    """Whether a relation has any move at all."""
    if isinstance(relation, FreeMoves):
        return relation.links is not None or relation.blocks.count < relation.count
    return isinstance(relation, CoveredMoves) or bool(relation.targets.size)


def _agreed_to(conflict: Conflict, relation: Relation, outside: Sequence[str]) -> Relation:
    return preferred(relation, outside, conflict) if outside else relation
