"""How much each side could accept, from day to day, and which lines closed or opened the zone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, zip_longest

from winset.report.basis import Basis
from winset.report.blocks import (
    Block,
    Figure,
    Folded,
    Inline,
    Items,
    Paragraph,
    Prose,
    Row,
    Section,
    Table,
)
from winset.report.charts.steps import Series, steps_chart
from winset.report.words import counted, day_words, figure
from winset.settlement.results import Change, Turn
from winset.settlement.win_sets.sweep import turns

_NOTE = (
    "A win-set is the number of packages a side could accept and carry at home; the zone is what "
    "lies in all of them. Steps are equally wide whatever the days between them, the scale is "
    "logarithmic, zero stands on a line of its own, and shading marks the days without a zone."
)
_UNCOUNTED = (
    "There are too many packages to count them on every day; what is known of each day is whether "
    "any is acceptable to all."
)
_NAMED, _STRETCHES = 6, 8


def sizes(basis: Basis) -> Section | None:
    """Win-sets and zone over time, as steps and as a table; None where there is no model."""
    changes = basis.findings.changes
    if basis.findings.model is None:
        return None
    if not changes:
        none = Paragraph(
            ("No line of the model begins or ends on a day: nothing changes.",), "note"
        )
        return Section("Win-sets and zone over time", "winsets", (none,))
    return Section("Win-sets and zone over time", "winsets", tuple(_blocks(basis, changes)))


def turn_words(basis: Basis, turn: Turn) -> Prose:
    """What closed or opened the zone, as the rest of a sentence."""
    moved = turn.ended if turn.opened else turn.begun
    named = turn.by or moved or (*turn.begun, *turn.ended)
    verb = "ended" if turn.opened else "came into force"
    if not turn.by and not moved:
        verb = "changed"
    several = () if len(named) == 1 or turn.by else (" together",)
    return ("when ", *_few(basis, named), f" {verb}", *several)


def _blocks(basis: Basis, changes: tuple[Change, ...]) -> Iterator[Block]:
    moved = turns(changes)
    yield Paragraph((_spoken(changes, moved),))
    yield from _turns(basis, changes, moved)
    counted_days = tuple(change for change in changes if _is_counted(change)) or _closely(basis)
    if counted_days:
        yield _figure(basis, counted_days, _spoken(changes, moved))
    if len(counted_days) < len(changes):
        yield Paragraph((_UNCOUNTED,), "note")
        yield Folded("What changed on each day", (_table(basis, changes, ()),))


def _figure(basis: Basis, changes: tuple[Change, ...], spoken: str) -> Figure:
    title, series = "Packages acceptable to each side, and to all", _series(basis, changes)
    days = [change.day.isoformat() for change in changes]
    return Figure(
        title,
        _NOTE,
        steps_chart(series, days, title, spoken),
        (_table(basis, changes, series),),
        "figure-winsets",
        "The sizes as a table, with what changed",
    )


def _is_counted(change: Change) -> bool:
    return any(size is not None for _, size in change.win_sets)


def _closely(basis: Basis) -> tuple[Change, ...]:
    """The sizes on the days looked at closely, where those from day to day are not counted."""
    found = {change.day: change for change in basis.findings.changes}
    days = [(day, each) for day, each in basis.findings.days if day]
    closely = (
        replace(found.get(day, Change(day, (), (), None, (), None)),
                packages=each.packages, win_sets=each.win_sets, zone=each.zone)
        for day, each in days
    )  # fmt: skip
    return tuple(change for change in closely if _is_counted(change))


def _spoken(changes: tuple[Change, ...], moved: Sequence[Turn]) -> str:
    days = f"The lines change on {counted(len(changes), 'day')}."
    if not moved:
        return f"{days} The zone of agreement is {_state(changes[0])} on all of them."
    parts = [f"{_state(changes[0])} from {day_words(changes[0].day)}"]
    parts += [f"{'open' if turn.opened else 'closed'} from {day_words(turn.day)}" for turn in moved]
    return f"{days} The zone of agreement is {', '.join(parts)}."


def _state(change: Change) -> str:
    return "closed" if change.zone == 0 else "open"


def _turns(basis: Basis, changes: tuple[Change, ...], moved: Sequence[Turn]) -> Iterator[Block]:
    """Each closing and opening with what did it, then whose end alone would have opened it."""
    items = [*(_turn(basis, turn) for turn in moved), *_keys(basis, changes)]
    if items:
        yield Items(tuple(items))


def _turn(basis: Basis, turn: Turn) -> Prose:
    start = f"On {day_words(turn.day)} the zone {'opened' if turn.opened else 'closed'}, "
    alone: Prose = ()
    if turn.by:
        which = "that" if len(turn.by) == 1 else "any one of them"
        alone = (f"; but for {which} it would have stayed {'closed' if turn.opened else 'open'}",)
    return (start, *turn_words(basis, turn), *alone, ".", _cite(basis, turn))


def _cite(basis: Basis, turn: Turn) -> Inline:
    return basis.evidence.cite(*basis.grounds(turn.by or (*turn.begun, *turn.ended)))


def _keys(basis: Basis, changes: tuple[Change, ...]) -> Iterator[Prose]:
    """For each stretch of days without a zone, the lines whose end alone would have opened it."""
    runs = [tuple(run) for _, run in groupby(changes, lambda one: (one.zone == 0, one.keys))]
    shut = [(run, later) for run, later in zip_longest(runs, runs[1:]) if run[0].zone == 0]
    for run, later in [each for each in shut if each[0][0].keys][-_STRETCHES:]:
        keys, until = run[0].keys, f" until {day_words(later[0].day)}" if later else " on"
        which = "the end of " if len(keys) == 1 else "the end of any one of "
        would = " alone would have opened the zone." if later else " alone would open the zone."
        cite = basis.evidence.cite(*basis.grounds(keys))
        yield (f"From {day_words(run[0].day)}{until} {which}", *_few(basis, keys), would, cite)
    if shut and not shut[-1][1] and not changes[-1].keys:
        since = day_words(shut[-1][0][0].day)
        yield (f"From {since} on no line's end alone would open the zone: several have to go.",)


def _few(basis: Basis, names: Sequence[str]) -> Prose:
    """What began or ended, with its owner; of too many, the first ones and how many more."""
    known = [_named(basis, name) for name in names[:_NAMED]]
    parts: list[Inline] = []
    for place, one in enumerate(known):
        last = place == len(known) - 1 and len(names) <= _NAMED
        parts += [" and " if last else "; "] if place else []
        parts += one
    if len(names) > _NAMED:
        parts.append(f" and {counted(len(names) - _NAMED, 'other')}")
    return tuple(parts)


def _named(basis: Basis, name: str) -> Prose:
    """A line or link; a worth of no deal, which the sweep calls `no_deal.PARTY`, in words."""
    owner = name.removeprefix("no_deal.")
    if name in basis.lines or owner == name:
        return basis.line_jump(name)
    return (f"the worth of no deal of {basis.names.party(owner)}",)


def _series(basis: Basis, changes: tuple[Change, ...]) -> tuple[Series, ...]:
    """The win-sets that were counted on some day, and the zone."""
    parties = tuple(dict.fromkeys(party for change in changes for party, _ in change.win_sets))
    sizes_by_day = [dict(change.win_sets) for change in changes]
    values = {party: tuple(sizes.get(party) for sizes in sizes_by_day) for party in parties}
    return (
        *(
            Series(basis.names.party(party), own)
            for party, own in values.items()
            if any(value is not None for value in own)
        ),
        Series("Zone: all sides", tuple(change.zone for change in changes), main=True),
    )


def _table(basis: Basis, changes: tuple[Change, ...], series: tuple[Series, ...]) -> Table:
    """What began and ended on each day, and the sizes where there are any."""
    state = () if series else ("Zone",)
    packages = ("All packages",) if series else ()
    head = ("Day", "Begins", "Ends", *state, *(one.label for one in series), *packages)
    rows = tuple(
        Row(
            (
                (day_words(change.day),),
                _lines(basis, change.begun),
                _lines(basis, change.ended),
                *(((_state(change),),) if state else ()),
                *((_size(one, place),) for one in series),
                *(((figure(change.packages),),) if packages else ()),
            )
        )
        for place, change in enumerate(changes)
    )
    return Table("Sizes from each day on" if series else "Changes", head, rows, "sizes")


def _size(series: Series, place: int) -> str:
    value = series.values[place]
    return "open" if series.main and value is None else figure(value)


def _lines(basis: Basis, names: Sequence[str]) -> Prose:
    parts = [_named(basis, name) for name in names]
    joined = tuple(
        part for place, one in enumerate(parts) for part in (("; ", *one) if place else one)
    )
    return joined or ("–",)
