"""Good packages by CP-SAT, as a place to begin: what it calls best is proven elsewhere."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from winset.settlement.bargain.reach import Units
from winset.settlement.bargain.worth import Worth
from winset.settlement.refusal.clauses import Encoding
from winset.settlement.results import Package
from winset.settlement.setting import Setting

_EFFORT = 3.0
"""For one question, in CP-SAT's deterministic units: seconds or so, the same on every machine."""
_SEARCH = 10.0
"""For a whole search, in the same units."""
_LARGEST = 1 << 52
_FINE = 10_000
_TANGENTS = 40

Optimum = tuple[Units, Package]


class Guide:
    """Packages that all accept and that some sum, or some least share, ranks high."""

    def __init__(self, setting: Setting, worths: Sequence[Worth]) -> None:
        self._setting, self._worths = setting, worths
        self._encoding = Encoding(setting)

    def greatest_sum(self, weights: Sequence[int]) -> Optimum | None:
        """The package with the greatest weighted sum of worths; None where none was found."""

        def aim(model: Any, sums: Sequence[Any]) -> None:
            model.maximize(sum(w * each for w, each in zip(weights, sums, strict=True)))

        return self._best(aim, max(weights))

    def greatest_least(self, floors: Units, shares: Sequence[int]) -> Optimum | None:
        """The package whose least gain over the floors, as a part of its share, is greatest.

        A player with a share of 0 is left aside.
        """
        fine = _FINE if max(shares) > 1 else 1

        def aim(model: Any, sums: Sequence[Any]) -> None:
            least = model.new_int_var(-_LARGEST, _LARGEST, "")
            for floor, share, each in zip(floors, shares, sums, strict=True):
                if share:
                    model.add(fine * (each - floor) >= share * least)
            model.maximize(least)

        return self._best(aim, fine)

    def greatest_product(self, floors: Units, bests: Units) -> Optimum | None:
        """A package whose product of gains over the floors is near the greatest.

        Sums of logarithms, each bounded by tangents; nobody may gain less than 1.
        """

        def aim(model: Any, sums: Sequence[Any]) -> None:
            logs = []
            for floor, best, each in zip(floors, bests, sums, strict=True):
                log = model.new_int_var(0, 64 * _FINE, "")
                model.add(each >= floor + 1)
                for at in _tangents(best - floor):
                    height = math.ceil(_FINE * at * (math.log(at) - 1))
                    model.add(at * log <= _FINE * (each - floor) + height)
                logs.append(log)
            model.maximize(sum(logs))

        return self._best(aim, _FINE)

    def _best(self, aim: Callable[[Any, Sequence[Any]], None], factor: int) -> Optimum | None:
        from ortools.sat.python import cp_model

        if factor * max(map(_size, self._worths)) > _LARGEST:
            return None
        model, sums = self._model()
        aim(model, sums)
        solver = _solver(_EFFORT)
        if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        return tuple(int(solver.value(each)) for each in sums), self._package(solver)

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

    def _package(self, solver: Any) -> Package:
        return tuple(
            (issue.id, option)
            for issue in self._setting.issues
            for option, literal in zip(issue.options, self._encoding.options[issue.id], strict=True)
            if solver.value(self._variables[literal])
        )


class Optima(Guide):
    """Undominated worths, each found as the largest sum not dominated by those before it.

    `whole` is False where the budget ended before CP-SAT was certain that there is none left.
    """

    def __init__(self, setting: Setting, worths: Sequence[Worth]) -> None:
        super().__init__(setting, worths)
        self._left = _SEARCH
        self.examples: dict[Units, Package] = {}
        model, sums = self._model()
        model.maximize(sum(sums))
        while solver := self._solved(model):
            units = tuple(int(solver.value(each)) for each in sums)
            self.examples[units] = self._package(solver)
            _beyond(model, sums, units)
        self.whole = solver is False

    def packages(self, units: Sequence[int], most: int) -> tuple[tuple[Package, ...], bool]:
        """At most `most` packages worth exactly this, and whether they are all."""
        model, sums = self._model()
        for total, worth in zip(sums, units, strict=True):
            model.add(total == worth)
        found: list[Package] = []
        while len(found) <= most:
            solver = self._solved(model)
            if not solver:
                return tuple(sorted(found)), solver is False
            found.append(self._package(solver))
            options = (self._encoding.options[issue.id] for issue in self._setting.issues)
            taken = [self._variables[x] for row in options for x in row]
            model.add_bool_or([~each for each in taken if solver.value(each)])
        return tuple(found[:most]), False

    def _solved(self, model: Any) -> Any:
        """A solver with an optimum, False where there is none, None when the budget ends."""
        from ortools.sat.python import cp_model

        solver = _solver(max(self._left, 0.01))
        status = solver.solve(model)
        self._left -= solver.response_proto.deterministic_time
        if status == cp_model.INFEASIBLE:
            return False
        return solver if status == cp_model.OPTIMAL else None


def _solver(effort: float) -> Any:
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    solver.parameters.max_deterministic_time = effort
    return solver


def _beyond(model: Any, sums: Sequence[Any], units: Units) -> None:
    """From now on some player must have more than this."""
    better = []
    for total, worth in zip(sums, units, strict=True):
        more = model.new_bool_var("")
        model.add(total >= worth + 1).only_enforce_if(more)
        better.append(more)
    model.add_bool_or(better)


def _tangents(most: int) -> list[int]:
    """Gains from 1 to the most there is, evenly by their logarithms."""
    steps = (round(max(most, 1) ** (n / _TANGENTS)) for n in range(_TANGENTS + 1))
    return sorted(set(steps))


def _size(worth: Worth) -> int:
    """The largest sum a package can come to, whatever its sign."""
    return abs(worth.base) + sum(max(map(abs, column)) for _, column in worth.tables)
