"""How far each line of an opening would have to give way: the least that opens, short of dropping.

A line accepts some combinations of options of the issues it mentions. To open the zone it is
enough that each line of the opening accept one combination more: those nearest to what it accepts
stand lowest on the ladder. Near is counted in steps along ordered issues, and as one for any
other option of an issue without order; this measure is our own choice.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from winset.model import evaluate, mentioned
from winset.model.issues import Issue
from winset.settlement.bargain.referee import Referee
from winset.settlement.refusal.clauses import Encoding, Group
from winset.settlement.refusal.effort import Effort, Spent
from winset.settlement.refusal.search import Lines
from winset.settlement.results import Opening, Package, Rung
from winset.settlement.setting import Setting

_MOST_CELLS = 1 << 10
_MOST_RUNGS = 3
_CONFLICTS = 20_000


def with_ladders(
    setting: Setting, openings: Sequence[Opening], lines: Sequence[Lines]
) -> tuple[tuple[Opening, ...], int]:
    """The openings with their ladders as far as a budget goes, and how many have one."""
    ladders = Ladders(setting)
    described = [ladders.described(*each) for each in zip(openings, lines, strict=True)]
    paired = zip(openings, described, strict=True)
    return (
        tuple(plain if better is None else better for plain, better in paired),
        sum(each is not None for each in described),
    )


class Ladders:
    """Ladders of one setting, by one solver with a budget for all of them."""

    def __init__(self, setting: Setting) -> None:
        from pysat.solvers import Minisat22

        self._setting = setting
        self._encoding = Encoding(setting)
        self._solver = Minisat22()
        self._told = 0
        self._effort = Effort(_CONFLICTS)
        self._referee = Referee(setting)
        self._steps: dict[int, Group] = {}
        self._implied: dict[tuple[int, int], bool] = {}
        self._names = [frozenset(mentioned(line.expression)) for line in setting.lines]

    def described(self, opening: Opening, lines: Lines) -> Opening | None:
        """The opening with its ladder; None where that would take more than the budget."""
        given_up = sorted(lines)
        if any(math.prod(self._shape(line)) > _MOST_CELLS for line in given_up):
            return None
        try:
            rungs = self._rungs(given_up)
            weaker = [
                (self._setting.lines[line].id, self._weaker(line, lines)) for line in given_up
            ]
        except Spent:
            return None
        return replace(opening, ladder=rungs, weaker=tuple(pair for pair in weaker if pair[1]))

    def _rungs(self, lines: Sequence[int]) -> tuple[Rung, ...]:
        """The nearest rungs: those of the least distance, then the next, while there are any."""
        groups = [self._distance(line) for line in lines]
        fresh = self._encoding.new()
        found: list[Rung] = []
        distance = len(lines)
        while len(found) < _MOST_RUNGS and self._package(lines, [fresh]) is not None:
            near = -self._encoding.at_least(groups, distance + 1)
            package = self._package(lines, [fresh, near])
            if package is None:
                distance += 1
            else:
                found.append(self._rung(lines, distance, package, fresh))
        return tuple(found)

    def _rung(self, lines: Sequence[int], distance: int, package: Package, fresh: int) -> Rung:
        """The rung a package stands on; no further package may stand on it."""
        chosen = [(i, o) for i, o in package if any(i in self._names[line] for line in lines)]
        self._encoding.add(-fresh, *(-self._option(issue, option) for issue, option in chosen))
        accepts = (
            (self._setting.lines[n].id, tuple(pair for pair in chosen if pair[0] in self._names[n]))
            for n in lines
        )
        return Rung(tuple(accepts), distance, package)

    def _package(self, lines: Sequence[int], wanted: Sequence[int]) -> Package | None:
        """A package all accept once the lines are given up, held against the definitions."""
        encoded = self._encoding
        kept = [place for place in range(len(encoded.lines)) if place not in lines]
        standing = [encoded.lines[place] for place in kept]
        asked = [*encoded.links, *encoded.parties.values(), *standing, *wanted]
        if not self._solve(asked):
            return None
        model = self._solver.get_model() or []
        package = tuple(
            (issue.id, option)
            for issue in self._setting.issues
            for option in issue.options
            if model[self._option(issue.id, option) - 1] > 0
        )
        self._referee.check(package, frozenset(kept))
        return package

    def _option(self, issue: str, option: str) -> int:
        place = self._setting.every_issue[issue].options.index(option)
        return self._encoding.options[issue][place]

    def _solve(self, assumed: list[int]) -> bool:
        """Whether what is assumed can be, by all clauses made so far; raises Spent."""
        for clause in self._encoding.clauses[self._told :]:
            self._solver.add_clause(clause)
        self._told = len(self._encoding.clauses)
        return self._effort.solve(self._solver, assumed)

    def _distance(self, line: int) -> Group:
        """A literal for each distance from what a line accepts, with that distance."""
        if line not in self._steps:
            issues = self._issues(line)
            distances = _distances(self._accepted(line, issues), issues)
            cells: dict[int, list[int]] = {}
            for cell, distance in np.ndenumerate(distances):
                options = [
                    self._encoding.options[i.id][o] for i, o in zip(issues, cell, strict=True)
                ]
                cells.setdefault(int(distance), []).append(self._encoding.all_of(options))
            self._steps[line] = tuple(
                (self._encoding.any_of(cells[distance]), distance) for distance in sorted(cells)
            )
        return self._steps[line]

    def _issues(self, line: int) -> list[Issue]:
        """Issues of the package that a line mentions, in the order of the model."""
        return [issue for issue in self._setting.issues if issue.id in self._names[line]]

    def _shape(self, line: int) -> tuple[int, ...]:
        return tuple(len(issue.options) for issue in self._issues(line))

    def _accepted(self, line: int, issues: Sequence[Issue]) -> NDArray[np.bool_]:
        """Which combinations a line accepts, shape (options of each issue)."""
        shape = self._shape(line)
        columns: Mapping[str, NDArray[np.int64]] = {
            **{name: np.full(shape, option) for name, option in self._setting.fixed.items()},
            **dict(zip((issue.id for issue in issues), np.indices(shape), strict=True)),
        }
        demand = self._setting.demand(line)
        return np.asarray(evaluate(demand, columns, self._setting.every_issue))

    def _weaker(self, line: int, opening: Lines) -> tuple[str, ...]:
        """The strongest other lines of the same body that the line implies and that still stand."""
        party = self._setting.lines[line].party
        implied = [
            other
            for other, each in enumerate(self._setting.lines)
            if each.party == party and other not in opening and self._implies(line, other)
        ]
        return tuple(
            self._setting.lines[one].id
            for one in implied
            if not any(self._stronger(other, one) for other in implied if other != one)
        )

    def _stronger(self, line: int, other: int) -> bool:
        """Whether the line implies the other and not the other way round."""
        return self._implies(line, other) and not self._implies(other, line)

    def _implies(self, line: int, other: int) -> bool:
        if self._names[line].isdisjoint(self._names[other]):
            return False
        if (line, other) not in self._implied:
            demands = self._encoding.demands
            against = [*self._encoding.links, demands[line], -demands[other]]
            self._implied[line, other] = not self._solve(against)
        return self._implied[line, other]


def _distances(accepted: NDArray[np.bool_], issues: Sequence[Issue]) -> NDArray[np.int64]:
    """Steps from each combination to the nearest accepted one; 1 where none is accepted.

    One issue after the other: the least sum over issues is found axis by axis.
    """
    if not accepted.any():
        return np.ones(accepted.shape, dtype=np.int64)
    far = sum(len(issue.options) for issue in issues)
    steps = np.where(accepted, 0, far).astype(np.int64)
    for axis, issue in enumerate(issues):
        places = np.arange(len(issue.options))
        apart = np.abs(places[:, None] - places[None, :])
        if not issue.ordered:
            apart = np.minimum(apart, 1)
        moved = np.moveaxis(steps, axis, -1)[..., None, :] + apart
        steps = np.moveaxis(moved.min(axis=-1), -1, axis)
    return steps
