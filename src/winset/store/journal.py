"""The journal: what was done to the case, written in the same transaction as the change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any

from sqlalchemy import Connection, func, insert, select

from winset.record.entries import JournalEntry
from winset.store.tables import journal

SEND = "send"
"""The action by which a document left the machine: it happened, so nothing takes it back."""
_FOR_GOOD = ("create", SEND)
Clock = Callable[[], dt.datetime]


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing done in a change: the journal entry's own part, before it has a number."""

    action: str
    kind: str
    entry: str
    before: str = ""
    after: str = ""
    undoes: int | None = None


def now() -> dt.datetime:
    """The moment, to the second, in UTC."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


def write_deeds(
    connection: Connection, deeds: Iterable[Deed], by: str, at: dt.datetime
) -> tuple[JournalEntry, ...]:
    """Write the deeds of one change, in order."""
    # The numbers of changes rise with those of entries; their maximum would take a whole scan.
    last = select(journal.c.number, journal.c.change).order_by(journal.c.number.desc()).limit(1)
    number, change = connection.execute(last).first() or (0, 0)
    written = tuple(
        JournalEntry(number + place, at, by, deed.action, deed.kind, deed.entry,
                     deed.before, deed.after, deed.undoes, change + 1)
        for place, deed in enumerate(deeds, start=1)
    )  # fmt: skip
    if written:
        connection.execute(insert(journal), [_row(entry) for entry in written])
    return written


def read_journal(
    connection: Connection, limit: int | None = None, entry: str = ""
) -> tuple[JournalEntry, ...]:
    """The entries of the last changes, newest first: of all without a limit; of one id alone."""
    query = select(journal).order_by(journal.c.number.desc())
    if entry:
        query = query.where(journal.c.entry == entry)
    changes = groupby(connection.execute(query).mappings(), key=lambda row: row["change"])
    return tuple(_entry(row) for _, rows in islice(changes, limit) for row in rows)


def last_standing(connection: Connection) -> tuple[JournalEntry, ...]:
    """The entries of the last change that has not been undone, newest first; () for none."""
    undone = select(journal.c.undoes).where(journal.c.undoes.is_not(None))
    stands = journal.c.undoes.is_(None) & journal.c.number.not_in(undone)
    last = select(func.max(journal.c.change)).where(stands, journal.c.action.not_in(_FOR_GOOD))
    query = select(journal).where(journal.c.change == last.scalar_subquery())
    rows = connection.execute(query.order_by(journal.c.number.desc())).mappings()
    return tuple(_entry(row) for row in rows)


def _row(entry: JournalEntry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "change": entry.change,
        "at": entry.at.isoformat(),
        "by": entry.by,
        "action": entry.action,
        "kind": entry.kind,
        "entry": entry.entry,
        "before": entry.before,
        "after": entry.after,
        "undoes": entry.undoes,
    }


def _entry(row: Any) -> JournalEntry:
    return JournalEntry(**{**row, "at": dt.datetime.fromisoformat(row["at"])})
