"""A suggested statement may have an actor that is not known yet: the column may be NULL."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text

revision = "0002"
down_revision = "0001"

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)

Table("actors", metadata, Column("id", Text, primary_key=True))
Table("entries", metadata, Column("id", Text, primary_key=True))


def _refers(target: str) -> ForeignKey:
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


_TEXTS = ("said", "text", "speaker", "reporter", "issue", "option", "kind", "note")

statements = Table(
    "statements",
    metadata,
    Column("id", Text, _refers("entries.id"), primary_key=True),
    Column("actor", Text, _refers("actors.id")),
    *(Column(name, Text, nullable=False) for name in _TEXTS),
    Column("stance", Integer, nullable=False),
    Column("reported", Text),
)


def upgrade() -> None:
    """Make the table anew under its name and move the rows over; nothing else refers to it."""
    names = ", ".join(column.name for column in statements.columns)
    op.execute("ALTER TABLE statements RENAME TO statements_before")
    statements.create(op.get_bind())
    op.execute(f"INSERT INTO statements ({names}) SELECT {names} FROM statements_before")
    op.execute("DROP TABLE statements_before")
