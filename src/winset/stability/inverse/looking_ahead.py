"""Whether two parties that look some moves ahead stay at a state, comparison by comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from winset.stability.concepts.limited import FARTHEST
from winset.stability.inverse.findings import Fact, Finding, Minds, Scale
from winset.stability.inverse.question import Question

Ends = Callable[[int, int], list[int]]
"""Of a relation and a state."""


def staying(question: Question, ends: Ends, minds: Minds) -> Iterator[Finding]:
    """That each party stays at the state, by G_h as `limited` has it; for FAR by all large h."""
    horizon = question.manner.horizon or 0
    for party in (0, 1):
        ahead = _Ahead(question, ends, minds)
        stays = ahead.stays(party, horizon) if horizon else ahead.stays_for_ever(party)
        yield Finding(stays, tuple(dict.fromkeys(ahead.asked)))


class _Ahead:
    """Anticipates ends move by move, and keeps what was compared on the way."""

    def __init__(self, question: Question, ends: Ends, minds: Minds) -> None:
        self.question, self.minds = question, minds
        self.asked: list[Fact] = []
        parties = question.conflict.parties
        movers = [relation.movers for relation in question.conflict.moves]
        self._numbers = [movers.index((party,)) for party in parties]
        self._ends = ends
        self._known: dict[tuple[int, int, int], int] = {}

    def stays(self, party: int, horizon: int) -> bool:
        """Whether a party stays at the state when it looks that many moves ahead."""
        return self._end(party, self.question.state, horizon) == self.question.state

    def stays_for_ever(self, party: int) -> bool:
        """Whether it stays for all horizons from some on: ends repeat once all of them do."""
        states = self._around()
        seen: dict[tuple[int, ...], int] = {}
        for horizon in range(FARTHEST):
            ends = tuple(self._end(one, state, horizon) for one in (0, 1) for state in states)
            if ends in seen:
                cycle = range(seen[ends], horizon)
                return all(self.stays(party, length) for length in cycle)
            seen[ends] = horizon
        return False

    def _around(self) -> list[int]:
        """The states that any moves lead to from the state, itself included."""
        found = [self.question.state]
        for state in found:
            for number in self._numbers:
                found += [end for end in self._ends(number, state) if end not in found]
        return found

    def _end(self, party: int, state: int, horizon: int) -> int:
        """G_h(i, s): the first of the best anticipated ends, or to stay unless it is better."""
        key = (party, state, horizon)
        if horizon and key not in self._known:
            best = state
            for end in sorted(self._ends(self._numbers[party], state)):
                then = self._end(1 - party, end, horizon - 1)
                if self._prefers(party, then, best):
                    best = then
            self._known[key] = best
        return self._known[key] if horizon else state

    def _prefers(self, party: int, end: int, start: int) -> bool:
        scale = Scale(self.question.conflict.parties[party])
        found = self.minds.at_least(scale, start, end)
        self.asked += found.facts
        return not found.truth
