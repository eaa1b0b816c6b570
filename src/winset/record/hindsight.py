"""What was known on a day: which entries rest only on works that were published later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from enum import StrEnum

from winset.dates import Edtf
from winset.errors import Misuse
from winset.record.documents import Document, Passage, Source
from winset.record.index import Index
from winset.record.kinds import Item, references


class Knowledge(StrEnum):
    """Whether something could be known on a day, by the works it rests on."""

    KNOWN = "known"
    """One of its works was published by then."""
    LATER = "later"
    """Every one of its works was published later."""
    UNDATED = "undated"
    """None was certainly published by then, and for some it cannot be told."""
    UNSOURCED = "unsourced"
    """It rests on no work: a judgement."""


def knowledge(index: Index, ids: Iterable[str], day: dt.date) -> Knowledge:
    """Whether what rests on these ids could be known on a day; ids not in the record are none.

    An entry's works are its own `sources` and those of the entries it rests on; where it names no
    sources, also those of the documents its passages are in. A document that names sources is a
    note about them and counts as they do, any other by the day it was published.
    """
    days = [_published(work) for work in _works(index, ids)]
    if not days:
        return Knowledge.UNSOURCED
    if any(one is not None and one.last <= day for one in days):
        return Knowledge.KNOWN
    if all(one is not None and one.first > day for one in days):
        return Knowledge.LATER
    return Knowledge.UNDATED


def _works(index: Index, ids: Iterable[str]) -> Iterator[Source | Document]:
    ahead = list(dict.fromkeys(ids))
    seen = set(ahead)
    for name in ahead:  # grows as the walk goes on
        item = index.items.get(name)
        if isinstance(item, Source) or (isinstance(item, Document) and not item.sources):
            yield item
        elif item is not None:
            steps = [step for step in _steps(index, item) if step not in seen]
            ahead.extend(dict.fromkeys(steps))
            seen.update(steps)


def _steps(index: Index, item: Item) -> Iterator[str]:
    if isinstance(item, Passage):
        yield item.document
        return
    named = [one for one in references(item) if "because" in one.field or "sources" in one.field]
    own = any("sources" in one.field for one in named)
    for one in named:
        if not (own and isinstance(index.items.get(one.target), Passage)):
            yield one.target


def _published(work: Source | Document) -> Edtf | None:
    """When a work was published; None where its date says nothing a calendar knows."""
    if isinstance(work, Document):
        return work.date
    try:
        return Edtf.parse(work.date)
    except Misuse:
        return None
