"""Small functions of a package as shared nodes: what is left of a line once options are chosen."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from winset.errors import WinsetError
from winset.model import Expression, evaluate, mentioned
from winset.model.issues import Issue
from winset.settlement.bargain.worth import Worth

Nodes = frozenset[int]

FALSE, TRUE = 0, 1
_MOST_CELLS = 1 << 16
_MOST_NAMES = 16
_ENDLESS = 1 << 30


class Outgrown(WinsetError):
    """A diagram is larger than its limit."""


class Functions:
    """Functions over issues in a fixed order; equal functions have equal numbers.

    `levels[node]` is the place, in the order, of the first issue the node depends on.
    """

    def __init__(self, order: tuple[Issue, ...], fixed: Mapping[str, int]) -> None:
        self.order = order
        self._fixed = fixed
        self._places = {issue.id: place for place, issue in enumerate(order)}
        self.levels = [_ENDLESS, _ENDLESS]
        self._children: list[tuple[int, ...] | None] = [(), ()]
        self._single = [False, False]
        self._at: defaultdict[int, set[int]] = defaultdict(set)
        self._singles: defaultdict[int, set[int]] = defaultdict(set)
        self._numbers: dict[tuple[int, tuple[int, ...]], int] = {}
        self._sums: list[_Sum] = []
        self._rests: dict[tuple[int, int, int], int] = {}
        self._keys: dict[int, tuple[int, int, int]] = {}

    def of_expression(self, expression: Expression, issues: Mapping[str, Issue]) -> int:
        """The node of an expression; raises Outgrown when it mentions too much at once."""
        names = tuple(dict.fromkeys(mentioned(expression)))
        free = sorted((n for n in names if n in self._places), key=self._places.__getitem__)
        sizes = [len(issues[name].options) for name in free]
        if math.prod(sizes) > _MOST_CELLS or len(free) > _MOST_NAMES:
            raise Outgrown(f"a rule over {len(free)} issues is too wide for a diagram")
        columns = dict(zip(free, np.indices(sizes), strict=True))
        columns |= {n: np.full(sizes, self._fixed[n]) for n in names if n not in columns}
        table = np.asarray(evaluate(expression, columns, issues), dtype=bool)
        return self._of_table(table, tuple(self._places[name] for name in free))

    def of_worth(self, worth: Worth) -> int:
        """The node that is true where a package is worth at least no deal."""
        tables = dict(worth.tables)
        columns = [(p, tables[i.id]) for p, i in enumerate(self.order) if i.id in tables]
        self._sums.append(_Sum(columns))
        return self._rest(len(self._sums) - 1, 0, (worth.no_deal or 0) - worth.base)

    def children(self, node: int) -> tuple[int, ...]:
        """What is left for each option of the issue at the node's level."""
        known = self._children[node]
        if known is not None:
            return known
        number, step, rest = self._keys[node]
        column = self._sums[number].columns[step][1]
        made = tuple(self._rest(number, step + 1, rest - worth) for worth in column)
        self._children[node] = made
        return made

    def both(self, nodes: Iterable[int], among: Nodes = frozenset()) -> Nodes | None:
        """The nodes that must all hold, beside those `among` which they come; None if some cannot.

        Those of one issue alone are made one.
        """
        made = among
        for node in nodes:
            if node == FALSE:
                return None
            if node == TRUE:
                continue
            if self._single[node]:
                for other in made & self._singles[self.levels[node]]:
                    made -= {other}
                    node = self._meet(other, node)
                if node == FALSE:
                    return None
            made |= {node}
        return made

    def at(self, level: int) -> set[int]:
        """The nodes whose first issue stands at a level."""
        return self._at[level]

    def alone(self, node: int) -> bool:
        """Whether it depends on one issue only."""
        return self._single[node]

    def _meet(self, left: int, right: int) -> int:
        if left in (TRUE, right):
            return right
        pairs = zip(self.children(left), self.children(right), strict=True)
        return self._node(self.levels[left], tuple(min(pair) for pair in pairs))

    def _of_table(self, table: NDArray[np.bool_], places: tuple[int, ...]) -> int:
        if table.all():
            return TRUE
        if not table.any():
            return FALSE
        return self._node(places[0], tuple(self._of_table(part, places[1:]) for part in table))

    def _node(self, level: int, children: tuple[int, ...]) -> int:
        if len(set(children)) == 1:
            return children[0]
        known = self._numbers.get((level, children))
        if known is None:
            single = all(child <= TRUE for child in children)
            known = self._numbers[level, children] = self._new(level, children, single)
        return known

    def _rest(self, number: int, step: int, rest: int) -> int:
        """The node that is true where the columns from `step` on add up to `rest`."""
        total = self._sums[number]
        if rest <= total.lowest[step]:
            return TRUE
        if rest > total.highest[step]:
            return FALSE
        known = self._rests.get((number, step, rest))
        if known is None:
            known = self._new(total.columns[step][0], None, False)
            self._rests[number, step, rest] = known
            self._keys[known] = (number, step, rest)
        return known

    def _new(self, level: int, children: tuple[int, ...] | None, single: bool) -> int:
        self.levels.append(level)
        self._children.append(children)
        self._single.append(single)
        node = len(self.levels) - 1
        self._at[level].add(node)
        if single:
            self._singles[level].add(node)
        return node


class _Sum:
    """Columns of worths by level, and the least and most those from each on can add."""

    def __init__(self, columns: list[tuple[int, tuple[int, ...]]]) -> None:
        self.columns = columns
        self.lowest, self.highest = [0], [0]
        for _, column in reversed(columns):
            self.lowest.insert(0, self.lowest[0] + min(column))
            self.highest.insert(0, self.highest[0] + max(column))
