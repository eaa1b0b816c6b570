"""Moves made at the same time where states are listed: what completes the cube they span.

A model given as a graph does not say what several moves lead to when they are made at once. Its
own moves do, where they fit together: after either of two moves the other can still be made, and
both orders come to the same state.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, reduce

import numpy as np

from winset.errors import Misuse
from winset.stability.concepts.attitudes import Attitude
from winset.stability.conflict import Conflict
from winset.stability.moves.relations import Ints, Relation, Truths

MOST_CUBES = 1 << 22
"""Combinations of listed moves that are looked at (some minutes)."""

Move = tuple[int, int]
"""The place of a relation among the moves of the conflict, and the end of a move in it."""
Side = tuple[str, ...]


def blocked_at_once(conflict: Conflict, attitude: Attitude, sides: Sequence[Side]) -> Truths:
    """Where every improvement of a side may misfire in a conflict whose moves are listed.

    Definition: let M be moves from s, nobody taking part in two of them. They can be made at once
    to r when each of them leads to r from something that the others of M can be made at once to;
    a single move leads to its own end. M blocks an improvement when it can be made at once and
    all it can come to deters.

    Shape (sides, states). Raises Misuse where there are too many combinations of moves.
    """
    rows = []
    for side in sides:
        question = _Question(conflict, attitude, side)
        question.require_few()
        rows.append([question.is_stable(state) for state in range(conflict.count)])
    return np.array(rows, dtype=np.bool_).reshape(len(sides), conflict.count)


class _Question:
    """What may go wrong for one side at each state."""

    def __init__(self, conflict: Conflict, attitude: Attitude, side: Side) -> None:
        self.conflict, self.attitude, self.side = conflict, attitude, side
        own = [bool(set(side) & set(relation.movers)) for relation in conflict.moves]
        self.liked = tuple(self._liked(relation) for relation in conflict.moves)
        self.own = tuple(place for place, mine in enumerate(own) if mine)
        self.others = tuple(place for place, mine in enumerate(own) if not mine)

    def _liked(self, relation: Relation) -> Relation:
        """The moves that the side's members leave for and everyone else in them joins in."""
        sources, targets = relation.sources, relation.targets
        asked = [
            (self.attitude.leaves if mover in self.side else self.attitude.joins, mover)
            for mover in relation.movers
        ]
        return relation.only(
            reduce(np.logical_and, (asks(mover, sources, targets) for asks, mover in asked))
        )

    def require_few(self) -> None:
        """Raise Misuse where there are too many combinations to look at."""
        sizes = [np.diff(relation.starts) for relation in self.liked]
        partners = np.ones(self.conflict.count)
        for place in self.others:
            partners *= 1 + sizes[place]
        total = int(sum((sizes[place] * partners).sum() for place in self.own))
        if total > MOST_CUBES:
            raise Misuse(
                f"SIM would have to look at about {total:,} combinations of listed moves made at "
                f"the same time; at most {MOST_CUBES:,} are; leave out SIM, or give the model "
                "with issues"
            )

    def is_stable(self, state: int) -> bool:
        """Whether every improvement from a state is blocked."""
        cubes = Cubes(self.conflict.moves)
        return all(
            any(self._deters(state, ends) for ends in self._together(state, move, cubes))
            for move in self._from(state, self.own)
        )

    def _from(self, state: int, places: Sequence[int]) -> Iterator[Move]:
        for place in places:
            for end in _of(self.liked[place], state).tolist():
                yield place, end

    def _together(self, state: int, own: Move, cubes: Cubes) -> Iterator[frozenset[int]]:
        """What an improvement and one or more of the others' come to, where they come to anything.

        Moves that cannot be made at once cannot with further ones either.
        """
        grown = [frozenset({own})]
        for move in self._from(state, self.others):
            joined = [moves | {move} for moves in grown if self._may_join(moves, move)]
            possible = [moves for moves in joined if cubes.ends(moves)]
            yield from map(cubes.ends, possible)
            grown += possible

    def _may_join(self, moves: frozenset[Move], move: Move) -> bool:
        movers = self.conflict.moves[move[0]].movers
        return not any(set(movers) & set(self.conflict.moves[place].movers) for place, _ in moves)

    def _deters(self, state: int, ends: frozenset[int]) -> bool:
        """Whether the side would rather have stayed, whichever of `ends` it comes to."""
        there = np.array(sorted(ends))
        here = np.full_like(there, state)
        some = (self.attitude.deters(member, here, there) for member in self.side)
        return bool(reduce(np.logical_or, some).all())


class Cubes:
    """What moves from one state come to when they are made at once."""

    def __init__(self, relations: Sequence[Relation]) -> None:
        self.relations = relations
        self.ends = cache(self._ends)

    def _ends(self, moves: frozenset[Move]) -> frozenset[int]:
        if len(moves) == 1:
            return frozenset(end for _, end in moves)
        return frozenset.intersection(*(self._after(moves - {last}, last[0]) for last in moves))

    def _after(self, moves: frozenset[Move], place: int) -> frozenset[int]:
        """Where a move of a relation leads from what `moves` come to."""
        relation = self.relations[place]
        return frozenset(end for start in self.ends(moves) for end in _of(relation, start).tolist())


def _of(relation: Relation, state: int) -> Ints:
    """Where the moves from one state lead."""
    return relation.targets[relation.starts[state] : relation.starts[state + 1]]
