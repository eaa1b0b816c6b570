"""A model as the settlement engine sees it on one day: agents, lines, worths."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from winset.errors import Faulty, Misuse
from winset.model import Expression, Model, mentioned
from winset.model.expressions import And, Count, Name, Not, Or
from winset.model.issues import Issue
from winset.model.lines import Link, RedLine
from winset.model.parties import Party
from winset.problems import Problem
from winset.settlement.bargain.worth import Worth, worth_of
from winset.settlement.what_if.status_quo import fixed_actions

Demand = tuple[int, ...]
"""Places, in `Setting.lines`, of the lines of one agent."""


MOST_ISSUES = 20_000
"""More issues than this are taken for a mistake; work grows with their number."""


MOST_LINES = 5_000
"""More red lines than this are taken for a mistake; work grows with their square."""


@dataclass(frozen=True, slots=True)
class Agent:
    """One who accepts or refuses a package: a party at the table, or a faction behind it."""

    name: str
    lines: Demand = ()
    worth: Worth | None = None

    @property
    def judges(self) -> bool:
        """Whether there is anything it could refuse."""
        return bool(self.lines) or (self.worth is not None and self.worth.no_deal is not None)


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds on `day`: the issues packages are made of, and who must accept for what reason.

    `fixed` holds the options of the actions as the status quo has them. `agents` come in the
    order of the model: each party, then its members.
    """

    day: dt.date | None
    parties: tuple[Party, ...]
    issues: tuple[Issue, ...]
    every_issue: Mapping[str, Issue]
    fixed: Mapping[str, int]
    lines: tuple[RedLine, ...]
    links: tuple[Link, ...]
    agents: tuple[Agent, ...]

    @property
    def demands(self) -> tuple[Expression, ...]:
        """What every package must satisfy, line by line."""
        return tuple(self.demand(place) for place in range(len(self.lines)))

    def demand(self, place: int) -> Expression:
        """What the line at a place demands of every package."""
        line = self.lines[place]
        return Not(line.expression) if line.rejects else line.expression


def settings_day(model: Model, day: dt.date | None) -> dt.date | None:
    """The day an analysis is as of: the one given, else the model's own, else none."""
    return day if day is not None else model.date


def setting(model: Model, day: dt.date | None) -> Setting:
    """The model on one day (None: every line counts); raises Misuse or Faulty."""
    problems = tuple(_problems(model))
    if problems:
        raise Faulty(problems)
    issues = _package_issues(model)
    if not issues:
        raise Misuse(
            "this model has no issues to settle; expected at least one, as [issues.visits]"
        )
    if len(issues) > MOST_ISSUES:
        raise Misuse(
            f"packages of {len(issues):,} issues are too large to settle; expected at most "
            f"{MOST_ISSUES:,}: leave out issues that no line, link or points mention"
        )
    lines = tuple(line for line in model.red_lines if line.span.holds(day))
    if len(lines) > MOST_LINES:
        raise Misuse(
            f"{len(lines):,} red lines in force are too many to settle; expected at most "
            f"{MOST_LINES:,}: leave some out, or settle as of a day on which fewer hold"
        )
    links = tuple(link for link in model.links if link.span.holds(day))
    fixed = fixed_actions(model, issues, mentions(lines, links))
    return Setting(
        day,
        model.parties,
        issues,
        {issue.id: issue for issue in model.issues},
        fixed,
        lines,
        links,
        tuple(
            Agent(name, _own(lines, name), worth_of(model, name, day, issues, fixed))
            for name in agent_names(model)
        ),
    )


def agent_names(model: Model) -> tuple[str, ...]:
    """Each party, followed by its members as `party.member`."""
    return tuple(
        name
        for party in model.parties
        for name in (party.id, *(f"{party.id}.{member}" for member in party.members))
    )


def _own(lines: tuple[RedLine, ...], name: str) -> Demand:
    return tuple(place for place, line in enumerate(lines) if line.party == name)


def _package_issues(model: Model) -> tuple[Issue, ...]:
    terms = tuple(issue for issue in model.issues if issue.is_term)
    return terms or model.issues


def mentions(
    lines: tuple[RedLine, ...], links: tuple[Link, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each line and link with the issues it mentions."""
    for line in lines:
        yield f"red line {line.id}", mentioned(line.expression)
    for link in links:
        yield f"link {link.id}", mentioned(link.rule)


def _problems(model: Model) -> Iterator[Problem]:
    names = agent_names(model)
    for line in model.red_lines:
        key = f"red_lines.{line.id}"
        if line.party not in names:
            expected = "a party, or a faction as party.faction"
            yield Problem(f"{line.party!r} is not in the model", key=key, expected=expected)
        if not 0 <= line.weight < math.inf:
            yield Problem(f"weight {line.weight}", key=key, expected="a number, 0 or more")
    for party in model.parties:
        if party.ratify is not None and not _monotone(party.ratify):
            yield Problem(
                "ratification must not depend on somebody refusing",
                key=f"parties.{party.id}.ratify",
                expected="names joined by and, or, at least N of (…)",
            )


def _monotone(formula: Expression) -> bool:
    match formula:
        case Name():
            return True
        case And(parts) | Or(parts) | Count("at least", _, parts):
            return all(_monotone(part) for part in parts)
        case _:
            return False
