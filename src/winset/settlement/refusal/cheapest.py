"""The cheapest sets of lines that obey clauses, one after the other, by MaxSAT.

RC2 of Ignatiev, Morgado and Marques-Silva (2019), stratified. Once it has found the least cost,
its assumptions are what any set of that cost satisfies; so the first of them in the order of
lines is found by asking the same solver again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from winset.settlement.refusal.effort import Effort

Lines = frozenset[int]
"""Places of red lines in force."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Clauses over literals; `chosen[i]` is the literal that says that line i is in the set."""

    chosen: tuple[int, ...]
    clauses: Sequence[Sequence[int]]


class CheapestSets:
    """Cheapest sets of lines that obey the rules; of equally cheap ones any, or the first.

    While `in_order`, the smallest of the cheapest comes next, and of those the first in the
    order of lines.
    """

    def __init__(self, prices: Sequence[int], rules: Rules, conflicts: int) -> None:
        from pysat.formula import WCNF

        formula = WCNF()
        formula.extend([list(clause) for clause in rules.clauses])
        for literal, price in zip(rules.chosen, prices, strict=True):
            formula.append([-literal], weight=price)
        self._effort = Effort(conflicts)
        self._solver = _metered(formula, self._effort)
        self._chosen = rules.chosen
        self._alike = len(set(prices)) < 2
        self._counted: list[int] = []
        self.exhausted = False
        self.in_order = False

    @property
    def cost(self) -> int:
        """No set that is still to come costs less."""
        return int(self._solver.cost)

    def rounds(self, most: int) -> Iterator[Lines]:
        """The cheapest set at each turn, until none is left or `most` were taken; raises Spent."""
        with self._solver:
            for _ in range(most):
                model = self._solver.compute()
                if model is None:
                    self.exhausted = True
                    return
                found = self._lines(model)
                yield self._first(found) if self.in_order else found

    def hit(self, lines: Lines) -> None:
        """From now on every set must meet this one."""
        self._solver.add_clause([self._chosen[line] for line in sorted(lines)])

    def exclude(self, lines: Lines) -> None:
        """From now on no set may hold all of these."""
        self._solver.add_clause([-self._chosen[line] for line in sorted(lines)])

    def _lines(self, model: Sequence[int]) -> Lines:
        true = set(model)
        return frozenset(i for i, literal in enumerate(self._chosen) if literal in true)

    def _first(self, found: Lines) -> Lines:
        """The smallest set as cheap as `found`, and of those the first, line by line."""
        found, bound = self._smallest(found)
        fixed: list[int] = []
        for _ in range(len(found)):
            after = fixed[-1] + 1 if fixed else 0
            line = min(found.difference(fixed))
            while (earlier := self._with_one_of(range(after, line), fixed, bound)) is not None:
                found = earlier
                line = min(found.difference(fixed))
            fixed.append(line)
        return found

    def _smallest(self, found: Lines) -> tuple[Lines, list[int]]:
        """The smallest set as cheap as `found`, and what to assume of others: no larger."""
        if self._alike:
            return found, []
        smaller: Lines | None = found
        while smaller is not None:
            found = smaller
            smaller = self._as_cheap(self._at_most(len(found) - 1))
        return found, self._at_most(len(found))

    def _with_one_of(self, lines: range, fixed: list[int], bound: list[int]) -> Lines | None:
        """A set as cheap that holds all `fixed` lines and one of `lines`; None without one."""
        if not lines:
            return None
        picked = self._fresh()
        self._solver.oracle.add_clause([-picked, *(self._inner(line) for line in lines)])
        return self._as_cheap([*bound, *(self._inner(line) for line in fixed), picked])

    def _as_cheap(self, assumed: list[int]) -> Lines | None:
        """A set as cheap as the last one, with more assumed; None without one; raises Spent."""
        oracle = self._solver.oracle
        if not self._effort.solve(oracle, [*self._solver.active_assumps(), *assumed]):
            return None
        true = set(oracle.get_model())
        return frozenset(i for i in range(len(self._chosen)) if self._inner(i) in true)

    def _at_most(self, size: int) -> list[int]:
        """The literal to assume for a set of at most so many lines."""
        from pysat.card import ITotalizer

        if size >= len(self._counted):
            literals = [self._inner(line) for line in range(len(self._chosen))]
            most = min(2 * size + 8, len(literals))
            with ITotalizer(literals, most, top_id=self._solver.pool.top) as total:
                self._solver.pool.top = total.top_id
                for clause in total.cnf.clauses:
                    self._solver.oracle.add_clause(clause)
                self._counted = list(total.rhs)
        return [-self._counted[size]] if size < len(self._counted) else []

    def _fresh(self) -> int:
        self._solver.pool.top += 1
        return int(self._solver.pool.top)

    def _inner(self, line: int) -> int:
        """The literal of a line as the solver itself numbers it."""
        return int(self._solver._map_extlit(self._chosen[line]))


def _metered(formula: Any, effort: Effort) -> Any:
    """RC2 whose questions to its solver count against a budget."""
    from pysat.examples.rc2 import RC2Stratified

    class Metered(RC2Stratified):  # type: ignore[misc]
        def _call_oracle(
            self, assumptions: Sequence[int] = (), expect_interrupt: bool = False
        ) -> bool | None:
            if bounded:  # RC2 gives each of these questions a small budget of its own
                return effort.solve_within(self.oracle, list(assumptions))
            return effort.solve(self.oracle, list(assumptions))

        def minimize_core(self) -> None:
            bounded.append(True)
            super().minimize_core()
            bounded.clear()

    bounded: list[bool] = []
    # Hardening would lose openings dearer than the cheapest.
    return Metered(formula, solver="m22", exhaust=True, minz=True, nohard=True)
