"""Sizes from day to day: steps on a logarithmic scale, with zero on a line of its own."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from winset.report.charts.drawing import COLOURS, drawing, line, shortened, spread, words
from winset.report.markup import Markup, join, tag
from winset.report.words import figure

_WIDTH, _LEFT, _RIGHT, _TOP, _HEIGHT, _ZERO, _FOOT = 960, 76, 200, 18, 250, 34, 92


@dataclass(frozen=True, slots=True)
class Series:
    """One line of the chart: a value for each step, None where it was not counted."""

    label: str
    values: tuple[int | None, ...]
    main: bool = False


def steps_chart(
    series: Sequence[Series], days: Sequence[str], label: str, description: str
) -> Markup:
    """Each series from day to day; every step is equally wide, whatever the days between."""
    scale = _Scale(
        max((value for one in series for value in one.values if value), default=1), len(days)
    )
    height = scale.zero + _FOOT
    main = next((one for one in series if one.main), None)
    return drawing(
        _WIDTH,
        height,
        label,
        description,
        *(_closed(main, scale) if main else ()),
        *_grid(scale),
        *_days(days, scale),
        *(_steps(one, place, scale) for place, one in enumerate(series)),
        *_labels(series, scale),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where values and steps lie; zero has no logarithm and lies below a break."""

    top: int
    steps: int

    @property
    def zero(self) -> float:
        return _TOP + _HEIGHT + _ZERO

    def x(self, step: int) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * step / max(self.steps, 1)

    def y(self, value: int) -> float:
        if value == 0:
            return self.zero
        return _TOP + _HEIGHT * (1 - math.log10(value) / max(math.log10(self.top), 0.3))

    def ticks(self) -> tuple[int, ...]:
        """Powers of ten; with the twos and fives between them where there is room."""
        powers = range(len(str(self.top)))
        if self.top < 10:
            return tuple(range(1, self.top + 1))
        if len(powers) > 9:
            return tuple(10**power for power in powers if power % (len(powers) // 6) == 0)
        factors = (1, 2, 5) if len(powers) < 4 else (1,)
        return tuple(f * 10**p for p in powers for f in factors if f * 10**p <= self.top)


def _grid(scale: _Scale) -> Iterator[Markup]:
    end = scale.x(scale.steps)
    for value in (*scale.ticks(), 0):
        y = scale.y(value)
        yield line(_LEFT, y, end, y, "rule" if value else "axis")
        yield words(_LEFT - 8, y + 4, figure(value), "tick", text_anchor="end")
    middle = scale.zero - _ZERO / 2
    yield words(_LEFT - 8, middle + 4, "≈", "tick", text_anchor="end")


def _days(days: Sequence[str], scale: _Scale) -> Iterator[Markup]:
    stride = -(-len(days) // 26)
    for step, day in enumerate(days):
        x, y = scale.x(step), scale.zero
        yield line(x, y, x, y + 5, "axis")
        if step % stride == 0:
            place = f"translate({x + 5:.1f} {y + 16:.1f}) rotate(48)"
            yield tag("text", day, transform=place, class_="tick")


def _closed(main: Series, scale: _Scale) -> Iterator[Markup]:
    for step, value in enumerate(main.values):
        if value == 0:
            x, wide = scale.x(step), scale.x(step + 1) - scale.x(step)
            yield tag("rect", x=x, y=_TOP, width=wide, height=scale.zero - _TOP, class_="closed")


def _steps(series: Series, place: int, scale: _Scale) -> Markup:
    path, pen_down = [], False
    for step, value in enumerate(series.values):
        if value is None:
            pen_down = False
            continue
        path.append(f"{'L' if pen_down else 'M'}{scale.x(step):.1f} {scale.y(value):.1f}")
        path.append(f"H{scale.x(step + 1):.1f}")
        pen_down = True
    return tag("path", d="".join(path), class_=f"step {_style(series, place)}")


def _style(series: Series, place: int) -> str:
    return "zone" if series.main else f"c{place % COLOURS} d{place % COLOURS}"


def _labels(series: Sequence[Series], scale: _Scale) -> Iterator[Markup]:
    """Which line is which, beside its end; a line that was not counted to the end says so."""
    ends = [scale.y(_last(one)) for one in series]
    places = spread(ends, 17, scale.zero)
    x = scale.x(scale.steps)
    for place, (one, end, y) in enumerate(zip(series, ends, places, strict=True)):
        counted = bool(one.values) and one.values[-1] is not None
        style, label = _style(one, place), shortened(one.label, 20)
        yield join(
            [
                line(x + 2, end, x + 14, y, "leader") if counted else "",
                tag("line", x1=x + 16, y1=y, x2=x + 38, y2=y, class_=f"step {style}"),
                words(x + 43, y + 4, label, "strong" if one.main else ""),
            ]
        )


def _last(series: Series) -> int:
    """The last value that was counted; the lowest where none was."""
    return next((value for value in reversed(series.values) if value is not None), 1)
