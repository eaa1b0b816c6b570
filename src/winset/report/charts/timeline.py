"""Events by year: one mark for each, the years side by side, gaps between them shown as gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from winset.report.charts.drawing import breadth, drawing, line, shortened, words
from winset.report.markup import Markup, tag

_WIDTH, _LEFT, _LANE, _MARK, _LANES = 960, 34, 18, 9, 7


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of the timeline; `named` ones have their title written out where there is room."""

    title: str
    year: int
    day: str
    anchor: str
    named: bool = False
    machine: bool = False


@dataclass(frozen=True, slots=True)
class _Column:
    label: str
    start: int
    x: float
    happenings: tuple[Happening, ...]


def timeline_chart(happenings: Sequence[Happening], label: str, description: str) -> Markup:
    """The events in columns of years, of decades where the years are too many."""
    columns = _columns(happenings)
    titles = tuple(_titles(columns))
    lanes = 1 + max((lane for _, _, lane in titles), default=-1)
    tallest = max((len(column.happenings) for column in columns), default=0)
    base = 14 + lanes * _LANE + tallest * _MARK + 12
    return drawing(
        _WIDTH,
        base + 54,
        label,
        description,
        line(_LEFT, base, _WIDTH - _LEFT, base, "axis"),
        *_years(columns, base),
        *(_leader(column, lane, base) for _, column, lane in titles),
        *(_title(one, column, lane) for one, column, lane in titles),
        *(_mark(one, column.x, base, place)
          for column in columns for place, one in enumerate(column.happenings)),
    )  # fmt: skip


def _columns(happenings: Sequence[Happening]) -> tuple[_Column, ...]:
    ordered = sorted(happenings, key=lambda one: one.year)
    width = 1 if len({one.year for one in ordered}) <= 36 else 10
    groups = [
        (start, tuple(group))
        for start, group in groupby(ordered, lambda one: one.year // width * width)
    ]
    places, place = [], 0.0
    for index, (start, _) in enumerate(groups):
        # A gap in time is a wider step, so that neighbours are seen not to be neighbours.
        place += 0 if index == 0 else 1 if start - groups[index - 1][0] == width else 1.7
        places.append(place)
    unit = (_WIDTH - 2 * _LEFT - 24) / max(place, 1)
    return tuple(
        _Column(f"{start}s" if width > 1 else str(start), start, _LEFT + 12 + unit * at, group)
        for (start, group), at in zip(groups, places, strict=True)
    )


def _years(columns: tuple[_Column, ...], base: float) -> Iterator[Markup]:
    for index, column in enumerate(columns):
        place = f"translate({column.x - 3:.1f} {base + 14:.1f}) rotate(45)"
        yield tag("text", column.label, transform=place, class_="tick")
        if index and column.start - columns[index - 1].start > (10 if len(column.label) > 4 else 1):
            middle = (column.x + columns[index - 1].x) / 2
            yield words(middle, base + 4, "⋯", "gap", text_anchor="middle")


def _titles(columns: tuple[_Column, ...]) -> Iterator[tuple[Happening, _Column, int]]:
    """Titles with their lanes: the first lane from the top with room, none when all are full."""
    free = [0.0] * _LANES
    for column in columns:
        for one in column.happenings:
            if not one.named:
                continue
            text = shortened(one.title, 34)
            start, wide = _start(column, text)
            lane = next((lane for lane in range(_LANES) if free[lane] <= start), None)
            if lane is not None:
                free[lane] = start + wide + 14
                yield one, column, lane


def _start(column: _Column, text: str) -> tuple[float, float]:
    wide = 6.9 * breadth(text)
    return min(column.x, _WIDTH - _LEFT - wide), wide


def _leader(column: _Column, lane: int, base: float) -> Markup:
    return line(column.x, _lane(lane) + 4, column.x, base, "leader")


def _title(one: Happening, column: _Column, lane: int) -> Markup:
    text = shortened(one.title, 34)
    start, _ = _start(column, text)
    return tag("a", words(start, _lane(lane), text, "name halo-paper"), href=f"#{one.anchor}")


def _lane(lane: int) -> float:
    return 14 + lane * _LANE


def _mark(one: Happening, x: float, base: float, place: int) -> Markup:
    y, style = base - 7 - place * _MARK, "mark machine" if one.machine else "mark"
    title = tag("title", f"{one.day}: {one.title}")
    if one.named:
        side = 7
        left, top = x - side / 2, y - side / 2
        shape = tag("rect", title, x=left, y=top, width=side, height=side, class_=f"{style} named")
    else:
        shape = tag("circle", title, cx=x, cy=y, r=3.6, class_=style)
    return tag("a", shape, href=f"#{one.anchor}", aria_label=f"{one.day}: {one.title}")
