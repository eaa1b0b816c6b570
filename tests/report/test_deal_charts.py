"""The frontier in a plane or on parallel axes, and what win-sets share, as drawn."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

from winset.report.charts.frontier import Axis, Worth, frontier_chart
from winset.report.charts.overlaps import Shared, overlap_chart

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in svg.iter(f"{SVG}text")]


def drawn(axes: list[Axis], points: list[Worth]) -> ElementTree.Element:
    return ElementTree.fromstring(frontier_chart(axes, points, "F", "d").text)


def test_two_parties_make_a_plane_in_which_more_is_further_right_and_up() -> None:
    points = [Worth((0.0, 100.0)), Worth((50.0, 60.0), ("Nash", "K–S")), Worth((100.0, 0.0))]
    svg = ElementTree.fromstring(
        frontier_chart([Axis("North"), Axis("South")], points, "F", "d").text
    )
    circles = list(svg.iter(f"{SVG}circle"))
    across = [float(circle.get("cx", "")) for circle in circles]
    down = [float(circle.get("cy", "")) for circle in circles]
    assert across == sorted(across)
    assert down == sorted(down)
    assert "Nash · K–S" in texts(svg)
    assert {"Worth to North →", "↑ Worth to South"} <= set(texts(svg))


def test_more_parties_stand_on_parallel_axes_each_with_its_own_scale() -> None:
    points = [Worth((1.0, 20.0, 300.0), ("Nash",)), Worth((2.0, 10.0, 100.0))]
    svg = ElementTree.fromstring(
        frontier_chart([Axis("a"), Axis("b"), Axis("c")], points, "F", "d").text
    )
    assert {"1", "2", "10", "20", "100", "300"} <= set(texts(svg))
    tracks = [path.get("d", "") for path in svg.iter(f"{SVG}path")]
    assert [track.count("L") for track in tracks] == [2, 2]


def test_a_frontier_of_one_point_can_be_drawn() -> None:
    svg = ElementTree.fromstring(
        frontier_chart([Axis("a"), Axis("b")], [Worth((5.0, 5.0))], "F", "d").text
    )
    assert len(list(svg.iter(f"{SVG}circle"))) == 1


def test_squares_are_filled_by_the_share_of_the_smaller_win_set() -> None:
    shared = [Shared(0, 1, 5), Shared(0, 2, 0), Shared(1, 2, None)]
    svg = ElementTree.fromstring(overlap_chart(["a", "b", "c"], [10, 20, 0], shared, "O").text)
    heights = [
        float(r.get("height", "")) for r in svg.iter(f"{SVG}rect") if r.get("class") == "share"
    ]
    frame = next(float(r.get("height", "")) for r in svg.iter(f"{SVG}rect"))
    assert sorted(height / frame for height in heights) == [0.5, 1.0, 1.0]
    assert "50%" in texts(svg)
    assert "–" in texts(svg)


def test_what_no_deal_is_worth_is_drawn_within_the_axes() -> None:
    svg = drawn([Axis("a", 2.0), Axis("b")], [Worth((5.0, 5.0)), Worth((8.0, 4.0))])
    (floor,) = (one for one in svg.iter(f"{SVG}line") if one.get("class") == "floor")
    points = sorted(float(circle.get("cx", "")) for circle in svg.iter(f"{SVG}circle"))
    assert floor.get("x1") == floor.get("x2")
    assert float(floor.get("x1", "")) < points[0]


def test_names_of_fair_points_do_not_lie_upon_one_another() -> None:
    near = [Worth((float(n), 100.0 - n / 50), ("Kalai–Smorodinsky",), n) for n in range(1, 9)]
    svg = drawn([Axis("a"), Axis("b")], [*near, Worth((100.0, 0.0))])
    places = [
        (float(text.get("x", "")), float(text.get("y", "")))
        for text in svg.iter(f"{SVG}text")
        if (text.text or "").endswith("Kalai–Smorodinsky")
    ]
    heights = sorted(y for _, y in places)
    assert len(places) == 8
    assert all(later - earlier >= 15 for earlier, later in pairwise(heights))


def test_the_names_at_the_last_axis_stay_within_the_drawing() -> None:
    low = [Worth((1.0, 1.0, n / 100), (f"rule {n}",), n) for n in range(1, 7)]
    svg = drawn([Axis("a"), Axis("b"), Axis("c")], [*low, Worth((0.0, 0.0, 100.0))])
    heights = [
        float(text.get("y", "")) for text in svg.iter(f"{SVG}text") if "rule" in (text.text or "")
    ]
    axis = max(float(one.get("y2", "")) for one in svg.iter(f"{SVG}line"))
    assert len(heights) == 6
    assert max(heights) <= axis + 4
