"""Single packages held against the definitions, without solver or table of packages."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from winset.errors import WinsetError
from winset.model import evaluate, mentioned
from winset.model.expressions import Expression
from winset.settlement.ratification import all_accept, below_no_deal
from winset.settlement.refusal.search import Lines
from winset.settlement.results import Package
from winset.settlement.setting import Setting
from winset.settlement.win_sets.packages import Truth, single

_MOST_CELLS = 1 << 14
_MOST_NAMES = 14


class Referee:
    """Says of one package what it violates and whether all accept it."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._demands = [_Lookup(setting, demand) for demand in setting.demands]
        self._rules = [_Lookup(setting, link.rule) for link in setting.links]

    def violated(self, package: Package) -> Lines:
        """Places of the red lines the package violates."""
        options = self._options(package)
        return frozenset(
            place for place, demand in enumerate(self._demands) if not demand.holds(options)
        )

    def check(self, package: Package, kept: Lines, without: int | None = None) -> None:
        """Raise WinsetError unless `confirms`."""
        if not self.confirms(package, kept, without):
            raise WinsetError(f"the answer {package} does not hold: please report this")

    def confirms(self, package: Package, kept: Lines, without: int | None) -> bool:
        """Whether all accept the package while only the `kept` lines stand.

        The link at the place `without` is disregarded.
        """
        options = self._options(package)
        if not all(
            rule.holds(options) for place, rule in enumerate(self._rules) if place != without
        ):
            return False
        broken = self.violated(package) & kept
        grid = single(self._setting, package)
        accepted = {
            agent.name: ~below_no_deal(agent, grid) & broken.isdisjoint(agent.lines)
            for agent in self._setting.agents
        }
        return bool(all_accept(self._setting, accepted).all())

    def _options(self, package: Package) -> Mapping[str, int]:
        issues = self._setting.every_issue
        chosen = {issue: issues[issue].options.index(option) for issue, option in package}
        return {**self._setting.fixed, **chosen}


class _Lookup:
    """The truth of an expression for every combination of the options it mentions."""

    def __init__(self, setting: Setting, expression: Expression) -> None:
        self._issues = setting.every_issue
        self._expression = expression
        self._names = tuple(dict.fromkeys(mentioned(expression)))
        sizes = [len(self._issues[name].options) for name in self._names]
        self._table: Truth | None = None
        if math.prod(sizes) <= _MOST_CELLS and len(sizes) <= _MOST_NAMES:
            columns = dict(zip(self._names, np.indices(sizes), strict=True))
            self._table = evaluate(expression, columns, self._issues)

    def holds(self, options: Mapping[str, int]) -> bool:
        """Whether the expression is true of options, given as places in their issues."""
        if self._table is not None:
            return bool(self._table[tuple(options[name] for name in self._names)])
        columns = {name: np.array([options[name]]) for name in self._names}
        return bool(evaluate(self._expression, columns, self._issues).all())
