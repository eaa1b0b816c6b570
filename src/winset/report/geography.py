"""GeoJSON → features with plain lists of points."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Point = tuple[float, float]
"""Longitude and latitude in degrees."""
_DEEPEST = 60


class Unreadable(ValueError):
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
    where, kind = geometry.get("coordinates"), geometry.get("type")
    try:
        match kind:
            case "GeometryCollection":
                for inner in geometry.get("geometries") or ():
                    yield from _parts(inner, depth + 1)
            case "Point":
                yield "point", _points([where])
            case "MultiPoint":
                yield "point", _points(where)
            case "LineString":
                yield "line", _points(where)
            case "MultiLineString":
                yield from (("line", _points(line)) for line in where or ())
            case "Polygon":
                yield from (("ring", _points(ring)) for ring in where or ())
            case "MultiPolygon":
                yield from (("ring", _points(ring)) for area in where or () for ring in area)
            case _:
                raise Unreadable(f"it has a geometry of type {str(kind)[:40]!r}")
    except (TypeError, AttributeError, IndexError) as error:
        raise Unreadable(f"a {kind} has faulty coordinates") from error


def _points(found: Any) -> tuple[Point, ...]:
    points = tuple((float(one[0]), float(one[1])) for one in found)
    if not points or not all(
        math.isfinite(x) and abs(x) <= 360 and abs(y) <= 90 for x, y in points
    ):
        raise Unreadable("coordinates lie outside the world")
    return points
