"""Every example in the documents runs and shows what it says it shows.

A `python` block is run (one with prompts is held to its output, as a doctest); a `console` block
is held to the output of every `$ winset …` line in it. A file `name` is written first from a
block whose info string is `toml name` or `text name`. The blocks of one document share a folder
and names. `just golden` writes the output of console blocks anew.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from winset.cli.app import program

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(\w+)(?: +(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def documents() -> Iterator[Path]:
    yield ROOT / "README.md"
    yield from sorted((ROOT / "docs").rglob("*.md"))


def with_examples() -> list[Path]:
    kinds = ("python", "console")
    return [
        path
        for path in documents()
        if any(kind in kinds for kind, _, _ in BLOCK.findall(path.read_text("utf-8")))
    ]


@pytest.mark.parametrize("path", with_examples(), ids=lambda path: str(path.relative_to(ROOT)))
def test_golden_examples_run(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    shutil.copytree(ROOT / "cases", tmp_path / "cases")
    names: dict[str, Any] = {}
    text = path.read_text("utf-8")
    for kind, file, block in BLOCK.findall(text):
        if file and kind in ("toml", "text"):
            (tmp_path / file).parent.mkdir(exist_ok=True)
            (tmp_path / file).write_text(block, "utf-8")
        elif kind == "python":
            run_python(block, names, path)
        elif kind == "console":
            text = text.replace(block, run_console(block))
    if os.environ.get("WINSET_GOLDEN"):
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")


def run_python(text: str, names: dict[str, Any], path: Path) -> None:
    if ">>>" not in text:
        exec(compile(text, str(path), "exec"), names)
        return
    test = doctest.DocTestParser().get_doctest(text, names, path.name, str(path), 0)
    report: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(
        test, out=report.append, clear_globs=False
    )
    names.update(test.globs)
    assert not report, "".join(report)


def run_console(text: str) -> str:
    """The block as it would be with what its `$ winset …` lines print now."""
    shown = []
    for session in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, before = session.partition("\n")
        name, *arguments = shlex.split(command)
        if name == "winset":
            before = CliRunner().invoke(program, arguments).output
        shown.append("\n".join([f"$ {command}", *map(str.rstrip, before.strip().splitlines())]))
    return "\n".join(shown) + "\n"
