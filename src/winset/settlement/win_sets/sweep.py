"""How the sizes change from day to day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from winset.model import Model
from winset.settlement.answer import MOST_PACKAGES
from winset.settlement.results import Change, Turn
from winset.settlement.setting import setting
from winset.settlement.win_sets.daily import DailySizes
from winset.settlement.win_sets.sizes import Sizes, count
from winset.settlement.win_sets.timeline import Timeline


def sweep(model: Model) -> tuple[Change, ...]:
    """One change for each day on which a line, a link or a worth of no deal begins or ends.

    With too many packages to go through diagrams count them as far as a budget goes (None beyond),
    and a solver tells whether any is left.
    """
    days = _days(model)
    timeline = Timeline(model) if days else None
    sizes = DailySizes(model)
    changes: list[Change] = []
    for day in days:
        change = _change(model, day, _sizes(model, day, timeline, sizes))
        closed_before = bool(changes) and changes[-1].zone == 0
        if timeline and change.zone == 0:
            change = replace(change, keys=timeline.keys(day))
        elif timeline and closed_before:
            change = replace(change, opened_by=timeline.opened_by(day, change.ended))
        changes.append(change)
    return tuple(changes)


def turns(changes: tuple[Change, ...]) -> tuple[Turn, ...]:
    """The days on which the zone closed or opened, with what began or ended that day.

    A zone is closed by what began and opened by what ended; a link or a worth of no deal counts
    both ways, since a later one replaces an earlier one.
    """
    return tuple(
        Turn(after.day, after.zone != 0, after.begun, after.ended, _culprits(after))
        for before, after in pairwise(changes)
        if (before.zone == 0) != (after.zone == 0)
    )


def _culprits(change: Change) -> tuple[str, ...]:
    if change.zone != 0:
        return change.opened_by
    return tuple(line for line in change.keys if line in change.begun)


def _change(model: Model, day: dt.date, sizes: Sizes) -> Change:
    spans = list(_spans(model))
    return Change(
        day,
        tuple(name for name, start, _ in spans if start == day),
        tuple(name for name, _, end in spans if end == day),
        sizes.packages,
        sizes.win_sets,
        sizes.zone,
    )


def _sizes(model: Model, day: dt.date, timeline: Timeline | None, sizes: DailySizes) -> Sizes:
    if timeline is None or timeline.combinations <= MOST_PACKAGES:
        return count(setting(model, day))
    return sizes.of(day, timeline.is_open(day))


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
