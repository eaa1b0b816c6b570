"""The zone of agreement from day to day: what closed and opened it, and how large it was."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import groupby, zip_longest

import click

from winset.cli.screen import any_number, entry, heading, print_json, say, table
from winset.report.words import Names, counted, day_words, figure, listed, names_of
from winset.settlement.results import Change, Turn
from winset.workbench.probing import Swept
from winset.workbench.shapes import sweep_shape
from winset.workbench.sheets import days_sheet

_NAMED = 4


def show_sweep(swept: Swept, as_json: bool, as_csv: bool) -> None:
    """Print the days on which the zone closed or opened, then the sizes from each day on."""
    with any_number():
        if as_json:
            print_json(sweep_shape(swept.changes, swept.turns))
        elif as_csv:
            lines = StringIO(newline="")
            csv.writer(lines).writerows(days_sheet(swept.chosen.model, swept.changes))
            click.echo(lines.getvalue(), nl=False)
        else:
            _show_words(swept)


def _show_words(swept: Swept) -> None:
    names = names_of(swept.chosen.record, [swept.chosen.model])
    say(swept.chosen.model.title or swept.chosen.version.name)
    if not swept.changes:
        say("No line, link or worth of no deal begins or ends on a day: nothing changes.")
        return
    say(*_sentences(swept))
    for turn in swept.turns:
        entry(f"• {_turn(turn)}")
    _show_days(swept, names)
    _show_keys(swept.changes)


def _sentences(swept: Swept) -> Iterator[str]:
    first, last = swept.changes[0], swept.changes[-1]
    state = "closed" if first.zone == 0 else "open"
    days = counted(len(swept.changes), "day")
    if not swept.turns:
        yield (
            f"The zone of agreement has been {state} throughout, from {day_words(first.day)} on; "
            f"what holds changes on {days}."
        )
        return
    now = "closed" if last.zone == 0 else "open"
    times = "once" if len(swept.turns) == 1 else f"{counted(len(swept.turns), 'time')}"
    yield (
        f"The zone of agreement was {state} on {day_words(first.day)}, opened or closed {times}, "
        f"and is {now} from {day_words(swept.turns[-1].day)} on; what holds changes on {days}."
    )


def _turn(turn: Turn) -> str:
    verb, did = ("opened", "ended") if turn.opened else ("closed", "came into force")
    moved = turn.ended if turn.opened else turn.begun
    if turn.by:
        which = "that" if len(turn.by) == 1 else "any one of them"
        stayed = "closed" if turn.opened else "open"
        cause = f"when {_few(turn.by)} {did}; but for {which} it would have stayed {stayed}"
    else:
        named = moved or (*turn.begun, *turn.ended)
        together = " together" if len(named) > 1 else ""
        cause = f"when {_few(named)} {did if moved else 'changed'}{together}"
    return f"On {day_words(turn.day)} it {verb}, {cause}."


def _few(names: Sequence[str]) -> str:
    shown = list(names[:_NAMED])
    if len(names) > _NAMED:
        shown.append(f"{figure(len(names) - _NAMED)} more")
    return listed(shown)


def _show_days(swept: Swept, names: Names) -> None:
    heading("How much each side could accept, from each day on")
    parties = [names.party(party.id) for party in swept.chosen.model.parties]
    rows = [
        [
            change.day.isoformat(),
            *(figure(size) for _, size in change.win_sets),
            _zone(change),
            *_moved(change),
        ]
        for change in swept.changes
    ]
    sizes = range(1, len(parties) + 2)
    table(["From", *parties, "All", "What began (+) or ended (−)"], rows, right=tuple(sizes))


def _zone(change: Change) -> str:
    return "open" if change.zone is None else figure(change.zone)


def _moved(change: Change) -> list[str]:
    moved = [f"+{name}" for name in change.begun] + [f"−{name}" for name in change.ended]
    more = [f"… {figure(len(moved) - _NAMED)} more"] if len(moved) > _NAMED else []
    return [" ".join([*moved[:_NAMED], *more])]


def _show_keys(changes: Sequence[Change]) -> None:
    """For each stretch of days without a zone, the lines whose end alone would have opened it."""
    runs = [tuple(run) for _, run in groupby(changes, lambda one: (one.zone == 0, one.keys))]
    shut = [(run[0], later) for run, later in zip_longest(runs, runs[1:]) if run[0].zone == 0]
    if shut:
        heading("Whose end alone would open the zone")
    for first, later in shut:
        until = f" until {day_words(later[0].day)}" if later else " on"
        some = "any one of " if len(first.keys) > 1 else ""
        keys = f"{some}{_few(first.keys)}" if first.keys else "no line's: several have to go"
        entry(f"from {day_words(first.day)}{until}: {keys}")
