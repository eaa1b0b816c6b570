"""The tables of a case file.

Every item of the record has a row in `entries` (its id, place in the order, origin and standing)
and one in the table of its kind. Fields that hold one id are columns with a foreign key, lists of
ids are rows of `links`, and parts of an item (reviews, accounts, ...) are tables of their own.
Foreign keys are checked when a change is committed, so that items of one change may refer to each
other in any order.
"""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


def _refers(name: str, target: str, null: bool = True) -> Column[str]:
    """A column that holds an id of `target`; NULL where nothing is named."""
    key = ForeignKey(target, deferrable=True, initially="DEFERRED")
    return Column(name, Text, key, nullable=null)


def _key(target: str = "entries.id") -> Column[str]:
    key = ForeignKey(target, deferrable=True, initially="DEFERRED")
    return Column("id", Text, key, primary_key=True)


def _texts(*names: str) -> tuple[Column[str], ...]:
    return tuple(Column(name, Text, nullable=False) for name in names)


def _dates(*names: str) -> tuple[Column[str], ...]:
    """Columns of EDTF texts; NULL where no day is known."""
    return tuple(Column(name, Text) for name in names)


def _numbers(*names: str) -> tuple[Column[int], ...]:
    return tuple(Column(name, Integer, nullable=False) for name in names)


def _part_of(owner: str) -> tuple[Column[str], Column[int]]:
    """The key of a part: the item it belongs to, and its place in the item's list."""
    key = ForeignKey(f"{owner}.id", deferrable=True, initially="DEFERRED")
    return (
        Column("entry", Text, key, primary_key=True),
        Column("row", Integer, primary_key=True),
    )


entries = Table(
    "entries",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    *_texts("kind", "suggested_by", "rule", "status"),
    Column("confidence", Float),
    UniqueConstraint("id"),
    sqlite_autoincrement=True,
)

links = Table(
    "links",
    metadata,
    _refers("entry", "entries.id", null=False),
    *_texts("field"),
    *_numbers("row", "position"),
    _refers("target", "entries.id", null=False),
    UniqueConstraint("entry", "field", "row", "position"),
    Index(None, "target"),
)

sources = Table("sources", metadata, _key(), *_texts("title", "publisher", "date", "url", "note"))

blobs = Table(
    "blobs",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    _key(),
    *_texts("title", "text", "hash", "date"),
    *_texts("publisher", "author", "url", "media_type", "language"),
    _refers("original", "blobs.hash", null=False),
    Index(None, "hash"),
    Index(None, "original"),
)

parts = Table(
    "parts",
    metadata,
    *_part_of("documents"),
    *_numbers("start", "end"),
    *_texts("title", "author"),
    *_dates("date"),
)

passages = Table(
    "passages",
    metadata,
    _key(),
    _refers("document", "documents.id", null=False),
    *_texts("hash"),
    *_numbers("start", "end"),
    *_texts("exact", "prefix", "suffix"),
)

actors = Table(
    "actors", metadata, _key(), *_texts("name", "kind"), _refers("parent", "actors.id"),
    *_texts("note"),
)  # fmt: skip

aliases = Table(
    "aliases", metadata, *_part_of("actors"), *_texts("name", "kind"), *_dates("start", "end")
)

statements = Table(
    "statements",
    metadata,
    _key(),
    _refers("actor", "actors.id"),
    *_texts("said", "text", "speaker", "reporter", "issue", "option", "kind", "note"),
    *_numbers("stance"),
    *_dates("reported"),
)

events = Table(
    "events", metadata, _key(), *_texts("title", "date", "kind", "text", "basis", "place")
)

agreements = Table(
    "agreements", metadata, _key(), *_texts("title", "date", "text"), _refers("event", "events.id")
)

undertakings = Table(
    "undertakings", metadata, _key(), *_texts("text", "agreed", "terms", "outcome"), *_dates("due")
)

reviews = Table("reviews", metadata, *_part_of("undertakings"), *_texts("date", "status", "note"))

forecasts = Table(
    "forecasts",
    metadata,
    _key(),
    *_texts("claim", "made", "by", "wording", "read_by"),
    *_dates("horizon"),
    Column("probability", Float),
)

resolutions = Table(
    "resolutions",
    metadata,
    *_part_of("forecasts"),
    *_texts("date", "note"),
    Column("outcome", Boolean),
)

differences = Table("differences", metadata, _key(), *_texts("about", "resolution"))

accounts = Table("accounts", metadata, *_part_of("differences"), *_texts("text", "by"))

models = Table(
    "models",
    metadata,
    Column("name", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    *_texts("text", "at", "by", "note"),
)

attachments = Table(
    "attachments",
    metadata,
    Column("name", Text, primary_key=True),
    *_texts("media_type"),
    _refers("data", "blobs.hash", null=False),
)

settings = Table("settings", metadata, Column("key", Text, primary_key=True), *_texts("value"))

journal = Table(
    "journal",
    metadata,
    Column("number", Integer, primary_key=True),
    *_numbers("change"),
    *_texts("at", "by", "action", "kind", "entry", "before", "after"),
    Column("undoes", Integer, ForeignKey("journal.number")),
    UniqueConstraint("undoes"),
    sqlite_autoincrement=True,
)

SEARCH = "CREATE VIRTUAL TABLE search USING fts5(title, body, content='', prefix='1 2')"
"""The words of documents; a row's number is that of its entry. See search.py.

The first letter and the first two of every word have an index of their own: all that begins with
them is then found as fast as a word.
"""

event.listen(metadata, "after_create", DDL(SEARCH))  # type: ignore[no-untyped-call]
