"""Whether one state is an equilibrium, judged comparison by comparison.

The engine judges all states at once from arrays of ranks. Here one state is judged by asking, and
every answer carries the comparisons it rests on: what makes an equilibrium impossible under one
preference is what another preference has to change.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np

from winset.stability.concepts.sides import ANSWERS, Rule
from winset.stability.concepts.unknown import READINGS
from winset.stability.inverse.findings import (
    NO,
    YES,
    Fact,
    Finding,
    Minds,
    Scale,
    denied,
    every,
    some,
)
from winset.stability.inverse.looking_ahead import staying
from winset.stability.inverse.question import Question
from winset.stability.inverse.together import Together

Group = tuple[str, ...]
Way = tuple[int, Finding]
"""A state that can be reached, and whether those whose consent it takes give it."""


class Terrain:
    """The moves around a state, looked up once however many preferences are judged."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.moves = question.conflict.moves
        self._ends: dict[tuple[int, int], list[int]] = {}
        self._unknown = {
            party: {
                (a, b) for one, other in pairs.tolist() for a, b in ((one, other), (other, one))
            }
            for party, pairs in question.situation.unknown.items()
        }

    def ends(self, number: int, state: int) -> list[int]:
        """Where the moves of a relation lead from a state."""
        if (number, state) not in self._ends:
            found = self.moves[number].successors(np.array([state]))[1].tolist()
            self._ends[number, state] = found
        return self._ends[number, state]

    def is_unknown(self, party: str, first: int, second: int) -> bool:
        """Whether a party does not know which of two states it prefers."""
        return (first, second) in self._unknown.get(party, ())

    @cached_property
    def together(self) -> Together:
        """What moves made at the same time come to."""
        return Together(self.question)


class Judge:
    """Judges the state of a question by some preferences."""

    def __init__(self, terrain: Terrain, minds: Minds, strong: bool | None = None) -> None:
        self.terrain, self.minds, self.question = terrain, minds, terrain.question
        manner = self.question.manner
        self.strong = manner.strength == "strong" if strong is None else strong
        self.reading = READINGS[manner.unknown] if manner.unknown else None
        self.in_turn = manner.groups

    def demands(self) -> Iterator[Finding]:
        """What has to hold for the state to be an equilibrium, one thing after the other."""
        if self.question.manner.horizon is not None:
            yield from staying(self.question, self.terrain.ends, self.minds)
        elif self.question.manner.strength == "weak":
            general = Judge(self.terrain, self.minds, strong=False)
            strong = Judge(self.terrain, self.minds, strong=True)
            for side in self.question.situation.sides:
                yield from general.demands_of(side)
                yield denied(every(strong.demands_of(side)))
        else:
            for side in self.question.situation.sides:
                yield from self.demands_of(side)

    def demands_of(self, side: Group) -> Iterator[Finding]:
        """That each way to leave the state is no gain for a side, or is deterred."""
        state, concept = self.question.state, self.question.concept
        if concept == "sim":
            yield from self.terrain.together.demands(self, side)
            return
        for end, agreed in self._ways(side, state):
            gain = every([*(self.leaves(one, state, end) for one in side), agreed])
            if gain.truth and concept in ANSWERS:
                answer = self._answer(side, end, ANSWERS[concept])
                yield some([denied(gain), answer])
            else:
                yield denied(gain)

    def leaves(self, party: str, start: int, end: int) -> Finding:
        """Whether a party would leave one state for another."""
        return self._prefers(party, start, end, self.reading is not None and self.reading.ventures)

    def joins(self, party: str, start: int, end: int) -> Finding:
        """Whether a party would move so as an opponent or a partner."""
        return self._prefers(party, start, end, True)

    def deters(self, party: str, end: int) -> Finding:
        """Whether ending there makes leaving not worth while."""
        state = self.question.state
        if self.reading is not None and self.terrain.is_unknown(party, state, end):
            return YES if self.reading.fears else NO
        if self.strong:
            return denied(self.minds.at_least(Scale(party, True), end, state))
        return self.minds.at_least(Scale(party), state, end)

    def _prefers(self, party: str, start: int, end: int, otherwise: bool) -> Finding:
        if self.reading is not None and self.terrain.is_unknown(party, start, end):
            return YES if otherwise else NO
        return denied(self.minds.at_least(Scale(party), start, end))

    def _all_join(self, parties: Sequence[str], start: int, end: int) -> Finding:
        return every(self.joins(one, start, end) for one in parties)

    def _ways(self, side: Group, state: int) -> Iterator[Way]:
        """Where a side can go from a state, partners outside it agreeing or not."""
        if self.in_turn and len(side) > 1:
            yield from self._walks(side, state)
            return
        for number, relation in enumerate(self.terrain.moves):
            if not set(side).isdisjoint(relation.movers):
                outside = [one for one in relation.movers if one not in side]
                for end in self.terrain.ends(number, state):
                    yield end, self._all_join(outside, state, end)

    def _walks(self, side: Group, state: int) -> Iterator[Way]:
        """Where the legal sequences of a group lead that all partners agree to."""
        seen: set[int] = set()
        for end, agreed in _Walk(self, side, own=True).steps(state):
            if end not in seen:
                seen.add(end)
                yield end, agreed

    def _answer(self, side: Group, start: int, rule: Rule) -> Finding:
        """Whether the others can bring a side from `start` to what deters it."""
        walk = _Walk(self, side, own=False, willing=rule.willing)
        judged: dict[int, Finding] = {}
        for end, agreed in walk.steps(start):
            if end not in judged:
                judged[end] = self._sanction(side, end, rule)
                if judged[end].truth:
                    return Finding(True, (*agreed.facts, *judged[end].facts))
        return some([*judged.values(), *walk.refusals()])

    def _sanction(self, side: Group, end: int, rule: Rule) -> Finding:
        """Whether ending there deters some member, and does so whatever the side does next."""
        deterred = some(self.deters(one, end) for one in side)
        if not rule.symmetric:
            return deterred
        mends = (
            some([*(self.deters(one, then) for one in side), denied(agreed)])
            for then, agreed in self._ways(side, end)
        )
        return every([deterred, *mends])


class _Walk:
    """Legal sequences of moves of a side, or of the others, nobody moving twice in a row.

    Of its `own` moves the members need not like any; of the others' each mover must, if `willing`.
    Where every relation is transitive two moves in a row are one, or lead back to a start that
    does not deter; then who moved last is forgotten. Only a start of unknown worth can deter.
    """

    def __init__(self, judge: Judge, side: Group, own: bool, willing: bool = True) -> None:
        self.judge, self.terrain = judge, judge.terrain
        self.relations: list[tuple[int, list[str]]] = []
        for number, relation in enumerate(judge.terrain.moves):
            if set(side).isdisjoint(relation.movers) is not own:
                asked = [one for one in relation.movers if willing and one not in side]
                self.relations.append((number, asked))
        moves = judge.terrain.moves
        transitive = all(moves[number].transitive for number, _ in self.relations)
        self.forgets = transitive and not own and judge.reading is None
        self._seen: set[tuple[int, int]] = set()
        self._refused: dict[tuple[int, int], list[Finding]] = {}

    def steps(self, start: int) -> Iterator[Way]:
        """What sequences of one move or more lead to, with what the last move rests on."""
        waiting: deque[tuple[int, int, tuple[Fact, ...]]] = deque([(start, -1, ())])
        while waiting:
            here, last, facts = waiting.popleft()
            for number, asked in self.relations:
                mark = 0 if self.forgets else number
                if number == last and not self.forgets:
                    continue
                for end in self.terrain.ends(number, here):
                    if (end, mark) in self._seen:
                        continue
                    agreed = self.judge._all_join(asked, here, end)
                    if not agreed.truth:
                        self._refused.setdefault((end, mark), []).append(agreed)
                        continue
                    self._seen.add((end, mark))
                    way = (*facts, *agreed.facts)
                    waiting.append((end, number, way))
                    yield end, Finding(True, way)

    def refusals(self) -> Iterator[Finding]:
        """The unwillingness that keeps the walk from leading further."""
        for place, refused in self._refused.items():
            if place not in self._seen:
                yield from refused
