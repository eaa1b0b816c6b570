"""Migrations: they make the tables of tables.py, and copy the file before they touch it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, text

from tests.record.examples import TALKS
from winset.record import items
from winset.store import Case, migrate, open_case, tables
from winset.store.engine import changing, reading, sqlite_engine


def schema(metadata: MetaData, path: Path) -> list[tuple[str, str]]:
    """What SQLite says of the tables that `metadata` describes."""
    engine = sqlite_engine(path)
    metadata.create_all(engine)
    return statements(path)


def statements(path: Path) -> list[tuple[str, str]]:
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "select name, sql from sqlite_master where sql is not null and name <> 'alembic_version'"
    ).fetchall()
    connection.close()
    return sorted(rows)


def test_the_migrations_make_exactly_the_tables(case: Case, tmp_path: Path) -> None:
    assert statements(case.path) == schema(tables.metadata, tmp_path / "plain.db")
    with reading(sqlite_engine(case.path), "x") as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, tables.metadata) == []


def test_head_is_the_newest_revision() -> None:
    scripts = ScriptDirectory.from_config(migrate.config())
    assert scripts.get_heads() == [migrate.HEAD]
    assert migrate.known_revisions()[-1] == migrate.HEAD


def test_opening_a_current_case_copies_nothing(case: Case) -> None:
    case.close()
    open_case(case.path).close()
    assert [file.name for file in case.path.parent.iterdir()] == [case.path.name]


def newer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, body: str) -> None:
    """Make a version of Winset with one more migration than this one."""
    scripts = tmp_path / "scripts"
    source = Path(migrate.__file__).with_name("migrations")
    for file in sorted(source.rglob("*.py")):
        target = scripts / file.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.read_text())
    (scripts / "versions" / "0002_more.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision = '0002'\ndown_revision = '0001'\ndef upgrade():\n    {body}\n"
    )
    monkeypatch.setattr(migrate, "_SCRIPTS", scripts)
    monkeypatch.setattr(migrate, "HEAD", "0002")


def test_an_older_case_is_copied_and_brought_up_to_date(
    case: Case, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    case.put(items(TALKS), by="me")
    case.close()
    newer(monkeypatch, tmp_path, "op.add_column('events', sa.Column('mood', sa.Text()))")
    with open_case(case.path) as opened:
        assert opened.record(None).events == TALKS.events
    assert migrate.revision(sqlite_engine(case.path), "x") == "0002"
    copy = case.path.with_name("cod.winset.before-0001-to-0002")
    assert migrate.revision(sqlite_engine(copy), "x") == "0001"
    monkeypatch.undo()
    with open_case(copy) as old:
        assert old.record(None).events == TALKS.events


def test_a_migration_that_fails_changes_nothing(
    case: Case, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    case.put(items(TALKS), by="me")
    case.close()
    before = statements(case.path)
    newer(monkeypatch, tmp_path, "op.drop_table('journal'); raise OSError('power')")
    with pytest.raises(OSError, match="power"):
        open_case(case.path)
    assert statements(case.path) == before
    assert migrate.revision(sqlite_engine(case.path), "x") == "0001"


def test_the_copy_holds_what_is_still_in_the_log(case: Case) -> None:
    case.put(items(TALKS), by="me")
    with changing(sqlite_engine(case.path), "x") as connection:
        connection.execute(text("update settings set value = 'late' where key = 'title'"))
    copy = migrate.back_up(case.path, "0001")
    with open_case(copy) as opened:
        assert opened.record().title == "late"
