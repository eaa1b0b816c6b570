from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Winset
from tests.workbench.made_up import FISHERIES

LISTS = {
    "actors": ["aland", "borduria"],
    "statements": ["s1", "s2", "s3"],
    "events": ["e2", "e1"],
    "timeline": ["e1", "a2", "e2"],
    "undertakings": ["u1"],
    "forecasts": ["f1", "f2"],
    "differences": ["d1"],
}


@pytest.mark.parametrize("kind", LISTS)
def test_lists_come_in_the_order_an_analyst_reads(
    winset: Winset, fisheries: Path, kind: str
) -> None:
    shape = json.loads(winset(kind, fisheries, "--json").stdout)
    assert [entry["id"] for entry in shape[kind]] == LISTS[kind]


@pytest.mark.parametrize("kind", LISTS)
def test_a_case_folder_is_listed_as_a_case_file_is(
    winset: Winset, fisheries: Path, kind: str
) -> None:
    assert winset(kind, FISHERIES, "--json").stdout == winset(kind, fisheries, "--json").stdout


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("actors", ["Borduria", "Bianca Castro, minister"]),
        ("statements", ["for quota = half: No less than half.", "against quota = most"]),
        ("events", ["Second round", "Aland, Borduria"]),
        ("timeline", ["Exchange of letters"]),
        ("undertakings", ["Joint patrols", "2003: missed", "never begun"]),
        ("forecasts", ["More rounds", "no, 2003-08", "always 0.5", "Rule:"]),
        ("differences", ["Aland: Borduria did", "Borduria: Aland did"]),
    ],
)
def test_tables_say_all_of_it(winset: Winset, fisheries: Path, kind: str, words: list[str]) -> None:
    text = " ".join(winset(kind, fisheries, columns=400).stdout.split())
    for word in words:
        assert word in text


def test_an_undertaking_of_nobody_known_is_told_by_its_words(
    winset: Winset, fisheries: Path, tmp_path: Path
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Sudmark agreed to count the stock by 1 June 2003.", encoding="utf-8")
    assert winset("add", fisheries, note, "--date", "2003-05-01").exit_code == 0
    assert winset("suggest", fisheries).exit_code == 0
    text = " ".join(winset("undertakings", fisheries, "--suggested", columns=400).stdout.split())
    assert "2003-05-01 count the stock by 1 June 2003" in text


def test_forecasts_are_scored_exactly_beside_baselines(winset: Winset, fisheries: Path) -> None:
    scores = json.loads(winset("forecasts", fisheries, "--json").stdout)["scores"]
    # 0.8 of what did not come, 0.9 of what did: (0.64 + 0.01) / 2.
    assert scores["scores"] == {"f1": 0.64, "f2": 0.01}
    assert scores["mean"] == 0.325
    assert scores["baselines"][0] == {"name": "always 0.5", "probability": 0.5, "mean": 0.25}
    assert scores["rule"]


def test_positions_on_a_day_use_nothing_said_later(winset: Winset, fisheries: Path) -> None:
    def held(*options: str) -> dict[str, list[str]]:
        shape = json.loads(winset("positions", fisheries, "--json", *options).stdout)
        return {
            cell["option"]: [one["statement"] for one in cell["for"] + cell["against"]]
            for cell in shape["positions"]
        }

    assert held("--as-of", "2000-12-31") == {}
    assert held("--as-of", "2001-06-01") == {"third": ["s2"], "half": ["s1"]}
    assert held("--as-of", "2003-05-01") == {"third": ["s2"], "most": ["s3"]}
    assert held("--as-of", "2005-01-01") == {"most": ["s3"]}
    assert held() == {"half": ["s1"], "third": ["s2"], "most": ["s3"]}


def test_positions_are_a_grid_with_its_rule(winset: Winset, fisheries: Path) -> None:
    text = winset("positions", fisheries, "--as-of", "2003-05-01").stdout
    assert "Borduria [s2]" in text
    assert "Rule:" in text


def test_an_empty_list_says_so(winset: Winset, tmp_path: Path) -> None:
    case = tmp_path / "talks.winset"
    winset("new", case)
    for kind in (*LISTS, "positions"):
        result = winset(kind, case)
        assert result.exit_code == 0
        assert result.stdout.startswith("No ")


def test_a_title_cut_from_the_text_is_not_told_beside_it(
    winset: Winset, fisheries: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    winset("enter", fisheries, "event", "e9", "title=The cutters of …", "kind=incident",
           "date=2004-01-02/2004-01-09",
           "text=The cutters of\nboth fleets stayed put.")  # fmt: skip
    winset("enter", fisheries, "event", "e8", "title=A storm", "date=2004-03-01", "kind=incident",
           "text=Two piers fell.")  # fmt: skip
    said = winset("timeline", fisheries).stdout
    assert said.count("The cutters of") == said.count("both fleets stayed put.") == 1
    assert "A storm. Two piers fell." in said
    lines = [line for line in said.splitlines() if line.startswith(("2004-01-02/", "2004-01-09"))]
    assert [line[:11].strip() for line in lines] == ["2004-01-02/", "2004-01-09"]
