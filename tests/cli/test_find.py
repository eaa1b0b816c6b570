from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Winset
from tests.workbench.made_up import NOTE


def test_words_are_found_with_their_place(winset: Winset, fisheries: Path) -> None:
    shape = json.loads(winset("find", fisheries, "patrols", "later", "--json").stdout)
    (hit,) = shape["documents"]
    assert hit["document"] == "n1"
    assert NOTE.read_text()[hit["start"] : hit["end"]].lower() == "patrols"
    said = " ".join(winset("find", fisheries, "Patrols first").stdout.split())
    assert "n1: Notes from the harbour, 2003-05-02" in said
    assert "[Patrols first]" in said
    assert winset("find", fisheries, "first patrols").stdout.startswith("No document holds")


def test_what_holds_no_word_is_misuse(winset: Winset, fisheries: Path) -> None:
    result = winset("find", fisheries, "?!")
    assert result.exit_code == 2
    assert "holds no word to look for" in result.stderr


def test_a_case_folder_is_told_how_to_be_searched(winset: Winset, tmp_path: Path) -> None:
    result = winset("find", tmp_path, "fish")
    assert result.exit_code == 2
    assert "winset import" in result.stderr
