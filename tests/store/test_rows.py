"""Every field of every kind has its place in the tables, so that none is silently lost."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from tests.record.examples import TALKS
from winset.record import KINDS, Account, Alias, Part, Resolution, Review, find_problems, items
from winset.store import Case, open_case, tables
from winset.store.engine import reading, sqlite_engine
from winset.store.rows import PART_TABLES, kind_table

PARTS = {"parts": Part, "aliases": Alias, "reviews": Review, "resolution": Resolution,
         "accounts": Account}  # fmt: skip
LISTS_OF_IDS = {
    "because", "sources", "participants", "same_as", "parties", "undertakings", "undertaking.by"
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_kind_is_kept(kind: str) -> None:
    columns = set(kind_table(kind).c.keys())
    for one in fields(KINDS[kind]):
        listed = bool({one.name, f"{kind}.{one.name}"} & LISTS_OF_IDS)
        assert listed or one.name == "origin" or one.name in (columns | set(PART_TABLES))
    own = {one.name for one in fields(KINDS[kind])}
    assert columns - own <= {"original"}


@pytest.mark.parametrize("name", PARTS)
def test_every_field_of_a_part_is_kept(name: str) -> None:
    kind: Any = PARTS[name]
    columns = set(PART_TABLES[name].c.keys()) - {"entry", "row"}
    assert columns == {one.name for one in fields(kind)} - {"because", "sources"}


def test_what_names_an_id_is_a_foreign_key(case: Case) -> None:
    case.put(items(TALKS), by="me")
    with reading(sqlite_engine(case.path), "x") as connection:
        links = {tuple(row) for row in connection.execute(
            select(tables.links.c.entry, tables.links.c.field, tables.links.c.target))}  # fmt: skip
        speaker = connection.execute(select(tables.statements.c.actor)).scalars().all()
    assert ("u1", "reviews.because", TALKS.passages[2].id) in links
    assert ("d1", "accounts.sources", "log") in links
    assert ("e1", "participants", "islanders") in links
    assert speaker == ["mainland", "islanders"]


WRITER = """
import sys
from winset.record import Actor
from winset.store import open_case

with open_case(sys.argv[1]) as case:
    for number in range(15):
        case.put([Actor(f"{sys.argv[2]}{number}", "x")], by=sys.argv[2])
"""


def test_two_programs_writing_at_once_lose_nothing(case: Case, path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name]) for name in ("a", "b")
    ]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    with open_case(path) as opened:
        record, journal = opened.record(), opened.journal()
    expected = {f"{name}{number}" for name in "ab" for number in range(15)}
    assert {actor.id for actor in record.actors} == expected
    assert find_problems(record) == ()
    assert len({entry.change for entry in journal}) == len(journal) == 31
