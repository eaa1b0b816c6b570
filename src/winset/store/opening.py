"""Making and opening case files, with a message of its own for everything that can be wrong."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Engine

from winset.errors import Misuse, WinsetError
from winset.store import changes, journal
from winset.store.case import Case
from winset.store.drafts import draft_of, sweep
from winset.store.engine import changing, fixed_engine, reading, sqlite_engine
from winset.store.migrate import HEAD, migrate, revision, sync, upgrade

SUFFIX = ".winset"

LOOKED_THROUGH = 16 * 2**20
"""Bytes of a case that is looked through for damage whenever it is opened. That takes longer the
larger it is, as a library is, which is looked through when its faults are asked for."""
LONGEST_NAME = 200
"""Bytes of a file's name; longer ones leave no room for the names of its companions."""
_LONGEST_PATH = 3000
_MAGIC = b"SQLite format 3\x00"


def create(
    path: str | Path,
    title: str = "",
    question: str = "",
    by: str = "analyst",
    clock: journal.Clock = journal.now,
) -> Case:
    """A new case file; raises Misuse when something is at the path already."""
    path = Path(path)
    _refuse_unnameable(path)
    _refuse_occupied(path)
    sweep(path)
    beside = draft_of(path)
    try:
        _make(beside, path.name, {"title": title, "question": question}, by, clock)
        _move_new(beside, path)
    except OSError as error:
        raise WinsetError(f"{path}: the case cannot be written ({error.strerror})") from error
    finally:
        for leftover in (beside, *_companions(beside)):
            with suppress(OSError):
                leftover.unlink()
    return Case(sqlite_engine(path), path, clock)


def open_case(path: str | Path, clock: journal.Clock = journal.now, to_read: bool = False) -> Case:
    """The case in a file, brought to this version's tables with a copy made beside it first.

    With `to_read` a file or a folder that cannot be written to will do; every change is then
    refused.
    """
    path = Path(path)
    _refuse_unnameable(path)
    _refuse_unfit(path)
    fixed = _is_fixed(path)
    if fixed and not to_read:
        raise WinsetError(f"{path}: {_CHANGED_NOT}; make it writable, or work on a copy")
    if not fixed:
        sweep(path)
    engine = fixed_engine(path) if fixed else sqlite_engine(path)
    if path.stat().st_size <= LOOKED_THROUGH:
        _refuse_damaged(engine, path)
    found = revision(engine, path.name)
    if not found:
        raise WinsetError(f"{path}: a SQLite file, but not a Winset case; expected one made by "
                          "`winset new`")  # fmt: skip
    if fixed and found != HEAD:
        raise WinsetError(f"{path}: made by another version of Winset (tables {found}, here "
                          f"{HEAD}), and {_CHANGED_NOT}; open a copy of it")  # fmt: skip
    migrate(engine, path)
    return Case(engine, path, clock)


def look_through(path: Path) -> None:
    """Raise WinsetError where a case file of any size is damaged."""
    _refuse_unfit(path)
    _refuse_damaged(fixed_engine(path) if _is_fixed(path) else sqlite_engine(path), path)


_CHANGED_NOT = "the file or its folder is read-only"


def _is_fixed(path: Path) -> bool:
    """Whether the file cannot be changed where it is."""
    places = (path, path.resolve().parent)
    return not all(os.access(one, os.W_OK) and one.stat().st_mode & _WRITABLE for one in places)


def _make(path: Path, name: str, settings: dict[str, str], by: str, clock: journal.Clock) -> None:
    """Write a whole case at `path` and leave it on the disk without companions."""
    engine = sqlite_engine(path)
    upgrade(engine, name)
    with changing(engine, name) as connection:
        changes.set_values(connection, settings)
        deed = journal.Deed("create", "case", name)
        journal.write_deeds(connection, [deed], by, clock())
    _fold_in(engine)
    sync(path)


def _fold_in(engine: Engine) -> None:
    """Write the log back into the file, so that the one file is the whole case."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        raw.close()
        engine.dispose()


def _move_new(beside: Path, path: Path) -> None:
    """Give a finished file its name, without ever replacing another file."""
    try:
        os.link(beside, path)
    except FileExistsError:
        _refuse_occupied(path)
    except OSError:  # a file system without hard links
        _refuse_occupied(path)
        beside.rename(path)
    sync(path.parent)


def _companions(path: Path) -> tuple[Path, ...]:
    return tuple(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))


def _refuse_unnameable(path: Path) -> None:
    """Refuse names that no file can have, before the system is asked about them."""
    size = len(os.fsencode(path.name))
    if not 0 < size <= LONGEST_NAME or len(str(path)) > _LONGEST_PATH or "\x00" in str(path):
        shown = repr(str(path)[:60])
        raise Misuse(f"{shown} cannot be the name of a case file; expected a name such as "
                     f"talks{SUFFIX}, of at most {LONGEST_NAME} bytes")  # fmt: skip


def _refuse_occupied(path: Path) -> None:
    if path.is_dir():
        raise Misuse(f"{path} is a folder; expected the name of a new file, as talks{SUFFIX}")
    if path.exists() or path.is_symlink():
        raise Misuse(f"{path} exists already; choose another name, or open it")
    if not path.parent.is_dir():
        raise Misuse(f"{path.parent} is not a folder; make it first")


def _refuse_unfit(path: Path) -> None:
    """Refuse what cannot be a case file that can be worked on."""
    if path.is_dir():
        raise Misuse(f"{path} is a folder; expected a case file such as talks{SUFFIX}")
    if not path.exists():
        raise Misuse(f"{path} does not exist{_similar(path)}; make a case with `winset new`")
    if not path.is_file():
        raise Misuse(f"{path} is not a file; expected a case file such as talks{SUFFIX}")
    if not os.access(path, os.R_OK):
        raise WinsetError(f"{path}: the file cannot be read; ask its owner for permission")
    with path.open("rb") as file:
        start = file.read(len(_MAGIC))
    if start != _MAGIC:
        what = "empty" if not start else "not a Winset case (not a SQLite file)"
        raise WinsetError(f"{path}: the file is {what}; expected one made by `winset new`")


_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def _similar(path: Path) -> str:
    with_suffix = path.with_name(path.name + SUFFIX)
    return f" (but {with_suffix} does)" if with_suffix.is_file() else ""


def _refuse_damaged(engine: Engine, path: Path) -> None:
    """Let SQLite look the file through before anything is read from it."""
    with reading(engine, str(path)) as connection:
        found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if found != "ok" or broken:
        raise WinsetError(f"{path}: the file is damaged ({found if found != 'ok' else broken}); "
                          "restore a copy")  # fmt: skip
