"""A map: equirectangular, true to scale along its middle latitude, with a scale bar and names."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from winset.report.charts.drawing import drawing, line, shortened, words
from winset.report.geography import Feature, Point
from winset.report.markup import Markup, tag

_WIDTH, _TALLEST, _MARGIN, _LETTER, _LINE = 720, 560, 0.14, 6.6, 15
_DEGREE = 111.195
"""Kilometres in a degree of latitude on a sphere of the earth's mean radius."""

Box = tuple[float, float, float, float]


def map_chart(
    features: Sequence[Feature], land: Sequence[Feature], label: str, description: str
) -> Markup:
    """The features over the land around them, named where the names fit."""
    view = _view(features)
    return drawing(
        _WIDTH,
        view.height,
        label,
        description,
        tag("rect", x=0, y=0, width=_WIDTH, height=view.height, class_="sea"),
        *_degrees(view),
        *(part for one in land for part in _shape(one, view, "land")),
        *(part for one in features for part in _shape(one, view, "place")),
        *_names(features, view),
        *_bar(view),
    )


@dataclass(frozen=True, slots=True)
class _View:
    """The part of the world shown; `scale` is pixels for a degree of latitude."""

    west: float
    north: float
    scale: float
    squeeze: float
    height: float

    def place(self, point: Point) -> Point:
        # West of the view's far side by more than half the world lies just beyond the date line.
        x = point[0] + 360 if point[0] < self.west - 180 else point[0]
        return (x - self.west) * self.squeeze * self.scale, (self.north - point[1]) * self.scale


def _view(features: Sequence[Feature]) -> _View:
    boxes = [one.bounds for one in features]
    west, east = min(box[0] for box in boxes), max(box[2] for box in boxes)
    if east - west > 180:
        middles = [x + 360 if x < 0 else x for box in boxes for x in (box[0], box[2])]
        west, east = min(middles), max(middles)
    south, north = min(box[1] for box in boxes), max(box[3] for box in boxes)
    squeeze = max(math.cos(math.radians((south + north) / 2)), 0.05)
    wide, tall = max((east - west) * squeeze, 0.02), max(north - south, 0.02)
    side = _MARGIN * max(wide, tall)
    scale = min(_WIDTH / (wide + 2 * side), _TALLEST / (tall + 2 * side))
    spare = (_WIDTH / scale - wide) / 2 / squeeze
    return _View(west - spare, north + side, scale, squeeze, (tall + 2 * side) * scale)


def _shape(feature: Feature, view: _View, style: str) -> Iterator[Markup]:
    if feature.rings:
        path = "".join(f"{_path(ring, view)}Z" for ring in feature.rings)
        yield tag("path", tag("title", feature.name), d=path, class_=style, fill_rule="evenodd")
    for one in feature.lines:
        yield tag("path", d=_path(one, view), class_=f"{style} open")
    for point in feature.points:
        x, y = view.place(point)
        yield tag("circle", tag("title", feature.name), cx=x, cy=y, r=4, class_=style)


def _path(points: Sequence[Point], view: _View) -> str:
    return "M" + "L".join("{:.1f} {:.1f}".format(*view.place(point)) for point in points)


def _degrees(view: _View) -> Iterator[Markup]:
    step = next(
        one for one in (0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30) if view.scale * one > 90 or one == 30
    )
    south, east = (
        view.north - view.height / view.scale,
        view.west + _WIDTH / view.scale / view.squeeze,
    )
    for count in range(math.ceil(south / step), math.floor(view.north / step) + 1):
        y = (view.north - count * step) * view.scale
        yield line(0, y, _WIDTH, y, "degree")
        yield words(4, y - 3, f"{abs(count * step):g}° {'N' if count >= 0 else 'S'}", "tick")
    for count in range(math.ceil(view.west / step), math.floor(east / step) + 1):
        x = (count * step - view.west) * view.squeeze * view.scale
        degree = (count * step + 180) % 360 - 180
        if x > _WIDTH - 48:
            break
        yield line(x, 0, x, view.height, "degree")
        yield words(x + 3, 12, f"{abs(degree):g}° {'E' if degree >= 0 else 'W'}", "tick")


def _names(features: Sequence[Feature], view: _View) -> Iterator[Markup]:
    taken: list[Box] = [(0, view.height - 44, 190, view.height)]
    for name, box in _boxes(features, view).items():
        text = shortened(name, 34)
        wide = _LETTER * len(text)
        place = _free(box, wide, taken, view.height)
        if place is None:
            continue
        x, y = place
        taken.append((x, y - _LINE + 3, x + wide, y + 4))
        middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        near = min(max(middle[0], x), x + wide), y - 4
        if math.dist(middle, near) > 14:
            yield line(*middle, *near, "leader")
        yield words(x, y, text, "name halo")


def _boxes(features: Sequence[Feature], view: _View) -> dict[str, Box]:
    """The extent of each name on the drawing, the largest first: they are named first."""
    boxes: dict[str, Box] = {}
    for one in features:
        west, south, east, north = one.bounds
        (left, top), (right, foot) = view.place((west, north)), view.place((east, south))
        if one.name:
            old = boxes.get(one.name, (left, top, right, foot))
            boxes[one.name] = (
                min(old[0], left),
                min(old[1], top),
                max(old[2], right),
                max(old[3], foot),
            )
    return dict(sorted(boxes.items(), key=lambda item: (-_area(item[1]), item[0])))


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _free(box: Box, wide: float, taken: Sequence[Box], height: float) -> Point | None:
    """Where a name of that width can stand near its place without touching another name."""
    left, top, right, foot = box
    middle = (top + foot) / 2 + 4
    for shift in range(0, 12):
        for sign in (1, -1):
            y = middle + sign * shift * _LINE
            for x in (right + 8, left - 8 - wide):
                own = (x, y - _LINE + 3, x + wide, y + 4)
                inside = x >= 2 and x + wide <= _WIDTH - 2 and y > _LINE and y < height - 6
                if inside and not any(_meet(own, other) for other in taken):
                    return x, y
    return None


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _bar(view: _View) -> Iterator[Markup]:
    longest = _WIDTH / 4 / view.scale * _DEGREE
    power = 10.0 ** math.floor(math.log10(longest))
    length = next(f * power for f in (5, 2, 1) if f * power <= longest)
    wide, y = length / _DEGREE * view.scale, view.height - 16
    yield tag("path", d=f"M14 {y - 5:.1f}V{y:.1f}H{14 + wide:.1f}V{y - 5:.1f}", class_="bar")
    yield words(14, y - 9, f"{length:g} km", "tick")
