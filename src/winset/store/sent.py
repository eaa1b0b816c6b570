"""Which documents left the machine: entries of the journal that nothing takes back."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from sqlalchemy import Connection, select

from winset.record.documents import Document
from winset.store.journal import SEND, Deed
from winset.store.tables import journal


@dataclass(frozen=True, slots=True)
class Sent:
    """A document that was sent to a language model: when, by whom, where to."""

    document: str
    hash: str
    """The SHA-256 of its text."""
    at: dt.datetime
    by: str
    address: str
    model: str


def sending(document: Document, address: str, model: str) -> Deed:
    """That a document is sent, as the journal tells it."""
    told = {"hash": document.hash, "address": address, "model": model}
    return Deed(SEND, "document", document.id, "", json.dumps(told, ensure_ascii=False))


def read_sent(connection: Connection) -> tuple[Sent, ...]:
    """Each time a document was sent, in order."""
    query = select(journal).where(journal.c.action == SEND).order_by(journal.c.number)
    return tuple(
        Sent(row.entry, at=dt.datetime.fromisoformat(row.at), by=row.by, **json.loads(row.after))
        for row in connection.execute(query)
    )
