"""Actors against options: a mark where an actor took a position, its form telling which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from winset.report.charts.drawing import drawing, line, shortened, words
from winset.report.markup import Markup, tag

_LEFT, _TOP, _ROW, _COLUMN, _GAP, _FOOT = 215, 132, 22, 20, 10, 128

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
    columns, width = _places(groups)
    lines = {key: _TOP + _ROW * (place + 0.5) for place, (key, _) in enumerate(rows)}
    foot = _TOP + _ROW * len(rows)
    return drawing(
        width + 90,
        foot + _FOOT,
        label,
        description,
        *_heads(groups, columns, foot),
        *_rows(rows, lines, width),
        *_marks(marks, columns, lines),
    )


def _places(groups: Groups) -> tuple[dict[str, float], float]:
    places, x = {}, float(_LEFT)
    for _, options in groups:
        for key, _ in options:
            places[key] = x + _COLUMN / 2
            x += _COLUMN
        x += _GAP
    return places, x - _GAP


def _heads(groups: Groups, columns: dict[str, float], foot: float) -> Iterator[Markup]:
    for place, (title, options) in enumerate(groups):
        first = columns[options[0][0]] - _COLUMN / 2
        last = columns[options[-1][0]] + _COLUMN / 2
        if place % 2 == 0:
            yield tag(
                "rect", x=first, y=_TOP, width=last - first, height=foot - _TOP, class_="band"
            )
        for key, name in options:
            turn = f"translate({columns[key] + 4:.1f} {_TOP - 6:.1f}) rotate(-60)"
            yield tag(
                "text", tag("title", name), shortened(name, 22), transform=turn, class_="tick"
            )
        turn = f"translate({(first + last) / 2 - 6:.1f} {foot + 16:.1f}) rotate(28)"
        yield line(first + 2, foot + 4, last - 2, foot + 4, "axis")
        yield tag(
            "text", tag("title", title), shortened(title, 32), transform=turn, class_="strong"
        )


def _turned(text: str, letters: int, place: str, angle: int, style: str) -> Markup:
    turn = f"translate({place}) rotate({angle})"
    return tag("text", tag("title", text), shortened(text, letters), transform=turn, class_=style)


def _rows(
    rows: Sequence[tuple[str, str]], lines: dict[str, float], width: float
) -> Iterator[Markup]:
    for key, name in rows:
        y = lines[key]
        yield words(_LEFT - 8, y + 4, shortened(name, 31), "name", text_anchor="end")
        yield line(_LEFT, y + _ROW / 2, width, y + _ROW / 2, "rule")


def _marks(
    marks: Sequence[Mark], columns: dict[str, float], lines: dict[str, float]
) -> Iterator[Markup]:
    ordered = sorted(marks, key=lambda mark: (mark.row, mark.column))
    for (row, column), group in groupby(ordered, lambda mark: (mark.row, mark.column)):
        cell = tuple(group)
        step = min(8.0, (_COLUMN - 6) / len(cell))
        for place, mark in enumerate(cell):
            x = columns[column] + step * (place - (len(cell) - 1) / 2)
            shape = _shape(mark.form, x, lines[row], "mark machine" if mark.machine else "mark")
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
