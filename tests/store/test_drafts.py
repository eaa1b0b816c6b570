"""What a kill leaves beside a case is removed at the next start, and nothing else ever is."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from winset.store import create, drafts, open_case
from winset.workbench.files import write_whole


@pytest.fixture
def gone() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def old(path: Path, folder: bool = False) -> Path:
    """A file, or a folder with a file in it, that nobody has touched for an hour."""
    if folder:
        path.mkdir()
        (path / "draft").write_text("half")
    else:
        path.write_text("half")
    hour_ago = time.time() - 3600
    os.utime(path, (hour_ago, hour_ago))
    return path


def left(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def test_drafts_of_a_killed_process_are_removed(path: Path, gone: int) -> None:
    old(path.with_name(f".cod.winset.{gone}"))
    old(path.with_name(f".cod.winset.{gone}-wal"))
    old(path.with_name(f".cod.winset.before-0001-to-0002.{gone}"))
    old(path.with_name(f".winset-{gone}-ab12cd"), folder=True)
    create(path).close()
    assert left(path.parent) == {"cod.winset"}


def test_opening_and_writing_a_page_sweep_too(path: Path, gone: int) -> None:
    create(path).close()
    old(path.with_name(f".cod.winset.{gone}"))
    open_case(path).close()
    assert left(path.parent) == {"cod.winset"}
    old(path.with_name(f".winset-{gone}-x"), folder=True)
    write_whole(path.with_name("page.html"), b"page")
    assert left(path.parent) == {"cod.winset", "page.html"}


def test_whatever_is_not_clearly_a_draft_left_over_stays(path: Path, gone: int) -> None:
    kept = [
        old(path.with_name(f".cod.winset.{os.getpid()}")),  # our own
        old(path.with_name(f".cod.winset.{os.getppid()}")),  # of a process that lives
        old(path.with_name(f".herring.winset.{gone}")),  # of another case
        old(path.with_name(f"cod.winset.{gone}")),  # not hidden
        old(path.with_name(".cod.winset.notes")),
        old(path.with_name(".winset-notes"), folder=True),
        old(path.with_name(f".cod.winset.{gone}.bak")),
    ]
    fresh = path.with_name(f".winset-{gone}-fresh")
    fresh.mkdir()
    drafts.sweep(path)
    assert left(path.parent) == {file.name for file in (*kept, fresh)}


def test_a_link_to_elsewhere_is_removed_and_not_followed(path: Path, gone: int) -> None:
    elsewhere = old(path.with_name("elsewhere"), folder=True)
    link = path.with_name(f".winset-{gone}-link")
    link.symlink_to(elsewhere)
    os.utime(link, (0, 0), follow_symlinks=False)
    assert drafts.sweep(path) == (link,)
    assert left(elsewhere) == {"draft"}


def test_the_folder_of_a_case_need_not_be_there(tmp_path: Path) -> None:
    assert drafts.sweep(tmp_path / "nowhere" / "x.winset") == ()
