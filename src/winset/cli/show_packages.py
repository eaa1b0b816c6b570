"""Packages as grids: issues down, packages across, and what each is worth to whom."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from winset.cli.screen import console, entry, heading, say, table
from winset.model.model import Model
from winset.report.words import Names, amount, day_words, listed
from winset.settlement.chances import INDEPENDENCE, has_chances, ratification
from winset.settlement.no_deal import Stated
from winset.settlement.results import Outcome, Package, Settlement, Solutions
from winset.settlement.worth import exact, no_deal_of

RULES = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai–Smorodinsky",
    "egalitarian": "Egalitarian",
    "utilitarian": "Utilitarian",
}
_MEANINGS = (
    "Nash: greatest product of gains over no deal. Kalai–Smorodinsky: equal shares of the best "
    "each could have. Egalitarian: greatest least gain. Utilitarian: greatest sum."
)
_MOST = 12
_NARROWEST = 15
_TITLES = 24

Row = tuple[str, Sequence[str]]
"""A title, and a cell for each package."""


def show_grid(packages: Sequence[Package], rows: Sequence[Row], names: Names) -> None:
    """Print packages side by side, as many at a time as the width holds, then further rows.

    Issues on which all packages agree are told once, below.
    """
    alike, apart = _told_apart(packages)
    across = max(2, (console().width - _TITLES) // _NARROWEST)
    for start in range(0, len(packages), across):
        shown = slice(start, start + across)
        cells = [
            [names.issue(issue), *(names.option(issue, dict(p)[issue]) for p in packages[shown])]
            for issue in apart
        ]
        cells += [[title, *values[shown]] for title, values in rows]
        if start:
            say("")
        table(["", *(str(n + 1) for n in range(start, min(start + across, len(packages))))], cells)
    if alike and len(packages) > 1:
        same = [f"{names.issue(issue)}: {names.option(issue, option)}" for issue, option in alike]
        say(f"The same in all: {'; '.join(same)}.")


def show_frontier(model: Model, found: Settlement, names: Names) -> None:
    """Print the frontier as a grid with the worth of each package and the fair points marked."""
    fair = fair_points(found.solutions)
    outcomes = tuple(
        {one.package: one for one in (*found.frontier, *_all(found.solutions))}.values()
    )
    if not outcomes:
        return
    heading("Frontier and fair points: packages no other beats for all")
    shown = sorted(outcomes, key=lambda one: not fair.get(one.package))[:_MOST]
    shown = [one for one in outcomes if one in shown]
    rows = [*worth_rows(model, found, shown, names), ("Fair by", [_by(fair, o) for o in shown])]
    if has_chances(model):
        rows.append(("Chance of ratification", [_chance(model, found, one) for one in shown]))
    show_grid([one.package for one in shown], rows, names)
    if len(outcomes) > len(shown):
        say(f"{len(outcomes) - len(shown)} more packages; --json and --csv give all of them.")
    say(_MEANINGS)
    if has_chances(model):
        say(f"Chances: {INDEPENDENCE}.")


def show_no_deal(stated: Sequence[Stated], names: Names) -> None:
    """Print what no deal is worth to whom, from day to day."""
    if not stated:
        return
    heading("What no deal is worth, as stated")
    for one in stated:
        since = f"from {day_words(one.since)}" if one.since else "from the beginning"
        worth = "no longer stated" if one.points is None else amount(one.points)
        because = f" [{', '.join(one.because)}]" if one.because else ""
        entry(f"{names.party(one.name)}: {worth}, {since}{because}")


def worth_rows(
    model: Model, found: Settlement, outcomes: Sequence[Outcome], names: Names
) -> list[Row]:
    """For each party its worth of every package, with what it gains over no deal."""
    rows: list[Row] = []
    for place, (party, _) in enumerate(outcomes[0].points):
        stated = no_deal_of(model, party, found.as_of)
        worths = [one.points[place][1] for one in outcomes]
        if stated is None:
            rows.append((f"Worth to {names.party(party)}", [amount(worth) for worth in worths]))
        else:
            floor = exact(stated.points)
            cells = [f"{amount(worth)} ({signed(worth - floor)})" for worth in worths]
            rows.append((f"Worth to {names.party(party)} (over no deal)", cells))
    return rows


def fair_points(solutions: Solutions) -> dict[Package, tuple[str, ...]]:
    """The rules by which each package is fair."""
    found: dict[Package, tuple[str, ...]] = {}
    for field in dataclasses.fields(solutions):
        for one in getattr(solutions, field.name):
            found[one.package] = (*found.get(one.package, ()), field.name)
    return found


def signed(value: Fraction) -> str:
    """A difference with its sign.

    >>> signed(Fraction(3)), signed(Fraction(-1, 2)), signed(Fraction(0))
    ('+3', '−0.5', '0')
    """
    if not value:
        return "0"
    return f"{'+' if value > 0 else '−'}{amount(abs(value))}"


def _all(solutions: Solutions) -> Iterator[Outcome]:
    for field in dataclasses.fields(solutions):
        yield from getattr(solutions, field.name)


def _by(fair: Mapping[Package, tuple[str, ...]], outcome: Outcome) -> str:
    return listed([RULES[name] for name in fair.get(outcome.package, ())]) or "–"


def _chance(model: Model, found: Settlement, outcome: Outcome) -> str:
    chance = ratification(model, outcome.package, found.as_of).all
    return "not worked out" if chance is None else f"{float(chance):.1%}"


def _told_apart(packages: Sequence[Package]) -> tuple[Package, tuple[str, ...]]:
    """What all packages have in common, and the issues on which they differ."""
    if len(packages) == 1:
        return (), tuple(issue for issue, _ in packages[0])
    common = set(packages[0]).intersection(*packages[1:])
    alike = tuple(part for part in packages[0] if part in common)
    return alike, tuple(issue for issue, option in packages[0] if (issue, option) not in common)
