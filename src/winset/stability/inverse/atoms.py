"""Pairwise atoms as variables of a solver: a party likes one state at least as much as another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from winset.stability.inverse.question import Question, Ties
from winset.stability.relations import Ints, Truths

Clause = list[int]
TRUE = 1
"""The literal that always holds; -TRUE never does."""


class Atoms:
    """The atoms of a question's free parties; those of the others are fixed truths.

    `definitions` are clauses for what `every` and `some` have named and nobody has taken yet.
    """

    def __init__(self, question: Question) -> None:
        self.question = question
        self.count = question.conflict.count
        self._block = {party: n for n, party in enumerate(question.free)}
        self._last = TRUE + len(question.free) * self.count**2
        self._named: dict[tuple[int, ...], int] = {}
        self.definitions: list[Clause] = [[TRUE]]

    def at_least(self, party: str, first: int, second: int) -> int:
        """The literal that a party likes the first state at least as much as the second."""
        if first == second:
            return TRUE
        if party not in self._block:
            ranks = self.question.conflict.ranks_of(party)
            return TRUE if ranks[first] >= ranks[second] else -TRUE
        place = self._block[party] * self.count**2 + first * self.count + second
        return TRUE + 1 + place

    def prefers(self, party: str, first: int, second: int) -> int:
        """The literal that a party prefers the first state to the second."""
        return -self.at_least(party, second, first)

    def every(self, literals: Iterable[int]) -> int:
        """A literal that holds only where all of them do."""
        needed = tuple(dict.fromkeys(literal for literal in literals if literal != TRUE))
        if -TRUE in needed:
            return -TRUE
        if len(needed) <= 1:
            return needed[0] if needed else TRUE
        if needed not in self._named:
            name = self._named[needed] = self._new()
            self.definitions += [[-name, literal] for literal in needed]
        return self._named[needed]

    def some(self, literals: Iterable[int]) -> int:
        """A literal that holds only where one of them does."""
        offered = tuple(dict.fromkeys(literal for literal in literals if literal != -TRUE))
        if TRUE in offered:
            return TRUE
        if len(offered) <= 1:
            return offered[0] if offered else -TRUE
        key = (0, *offered)
        if key not in self._named:
            name = self._named[key] = self._new()
            self.definitions.append([-name, *offered])
        return self._named[key]

    def taken(self) -> list[Clause]:
        """The definitions made since they were last taken."""
        waiting, self.definitions = self.definitions, []
        return waiting

    def comparable(self, pairs: Iterable[tuple[str, int, int]]) -> Iterator[Clause]:
        """That one of two states is at least as good, and whether they may be equally good."""
        for party, first, second in pairs:
            one = self.at_least(party, first, second)
            other = self.at_least(party, second, first)
            yield [one, other]
            if not self._may_tie(party, first, second):
                yield [-one, -other]

    def pairs(self) -> list[tuple[str, int, int]]:
        """Every two states, for every free party."""
        firsts, seconds = np.triu_indices(self.count, 1)
        both = list(zip(firsts.tolist(), seconds.tolist(), strict=True))
        return [(party, first, second) for party in self._block for first, second in both]

    def stated(self) -> Iterator[int]:
        """The literal of every atom as the stated preferences have it."""
        for party in self._block:
            ranks = self.question.conflict.ranks_of(party)
            for first, second in np.argwhere(~np.eye(self.count, dtype=np.bool_)):
                atom = self.at_least(party, int(first), int(second))
                yield atom if ranks[first] >= ranks[second] else -atom

    def read(self, model: Sequence[int]) -> dict[str, Truths]:
        """For each free party where it likes a state at least as much as another."""
        positive = np.zeros(self._last + 1, dtype=np.bool_)
        true = [literal for literal in model if 0 < literal <= self._last]
        positive[true] = True
        size, liked = self.count**2, {}
        for party, block in self._block.items():
            begin = TRUE + 1 + block * size
            liked[party] = positive[begin : begin + size].reshape(self.count, self.count)
            liked[party] |= np.eye(self.count, dtype=np.bool_)
        return liked

    def ranks(self, ranks: dict[str, Ints]) -> Ints:
        """The ranks of all parties, those of the free ones as given."""
        conflict = self.question.conflict
        rows = [ranks.get(party, conflict.ranks_of(party)) for party in conflict.parties]
        return np.array(rows, dtype=np.int64)

    def intransitive(self, liked: dict[str, Truths]) -> Iterator[Clause]:
        """The clauses of transitivity that are broken."""
        for party, matrix in liked.items():
            broken = matrix[:, :, None] & matrix[None, :, :] & ~matrix[:, None, :]
            for first, middle, last in np.argwhere(broken).tolist():
                yield [
                    -self.at_least(party, first, middle),
                    -self.at_least(party, middle, last),
                    self.at_least(party, first, last),
                ]

    def _may_tie(self, party: str, first: int, second: int) -> bool:
        if self.question.ties is not Ties.STATED:
            return self.question.ties is Ties.ANY
        ranks = self.question.conflict.ranks_of(party)
        return bool(ranks[first] == ranks[second])

    def _new(self) -> int:
        self._last += 1
        return self._last
