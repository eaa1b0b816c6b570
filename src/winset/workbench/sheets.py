"""A settlement as tables for a spreadsheet: one kind of thing in each, a row for every one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields

from winset.settlement import sweep
from winset.settlement.comparison import gains_at
from winset.settlement.results import Outcome, Solutions
from winset.workbench.probing import Reply
from winset.workbench.shapes import number

Cell = str | int | float
Row = list[Cell]
"""The first row of a sheet holds the heads of its columns."""


def sheet(reply: Reply, kind: str) -> Iterator[Row]:
    """The rows of one of `SHEETS`."""
    yield from SHEETS[kind](reply)


def _packages(reply: Reply) -> Iterator[Row]:
    """Frontier and fair points: the options, what each party has and gains, which rules choose."""
    found, fair = reply.found, _fair(reply.found.solutions)
    outcomes = {
        one.package: one for one in (*found.frontier, *(o for each in fair.values() for o in each))
    }
    listed = tuple(outcomes.values())
    if not listed:
        return
    issues = [issue for issue, _ in listed[0].package]
    parties = [party for party, _ in listed[0].points]
    columns = [f"{what} {party}" for party in parties for what in ("worth", "gain")]
    yield [*issues, *columns, *fair]
    for one in listed:
        gains = gains_at(reply.chosen.model, reply.day, [one])
        worths = [
            cell
            for party, points in one.points
            for cell in (number(points), number(gains[party][0]))
        ]
        marks: Row = [int(one.package in {o.package for o in chosen}) for chosen in fair.values()]
        yield [*(option for _, option in one.package), *worths, *marks]


def _fair(solutions: Solutions) -> dict[str, tuple[Outcome, ...]]:
    return {field.name: getattr(solutions, field.name) for field in fields(solutions)}


def _blocks(reply: Reply) -> Iterator[Row]:
    yield ["block", "size", "line", "party", "weight", "links"]
    lines = {line.id: line for line in reply.chosen.model.red_lines}
    for place, block in enumerate(reply.found.blocks, 1):
        for id_ in block.lines:
            line = lines[id_]
            size = len(block.lines)
            yield [place, size, id_, line.party, number(line.weight), " ".join(block.links)]


def _openings(reply: Reply) -> Iterator[Row]:
    yield ["opening", "weight", "opens", "line", "party"]
    lines = {line.id: line for line in reply.chosen.model.red_lines}
    for place, opening in enumerate(reply.found.openings, 1):
        opened: Cell = "" if opening.opened is None else opening.opened
        for id_ in opening.lines:
            yield [place, number(opening.weight), opened, id_, lines[id_].party]


def _days(reply: Reply) -> Iterator[Row]:
    """Every day on which a line, a link or a worth of no deal begins or ends, with the sizes."""
    parties = [party.id for party in reply.chosen.model.parties]
    yield ["day", "packages", *(f"win-set {party}" for party in parties), "zone", "begun", "ended"]
    for change in sweep(reply.chosen.model):
        sizes = [change.packages, *(size for _, size in change.win_sets), change.zone]
        counts: Row = ["" if size is None else size for size in sizes]
        yield [change.day.isoformat(), *counts, " ".join(change.begun), " ".join(change.ended)]


SHEETS: Mapping[str, Callable[[Reply], Iterator[Row]]] = {
    "packages": _packages,
    "blocks": _blocks,
    "openings": _openings,
    "days": _days,
}
"""Each kind of sheet."""
