"""A multi-valued decision diagram of the packages acceptable to some parties, level by level.

Built from the top, as in Bergman, Cire, van Hoeve and Hooker (2016): a state says what is left to
be satisfied once the first issues are decided, and packages in one state have the same future.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np

from winset.model import Expression, mentioned
from winset.model.issues import Issue
from winset.model.parties import Party
from winset.settlement.bargain.worth import Worth
from winset.settlement.ratification import party_accepts
from winset.settlement.setting import Agent, Setting
from winset.settlement.win_sets.functions import FALSE, TRUE, Functions, Nodes

Duty = Nodes
"""Nodes all of which must hold; without any it holds."""
State = tuple[Duty | None, ...]
"""First what must hold, then what each agent that may be outvoted insists on; None: it refuses."""
Step = tuple[State, tuple[int, ...]]
"""A state, and the options that lead there."""

_Key = TypeVar("_Key")
_WIDEST = 64


class Diagram:
    """States and steps of what some parties accept and every link allows."""

    def __init__(self, setting: Setting, parties: Collection[str]) -> None:
        self._setting = setting
        self._nodes: dict[object, int] = {}
        self._homes = [_Home(p, setting.agents) for p in setting.parties if p.id in parties]
        self.order = _ordered(setting, list(self._supports()))
        self.functions = Functions(self.order, setting.fixed)
        self._optional = [agent for home in self._homes for agent in home.optional]

    def _supports(self) -> Iterable[tuple[str, ...]]:
        judging = {agent.name for home in self._homes for agent in home.judges}
        for link in self._setting.links:
            yield mentioned(link.rule)
        for line in self._setting.lines:
            if line.party in judging:
                yield mentioned(line.expression)
        for home in self._homes:
            for agent in home.judges:
                if agent.worth is not None and agent.worth.no_deal is not None:
                    yield tuple(issue for issue, _ in agent.worth.tables)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Issues of the package in the order of the model."""
        return self._setting.issues

    def root(self, kept: Collection[int] | None = None) -> State | None:
        """The state before anything is decided while only the lines at the `kept` places stand
        (None: all); None where nothing can be accepted.
        """
        needed = [self._rule(link.id, link.rule) for link in self._setting.links]
        for home in self._homes:
            for agent in home.needed:
                needed += self._insists(agent, kept)
        opinions = [self.functions.both(self._insists(a, kept)) for a in self._optional]
        return self._settled(self.functions.both(needed), opinions)

    def _insists(self, agent: Agent, kept: Collection[int] | None) -> list[int]:
        nodes = [
            self._rule(line, self._setting.demand(line))
            for line in agent.lines
            if kept is None or line in kept
        ]
        if agent.worth is not None and agent.worth.no_deal is not None:
            nodes.append(self._worth(agent.name, agent.worth))
        return nodes

    def _rule(self, key: str | int, rule: Expression) -> int:
        """The node of a link, by id, or of what a line demands, by place: made once."""
        if key not in self._nodes:
            self._nodes[key] = self.functions.of_expression(rule, self._setting.every_issue)
        return self._nodes[key]

    def _worth(self, name: str, worth: Worth) -> int:
        key = ("worth", name)
        if key not in self._nodes:
            self._nodes[key] = self.functions.of_worth(worth)
        return self._nodes[key]

    def steps(self, state: State, level: int) -> list[Step]:
        """Where each option of the issue at a level leads, options that lead alike together."""
        here = self.functions.at(level)
        parts = [None if duty is None else (duty - here, duty & here) for duty in state]
        touched = sorted(set[int]().union(*(part[1] for part in parts if part)))
        options = range(len(self.order[level].options))
        if not touched:
            return [(state, tuple(options))]
        columns = list(zip(*map(self.functions.children, touched), strict=True))
        found: list[Step] = []
        for effect, chosen in _grouped(columns, options):
            after = self._after(parts, dict(zip(touched, effect, strict=True)))
            if after is not None:
                found.append((after, chosen))
        return found

    def _after(
        self, parts: Sequence[tuple[Duty, Duty] | None], effect: Mapping[int, int]
    ) -> State | None:
        """The state once duties that stay are joined by what became of those that were touched."""
        duties = [
            None
            if part is None
            else self.functions.both(sorted(effect[n] for n in part[1]), part[0])
            for part in parts
        ]
        return self._settled(duties[0], duties[1:])

    def _settled(self, must: Duty | None, opinions: Sequence[Duty | None]) -> State | None:
        """The state with the agents of parties that accept in any case taken as satisfied."""
        if must is None:
            return None
        if not self._optional:
            return (must,)
        made: list[Duty | None] = [must]
        start = 0
        for home in self._homes:
            own = opinions[start : start + len(home.optional)]
            start += len(own)
            outlook = home.outlook(tuple(_status(duty) for duty in own))
            if outlook == FALSE:
                return None
            made += [Duty()] * len(own) if outlook == TRUE else own
        return tuple(made)


def _status(duty: Duty | None) -> int:
    """FALSE: refuses; TRUE: accepts; beyond: open."""
    if duty is None:
        return FALSE
    return TRUE if not duty else TRUE + 1


class _Home:
    """A party, and which of its agents it cannot do without."""

    def __init__(self, party: Party, agents: Sequence[Agent]) -> None:
        self._party = party
        names = [party.id, *(f"{party.id}.{member}" for member in party.members)]
        self._names = names
        by_name = {agent.name: agent for agent in agents}
        self.judges = [by_name[name] for name in names if by_name[name].judges]
        possible = self._accepts({})
        self.needed = [a for a in self.judges if not possible or not self._accepts({a.name: False})]
        self.optional = [agent for agent in self.judges if agent not in self.needed]
        self._outlooks: dict[tuple[int, ...], int] = {}
        self._possible = possible

    def outlook(self, statuses: tuple[int, ...]) -> int:
        """FALSE: it cannot accept; TRUE: it accepts whatever those still open do; else beyond."""
        known = self._outlooks.get(statuses)
        if known is None:
            known = self._outlooks[statuses] = self._judged(statuses)
        return known

    def _judged(self, statuses: tuple[int, ...]) -> int:
        names = [agent.name for agent in self.optional]
        hoped = dict(zip(names, (status != FALSE for status in statuses), strict=True))
        sure = dict(zip(names, (status == TRUE for status in statuses), strict=True))
        if not self._accepts(hoped):
            return FALSE
        return TRUE if self._accepts(sure) else TRUE + 1

    def _accepts(self, known: dict[str, bool]) -> bool:
        accepted = {name: np.array([known.get(name, True)]) for name in self._names}
        return bool(party_accepts(self._party, accepted).all())


def _grouped(keys: Sequence[_Key], options: Iterable[int]) -> list[tuple[_Key, tuple[int, ...]]]:
    groups: dict[_Key, list[int]] = {}
    for key, option in zip(keys, options, strict=True):
        groups.setdefault(key, []).append(option)
    return [(key, tuple(chosen)) for key, chosen in groups.items()]


def _ordered(setting: Setting, supports: Sequence[tuple[str, ...]]) -> tuple[Issue, ...]:
    """Issues such that few are open at a time: each next one opens the fewest others.

    Among equals one already open, then the first in the model. What speaks of very many issues
    says nothing about their order.
    """
    places = {issue.id: place for place, issue in enumerate(setting.issues)}
    near: list[set[int]] = [set() for _ in places]
    for names in supports:
        own = [places[name] for name in names if name in places]
        if len(own) <= _WIDEST:
            for place in own:
                near[place].update(own)
    opening = [len(each) for each in near]
    opened = [False] * len(near)
    waiting = [(opening[place], True, place) for place in range(len(near))]
    heapq.heapify(waiting)
    order: dict[int, None] = {}
    while waiting:
        entry = heapq.heappop(waiting)
        best = entry[2]
        if best in order or entry != (opening[best], not opened[best], best):
            continue
        order[best] = None
        for other in sorted(near[best]):
            if not opened[other]:
                opened[other] = True
                for touched in sorted(near[other]):
                    opening[touched] -= 1
                    heapq.heappush(waiting, (opening[touched], not opened[touched], touched))
    return tuple(setting.issues[place] for place in order)
