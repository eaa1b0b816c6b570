"""Items of the record as rows, and rows as items: one mapping, driven by the tables' columns.

An item is taken apart in its plain form: single values become columns, lists of ids become rows
of `links`, parts become rows of their own table, and the origin goes into `entries`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from winset.record.documents import Document
from winset.record.entries import Status
from winset.record.kinds import KINDS, Item, kind_of
from winset.record.plain import from_plain, to_plain
from winset.store import tables
from winset.store.search import forget_document, index_documents

T = TypeVar("T")
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

MOST_NAMED = 500
"""Ids that one query names."""

_NO_ORIGIN = {"suggested_by": "", "rule": "", "confidence": None, "status": Status.ACCEPTED.value}


def kind_table(kind: str) -> Table:
    """The table that holds the items of a kind."""
    return tables.metadata.tables[f"{kind}s"]


@dataclass(slots=True)
class Rows:
    """Rows to be written, table by table."""

    of: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))

    def insert(self, connection: Connection) -> None:
        """Write all rows, one statement for each table."""
        for name, rows in self.of.items():
            if rows:
                connection.execute(insert(tables.metadata.tables[name]), rows)


def add_items(connection: Connection, added: Sequence[Item], originals: Mapping[str, str]) -> None:
    """Write new items; `originals` gives the hash of each document's original bytes."""
    rows = Rows()
    for item in added:
        plain = to_plain(item)
        rows.of["entries"].append({"id": item.id, "kind": kind_of(item), **_standing(plain)})
        _take_apart(rows, kind_of(item), plain, originals)
    rows.insert(connection)
    index_documents(connection, _documents(added))


def change_items(connection: Connection, changed: Sequence[Item]) -> None:
    """Write items anew in the place of those with the same ids; a document keeps its bytes."""
    rows = Rows()
    for item in changed:
        plain, kind = to_plain(item), kind_of(item)
        originals = _original(connection, item.id) if kind == "document" else {}
        standing = update(tables.entries).where(tables.entries.c.id == item.id)
        connection.execute(standing.values(_standing(plain)))
        _clear(connection, kind, item.id)
        _take_apart(rows, kind, plain, originals)
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


def read_items(
    connection: Connection,
    status: Status | None = None,
    ids: Iterable[str] | None = None,
    kinds: Iterable[str] = KINDS,
) -> tuple[Item, ...]:
    """Items kind by kind in the order they were entered: all, of one standing, or of these ids."""
    if ids is None:
        return _read(connection, tuple(kinds), status, None)
    ordered = _in_order(connection, ids, kinds)
    return tuple(
        item for named in some_at_once(ordered) for item in _named(connection, status, named)
    )


def some_at_once(names: Sequence[T]) -> Iterator[Sequence[T]]:
    """What is to be named in queries, so many at once as one query may name."""
    return (names[place : place + MOST_NAMED] for place in range(0, len(names), MOST_NAMED))


def _named(
    connection: Connection, status: Status | None, named: Sequence[tuple[str, str]]
) -> tuple[Item, ...]:
    """The items with these ids and kinds: the tables of other kinds need no look."""
    kinds = tuple(dict.fromkeys(kind for _, kind in named))
    return _read(connection, kinds, status, [name for name, _ in named])


def _read(
    connection: Connection, kinds: tuple[str, ...], status: Status | None, ids: list[str] | None
) -> tuple[Item, ...]:
    nested = _nested(connection, kinds, ids)
    return tuple(
        from_plain(KINDS[kind], _put_together(kind, row, nested))
        for kind in kinds
        for row in _rows(connection, kind, status, ids)
    )


def _in_order(
    connection: Connection, ids: Iterable[str], kinds: Iterable[str]
) -> list[tuple[str, str]]:
    """Those of the ids that are there, with their kinds: kind by kind, as they were entered."""
    place = {kind: number for number, kind in enumerate(kinds)}
    columns = tables.entries.c
    query = select(columns.id, columns.kind, columns.number)
    found = [
        row
        for names in some_at_once(list(dict.fromkeys(ids)))
        for row in connection.execute(query.where(columns.id.in_(names)))
        if row.kind in place
    ]
    found.sort(key=lambda row: (place[row.kind], row.number))
    return [(row.id, row.kind) for row in found]


def _documents(listed: Iterable[Item]) -> tuple[Document, ...]:
    return tuple(item for item in listed if isinstance(item, Document))


def _standing(plain: Row) -> Row:
    if "origin" not in plain:
        return _NO_ORIGIN
    return {column: plain["origin"][name] for name, column in ORIGIN.items()}


def _take_apart(rows: Rows, kind: str, plain: Row, originals: Mapping[str, str]) -> None:
    row: Row = {"original": originals[plain["id"]]} if kind == "document" else {}
    references = kind_table(kind).c
    for name, value in plain.items():
        if name in PART_TABLES and isinstance(value, list | dict):
            _add_parts(rows, plain["id"], name, value)
        elif isinstance(value, list):
            _add_links(rows, plain["id"], name, 0, value)
        elif name in references:
            # An empty id is no reference: NULL, so that the foreign key does not look for it.
            row[name] = (value or None) if references[name].foreign_keys and name != "id" else value
    rows.of[f"{kind}s"].append(row)


def _add_parts(rows: Rows, owner: str, name: str, value: list[Row] | Row) -> None:
    parts = value if isinstance(value, list) else [value]
    for number, part in enumerate(parts):
        row: Row = {"entry": owner, "row": number}
        for key, inner in part.items():
            if isinstance(inner, list):
                _add_links(rows, owner, f"{name}.{key}", number, inner)
            else:
                row[key] = inner
        rows.of[PART_TABLES[name].name].append(row)


def _add_links(rows: Rows, owner: str, name: str, number: int, targets: list[str]) -> None:
    rows.of["links"].extend(
        {"entry": owner, "field": name, "row": number, "position": position, "target": target}
        for position, target in enumerate(targets)
    )


def _clear(connection: Connection, kind: str, name: str) -> None:
    """Delete the rows of an item, but not its place in the order."""
    if kind == "document":
        forget_document(connection, name)
    connection.execute(delete(tables.links).where(tables.links.c.entry == name))
    for part in _part_tables([kind]).values():
        connection.execute(delete(part).where(part.c.entry == name))
    table = kind_table(kind)
    connection.execute(delete(table).where(table.c.id == name))


def _part_tables(kinds: Iterable[str]) -> dict[str, Table]:
    """The tables that hold parts of items of these kinds, by the field that has the parts."""
    return {
        name: PART_TABLES[name]
        for kind in kinds
        for name in KINDS[kind].__dataclass_fields__
        if name in PART_TABLES
    }


def _original(connection: Connection, document: str) -> Mapping[str, str]:
    columns = tables.documents.c
    query = select(columns.original).where(columns.id == document)
    return {document: connection.execute(query).scalar_one()}


@dataclass(slots=True)
class _Nested:
    """The links and parts of every item: by (id, field, row), and by (id, field)."""

    links: dict[tuple[str, str, int], list[str]]
    parts: dict[tuple[str, str], list[Row]]


def _nested(connection: Connection, kinds: Collection[str], ids: list[str] | None) -> _Nested:
    nested = _Nested(defaultdict(list), defaultdict(list))
    columns, of_kind = tables.links.c, tables.entries.c
    ordered = select(tables.links).order_by(columns.entry, columns.field, columns.row)
    if ids is None and set(kinds) != set(KINDS):
        these = select(of_kind.id).where(of_kind.kind.in_(kinds))
        ordered = ordered.where(columns.entry.in_(these))
    for link in _mappings(connection, _only(ordered.order_by(columns.position), columns, ids)):
        nested.links[link["entry"], link["field"], link["row"]].append(link["target"])
    for name, table in _part_tables(kinds).items():
        query = select(table).order_by(table.c.entry, table.c.row)
        for row in _mappings(connection, _only(query, table.c, ids)):
            nested.parts[row["entry"], name].append(row)
    return nested


def _only(query: Any, columns: Any, ids: list[str] | None) -> Any:
    return query if ids is None else query.where(columns.entry.in_(ids))


def _rows(
    connection: Connection, kind: str, status: Status | None, ids: list[str] | None
) -> list[Row]:
    table, standing = kind_table(kind), tables.entries
    origin = [standing.c[column].label(f"origin_{name}") for name, column in ORIGIN.items()]
    query = select(table, *origin).join(standing, standing.c.id == table.c.id)
    judged = "origin" in KINDS[kind].__dataclass_fields__
    if status is not None and judged:
        query = query.where(standing.c.status == status.value)
    if ids is not None:
        query = query.where(table.c.id.in_(ids))
    return _mappings(connection, query.order_by(standing.c.number))


def _mappings(connection: Connection, query: Any) -> list[Row]:
    return [dict(row) for row in connection.execute(query).mappings()]


def _put_together(kind: str, row: Row, nested: _Nested) -> Row:
    """The plain form of an item from its rows."""
    plain: Row = {}
    for one in fields(KINDS[kind]):
        name = one.name
        if name == "origin":
            plain[name] = {key: row[f"origin_{key}"] for key in ORIGIN}
        elif name in PART_TABLES and name not in row:
            _add_plain_parts(plain, row["id"], name, nested)
        elif name in row:
            if row[name] is not None:
                plain[name] = row[name]
            elif kind_table(kind).c[name].foreign_keys:
                plain[name] = ""
        else:
            plain[name] = nested.links.get((row["id"], name, 0), [])
    return plain


def _add_plain_parts(plain: Row, owner: str, name: str, nested: _Nested) -> None:
    found = nested.parts.get((owner, name), [])
    parts = [_plain_part(part, name, nested) for part in found]
    if name != "resolution":
        plain[name] = parts
    elif parts:
        plain[name] = parts[0]


def _plain_part(part: Row, name: str, nested: _Nested) -> Row:
    plain = {key: value for key, value in part.items() if key not in ("entry", "row")}
    for key in ("because", "sources"):
        targets = nested.links.get((part["entry"], f"{name}.{key}", part["row"]))
        if targets:
            plain[key] = targets
    return plain
