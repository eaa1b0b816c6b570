"""Making and opening: everything that can be wrong has a message of its own."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.record.examples import TALKS
from winset.errors import Misuse, WinsetError
from winset.record import Actor, items
from winset.store import Case, create, engine, look_through, migrate, open_case, opening
from winset.store.migrate import HEAD
from winset.workbench.checking import find_faults


def execute(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement)
    connection.close()


def test_a_creation_that_is_broken_off_leaves_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("winset.store.opening.sync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        create(path)
    assert list(path.parent.iterdir()) == []


def test_a_case_is_one_file_and_nothing_is_left_beside_it(path: Path) -> None:
    create(path, "Cod talks").close()
    assert [file.name for file in path.parent.iterdir()] == ["cod.winset"]


def test_after_closing_the_file_alone_is_the_case(case: Case, path: Path, tmp_path: Path) -> None:
    case.put(items(TALKS), by="me")
    case.close()
    copy = tmp_path / "copy.winset"
    copy.write_bytes(path.read_bytes())
    with open_case(copy) as opened:
        assert opened.record(None).statements == TALKS.statements


def test_foreign_keys_wal_and_full_synchronous_are_on(case: Case) -> None:
    with engine.reading(engine.sqlite_engine(case.path), "x") as connection:
        pragmas = ("foreign_keys", "journal_mode", "synchronous")
        values = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas]
    assert values == [1, "wal", 2]


def test_the_database_itself_refuses_a_dangling_reference(case: Case) -> None:
    database = engine.sqlite_engine(case.path)
    with (
        pytest.raises(WinsetError, match="FOREIGN KEY"),
        engine.changing(database, "x") as connection,
    ):
        connection.exec_driver_sql("insert into differences values ('nobody', '', '')")


def test_creating_over_something_is_refused(case: Case, path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(Misuse, match="exists already"):
        create(path)
    assert path.read_bytes() == before
    with pytest.raises(Misuse, match="is a folder"):
        create(tmp_path)
    with pytest.raises(Misuse, match="is not a folder; make it first"):
        create(tmp_path / "nowhere" / "x.winset")
    dangling = tmp_path / "link.winset"
    dangling.symlink_to(tmp_path / "nothing")
    with pytest.raises(Misuse, match="exists already"):
        create(dangling)


def test_a_missing_file(path: Path, template: bytes) -> None:
    with pytest.raises(Misuse, match=r"does not exist; make a case with `winset new`"):
        open_case(path)
    path.write_bytes(template)
    with pytest.raises(Misuse, match=r"\(but .*cod\.winset does\)"):
        open_case(path.with_suffix(""))


@pytest.mark.parametrize("name", ["", "x" * 300, "a\x00b", "a/" * 2000 + "b", "é" * 120])
def test_names_that_no_file_can_have(name: str) -> None:
    for use in (create, open_case):
        with pytest.raises(Misuse, match=r"cannot be the name|is a folder"):
            use(name)


@pytest.mark.parametrize("name", ["a?b=c#d%20 e.winset", "日本語.winset", "-", "~", "a'b\n"])
def test_any_other_name_will_do(tmp_path: Path, name: str) -> None:
    create(tmp_path / name, "Cod talks").close()
    with open_case(tmp_path / name) as opened:
        assert opened.record().title == "Cod talks"
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="is a folder; expected a case file"):
        open_case(tmp_path)


def test_what_is_no_regular_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(Misuse, match="is not a file"):
        open_case(pipe)


@pytest.mark.parametrize(
    ("content", "words"), [(b"", "is empty"), (b"%PDF-1.7\n", "not a SQLite file")]
)
def test_another_kind_of_file(path: Path, content: bytes, words: str) -> None:
    path.write_bytes(content)
    with pytest.raises(WinsetError, match=words):
        open_case(path)
    assert path.read_bytes() == content


def test_another_program_s_database(path: Path) -> None:
    execute(path, "create table birds (name text)")
    with pytest.raises(WinsetError, match="a SQLite file, but not a Winset case"):
        open_case(path)


def test_a_case_of_a_newer_winset(path: Path, template: bytes) -> None:
    path.write_bytes(template)
    execute(path, "update alembic_version set version_num = '9999'")
    with pytest.raises(WinsetError, match=f"newer Winset .*9999.* up to {HEAD}.*update Winset"):
        open_case(path)


def test_a_read_only_file(path: Path, template: bytes) -> None:
    path.write_bytes(template)
    path.chmod(0o444)
    with pytest.raises(WinsetError, match="read-only; make it writable, or work on a copy"):
        open_case(path)


@pytest.fixture
def fixed(case: Case, path: Path) -> Iterator[Path]:
    """A case with a record, on a medium that cannot be written to."""
    case.put(items(TALKS), by="me")
    case.close()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    yield path
    path.parent.chmod(0o755)


def test_a_read_only_case_is_read_and_stays_as_it_is(fixed: Path) -> None:
    before = fixed.read_bytes()
    with open_case(fixed, to_read=True) as opened:
        assert items(opened.record(None)) == items(TALKS)
        assert opened.journal(1)
        with pytest.raises(WinsetError, match="the file or its folder is read-only"):
            opened.put([Actor("a", "A")], by="me")
    assert fixed.read_bytes() == before
    assert [file.name for file in fixed.parent.iterdir()] == [fixed.name]


def test_a_read_only_folder_alone_is_enough(fixed: Path) -> None:
    fixed.chmod(0o644)
    with open_case(fixed, to_read=True) as opened:
        assert opened.record().title == "Cod talks"
    with pytest.raises(WinsetError, match="the file or its folder is read-only"):
        open_case(fixed)


def test_a_read_only_case_of_an_older_winset_is_not_changed(path: Path) -> None:
    migrate.upgrade(engine.sqlite_engine(path), path.name, "0001")
    path.chmod(0o444)
    with pytest.raises(WinsetError, match=r"made by another version .*0001.* open a copy"):
        open_case(path, to_read=True)


def test_what_is_only_in_the_log_of_a_read_only_case_is_not_overlooked(
    case: Case, path: Path, tmp_path: Path
) -> None:
    keeper = sqlite3.connect(path)
    keeper.execute("select * from settings").fetchone()
    case.put([Actor("late", "Late")], by="me")
    copy = tmp_path / "copy" / "cod.winset"
    copy.parent.mkdir()
    for end in ("", "-wal"):
        whole = path.with_name(path.name + end).read_bytes()
        assert whole
        copy.with_name(copy.name + end).write_bytes(whole)
    keeper.close()
    copy.chmod(0o444)
    with open_case(copy, to_read=True) as opened:
        assert opened.record().actors == (Actor("late", "Late"),)


def test_a_damaged_file(case: Case, path: Path) -> None:
    case.put(items(TALKS), by="me")
    case.close()
    whole = path.read_bytes()
    for keep in (100, 5000, len(whole) // 2, len(whole) - 4096):
        path.write_bytes(whole[:keep])
        with pytest.raises(WinsetError, match="damaged"):
            open_case(path)
    for place in range(4096, len(whole), 4096):
        path.write_bytes(whole[:place] + os.urandom(0) + b"\xff" * 4096 + whole[place + 4096 :])
        with pytest.raises(WinsetError, match="damaged"):
            open_case(path).record(None)


def test_a_dangling_reference_in_a_file_is_damage(case: Case, path: Path) -> None:
    case.put(items(TALKS), by="me")
    case.close()
    execute(path, "delete from entries where id = 'voe'")
    with pytest.raises(WinsetError, match="damaged"):
        open_case(path)


def test_a_large_file_is_looked_through_when_its_faults_are_asked_for(
    case: Case, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.put(items(TALKS), by="me")
    case.close()
    look_through(path)
    execute(path, "delete from entries where id = 'voe'")
    monkeypatch.setattr(opening, "LOOKED_THROUGH", path.stat().st_size - 1)
    open_case(path).close()
    with pytest.raises(WinsetError, match="damaged"):
        look_through(path)
    with pytest.raises(WinsetError, match="damaged"):
        find_faults(path)


def test_a_locked_case(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WAIT", 0.05)
    with open_case(case.path) as second:
        other = sqlite3.connect(case.path)
        other.execute("begin immediate")
        with pytest.raises(WinsetError, match="another program is changing the case"):
            second.put([Actor("a", "A")], by="me")
        assert second.record().actors == ()
        other.rollback()
        other.close()
        second.put([Actor("a", "A")], by="me")
        assert case.record().actors == (Actor("a", "A"),)


def test_a_folder_that_cannot_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(WinsetError, match=r"cannot be written .*No space left"):
        create(path)
    assert list(path.parent.iterdir()) == []
