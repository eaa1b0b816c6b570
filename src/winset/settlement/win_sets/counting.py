"""Exact numbers of packages from a decision diagram, and bounds where it outgrows its limit."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from winset.settlement.setting import Setting
from winset.settlement.win_sets.diagram import Diagram, Duty, State
from winset.settlement.win_sets.functions import Outgrown
from winset.settlement.win_sets.packages import package_count

MOST_STATES = 60_000
_WIDTH = 400
_BOUNDED = 50

_Narrowing = Callable[[Diagram, dict[State, int]], dict[State, int]]


@dataclass(frozen=True, slots=True)
class Number:
    """A number of packages: exact where both bounds are the same.

    `states` are those of the diagram that was made for it.
    """

    low: int
    high: int
    states: int = 0

    @property
    def exact(self) -> int | None:
        """The number, None where only bounds are known."""
        return self.low if self.low == self.high else None


class Counter:
    """Counts for one setting, with so many states of diagrams to spend on all of them."""

    def __init__(self, setting: Setting, states: int) -> None:
        self._setting = setting
        self._left = states
        self._diagrams: dict[tuple[str, ...], Diagram] = {}

    def number(
        self,
        parties: Collection[str],
        kept: Collection[int] | None = None,
        states: int = MOST_STATES,
    ) -> Number:
        """How many lawful packages these parties accept while only `kept` lines stand.

        A diagram of more than `states` states, or than there are left, gives bounds.
        """
        if not self._left:
            return Number(0, package_count(self._setting))
        try:
            diagram = self._diagram(tuple(parties))
            root = diagram.root(kept)
        except Outgrown:
            return Number(0, package_count(self._setting))
        if root is None:
            return Number(0, 0)
        allowed = min(self._left, states)
        try:
            exact, used = _total(diagram, root, allowed)
        except Outgrown:
            self._left -= allowed
            if states < _WIDTH * _BOUNDED or not self._left:
                return Number(0, package_count(self._setting), allowed)
            low, high = (_bound(diagram, root, narrowed) for narrowed in (_fewest, _easier))
            return Number(low, high, allowed)
        self._left = max(0, self._left - used)
        return Number(exact, exact, used)

    def _diagram(self, parties: tuple[str, ...]) -> Diagram:
        if parties not in self._diagrams:
            self._diagrams[parties] = Diagram(self._setting, parties)
        return self._diagrams[parties]


def _total(diagram: Diagram, root: State, most: int) -> tuple[int, int]:
    """The number of packages and of states; raises Outgrown beyond `most` states."""
    counts, used = {root: 1}, 0
    for level in range(len(diagram.order)):
        counts = _next(diagram, counts, level)
        used += len(counts)
        if used > most:
            raise Outgrown(f"more than {most} states")
    return sum(counts.values()), used


def _next(diagram: Diagram, counts: dict[State, int], level: int) -> dict[State, int]:
    after: dict[State, int] = {}
    for state, count in counts.items():
        for reached, options in diagram.steps(state, level):
            after[reached] = after.get(reached, 0) + count * len(options)
    return after


def _bound(diagram: Diagram, root: State, narrowed: _Narrowing) -> int:
    counts = {root: 1}
    for level in range(len(diagram.order)):
        counts = _next(diagram, counts, level)
        if len(counts) > _WIDTH:
            counts = narrowed(diagram, counts)
    return sum(counts.values())


def _most_first(counts: dict[State, int]) -> list[tuple[State, int]]:
    return sorted(counts.items(), key=lambda item: -item[1])


def _fewest(diagram: Diagram, counts: dict[State, int]) -> dict[State, int]:
    """The states with the most packages alone: what follows is a lower bound."""
    return dict(_most_first(counts)[:_WIDTH])


def _easier(diagram: Diagram, counts: dict[State, int]) -> dict[State, int]:
    """All but those forget duties over several issues, or all duties: an upper bound follows."""
    in_order = _most_first(counts)
    made = dict(in_order[: _WIDTH // 2])
    for state, count in in_order[_WIDTH // 2 :]:
        easier = tuple(
            Duty() if duty is None else Duty(n for n in duty if diagram.functions.alone(n))
            for duty in state
        )
        free = easier if easier in made or len(made) < _WIDTH else (Duty(),) * len(state)
        made[free] = made.get(free, 0) + count
    return made
