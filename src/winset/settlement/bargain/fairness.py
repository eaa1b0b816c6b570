"""Fair points of a frontier too large to list: each rule's best, proven by a solver.

A rule says how good worths are, and what every package as good as some score must be worth. From
a good package on, whatever is as good is asked for; when nothing is left, those that score best
and that none of them dominates are the fair points, with all that tie.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from winset.settlement.bargain.ascent import maximal
from winset.settlement.bargain.optimum import Guide, Optimum
from winset.settlement.bargain.reach import Reach, Units
from winset.settlement.bargain.worth import Worth
from winset.settlement.refusal.effort import Effort, Spent
from winset.settlement.results import Package
from winset.settlement.setting import Setting

_CONFLICTS = 150_000
_MOST_POINTS = 1_000
Weights = tuple[int, ...]
Bounds = tuple[int | None, ...]
"""The least units for each player; None where a rule leaves a player aside."""


@dataclass(frozen=True, slots=True)
class Fair:
    """The worths a rule chooses, with a package each; `reason` says what is not certain."""

    examples: dict[Units, Package]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """What the players measure by: units to a point, and the units that gain nothing."""

    scales: tuple[int, ...]
    floors: Units

    @classmethod
    def of(cls, worths: Sequence[Worth]) -> Table:
        """Gains are over no deal, over 0 where none is stated."""
        return cls(tuple(w.scale for w in worths), tuple(w.no_deal or 0 for w in worths))

    def gains(self, units: Units) -> tuple[Fraction, ...]:
        """What worths are over no deal, in points."""
        parts = zip(units, self.floors, self.scales, strict=True)
        return tuple(Fraction(worth - floor, scale) for worth, floor, scale in parts)

    @property
    def factors(self) -> tuple[int, ...]:
        """What makes the units of all players equally large."""
        whole = math.lcm(*self.scales)
        return tuple(whole // scale for scale in self.scales)


class Rule:
    """A way to score worths; the more for anyone, the higher or the same."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def score(self, units: Units) -> Fraction:
        """How good worths are; exact."""
        raise NotImplementedError

    def bounds(self, score: Fraction) -> Bounds:
        """What each player has at least wherever the score is reached."""
        raise NotImplementedError

    def sums(self, score: Fraction, even: Weights) -> Iterator[tuple[Weights, int]]:
        """Weights, and what the sum so weighted is at least wherever the score is reached.

        They follow from the bounds, and a solver does not see it by itself.
        """
        bounds = self.bounds(score)
        if None not in bounds:
            yield even, sum(w * (b or 0) for w, b in zip(even, bounds, strict=True))

    def excluded(self, units: Units, best: Fraction) -> Units:
        """Worths no less than those given: whatever does not exceed them is no better."""
        return units


class Utilitarian(Rule):
    """The largest sum of gains."""

    def score(self, units: Units) -> Fraction:
        return sum(self.table.gains(units), Fraction(0))

    def bounds(self, score: Fraction) -> Bounds:
        return (None,) * len(self.table.scales)

    def sums(self, score: Fraction, even: Weights) -> Iterator[tuple[Weights, int]]:
        table = self.table
        floor = sum(f * d for f, d in zip(table.factors, table.floors, strict=True))
        yield table.factors, math.ceil(score * math.lcm(*table.scales)) + floor


class LeastShare(Rule):
    """The largest least gain, each taken as a part of a share; a share of 0 leaves one aside."""

    def __init__(self, table: Table, shares: Sequence[Fraction]) -> None:
        super().__init__(table)
        self.shares = tuple(shares)

    def score(self, units: Units) -> Fraction:
        gains = zip(self.table.gains(units), self.shares, strict=True)
        return min(gain / share for gain, share in gains if share)

    def bounds(self, score: Fraction) -> Bounds:
        parts = zip(self.table.floors, self.table.scales, self.shares, strict=True)
        return tuple(d + math.ceil(score * share * s) if share else None for d, s, share in parts)


class Nash(Rule):
    """The largest product of gains, where everyone gains something."""

    def score(self, units: Units) -> Fraction:
        gains = self.table.gains(units)
        return math.prod(gains, start=Fraction(1)) if min(gains) > 0 else Fraction(0)

    def bounds(self, score: Fraction) -> Bounds:
        return tuple(floor + 1 for floor in self.table.floors)

    def sums(self, score: Fraction, even: Weights) -> Iterator[tuple[Weights, int]]:
        """No product is reached but by sums whose mean is at least its root."""
        many = len(even)
        floor = sum(w * d for w, d in zip(even, self.table.floors, strict=True))
        product = score * math.prod(self.table.scales) * math.prod(even) * many**many
        yield even, _root(math.ceil(product), many) + floor

    def excluded(self, units: Units, best: Fraction) -> Units:
        """Room in every direction, in proportion, as long as the product stays below the best."""
        if (score := self.score(units)) >= best:
            return units
        ratio = float(best / score) ** (1 / len(units))
        floors = self.table.floors
        wider = tuple(
            max(worth, floor + int((worth - floor) * ratio))
            for worth, floor in zip(units, floors, strict=True)
        )
        return wider if self.score(wider) < best else units


def settled(rule: Rule, reach: Reach, best: Fraction, conflicts: int = _CONFLICTS) -> Fair:
    """The worths that score best, from a score that is reached, and all that tie.

    Nothing where the budget ends before that is proven.
    """
    found: dict[Units, Package] = {}
    effort, guard = Effort(conflicts), reach.guard()
    try:
        while reach.found([guard, *_as_good(rule, reach, best)], effort):
            if len(found) == _MOST_POINTS:
                return Fair({}, f"more than {_MOST_POINTS} different points had to be looked at")
            units, package = reach.climbed([guard])
            best = max(best, rule.score(units))
            found[units] = package
            reach.exclude(rule.excluded(units, best), guard)
    except Spent as error:
        return Fair({}, str(error))
    kept = maximal(units for units in found if rule.score(units) == best)
    return Fair({units: found[units] for units in kept})


def greatest(reach: Reach, player: int, units: int) -> int:
    """The most any package is worth to a player, from what one is worth; raises Spent."""
    effort = Effort(_CONFLICTS)
    while reach.found([reach.at_least(player, units + 1)], effort):
        units = reach.climbed([])[0][player]
    return units


def most_worth(setting: Setting, worth: Worth) -> Fraction | None:
    """The most a package of the zone is worth by one table of points; None without packages.

    Raises Outgrown where the points are too fine, and Spent where the budget ends.
    """
    reach = Reach(setting, [worth])
    if not reach.found([], Effort(_CONFLICTS)):
        return None
    hint = Guide(setting, [worth]).greatest_sum([1])
    start = max([reach.units()[0], *(hint[0] if hint else ())])
    return worth.points(greatest(reach, 0, start))


def _as_good(rule: Rule, reach: Reach, score: Fraction) -> list[int]:
    literals = [
        reach.at_least(player, units)
        for player, units in enumerate(rule.bounds(score))
        if units is not None
    ]
    return literals + [reach.weighted(w, units) for w, units in rule.sums(score, reach.even())]


def guided(rule: Rule, guide: Guide, bests: Units) -> Optimum | None:
    """A package that scores high by a rule; None where none was found."""
    table = rule.table
    match rule:
        case Nash():
            return guide.greatest_product(table.floors, bests)
        case LeastShare(shares=shares):
            whole = math.lcm(*(share.denominator for share in shares))
            parts = zip(shares, table.scales, strict=True)
            return guide.greatest_least(table.floors, [int(s * whole) * k for s, k in parts])
        case _:
            return guide.greatest_sum(table.factors)


def _root(number: int, degree: int) -> int:
    """The least whole number whose power of that degree reaches another."""
    low, high = 0, 1 << (number.bit_length() // degree + 1)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if middle**degree >= number else (middle + 1, high)
    return low
