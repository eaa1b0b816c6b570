"""A setting as clauses: one literal for each option, line, agent and party."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from winset.errors import Misuse
from winset.model import Expression, evaluate, mentioned
from winset.model.expressions import And, Compare, Count, If, Iff, Name, Not, Or
from winset.model.issues import Issue
from winset.model.parties import Body, Party
from winset.settlement.setting import Agent, Setting

Group = tuple[tuple[int, int], ...]
"""(literal, weight) pairs, exactly one of whose literals is true."""

_Truth = Callable[[Expression], int]
_MOST_NODES = 200_000


class Clauses:
    """Clauses that define literals; every definition holds both ways."""

    def __init__(self) -> None:
        self.clauses: list[list[int]] = []
        self._last = 1
        self.true = 1
        self.add(self.true)

    def add(self, *literals: int) -> None:
        """One more clause."""
        self.clauses.append(list(literals))

    @property
    def last(self) -> int:
        """The largest literal in use."""
        return self._last

    def new(self) -> int:
        """A fresh literal."""
        self._last += 1
        return self._last

    def all_of(self, literals: Sequence[int]) -> int:
        """A literal that is true when all are."""
        if not literals:
            return self.true
        made = self.new()
        for literal in literals:
            self.add(-made, literal)
        self.add(made, *(-literal for literal in literals))
        return made

    def any_of(self, literals: Sequence[int]) -> int:
        """A literal that is true when one is."""
        return -self.all_of([-literal for literal in literals])

    def same(self, left: int, right: int) -> int:
        """A literal that is true when both are or neither is."""
        return self.all_of([self.any_of([-left, right]), self.any_of([left, -right])])

    def exactly_one(self, literals: Sequence[int]) -> None:
        """One of the literals is true, and only one."""
        self.add(*literals)
        for place, literal in enumerate(literals):
            for other in literals[:place]:
                self.add(-literal, -other)

    def at_least(self, groups: Sequence[Group], need: int) -> int:
        """A literal that is true when the weights of the true literals add up to `need`.

        A decision diagram over the groups, sums that need the same from the rest shared.
        Raises Misuse when the weights are too fine for one.
        """
        lowest, highest = _bounds(groups)
        known: dict[tuple[int, int], int] = {}

        def decided(place: int, rest: int) -> int | None:
            if rest <= lowest[place]:
                return self.true
            if rest > highest[place]:
                return -self.true
            return known.get((place, rest))

        # Worked off from a list, not by recursion: diagrams are as deep as there are issues.
        waiting = [(0, need)]
        while waiting:
            place, rest = waiting[-1]
            if decided(place, rest) is not None:
                waiting.pop()
                continue
            after = [(place + 1, rest - weight) for _, weight in groups[place]]
            open_ends = [each for each in after if decided(*each) is None]
            if open_ends:
                waiting.extend(open_ends)
                continue
            if len(known) >= _MOST_NODES:
                raise Misuse("points too fine for so many packages; round them to fewer digits")
            known[place, rest] = made = self.new()
            for (literal, _), end in zip(groups[place], after, strict=True):
                child = decided(*end) or self.true
                self.add(-made, -literal, child)
                self.add(made, -literal, -child)
            waiting.pop()
        return decided(0, need) or self.true


def _bounds(groups: Sequence[Group]) -> tuple[list[int], list[int]]:
    """The least and the most the groups from each place on can add."""
    lowest, highest = [0], [0]
    for group in reversed(groups):
        weights = [weight for _, weight in group]
        lowest.append(lowest[-1] + min(weights))
        highest.append(highest[-1] + max(weights))
    return lowest[::-1], highest[::-1]


class Encoding(Clauses):
    """The packages, and who accepts them while which lines and links stand.

    `lines[i]` and `links[i]` are literals to assume: true, and the line or link stands;
    `parties[id]` is true where the party accepts.
    """

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self._issues = setting.every_issue
        self.options = {
            issue.id: tuple(self.new() for _ in issue.options) for issue in setting.issues
        }
        for literals in self.options.values():
            self.exactly_one(literals)
        for action, option in setting.fixed.items():
            self.options[action] = tuple(
                self.true if place == option else -self.true
                for place in range(len(self._issues[action].options))
            )
        self.lines = tuple(self.new() for _ in setting.lines)
        self.links = tuple(self.new() for _ in setting.links)
        for literal, link in zip(self.links, setting.links, strict=True):
            self.add(-literal, self.truth(link.rule))
        self.demands = tuple(self.truth(demand) for demand in setting.demands)
        self._upheld = [
            self.any_of([-line, demand])
            for line, demand in zip(self.lines, self.demands, strict=True)
        ]
        accepts = {agent.name: self._accepts(agent) for agent in setting.agents}
        self.parties = {party.id: self._ratified(party, accepts) for party in setting.parties}

    def truth(self, expression: Expression) -> int:
        """A literal that is true where the expression is."""
        match expression:
            case Name() | Compare():
                return self._option_in(expression)
            case _:
                return self._connected(expression, self.truth)

    def _connected(self, expression: Expression, truth: _Truth) -> int:
        match expression:
            case Not(part):
                return -truth(part)
            case And(parts):
                return self.all_of([truth(part) for part in parts])
            case Or(parts):
                return self.any_of([truth(part) for part in parts])
            case If(then, condition):
                return self.any_of([truth(then), -truth(condition)])
            case Iff(left, right):
                return self.same(truth(left), truth(right))
            case Count(bound, number, parts):
                return self._count(bound, number, [truth(part) for part in parts])
        raise Misuse("a comparison with an option cannot stand in a formula over names")

    def _option_in(self, leaf: Name | Compare) -> int:
        """The plain evaluator decides which options satisfy a comparison."""
        (name,) = mentioned(leaf)
        issue: Issue = self._issues[name]
        true = evaluate(leaf, {name: np.arange(len(issue.options))}, self._issues)
        return self.any_of([self.options[name][place] for place in np.flatnonzero(true)])

    def _count(self, bound: str, number: int, parts: list[int]) -> int:
        groups = [((part, 1), (-part, 0)) for part in parts]
        enough, too_many = self.at_least(groups, number), self.at_least(groups, number + 1)
        if bound == "at least":
            return enough
        return -too_many if bound == "at most" else self.all_of([enough, -too_many])

    def _accepts(self, agent: Agent) -> int:
        needs = [self._upheld[line] for line in agent.lines]
        if agent.worth is not None and agent.worth.no_deal is not None:
            groups = [
                tuple(zip(self.options[issue], column, strict=True))
                for issue, column in agent.worth.tables
            ]
            needs.append(self.at_least(groups, agent.worth.no_deal - agent.worth.base))
        return self.all_of(needs)

    def _ratified(self, party: Party, accepts: Mapping[str, int]) -> int:
        home = {member: accepts[f"{party.id}.{member}"] for member in party.members}
        votes = {body.id: self._vote(body, home) for body in party.bodies}
        if party.ratify is None:
            needs = [*(home[faction.id] for faction in party.factions), *votes.values()]
            return self.all_of([accepts[party.id], *needs])
        return self.all_of([accepts[party.id], self._formula(party.ratify, {**home, **votes})])

    def _formula(self, formula: Expression, names: Mapping[str, int]) -> int:
        if isinstance(formula, Name):
            return names[formula.name]
        return self._connected(formula, lambda part: self._formula(part, names))

    def _vote(self, body: Body, home: Mapping[str, int]) -> int:
        groups = [((home[member], seats), (-home[member], 0)) for member, seats in body.seats]
        return self.all_of(
            [self.at_least(groups, body.quota), *(home[member] for member in body.veto)]
        )
