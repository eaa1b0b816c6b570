"""Rows put together again as items; see `rows` for how they are taken apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, exists, or_, select

from winset.record.entries import Status
from winset.record.kinds import KINDS, Item
from winset.record.plain import from_plain
from winset.store import tables
from winset.store.rows import ORIGIN, PART_TABLES, Row, kind_table, shape_of

T = TypeVar("T")

MOST_NAMED = 500
"""Ids that one query names."""


def read_items(
    connection: Connection,
    status: Status | None = None,
    ids: Iterable[str] | None = None,
    kinds: Iterable[str] = KINDS,
) -> tuple[Item, ...]:
    """Items kind by kind in the order they were entered: all, of one standing, or of these ids.

    Among those of one standing are the documents, and the passages that something of that
    standing rests on, or nothing at all.
    """
    if ids is None:
        return tuple(each_item(connection, status, kinds))
    ordered = _in_order(connection, ids, kinds)
    return tuple(
        item for named in some_at_once(ordered) for item in _named(connection, status, named)
    )


def each_item(
    connection: Connection, status: Status | None = None, kinds: Iterable[str] = KINDS
) -> Iterator[Item]:
    """As `read_items`, one after another: a library may be more than there is memory for."""
    return _read(connection, tuple(kinds), status, None)


def some_at_once(names: Sequence[T]) -> Iterator[Sequence[T]]:
    """What is to be named in queries, so many at once as one query may name."""
    return (names[place : place + MOST_NAMED] for place in range(0, len(names), MOST_NAMED))


def any_of(column: Any) -> Any:
    """A condition for a query that is made once: the column holds one of the parameter `ids`."""
    return column.in_(bindparam("ids", expanding=True))


def _named(
    connection: Connection, status: Status | None, named: Sequence[tuple[str, str]]
) -> Iterator[Item]:
    """The items with these ids and kinds: the tables of other kinds need no look."""
    kinds = tuple(dict.fromkeys(kind for _, kind in named))
    return _read(connection, kinds, status, [name for name, _ in named])


def _read(
    connection: Connection, kinds: tuple[str, ...], status: Status | None, ids: list[str] | None
) -> Iterator[Item]:
    values = {"ids": ids, "status": status}
    nested = _nested(connection, kinds, values)
    for kind in kinds:
        query = _of_kind(kind, status is not None, ids is not None)
        rows = connection.execute(query, values)
        names = tuple(rows.keys())
        for row in rows:
            plain = _put_together(kind, dict(zip(names, row, strict=True)), nested)
            yield from_plain(KINDS[kind], plain)


_IN_ORDER = select(tables.entries.c.id, tables.entries.c.kind, tables.entries.c.number).where(
    any_of(tables.entries.c.id)
)


def _in_order(
    connection: Connection, ids: Iterable[str], kinds: Iterable[str]
) -> list[tuple[str, str]]:
    """Those of the ids that are there, with their kinds: kind by kind, as they were entered."""
    place = {kind: number for number, kind in enumerate(kinds)}
    found = [
        row
        for names in some_at_once(list(dict.fromkeys(ids)))
        for row in connection.execute(_IN_ORDER, {"ids": names})
        if row.kind in place
    ]
    found.sort(key=lambda row: (place[row.kind], row.number))
    return [(row.id, row.kind) for row in found]


@dataclass(slots=True)
class _Nested:
    """The links and parts of every item: by (id, field, row), and by (id, field)."""

    links: dict[tuple[str, str, int], list[str]]
    parts: dict[tuple[str, str], list[Row]]


def _nested(connection: Connection, kinds: tuple[str, ...], values: Mapping[str, Any]) -> _Nested:
    """The links and parts of items of these kinds, narrowed to `status` and `ids` where given."""
    nested = _Nested(defaultdict(list), defaultdict(list))
    standing, named = values["status"] is not None, values["ids"] is not None
    linked = tuple(kind for kind in kinds if shape_of(kind).lists or shape_of(kind).parts)
    if linked:
        for entry, field, row, target in connection.execute(
            _links(linked, standing, named), values
        ):
            nested.links[entry, field, row].append(target)
    for name in dict.fromkeys(name for kind in kinds for name in shape_of(kind).parts):
        for part in connection.execute(_parts(name, named), values).mappings():
            nested.parts[part["entry"], name].append(dict(part))
    return nested


@cache
def _links(kinds: tuple[str, ...], standing: bool, named: bool) -> Any:
    """A query for the links of these kinds: those of a `status` or of `ids` where asked for."""
    columns, owner = tables.links.c, tables.entries
    order = (columns.entry, columns.field, columns.row, columns.position)
    query = select(columns.entry, columns.field, columns.row, columns.target).order_by(*order)
    if named:
        return query.where(any_of(columns.entry))
    query = query.join(owner, owner.c.id == columns.entry).where(owner.c.kind.in_(kinds))
    unjudged = [kind for kind in kinds if not shape_of(kind).judged]
    stands = or_(owner.c.status == bindparam("status"), owner.c.kind.in_(unjudged))
    return query.where(stands) if standing else query


@cache
def _parts(name: str, named: bool) -> Any:
    table = PART_TABLES[name]
    query = select(table).order_by(table.c.entry, table.c.row)
    return query.where(any_of(table.c.entry)) if named else query


@cache
def _of_kind(kind: str, standing: bool, named: bool) -> Any:
    """A query for the rows of a kind: those of a `status` or of `ids` where asked for."""
    table, entry = kind_table(kind), tables.entries
    origin = [entry.c[column].label(f"origin_{name}") for name, column in ORIGIN.items()]
    query = select(table, *origin).join(entry, entry.c.id == table.c.id)
    if named:
        query = query.where(any_of(table.c.id))
    if standing and shape_of(kind).judged:
        query = query.where(entry.c.status == bindparam("status"))
    elif standing and kind == "passage" and not named:
        query = query.where(_is_ground())
    return query.order_by(entry.c.number)


def _is_ground() -> Any:
    """Whether something of a `status` rests on a passage, or nothing at all."""
    place, link, entry = tables.passages.c.id, tables.links, tables.entries
    of_standing = select(link.c.target).join(entry, entry.c.id == link.c.entry)
    of_standing = of_standing.where(entry.c.status == bindparam("status"))
    return or_(place.in_(of_standing), ~exists().where(link.c.target == place))


def _put_together(kind: str, row: Row, nested: _Nested) -> Row:
    """The plain form of an item from its rows."""
    shape, owner = shape_of(kind), row["id"]
    plain: Row = {name: row[name] for name in shape.columns if row[name] is not None}
    for name in shape.ids:
        plain.setdefault(name, "")
    for name in shape.lists:
        plain[name] = nested.links.get((owner, name, 0), [])
    for name in shape.parts:
        _add_parts(plain, owner, name, nested)
    if shape.judged:
        plain["origin"] = {key: row[f"origin_{key}"] for key in ORIGIN}
    return plain


def _add_parts(plain: Row, owner: str, name: str, nested: _Nested) -> None:
    parts = [_part(part, name, nested) for part in nested.parts.get((owner, name), [])]
    if name != "resolution":
        plain[name] = parts
    elif parts:
        plain[name] = parts[0]


def _part(part: Row, name: str, nested: _Nested) -> Row:
    plain = {key: value for key, value in part.items() if key not in ("entry", "row")}
    for key in ("because", "sources"):
        targets = nested.links.get((part["entry"], f"{name}.{key}", part["row"]))
        if targets:
            plain[key] = targets
    return plain
