"""Whether improvements misfire when others move at the same time, comparison by comparison."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from math import prod
from typing import Protocol

import numpy as np

from winset.errors import Misuse
from winset.stability.concepts.merging import shared_by
from winset.stability.inverse.findings import Finding, denied, every, some
from winset.stability.inverse.question import Question
from winset.stability.moves.actions import actions_of

Side = tuple[str, ...]

MOST_TOGETHER = 200_000
"""Combinations of moves made at the same time from one state."""


class Judging(Protocol):
    """What is asked of whoever judges the moves of a state."""

    def leaves(self, party: str, start: int, end: int) -> Finding:
        """Whether a party would leave one state for another."""

    def joins(self, party: str, start: int, end: int) -> Finding:
        """Whether a party would move so as an opponent or a partner."""

    def deters(self, party: str, end: int) -> Finding:
        """Whether ending there makes leaving not worth while."""


class Together:
    """The moves from the combinations of options a state stands for, and what they add up to."""

    def __init__(self, question: Question) -> None:
        space = question.situation.space
        assert space is not None, "refused by the question"
        assert space.combinations is not None, "refused by the question"
        self.state = question.state
        merged = question.manner.merged
        model = shared_by(space.model, merged) if merged else space.model
        self.actions = actions_of(space, model, space.combinations)
        self._places = {int(code): place for place, code in enumerate(self.actions.codes)}
        self.starts = np.flatnonzero(self.actions.home == self.state).tolist()
        self._require_few()

    def demands(self, judge: Judging, side: Side) -> Iterator[Finding]:
        """That each move of a side from the state is no gain, or is blocked."""
        for start in self.starts:
            for number, relation in enumerate(self.actions.moves):
                if not set(side).isdisjoint(relation.movers):
                    for place in self._ends(number, start):
                        end = int(self.actions.home[place])
                        asks = (
                            judge.leaves(one, self.state, end)
                            if one in side
                            else judge.joins(one, self.state, end)
                            for one in relation.movers
                        )
                        blocked = self._blocked(judge, side, start, (number, place))
                        yield some([denied(every(asks)), blocked])

    def _blocked(self, judge: Judging, side: Side, start: int, own: tuple[int, int]) -> Finding:
        """Whether others' improvements made meanwhile lead to what deters."""
        return some(
            every([*self._willing(judge, partners), some(judge.deters(one, end) for one in side)])
            for partners, end in self._meanwhile(start, own)
        )

    def _willing(self, judge: Judging, moves: tuple[tuple[int, int], ...]) -> Iterator[Finding]:
        for number, place in moves:
            end = int(self.actions.home[place])
            for mover in self.actions.moves[number].movers:
                yield judge.joins(mover, self.state, end)

    def _meanwhile(
        self, start: int, own: tuple[int, int]
    ) -> Iterator[tuple[tuple[tuple[int, int], ...], int]]:
        """Every choice of others' moves, nobody in two, with the feasible state they add up to."""
        codes = self.actions.codes
        for chosen in self._choices(own[0]):
            for places in product(*(self._ends(number, start) for number in chosen)):
                moved = [int(codes[place]) - int(codes[start]) for place in (own[1], *places)]
                place = self._places.get(int(codes[start]) + sum(moved))
                if place is not None:
                    partners = tuple(zip(chosen, places, strict=True))
                    yield partners, int(self.actions.home[place])

    def _choices(self, own: int) -> Iterator[tuple[int, ...]]:
        """The others' relations that can move meanwhile, nobody taking part in two."""
        movers = [relation.movers for relation in self.actions.moves]
        others = [n for n, names in enumerate(movers) if not set(names) & set(movers[own])]
        for number in range(1, len(others) + 1):
            for chosen in combinations(others, number):
                names = [name for n in chosen for name in movers[n]]
                if len(names) == len(set(names)):
                    yield chosen

    def _ends(self, number: int, start: int) -> list[int]:
        found: list[int] = self.actions.moves[number].successors(np.array([start]))[1].tolist()
        return found

    def _require_few(self) -> None:
        every_move = range(len(self.actions.moves))
        total = sum(
            len(self._ends(own, start)) * prod(len(self._ends(n, start)) for n in chosen)
            for start in self.starts
            for own in every_move
            for chosen in self._choices(own)
        )
        if total > MOST_TOGETHER:
            raise Misuse(
                f"{total:,} combinations of moves can be made at the same time from this state; at "
                f"most {MOST_TOGETHER:,} can be looked at the other way round"
            )
