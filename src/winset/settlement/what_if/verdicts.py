"""One package held against the model: who accepts it, and who refuses it by which lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from winset.settlement.ratification import agents_accept, below_no_deal, party_accepts
from winset.settlement.results import Package
from winset.settlement.setting import Agent, Setting
from winset.settlement.win_sets.packages import single


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a party or faction refuses a package: lines it violates, or too little worth."""

    name: str
    lines: tuple[str, ...]
    below_no_deal: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of one package: links it breaks, objections, and who ratifies all the same."""

    package: Package
    broken_links: tuple[str, ...]
    objections: tuple[Objection, ...]
    refused_by: tuple[str, ...]

    @property
    def stands(self) -> bool:
        """Whether it is in the zone of agreement."""
        return not self.broken_links and not self.refused_by


def judge(stage: Setting, package: Package) -> Verdict:
    """Who accepts a package on the day of the setting."""
    grid = single(stage, package)
    accepted = agents_accept(stage, grid)
    return Verdict(
        package,
        tuple(link.id for link in stage.links if not bool(grid.holds(link.rule).all())),
        tuple(_objections(stage, package)),
        tuple(p.id for p in stage.parties if not bool(party_accepts(p, accepted).all())),
    )


def _objections(stage: Setting, package: Package) -> Iterator[Objection]:
    grid = single(stage, package)
    broken = [not bool(grid.holds(demand).all()) for demand in stage.demands]
    for agent in stage.agents:
        lines = _own(stage, agent, broken)
        poor = bool(below_no_deal(agent, grid).any())
        if lines or poor:
            yield Objection(agent.name, lines, poor)


def _own(stage: Setting, agent: Agent, broken: list[bool]) -> tuple[str, ...]:
    return tuple(stage.lines[place].id for place in agent.lines if broken[place])
