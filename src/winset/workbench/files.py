"""Files as an analyst hands them over: read with a plain reason for refusal, written whole."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from winset.errors import Misuse
from winset.store.drafts import draft_folder_prefix, sweep

LARGEST = 256 * 2**20
"""Bytes; a larger file is refused before it is read."""
_SQLITE = b"SQLite format 3\0"


def is_case_file(path: Path) -> bool:
    """Whether the file begins as every case file does."""
    return path.is_file() and _head(path) == _SQLITE


def read_file(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of a file; raises Misuse with the reason when there are none to read."""
    if path.is_dir():
        raise Misuse(f"{path} is a folder; expected a file")
    if not path.exists():
        raise Misuse(f"{path} does not exist; check the spelling and the folder you are in")
    if not path.is_file():
        raise Misuse(f"{path} is not an ordinary file")
    size = path.stat().st_size
    if size > largest:
        raise Misuse(f"{path} is too large: {_megabytes(size)}, the limit is {_megabytes(largest)}")
    return path.read_bytes()


def require_name(path: Path) -> Path:
    """The path again; raises Misuse when its name is not text that every machine can read."""
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        raise Misuse(f"{path} is no name for a case: its bytes are not UTF-8; rename it") from None
    return path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that at every moment either the old or the new one is there, whole."""
    with beside(path) as draft:
        draft.write_bytes(data)


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A new path next to `path`; what stands there at the end takes the place of `path`."""
    if not path.parent.is_dir():
        raise Misuse(f"the folder {path.parent} does not exist; make it first")
    if path.is_dir():
        raise Misuse(f"{path} is a folder; expected the name of a file")
    sweep(path)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=draft_folder_prefix()) as folder:
        draft = Path(folder) / path.name
        yield draft
        _settle_on_disk(draft)
        os.replace(draft, path)
    with suppress(OSError):  # some file systems cannot sync a folder
        _settle_on_disk(path.parent)


def _settle_on_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(_SQLITE))


def _megabytes(size: int) -> str:
    return f"{size / 2**20:,.0f} MB"
