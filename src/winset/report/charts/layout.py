"""Where the nodes of a graph are drawn: as far apart as they are moves apart."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from math import cos, hypot, pi, sin

Point = tuple[float, float]
_ROUNDS = 120


def spring_layout(count: int, links: Sequence[tuple[int, int]]) -> list[Point]:
    """Places for nodes 0 to count − 1, a link being about 1 long; the same for the same graph.

    Steps: start on a circle; move each node in turn to the mean of the places its distances to
    the others ask for, near ones weighing more (stress majorisation by single nodes).

    Source: Gansner, Koren and North, "Graph Drawing by Stress Majorization" (2004).
    """
    apart = _distances(count, links)
    radius = max(1.0, count / 6)
    places = [
        (radius * cos(2 * pi * node / count), radius * sin(2 * pi * node / count))
        for node in range(count)
    ]
    for _ in range(_ROUNDS if count > 1 else 0):
        for node in range(count):
            places[node] = _settled(node, places, apart[node])
    return places


def _settled(node: int, places: Sequence[Point], apart: Sequence[float]) -> Point:
    x, y = places[node]
    total = sum_x = sum_y = 0.0
    for other, (ox, oy) in enumerate(places):
        if other == node:
            continue
        weight = apart[other] ** -2
        reach = apart[other] / (hypot(x - ox, y - oy) or 1e-9)
        total += weight
        sum_x += weight * (ox + (x - ox) * reach)
        sum_y += weight * (oy + (y - oy) * reach)
    return sum_x / total, sum_y / total


def _distances(count: int, links: Sequence[tuple[int, int]]) -> list[list[float]]:
    """The number of links between any two nodes; nodes not joined are set a little further."""
    beside: list[list[int]] = [[] for _ in range(count)]
    for start, end in links:
        beside[start].append(end)
        beside[end].append(start)
    rows = [_from(node, beside) for node in range(count)]
    far = 1.0 + max((d for row in rows for d in row if d is not None), default=0)
    return [[far if d is None else float(d) for d in row] for row in rows]


def _from(start: int, beside: Sequence[Sequence[int]]) -> list[int | None]:
    found: list[int | None] = [None] * len(beside)
    found[start] = 0
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for other in beside[node]:
            if found[other] is None:
                found[other] = (found[node] or 0) + 1
                waiting.append(other)
    return found
