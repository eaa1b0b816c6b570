"""Frontier and fair points where there are too many packages to go through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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
from winset.settlement.pareto import Sweep
from winset.settlement.referee import Referee
from winset.settlement.results import Outcome, Package, Solutions
from winset.settlement.setting import Agent, Setting

_TOO_MANY = "the frontier and the fair points are not computed: rules tie too many issues together"


def bargain_beyond(setting: Setting, limit: int) -> Bargain:
    """The frontier by diagram, every package held against the definitions again."""
    seated = players(setting)
    if not seated:
        return Bargain()
    try:
        found = _Diagrammed(setting, seated)
    except Outgrown:
        return Bargain(incomplete=(_TOO_MANY,))
    gains = [seated_gains(seated, vector) for vector in found.vectors]
    outcomes = tuple(found.outcomes(row, 1)[0][0] for row in range(len(found.vectors)))
    solutions, cut = {}, []
    for name, rows in fair_rows(gains).items():
        listed, whole = found.tied(rows, limit)
        solutions[name] = listed
        if not whole:
            cut.append(f"{name}: more than {limit} packages tie; {limit} of them are listed")
    return Bargain(outcomes, Solutions(**solutions), tuple(cut), remarks(gains))


class _Diagrammed:
    """Undominated worths nobody at the table finds below no deal, and packages worth that."""

    def __init__(self, setting: Setting, seated: tuple[Player, ...]) -> None:
        self._referee = Referee(setting)
        self._every = frozenset(range(len(setting.lines)))
        self._seated = seated
        names = {player.party for player in seated}
        # What is below no deal is left out at the end: what dominates the rest is never below.
        free = replace(setting, agents=tuple(_unbounded(a, names) for a in setting.agents))
        diagram = Diagram(free, [party.id for party in setting.parties])
        root = diagram.root()
        self.vectors: list[list[int]] = []
        if root is not None:
            self._sweep = Sweep(diagram, root, [player.worth for player in seated])
            self.vectors = [v for v in self._sweep.frontier.tolist() if self._acceptable(v)]

    def _acceptable(self, vector: list[int]) -> bool:
        return all(
            player.worth.no_deal is None or units >= player.worth.no_deal
            for player, units in zip(self._seated, vector, strict=True)
        )

    def outcomes(self, row: int, most: int) -> tuple[tuple[Outcome, ...], bool]:
        """At most `most` packages worth the vector of a row, and whether these are all."""
        packages, whole = self._sweep.packages(self.vectors[row], most)
        return tuple(self._outcome(package, self.vectors[row]) for package in packages), whole

    def tied(self, rows: Sequence[int], limit: int) -> tuple[tuple[Outcome, ...], bool]:
        """At most `limit` packages worth the vectors of some rows, and whether these are all."""
        listed: list[Outcome] = []
        for row in rows:
            found, whole = self.outcomes(row, limit - len(listed))
            listed += found
            if not whole:
                return tuple(listed), False
        return tuple(listed), True

    def _outcome(self, package: Package, vector: list[int]) -> Outcome:
        self._referee.check(package, self._every)
        worths = zip(self._seated, vector, strict=True)
        return Outcome(package, tuple((p.party, p.worth.points(units)) for p, units in worths))


def _unbounded(agent: Agent, names: set[str]) -> Agent:
    if agent.name not in names or agent.worth is None:
        return agent
    return replace(agent, worth=replace(agent.worth, no_deal=None))
