"""The least changes of preference that make a state an equilibrium, by MaxSAT over atoms.

Every atom the stated preferences hold is worth keeping; transitivity and what stability asks are
added as clauses where an answer of the solver breaks them, until none is broken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from winset.stability.inverse.atoms import Atoms, Clause
from winset.stability.inverse.demands import unmet
from winset.stability.inverse.question import Question, ranks_of
from winset.stability.relations import Ints

_ROUNDS_PER_ANSWER = 200
_LEAST_ROUNDS = 2000
_MORE_TIES = 200
_MOST_LISTED = 1000


@dataclass(frozen=True, slots=True)
class Revision:
    """Two states a party comes to see otherwise; a sign is 1 where it prefers the first."""

    party: str
    first: int
    second: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class PreferenceChange:
    """One way to change preferences, and what they are then.

    `distance` counts 2 for two states turned round and 1 for two that become or cease to be
    equally good (Kemeny and Snell). `ranks` holds, for each party that changes, its new ranks.
    """

    distance: int
    revisions: tuple[Revision, ...]
    ranks: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes that make a state an equilibrium, smallest first.

    None of them contains another. One change of distance 0 says that it is one already; none at
    all, where `complete`, that no preference of the free parties makes it one.
    """

    state: int
    concept: str
    free: tuple[str, ...]
    changes: tuple[PreferenceChange, ...]
    complete: bool


def nearest_changes(question: Question, limit: int = 5) -> Changes:
    """The least changes of the free parties' preferences, at most `limit` of them.

    Among changes of the same distance they come in the order of parties and states.
    """
    limit = min(limit, _MOST_LISTED)
    search = _Search(question)
    found: list[PreferenceChange] = []
    for change in search.answers(max(_LEAST_ROUNDS, limit * _ROUNDS_PER_ANSWER)):
        beyond = len(found) >= limit and change.distance > found[limit - 1].distance
        if beyond or len(found) >= limit + _MORE_TIES:
            search.exhausted = False
            break
        found.append(change)
    found.sort(key=lambda change: (change.distance, [_place(one) for one in change.revisions]))
    complete = search.exhausted and len(found) <= limit
    return Changes(question.state, question.concept, question.free, tuple(found[:limit]), complete)


def _place(revision: Revision) -> tuple[str, int, int, int]:
    return (revision.party, revision.first, revision.second, revision.after)


class _Search:
    """Draws the best preference from the solver until it is one, and stable."""

    def __init__(self, question: Question) -> None:
        from pysat.examples.rc2 import RC2
        from pysat.formula import WCNF

        self.question = question
        self.atoms = Atoms(question)
        self.stated = list(self.atoms.stated())
        formula = WCNF()
        formula.extend([*self.atoms.taken(), *self.atoms.comparable(self.atoms.pairs())])
        for literal in self.stated:
            formula.append([literal], weight=1)
        self._solver = RC2(formula, solver="g3")
        self.exhausted = False

    def answers(self, most: int) -> Iterator[PreferenceChange]:
        """The changes as the solver finds them, until none is left or `most` were tried."""
        with self._solver:
            for _ in range(most):
                model = self._solver.compute()
                if model is None:
                    self.exhausted = True
                    return
                obstacles, ranks = self._judged(model)
                if not obstacles:
                    true = set(model)
                    given_up = [literal for literal in self.stated if literal not in true]
                    yield self._change(ranks, len(given_up))
                    obstacles = [given_up]
                for clause in obstacles:
                    self._solver.add_clause(clause)

    def _judged(self, model: list[int]) -> tuple[list[Clause], Ints]:
        """The clauses an answer breaks, none where it holds, and the ranks it means."""
        liked = self.atoms.read(model)
        ranks = self.atoms.ranks({party: ranks_of(matrix) for party, matrix in liked.items()})
        broken = list(self.atoms.intransitive(liked))
        return broken or unmet(self.question.under(ranks), self.atoms), ranks

    def _change(self, ranks: Ints, distance: int) -> PreferenceChange:
        conflict, before = self.question.conflict, self.question.conflict.ranks
        changed = [n for n, party in enumerate(conflict.parties) if party in self.question.free]
        revisions = [
            revision
            for n in changed
            for revision in revisions_of(conflict.parties[n], before[n], ranks[n])
        ]
        named = {revision.party for revision in revisions}
        rows = tuple(
            (conflict.parties[n], tuple(ranks[n].tolist()))
            for n in changed
            if conflict.parties[n] in named
        )
        return PreferenceChange(distance, tuple(revisions), rows)


def revisions_of(party: str, before: Ints, after: Ints) -> Iterator[Revision]:
    """Every two states that a party sees otherwise than before, in order."""
    signs = [np.sign(ranks[:, None] - ranks[None, :]) for ranks in (before, after)]
    for first, second in np.argwhere(np.triu(signs[0] != signs[1])).tolist():
        yield Revision(
            party, first, second, int(signs[0][first, second]), int(signs[1][first, second])
        )
