"""Packages side by side: what they share, where they part, what each is worth to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from winset.model.model import Model
from winset.report.words import Names, amount, listed
from winset.settlement.bargain.worth import exact, no_deal_of
from winset.settlement.results import Outcome, Package, Settlement, Solutions


@dataclass(frozen=True, slots=True)
class FairRule:
    """A rule of fairness: its field in `Solutions`, what it is called, and what it asks."""

    field: str
    name: str
    meaning: str
    short: str = ""


FAIR_RULES = (
    FairRule("nash", "Nash", "largest product of gains over no deal"),
    FairRule("kalai_smorodinsky", "Kalai–Smorodinsky", "largest smallest share of what each could "
             "gain at best", "K–S"),
    FairRule("egalitarian", "Egalitarian", "largest smallest gain"),
    FairRule("utilitarian", "Utilitarian", "largest sum"),
)  # fmt: skip

Row = tuple[str, Sequence[str]]
"""A title, and a cell for each package."""


def outcomes_of(found: Settlement) -> tuple[Outcome, ...]:
    """The frontier, then the fair points that lie beside it; each package once."""
    fair = [one for rule in FAIR_RULES for one in getattr(found.solutions, rule.field)]
    return tuple({one.package: one for one in (*found.frontier, *fair)}.values())


def fair_by(solutions: Solutions, package: Package) -> tuple[FairRule, ...]:
    """The rules by which a package is fair."""
    return tuple(
        rule
        for rule in FAIR_RULES
        if any(one.package == package for one in getattr(solutions, rule.field))
    )


def fair_row(found: Settlement, outcomes: Sequence[Outcome]) -> Row:
    """By which rules each package is fair."""
    rules = [fair_by(found.solutions, one.package) for one in outcomes]
    return "Fair by", [listed([rule.name for rule in each]) or "–" for each in rules]


def option_rows(packages: Sequence[Package], names: Names) -> list[Row]:
    """For each issue on which the packages part, the option each has."""
    return [
        (names.issue(issue), [names.option(issue, dict(one)[issue]) for one in packages])
        for issue in told_apart(packages)[1]
    ]


def told_apart(packages: Sequence[Package]) -> tuple[Package, tuple[str, ...]]:
    """What all packages have in common, and the issues on which they differ; one has no others."""
    if len(packages) == 1:
        return (), tuple(issue for issue, _ in packages[0])
    common = set(packages[0]).intersection(*packages[1:])
    alike = tuple(part for part in packages[0] if part in common)
    return alike, tuple(issue for issue, option in packages[0] if (issue, option) not in common)


def worth_rows(
    model: Model, found: Settlement, outcomes: Sequence[Outcome], names: Names
) -> list[Row]:
    """For each party its worth of every package, with what it gains over no deal."""
    rows: list[Row] = []
    for place, (party, _) in enumerate(outcomes[0].points):
        floor = floor_of(model, party, found)
        worths = [one.points[place][1] for one in outcomes]
        if floor is None:
            rows.append((f"Worth to {names.party(party)}", [amount(worth) for worth in worths]))
        else:
            cells = [f"{amount(worth)} ({signed(worth - floor)})" for worth in worths]
            rows.append((f"Worth to {names.party(party)} (over no deal)", cells))
    return rows


def floor_of(model: Model, party: str, found: Settlement) -> Fraction | None:
    """What no deal is worth to a party on the day of the settlement; None where not stated."""
    stated = no_deal_of(model, party, found.as_of)
    return None if stated is None else exact(stated.points)


def signed(value: Fraction) -> str:
    """A difference with its sign.

    >>> signed(Fraction(3)), signed(Fraction(-1, 2)), signed(Fraction(0))
    ('+3', '−0.5', '0')
    """
    if not value:
        return "0"
    return f"{'+' if value > 0 else '−'}{amount(abs(value))}"
