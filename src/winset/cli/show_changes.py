"""What two models, or two days of one, say differently: old beside new."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from winset.cli.screen import entry, heading
from winset.cli.show_lines import demand_words
from winset.model.lines import Link, RedLine
from winset.model.model import Model
from winset.report.words import Names, amount, figure, phrase
from winset.settlement.what_if.comparison import Comparison, Lines
from winset.workbench.model_changes import ModelChange, model_changes

Rule = TypeVar("Rule", RedLine, Link)
_MOST = 40
_KINDS = {
    "party": "Party",
    "issue": "Issue",
    "ratify": "Ratification by",
    "member": "Member",
    "seats": "Seats of",
    "quota": "Quota of",
    "veto": "Veto in",
    "points": "Points of",
}


def show_changes(
    found: Comparison, models: tuple[Model, Model], names: Names, labels: tuple[str, str]
) -> None:
    """Print the lines, links and other parts of the model that came, went or changed."""
    lines = [{line.id: line for line in model.red_lines} for model in models]
    links = [{link.id: link for link in model.links} for model in models]
    _show("Lines", list(_told(found.lines, lines, labels, lambda line: _line(line, names))))
    _show("Links", list(_told(found.links, links, labels, lambda link: _link(link, names))))
    worths = [
        f"{names.party(party)}: {_points(old)}, then {_points(new)}"
        for party, old, new in found.no_deal
    ]
    _show("What no deal is worth", [(1, text) for text in worths])
    changes = model_changes(*models)
    _show("Elsewhere in the model", [(1, _change(change)) for change in changes])


def _show(title: str, told: Sequence[tuple[int, str]]) -> None:
    """Entries under a title, each with how far it is indented."""
    if told:
        heading(title)
    for depth, text in told[:_MOST]:
        entry(text, 2 * depth)
    if len(told) > _MOST:
        entry(f"… and {figure(len(told) - _MOST)} more; --json lists them")


def _told(
    moved: Lines,
    rules: Sequence[Mapping[str, Rule]],
    labels: tuple[str, str],
    said: Callable[[Rule], str],
) -> Iterator[tuple[int, str]]:
    old, new = rules
    for id_ in moved.came:
        yield 1, f"came: {id_}: {said(new[id_])}"
    for id_ in moved.went:
        yield 1, f"went: {id_}: {said(old[id_])}"
    for id_ in moved.changed:
        yield 1, f"changed: {id_}"
        yield 2, f"{labels[0]}: {said(old[id_])}"
        yield 2, f"{labels[1]}: {said(new[id_])}"


def _line(line: RedLine, names: Names) -> str:
    weight = "" if line.weight == 1 else f"; weight {amount(line.weight)}"
    return f"{demand_words(line, names)}{weight}"


def _link(link: Link, names: Names) -> str:
    title = f"{link.title}. " if link.title else ""
    return f"{title}“{phrase(link.rule, names)}”"


def _points(points: Fraction | None) -> str:
    return "not stated" if points is None else amount(points)


def _change(change: ModelChange) -> str:
    name = f"{_KINDS[change.kind]} {change.name}"
    if not change.before:
        return f"{name} is new: {change.after}"
    if not change.after:
        return f"{name} is gone: it was {change.before}"
    return f"{name}: {change.before}, then {change.after}"
