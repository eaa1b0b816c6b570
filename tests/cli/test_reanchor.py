from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Winset
from tests.workbench.made_up import NOTE


def test_entries_follow_a_corrected_text(winset: Winset, fisheries: Path, tmp_path: Path) -> None:
    corrected = tmp_path / "corrected.txt"
    text = "Corrected.\n" + NOTE.read_text().replace("not a boat more", "no boat more")
    corrected.write_text(text.replace("The second round ended on 1 May 2003 without a text.", ""))
    assert winset("add", fisheries, corrected, "--date", "2003-05-03").exit_code == 0
    moved = json.loads(winset("reanchor", fisheries, "n1", "d002", "--json").stdout)
    assert moved["entries"] == ["s1", "s3"]
    kinds = {one["passage"]["exact"]: one["kind"] for one in moved["passages"]}
    assert kinds["Borduria offers a third, and not a boat more."] == "near"
    assert kinds["The second round ended on 1 May 2003 without a text."] == "orphan"
    shape = json.loads(winset("statements", fisheries, "--json").stdout)["statements"]
    grounds = {one["id"]: one["because"][0] for one in shape}
    assert grounds["s1"].startswith("d002:")
    assert grounds["s2"].startswith("n1:")
    said = winset("reanchor", fisheries, "n1", "d002", "--near").stdout
    assert "orphan: n1:" in said
    winset("undo", fisheries)
    winset("undo", fisheries)
    shape = json.loads(winset("statements", fisheries, "--json").stdout)["statements"]
    assert all(one["because"][0].startswith("n1:") for one in shape)


def test_texts_that_cannot_be_meant(winset: Winset, fisheries: Path) -> None:
    assert winset("reanchor", fisheries, "n1", "n1").exit_code == 2
    assert winset("reanchor", fisheries, "n1", "s1").exit_code == 2
    assert "no entry 'nothing'" in winset("reanchor", fisheries, "n1", "nothing").stderr
