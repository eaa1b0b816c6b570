"""The states of a conflict and the moves between them, as a picture that stands by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import dist, hypot

from winset.report.charts.drawing import COLOURS, drawing, shortened, words
from winset.report.charts.layout import Point, spring_layout
from winset.report.markup import Markup, tag

_LINK, _APART, _EDGE, _RADIUS, _BEND, _LEGEND = 150.0, 112.0, 90.0, 13.0, 14.0, 22.0
_NARROWEST = 420.0
"""Narrower would cut the line that explains the arrows."""
_STYLE = """
svg { --ink: #1c2329; --soft: #5c666e; --paper: #fdfcf9; --faint: #e9e5da; --c0: #134a66;
  --c1: #9c3a12; --c2: #3d6b1f; --c3: #6b3a86; --c4: #8a6a00; --c5: #b0245c;
  background: var(--paper); }
@media (prefers-color-scheme: dark) { svg { --ink: #e8e6e0; --soft: #a3adb4; --paper: #14181b;
  --faint: #2c3338; --c0: #7fc1e3; --c1: #f0a07a; --c2: #9fd07a; --c3: #cfa5e6; --c4: #e0c25a;
  --c5: #f08ab4; } }
text { fill: var(--ink); font: 12px system-ui, sans-serif; paint-order: stroke;
  stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
.soft { fill: var(--soft); } .node { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5; }
.now { fill: var(--faint); } .arrow { fill: none; stroke-width: 1.8; }
.mere { stroke-width: .8; stroke-dasharray: 2 4; opacity: .65; }
.c0 { stroke: var(--c0); } .c1 { stroke: var(--c1); } .c2 { stroke: var(--c2); }
.c3 { stroke: var(--c3); } .c4 { stroke: var(--c4); } .c5 { stroke: var(--c5); }
.h0 { fill: var(--c0); } .h1 { fill: var(--c1); } .h2 { fill: var(--c2); } .h3 { fill: var(--c3); }
.h4 { fill: var(--c4); } .h5 { fill: var(--c5); }
"""


@dataclass(frozen=True, slots=True)
class Node:
    """A state, or a group of them: its name, the senses in which it is stable for all."""

    name: str
    senses: str = ""
    is_status_quo: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    """A move from node to node by the mover of that number; `improving` when it gains by it."""

    start: int
    end: int
    mover: int
    improving: bool


def state_graph(
    title: str, movers: Sequence[str], nodes: Sequence[Node], arrows: Sequence[Arrow]
) -> Markup:
    """An SVG with its own style: improvements drawn full, other moves dotted, by mover.

    A double ring marks a node stable for all in some sense, which is written under its name.
    """
    places, width, height = _placed(nodes, arrows, len(movers))
    described = (
        f"{len(nodes)} nodes and {len(arrows)} moves. Full arrows are improvements for who moves, "
        "dotted ones are not; double rings are stable for every party in some sense."
    )
    return drawing(
        width,
        height,
        title or "States and moves",
        described,
        tag("style", Markup(_STYLE)),
        *(part for arrow in arrows for part in _arrow(arrow, places)),
        *(part for number, node in enumerate(nodes) for part in _node(node, places[number])),
        *_legend(movers),
    )


def _placed(
    nodes: Sequence[Node], arrows: Sequence[Arrow], movers: int
) -> tuple[list[Point], float, float]:
    raw = spring_layout(len(nodes), [(arrow.start, arrow.end) for arrow in arrows])
    left, top = (min((point[axis] for point in raw), default=0.0) for axis in (0, 1))
    above = _LEGEND * (movers + 2)
    scale = _scale(raw)
    places = [((x - left) * scale + _EDGE, (y - top) * scale + above + 20) for x, y in raw]
    width = max((x for x, _ in places), default=0.0) + _EDGE
    height = max((y for _, y in places), default=0.0) + 60
    return places, max(width, _NARROWEST), height


def _scale(raw: Sequence[Point]) -> float:
    """So wide that names do not run into one another, but no wider than twice a link."""
    nearest = min((dist(a, b) for a, b in combinations(raw, 2)), default=1.0)
    return min(2 * _LINK, max(_LINK, _APART / (nearest or 1.0)))


def _arrow(arrow: Arrow, places: Sequence[Point]) -> Iterator[Markup]:
    """A bent line, so that moves there and back, and those of several movers, stay apart."""
    (x1, y1), (x2, y2) = places[arrow.start], places[arrow.end]
    length = hypot(x2 - x1, y2 - y1) or 1.0
    dx, dy = (x2 - x1) / length, (y2 - y1) / length
    bend = _BEND * (1 + arrow.mover)
    mx, my = (x1 + x2) / 2 - dy * bend, (y1 + y2) / 2 + dx * bend
    colour = arrow.mover % COLOURS
    style = f"arrow c{colour}" if arrow.improving else f"arrow mere c{colour}"
    reach = hypot(x2 - mx, y2 - my) or 1.0
    ux, uy = (x2 - mx) / reach, (y2 - my) / reach
    ex, ey = x2 - ux * (_RADIUS + 3), y2 - uy * (_RADIUS + 3)
    path = f"M{x1 + dx * _RADIUS:.1f} {y1 + dy * _RADIUS:.1f}Q{mx:.1f} {my:.1f} {ex:.1f} {ey:.1f}"
    yield tag("path", d=path, class_=style)
    if arrow.improving:
        left = f"{ex - 9 * ux + 4 * uy:.1f} {ey - 9 * uy - 4 * ux:.1f}"
        right = f"{ex - 9 * ux - 4 * uy:.1f} {ey - 9 * uy + 4 * ux:.1f}"
        yield tag("path", d=f"M{ex:.1f} {ey:.1f}L{left}L{right}Z", class_=f"h{colour}")


def _node(node: Node, place: Point) -> Iterator[Markup]:
    x, y = place
    yield tag("circle", cx=x, cy=y, r=_RADIUS, class_="node now" if node.is_status_quo else "node")
    if node.senses:
        yield tag("circle", cx=x, cy=y, r=_RADIUS - 4, class_="node")
    yield words(x, y + _RADIUS + 14, shortened(node.name, 26), text_anchor="middle")
    below = " · ".join(part for part in ("now" if node.is_status_quo else "", node.senses) if part)
    if below:
        yield words(x, y + _RADIUS + 28, below, "soft", text_anchor="middle")


def _legend(movers: Sequence[str]) -> Iterator[Markup]:
    for row, name in enumerate(movers):
        y = _LEGEND * (row + 1)
        yield tag("path", d=f"M14 {y:.1f}L46 {y:.1f}", class_=f"arrow c{row % COLOURS}")
        yield words(54, y + 4, name)
    y = _LEGEND * (len(movers) + 1)
    yield words(14, y + 4, "full: gains by it; dotted: a move only; double ring: stable for all")
