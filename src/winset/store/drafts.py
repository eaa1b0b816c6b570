"""Files that are written beside their place and then moved there, and what a kill leaves of them.

A draft's name tells which process made it, so that one whose process is gone can be removed.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

QUIET = 60
"""Seconds a draft must have lain untouched: its process may run on another machine."""

FOLDER_PREFIX = ".winset-"


def draft_of(path: Path) -> Path:
    """Where this process writes what is to become `path`."""
    return path.with_name(f".{path.name}.{os.getpid()}")


def draft_folder_prefix() -> str:
    """How the names of temporary folders begin that this process makes."""
    return f"{FOLDER_PREFIX}{os.getpid()}-"


def sweep(path: Path) -> tuple[Path, ...]:
    """Remove drafts of `path` that a killed process left beside it; returns what was removed.

    Nothing is removed that is not clearly such a draft: its name, its owner, a process that is
    gone, and a minute without change must all say so.
    """
    removed = tuple(one for one, maker in _drafts(path) if _is_left_over(one, maker))
    for one in removed:
        if one.is_dir() and not one.is_symlink():
            shutil.rmtree(one, ignore_errors=True)
        else:
            with suppress(OSError):
                one.unlink()
    return removed


def _drafts(path: Path) -> Iterator[tuple[Path, int]]:
    with suppress(OSError), os.scandir(path.parent) as entries:
        for entry in entries:
            maker = _maker(entry.name, path.name) if entry.name.startswith(".") else None
            if maker is not None:
                yield path.with_name(entry.name), maker


def _maker(name: str, target: str) -> int | None:
    """The number of the process that made a draft of `target`; None for any other name."""
    own = rf"\.{re.escape(target)}(?:\.before-\w{{1,12}}-to-\w{{1,12}})?"
    found = re.fullmatch(rf"{own}\.(\d{{1,9}})(?:-wal|-shm|-journal)?", name)
    found = found or re.fullmatch(rf"{re.escape(FOLDER_PREFIX)}(\d{{1,9}})-\w+", name)
    return int(found[1]) if found else None


def _is_left_over(draft: Path, maker: int) -> bool:
    try:
        status = draft.lstat()
    except OSError:
        return False
    mine = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    return mine and time.time() - status.st_mtime > QUIET and not _lives(maker)


def _lives(process: int) -> bool:
    if process == os.getpid() or os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
