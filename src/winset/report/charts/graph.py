"""A small graph of states: the status quo on the left, the others by their moves from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import hypot

from winset.report.charts.drawing import drawing, shortened, words
from winset.report.markup import Markup, tag

_COLUMN, _ROW, _EDGE, _RADIUS = 210, 84, 70, 20

Node = tuple[str, str, bool]
"""A state: its id, its label, and whether it is stable."""
Edge = tuple[str, str, str]
"""A move: from, to, and who moves."""


def graph_chart(
    nodes: Sequence[Node], edges: Sequence[Edge], start: str, label: str, description: str
) -> Markup:
    """States in columns by their distance from `start`; those not reached are left out."""
    places = _places(nodes, edges, start)
    width = max((x for x, _ in places.values()), default=0.0) + _EDGE + 40
    height = max((y for _, y in places.values()), default=0.0) + _ROW / 2 + 12
    known = [edge for edge in edges if edge[0] in places and edge[1] in places]
    return drawing(
        width,
        height,
        label,
        description,
        *(_edge(edge, places) for edge in known),
        *(part for node in nodes if node[0] in places for part in _node(node, places, start)),
        *(_mover(edge, places) for edge in known),
    )


def _places(
    nodes: Sequence[Node], edges: Sequence[Edge], start: str
) -> dict[str, tuple[float, float]]:
    distance = _distances(edges, start)
    columns: dict[int, list[str]] = {}
    for key, _, _ in nodes:
        if key in distance:
            columns.setdefault(distance[key], []).append(key)
    tallest = max((len(column) for column in columns.values()), default=0)
    return {
        key: (_EDGE + _COLUMN * place, 12.0 + _ROW * (row + 0.5 + (tallest - len(column)) / 2))
        for place, column in columns.items()
        for row, key in enumerate(column)
    }


def _distances(edges: Sequence[Edge], start: str) -> dict[str, int]:
    distance = {start: 0}
    frontier = [start]
    for key in frontier:
        for source, end, _ in edges:
            if source == key and end not in distance:
                distance[end] = distance[key] + 1
                frontier.append(end)
    return distance


def _edge(edge: Edge, places: Mapping[str, tuple[float, float]]) -> Markup:
    (x1, y1), (x2, y2) = places[edge[0]], places[edge[1]]
    length = hypot(x2 - x1, y2 - y1) or 1
    dx, dy = (x2 - x1) / length, (y2 - y1) / length
    ax, ay = x1 + dx * (_RADIUS + 3), y1 + dy * (_RADIUS + 3)
    bx, by = x2 - dx * (_RADIUS + 5), y2 - dy * (_RADIUS + 5)
    left = f"{bx - 8 * dx + 4 * dy:.1f} {by - 8 * dy - 4 * dx:.1f}"
    right = f"{bx - 8 * dx - 4 * dy:.1f} {by - 8 * dy + 4 * dx:.1f}"
    return tag(
        "g",
        tag("path", d=f"M{ax:.1f} {ay:.1f}L{bx:.1f} {by:.1f}", class_="edge"),
        tag("path", d=f"M{bx:.1f} {by:.1f}L{left}L{right}Z", class_="head"),
    )


def _mover(edge: Edge, places: Mapping[str, tuple[float, float]]) -> Markup:
    (x1, y1), (x2, y2) = places[edge[0]], places[edge[1]]
    style = "tick halo-paper"
    text = shortened(edge[2], 26)
    return words((x1 + x2) / 2, (y1 + y2) / 2 + 4, text, style, text_anchor="middle")


def _node(node: Node, places: Mapping[str, tuple[float, float]], start: str) -> Iterator[Markup]:
    key, label, is_stable = node
    x, y = places[key]
    yield tag("circle", cx=x, cy=y, r=_RADIUS, class_="node start" if key == start else "node")
    if is_stable:
        yield tag("circle", cx=x, cy=y, r=_RADIUS - 4, class_="node")
    yield words(x, y + _RADIUS + 15, shortened(label, 30), "name halo-paper", text_anchor="middle")
    if key == start:
        yield words(x, y + 4, "now", "tick", text_anchor="middle")
