"""Packages as grids: issues down, packages across, and what each is worth to whom."""

from __future__ import annotations

from collections.abc import Sequence

from winset.cli.screen import console, entry, heading, say, table
from winset.model.model import Model
from winset.report.grids import (
    FAIR_RULES,
    Row,
    fair_by,
    fair_row,
    option_rows,
    outcomes_of,
    told_apart,
    worth_rows,
)
from winset.report.words import Names, amount, day_words
from winset.settlement.results import Outcome, Package, Settlement
from winset.settlement.what_if.chances import INDEPENDENCE, has_chances, ratification
from winset.settlement.what_if.no_deal import Stated

RULES = {rule.field: rule.name for rule in FAIR_RULES}
_MOST = 12
_NARROWEST = 15
_TITLES = 24


def show_grid(packages: Sequence[Package], rows: Sequence[Row], names: Names) -> None:
    """Print packages side by side, as many at a time as the width holds, then further rows.

    Issues on which all packages agree are told once, below.
    """
    alike, _ = told_apart(packages)
    own = option_rows(packages, names)
    across = max(2, (console().width - _TITLES) // _NARROWEST)
    for start in range(0, len(packages), across):
        shown = slice(start, start + across)
        cells = [[title, *values[shown]] for title, values in (*own, *rows)]
        if start:
            say("")
        table(["", *(str(n + 1) for n in range(start, min(start + across, len(packages))))], cells)
    if alike and len(packages) > 1:
        same = [f"{names.issue(issue)}: {names.option(issue, option)}" for issue, option in alike]
        say(f"The same in all: {'; '.join(same)}.")


def show_frontier(model: Model, found: Settlement, names: Names) -> None:
    """Print the frontier as a grid with the worth of each package and the fair points marked."""
    outcomes = outcomes_of(found)
    if not outcomes:
        return
    heading("Frontier and fair points: packages no other beats for all")
    first = sorted(outcomes, key=lambda one: not fair_by(found.solutions, one.package))[:_MOST]
    shown = [one for one in outcomes if one in first]
    rows = [*worth_rows(model, found, shown, names), fair_row(found, shown)]
    if has_chances(model):
        rows.append(("Chance of ratification", [_chance(model, found, one) for one in shown]))
    show_grid([one.package for one in shown], rows, names)
    if len(outcomes) > len(shown):
        say(f"{len(outcomes) - len(shown)} more packages; --json and --csv give all of them.")
    say(" ".join(f"{rule.name}: {rule.meaning}." for rule in FAIR_RULES))
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


def _chance(model: Model, found: Settlement, outcome: Outcome) -> str:
    chance = ratification(model, outcome.package, found.as_of).all
    return "not worked out" if chance is None else f"{float(chance):.1%}"
