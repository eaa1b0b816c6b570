"""The first tables, as they stood when the first cases were made; never changed afterwards."""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
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
)

revision = "0001"
down_revision = None

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


Table(
    "entries",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    *_texts("kind", "suggested_by", "rule", "status"),
    Column("confidence", Float),
    UniqueConstraint("id"),
    sqlite_autoincrement=True,
)

Table(
    "links",
    metadata,
    _refers("entry", "entries.id", null=False),
    *_texts("field"),
    *_numbers("row", "position"),
    _refers("target", "entries.id", null=False),
    UniqueConstraint("entry", "field", "row", "position"),
    Index(None, "target"),
)

Table("sources", metadata, _key(), *_texts("title", "publisher", "date", "url", "note"))

Table(
    "blobs",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

Table(
    "documents",
    metadata,
    _key(),
    *_texts("title", "text", "hash", "date"),
    *_texts("publisher", "author", "url", "media_type", "language"),
    _refers("original", "blobs.hash", null=False),
    Index(None, "hash"),
)

Table(
    "parts",
    metadata,
    *_part_of("documents"),
    *_numbers("start", "end"),
    *_texts("title", "author"),
    *_dates("date"),
)

Table(
    "passages",
    metadata,
    _key(),
    _refers("document", "documents.id", null=False),
    *_texts("hash"),
    *_numbers("start", "end"),
    *_texts("exact", "prefix", "suffix"),
)

Table(
    "actors", metadata, _key(), *_texts("name", "kind"), _refers("parent", "actors.id"),
    *_texts("note"),
)  # fmt: skip

Table("aliases", metadata, *_part_of("actors"), *_texts("name", "kind"), *_dates("start", "end"))

Table(
    "statements",
    metadata,
    _key(),
    _refers("actor", "actors.id", null=False),
    *_texts("said", "text", "speaker", "reporter", "issue", "option", "kind", "note"),
    *_numbers("stance"),
    *_dates("reported"),
)

Table("events", metadata, _key(), *_texts("title", "date", "kind", "text", "basis", "place"))

Table(
    "agreements", metadata, _key(), *_texts("title", "date", "text"), _refers("event", "events.id")
)

Table(
    "undertakings", metadata, _key(), *_texts("text", "agreed", "terms", "outcome"), *_dates("due")
)

Table("reviews", metadata, *_part_of("undertakings"), *_texts("date", "status", "note"))

Table(
    "forecasts",
    metadata,
    _key(),
    *_texts("claim", "made", "by", "wording", "read_by"),
    *_dates("horizon"),
    Column("probability", Float),
)

Table(
    "resolutions",
    metadata,
    *_part_of("forecasts"),
    *_texts("date", "note"),
    Column("outcome", Boolean),
)

Table("differences", metadata, _key(), *_texts("about", "resolution"))

Table("accounts", metadata, *_part_of("differences"), *_texts("text", "by"))

Table(
    "models",
    metadata,
    Column("name", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    *_texts("text", "at", "by", "note"),
)

Table(
    "attachments",
    metadata,
    Column("name", Text, primary_key=True),
    *_texts("media_type"),
    _refers("data", "blobs.hash", null=False),
)

Table("settings", metadata, Column("key", Text, primary_key=True), *_texts("value"))

Table(
    "journal",
    metadata,
    Column("number", Integer, primary_key=True),
    *_numbers("change"),
    *_texts("at", "by", "action", "kind", "entry", "before", "after"),
    Column("undoes", Integer, ForeignKey("journal.number")),
    UniqueConstraint("undoes"),
    sqlite_autoincrement=True,
)


def upgrade() -> None:
    """Create every table."""
    metadata.create_all(op.get_bind())
