"""Moves made at the same time where states are made of options: their changes add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from winset.errors import Misuse
from winset.stability.concepts.attitudes import Attitude
from winset.stability.conflict import Conflict
from winset.stability.moves.relations import Ints, Relation, Truths

if TYPE_CHECKING:
    from winset.model.model import Model
    from winset.model.space import StateSpace
    from winset.model.space.combinations import Combinations

MOST_COMBINED = 1 << 31
"""Combinations of simultaneous moves that are looked at (some minutes)."""
_AT_ONCE = 1 << 20

Side = tuple[str, ...]


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


def actions_of(space: StateSpace, model: Model, every: Combinations) -> Actions:
    """The moves of a model with the options of a space as changes of these options."""
    from winset.model.space.moves import movers, option_moves

    places = np.arange(every.count, dtype=np.int64)
    moves = (option_moves(model, group, every, places, every.count) for group in movers(model))
    return Actions(
        every.codes, space.home, tuple(Relation(m.movers, m.starts, m.targets) for m in moves)
    )


def blocked_together(
    actions: Actions, conflict: Conflict, attitude: Attitude, sides: Sequence[Side]
) -> Truths:
    """Where every improvement of a side may misfire in a model made of options.

    Steps: for every move and every choice of opponents, add the changes and look up the state.

    Shape (sides, states). Raises Misuse where there are too many combinations of moves.
    """
    questions = [_Question(actions, conflict, attitude, side) for side in sides]
    total = sum(question.size() for question in questions)
    if total > MOST_COMBINED:
        raise Misuse(
            f"SIM would have to look at {total:,} combinations of moves made at the same time; "
            f"at most {MOST_COMBINED:,} are; leave out SIM, or issues or options"
        )
    rows = [question.stable() for question in questions]
    return np.array(rows, dtype=np.bool_).reshape(len(rows), conflict.count)


class _Question:
    """What may go wrong for one side: its improvements, and those others may make meanwhile."""

    def __init__(
        self, actions: Actions, conflict: Conflict, attitude: Attitude, side: Side
    ) -> None:
        self.actions, self.home = actions, actions.home
        self.side, self.count, self.attitude = side, conflict.count, attitude
        own = [bool(set(side) & set(one.movers)) for one in actions.moves]
        liked = [self._liked(one) for one in actions.moves]
        self.own = tuple(one for one, mine in zip(liked, own, strict=True) if mine)
        self.others = tuple(one for one, mine in zip(liked, own, strict=True) if not mine)

    def _liked(self, relation: Relation) -> Relation:
        """The moves that the side's members leave for and everyone else in them joins in."""
        starts, ends = self.home[relation.sources], self.home[relation.targets]
        keep = np.ones(len(ends), dtype=np.bool_)
        for mover in relation.movers:
            asks = self.attitude.leaves if mover in self.side else self.attitude.joins
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
        return rows[self._deterred(self.home[starts], self.home[places])]

    def _deterred(self, starts: Ints, ends: Ints) -> Truths:
        """Where ending there deters some member of the side."""
        some = (self.attitude.deters(member, starts, ends) for member in self.side)
        return np.asarray(reduce(np.logical_or, some))
