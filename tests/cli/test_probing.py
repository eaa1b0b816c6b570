"""What-if questions on the command line, of the made-up fishery (figures in made_up.py)."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Winset
from tests.workbench.made_up import FISHERIES, MODEL

PANAMA = Path(__file__).parents[1] / "cases" / "negotiation" / "panama.toml"
CLOSED, OPEN = ("--as-of", "2003-05-01"), ("--as-of", "2006-01-01")


def told(winset: Winset, *arguments: object) -> str:
    result = winset(*arguments)
    assert result.exit_code == 0, result.stderr
    assert all(len(line) <= 80 for line in result.stdout.splitlines())
    return " ".join(result.stdout.split())


def shaped(winset: Winset, *arguments: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(winset(*arguments, "--json").stdout)
    return found


def test_given_half_the_catch_who_refuses_it_and_on_what_evidence(winset: Winset) -> None:
    text = told(winset, "settle", FISHERIES, *CLOSED, "--given", "quota = half")
    assert "of 3 packages with “Share of the catch for Aland: half”, none is acceptable" in text
    assert "Aland could accept two" in text
    assert "Borduria refuses all of them, because of no-more-than-a-third" in text
    assert "“Borduria offers a third, and not a boat more.”" in text
    assert "The cheapest way to it: give up the line no-more-than-a-third" in text


def test_given_keeps_the_shape_and_adds_a_key(winset: Winset) -> None:
    plain = shaped(winset, "settle", MODEL, *CLOSED)
    found = shaped(winset, "settle", MODEL, *CLOSED, "--given", "quota = half")
    assert set(found) == {*plain, "given"}
    assert found["given"]["expression"] == "quota = half"
    assert {side["name"]: side["refused_by"] for side in found["given"]["sides"]} == {
        "aland": [],
        "borduria": [["no-more-than-a-third"]],
    }


def test_what_a_link_excludes_is_said_to_be_excluded(winset: Winset) -> None:
    text = told(winset, "settle", MODEL, "--given", "patrol and not port")
    assert "no settlement can have" in text
    assert "the link law rules it out" in text


def test_a_line_given_up_opens_the_zone(winset: Winset) -> None:
    text = told(winset, "settle", MODEL, *CLOSED, "--drop", "no-more-than-a-third")
    assert "The zone of agreement opened." in text
    assert "Blocks that vanished half-at-least and no-more-than-a-third" in text
    assert "two packages of 12 are acceptable to every side" in text


def test_a_line_added_closes_it_and_is_named(winset: Winset) -> None:
    found = shaped(winset, "settle", MODEL, *OPEN, "--add", 'borduria: requires "not port"')
    assert found["zone"] == 0
    assert found["blocks"] == [["port-for-the-blues", "added-1"]]
    assert found["compared"]["lines"] == {"came": ["added-1"], "went": [], "changed": []}
    assert found["compared"]["blocks_appeared"] == found["blocks"]


def test_a_stricter_quota_is_computed_both_ways(winset: Winset) -> None:
    """The greens hold 40 seats and have no line: a quota of 40 frees the diet of the blues."""
    looser = shaped(winset, "settle", MODEL, *OPEN, "--quota", "aland.diet=40")
    assert looser["compared"]["before"]["win_sets"]["aland"] == 4
    assert looser["win_sets"]["aland"] == 6
    shifts = {(s["rule"], s["party"]): s["change"] for s in looser["compared"]["gains"]}
    assert shifts["nash", "aland"] == 0
    same = told(winset, "settle", MODEL, *OPEN, "--quota", "aland.diet=unanimity")
    assert "A settlement was possible both times." in same


def test_two_days_side_by_side(winset: Winset) -> None:
    text = told(winset, "compare", FISHERIES, *CLOSED, *OPEN)
    assert "The zone of agreement opened." in text
    assert "went: no-more-than-a-third" in text
    found = shaped(winset, "compare", FISHERIES, *OPEN, *CLOSED)
    assert (found["before"]["zone"], found["after"]["zone"]) == (2, 0)
    assert found["blocks_appeared"] == [["half-at-least", "no-more-than-a-third"]]


def test_two_models_side_by_side(winset: Winset, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(MODEL.read_text("utf-8").replace("needs = ", "veto = ['greens']\nneeds = "))
    text = told(winset, "compare", MODEL, other, *OPEN)
    assert "model.toml" in text
    assert "other.toml" in text
    assert "Veto in aland.diet is new: greens" in text


CHANGED = {
    "quota >= half": "quota >= third",
    "greens = 40, blues": "greens = 39, blues",
    '"port" = 20': '"port" = 21',
    '"half", "most"]': '"half", "most", "all"]',
    '[[links]]\nid = "law"': '[[links]]\nid = "rule"',
}


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The model with a line, a body, a worth and an issue changed, and a link of another name."""
    text = MODEL.read_text("utf-8")
    for old, new in CHANGED.items():
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "other.toml"
    path.write_text(text, "utf-8")
    return path


def test_what_changed_is_told_old_beside_new(winset: Winset, other: Path) -> None:
    text = told(winset, "compare", MODEL, other, *OPEN)
    demand = "half-at-least model.toml: The cabinet, Aland requires “Share of the catch for Aland"
    assert f"changed: {demand}: at least half”; weight 5" in text
    assert (
        "other.toml: The cabinet, Aland requires “Share of the catch for Aland: at least third”"
        in text
    )
    assert "came: rule: “Port access: yes, if Joint patrols: yes”" in text
    assert "went: law: “Port access: yes, if Joint patrols: yes”" in text
    assert "Quota of aland.diet: 51 of 100, then 50 of 99" in text
    assert "Seats of aland.diet: greens 40, blues 60, then greens 39, blues 60" in text
    assert "Points of aland: port = yes: 20, then 21" in text
    assert "Issue quota: none, third, half, most, then none, third, half, most, all" in text


def test_turned_round_the_comparison_tells_the_reverse(winset: Winset, other: Path) -> None:
    there = shaped(winset, "compare", MODEL, other, *OPEN)
    back = shaped(winset, "compare", other, MODEL, *OPEN)
    assert there["lines"]["changed"] == back["lines"]["changed"] == ["half-at-least"]
    assert (there["links"]["came"], there["links"]["went"]) == (["rule"], ["law"])
    assert (back["links"]["came"], back["links"]["went"]) == (["law"], ["rule"])
    text = there["texts"]["half-at-least"]
    assert (text["before"]["requires"], text["after"]["requires"]) == (
        "quota >= half",
        "quota >= third",
    )
    assert there["texts"]["rule"]["before"] is None
    assert {id_: (each["after"], each["before"]) for id_, each in back["texts"].items()} == {
        id_: (each["before"], each["after"]) for id_, each in there["texts"].items()
    }
    turned = [(c["kind"], c["name"], c["after"], c["before"]) for c in back["elsewhere"]]
    assert sorted(turned) == sorted(
        (c["kind"], c["name"], c["before"], c["after"]) for c in there["elsewhere"]
    )
    gains = {(s["rule"], s["party"]): s["change"] for s in there["gains"]}
    assert {(s["rule"], s["party"]): s["change"] for s in back["gains"]} == {
        key: None if change is None else -change for key, change in gains.items()
    }


def test_a_line_given_up_or_added_is_told_with_its_words(winset: Winset) -> None:
    gone = told(winset, "settle", MODEL, *CLOSED, "--drop", "no-more-than-a-third")
    assert "went: no-more-than-a-third: Borduria rejects “Share of the catch" in gone
    added = told(winset, "settle", MODEL, *OPEN, "--add", 'borduria: requires "not port"')
    assert "came: added-1: Borduria requires “Port access: no”" in added
    assert "The win-set of Borduria shrank from eight packages to" in added


def test_better_packages_than_the_one_at_hand(winset: Winset) -> None:
    """From a third no step is without loss to Borduria, which wants patrols but less catch."""
    found = shaped(
        winset, "settle", MODEL, *OPEN, "--improve", "quota = third; not patrol; not port"
    )
    assert found["improvements"]["accepted"] == 0
    text = told(winset, "settle", MODEL, *OPEN, "--improve", "quota = half; patrol; port")
    assert "No package is: the one at hand lies on the frontier" in text
    assert "Every side ratifies it." in text
    assert "Aland: 50, no deal 12: +38" in text


def test_the_panama_canal_treaty_divided_and_traded(winset: Winset) -> None:
    text = told(winset, "settle", PANAMA, "--divisible", "--trades")
    assert "United States and Panama each get 66 of 100 points" in text
    assert "Land and water 2/15" in text
    assert "Issues to trade between United States and Panama" in text


def test_of_terms_alone_it_is_said_what_was_looked_at_and_what_not(winset: Winset) -> None:
    text = told(winset, "settle", MODEL, *OPEN, "--durable")
    assert "the model gives nobody an act of its own" in text
    assert "whether all who signed would together rather have another package" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("settle", MODEL, "--given", "quota = haf"), "did you mean 'half'"),
        (("settle", MODEL, "--drop", "lw"), "there is no red line 'lw'"),
        (("settle", MODEL, "--drop", "law"), "'law' is a link"),
        (("settle", MODEL, "--add", "borduria port"), "is no red line; expected"),
        (("settle", MODEL, "--quota", "aland.diet=101"), "a number from 1 to 100"),
        (("settle", MODEL, "--improve", "quota = half"), "says nothing of patrol, port"),
        (("settle", MODEL, "--improve", "quota = half; patrol; not port"), "breaks the link law"),
        (("compare", MODEL), "a comparison is of two days of one model"),
        (("compare", MODEL, *OPEN), "a comparison is of two days of one model"),
        (("compare", MODEL, MODEL, MODEL), "two models"),
        (("compare", MODEL, *OPEN, *CLOSED, *OPEN), "two days"),
    ],
)
def test_a_question_that_cannot_be_asked_says_why(
    winset: Winset, arguments: tuple[object, ...], message: str
) -> None:
    result = winset(*arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())


def test_how_little_would_change_the_answer(winset: Winset) -> None:
    """Aland's no deal is 12 and its best package worth 80; Nash 38 × 17.5 against 68 × 7.5."""
    text = told(winset, "settle", MODEL, *OPEN, "--sensitive")
    assert "Whether there is a settlement at all changes at or just beyond these moves" in text
    assert "No deal for aland 12 68 –" in text
    found = shaped(winset, "settle", MODEL, *OPEN, "--sensitive")
    (most,) = (
        margin
        for margin in found["margins"]
        if (margin["name"], margin["answer"]) == ("borduria: quota = most", "nash")
    )
    assert most["up"] == pytest.approx(38 * 17.5 / 68 - 7.5)
    assert found["margins_incomplete"] == []
    closed = told(winset, "settle", MODEL, *CLOSED, "--sensitive")
    assert "The cheapest way out changes at or just beyond these moves" in closed


def test_loosened_figures_give_shares_in_a_stable_shape(winset: Winset) -> None:
    found = shaped(winset, "loosen", MODEL, *OPEN, "--samples", "10", "--by", "5")
    assert (found["samples"], found["percent"], found["open"]) == (10, 5, 1)
    assert [one["share"] for one in found["fair"]["nash"]] == [1]
    text = told(winset, "loosen", MODEL, *OPEN, "--samples", "10")
    assert "In all of 10 samples (seed 0) some package is acceptable" in text
    assert "Rule: every stated point" in text
    assert winset("loosen", MODEL, "--by", "0").exit_code == 2


def rows(winset: Winset, *arguments: object) -> list[dict[str, str]]:
    result = winset("settle", MODEL, *arguments)
    assert result.exit_code == 0
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_sheets_for_a_spreadsheet(winset: Winset) -> None:
    packages = rows(winset, *OPEN, "--csv", "packages")
    assert [(row["quota"], row["gain aland"], row["worth borduria"]) for row in packages] == [
        ("half", "38", "17.5"),
        ("most", "68", "7.5"),
    ]
    assert [row["nash"] + row["utilitarian"] for row in packages] == ["10", "01"]
    assert [(row["block"], row["line"]) for row in rows(winset, *CLOSED, "--csv", "blocks")] == [
        ("1", "half-at-least"),
        ("1", "no-more-than-a-third"),
    ]
    openings = rows(winset, *CLOSED, "--csv", "openings")
    assert [(row["line"], row["weight"]) for row in openings] == [
        ("no-more-than-a-third", "3"),
        ("half-at-least", "5"),
    ]
    days = rows(winset, "--csv", "days")
    assert [(row["day"], row["zone"], row["ended"]) for row in days] == [
        ("2001-01-01", "0", ""),
        ("2005-01-01", "2", "no-more-than-a-third"),
    ]
    assert rows(winset, *CLOSED, "--csv", "packages") == []


def test_one_whole_package_is_spoken_of_as_one(winset: Winset) -> None:
    text = told(winset, "settle", MODEL, *CLOSED, "--given", "quota = half; port; patrol")
    assert "the one package with" in text
    assert "is not acceptable to every side" in text
    assert "Aland could accept it." in text
    assert "Borduria refuses it, because of no-more-than-a-third." in text
    assert "It is not ratified by Borduria." in text
