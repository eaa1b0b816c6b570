"""GeoJSON → features with plain lists of points."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from winset.errors import WinsetError

Point = tuple[float, float]
"""Longitude and latitude in degrees."""
_DEEPEST = 60
_KINDS = {
    "Point": ("point", -1),
    "MultiPoint": ("point", 0),
    "LineString": ("line", 0),
    "MultiLineString": ("line", 1),
    "Polygon": ("ring", 1),
    "MultiPolygon": ("ring", 2),
}
"""What a geometry is made of, and how deep its lists of points are nested."""


class Unreadable(WinsetError):
    """The bytes are not GeoJSON; the message says why."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A named place: rings of areas, lines, and single points."""

    name: str
    rings: tuple[tuple[Point, ...], ...] = ()
    lines: tuple[tuple[Point, ...], ...] = ()
    points: tuple[Point, ...] = ()
    facts: str = ""
    """The feature's other properties in words, "" where it has none."""

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north."""
        everything = [
            *self.points,
            *(point for part in (*self.rings, *self.lines) for point in part),
        ]
        xs, ys = [x for x, _ in everything], [y for _, y in everything]
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def middle(self) -> Point:
        """The middle of its extent."""
        west, south, east, north = self.bounds
        return (west + east) / 2, (south + north) / 2


def read_features(data: bytes) -> tuple[Feature, ...]:
    """The features of a GeoJSON text; raises Unreadable."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Unreadable("it is not JSON") from error
    if not isinstance(found, dict):
        raise Unreadable("it is not a GeoJSON object")
    return tuple(feature for one in _members(found) if (feature := _feature(one)))


def _members(found: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    members = found.get("features") if found.get("type") == "FeatureCollection" else [found]
    if not isinstance(members, list) or not all(isinstance(one, dict) for one in members):
        raise Unreadable("its features are not a list of objects")
    return tuple(members)


def _feature(member: Mapping[str, Any]) -> Feature | None:
    properties = member.get("properties") or {}
    if not isinstance(properties, dict):
        raise Unreadable("a feature's properties are not an object")
    geometry = member.get("geometry") if member.get("type") == "Feature" else member
    if not isinstance(geometry, dict):
        return None
    parts = tuple(_parts(geometry, 0))
    kinds = {
        kind: tuple(part for own, part in parts if own == kind)
        for kind in ("ring", "line", "point")
    }
    if not parts:
        return None
    return Feature(
        str(properties.get("name", "")),
        kinds["ring"],
        kinds["line"],
        tuple(point for part in kinds["point"] for point in part),
        _facts(properties),
    )


def _facts(properties: Mapping[str, Any]) -> str:
    shown = ((key, value) for key, value in properties.items() if key not in ("name", "points"))
    return "; ".join(
        f"{key.replace('_', ' ')}: {value}"
        for key, value in shown
        if isinstance(value, str | int | float)
    )


def _parts(geometry: Mapping[str, Any], depth: int) -> Iterator[tuple[str, tuple[Point, ...]]]:
    if depth > _DEEPEST:
        raise Unreadable("its geometries are nested too deeply")
    kind = str(geometry.get("type"))[:40]
    try:
        if kind == "GeometryCollection":
            for inner in geometry.get("geometries") or ():
                yield from _parts(inner, depth + 1)
        elif kind in _KINDS:
            part, levels = _KINDS[kind]
            yield from ((part, _points(run)) for run in _runs(geometry.get("coordinates"), levels))
        else:
            raise Unreadable(f"it has a geometry of type {kind!r}")
    except (TypeError, ValueError, ArithmeticError, AttributeError, LookupError) as error:
        raise Unreadable(f"a {kind} has faulty coordinates") from error


def _runs(where: Any, levels: int) -> Iterator[Any]:
    """Lists of points, from coordinates nested `levels` deep around them."""
    if levels <= 0:
        yield where if levels == 0 else [where]
        return
    for inner in where or ():
        yield from _runs(inner, levels - 1)


def _points(found: Any) -> tuple[Point, ...]:
    points = tuple((float(one[0]), float(one[1])) for one in found)
    if not points or not all(
        math.isfinite(x) and abs(x) <= 360 and abs(y) <= 90 for x, y in points
    ):
        raise Unreadable("coordinates lie outside the world")
    return points
