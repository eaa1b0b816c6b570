"""What the packages of the frontier are worth to each party, with the fair points named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from winset.report.charts.drawing import (
    COLOURS,
    breadth,
    drawing,
    line,
    shortened,
    spread,
    words,
)
from winset.report.markup import Markup, tag

_WIDTH, _HEIGHT, _LEFT, _TOP, _FOOT, _SIDE = 520, 300, 76, 30, 56, 230
_AXIS = 190
_TICKS = 5
_LINE, _LETTER = 16, 7.4
"""Height of a label's line, and width of a bold letter."""


@dataclass(frozen=True, slots=True)
class Worth:
    """One package of the frontier: its worth on each axis, and the rules that choose it."""

    values: tuple[float, ...]
    rules: tuple[str, ...] = ()
    number: int = 0
    """Its number in the list of packages; 0 for none."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A party's axis: its name, and what no deal is worth to it where that is stated."""

    party: str
    no_deal: float | None = None


def frontier_chart(
    axes: Sequence[Axis], frontier: Sequence[Worth], label: str, description: str
) -> Markup:
    """Two parties as a plane, more as parallel axes; each axis runs over its own values."""
    plane = len(axes) == 2
    across = _WIDTH if plane else _AXIS * (len(axes) - 1)
    scales = [_scale(axis, place, frontier) for place, axis in enumerate(axes)]
    draw = _plane if plane else _parallel
    return drawing(
        _LEFT + across + _SIDE,
        _TOP + _HEIGHT + _FOOT,
        label,
        description,
        *draw(axes, frontier, scales),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """Values from `low` to `high`, as a share of an axis."""

    low: float
    high: float

    def share(self, value: float) -> float:
        return (value - self.low) / (self.high - self.low)

    def x(self, value: float) -> float:
        return _LEFT + _WIDTH * self.share(value)

    def y(self, value: float) -> float:
        return _TOP + _HEIGHT * (1 - self.share(value))

    def ticks(self) -> Iterator[float]:
        for step in range(_TICKS):
            yield self.low + (self.high - self.low) * step / (_TICKS - 1)


def _scale(axis: Axis, place: int, frontier: Sequence[Worth]) -> _Scale:
    values = [one.values[place] for one in frontier]
    values += [] if axis.no_deal is None else [axis.no_deal]
    low, high = min(values), max(values)
    return _Scale(low, high) if high > low else _Scale(low - 1, high + 1)


def _plane(
    axes: Sequence[Axis], frontier: Sequence[Worth], scales: Sequence[_Scale]
) -> Iterator[Markup]:
    across, up = scales
    yield from _frame(axes, across, up)
    yield from _no_deal(axes, across, up)
    for one in frontier:
        x, y = across.x(one.values[0]), up.y(one.values[1])
        dot = tag("title", _told(axes, one))
        yield tag("circle", dot, cx=x, cy=y, r=6 if one.rules else 3.5, class_=_mark(one))
    chosen = sorted((one for one in frontier if one.rules), key=lambda one: -one.values[1])
    yield from _plane_labels([(across.x(o.values[0]), up.y(o.values[1]), o) for o in chosen])


def _frame(axes: Sequence[Axis], across: _Scale, up: _Scale) -> Iterator[Markup]:
    foot = _TOP + _HEIGHT
    yield line(_LEFT, foot, _LEFT + _WIDTH, foot, "axis")
    yield line(_LEFT, _TOP, _LEFT, foot, "axis")
    for value in up.ticks():
        yield words(_LEFT - 8, up.y(value) + 4, _figure(value), "tick", text_anchor="end")
    for value in across.ticks():
        yield words(across.x(value), foot + 18, _figure(value), "tick", text_anchor="middle")
    first, second = (shortened(axis.party, 60) for axis in axes)
    yield words(_LEFT + _WIDTH / 2, foot + 42, f"Worth to {first} →", text_anchor="middle")
    yield words(8, _TOP - 14, f"↑ Worth to {second}")


def _no_deal(axes: Sequence[Axis], across: _Scale, up: _Scale) -> Iterator[Markup]:
    """What no deal is worth to either, as lines that a settlement has to better."""
    first, second = axes
    if first.no_deal is not None:
        x = across.x(first.no_deal)
        yield line(x, _TOP, x, _TOP + _HEIGHT, "floor")
    if second.no_deal is not None:
        y = up.y(second.no_deal)
        yield line(_LEFT, y, _LEFT + _WIDTH, y, "floor")


def _plane_labels(places: Sequence[tuple[float, float, Worth]]) -> Iterator[Markup]:
    """The rules beside their points, from the highest down, lowered where one stands already."""
    taken: list[tuple[float, float, float]] = []
    for x, y, one in places:
        text = _rules(one)
        start, wide, height = x + 11, _LETTER * breadth(text), y - 5
        while any(abs(height - h) < _LINE and start < e and s < start + wide for s, e, h in taken):
            height += _LINE
        taken.append((start, start + wide, height))
        yield words(start, height, text, "halo-paper strong")


def _parallel(
    axes: Sequence[Axis], frontier: Sequence[Worth], scales: Sequence[_Scale]
) -> Iterator[Markup]:
    chosen = [one for one in frontier if one.rules]
    for one in frontier:
        if not one.rules:
            yield tag("path", tag("title", _told(axes, one)), d=_track(one, scales), class_="edge")
    for place, one in enumerate(chosen):
        style = f"step c{place % COLOURS} d{place % COLOURS}"
        yield tag("path", tag("title", _told(axes, one)), d=_track(one, scales), class_=style)
    for place, (axis, scale) in enumerate(zip(axes, scales, strict=True)):
        yield from _axis(_LEFT + _AXIS * place, axis, scale)
    yield from _ends(_LEFT + _AXIS * (len(axes) - 1), chosen, scales[-1])


def _axis(x: float, axis: Axis, scale: _Scale) -> Iterator[Markup]:
    foot = _TOP + _HEIGHT
    yield line(x, _TOP, x, foot, "axis")
    yield words(x, foot + 36, shortened(axis.party, 24), "strong", text_anchor="middle")
    yield words(x, _TOP - 10, _figure(scale.high), "tick", text_anchor="middle")
    yield words(x, foot + 18, _figure(scale.low), "tick", text_anchor="middle")
    if axis.no_deal is not None:
        y = scale.y(axis.no_deal)
        yield line(x - 9, y, x + 9, y, "floor")


def _ends(x: float, chosen: Sequence[Worth], scale: _Scale) -> Iterator[Markup]:
    """Which line is which, to the right of the last axis."""
    ends = [scale.y(one.values[-1]) for one in chosen]
    places = spread(ends, _LINE, _TOP + _HEIGHT - 2)
    for place, (one, end, y) in enumerate(zip(chosen, ends, places, strict=True)):
        style = f"step c{place % COLOURS} d{place % COLOURS}"
        yield line(x + 4, end, x + 24, y, "leader")
        yield tag("line", x1=x + 26, y1=y, x2=x + 50, y2=y, class_=style)
        yield words(x + 56, y + 4, _rules(one), "strong")


def _track(one: Worth, scales: Sequence[_Scale]) -> str:
    points = (
        f"{_LEFT + _AXIS * axis} {scale.y(value):.1f}"
        for axis, (scale, value) in enumerate(zip(scales, one.values, strict=True))
    )
    return "M" + "L".join(points)


def _mark(one: Worth) -> str:
    return "mark named" if one.rules else "mark"


def _rules(one: Worth) -> str:
    number = f"{one.number}: " if one.number else ""
    return number + " · ".join(one.rules)


def _told(axes: Sequence[Axis], one: Worth) -> str:
    """A point in words, for those who point at it or have it read out."""
    worth = "; ".join(
        f"{axis.party} {_figure(value)}" for axis, value in zip(axes, one.values, strict=True)
    )
    number = f"Package {one.number}: " if one.number else ""
    return f"{number}{worth}{' (' + ', '.join(one.rules) + ')' if one.rules else ''}"


def _figure(value: float) -> str:
    return f"{value:,.1f}".removesuffix(".0")
