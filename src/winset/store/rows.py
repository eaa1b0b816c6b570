"""Items of the record as rows: one mapping, driven by the tables' columns.

An item is taken apart in its plain form: single values become columns, lists of ids become rows
of `links`, parts become rows of their own table, and the origin goes into `entries`. How they are
put together again is in `items`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from winset.record.documents import Document
from winset.record.entries import Status
from winset.record.kinds import KINDS, Item, kind_of
from winset.record.plain import to_plain
from winset.store import tables
from winset.store.search import forget_document, index_documents

Row = dict[str, Any]

PART_TABLES = {
    "parts": tables.parts,
    "aliases": tables.aliases,
    "reviews": tables.reviews,
    "resolution": tables.resolutions,
    "accounts": tables.accounts,
}
"""The field of an item that holds its parts, and the parts' table."""

ORIGIN = {
    "by": "suggested_by",
    "rule": "rule",
    "confidence": "confidence",
    "status": "status",
}
"""The fields of an origin, and their columns in `entries`."""

_NO_ORIGIN = {"suggested_by": "", "rule": "", "confidence": None, "status": Status.ACCEPTED.value}


def kind_table(kind: str) -> Table:
    """The table that holds the items of a kind."""
    return tables.metadata.tables[f"{kind}s"]


@dataclass(frozen=True, slots=True)
class Shape:
    """Where the fields of a kind are kept."""

    columns: tuple[str, ...]
    ids: tuple[str, ...]
    """Those of the columns that hold the id of something else, NULL for nothing."""
    lists: tuple[str, ...]
    """Lists of ids: rows of `links`."""
    parts: tuple[str, ...]
    """Parts: rows of their own table."""
    judged: bool
    """Whether there is an origin: columns of `entries`."""


@cache
def shape_of(kind: str) -> Shape:
    """Where the fields of a kind are kept."""
    names = [one.name for one in fields(KINDS[kind])]
    columns = kind_table(kind).c
    inside = tuple(name for name in names if name in columns)
    apart = [name for name in names if name not in columns and name != "origin"]
    return Shape(
        columns=inside,
        ids=tuple(name for name in inside if name != "id" and columns[name].foreign_keys),
        lists=tuple(name for name in apart if name not in PART_TABLES),
        parts=tuple(name for name in apart if name in PART_TABLES),
        judged="origin" in names,
    )


class Written(NamedTuple):
    """An item with its plain form, which both its rows and the journal are made of."""

    item: Item
    kind: str
    plain: Row


def written(item: Item) -> Written:
    """An item ready to be written."""
    return Written(item, kind_of(item), to_plain(item))


@dataclass(slots=True)
class _Rows:
    """Rows to be written, table by table."""

    of: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))

    def insert(self, connection: Connection) -> None:
        """Write all rows, one statement for each table."""
        for name, rows in self.of.items():
            if rows:
                connection.execute(_insert(name), rows)


@cache
def _insert(table: str) -> Any:
    return insert(tables.metadata.tables[table])


def add_items(
    connection: Connection, added: Sequence[Written], originals: Mapping[str, str]
) -> None:
    """Write new items; `originals` gives the hash of each document's original bytes."""
    rows = _Rows()
    for one in added:
        rows.of["entries"].append({"id": one.item.id, "kind": one.kind, **_standing(one.plain)})
        _take_apart(rows, one, originals)
    rows.insert(connection)
    index_documents(connection, _documents(added))


def change_items(connection: Connection, changed: Sequence[Written]) -> None:
    """Write items anew in the place of those with the same ids; a document keeps its bytes."""
    rows = _Rows()
    for one in changed:
        name = one.item.id
        originals = _original(connection, name) if one.kind == "document" else {}
        standing = update(tables.entries).where(tables.entries.c.id == name)
        connection.execute(standing.values(_standing(one.plain)))
        _clear(connection, one.kind, name)
        _take_apart(rows, one, originals)
    rows.insert(connection)
    index_documents(connection, _documents(changed))


def remove_item(connection: Connection, kind: str, name: str) -> None:
    """Delete an item with everything that belongs to it."""
    _clear(connection, kind, name)
    connection.execute(delete(tables.entries).where(tables.entries.c.id == name))


def free_document_id(connection: Connection) -> str:
    """The first of d001, d002 … after as many as there are documents that nothing is called."""
    number = 1 + connection.execute(select(func.count()).select_from(tables.documents)).scalar_one()
    names = tables.entries.c.id
    while connection.execute(select(names).where(names == f"d{number:03}")).first():
        number += 1
    return f"d{number:03}"


def _documents(listed: Iterable[Written]) -> tuple[Document, ...]:
    return tuple(one.item for one in listed if isinstance(one.item, Document))


def _standing(plain: Row) -> Row:
    origin = plain.get("origin")
    return {ORIGIN[name]: origin[name] for name in ORIGIN} if origin else _NO_ORIGIN


def _take_apart(rows: _Rows, one: Written, originals: Mapping[str, str]) -> None:
    plain, shape, owner = one.plain, shape_of(one.kind), one.item.id
    row: Row = {name: plain[name] for name in shape.columns}
    for name in shape.ids:
        # An empty id is no reference: NULL, so that the foreign key does not look for it.
        row[name] = row[name] or None
    if one.kind == "document":
        row["original"] = originals[owner]
    rows.of[f"{one.kind}s"].append(row)
    for name in shape.lists:
        _add_links(rows, owner, name, 0, plain[name])
    for name in shape.parts:
        _add_parts(rows, owner, name, plain[name] or ())


def _add_parts(rows: _Rows, owner: str, name: str, value: Sequence[Row] | Row) -> None:
    parts = [value] if isinstance(value, dict) else value
    for number, part in enumerate(parts):
        row: Row = {"entry": owner, "row": number}
        for key, inner in part.items():
            if isinstance(inner, list):
                _add_links(rows, owner, f"{name}.{key}", number, inner)
            else:
                row[key] = inner
        rows.of[PART_TABLES[name].name].append(row)


def _add_links(rows: _Rows, owner: str, name: str, number: int, targets: list[str]) -> None:
    if targets:
        rows.of["links"].extend(
            {"entry": owner, "field": name, "row": number, "position": position, "target": target}
            for position, target in enumerate(targets)
        )


def _clear(connection: Connection, kind: str, name: str) -> None:
    """Delete the rows of an item, but not its place in the order."""
    if kind == "document":
        forget_document(connection, name)
    connection.execute(delete(tables.links).where(tables.links.c.entry == name))
    for part in shape_of(kind).parts:
        connection.execute(delete(PART_TABLES[part]).where(PART_TABLES[part].c.entry == name))
    table = kind_table(kind)
    connection.execute(delete(table).where(table.c.id == name))


def _original(connection: Connection, document: str) -> Mapping[str, str]:
    columns = tables.documents.c
    query = select(columns.original).where(columns.id == document)
    return {document: connection.execute(query).scalar_one()}
