"""How much of their win-sets any two sides share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from winset.report.charts.drawing import drawing, shortened, words
from winset.report.markup import Markup, tag
from winset.report.words import figure

_CELL, _LEFT, _TOP = 108, 190, 40


@dataclass(frozen=True, slots=True)
class Shared:
    """The packages two sides could both accept, None where they were not counted."""

    one: int
    two: int
    packages: int | None


def overlap_chart(
    sides: Sequence[str], sizes: Sequence[int | None], shared: Sequence[Shared], label: str
) -> Markup:
    """A square for each pair: filled as far as the smaller win-set lies within the other."""
    cells = [Shared(place, place, size) for place, size in enumerate(sizes)]
    count = len(sides)
    described = "Each square tells how many packages the side of its row shares with its column's."
    return drawing(
        _LEFT + _CELL * count + 10,
        _TOP + _CELL * count + 10,
        label,
        described,
        *_names(sides),
        *(part for cell in (*cells, *shared) for part in _cell(cell, sizes)),
    )


def _names(sides: Sequence[str]) -> Iterator[Markup]:
    for place, side in enumerate(sides):
        middle = _CELL * (place + 0.5)
        yield words(_LEFT - 10, _TOP + middle + 4, shortened(side, 26), text_anchor="end")
        yield words(_LEFT + middle, _TOP - 12, shortened(side, 16), text_anchor="middle")


def _cell(cell: Shared, sizes: Sequence[int | None]) -> Iterator[Markup]:
    row, column = sorted((cell.one, cell.two), reverse=True)
    x, y = _LEFT + _CELL * column, _TOP + _CELL * row
    share = _share(cell, sizes)
    side = _CELL - 12
    yield tag("rect", x=x + 6, y=y + 6, width=side, height=side, class_="bar")
    if share:
        high = side * share
        yield tag("rect", x=x + 6, y=y + 6 + side - high, width=side, height=high, class_="band")
    middle = x + _CELL / 2
    yield words(middle, y + _CELL / 2 + 2, figure(cell.packages), "strong", text_anchor="middle")
    if share is not None and row != column:
        yield words(middle, y + _CELL / 2 + 18, f"{share:.0%}", "tick", text_anchor="middle")


def _share(cell: Shared, sizes: Sequence[int | None]) -> float | None:
    """How much of the smaller win-set lies within the other."""
    one, two = sizes[cell.one], sizes[cell.two]
    if cell.packages is None or one is None or two is None:
        return None
    return cell.packages / min(one, two) if min(one, two) else 0.0
