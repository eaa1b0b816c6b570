from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Winset
from tests.workbench.made_up import FISHERIES, NOTE


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The made-up case as the only one that ships; the current folder is empty."""
    monkeypatch.setattr("winset.workbench.demo.shipped_cases", lambda: {"fisheries": FISHERIES})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_demo_builds_a_case_and_its_report_and_says_where_to_look(
    winset: Winset, shipped: Path
) -> None:
    result = winset("demo")
    assert result.exit_code == 0
    assert sorted(path.name for path in shipped.iterdir()) == ["fisheries.html", "fisheries.winset"]
    assert "Where to look next" in result.stdout
    assert "fisheries.html" in result.stdout
    assert winset("timeline", shipped / "fisheries.winset").exit_code == 0


def test_the_demo_says_the_same_in_json(winset: Winset, shipped: Path) -> None:
    shape = json.loads(winset("demo", "fisheries", "--json").stdout)
    assert Path(shape["report"]).name == "fisheries.html"
    assert shape["answer"]
    assert all(isinstance(sentence, str) for sentence in shape["answer"])


def test_a_second_demo_replaces_the_first_with_the_same_page(winset: Winset, shipped: Path) -> None:
    winset("demo")
    first = (shipped / "fisheries.html").read_bytes()
    assert winset("demo").exit_code == 0
    assert (shipped / "fisheries.html").read_bytes() == first


def test_a_file_of_another_is_kept_unless_forced(winset: Winset, shipped: Path) -> None:
    page = shipped / "fisheries.html"
    page.write_text("mine")
    result = winset("demo")
    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert page.read_text() == "mine"
    assert not (shipped / "fisheries.winset").exists()
    assert winset("demo", "--force").exit_code == 0
    assert page.read_text() != "mine"


def test_a_demo_case_somebody_worked_in_is_kept(winset: Winset, shipped: Path) -> None:
    winset("demo")
    case = shipped / "fisheries.winset"
    assert winset("model", case, FISHERIES / "moves.toml", "--name", "mine").exit_code == 0
    assert winset("demo").exit_code == 2
    assert "mine" in winset("model", case).stdout


@pytest.mark.parametrize("kind", ["folder", "text", "torn"])
def test_something_else_under_the_name_of_the_case_is_kept(
    winset: Winset, shipped: Path, kind: str
) -> None:
    case = shipped / "fisheries.winset"
    if kind == "folder":
        case.mkdir()
    else:
        case.write_bytes(NOTE.read_bytes() if kind == "text" else b"SQLite format 3\0" + bytes(99))
    assert winset("demo").exit_code == 2
    assert case.exists()


def test_an_unknown_demo_is_answered_with_the_nearest(winset: Winset, shipped: Path) -> None:
    result = winset("demo", "fishery")
    assert result.exit_code == 2
    assert "did you mean 'fisheries'?" in result.stderr


def test_a_copy_without_cases_says_so(
    winset: Winset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("winset.workbench.demo.shipped_cases", dict)
    result = winset("demo")
    assert result.exit_code == 1
    assert "no worked case" in result.stderr


def test_what_ships_is_found_in_this_checkout() -> None:
    from winset.workbench.demo import shipped_cases

    assert all((folder / "case.toml").is_file() for folder in shipped_cases().values())
