"""Bringing a case file to the tables of this version, with a copy beside it first."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text

from winset.errors import WinsetError
from winset.store.drafts import draft_of
from winset.store.engine import changing, reading

HEAD = "0004"
"""The newest revision in `migrations/versions`; a test holds them together."""

_SCRIPTS = Path(__file__).with_name("migrations")


def revision(engine: Engine, name: str) -> str:
    """The revision of the tables in a file, "" for one without any."""
    with reading(engine, name) as connection:
        if not inspect(connection).has_table("alembic_version"):
            return ""
        found = connection.execute(text("select version_num from alembic_version")).scalar()
        return str(found or "")


def migrate(engine: Engine, path: Path) -> Path | None:
    """Bring the tables to HEAD; the copy made beforehand, None where nothing was to be done."""
    found = revision(engine, path.name)
    if found == HEAD:
        return None
    if found not in known_revisions():
        raise WinsetError(
            f"{path.name}: made by a newer Winset (its tables are at {found}, this Winset knows "
            f"them up to {HEAD}); update Winset to open it"
        )
    copy = back_up(path, found)
    upgrade(engine, path.name)
    return copy


def upgrade(engine: Engine, name: str, target: str = "head") -> None:
    """Run the migrations up to `target` in one transaction."""
    from alembic import command

    with changing(engine, name) as connection:
        command.upgrade(config(connection), target)


def known_revisions() -> tuple[str, ...]:
    """Every revision this version can bring up to date, oldest first."""
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory.from_config(config())
    return tuple(reversed([script.revision for script in scripts.walk_revisions()]))


def config(connection: Connection | None = None) -> Any:
    """Alembic's configuration, made here since an installed package has no alembic.ini."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    made.attributes["connection"] = connection
    return made


def back_up(path: Path, found: str) -> Path:
    """A copy of a case beside it, named after the revision of its tables; whole or not there."""
    copy = path.with_name(f"{path.name}.before-{found}-to-{HEAD}")
    beside = draft_of(copy)
    beside.unlink(missing_ok=True)
    source, target = sqlite3.connect(path), sqlite3.connect(beside)
    try:
        source.backup(target)
    finally:
        source.close()
        target.close()
    sync(beside)
    beside.replace(copy)
    sync(copy.parent)
    return copy


def sync(path: Path) -> None:
    """Force a file's contents, or a folder's names, onto the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
