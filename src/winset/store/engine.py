"""The connection to a case: SQLite set up so that what is committed stays, and errors in words.

Everything above speaks to a SQLAlchemy engine only; another database is another function here.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from winset.errors import WinsetError

logging.getLogger("sqlalchemy").addHandler(logging.NullHandler())
"""What goes wrong is raised and said in words; the library would print it, too."""
WAIT = 5
"""Seconds to wait for another program that is changing the case."""

_SETUP = (
    "PRAGMA journal_mode = WAL",
    # FULL, since with NORMAL a power cut can take back a change already reported as made.
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)

_SETUP_FIXED = ("PRAGMA query_only = ON",)


def sqlite_engine(path: Path) -> Engine:
    """An engine for the case file at `path`."""
    # Not as a text: a file name may hold the marks of a URL.
    return _set_up(URL.create("sqlite+pysqlite", database=str(path.absolute())), _SETUP)


def fixed_engine(path: Path) -> Engine:
    """An engine that only reads the case file at `path`, also where nothing can be written."""
    options = {"mode": "ro", "uri": "true"}
    log, index = (path.with_name(path.name + end) for end in ("-wal", "-shm"))
    if not index.exists() and not (log.exists() and log.stat().st_size):
        # Nobody has the case open, and the file is all of it. SQLite would otherwise want to
        # write an index of its log.
        options["immutable"] = "1"
    url = URL.create("sqlite+pysqlite", database=path.absolute().as_uri(), query=options)
    return _set_up(url, _SETUP_FIXED)


def _set_up(url: URL, pragmas: tuple[str, ...]) -> Engine:
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": WAIT})

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _: Any) -> None:
        # Transactions are begun below; the driver would begin them too late to be exclusive.
        connection.isolation_level = None
        for statement in pragmas:
            connection.execute(statement)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        changing = connection.get_execution_options().get("changing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if changing else "BEGIN")

    @event.listens_for(engine, "handle_error")
    def keep(context: ExceptionContext) -> None:
        # Ctrl-C comes between two calls of the driver, so the connection is as good as before;
        # were it given up, what the transaction holds already would be lost.
        if isinstance(context.original_exception, KeyboardInterrupt):
            context.is_disconnect = False

    return engine


@contextmanager
def reading(engine: Engine, name: str) -> Iterator[Connection]:
    """A transaction that sees the case as it is now, whatever others change meanwhile."""
    with in_words(name), engine.connect() as connection:
        yield connection


@contextmanager
def changing(engine: Engine, name: str) -> Iterator[Connection]:
    """A transaction that keeps other writers out; all of it is committed, or nothing."""
    with in_words(name), engine.connect() as plain:
        connection = plain.execution_options(changing=True)
        with connection.begin():
            yield connection


@contextmanager
def in_words(name: str) -> Iterator[None]:
    """Say in words what goes wrong in the database."""
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as error:
        raise WinsetError(explain(error, name)) from error


def explain(error: Exception, name: str) -> str:
    """What a database error means for the person at the case."""
    said = str(getattr(error, "orig", None) or error)
    for sign, meaning in _MEANINGS:
        if sign in said:
            return f"{name}: {meaning}"
    return f"{name}: the case could not be read or changed ({said})"


_MEANINGS = (
    (
        "locked",
        f"another program is changing the case and did not finish within {WAIT} seconds; "
        "nothing was changed: close the other program or try again",
    ),
    ("readonly", "the case cannot be changed: the file or its folder is read-only"),
    ("full", "the disk is full; nothing was changed: make room and try again"),
    (
        "malformed",
        "the file is damaged; restore a copy, or save what can be saved with `sqlite3 .recover`",
    ),
    ("not a database", "the file is damaged or not a case; restore a copy"),
    ("disk I/O", "the disk reported an error; check it, and restore a copy if need be"),
    ("unable to open", "the file cannot be opened; check that its folder can be written to"),
)
