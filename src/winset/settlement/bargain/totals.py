"""Sums of worth as literals, one for each bound asked for, for a solver that gets clauses."""

from __future__ import annotations

from collections.abc import Sequence

from winset.settlement.refusal.clauses import Clauses, Group
from winset.settlement.win_sets.functions import Outgrown

_MOST_NODES = 150_000


class Total:
    """Whether the weights of the true literals, one of each group, add up to a bound.

    A decision diagram over the groups, shared by all bounds. Its clauses hold one way: where the
    literal of a bound is true, the sum reaches it.
    """

    def __init__(self, clauses: Clauses, groups: Sequence[Group]) -> None:
        self._clauses, self._groups = clauses, groups
        self._known: dict[tuple[int, int], int] = {}
        self._lowest, self._highest = [0], [0]
        for group in reversed(groups):
            weights = [weight for _, weight in group]
            self._lowest.insert(0, self._lowest[0] + min(weights))
            self._highest.insert(0, self._highest[0] + max(weights))

    @property
    def bounds(self) -> tuple[int, int]:
        """The least and the most the groups can add up to."""
        return self._lowest[0], self._highest[0]

    def at_least(self, need: int) -> int:
        """The literal of a bound; raises Outgrown where the weights are too fine for a diagram."""
        # Worked off from a list, not by recursion: diagrams are as deep as there are issues.
        waiting = [(0, need)]
        while waiting:
            place, rest = waiting[-1]
            if self._decided(place, rest) is not None:
                waiting.pop()
                continue
            after = [(place + 1, rest - weight) for _, weight in self._groups[place]]
            open_ends = [each for each in after if self._decided(*each) is None]
            if open_ends:
                waiting.extend(open_ends)
            else:
                self._make(place, rest)
        made = self._decided(0, need)
        assert made is not None, "it was worked off"
        return made

    def _decided(self, place: int, rest: int) -> int | None:
        if rest <= self._lowest[place]:
            return self._clauses.true
        if rest > self._highest[place]:
            return -self._clauses.true
        return self._known.get((place, rest))

    def _make(self, place: int, rest: int) -> None:
        if len(self._known) >= _MOST_NODES:
            raise Outgrown(f"more than {_MOST_NODES} nodes to add up points")
        self._known[place, rest] = made = self._clauses.new()
        for literal, weight in self._groups[place]:
            end = self._decided(place + 1, rest - weight)
            if end != self._clauses.true:
                self._clauses.add(-made, -literal, end or -self._clauses.true)
