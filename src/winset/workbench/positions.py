"""Who stands where: for every issue and option, who is for it, who against, who neither."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from winset.record.entries import Statement
from winset.record.record import Record
from winset.workbench.listing import record_at


@dataclass(frozen=True, slots=True)
class Stand:
    """One option of an issue, and the statements for it, against it and of neither."""

    issue: str
    option: str
    favouring: tuple[Statement, ...] = ()
    opposing: tuple[Statement, ...] = ()
    neither: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Positions:
    """The grid of a record on a day (None: everything ever said), issues as first mentioned."""

    day: dt.date | None
    record: Record
    stands: tuple[Stand, ...]


def find_positions(path: Path, day: dt.date | None = None) -> Positions:
    """The positions in the case at `path`, as held on `day`."""
    record = record_at(path)
    held = held_on(record.statements, day) if day else record.statements
    return Positions(day, record, grid(held))


def held_on(statements: Iterable[Statement], day: dt.date) -> tuple[Statement, ...]:
    """The positions held on a day, without hindsight.

    A position dated by a span is held through it; any other from its day until the actor's
    next one on the same issue. Positions of one day on one issue all count.
    """
    said = [one for one in statements if one.issue and one.said.first <= day]
    lasting = [one for one in said if one.said.precision == "interval" and day <= one.said.last]
    spoken = [one for one in said if one.said.precision != "interval"]
    latest: dict[tuple[str, str], dt.date] = {}
    for one in spoken:
        key = (one.actor, one.issue)
        latest[key] = max(latest.get(key, one.said.first), one.said.first)
    current = [one for one in spoken if one.said.first == latest[one.actor, one.issue]]
    return tuple(sorted((*lasting, *current), key=lambda one: (one.said, one.id)))


def grid(statements: Iterable[Statement]) -> tuple[Stand, ...]:
    """One row for each issue and option spoken about, options of one issue together."""
    cells: dict[str, dict[str, dict[int, list[Statement]]]] = {}
    for one in statements:
        if one.issue:
            options = cells.setdefault(one.issue, {})
            options.setdefault(one.option, {}).setdefault(_sign(one.stance), []).append(one)
    return tuple(
        Stand(issue, option, *(tuple(by_sign.get(sign, ())) for sign in (1, -1, 0)))
        for issue, options in cells.items()
        for option, by_sign in options.items()
    )


def _sign(stance: int) -> int:
    return (stance > 0) - (stance < 0)
