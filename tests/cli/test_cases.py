from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Winset
from tests.workbench.made_up import FISHERIES, NOTE
from winset.formats.folder import read_folder
from winset.store import open_case


def test_a_new_case_is_empty_and_never_overwrites(winset: Winset, tmp_path: Path) -> None:
    case = tmp_path / "talks.winset"
    made = winset("new", case, "--title", "The talks", "--question", "Why?", "--json")
    shape = json.loads(made.stdout)
    assert (shape["title"], shape["question"], shape["documents"]) == ("The talks", "Why?", 0)
    before = case.read_bytes()
    again = winset("new", case, "--title", "Other talks")
    assert again.exit_code == 2
    assert "exists already" in again.stderr
    assert case.read_bytes() == before


def test_a_case_in_a_missing_folder_is_misuse(winset: Winset, tmp_path: Path) -> None:
    assert winset("new", tmp_path / "none" / "talks.winset").exit_code == 2


def test_import_and_export_give_the_same_case_back(
    winset: Winset, fisheries: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert winset("export", fisheries, out).exit_code == 0
    assert read_folder(out).record == read_folder(FISHERIES).record
    assert read_folder(out).models == tuple(sorted(read_folder(FISHERIES).models))


def test_an_exported_suggestion_is_still_one(winset: Winset, tmp_path: Path) -> None:
    case, folder = tmp_path / "talks.winset", tmp_path / "out"
    winset("new", case)
    winset("add", case, NOTE, "--date", "2003-05-02")
    winset("suggest", case)
    assert winset("export", case, folder).exit_code == 0
    assert _entries(winset, "statements", folder) == []
    assert len(_entries(winset, "statements", folder, "--suggested")) == 1


def test_the_bytes_of_a_page_come_back_from_an_exported_case(
    winset: Winset, tmp_path: Path
) -> None:
    page = tmp_path / "talks.html"
    page.write_bytes(
        "<html><body><article><h1>Talks</h1><p>They met in Låby and parted again after four "
        "hours, the minister said on Friday.</p></article></body></html>".encode("latin-1")
    )
    case, folder, again = (tmp_path / name for name in ("a.winset", "out", "b.winset"))
    winset("new", case)
    assert winset("add", case, page, "--date", "2003").exit_code == 0
    assert winset("export", case, folder).exit_code == 0
    assert (folder / "originals" / "d001.html").read_bytes() == page.read_bytes()
    assert winset("import", again, folder).exit_code == 0
    with open_case(again) as opened:
        assert opened.original("d001") == page.read_bytes()


def test_export_leaves_a_folder_with_files_alone(
    winset: Winset, fisheries: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "out" / "kept.txt"
    kept.parent.mkdir()
    kept.write_text("mine")
    result = winset("export", fisheries, kept.parent)
    assert result.exit_code == 2
    assert [path.name for path in kept.parent.iterdir()] == ["kept.txt"]


def test_an_import_with_faults_lists_them_and_makes_nothing(winset: Winset, tmp_path: Path) -> None:
    folder, case = tmp_path / "folder", tmp_path / "talks.winset"
    folder.mkdir()
    (folder / "case.toml").write_text('titel = "Talks"\n')
    (folder / "record.toml").write_text(
        '[[events]]\nid = "e1"\ntitle = "Round"\ndate = "soon"\nparticipants = ["nobody"]\n'
    )
    result = winset("import", case, folder)
    assert result.exit_code == 3
    assert "did you mean 'title'?" in result.stderr
    assert "'soon' is not a date" in result.stderr
    assert not case.exists()
    assert not list(tmp_path.glob(".*"))


def test_import_into_a_case_that_is_there_adds_to_it(
    winset: Winset, fisheries: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "case.toml").write_text("")
    (folder / "record.toml").write_text('[[actors]]\nid = "cadia"\nname = "Cadia"\n')
    assert winset("import", fisheries, folder).exit_code == 0
    names = [one["name"] for one in _entries(winset, "actors", fisheries)]
    assert names == ["Aland", "Borduria", "Cadia"]


def test_the_journal_names_who_did_what_and_undo_takes_it_back(
    winset: Winset, fisheries: Path
) -> None:
    result = winset("add", fisheries, FISHERIES / "model.toml", "--date", "2003", "--by", "Jane")
    assert result.exit_code == 0
    newest = json.loads(winset("journal", fisheries, "--limit", 1, "--json").stdout)["journal"]
    assert [(one["by"], one["action"], one["kind"]) for one in newest] == [
        ("Jane", "add", "document")
    ]
    undone = winset("undo", fisheries)
    assert undone.exit_code == 0
    assert undone.stdout == "Taken back: document d002.\n"
    assert "undo document d002" in winset("journal", fisheries, "--limit", 1).stdout
    assert winset("add", fisheries, FISHERIES / "model.toml", "--date", "2003").exit_code == 0


def test_a_large_change_is_one_line_of_the_journal(winset: Winset, fisheries: Path) -> None:
    lines = winset("journal", fisheries).stdout.splitlines()
    assert [line.split()[0] for line in lines[2:] if line[:6].strip()] == ["2", "1"]
    assert "add 3 statements" in " ".join(" ".join(lines).split())


def test_undo_of_a_new_case_says_that_there_is_nothing(winset: Winset, tmp_path: Path) -> None:
    case = tmp_path / "talks.winset"
    winset("new", case)
    result = winset("undo", case)
    assert result.exit_code == 2
    assert "nothing to undo" in result.stderr


def test_suggestions_wait_until_a_person_decides(winset: Winset, tmp_path: Path) -> None:
    case = tmp_path / "talks.winset"
    winset("new", case)
    assert winset("add", case, NOTE, "--date", "2003-05-02").exit_code == 0
    assert "one statement suggested" in winset("suggest", case).stdout
    assert _entries(winset, "statements", case) == []
    (waiting,) = _entries(winset, "statements", case, "--suggested")
    assert waiting["text"] == "Patrols first, ports later,"
    assert waiting["speaker"] == "Bianca Castro"
    shown = " ".join(winset("statements", case, "--suggested").stdout.split())
    assert "suggested" in shown
    assert "rules" in shown

    assert winset("accept", case, waiting["id"]).exit_code == 0
    (accepted,) = _entries(winset, "statements", case)
    assert accepted["because"] == waiting["because"]
    assert [one["name"] for one in _entries(winset, "actors", case)] == ["Bianca Castro"]
    assert "Nothing new suggested" in winset("suggest", case).stdout


def test_a_rejected_suggestion_is_shown_by_all_only_and_not_made_again(
    winset: Winset, tmp_path: Path
) -> None:
    case = tmp_path / "talks.winset"
    winset("new", case)
    winset("add", case, NOTE, "--date", "2003-05-02")
    winset("suggest", case)
    (waiting,) = _entries(winset, "statements", case, "--suggested")
    assert winset("reject", case, waiting["id"]).exit_code == 0
    winset("suggest", case)
    assert _entries(winset, "statements", case, "--suggested") == []
    (rejected,) = _entries(winset, "statements", case, "--all")
    assert rejected["origin"]["status"] == "rejected"


@pytest.mark.parametrize("decision", ["accept", "reject"])
def test_a_decision_on_an_unknown_id_changes_nothing(
    winset: Winset, fisheries: Path, decision: str
) -> None:
    before = winset("journal", fisheries, "--json").stdout
    result = winset(decision, fisheries, "s1", "nobody")
    assert result.exit_code == 2
    assert winset("journal", fisheries, "--json").stdout == before


def test_the_report_is_one_page_and_the_same_every_time(
    winset: Winset, fisheries: Path, tmp_path: Path
) -> None:
    pages = [tmp_path / "one.html", tmp_path / "two.html"]
    for page in pages:
        result = winset("report", fisheries, "-o", page, "--json")
        assert result.exit_code == 0
        assert json.loads(result.stdout)["days"] == ["2001-01-01", "2005-01-01"]
    assert pages[0].read_bytes() == pages[1].read_bytes()
    assert "Fisheries talks" in pages[0].read_text()


def test_the_report_looks_at_the_days_asked_for(
    winset: Winset, fisheries: Path, tmp_path: Path
) -> None:
    days = ("--day", "2006-01-01", "--day", "2003-05-01")
    result = winset("report", fisheries, "-o", tmp_path / "a.html", *days, "--json")
    assert json.loads(result.stdout)["days"] == ["2003-05-01", "2006-01-01"]


def test_a_report_into_a_missing_folder_is_misuse(winset: Winset, fisheries: Path) -> None:
    result = winset("report", fisheries, "-o", fisheries.parent / "none" / "a.html")
    assert result.exit_code == 2
    assert "does not exist" in result.stderr


def test_a_report_never_takes_the_place_of_a_case(winset: Winset, fisheries: Path) -> None:
    before = fisheries.read_bytes()
    result = winset("report", fisheries, "-o", fisheries)
    assert result.exit_code == 2
    assert fisheries.read_bytes() == before


@pytest.mark.parametrize("command", ["new", "import", "timeline", "accept"])
def test_a_case_whose_name_is_not_text_is_refused(
    winset: Winset, fisheries: Path, command: str
) -> None:
    odd = fisheries.with_name("\udcff.winset")
    if command in ("timeline", "accept"):
        fisheries.rename(odd)
    more: dict[str, list[object]] = {"import": [FISHERIES], "accept": ["s1"]}
    result = winset(command, odd, *more.get(command, []))
    assert result.exit_code == 2
    assert "not UTF-8" in result.stderr


@pytest.mark.parametrize("name", ["a?b.winset", "a%20b#c.winset", "交渉 talks.winset", "-.winset"])
def test_a_case_may_have_any_other_name(winset: Winset, tmp_path: Path, name: str) -> None:
    case = tmp_path / name
    assert winset("import", case, FISHERIES).exit_code == 0
    assert case.exists()
    assert "Second round" in winset("timeline", case).stdout


def _entries(winset: Winset, kind: str, case: Path, *options: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(winset(kind, case, "--json", *options).stdout)[kind]
    return entries
