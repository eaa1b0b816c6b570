"""What the packages of the frontier are worth to each party, with the fair points named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from winset.report.charts.drawing import COLOURS, drawing, line, shortened, spread, words
from winset.report.markup import Markup, tag

_WIDTH, _HEIGHT, _LEFT, _TOP, _FOOT, _SIDE = 520, 300, 70, 24, 56, 250
_AXIS = 190
_TICKS = 5


@dataclass(frozen=True, slots=True)
class Worth:
    """One package of the frontier: its worth on each axis, and the rules that choose it."""

    values: tuple[float, ...]
    rules: tuple[str, ...] = ()


def frontier_chart(
    parties: Sequence[str], frontier: Sequence[Worth], label: str, description: str
) -> Markup:
    """Two parties as a plane, more as parallel axes; each axis runs over its own values."""
    plane = len(parties) == 2
    across = _WIDTH if plane else _AXIS * (len(parties) - 1)
    scales = [_Scale.over([one.values[axis] for one in frontier]) for axis in range(len(parties))]
    draw = _plane if plane else _parallel
    return drawing(
        _LEFT + across + _SIDE,
        _TOP + _HEIGHT + _FOOT,
        label,
        description,
        *draw(parties, frontier, scales),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """Values from `low` to `high`, as a share of an axis."""

    low: float
    high: float

    @staticmethod
    def over(values: Sequence[float]) -> _Scale:
        low, high = min(values), max(values)
        return _Scale(low, high) if high > low else _Scale(low - 1, high + 1)

    def share(self, value: float) -> float:
        return (value - self.low) / (self.high - self.low)

    def y(self, value: float) -> float:
        return _TOP + _HEIGHT * (1 - self.share(value))

    def ticks(self) -> Iterator[float]:
        for step in range(_TICKS):
            yield self.low + (self.high - self.low) * step / (_TICKS - 1)


def _plane(
    parties: Sequence[str], frontier: Sequence[Worth], scales: Sequence[_Scale]
) -> Iterator[Markup]:
    across, up = scales
    foot = _TOP + _HEIGHT
    yield line(_LEFT, foot, _LEFT + _WIDTH, foot, "axis")
    yield line(_LEFT, _TOP, _LEFT, foot, "axis")
    for value in up.ticks():
        yield words(_LEFT - 8, up.y(value) + 4, _figure(value), "tick", text_anchor="end")
    for value in across.ticks():
        x = _LEFT + _WIDTH * across.share(value)
        yield words(x, foot + 18, _figure(value), "tick", text_anchor="middle")
    middle = _LEFT + _WIDTH / 2
    yield words(middle, foot + 40, f"Worth to {parties[0]}", text_anchor="middle")
    yield words(_LEFT, _TOP - 10, f"Worth to {parties[1]}")
    for one in frontier:
        x, y = _LEFT + _WIDTH * across.share(one.values[0]), up.y(one.values[1])
        yield tag("circle", cx=x, cy=y, r=6 if one.rules else 3, class_=_mark(one))
        if one.rules:
            yield words(x + 10, y - 6, _rules(one), "halo-paper strong")


def _parallel(
    parties: Sequence[str], frontier: Sequence[Worth], scales: Sequence[_Scale]
) -> Iterator[Markup]:
    for axis, (party, scale) in enumerate(zip(parties, scales, strict=True)):
        x = _LEFT + _AXIS * axis
        yield line(x, _TOP, x, _TOP + _HEIGHT, "axis")
        yield words(x, _TOP + _HEIGHT + 36, shortened(party, 24), text_anchor="middle")
        yield words(x, _TOP - 8, _figure(scale.high), "tick", text_anchor="middle")
        yield words(x, _TOP + _HEIGHT + 16, _figure(scale.low), "tick", text_anchor="middle")
    chosen = [one for one in frontier if one.rules]
    for one in frontier:
        if not one.rules:
            yield tag("path", d=_track(one, scales), class_="edge")
    for place, one in enumerate(chosen):
        style = f"step c{place % COLOURS} d{place % COLOURS}"
        yield tag("path", d=_track(one, scales), class_=style)
    ends = [scales[-1].y(one.values[-1]) for one in chosen]
    for one, end in zip(chosen, spread(ends, 17), strict=True):
        yield words(_LEFT + _AXIS * (len(parties) - 1) + 12, end + 4, _rules(one), "strong")


def _track(one: Worth, scales: Sequence[_Scale]) -> str:
    points = (
        f"{_LEFT + _AXIS * axis} {scale.y(value):.1f}"
        for axis, (scale, value) in enumerate(zip(scales, one.values, strict=True))
    )
    return "M" + "L".join(points)


def _mark(one: Worth) -> str:
    return "mark named" if one.rules else "mark"


def _rules(one: Worth) -> str:
    return " · ".join(one.rules)


def _figure(value: float) -> str:
    return f"{value:,.1f}".removesuffix(".0")
