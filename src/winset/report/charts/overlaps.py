"""How much of their win-sets any two sides share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from winset.report.charts.drawing import breadth, drawing, shortened, words
from winset.report.markup import Markup, tag
from winset.report.words import figure

_TOP, _GAP, _LETTER, _LONGEST = 24, 12, 7.4, 34
"""Room above the cells and between them, width of a letter, letters of a name beside its row."""
_WIDEST, _NARROWEST, _ACROSS = 108, 52, 760
"""How wide a cell may be, and how wide all of them together should be."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The packages two sides could both accept, None where they were not counted."""

    one: int
    two: int
    packages: int | None


def overlap_chart(
    sides: Sequence[str], sizes: Sequence[int | None], shared: Sequence[Shared], label: str
) -> Markup:
    """A square for each pair: filled as far as the smaller win-set lies within the other.

    The win-sets themselves are the diagonal, where the names of the columns begin.
    """
    cells = [*(Shared(place, place, size) for place, size in enumerate(sizes)), *shared]
    frame = _frame(sides)
    ends = [frame.x(place) + _LETTER * breadth(side) for place, side in enumerate(sides)]
    described = "Each square tells how many packages the side of its row shares with its column's."
    return drawing(
        max([frame.x(len(sides)), *ends]) + 10,
        frame.y(len(sides)) + 10,
        label,
        described,
        *_names(sides, frame),
        *(part for cell in cells for part in _cell(cell, sides, sizes, frame)),
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where cells lie and how wide each is, with the gap to the next."""

    left: float
    cell: float

    def x(self, column: int) -> float:
        return self.left + self.cell * column

    def y(self, row: int) -> float:
        return _TOP + self.cell * row


def _frame(sides: Sequence[str]) -> _Frame:
    left = _LETTER * min(_LONGEST, max(map(breadth, sides), default=0)) + 16
    return _Frame(left, max(_NARROWEST, min(_WIDEST, _ACROSS // max(len(sides), 1))))


def _names(sides: Sequence[str], frame: _Frame) -> Iterator[Markup]:
    for place, side in enumerate(sides):
        y = frame.y(place) + (frame.cell - _GAP) / 2 + 4
        yield words(frame.left - 10, y, shortened(side, _LONGEST), text_anchor="end")
        yield words(frame.x(place), frame.y(place) - 4, side, "tick")


def _cell(
    cell: Shared, sides: Sequence[str], sizes: Sequence[int | None], frame: _Frame
) -> Iterator[Markup]:
    row, column = sorted((cell.one, cell.two), reverse=True)
    x, y, side = frame.x(column), frame.y(row), frame.cell - _GAP
    share = _share(cell, sizes)
    told = " and ".join(dict.fromkeys((sides[column], sides[row])))
    told = f"{told}: {figure(cell.packages)}"
    yield tag("rect", tag("title", told), x=x, y=y, width=side, height=side, class_="bar")
    if share:
        high = side * share
        yield tag("rect", x=x, y=y + side - high, width=side, height=high, class_="share")
    shown = [(_brief(cell.packages, side), "strong")]
    if share is not None and row != column:
        shown.append((_per_cent(share), ""))
    for line, (text, style) in enumerate(shown):
        height = y + side / 2 + 4 + 16 * (line - (len(shown) - 1) / 2)
        yield words(x + side / 2, height, text, style, text_anchor="middle")


def _brief(count: int | None, width: float) -> str:
    """A count that fits a cell: in full where there is room, else its power of ten."""
    if count is None:
        return "–"
    text = figure(count)
    return text if _LETTER * breadth(text) < width + 6 else f"≈10^{len(str(count)) - 1}"


def _per_cent(share: float) -> str:
    """In whole per cent, but never 0% or 100% of what is not none or all."""
    if 0 < share < 0.01:
        return "< 1%"
    return "> 99%" if 0.99 < share < 1 else f"{share:.0%}"


def _share(cell: Shared, sizes: Sequence[int | None]) -> float | None:
    """How much of the smaller win-set lies within the other."""
    one, two = sizes[cell.one], sizes[cell.two]
    if cell.packages is None or one is None or two is None:
        return None
    return cell.packages / min(one, two) if min(one, two) else 0.0
