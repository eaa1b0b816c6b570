"""How the sizes change from day to day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from winset.model import Model
from winset.settlement.results import Change, Turn
from winset.settlement.settle import sizes_on


def sweep(model: Model) -> tuple[Change, ...]:
    """One change for each day on which a line, a link or a worth of no deal begins or ends."""
    return tuple(_change(model, day) for day in _days(model))


def turns(changes: tuple[Change, ...]) -> tuple[Turn, ...]:
    """The days on which the zone closed or opened, with what began or ended that day.

    A zone is closed by what began and opened by what ended; a link or a worth of no deal counts
    both ways, since a later one replaces an earlier one.
    """
    return tuple(
        Turn(after.day, bool(after.zone), after.begun, after.ended)
        for before, after in pairwise(changes)
        if (before.zone == 0) != (after.zone == 0)
    )


def _change(model: Model, day: dt.date) -> Change:
    sizes = sizes_on(model, day)
    spans = list(_spans(model))
    return Change(
        day,
        tuple(name for name, start, _ in spans if start == day),
        tuple(name for name, _, end in spans if end == day),
        sizes.packages,
        sizes.win_sets,
        sizes.zone,
    )


def _days(model: Model) -> list[dt.date]:
    return sorted({day for _, *days in _spans(model) for day in days if day is not None})


def _spans(model: Model) -> Iterator[tuple[str, dt.date | None, dt.date | None]]:
    """What has days: (id, from, until); a worth of no deal is called `no_deal.PARTY`."""
    for line in model.red_lines:
        yield line.id, line.span.start, line.span.end
    for link in model.links:
        yield link.id, link.span.start, link.span.end
    for worth in model.no_deal:
        yield f"no_deal.{worth.party}", worth.span.start, worth.span.end
