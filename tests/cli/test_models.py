from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Winset
from tests.workbench.made_up import FISHERIES, MODEL, MOVES

ELMIRA = """
title = "Elmira"
[parties.moe]
[parties.local]
[issues.modify]
by = "moe"
[issues.insist]
by = "local"
[preferences.moe]
order = ["modify iff insit", "modfy"]
[preferences.locl]
order = ["insist"]
"""


def test_a_model_without_faults_passes_the_check(winset: Winset) -> None:
    result = winset("check", MODEL)
    assert result.exit_code == 0
    assert "no faults" in result.stdout


def test_every_fault_is_listed_at_once_with_place_and_nearest_name(
    winset: Winset, tmp_path: Path
) -> None:
    file = tmp_path / "elmira.toml"
    file.write_text(ELMIRA)
    result = winset("check", file, "--json")
    assert result.exit_code == 3
    faults = json.loads(result.stdout)["faults"]
    nearest = {fault["nearest"] for fault in faults}
    assert {"insist", "modify", "local"} <= nearest
    assert all(fault["file"] == "elmira.toml" for fault in faults)
    assert any(fault["column"] == 12 for fault in faults)
    text = " ".join(winset("check", file).stdout.split())
    assert "did you mean 'modify'?" in text


def test_a_case_folder_and_a_case_file_are_checked_too(winset: Winset, fisheries: Path) -> None:
    assert winset("check", FISHERIES).exit_code == 0
    assert winset("check", fisheries).exit_code == 0


def test_evidence_that_is_not_in_the_record_is_a_fault(winset: Winset, fisheries: Path) -> None:
    model = fisheries.with_name("model.toml")
    model.write_text(MODEL.read_text().replace('because = ["s2"]', 'because = ["s22"]'))
    result = winset("model", fisheries, model)
    assert result.exit_code == 3
    assert "'s22' names nothing in the record" in result.stderr
    assert "did you mean 's2'?" in result.stderr


def test_settle_prints_the_shape_promised_to_programs(winset: Winset) -> None:
    found = json.loads(winset("settle", MODEL, "--as-of", "2003-05-01", "--json").stdout)
    assert found["as_of"] == "2003-05-01"
    assert found["packages"] == 12
    assert found["win_sets"] == {"aland": 4, "borduria": 4}
    assert found["zone"] == 0
    assert found["blocks"] == [["half-at-least", "no-more-than-a-third"]]
    assert [(o["lines"], o["weight"]) for o in found["openings"]] == [
        (["no-more-than-a-third"], 3),
        (["half-at-least"], 5),
    ]
    assert found["incomplete"] == []


def test_blocks_and_openings_are_empty_when_the_zone_is_not(winset: Winset) -> None:
    found = json.loads(winset("settle", MODEL, "--as-of", "2006-01-01", "--json").stdout)
    assert found["zone"] == 2
    assert found["blocks"] == found["openings"] == []
    best = {"quota": "half", "patrol": "yes", "port": "yes"}
    assert found["solutions"].keys() == {
        "nash",
        "kalai_smorodinsky",
        "egalitarian",
        "utilitarian",
    }
    # Gains of half: 50 - 12 and 17.5; of most: 80 - 12 and 7.5.
    assert found["solutions"]["nash"] == [
        {
            "package": best,
            "points": {"aland": 50, "borduria": 17.5},
            "exact": {"aland": "50", "borduria": "35/2"},
        }
    ]
    assert [outcome["package"]["quota"] for outcome in found["frontier"]] == ["half", "most"]


def test_without_a_day_every_line_counts(winset: Winset) -> None:
    found = json.loads(winset("settle", MODEL, "--json").stdout)
    assert found["as_of"] is None
    assert found["zone"] == 0


def test_settle_answers_first_and_words_every_line(winset: Winset, fisheries: Path) -> None:
    text = " ".join(winset("settle", fisheries, "--as-of", "2003-05-01").stdout.split())
    answer = text.index("no package of 12 is acceptable to every side")
    assert answer < text.index("give up the line no-more-than-a-third (weight 3)")
    assert "Borduria rejects “Share of the catch for Aland: above third”" in text
    assert "“Borduria offers a third, and not a boat more.”" in text
    assert "Notes from the harbour, The Harbour Post, 2 May 2003" in text


def test_settle_of_an_open_zone_shows_frontier_and_fair_points(winset: Winset) -> None:
    text = winset("settle", MODEL, "--as-of", "2006-01-01").stdout
    assert "two packages of 12 are acceptable to every side" in text
    for title in ("Frontier", "Nash", "Kalai–Smorodinsky", "Egalitarian", "Utilitarian"):
        assert title in text
    assert "17.5" in text


def test_stability_prints_the_shape_promised_to_programs(winset: Winset) -> None:
    found = json.loads(winset("stability", MOVES, "--json").stdout)
    ids = [state["id"] for state in found["states"]]
    assert ids == ["truce", "fish=yes seize=no", "fish=no seize=yes", "fish=yes seize=yes"]
    assert found["states"][1]["options"] == {"fish": "yes", "seize": "no"}
    assert found["parties"] == ["aland", "borduria"]
    assert list(found["stable"]) == ["nash", "gmr", "smr", "seq", "sseq"]
    assert found["stable"]["nash"]["borduria"] == ["truce", "fish=yes seize=no"]
    assert found["equilibria"]["nash"] == ["fish=yes seize=no"]
    assert found["model"]["title"] == "Patrol or fish"


def test_stability_names_states_as_the_model_does(winset: Winset, fisheries: Path) -> None:
    text = winset("stability", fisheries).stdout
    assert "truce: fish=no seize=no" in text
    assert "The status quo is YN: fish=yes seize=no" in text
    assert "truce, in one move: Aland (fish = no)" in text


def test_stability_can_be_asked_for_one_concept(winset: Winset) -> None:
    found = json.loads(winset("stability", MOVES, "--concept", "nash", "--json").stdout)
    assert list(found["equilibria"]) == ["nash"]
    wrong = winset("stability", MOVES, "--concept", "nahs")
    assert wrong.exit_code == 2
    assert "did you mean 'nash'?" in wrong.stderr


def test_a_model_is_kept_in_versions(winset: Winset, fisheries: Path, tmp_path: Path) -> None:
    changed = tmp_path / "settlement.toml"
    changed.write_text(MODEL.read_text().replace("weight = 5", "weight = 1"))
    assert winset("model", fisheries, changed, "--note", "half weighs less").exit_code == 0
    kept = json.loads(winset("model", fisheries, "--json").stdout)["models"]
    assert [(one["name"], one["version"]) for one in kept] == [
        ("moves", 1),
        ("settlement", 1),
        ("settlement", 2),
    ]
    assert "half weighs less" in winset("model", fisheries).stdout
    found = json.loads(winset("settle", fisheries, "--as-of", "2003-05-01", "--json").stdout)
    cheapest = found["openings"][0]
    told = {key: cheapest[key] for key in ("lines", "weight", "opened")}
    assert told == {"lines": ["half-at-least"], "weight": 1, "opened": 2}


def test_an_unknown_model_of_a_case_is_answered_with_the_nearest(
    winset: Winset, fisheries: Path
) -> None:
    result = winset("settle", fisheries, "--model", "setlement")
    assert result.exit_code == 2
    assert "did you mean 'settlement'?" in result.stderr


@pytest.mark.parametrize("day", ["2003", "yesterday", "2003-02-30"])
def test_a_day_that_is_none_is_misuse(winset: Winset, day: str) -> None:
    result = winset("settle", MODEL, "--as-of", day)
    assert result.exit_code == 2
    assert "expected YYYY-MM-DD" in result.stderr


@pytest.mark.parametrize("command", ["settle", "stability"])
def test_known_by_takes_a_day_and_a_case(winset: Winset, fisheries: Path, command: str) -> None:
    said = winset(command, fisheries, "--known-by", "2003-05-01", "--json")
    assert "Known by 2003-05-01" in said.stdout
    assert winset(command, fisheries, "--known-by", "soon").exit_code == 2
    refused = winset(command, MODEL, "--known-by", "2003-05-01")
    assert refused.exit_code == 2
    assert "give the case" in refused.stderr
