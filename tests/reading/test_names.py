# ruff: noqa: E501  (one case a line)
"""New names a text holds, in sentences made up about made-up talks."""

from __future__ import annotations

import pytest

from winset.dates import Edtf
from winset.reading import NameSuggestion, suggest

DAY = Edtf.parse("2015-06-10")


def read(text: str) -> dict[str, NameSuggestion]:
    return {name.name: name for name in suggest(text, DAY).names}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("President Omar al-Moe met the crews.", "Omar al-Moe", "President"),
        ("U.N. envoy Karl de Moe met the crews.", "Karl de Moe", "envoy"),
        ("HOLM Akira of the port met the crews.", "HOLM Akira", ""),
        ("Harbour News CEO Jane Holm met the crews.", "Jane Holm", "CEO"),
        ("The talks were led by Jane Holm, the port’s chief negotiator, in May.", "Jane Holm", "port’s chief negotiator"),
        ("But opposition leader Tom Lind met the crews.", "Tom Lind", "opposition leader"),
    ],
)  # fmt: skip
def test_persons_are_proposed_with_their_role(text: str, name: str, role: str) -> None:
    found = read(text)
    assert name in found
    assert (found[name].kind, found[name].role) == ("person", role)


@pytest.mark.parametrize(
    "text",
    [
        "WHAT COMES NEXT\n\nThe port is quiet.",
        "In Sharp Waters, his last film, the waters of the port are calm.",
        "The Midsummer Regatta Cup was held in the bay.",
    ],
)
def test_headings_titles_and_things_are_no_persons(text: str) -> None:
    assert [name.name for name in read(text).values() if name.kind == "person"] == []


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Deep Sea Technologies bought the boats.", "Deep Sea Technologies"),
        ("The Free Fishers’ Front left the talks.", "Free Fishers’ Front"),
        ("The North State group left the talks. North State fighters stayed.", "North State"),
    ],
)
def test_bodies_are_told_from_persons(text: str, body: str) -> None:
    assert read(text)[body].kind == "group"


def test_a_body_and_its_head_are_two_names() -> None:
    found = read("Northern Port Council President Jane Holm met the crews.")
    assert {name: one.kind for name, one in found.items()} == {
        "Northern Port Council": "group",
        "Jane Holm": "person",
    }


def test_who_wrote_the_text_is_no_actor_and_a_lead_no_role() -> None:
    found = read("Boats stay in port\n\nBy Ida Holm\n\nBut Jane Holm met the crews of the bay.")
    assert {name: one.role for name, one in found.items()} == {"Jane Holm": ""}


def test_a_dateline_is_no_part_of_a_name() -> None:
    assert list(read("LONDON Jane Holm met the crews of the bay on Monday.")) == ["Jane Holm"]


def test_a_name_is_proposed_once_with_all_its_mentions() -> None:
    text = "Envoy Karl de Moe spoke. De Moe left, and Karl de Moe came back."
    (name,) = read(text).values()
    assert [text[start:end] for start, end in name.mentions].count("Karl de Moe") == 2


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("The crews met in San Orm on Monday.", []),
        ("The crews met near Elmira Halm on Monday.", []),
        ("The crews believe in mayor Jane Holm.", ["Jane Holm"]),
        ("The crews met Jane Holm. They believe in Jane Holm.", ["Jane Holm"]),
    ],
)
def test_what_something_is_in_is_a_place(text: str, persons: list[str]) -> None:
    assert [name.name for name in read(text).values() if name.kind == "person"] == persons
