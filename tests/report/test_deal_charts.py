"""The frontier in a plane or on parallel axes, and what win-sets share, as drawn."""

from __future__ import annotations

from xml.etree import ElementTree

from winset.report.charts.frontier import Worth, frontier_chart
from winset.report.charts.overlaps import Shared, overlap_chart

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in svg.iter(f"{SVG}text")]


def test_two_parties_make_a_plane_in_which_more_is_further_right_and_up() -> None:
    points = [Worth((0.0, 100.0)), Worth((50.0, 60.0), ("Nash", "K–S")), Worth((100.0, 0.0))]
    svg = ElementTree.fromstring(frontier_chart(["North", "South"], points, "F", "d").text)
    circles = list(svg.iter(f"{SVG}circle"))
    across = [float(circle.get("cx", "")) for circle in circles]
    down = [float(circle.get("cy", "")) for circle in circles]
    assert across == sorted(across)
    assert down == sorted(down)
    assert "Nash · K–S" in texts(svg)
    assert {"Worth to North", "Worth to South"} <= set(texts(svg))


def test_more_parties_stand_on_parallel_axes_each_with_its_own_scale() -> None:
    points = [Worth((1.0, 20.0, 300.0), ("Nash",)), Worth((2.0, 10.0, 100.0))]
    svg = ElementTree.fromstring(frontier_chart(["a", "b", "c"], points, "F", "d").text)
    assert {"1", "2", "10", "20", "100", "300"} <= set(texts(svg))
    tracks = [path.get("d", "") for path in svg.iter(f"{SVG}path")]
    assert [track.count("L") for track in tracks] == [2, 2]


def test_a_frontier_of_one_point_can_be_drawn() -> None:
    svg = ElementTree.fromstring(frontier_chart(["a", "b"], [Worth((5.0, 5.0))], "F", "d").text)
    assert len(list(svg.iter(f"{SVG}circle"))) == 1


def test_squares_are_filled_by_the_share_of_the_smaller_win_set() -> None:
    shared = [Shared(0, 1, 5), Shared(0, 2, 0), Shared(1, 2, None)]
    svg = ElementTree.fromstring(overlap_chart(["a", "b", "c"], [10, 20, 0], shared, "O").text)
    heights = [
        float(r.get("height", "")) for r in svg.iter(f"{SVG}rect") if r.get("class") == "band"
    ]
    frame = next(float(r.get("height", "")) for r in svg.iter(f"{SVG}rect"))
    assert sorted(height / frame for height in heights) == [0.5, 1.0, 1.0]
    assert "50%" in texts(svg)
    assert "not counted" in texts(svg)
