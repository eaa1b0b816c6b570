"""Which suggestions wait for a decision: narrowed and put in order by the database itself."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, exists, func, or_, select

from winset.record.entries import Status
from winset.store.tables import entries, links, passages


def waiting_ids(
    connection: Connection, kind: str, rule: str, document: str, least: float
) -> tuple[str, ...]:
    """The ids of suggested entries, document by document and place by place.

    What rests on no place comes first. Narrowed to a kind, to rules with a text in their names,
    to what rests on a document, and to a least confidence, which what has none always passes.
    """
    of_document = entries.alias("of_document")
    sure = or_(entries.c.confidence.is_(None), entries.c.confidence >= least)
    query = (
        select(entries.c.id)
        .outerjoin(links, _first_ground())
        .outerjoin(passages, passages.c.id == links.c.target)
        .outerjoin(of_document, of_document.c.id == passages.c.document)
        .where(entries.c.status == Status.SUGGESTED.value, sure)
        .order_by(of_document.c.number.nulls_first(), passages.c.start, entries.c.number)
    )
    if kind:
        query = query.where(entries.c.kind == kind)
    if rule:
        query = query.where(func.instr(func.lower(entries.c.rule), rule.lower()) > 0)
    if document:
        query = query.where(_rests_on(document))
    return tuple(connection.execute(query).scalars())


def _first_ground() -> Any:
    """Of an entry's links, the one to the first place it rests on."""
    own = (links.c.entry == entries.c.id) & (links.c.field == "because")
    return own & (links.c.row == 0) & (links.c.position == 0)


def _rests_on(document: str) -> Any:
    """Whether an entry rests on a place in a document."""
    ground, place = links.alias("ground"), passages.alias("place")
    here = (ground.c.entry == entries.c.id) & (ground.c.field == "because")
    there = (place.c.id == ground.c.target) & (place.c.document == document)
    return exists().where(here, there)
