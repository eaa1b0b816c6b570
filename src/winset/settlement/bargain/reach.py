"""What the packages of the zone can be worth: one SAT solver, asked for bounds on their worths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from winset.settlement.bargain.totals import Total
from winset.settlement.bargain.worth import Worth
from winset.settlement.refusal.clauses import Encoding, Group
from winset.settlement.refusal.effort import Effort, Spent
from winset.settlement.results import Package
from winset.settlement.setting import Setting

Units = tuple[int, ...]
"""What a package is worth to each player, in the units of each."""

_CLIMB = 30
"""Conflicts a step to something better may take; what is missed so is found later."""


class Reach:
    """The packages all accept, by what they are worth to each player.

    An exclusion holds for a question only where its guard, a literal, is assumed.
    """

    def __init__(self, setting: Setting, worths: Sequence[Worth]) -> None:
        from pysat.solvers import Glucose4

        self._setting, self._worths = setting, worths
        self._encoding = encoding = Encoding(setting)
        self._solver = Glucose4()
        self._told = 0
        self._always = [*encoding.links, *encoding.lines, *encoding.parties.values()]
        self._tables = [dict(worth.tables) for worth in worths]
        self._totals = [Total(encoding, self._groups([p])) for p in range(len(worths))]
        self._weighted: dict[tuple[int, ...], Total] = {}

    def guard(self) -> int:
        """A fresh literal, under which exclusions hold."""
        return self._encoding.new()

    def at_least(self, player: int, units: int) -> int:
        """A literal true of packages worth at least that much to a player."""
        return self._totals[player].at_least(units - self._worths[player].base)

    def weighted(self, weights: Sequence[int], units: int) -> int:
        """A literal true of packages whose worths, so weighted, add up to at least that much."""
        key = tuple(weights)
        if key not in self._weighted:
            self._weighted[key] = Total(self._encoding, self._groups(range(len(key)), key))
        base = _sum(key, [worth.base for worth in self._worths])
        return self._weighted[key].at_least(units - base)

    def even(self) -> tuple[int, ...]:
        """Small weights under which the worths to each player spread about equally far."""
        spreads = [high - low for low, high in (total.bounds for total in self._totals)]
        return tuple(max(1, round(max(spreads) / spread)) if spread else 1 for spread in spreads)

    def exclude(self, units: Units, guard: int) -> None:
        """Under the guard, some player must have more than this."""
        more = (self.at_least(player, worth + 1) for player, worth in enumerate(units))
        self._encoding.add(-guard, *more)

    def found(self, assumed: Sequence[int], effort: Effort) -> bool:
        """Whether a package of the zone satisfies some literals; raises Spent."""
        for clause in self._encoding.clauses[self._told :]:
            self._solver.add_clause(clause)
        self._told = len(self._encoding.clauses)
        if not effort.solve(self._solver, [*self._always, *assumed]):
            return False
        self._true = {literal for literal in self._solver.get_model() or () if literal > 0}
        chosen = (self._encoding.options[issue.id] for issue in self._setting.issues)
        # The next search begins where this one ended: what is better is often near.
        self._solver.set_phases(
            [literal if literal in self._true else -literal for row in chosen for literal in row]
        )
        return True

    def climbed(self, assumed: Sequence[int]) -> tuple[Units, Package]:
        """The package just found, or one better for some and no worse for others, with its worth.

        Where the climb was cut short something better still may be left.
        """
        best, package = self.units(), self.package()
        while self._step(best, assumed):
            best, package = self.units(), self.package()
        return best, package

    def _step(self, units: Units, assumed: Sequence[int]) -> bool:
        better = self.guard()
        self.exclude(units, better)
        no_worse = [self.at_least(player, worth) for player, worth in enumerate(units)]
        try:
            return self.found([*assumed, *no_worse, better], Effort(_CLIMB))
        except Spent:
            return False

    def units(self) -> Units:
        """The worths of the package just found."""
        places = {issue: self._place(issue) for issue in self._encoding.options}
        return tuple(
            worth.base + sum(column[places[issue]] for issue, column in worth.tables)
            for worth in self._worths
        )

    def package(self) -> Package:
        """The package just found."""
        return tuple(
            (issue.id, issue.options[self._place(issue.id)]) for issue in self._setting.issues
        )

    def packages(
        self, units: Sequence[int], most: int, effort: Effort
    ) -> tuple[tuple[Package, ...], bool]:
        """At most `most` packages worth exactly these, which nothing betters; whether all."""
        guard = self.guard()
        exact = [self.at_least(player, worth) for player, worth in enumerate(units)]
        # What follows from these bounds, and a solver does not see by itself.
        exact.append(self.weighted(even := self.even(), _sum(even, units)))
        listed: dict[tuple[int, ...], Package] = {}
        try:
            while len(listed) <= most and self.found([*exact, guard], effort):
                places = tuple(self._place(issue.id) for issue in self._setting.issues)
                listed[places] = self.package()
                self._encoding.add(-guard, *(-literal for literal in self._chosen()))
        except Spent:
            return _in_order(listed, most), False
        return _in_order(listed, most), len(listed) <= most

    def _chosen(self) -> list[int]:
        """The literal of the option chosen for each issue."""
        options = self._encoding.options
        return [options[issue.id][self._place(issue.id)] for issue in self._setting.issues]

    def _place(self, issue: str) -> int:
        literals = self._encoding.options[issue]
        return next(place for place, literal in enumerate(literals) if literal in self._true)

    def _groups(self, players: Sequence[int], weights: Sequence[int] = ()) -> list[Group]:
        """For each issue, what each option adds for some players, weighted."""
        made = []
        for issue in self._setting.issues:
            columns = [self._tables[player].get(issue.id) for player in players]
            if not any(columns):
                continue
            factors = weights or (1,) * len(columns)
            sums = [
                sum(f * column[place] for f, column in zip(factors, columns, strict=True) if column)
                for place in range(len(issue.options))
            ]
            made.append(tuple(zip(self._encoding.options[issue.id], sums, strict=True)))
        return made


def _sum(weights: Sequence[int], units: Sequence[int]) -> int:
    return sum(weight * worth for weight, worth in zip(weights, units, strict=True))


def _in_order(listed: Mapping[tuple[int, ...], Package], most: int) -> tuple[Package, ...]:
    return tuple(package for _, package in sorted(listed.items())[:most])
