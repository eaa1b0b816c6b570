"""Whatever is handed over, a command ends in one clear message and an exit code."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Winset
from tests.workbench.made_up import MODEL, MOVES
from winset.cli.show_settlement import show_settlement
from winset.workbench.analysis import find_settlement

LARGE = 10_000_000


def _folder(path: Path) -> None:
    path.mkdir()


FILES: dict[str, Callable[[Path], object]] = {
    "missing": lambda path: None,
    "folder": _folder,
    "empty": lambda path: path.write_bytes(b""),
    "blank": lambda path: path.write_text(" \n"),
    "binary": lambda path: path.write_bytes(bytes(range(256)) * 50),
    "large": lambda path: path.write_text('title = "' + "x" * LARGE + '"\n'),
    "large lists": lambda path: path.write_text("a = [" + "1," * (LARGE // 2) + "]\n"),
    "nested lists": lambda path: path.write_text("a = " + "[" * 10**5 + "]" * 10**5),
    "nested parentheses": lambda path: path.write_text(
        "[parties.a]\n[issues.x]\nby='a'\n[preferences.a]\norder=['"
        + "(" * 10**5
        + "x"
        + ")" * 10**5
        + "']\n"
    ),
    "not TOML": lambda path: path.write_text("<html><body>Not here</body></html>"),
    "wrong types": lambda path: path.write_text("parties = 3\nissues = ['a']\ndate = 'soon'\n"),
    "no issues": lambda path: path.write_text("[parties.a]\n[parties.b]\n"),
    "no parties": lambda path: path.write_text("[issues.a]\n"),
    "torn case": lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(200)),
    "null bytes": lambda path: path.write_bytes(b"title = 'a\0b'\n"),
}


@pytest.mark.parametrize("command", ["check", "settle", "stability", "timeline", "add", "report"])
@pytest.mark.parametrize("kind", FILES)
def test_no_input_crashes_a_command(
    winset: Winset, tmp_path: Path, command: str, kind: str
) -> None:
    path = tmp_path / "input.toml"
    FILES[kind](path)
    more: dict[str, list[object]] = {
        "add": [tmp_path / "a.txt"],
        "report": ["-o", tmp_path / "a.html"],
    }
    result = winset(command, path, *more.get(command, []))
    assert "fault of its own" not in result.output
    assert len(result.output) < 3000
    assert result.exit_code != 0 or (command, kind) == ("check", "no issues") or not result.stderr


@pytest.mark.parametrize("kind", FILES)
def test_a_case_folder_may_hold_anything(winset: Winset, tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "case"
    folder.mkdir()
    FILES[kind](folder / "case.toml")
    result = winset("import", tmp_path / "a.winset", folder)
    assert "fault of its own" not in result.output
    assert len(result.output) < 3000


@pytest.mark.parametrize(
    "arguments",
    [
        ["settle", "--limit", "-1"],
        ["settle", "--limit", "0"],
        ["settle", "--limit", "many"],
        ["settle", "--as-of", "9" * 10_000],
        ["stability", "--limit", "0"],
        ["stability", "--concept", ""],
        ["stability", "--model", "\x1b[31m"],
    ],
)
def test_senseless_options_are_misuse(winset: Winset, arguments: list[str]) -> None:
    result = winset(arguments[0], MOVES, *arguments[1:])
    assert result.exit_code == 2
    assert "\x1b" not in result.output
    assert len(result.output) < 1000


def test_a_count_of_any_length_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    answer = find_settlement(MODEL)
    wide = replace(answer, found=replace(answer.found, packages=2**15_000))
    show_settlement(wide, as_json=True)
    packages = json.loads(capsys.readouterr().out, parse_int=str)["packages"]
    assert (len(packages), packages[:3]) == (4516, "281")
    show_settlement(wide, as_json=False)
    assert "≈ 2.82 × 10^4515" in " ".join(capsys.readouterr().out.split())


def test_a_number_too_long_to_read_is_a_fault(winset: Winset, tmp_path: Path) -> None:
    path = tmp_path / "long.toml"
    path.write_text("title = " + "9" * 10**5 + "\n")
    result = winset("check", path)
    assert result.exit_code == 3
    assert len(result.output) < 1000


def test_a_file_whose_name_is_no_text_is_added(
    winset: Winset, fisheries: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    for name in (b"\xff\xfe pier.txt", b"two\nlines.txt"):
        path = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
        path.write_text(f"A text that has {len(name)} bytes in its name, and ends with a stop.")
    assert winset("add", fisheries, folder, "--date", "2004").exit_code == 0
    shape = json.loads(winset("documents", fisheries, "--json").stdout)
    titles = {one["title"] for one in shape["documents"]}
    assert titles >= {"?? pier", "two lines"}
