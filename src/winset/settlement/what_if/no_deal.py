"""What no deal is worth, from which day on, and what a package gains over it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from winset.errors import Misuse
from winset.model import Model
from winset.model.expressions import And, Compare, Expression, Name, Not
from winset.model.issues import Issue
from winset.settlement.bargain.worth import exact, no_deal_of
from winset.settlement.results import Package
from winset.settlement.setting import Setting, agent_names, setting, settings_day
from winset.settlement.what_if.changes import read_expression


@dataclass(frozen=True, slots=True)
class Stated:
    """The worth of no deal to a party or faction from a day on (None: from the beginning).

    `points` is None where from that day on none is stated any more.
    """

    name: str
    since: dt.date | None
    points: Fraction | None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gain:
    """What a package is worth to a party or faction on one day, and over no deal."""

    name: str
    worth: Fraction
    no_deal: Fraction | None

    @property
    def over_no_deal(self) -> Fraction:
        """Points over no deal; over 0 where none is stated."""
        return self.worth - (self.no_deal or 0)


def stated_worths(model: Model) -> tuple[Stated, ...]:
    """The worth of no deal as it drifts: for each who has one, every day on which it changes."""
    return tuple(step for name in agent_names(model) for step in _steps(model, name))


def gains(model: Model, package: Package, day: dt.date | None = None) -> tuple[Gain, ...]:
    """What a package gains everyone with points over no deal, on a day (the model's own)."""
    return package_gains(setting(model, settings_day(model, day)), package)


def package_gains(stage: Setting, package: Package) -> tuple[Gain, ...]:
    """What a package gains everyone with points over no deal, in a setting."""
    return tuple(
        Gain(
            agent.name,
            agent.worth.points(_units(stage, package, agent.worth.base, agent.worth.tables)),
            None if agent.worth.no_deal is None else agent.worth.points(agent.worth.no_deal),
        )
        for agent in stage.agents
        if agent.worth is not None
    )


def gains_over_time(
    model: Model, package: Package
) -> tuple[tuple[dt.date | None, tuple[Gain, ...]], ...]:
    """The gains of a package from each day on which some worth of no deal changes."""
    days = sorted({step.since for step in stated_worths(model)}, key=lambda d: d or dt.date.min)
    return tuple((day, gains(model, package, day or dt.date.min)) for day in days)


def read_package(model: Model, text: str, day: dt.date | None = None) -> Package:
    """The package a text states, as 'quota = low; not patrol'; raises Misuse for what is missing.

    Parts are divided by semicolons, line breaks or `and`, and fix one issue each.
    """
    stage = setting(model, settings_day(model, day))
    parts = [part for part in text.replace("\n", ";").split(";") if part.strip()]
    fixed: dict[str, str] = {}
    for part in parts:
        for issue, option in _options(stage, read_expression(model, part.strip()), part.strip()):
            if fixed.setdefault(issue, option) != option:
                raise Misuse(f"{issue} is given twice, as {fixed[issue]} and as {option}")
    missing = [issue for issue in stage.issues if issue.id not in fixed]
    if missing:
        first, more = missing[0], len(missing) - 12
        named = ", ".join(issue.id for issue in missing[:12])
        named += f" and {more} more" if more > 0 else ""
        raise Misuse(
            f"the package says nothing of {named}; "
            f"expected an option for each, as '{first.id} = {first.options[0]}'"
        )
    return tuple((issue.id, fixed[issue.id]) for issue in stage.issues)


def _steps(model: Model, name: str) -> Iterator[Stated]:
    own = [stated for stated in model.no_deal if stated.party == name]
    days = {day for stated in own for day in (stated.span.start, stated.span.end) if day}
    # Before the first day what holds is what began before all of them.
    since_when: list[dt.date | None] = [None, *sorted(days)] if own else []
    told = [(day, no_deal_of(model, name, day or dt.date.min)) for day in since_when]
    for _, group in groupby(told, key=lambda pair: pair[1]):
        since, stated = next(group)
        if stated is not None:
            yield Stated(name, since, exact(stated.points), stated.because)
        elif since is not None:
            yield Stated(name, since, None)


def _units(
    stage: Setting, package: Package, base: int, tables: tuple[tuple[str, tuple[int, ...]], ...]
) -> int:
    chosen = dict(package)
    return base + sum(
        column[stage.every_issue[issue].options.index(chosen[issue])] for issue, column in tables
    )


def _options(stage: Setting, part: Expression, text: str) -> Iterator[tuple[str, str]]:
    """The issues a part fixes, with their options."""
    issues = {issue.id: issue for issue in stage.issues}
    for leaf in part.parts if isinstance(part, And) else (part,):
        issue, option = _option(leaf, text)
        if issue not in issues:
            raise Misuse(f"{issue} is no part of a package: it is one party's to change alone")
        yield issue, option or _negated(issues[issue])


def _option(leaf: Expression, text: str) -> tuple[str, str]:
    """The issue and option of a leaf; no option where a yes/no issue is denied."""
    match leaf:
        case Name(issue):
            return issue, "yes"
        case Not(Name(issue)):
            return issue, ""
        case Compare(issue, "=", (option,)) | Compare(issue, "in", (option,)):
            return issue, option
    raise Misuse(f"{text!r} does not fix an issue; expected 'issue = option', 'issue' or 'not …'")


def _negated(issue: Issue) -> str:
    return next(option for option in issue.options if option != "yes")
