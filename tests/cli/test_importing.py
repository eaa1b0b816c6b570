"""Scenarios of other tools on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Winset
from winset.model import read_model

GENIUS = Path(__file__).parents[1] / "formats" / "genius"
FISHERY = [GENIUS / name for name in ("fishery.xml", "north.xml", "south.xml")]


def test_a_scenario_is_printed_as_a_model_that_reads_back(winset: Winset) -> None:
    printed = winset("import", *FISHERY)
    assert printed.exit_code == 0
    assert [party.id for party in read_model(printed.stdout).parties] == ["north", "south"]
    assert printed.stdout.startswith("# north.xml: the discount factor is left out")


def test_a_scenario_is_written_and_settled(winset: Winset, tmp_path: Path) -> None:
    target = tmp_path / "fishery.toml"
    written = winset("import", *FISHERY, "-o", target)
    assert written.exit_code == 0
    assert "two parties and three issues" in written.stdout
    found = json.loads(winset("settle", target, "--json").stdout)
    assert found["packages"] == 3 * 2 * 4
    assert found["frontier"]
    again = winset("import", *FISHERY, "-o", target)
    assert again.exit_code == 2
    assert "is there already" in again.stderr


def test_the_notes_go_with_the_json(winset: Winset) -> None:
    found = json.loads(winset("import", *FISHERY, "--json").stdout)
    assert [issue["id"] for issue in found["issues"]] == ["Share_of_catch", "Ports", "Patrols"]
    assert any("discount factor" in note for note in found["notes"])


def test_neither_a_folder_nor_a_scenario_is_asked_wrongly(winset: Winset, tmp_path: Path) -> None:
    assert winset("import", tmp_path / "one.winset").exit_code == 2
    assert winset("import", FISHERY[0], tmp_path, FISHERY[1]).exit_code == 2
    missing = winset("import", tmp_path / "a.xml", tmp_path / "b.xml")
    assert missing.exit_code == 2
    assert "does not exist" in missing.stderr
