"""Frontier and fair points where there are too many packages to go through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from winset.settlement.diagram import Diagram
from winset.settlement.frontier import (
    Bargain,
    Player,
    fair_rows,
    players,
    remarks,
    seated_gains,
)
from winset.settlement.functions import Outgrown
from winset.settlement.optimum import Optima
from winset.settlement.pareto import Sweep
from winset.settlement.referee import Referee
from winset.settlement.results import Outcome, Package, Solutions
from winset.settlement.setting import Agent, Setting

_UNFINISHED = (
    "the frontier is cut at {} points and the fair points are not computed: "
    "rules tie too many issues together"
)


class _Source(Protocol):
    def example(self, vector: Sequence[int]) -> Package: ...

    def packages(self, vector: Sequence[int], most: int) -> tuple[tuple[Package, ...], bool]: ...


def bargain_beyond(setting: Setting, limit: int) -> Bargain:
    """The frontier by diagram, else by optima; every package held against the definitions again."""
    seated = players(setting)
    if not seated:
        return Bargain()
    try:
        found = _diagrammed(setting, seated)
    except Outgrown:
        optima = Optima(setting, [player.worth for player in seated])
        found = _Found(setting, seated, optima, sorted(optima.vectors, reverse=True))
        if not optima.whole:
            cut = _UNFINISHED.format(len(found.vectors))
            return Bargain(found.frontier, incomplete=(cut,))
    gains = [seated_gains(seated, vector) for vector in found.vectors]
    solutions, reasons = {}, []
    for name, rows in fair_rows(gains).items():
        solutions[name], whole = found.tied(rows, limit)
        if not whole:
            number = len(solutions[name])
            reasons.append(f"{name}: more packages tie than the {number} that are listed")
    return Bargain(found.frontier, Solutions(**solutions), tuple(reasons), remarks(gains))


def _diagrammed(setting: Setting, seated: tuple[Player, ...]) -> _Found:
    names = {player.party for player in seated}
    # What is below no deal is left out at the end: what dominates the rest is never below.
    free = replace(setting, agents=tuple(_unbounded(a, names) for a in setting.agents))
    diagram = Diagram(free, [party.id for party in setting.parties])
    root = diagram.root()
    if root is None:
        return _Found(setting, seated, None, [])
    sweep = Sweep(diagram, root, [player.worth for player in seated])
    vectors = [v for v in sweep.frontier.tolist() if _acceptable(seated, v)]
    return _Found(setting, seated, sweep, vectors)


def _acceptable(seated: tuple[Player, ...], vector: list[int]) -> bool:
    return all(
        player.worth.no_deal is None or units >= player.worth.no_deal
        for player, units in zip(seated, vector, strict=True)
    )


class _Found:
    """Undominated worths, and packages worth that."""

    def __init__(
        self,
        setting: Setting,
        seated: tuple[Player, ...],
        source: _Source | None,
        vectors: list[list[int]],
    ) -> None:
        self._referee = Referee(setting)
        self._every = frozenset(range(len(setting.lines)))
        self._seated, self._source = seated, source
        self.vectors = vectors

    @property
    def frontier(self) -> tuple[Outcome, ...]:
        """One package for each vector."""
        if self._source is None:
            return ()
        return tuple(self._outcome(self._source.example(v), v) for v in self.vectors)

    def tied(self, rows: Sequence[int], limit: int) -> tuple[tuple[Outcome, ...], bool]:
        """At most `limit` packages worth the vectors of some rows, and whether these are all."""
        listed: list[Outcome] = []
        for row in rows:
            found, whole = self._outcomes(row, limit - len(listed))
            listed += found
            if not whole:
                return tuple(listed), False
        return tuple(listed), True

    def _outcomes(self, row: int, most: int) -> tuple[tuple[Outcome, ...], bool]:
        if self._source is None:
            return (), True
        packages, whole = self._source.packages(self.vectors[row], most)
        return tuple(self._outcome(package, self.vectors[row]) for package in packages), whole

    def _outcome(self, package: Package, vector: list[int]) -> Outcome:
        self._referee.check(package, self._every)
        worths = zip(self._seated, vector, strict=True)
        return Outcome(package, tuple((p.party, p.worth.points(units)) for p, units in worths))


def _unbounded(agent: Agent, names: set[str]) -> Agent:
    if agent.name not in names or agent.worth is None:
        return agent
    return replace(agent, worth=replace(agent.worth, no_deal=None))
