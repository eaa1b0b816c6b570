"""What the charts show stands where the figures put it."""

from __future__ import annotations

import json
import math
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.pages import Element, parsed
from winset.report.charts.drawing import spread
from winset.report.charts.graph import graph_chart
from winset.report.charts.grid import Mark, grid_chart
from winset.report.charts.map import map_chart
from winset.report.charts.steps import Series, steps_chart
from winset.report.charts.timeline import Happening, timeline_chart
from winset.report.geography import read_features
from winset.report.markup import Markup


def _parts(chart: Markup, name: str, style: str) -> list[Element]:
    return [
        part
        for part in parsed(chart.text).all(name)
        if style in part.attributes.get("class", "").split()
    ]


def _heights(chart: Markup, style: str) -> list[float]:
    path = _parts(chart, "path", style)[0].attributes["d"]
    return [float(y) for y in re.findall(r"[ML][\d.-]+ ([\d.-]+)", path)]


def test_steps_lie_at_the_logarithm_and_zero_below_them_all() -> None:
    values = (1000, 100, 10, 1, 0)
    chart = steps_chart([Series("zone", values, main=True)], list("abcde"), "t", "d")
    heights = _heights(chart, "zone")
    gaps = [later - earlier for earlier, later in pairwise(heights)]
    assert gaps[0] == pytest.approx(gaps[1], abs=0.2)
    assert gaps[1] == pytest.approx(gaps[2], abs=0.2)
    assert heights[4] == max(heights)
    assert heights[4] > heights[3]


def test_days_without_a_zone_are_shaded() -> None:
    chart = steps_chart([Series("zone", (3, 0, 0, 2), main=True)], list("abcd"), "t", "d")
    assert len(_parts(chart, "rect", "closed")) == 2


def test_what_was_not_counted_is_a_gap_in_the_line() -> None:
    chart = steps_chart([Series("side", (3, None, 2))], list("abc"), "t", "d")
    assert _parts(chart, "path", "c0")[0].attributes["d"].count("M") == 2


@given(st.lists(st.one_of(st.none(), st.integers(0, 6**60)), min_size=1, max_size=60))
def test_steps_of_any_size_stay_on_the_drawing(values: list[int | None]) -> None:
    days = [str(place) for place in range(len(values))]
    chart = steps_chart([Series("zone", tuple(values), main=True)], days, "t", "d")
    height = float(parsed(chart.text).all("svg")[0].attributes["height"])
    assert all(0 <= y <= height for y in _heights(chart, "zone"))


@given(st.lists(st.floats(0, 500), max_size=12), st.floats(1, 40))
def test_labels_are_moved_apart_and_keep_their_order(places: list[float], gap: float) -> None:
    moved = spread(places, gap)
    ordered = sorted(moved)
    assert all(b - a >= gap - 1e-6 for a, b in pairwise(ordered))
    order = sorted(range(len(places)), key=lambda index: (places[index], index))
    assert [moved[index] for index in order] == ordered


def test_the_timeline_has_a_mark_for_each_event_that_leads_to_it() -> None:
    events = [
        Happening(f"E{n}", 1900 + n % 7, "day", f"event-{n}", named=n == 3) for n in range(40)
    ]
    chart = parsed(timeline_chart(events, "t", "d").text)
    marks = [a for a in chart.all("a") if a.all("circle", "rect")]
    assert sorted(a.attributes["href"] for a in marks) == sorted(f"#event-{n}" for n in range(40))
    places = {(c.attributes["cx"], c.attributes["cy"]) for c in chart.all("circle")}
    assert len(places) == 39
    assert len([one for one in chart.all("rect") if "named" in one.attributes["class"]]) == 1


def test_many_years_become_decades() -> None:
    events = [Happening("E", 1800 + 3 * n, "day", f"e{n}") for n in range(60)]
    chart = parsed(timeline_chart(events, "t", "d").text)
    assert "1800s" in [text.text for text in chart.all("text")]


def test_the_grid_has_each_mark_in_its_row_and_column() -> None:
    rows = (("a", "Anna"), ("b", "Bert"))
    groups = (("Issue", (("x", "left"), ("y", "right"))),)
    marks = [Mark("a", "x", "dot", "s1", ""), Mark("b", "y", "square", "s2", "")]
    chart = parsed(grid_chart(rows, groups, marks, "t", "d").text)
    dot = next(c for c in chart.all("circle"))
    square = next(r for r in chart.all("rect") if "mark" in r.attributes["class"])
    assert float(dot.attributes["cx"]) < float(square.attributes["x"])
    assert float(dot.attributes["cy"]) < float(square.attributes["y"])


def test_the_graph_puts_states_by_their_moves_from_the_first() -> None:
    nodes = (("a", "A", False), ("b", "B", True), ("c", "C", True), ("lost", "L", True))
    chart = parsed(graph_chart(nodes, (("a", "b", "p"), ("b", "c", "q")), "a", "t", "d").text)
    names = {text.text: float(text.attributes["x"]) for text in chart.all("text")}
    assert names["A"] < names["B"] < names["C"]
    assert "L" not in names


def _square(west: float, south: float, size: float) -> bytes:
    ring = [[west, south], [west + size, south], [west + size, south + size], [west, south + size]]
    place = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
    return json.dumps({"type": "Feature", "properties": {"name": "S"}, "geometry": place}).encode()


def _shape(data: bytes) -> list[tuple[float, float]]:
    chart = map_chart(read_features(data), (), "t", "d")
    path = _parts(chart, "path", "place")[0].attributes["d"]
    return [(float(x), float(y)) for x, y in re.findall(r"([\d.-]+) ([\d.-]+)", path)]


@pytest.mark.parametrize("latitude", [0.0, 44.0, 60.0, -70.0])
def test_the_map_is_true_to_scale_along_its_middle(latitude: float) -> None:
    corners = _shape(_square(10, latitude - 0.5, 1))
    wide, tall = corners[1][0] - corners[0][0], corners[1][1] - corners[2][1]
    assert wide / tall == pytest.approx(math.cos(math.radians(latitude)), rel=0.01)


def test_the_scale_bar_is_as_long_as_it_says() -> None:
    chart = map_chart(read_features(_square(10, 0, 1)), (), "t", "d")
    bar = _parts(chart, "path", "bar")[0].attributes["d"]
    left, right = (float(x) for x in re.findall(r"(?:M|H)([\d.]+)", bar))
    text = next(t.text for t in parsed(chart.text).all("text") if t.text.endswith(" km"))
    corners = _shape(_square(10, 0, 1))
    degree = corners[1][0] - corners[0][0]
    assert (right - left) / degree * 111.195 == pytest.approx(float(text[:-3]), rel=0.01)


def test_places_on_both_sides_of_the_date_line_are_neighbours() -> None:
    data = json.dumps({"type": "MultiPoint", "coordinates": [[179, 0], [-179, 1]]}).encode()
    circles = parsed(map_chart(read_features(data), (), "t", "d").text).all("circle")
    xs = [float(circle.attributes["cx"]) for circle in circles]
    assert all(0 <= x <= 720 for x in xs)
    assert xs[0] < xs[1]
