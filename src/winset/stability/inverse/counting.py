"""How many rankings make a state an equilibrium, counted by what they must agree on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import factorial

import numpy as np

from winset.errors import Misuse
from winset.stability.inverse.atoms import Atoms, Clause
from winset.stability.inverse.demands import unmet
from winset.stability.inverse.question import Question, Ties
from winset.stability.orders import closed, orders
from winset.stability.relations import Ints, Truths
from winset.stability.sequences import FAR, sequences

MOST_PATTERNS = 5_000
"""Ways to settle the pairs that matter which are gone through."""

Pair = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Rankings:
    """How many of all rankings without ties, for all free parties together, do it."""

    count: int
    all: int


def count_rankings(question: Question) -> Rankings:
    """How many strict rankings of the free parties make the state an equilibrium.

    Steps: find the pairs of states on which stability can depend; let a solver settle them in
    every way that is free of circles and stable; add up how many rankings agree with each.

    Raises Misuse where there are too many ways to go through.
    """
    strict = replace(question, ties=Ties.NONE)
    total = sum(_Patterns(strict).agreeing())
    return Rankings(total, factorial(question.conflict.count) ** len(question.free))


def relevant_pairs(question: Question) -> tuple[Pair, ...]:
    """The pairs of states, by free party, whose order can matter to the stability of the state."""
    pairs = (
        (party, min(first, second), max(first, second))
        for focal in question.conflict.parties
        for party, first, second in _relevant_for(question, focal)
        if party in question.free and first != second
    )
    return tuple(sorted(set(pairs)))


def _relevant_for(question: Question, focal: str) -> Iterator[Pair]:
    """What the stability of the state for one party looks at."""
    conflict, state = question.conflict, question.state
    for relation in conflict.moves:
        if focal in relation.movers:
            for end in relation.successors(np.array([state]))[1].tolist():
                yield from ((mover, state, end) for mover in relation.movers)
                if question.foresight.answered:
                    yield from _of_answers(question, focal, end)


def _of_answers(question: Question, focal: str, start: int) -> Iterator[Pair]:
    conflict, foresight = question.conflict, question.foresight
    others = [n for n, moves in enumerate(conflict.moves) if focal not in moves.movers]
    found = sequences(conflict, start, False, lambda reached: False, others)
    reached = np.flatnonzero((found.lengths < FAR).any(axis=0)).tolist()
    yield from ((focal, question.state, end) for end in reached)
    for relation in conflict.moves:
        own = focal in relation.movers
        if (own and foresight.symmetric) or (not own and foresight.improving):
            for here in dict.fromkeys([*reached, start] if not own else reached):
                for end in relation.successors(np.array([here]))[1].tolist():
                    yield from ((mover, here, end) for mover in relation.movers if mover != focal)
                    if own:
                        yield focal, question.state, end


class _Patterns:
    """The ways to settle the pairs that matter under which the state is an equilibrium."""

    def __init__(self, question: Question) -> None:
        from pysat.solvers import Glucose3

        self.question = question
        self.atoms = Atoms(question)
        self.pairs = relevant_pairs(question)
        clauses = [*self.atoms.taken(), *self.atoms.comparable(self.pairs)]
        self._solver = Glucose3(bootstrap_with=clauses)

    def agreeing(self) -> Iterator[int]:
        """For each of the ways, how many rankings agree with it."""
        with self._solver:
            for _ in range(MOST_PATTERNS):
                if not self._solver.solve():
                    return
                above = self._above(self._solver.get_model() or [])
                obstacles = self._obstacles(above)
                if not obstacles:
                    yield self._rankings(above)
                    obstacles = [self._otherwise(above)]
                for clause in obstacles:
                    self._solver.add_clause(clause)
        raise Misuse(
            f"more than {MOST_PATTERNS:,} ways to settle {len(self.pairs)} pairs of states: too "
            "many to count; leave fewer parties free"
        )

    def _above(self, model: list[int]) -> dict[str, Truths]:
        """For each free party which states it puts above which, of the pairs that matter."""
        liked = self.atoms.read(model)
        above = {party: np.zeros_like(matrix) for party, matrix in liked.items()}
        for party, first, second in self.pairs:
            above[party][first, second] = liked[party][first, second]
            above[party][second, first] = not liked[party][first, second]
        return above

    def _obstacles(self, above: dict[str, Truths]) -> list[Clause]:
        circles = [
            self._broken(party, circle)
            for party, matrix in above.items()
            for circle in _a_circle(matrix)
        ]
        if circles:
            return circles
        ranks = self.atoms.ranks({party: _a_ranking(matrix) for party, matrix in above.items()})
        return unmet(self.question.under(ranks), self.atoms)

    def _broken(self, party: str, circle: list[int]) -> Clause:
        """That not every state of a circle is above the next."""
        following = [*circle[1:], circle[0]]
        return [
            -self.atoms.prefers(party, first, second)
            for first, second in zip(circle, following, strict=True)
        ]

    def _otherwise(self, above: dict[str, Truths]) -> Clause:
        """That one of the pairs is settled the other way; what holds anyway is left out."""
        return [
            -self.atoms.prefers(party, first, second)
            if above[party][first, second]
            else -self.atoms.prefers(party, second, first)
            for party, first, second in self.pairs
        ]

    def _rankings(self, above: dict[str, Truths]) -> int:
        every = range(self.question.conflict.count)
        found = 1
        for matrix in above.values():
            found *= orders(every, closed(matrix)).count
        return found


def _a_ranking(above: Truths) -> Ints:
    """Ranks that agree with a relation free of circles: each state's after all it is above."""
    found = orders(range(len(above)), closed(above)).at(0)
    ranks = np.zeros(len(above), dtype=np.int64)
    ranks[list(found)] = np.arange(len(found))[::-1]
    return ranks


def _a_circle(above: Truths) -> Iterator[list[int]]:
    """A circle of states each above the next, if there is one."""
    left = np.ones(len(above), dtype=np.bool_)
    while left.any():
        bottom = left & ~above[:, left].any(axis=1)
        if not bottom.any():
            break
        left &= ~bottom
    if left.any():
        walked: list[int] = [int(np.argmax(left))]
        while True:
            following = int(np.argmax(above[walked[-1]] & left))
            if following in walked:
                yield walked[walked.index(following) :]
                return
            walked.append(following)
