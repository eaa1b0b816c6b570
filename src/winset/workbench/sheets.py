"""A settlement as tables for a spreadsheet: one kind of thing in each, a row for every one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields

from winset.model.model import Model
from winset.settlement import sweep
from winset.settlement.results import Change, Outcome, Solutions
from winset.settlement.what_if.comparison import gains_at
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
    """Each line of each opening, with what it would at least have to accept instead."""
    yield ["opening", "weight", "opens", "line", "party", "enough", "falls_back_on"]
    lines = {line.id: line for line in reply.chosen.model.red_lines}
    for place, opening in enumerate(reply.found.openings, 1):
        (opened,) = _sizes(opening.opened)
        nearest = dict(opening.ladder[0].accepts) if opening.ladder else {}
        weaker = dict(opening.weaker)
        for id_ in opening.lines:
            enough = "; ".join(f"{issue} = {option}" for issue, option in nearest.get(id_, ()))
            then = " ".join(weaker.get(id_, ()))
            row = [place, number(opening.weight), opened, id_, lines[id_].party, enough, then]
            yield row


def _days(reply: Reply) -> Iterator[Row]:
    """Every day on which a line, a link or a worth of no deal begins or ends, with the sizes."""
    yield from days_sheet(reply.chosen.model, sweep(reply.chosen.model))


def days_sheet(model: Model, changes: Sequence[Change]) -> Iterator[Row]:
    """A row for every change, with the lines whose end alone would open the zone, or opened it."""
    parties = [f"win-set {party.id}" for party in model.parties]
    yield ["day", "packages", *parties, "zone", "begun", "ended", "keys", "opened_by"]
    for change in changes:
        counts = _sizes(change.packages, *(size for _, size in change.win_sets), change.zone)
        names = (change.begun, change.ended, change.keys, change.opened_by)
        yield [change.day.isoformat(), *counts, *(" ".join(each) for each in names)]


def _lines(reply: Reply) -> Iterator[Row]:
    """Each line in force: in how many blocks it stands, and what giving it up alone would add."""
    yield ["line", "party", "weight", "blocks", "adds"]
    lines = {line.id: line for line in reply.chosen.model.red_lines}
    for role in reply.found.lines:
        line, adds = lines[role.line], "" if role.adds is None else role.adds
        yield [role.line, line.party, number(line.weight), role.blocks, adds]


def _overlaps(reply: Reply) -> Iterator[Row]:
    """What any two parties could both accept, or its bounds; of a party and itself, its win-set."""
    yield ["party", "other", "packages", "low", "high"]
    bounds = {each.of: (each.low, each.high) for each in reply.found.bounds}
    for party, size in reply.found.win_sets:
        yield [party, party, *_sizes(size, *bounds.get(party, (None, None)))]
    for each in reply.found.overlaps:
        yield [*each.parties, *_sizes(each.packages, each.low, each.high)]


def _sizes(*sizes: int | None) -> Row:
    return ["" if size is None else size for size in sizes]


SHEETS: Mapping[str, Callable[[Reply], Iterator[Row]]] = {
    "packages": _packages,
    "blocks": _blocks,
    "openings": _openings,
    "days": _days,
    "lines": _lines,
    "overlaps": _overlaps,
}
"""Each kind of sheet."""
