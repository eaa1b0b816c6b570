"""How many rankings make a state an equilibrium, counted by what its verdict asks of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import factorial

import numpy as np

from winset.errors import Misuse
from winset.stability.inverse.findings import Finding, Scale
from winset.stability.inverse.judging import Judge, Terrain
from winset.stability.inverse.question import Question
from winset.stability.variation.orders import orders

MOST_CASES = 20_000
"""Ways in which the comparisons that are asked for can turn out, gone through one by one."""

Pair = tuple[str, int, int]
Known = dict[Pair, bool]


@dataclass(frozen=True, slots=True)
class Rankings:
    """How many of all rankings without ties, for all free parties together, do it."""

    count: int
    all: int


def count_rankings(question: Question) -> Rankings:
    """How many strict rankings of the free parties make the state an equilibrium.

    Steps: judge the state, asking for one comparison after the other; where what is known does
    not settle one, go on both ways. At the end of each way a partial order is known, and as many
    rankings belong to it as agree with it.

    Raises Misuse where there are too many ways to go, and for strength, whose rankings have ties.
    """
    if question.manner.strength in ("strong", "weak"):
        raise Misuse("rankings with strong preference are not counted: ask for the nearest change")
    total = sum(_Cases(question).agreeing())
    return Rankings(total, factorial(question.conflict.count) ** len(question.free))


class _Unsettled(Exception):
    """What is known does not settle a comparison."""

    def __init__(self, pair: Pair) -> None:
        super().__init__(pair)
        self.pair = pair


class _Minds:
    """Strict rankings of which only some comparisons are known, and what follows from them.

    `above` holds, by party and state, the states known to be above it and those known below.
    """

    def __init__(self, question: Question, known: Known) -> None:
        self._free = frozenset(question.free)
        ranks = question.conflict.ranks
        self._rows = dict(zip(question.conflict.parties, ranks.tolist(), strict=True))
        self.below: dict[str, dict[int, set[int]]] = {party: {} for party in question.free}
        for (party, first, second), is_above in known.items():
            self._learn(party, *((first, second) if is_above else (second, first)))

    def at_least(self, scale: Scale, first: int, second: int) -> Finding:
        """Whether the first state is above; raises _Unsettled where that is not known."""
        if scale.party not in self._free or first == second:
            row = self._rows[scale.party]
            return Finding(first == second or row[first] >= row[second])
        below = self.below[scale.party]
        if second in below.get(first, ()):
            return Finding(True)
        if first in below.get(second, ()):
            return Finding(False)
        raise _Unsettled((scale.party, first, second))

    def _learn(self, party: str, upper: int, lower: int) -> None:
        below = self.below[party]
        under = {lower, *below.get(lower, ())}
        below.setdefault(upper, set()).update(under)
        for others in below.values():
            if upper in others:
                others |= under


class _Cases:
    """The ways in which comparisons can turn out, as far as the verdict asks for them."""

    def __init__(self, question: Question) -> None:
        self.question, self.terrain = question, Terrain(question)
        self._left = MOST_CASES
        self._counted: dict[tuple[tuple[int, int], ...], int] = {}

    def agreeing(self) -> Iterator[int]:
        """For each way that ends in an equilibrium how many rankings belong to it."""
        waiting: list[Known] = [{}]
        while waiting:
            known = waiting.pop()
            minds = _Minds(self.question, known)
            try:
                holds = all(demand.truth for demand in Judge(self.terrain, minds).demands())
            except _Unsettled as unsettled:
                waiting += [{**known, unsettled.pair: truth} for truth in (False, True)]
                continue
            self._left -= 1
            if self._left < 0:
                raise Misuse(
                    f"there are more than {MOST_CASES:,} cases to tell apart, too many to count "
                    "rankings: leave fewer parties free"
                )
            if holds:
                yield self._rankings(minds)

    def _rankings(self, minds: _Minds) -> int:
        found = 1
        for below in minds.below.values():
            pairs = sorted((upper, lower) for upper, under in below.items() for lower in under)
            found *= self._extensions(tuple(pairs))
        return found

    def _extensions(self, pairs: tuple[tuple[int, int], ...]) -> int:
        """How many orders of all states agree with an order of some of them."""
        if pairs not in self._counted:
            states = sorted({state for pair in pairs for state in pair})
            place = {state: number for number, state in enumerate(states)}
            above = np.zeros((len(states), len(states)), dtype=np.bool_)
            for upper, lower in pairs:
                above[place[upper], place[lower]] = True
            every = factorial(self.question.conflict.count)
            some = orders(range(len(states)), above).count if states else 1
            self._counted[pairs] = every * some // factorial(len(states))
        return self._counted[pairs]
