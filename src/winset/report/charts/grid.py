"""Actors against options: a mark where an actor took a position, its form telling which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import cos, degrees, radians, sin

from winset.report.charts.drawing import breadth, drawing, line, shortened, words
from winset.report.markup import Markup, tag

_LEFT, _ROW, _COLUMN, _GAP = 215, 22, 20, 10
_LETTER, _BOLD, _OPTION, _TITLE = 6.4, 7.6, 22, 32
"""The usual width of a letter, of a bold one, and how many an option and the title of an issue may
have."""
_UP, _DOWN = radians(60), radians(28)
"""How far the names of options and the titles of issues are turned."""

Groups = Sequence[tuple[str, Sequence[tuple[str, str]]]]
"""Issues with their options: (title, ((key of the option, its name), …))."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One position: whose, on which option, and its form: dot, square, ring or cross."""

    row: str
    column: str
    form: str
    anchor: str
    words: str
    machine: bool = False


def grid_chart(
    rows: Sequence[tuple[str, str]],
    groups: Groups,
    marks: Sequence[Mark],
    label: str,
    description: str,
) -> Markup:
    """The marks in their cells; several in one cell stand side by side, in the order given."""
    grid = _laid_out(rows, groups)
    return drawing(
        grid.width + _beyond(groups),
        grid.foot + 24 + _BOLD * _longest([title for title, _ in groups], _TITLE) * sin(_DOWN),
        label,
        description,
        *(part for place, group in enumerate(groups) for part in _group(group, place, grid)),
        *(part for key, name in rows for part in _row(name, grid.rows[key], grid)),
        *_marks(marks, grid),
    )


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the middle of each column and row lies, and the edges of the cells."""

    columns: dict[str, float]
    rows: dict[str, float]
    top: float
    foot: float
    width: float


def _laid_out(rows: Sequence[tuple[str, str]], groups: Groups) -> _Grid:
    names = [name for _, options in groups for _, name in options]
    top = round(14 + _LETTER * _longest(names, _OPTION) * sin(_UP))
    columns, x = {}, float(_LEFT)
    for _, options in groups:
        for key, _ in options:
            columns[key] = x + _COLUMN / 2
            x += _COLUMN
        x += _GAP
    lines = {key: top + _ROW * (place + 0.5) for place, (key, _) in enumerate(rows)}
    return _Grid(columns, lines, top, top + _ROW * len(rows), x - _GAP)


def _beyond(groups: Groups) -> float:
    """How far the last option and the last titles may reach beyond the columns."""
    titles = [title for title, _ in groups[-3:]]
    return max(90.0, _BOLD * _longest(titles, _TITLE) * cos(_DOWN) - 10)


def _longest(names: Sequence[str], most: int) -> float:
    return min(max(map(breadth, names), default=0), most)


def _group(
    group: tuple[str, Sequence[tuple[str, str]]], place: int, grid: _Grid
) -> Iterator[Markup]:
    title, options = group
    first = grid.columns[options[0][0]] - _COLUMN / 2
    last = grid.columns[options[-1][0]] + _COLUMN / 2
    if place % 2 == 0:
        high = grid.foot - grid.top
        yield tag("rect", x=first, y=grid.top, width=last - first, height=high, class_="band")
    for key, name in options:
        yield _turned(shortened(name, _OPTION), grid.columns[key] + 4, grid.top - 6, -_UP, "tick")
    yield line(first + 2, grid.foot + 4, last - 2, grid.foot + 4, "axis")
    middle = (first + last) / 2 - 6
    yield _turned(shortened(title, _TITLE), middle, grid.foot + 16, _DOWN, "strong")


def _turned(text: str, x: float, y: float, angle: float, style: str) -> Markup:
    turn = f"translate({x:.1f} {y:.1f}) rotate({degrees(angle):.0f})"
    return tag("text", text, transform=turn, class_=style)


def _row(name: str, y: float, grid: _Grid) -> Iterator[Markup]:
    yield words(_LEFT - 8, y + 4, shortened(name, 31), "name", text_anchor="end")
    yield line(_LEFT, y + _ROW / 2, grid.width, y + _ROW / 2, "rule")


def _marks(marks: Sequence[Mark], grid: _Grid) -> Iterator[Markup]:
    ordered = sorted(marks, key=lambda mark: (mark.row, mark.column))
    for (row, column), group in groupby(ordered, lambda mark: (mark.row, mark.column)):
        cell = tuple(group)
        step = min(8.0, (_COLUMN - 6) / len(cell))
        for place, mark in enumerate(cell):
            x = grid.columns[column] + step * (place - (len(cell) - 1) / 2)
            shape = _shape(mark.form, x, grid.rows[row], "mark machine" if mark.machine else "mark")
            yield tag("a", tag("title", mark.words), shape, href=f"#{mark.anchor}")


def _shape(form: str, x: float, y: float, style: str) -> Markup:
    match form:
        case "square":
            return tag("rect", x=x - 4, y=y - 4, width=8, height=8, class_=style)
        case "cross":
            path = f"M{x - 4:.1f} {y - 4:.1f}l8 8m0 -8l-8 8"
            return tag("path", d=path, class_=f"{style} open")
        case "ring":
            return tag("circle", cx=x, cy=y, r=3.6, class_=f"{style} open")
        case _:
            return tag("circle", cx=x, cy=y, r=4, class_=style)
