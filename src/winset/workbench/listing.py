"""What the record holds, kind by kind, in the order an analyst reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from winset.record.entries import Agreement, Entry, Event, Status
from winset.record.record import Record
from winset.workbench.opening import opened_case

STANDINGS: dict[str, Status | None] = {
    "accepted": Status.ACCEPTED,
    "suggested": Status.SUGGESTED,
    "all": None,
}
"""What a list shows, and the entries it is made of (None is every one)."""


def record_at(path: Path, standing: str = "accepted") -> Record:
    """The record of a case with the entries of that standing."""
    return opened_case(path, STANDINGS[standing]).record


def entries_of(record: Record, kind: str) -> tuple[Entry, ...]:
    """The entries of a kind; "timeline" is events and agreements by day, statements are too."""
    if kind == "timeline":
        return timeline(record)
    entries: tuple[Any, ...] = getattr(record, kind)
    if kind == "statements":
        return tuple(sorted(entries, key=lambda statement: statement.said))
    return entries


def timeline(record: Record) -> tuple[Event | Agreement, ...]:
    """Events in the order of their days, with the agreements that are no event of the record.

    What happened on one day stays in the order it was entered.
    """
    known = {event.id for event in record.events}
    apart = (agreement for agreement in record.agreements if agreement.event not in known)
    happened: tuple[Event | Agreement, ...] = (*record.events, *apart)
    return tuple(sorted(happened, key=lambda one: (one.date.first, one.date.last)))
