"""The zone from day to day, of the made-up fishery: shut until a third was no longer the most.

By hand: until 2005 Aland's half and Borduria's third exclude one another, and nothing else does;
without either a package is left, so the end of either alone would open the zone.
"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from tests.cli.conftest import Winset
from tests.workbench.made_up import FISHERIES, MODEL

PANAMA = Path(__file__).parents[1] / "cases" / "negotiation" / "panama.toml"


def test_which_line_opened_the_zone_and_whose_end_would_have(winset: Winset) -> None:
    result = winset("sweep", MODEL)
    assert all(len(line) <= 80 for line in result.stdout.splitlines())
    text = " ".join(result.stdout.split())
    assert "The zone of agreement was closed on 1 January 2001, opened or closed once" in text
    assert "and is open from 1 January 2005 on" in text
    assert (
        "On 1 January 2005 it opened, when no-more-than-a-third ended; but for that it would have "
        "stayed closed." in text
    )
    assert (
        "from 1 January 2001 until 1 January 2005: any one of half-at-least and "
        "no-more-than-a-third" in text
    )


def test_the_days_as_json_and_as_csv(winset: Winset) -> None:
    found = json.loads(winset("sweep", FISHERIES, "--json").stdout)
    assert [(day["day"], day["zone"], day["open"]) for day in found["days"]] == [
        ("2001-01-01", 0, False),
        ("2005-01-01", 2, True),
    ]
    assert found["days"][0]["keys"] == ["half-at-least", "no-more-than-a-third"]
    assert found["turns"] == [
        {
            "day": "2005-01-01",
            "opened": True,
            "by": ["no-more-than-a-third"],
            "begun": [],
            "ended": ["no-more-than-a-third"],
        }
    ]
    rows = list(csv.DictReader(io.StringIO(winset("sweep", MODEL, "--csv").stdout)))
    assert [row["keys"] for row in rows] == ["half-at-least no-more-than-a-third", ""]
    assert rows[1]["opened_by"] == "no-more-than-a-third"
    assert winset("sweep", MODEL, "--csv").stdout == winset("settle", MODEL, "--csv", "days").stdout


def test_a_model_in_which_nothing_changes_says_so(winset: Winset) -> None:
    assert "nothing changes" in winset("sweep", PANAMA).stdout
    assert json.loads(winset("sweep", PANAMA, "--json").stdout) == {"days": [], "turns": []}


def test_what_each_line_does_and_what_two_sides_share(winset: Winset) -> None:
    shut = ("--as-of", "2003-05-01")
    found = json.loads(winset("settle", MODEL, *shut, "--json").stdout)
    roles = {role["line"]: (role["blocks"], role["adds"]) for role in found["line_roles"]}
    assert roles["no-more-than-a-third"] == (1, 2)
    assert roles["patrol-for-port"] == (0, 0)
    assert [(each["parties"], each["packages"]) for each in found["overlaps"]] == [
        (["aland", "borduria"], 0)
    ]
    assert found["absorbed"] == []
    assert found["bounds"] == {}
    text = " ".join(winset("settle", MODEL, *shut).stdout.split())
    assert "What each red line does" in text
    assert "The other two lines in force stand in no block listed and keep nothing out" in text
    lines = list(csv.DictReader(io.StringIO(winset("settle", MODEL, "--csv", "lines").stdout)))
    assert {row["line"] for row in lines} == set(roles)
    pairs = list(
        csv.reader(io.StringIO(winset("settle", MODEL, *shut, "--csv", "overlaps").stdout))
    )
    assert [pair[:3] for pair in pairs[1:]] == [
        ["aland", "aland", "4"],
        ["borduria", "borduria", "4"],
        ["aland", "borduria", "0"],
    ]


def test_how_little_would_do_instead_of_giving_a_line_up(winset: Winset) -> None:
    """By hand: half, with port and patrols, is all that Aland asks; most is a step further."""
    shut = ("--as-of", "2003-05-01")
    text = " ".join(winset("settle", MODEL, *shut).stdout.split())
    assert (
        "no-more-than-a-third: It is enough that Borduria accept “Share of the catch for Aland: "
        "half” in addition." in text
    )
    found = json.loads(winset("settle", MODEL, *shut, "--json").stdout)
    ladder = {tuple(each["lines"]): each["ladder"] for each in found["openings"]}
    nearest = ladder[("no-more-than-a-third",)][0]
    assert nearest["accepts"] == {"no-more-than-a-third": {"quota": "half"}}
    sheet = winset("settle", MODEL, *shut, "--csv", "openings").stdout
    rows = {row["line"]: row for row in csv.DictReader(io.StringIO(sheet))}
    assert rows["no-more-than-a-third"]["enough"] == "quota = half"
    assert rows["half-at-least"]["enough"] == "quota = third"
