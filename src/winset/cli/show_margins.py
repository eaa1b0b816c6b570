"""How little would change the answer."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby

from winset.cli.screen import heading, say, table
from winset.cli.show_packages import RULES
from winset.cli.show_settlement import show_list
from winset.report.words import amount
from winset.settlement.what_if.sensitivity import Margin
from winset.workbench.probing import MarginsAnswer

_MOST = 12
_FIGURES = {
    "weight": "Weight of {}",
    "no deal": "No deal for {}",
    "quota": "Quota of {}",
    "points": "Points of {}",
}


def show_margins(found: MarginsAnswer) -> None:
    """Print, for each answer, the figures whose smallest moves would change it."""
    heading("How little would change the answer")
    if not found.margins:
        say("No figure, moved alone, changes it.")
    by_answer = sorted(found.margins, key=lambda margin: _order(margin.answer))
    for answer, group in groupby(by_answer, key=lambda margin: margin.answer):
        margins = list(group)
        rows = [[_figure(m), amount(m.value), _move(m, m.up), _move(m, m.down)] for m in margins]
        say("", f"{_title(answer)} changes at or just beyond these moves of one figure:")
        table(["Figure", "Now", "Up by", "Down by"], rows[:_MOST], right=(1, 2, 3))
        if len(rows) > _MOST:
            say(f"{len(rows) - _MOST} more; --json gives all of them.")
    show_list("Not complete", found.incomplete)


def _order(answer: str) -> int:
    return ["zone", "cheapest way out", *RULES].index(answer)


def _title(answer: str) -> str:
    if answer == "zone":
        return "Whether there is a settlement at all"
    return f"The {RULES[answer]} point" if answer in RULES else f"The {answer}"


def _figure(margin: Margin) -> str:
    return _FIGURES[margin.kind].format(margin.name)


def _move(margin: Margin, move: Fraction | None) -> str:
    if move is None:
        return "–"
    return f"{'at least ' if margin.at_least else ''}{amount(move)}"
