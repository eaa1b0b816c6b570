"""What a deal would look like: the fair points, the frontier, and what any two sides share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from winset.model.model import Model
from winset.report.basis import Basis
from winset.report.blocks import Block, Figure, Folded, Paragraph, Row, Table
from winset.report.charts.frontier import Axis, Worth, frontier_chart
from winset.report.charts.overlaps import Shared, overlap_chart
from winset.report.counts import shared_size
from winset.report.grids import (
    FAIR_RULES,
    fair_by,
    fair_row,
    floor_of,
    option_rows,
    outcomes_of,
    told_apart,
    worth_rows,
)
from winset.report.words import amount, counted, package_words
from winset.settlement.results import Outcome, Settlement

_ACROSS, _LISTED = 4, 24


def deals(basis: Basis, settlement: Settlement, anchor: str) -> Iterator[Block]:
    """The fair points as a grid, and the frontier drawn and listed."""
    outcomes, model = outcomes_of(settlement), basis.findings.model
    if not outcomes or model is None:
        return
    numbers = {one.package: place for place, one in enumerate(outcomes, start=1)}
    fair = [one for one in outcomes if fair_by(settlement.solutions, one.package)]
    if fair:
        shown = {numbers[one.package]: one for one in fair[:_LISTED]}
        yield from _grids(basis, model, settlement, shown, "Fair points of the zone")
    yield _frontier(basis, model, settlement, outcomes, anchor)


def overlaps(basis: Basis, settlement: Settlement, anchor: str) -> Iterator[Block]:
    """What any two sides could both accept."""
    if all(each.packages is None and each.high is None for each in settlement.overlaps):
        return
    place = {party: number for number, (party, _) in enumerate(settlement.win_sets)}
    names = [basis.names.party(party) for party in place]
    shared = [
        Shared(place[each.parties[0]], place[each.parties[1]], each.packages)
        for each in settlement.overlaps
    ]
    title = "Packages that two sides could both accept"
    sizes = [count for _, count in settlement.win_sets]
    rows = tuple(
        Row((*((basis.names.party(party),) for party in each.parties), (shared_size(each),)))
        for each in settlement.overlaps
    )
    table = Table(title, ("Side", "And side", "Packages"), rows, "numbers")
    yield Figure(
        title,
        "In each row and column: how many packages both accept, and which share that is of the "
        "smaller win-set, as far as the square is filled. On the diagonal, the win-sets. –: not "
        "counted.",
        overlap_chart(names, sizes, shared, title),
        (table,),
        f"overlaps-{anchor}",
        summary="The same as a table",
    )


def _frontier(
    basis: Basis, model: Model, settlement: Settlement, outcomes: Sequence[Outcome], anchor: str
) -> Block:
    """The frontier in a plane or on parallel axes; with one party alone there is none to draw."""
    shown = dict(enumerate(outcomes[:_LISTED], start=1))
    listed = tuple(_grids(basis, model, settlement, shown, "Packages no other beats for all"))
    left = len(outcomes) - len(shown)
    if left:
        more = f"{counted(left, 'more package').capitalize()}: `winset settle --csv packages`."
        listed += (Paragraph((more,), "note"),)
    title = f"The frontier: {counted(len(settlement.frontier), 'package')}"
    axes = _axes(basis, model, settlement, outcomes[0])
    if len(axes) < 2:
        return Folded(title, listed)
    floors = any(axis.no_deal is not None for axis in axes)
    return Figure(
        title,
        "Worth to each, on each party's own scale; no package is better for one without loss to "
        "another. Fair points are named, with their numbers (K–S: Kalai–Smorodinsky)."
        + (" Broken lines: what no deal is worth." if floors else ""),
        frontier_chart(axes, _worths(settlement, outcomes), title, _spoken(basis, settlement)),
        listed,
        f"frontier-{anchor}",
        summary="The packages side by side",
    )


def _axes(basis: Basis, model: Model, settlement: Settlement, outcome: Outcome) -> tuple[Axis, ...]:
    floors = [(party, floor_of(model, party, settlement)) for party, _ in outcome.points]
    return tuple(
        Axis(basis.names.party(party), None if floor is None else float(floor))
        for party, floor in floors
    )


def _worths(settlement: Settlement, outcomes: Sequence[Outcome]) -> list[Worth]:
    """Each point once, by its first number, with the rules of which some solution is worth it."""
    rules: dict[tuple[float, ...], dict[str, None]] = {}
    numbers: dict[tuple[float, ...], int] = {}
    for number, one in enumerate(outcomes, start=1):
        values = tuple(float(points) for _, points in one.points)
        numbers.setdefault(values, number)
        names = (rule.short or rule.name for rule in fair_by(settlement.solutions, one.package))
        rules.setdefault(values, {}).update(dict.fromkeys(names))
    return [Worth(values, tuple(rules[values]), number) for values, number in numbers.items()]


def _spoken(basis: Basis, settlement: Settlement) -> str:
    """The fair points in words, for those who do not see the drawing."""
    told = [
        f"{rule.name}: "
        + ", ".join(f"{basis.names.party(party)} {amount(points)}" for party, points in one.points)
        for rule in FAIR_RULES
        for one in getattr(settlement.solutions, rule.field)[:1]
    ]
    return "; ".join(told) or "No rule of fairness chooses one of them."


def _grids(
    basis: Basis, model: Model, settlement: Settlement, shown: dict[int, Outcome], caption: str
) -> Iterator[Block]:
    """Packages side by side, a few to a table, then what they all have in common."""
    outcomes = list(shown.values())
    packages = [one.package for one in outcomes]
    rows = [
        *option_rows(packages, basis.names),
        *worth_rows(model, settlement, outcomes, basis.names),
        fair_row(settlement, outcomes),
    ]
    heads = [f"Package {number}" for number in shown]
    for start in range(0, len(outcomes), _ACROSS):
        part = slice(start, start + _ACROSS)
        cells = tuple(Row(((title,), *((cell,) for cell in row[part]))) for title, row in rows)
        yield Table(caption if not start else f"{caption}, continued",
                    ("Issue", *heads[part]), cells, "grid")  # fmt: skip
    alike, _ = told_apart(packages)
    if alike:
        same = f"The same in all: {package_words(alike, basis.names)}."
        yield Paragraph((same,), "note")
