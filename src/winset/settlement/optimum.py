"""The frontier where rules tie many issues together: one optimum after the other, by CP-SAT."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from winset.settlement.clauses import Encoding
from winset.settlement.results import Package
from winset.settlement.setting import Setting
from winset.settlement.worth import Worth

_EFFORT = 10.0
"""In CP-SAT's deterministic units, roughly seconds, the same on every machine."""


class Optima:
    """Undominated worths, each found as the largest sum not dominated by those before it.

    `whole` is False where the budget ended before it was certain that there is none left.
    """

    def __init__(self, setting: Setting, worths: Sequence[Worth]) -> None:
        self._setting, self._worths = setting, worths
        self._encoding = Encoding(setting)
        self._left = _EFFORT
        self.vectors: list[list[int]] = []
        self._examples: dict[tuple[int, ...], Package] = {}
        model, sums = self._model()
        model.maximize(sum(sums))
        self.whole = False
        while True:
            solver = self._solved(model)
            if solver is None:
                return
            if not solver:
                self.whole = True
                return
            vector = [int(solver.value(each)) for each in sums]
            self.vectors.append(vector)
            self._examples[tuple(vector)] = self._package(self._chosen(solver))
            _beyond(model, sums, vector)

    def example(self, vector: Sequence[int]) -> Package:
        """A package worth one of the vectors found."""
        return self._examples[tuple(vector)]

    def packages(self, vector: Sequence[int], most: int) -> tuple[tuple[Package, ...], bool]:
        """At most `most` packages worth exactly this, and whether they are all."""
        model, sums = self._model()
        for total, worth in zip(sums, vector, strict=True):
            model.add(total == worth)
        found: list[Package] = []
        while len(found) <= most:
            solver = self._solved(model)
            if not solver:
                return tuple(sorted(found)), solver is False
            chosen = self._chosen(solver)
            found.append(self._package(chosen))
            model.add_bool_or([~self._variables[place] for place in chosen])
        return tuple(found[:most]), False

    def _model(self) -> tuple[Any, list[Any]]:
        """The clauses with every line and link in force, and what each player's package adds."""
        from ortools.sat.python import cp_model

        encoded = self._encoding
        model = cp_model.CpModel()
        self._variables = [model.new_bool_var("") for _ in range(encoded.last + 1)]
        for clause in encoded.clauses:
            model.add_bool_or([self._literal(literal) for literal in clause])
        for literal in (*encoded.links, *encoded.lines, *encoded.parties.values()):
            model.add_bool_or([self._literal(literal)])
        for issue in self._setting.issues:
            model.add_exactly_one([self._variables[x] for x in encoded.options[issue.id]])
        return model, [self._sum(worth) for worth in self._worths]

    def _sum(self, worth: Worth) -> Any:
        options = self._encoding.options
        return worth.base + sum(
            units * self._variables[literal]
            for issue, column in worth.tables
            for literal, units in zip(options[issue], column, strict=True)
        )

    def _literal(self, literal: int) -> Any:
        return self._variables[literal] if literal > 0 else ~self._variables[-literal]

    def _solved(self, model: Any) -> Any:
        """A solver with an optimum, False where there is none, None when the budget ends."""
        from ortools.sat.python import cp_model

        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 0
        solver.parameters.max_deterministic_time = max(self._left, 0.01)
        status = solver.solve(model)
        self._left -= solver.response_proto.deterministic_time
        if status == cp_model.INFEASIBLE:
            return False
        return solver if status == cp_model.OPTIMAL else None

    def _chosen(self, solver: Any) -> list[int]:
        """The literal of the option chosen for each issue."""
        options = (self._encoding.options[issue.id] for issue in self._setting.issues)
        return [x for literals in options for x in literals if solver.value(self._variables[x])]

    def _package(self, chosen: Sequence[int]) -> Package:
        issues = zip(self._setting.issues, chosen, strict=True)
        return tuple(
            (issue.id, issue.options[self._encoding.options[issue.id].index(place)])
            for issue, place in issues
        )


def _beyond(model: Any, sums: Sequence[Any], vector: Sequence[int]) -> None:
    """From now on some player must have more than in `vector`."""
    better = []
    for total, worth in zip(sums, vector, strict=True):
        more = model.new_bool_var("")
        model.add(total >= worth + 1).only_enforce_if(more)
        better.append(more)
    model.add_bool_or(better)
