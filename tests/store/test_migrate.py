"""Migrations: they make the tables of tables.py, and copy the file before they touch it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, text

from tests.record.examples import TALKS
from winset.record import Actor, items
from winset.store import Case, migrate, open_case, rows, tables
from winset.store.engine import changing, reading, sqlite_engine

NEXT = f"{int(migrate.HEAD) + 1:04}"
"""The revision of a Winset newer than this one."""


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


def is_ours(_: object, name: str | None, *__: object) -> bool:
    """Whether a table is not one that full-text search makes for itself."""
    return not str(name).startswith("search")


def test_the_migrations_make_exactly_the_tables(case: Case, tmp_path: Path) -> None:
    assert statements(case.path) == schema(tables.metadata, tmp_path / "plain.db")
    with reading(sqlite_engine(case.path), "x") as connection:
        context = MigrationContext.configure(connection, opts={"include_object": is_ours})
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
    (scripts / "versions" / f"{NEXT}_more.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision = '{NEXT}'\ndown_revision = '{migrate.HEAD}'\ndef upgrade():\n    {body}\n"
    )
    monkeypatch.setattr(migrate, "_SCRIPTS", scripts)
    monkeypatch.setattr(migrate, "HEAD", NEXT)


def test_an_older_case_is_copied_and_brought_up_to_date(
    case: Case, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    case.put(items(TALKS), by="me")
    case.close()
    newer(monkeypatch, tmp_path, "op.add_column('events', sa.Column('mood', sa.Text()))")
    with open_case(case.path) as opened:
        assert opened.record(None).events == TALKS.events
    assert migrate.revision(sqlite_engine(case.path), "x") == NEXT
    monkeypatch.undo()
    copy = case.path.with_name(f"cod.winset.before-{migrate.HEAD}-to-{NEXT}")
    assert migrate.revision(sqlite_engine(copy), "x") == migrate.HEAD
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
    monkeypatch.undo()
    assert migrate.revision(sqlite_engine(case.path), "x") == migrate.HEAD


def test_the_copy_holds_what_is_still_in_the_log(case: Case) -> None:
    case.put(items(TALKS), by="me")
    with changing(sqlite_engine(case.path), "x") as connection:
        connection.execute(text("update settings set value = 'late' where key = 'title'"))
    copy = migrate.back_up(case.path, migrate.HEAD)
    with open_case(copy) as opened:
        assert opened.record().title == "late"


@contextmanager
def written_by_the_first(path: Path) -> Iterator[Case]:
    """A case that is written to as the first Winset did: without an index of words."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows, "index_documents", lambda *_: None)
        patch.setattr(rows, "forget_document", lambda *_: None)
        with Case(sqlite_engine(path), path) as old:
            yield old


@pytest.fixture
def first(path: Path) -> Path:
    """A case as the first Winset left it, with a record in it."""
    migrate.upgrade(sqlite_engine(path), path.name, "0001")
    with written_by_the_first(path) as old:
        old.put(items(TALKS), by="me")
    return path


def test_a_case_of_the_first_winset_opens_with_all_it_held(first: Path) -> None:
    with open_case(first) as opened:
        assert items(opened.record(None)) == items(TALKS)
        assert [hit.document for hit in opened.search("landing rights")] == ["n1"]
        assert [entry.entry for entry in opened.journal()][-1] == items(TALKS)[0].id
    copy = first.with_name(f"{first.name}.before-0001-to-{migrate.HEAD}")
    assert migrate.revision(sqlite_engine(copy), "x") == "0001"


def test_a_migrated_case_has_the_tables_of_a_new_one(first: Path, case: Case) -> None:
    open_case(first).close()
    assert statements(first) == statements(case.path)


def test_what_was_done_before_a_migration_can_be_undone_after_it(first: Path) -> None:
    with written_by_the_first(first) as old:
        old.put([Actor("voe", "M. Voe", "person")], by="me")
    with open_case(first) as opened:
        opened.undo(by="me")
        assert items(opened.record(None)) == items(TALKS)
