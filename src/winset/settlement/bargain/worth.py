"""Points and the worth of no deal in whole units, so that sums and comparisons are exact."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from winset.errors import Faulty
from winset.model import Model
from winset.model.issues import Issue
from winset.model.lines import NoDeal, Points
from winset.problems import Problem

_LARGEST = 1 << 62


@dataclass(frozen=True, slots=True)
class Worth:
    """Additive worth in units of 1/scale.

    `tables` holds, for each issue of the package with points, the worth of each option; `base`
    is what the actions as they stand add. `no_deal` is None where none is stated.
    """

    scale: int
    base: int
    tables: tuple[tuple[str, tuple[int, ...]], ...]
    no_deal: int | None

    def points(self, units: int) -> Fraction:
        """Whole units as points of the model."""
        return Fraction(units, self.scale)


def exact(number: float) -> Fraction:
    """The decimal a person wrote, not the binary number nearest to it.

    >>> exact(0.1)
    Fraction(1, 10)
    """
    return Fraction(str(number))


def worth_of(
    model: Model,
    agent: str,
    day: dt.date | None,
    issues: tuple[Issue, ...],
    fixed: Mapping[str, int],
) -> Worth | None:
    """What packages are worth to an agent on a day, None without points; raises Faulty."""
    tables = [points for points in model.points if points.party == agent]
    if not tables:
        return None
    stated = no_deal_of(model, agent, day)
    numbers = [worth for points in tables for _, _, worth in points.worths]
    _check_finite(agent, [*numbers, *([stated.points] if stated else [])])
    no_deal = None if stated is None else exact(stated.points)
    worths = _by_option(tables)
    scale = math.lcm(*(value.denominator for value in [*worths.values(), no_deal or Fraction(0)]))
    made = Worth(
        scale,
        _base(model, agent, worths, issues, fixed, scale),
        tuple(_columns(issues, worths, scale)),
        None if no_deal is None else int(no_deal * scale),
    )
    _check_size(agent, made)
    return made


def no_deal_of(model: Model, agent: str, day: dt.date | None) -> NoDeal | None:
    """What no deal is worth on a day: the latest `from` wins, the last in the file among equals."""
    stated = [each for each in model.no_deal if each.party == agent and each.span.holds(day)]
    if not stated:
        return None
    return max(reversed(stated), key=lambda each: each.span.start or dt.date.min)


def _by_option(tables: list[Points]) -> dict[tuple[str, str], Fraction]:
    worths: dict[tuple[str, str], Fraction] = {}
    for points in tables:
        for issue, option, worth in points.worths:
            worths[issue, option] = worths.get((issue, option), Fraction(0)) + exact(worth)
    return worths


def _columns(
    issues: tuple[Issue, ...], worths: Mapping[tuple[str, str], Fraction], scale: int
) -> list[tuple[str, tuple[int, ...]]]:
    columns = [
        (issue.id, tuple(int(worths.get((issue.id, o), 0) * scale) for o in issue.options))
        for issue in issues
    ]
    return [(issue, column) for issue, column in columns if any(column)]


def _base(
    model: Model,
    agent: str,
    worths: Mapping[tuple[str, str], Fraction],
    issues: tuple[Issue, ...],
    fixed: Mapping[str, int],
    scale: int,
) -> int:
    """What the actions, as the status quo has them, add; raises Faulty for one left open."""
    terms = {issue.id for issue in issues}
    base = Fraction(0)
    for action in model.issues:
        valued = [option for option in action.options if worths.get((action.id, option))]
        if action.id in terms or not valued:
            continue
        if action.id not in fixed:
            message = f"the action {action.id} has points, and the status quo does not fix it"
            raise Faulty((Problem(message, key=f"points.{agent}"),))
        base += worths.get((action.id, action.options[fixed[action.id]]), 0)
    return int(base * scale)


def _check_finite(agent: str, numbers: list[float]) -> None:
    if not all(math.isfinite(number) for number in numbers):
        raise Faulty((Problem("points must be finite numbers", key=f"points.{agent}"),))


def _check_size(agent: str, worth: Worth) -> None:
    """Sums must fit into 64 bits, whatever package is summed."""
    largest = abs(worth.base) + abs(worth.no_deal or 0)
    largest += sum(max(abs(value) for value in column) for _, column in worth.tables)
    if max(largest, worth.scale) >= _LARGEST:
        message = "points too large or too fine to be added exactly"
        expected = "points and worth of no deal with fewer digits"
        raise Faulty((Problem(message, key=f"points.{agent}", expected=expected),))
