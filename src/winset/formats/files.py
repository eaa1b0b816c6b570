"""Files inside one folder: read with limits and never outside it, written whole or not at all."""

from __future__ import annotations

import os
import shutil
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from winset.errors import Faulty, Misuse, WinsetError
from winset.problems import Problem, nearest_name

MEGABYTE = 1024 * 1024
LONGEST_TOML = 8 * MEGABYTE
LONGEST_FILE = 32 * MEGABYTE
LONGEST_ORIGINAL = 256 * MEGABYTE
LONGEST_NAME = 200
"""Characters of a path inside the folder."""


class FileFault(Exception):
    """Why one file cannot be used, as a value for the caller's list of problems."""

    def __init__(self, message: str, expected: str = "", nearest: str = "") -> None:
        self.message, self.expected, self.nearest = message, expected, nearest
        super().__init__(message)


def read_inside(root: Path, name: str, limit: int = LONGEST_FILE) -> bytes:
    """The bytes of a file in a folder; raises FileFault, above all for places outside it."""
    path = _inside(root, name)
    if not path.is_file():
        what = "is not a file" if path.exists() else "does not exist"
        raise FileFault(
            f"{name[:80]!r} {what}", "a file in the case's folder", _similar(path, name)
        )
    size = path.stat().st_size
    if size > limit:
        raise FileFault(f"{name!r} has {size:,} bytes", f"at most {limit:,} bytes")
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileFault(f"{name!r} cannot be read ({error.strerror})") from error


def read_text_inside(root: Path, name: str, limit: int = LONGEST_FILE) -> str:
    """The text of a UTF-8 file in a folder, its line ends untouched; raises FileFault."""
    return decode(read_inside(root, name, limit), name)


def decode(data: bytes, name: str) -> str:
    """UTF-8 bytes as text; raises FileFault with the place of the first that is not."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise FileFault(
            f"{name!r} is not UTF-8 text (line {line})", "text saved as UTF-8"
        ) from None


def read_toml_inside(root: Path, name: str) -> dict[str, Any]:
    """The table in a TOML file of a folder; raises FileFault with the parser's line and column."""
    text = read_text_inside(root, name, LONGEST_TOML).removeprefix("\ufeff")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FileFault(f"is not TOML: {error}") from None
    except RecursionError:
        raise FileFault("is nested too deeply", "lists and tables a few levels deep") from None


def write_new_folder(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a folder beside its place and move it there, so that it is whole or not there."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        for name, data in files:
            target = beside / name
            target.parent.mkdir(parents=True, exist_ok=True)
            _write(target, data)
        if path.is_dir():  # an empty one: refused before otherwise
            path.rmdir()
        beside.rename(path)
        _sync(path.parent)
    except OSError as error:
        raise WinsetError(f"{path}: the folder cannot be written ({error.strerror})") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def replace_files(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files into a folder, each beside its place and then moved there; others stay."""
    for name, data in files:
        target = path / name
        beside = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            _write(beside, data)
            beside.replace(target)
            _sync(target.parent)
        except OSError as error:
            raise WinsetError(f"{target}: cannot be written ({error.strerror})") from error
        finally:
            beside.unlink(missing_ok=True)


def require_folder(path: Path) -> None:
    """Refuse a path that is no folder."""
    if not os.path.exists(path):  # unlike Path.exists, false also for an impossible name
        raise Misuse(f"{str(path)[:200]} does not exist; expected a folder with a case.toml")
    if not path.is_dir():
        raise Misuse(f"{path} is not a folder; expected one with a case.toml")


def problem(fault: FileFault, file: str, key: str = "") -> Problem:
    """A fault of a file as a problem at its place."""
    return Problem(fault.message, file, key, 0, fault.expected, fault.nearest)


def faulty(fault: FileFault, file: str) -> Faulty:
    """A fault of a file without which nothing else can be read."""
    return Faulty((problem(fault, file),))


def _inside(root: Path, name: str) -> Path:
    if len(name) > LONGEST_NAME:
        raise FileFault("the name is too long", f"at most {LONGEST_NAME} characters")
    outside = FileFault(f"{name[:80]!r} leads out of the folder", "a path inside the case's folder")
    if not name or "\x00" in name or Path(name).is_absolute() or ".." in Path(name).parts:
        raise outside
    try:
        path = (root / name).resolve()
    except (OSError, RuntimeError):
        raise outside from None
    if not path.is_relative_to(root.resolve()):
        raise outside
    return path


def _similar(path: Path, name: str) -> str:
    if not path.parent.is_dir():
        return ""
    near = nearest_name(path.name, sorted(file.name for file in path.parent.iterdir()))
    return str(Path(name).with_name(near)) if near else ""


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
