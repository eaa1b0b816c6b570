"""The state graph as a picture: who can go where, who gains by it, what lasts."""

from __future__ import annotations

from itertools import combinations
from math import dist
from xml.etree import ElementTree

from winset.report.charts.layout import spring_layout
from winset.report.charts.states import Arrow, Node, state_graph

SVG = "{http://www.w3.org/2000/svg}"


def test_nodes_are_as_far_apart_as_they_are_links_apart() -> None:
    places = spring_layout(3, [(0, 1), (1, 2)])
    assert abs(dist(places[0], places[1]) - 1) < 0.05
    assert abs(dist(places[1], places[2]) - 1) < 0.05
    assert abs(dist(places[0], places[2]) - 2) < 0.1


def test_a_layout_is_the_same_every_time_and_keeps_nodes_apart() -> None:
    links = [(node, (node + 1) % 12) for node in range(12)] + [(0, 6), (3, 9)]
    places = spring_layout(12, links)
    assert places == spring_layout(12, links)
    assert min(dist(a, b) for a, b in combinations(places, 2)) > 0.3


def test_nodes_without_links_have_places_too() -> None:
    assert len(set(spring_layout(3, []))) == 3
    assert len(spring_layout(1, [])) == 1
    assert spring_layout(0, []) == []


def drawn() -> ElementTree.Element:
    nodes = [Node("here", "Nash", True), Node("<there>"), Node("x" * 99)]
    arrows = [Arrow(0, 1, 0, True), Arrow(1, 0, 0, False), Arrow(1, 2, 1, True)]
    return ElementTree.fromstring(state_graph("A & B", ["a", "b"], nodes, arrows).text)


def test_improvements_have_heads_and_other_moves_are_dotted() -> None:
    styles = [path.get("class", "") for path in drawn().iter(f"{SVG}path")]
    assert sum("mere" in style for style in styles) == 1
    assert sorted(style for style in styles if style.startswith("h")) == ["h0", "h1"]


def test_what_lasts_has_a_double_ring_and_its_senses() -> None:
    svg = drawn()
    assert len(list(svg.iter(f"{SVG}circle"))) == 4
    texts = [text.text or "" for text in svg.iter(f"{SVG}text")]
    assert "now · Nash" in texts
    assert "<there>" in texts
    assert max(map(len, texts)) < 80


def test_the_picture_says_in_words_what_it_shows() -> None:
    svg = drawn()
    assert [svg.findtext(f"{SVG}title")] == ["A & B"]
    assert "3 nodes and 3 moves" in str(svg.findtext(f"{SVG}desc"))
