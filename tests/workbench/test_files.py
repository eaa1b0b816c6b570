from __future__ import annotations

import os
from pathlib import Path

import pytest

from winset.errors import Misuse
from winset.workbench.files import beside, is_case_file, read_file, write_whole


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe"])
def test_what_is_no_file_is_refused_with_the_reason(tmp_path: Path, kind: str) -> None:
    path = tmp_path / kind
    if kind == "folder":
        path.mkdir()
    if kind == "pipe":
        os.mkfifo(path)
    with pytest.raises(Misuse, match=kind if kind != "missing" else "does not exist"):
        read_file(path)
    assert not is_case_file(path)


def test_a_file_is_refused_by_its_size_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert read_file(path, largest=5) == b"12345"
    with pytest.raises(Misuse, match="too large"):
        read_file(path, largest=4)


def test_a_failure_while_writing_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    write_whole(path, b"old")
    with pytest.raises(RuntimeError):
        _fail_half_way(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_takes_no_folder_s_place(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="folder"):
        write_whole(tmp_path, b"")


def _fail_half_way(path: Path) -> None:
    with beside(path) as draft:
        draft.write_bytes(b"half of the new")
        raise RuntimeError
