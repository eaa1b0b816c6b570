"""How much of their win-sets any two sides share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from winset.report.charts.drawing import breadth, drawing, shortened, words
from winset.report.markup import Markup, tag
from winset.report.words import figure

_CELL, _TOP, _LETTER = 108, 40, 7.0
_LONGEST, _LONGEST_ABOVE = 34, 14
"""Letters of a name beside its row, and above its column."""


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
    left = _LETTER * min(_LONGEST, max(map(breadth, sides), default=0)) + 16
    described = "Each square tells how many packages the side of its row shares with its column's."
    return drawing(
        left + _CELL * count + 10,
        _TOP + _CELL * count + 10,
        label,
        described,
        *_names(sides, left),
        *(part for cell in (*cells, *shared) for part in _cell(cell, sizes, left)),
    )


def _names(sides: Sequence[str], left: float) -> Iterator[Markup]:
    for place, side in enumerate(sides):
        middle = _CELL * (place + 0.5)
        beside, above = shortened(side, _LONGEST), shortened(side, _LONGEST_ABOVE)
        yield words(left - 10, _TOP + middle + 4, beside, text_anchor="end")
        yield words(left + middle, _TOP - 12, above, text_anchor="middle")


def _cell(cell: Shared, sizes: Sequence[int | None], left: float) -> Iterator[Markup]:
    row, column = sorted((cell.one, cell.two), reverse=True)
    x, y = left + _CELL * column, _TOP + _CELL * row
    share = _share(cell, sizes)
    side = _CELL - 12
    yield tag("rect", x=x + 6, y=y + 6, width=side, height=side, class_="bar")
    if share:
        high = side * share
        yield tag("rect", x=x + 6, y=y + 6 + side - high, width=side, height=high, class_="share")
    middle = x + _CELL / 2
    yield words(middle, y + _CELL / 2 + 2, figure(cell.packages), "strong", text_anchor="middle")
    if share is not None and row != column:
        yield words(middle, y + _CELL / 2 + 18, _per_cent(share), text_anchor="middle")


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
