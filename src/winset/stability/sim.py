"""Simultaneous stability: what if the others move at the same time?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from winset.errors import Misuse
from winset.stability.attitudes import Attitude, by_ranks
from winset.stability.conflict import Conflict
from winset.stability.relations import Ints, Relation, Truths

if TYPE_CHECKING:
    from winset.model.space import StateSpace

MOST_COMBINED = 1 << 31
"""Combinations of simultaneous moves that are looked at (some minutes)."""
_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True, eq=False)
class Actions:
    """Moves as changes of options, which several parties can make at the same time.

    `codes` of the feasible combinations of options ascend, and the codes of moves that change
    different issues add up. `home` gives each combination its state, `moves` lead from
    combination to combination.
    """

    codes: Ints
    home: Ints
    moves: tuple[Relation, ...]


def sim(space: StateSpace, conflict: Conflict) -> Truths:
    """Where every improvement of a party may misfire, others improving at the same time.

    Definition: s is SIM stable for i when for every q in R_i⁺(s) there are opponents, one or
    more, each with an improvement from s, such that all these moves made at the same time lead to
    a feasible state r with r ≾_i s. Nobody takes part in two of the moves. Where they lead to no
    feasible state nothing is blocked.

    Steps: for every move and every choice of opponents, add the changes and look up the state.

    Shape (parties, states). Raises Misuse for listed states, which say nothing of moves made at
    the same time, and where there are too many combinations of moves.

    Source: Fraser and Hipel, "Conflict Analysis" (1984).
    """
    return simultaneous(actions_of(space), conflict, by_ranks(conflict))


def actions_of(space: StateSpace) -> Actions:
    """The moves of a model as changes of its options."""
    from winset.model.space.moves import movers, option_moves

    every = space.combinations
    if every is None:
        raise Misuse(
            "SIM asks what moves made at the same time lead to, and a model given as a graph does "
            "not say it; give the model with issues, or leave out SIM"
        )
    places = np.arange(every.count, dtype=np.int64)
    moves = (
        option_moves(space.model, group, every, places, every.count)
        for group in movers(space.model)
    )
    return Actions(
        every.codes, space.home, tuple(Relation(m.movers, m.starts, m.targets) for m in moves)
    )


def simultaneous(actions: Actions, conflict: Conflict, attitude: Attitude) -> Truths:
    """As `sim`, for parties of any attitude."""
    questions = [_Question(actions, conflict, attitude, party) for party in conflict.parties]
    total = sum(question.size() for question in questions)
    if total > MOST_COMBINED:
        raise Misuse(
            f"SIM would have to look at {total:,} combinations of moves made at the same time; "
            f"at most {MOST_COMBINED:,} are; leave out SIM, or issues or options"
        )
    rows = [question.stable() for question in questions]
    return np.array(rows, dtype=np.bool_).reshape(len(rows), conflict.count)


class _Question:
    """What may go wrong for one party: its improvements, and those others may make meanwhile."""

    def __init__(
        self, actions: Actions, conflict: Conflict, attitude: Attitude, party: str
    ) -> None:
        self.actions, self.party = actions, party
        self.count, self.deters = conflict.count, attitude.deters
        self.home = actions.home
        self.attitude = attitude
        self.own = tuple(
            self._liked(one, one.movers) for one in actions.moves if party in one.movers
        )
        others = [one for one in actions.moves if party not in one.movers]
        self.others = tuple(self._liked(one, one.movers) for one in others)

    def _liked(self, relation: Relation, by: Sequence[str]) -> Relation:
        """The moves that the party leaves for and everyone else in `by` joins in."""
        starts, ends = self.home[relation.sources], self.home[relation.targets]
        keep = np.ones(len(ends), dtype=np.bool_)
        for mover in by:
            asks = self.attitude.leaves if mover == self.party else self.attitude.joins
            keep &= asks(mover, starts, ends)
        return relation.only(keep)

    def size(self) -> int:
        """How many combinations of moves there are to look at, at most."""
        return sum(
            int(self._sizes(own, partners).sum())
            for own in self.own
            for partners in self._choices(own)
        )

    def stable(self) -> Truths:
        """Where every improvement is blocked, whichever way it is made: shape (states,)."""
        stable = np.ones(self.count, dtype=np.bool_)
        for own in self.own:
            blocked = np.zeros(len(own.targets), dtype=np.bool_)
            for partners in self._choices(own):
                for rows in self._portions(own, partners, blocked):
                    blocked[self._misfiring(own, partners, rows)] = True
            stable[self.home[own.sources[~blocked]]] = False
        return stable

    def _choices(self, own: Relation) -> Iterator[tuple[Relation, ...]]:
        """The others' relations that may move at the same time, nobody in two of them."""
        for number in range(1, len(self.others) + 1):
            for partners in combinations(self.others, number):
                names = [mover for one in (own, *partners) for mover in one.movers]
                if len(names) == len(set(names)):
                    yield partners

    def _sizes(self, own: Relation, partners: Sequence[Relation]) -> Ints:
        """For each own move, in how many ways the partners can move meanwhile."""
        sizes = np.ones(len(own.targets), dtype=np.int64)
        for partner in partners:
            sizes *= np.diff(partner.starts)[own.sources]
        return sizes

    def _portions(
        self, own: Relation, partners: Sequence[Relation], blocked: Truths
    ) -> Iterator[Ints]:
        """The own moves not blocked yet that the partners can meet, some at a time."""
        sizes = self._sizes(own, partners)
        rows = np.flatnonzero((sizes > 0) & ~blocked)
        portion = np.cumsum(sizes[rows]) // _AT_ONCE
        yield from np.split(rows, np.flatnonzero(np.diff(portion)) + 1) if rows.size else ()

    def _misfiring(self, own: Relation, partners: Sequence[Relation], rows: Ints) -> Ints:
        """The own moves that some moves of the partners turn into what deters."""
        codes, starts = self.actions.codes, own.sources[rows]
        ends = codes[own.targets[rows]]
        for partner in partners:
            which, targets = partner.successors(starts)
            rows, starts = rows[which], starts[which]
            ends = ends[which] + codes[targets] - codes[starts]
        places = np.minimum(np.searchsorted(codes, ends), len(codes) - 1)
        feasible = codes[places] == ends
        rows, starts, places = rows[feasible], starts[feasible], places[feasible]
        return rows[self.deters(self.party, self.home[starts], self.home[places])]
