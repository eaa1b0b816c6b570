"""What was done to a case, in a sentence or a table, or as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from winset.cli.screen import entry, heading, print_json, say, table
from winset.record.entries import JournalEntry
from winset.record.kinds import kind_of
from winset.record.plain import to_plain
from winset.report.words import counted, listed
from winset.workbench.editing import described
from winset.workbench.shapes import model_shape

if TYPE_CHECKING:
    from winset.record.kinds import Item
    from winset.store import ModelVersion
    from winset.workbench.demo import Demo
    from winset.workbench.importing import Imported
    from winset.workbench.keeping import Summary
    from winset.workbench.reporting import Written

_KINDS = (
    "documents",
    "actors",
    "statements",
    "events",
    "agreements",
    "undertakings",
    "forecasts",
    "differences",
)


_FEW = 4
"""A change of more entries is shown by their numbers."""


def show_case(summary: Summary, done: str, as_json: bool) -> None:
    """Print what a case holds after something was done with it."""
    record = summary.record
    sizes = {kind: len(getattr(record, kind)) for kind in _KINDS}
    if as_json:
        case = {"case": str(summary.path), "title": record.title, "question": record.question}
        print_json({**case, **sizes, "models": list(summary.models)})
        return
    say(f"{summary.path.name} {done}" + (f": {record.title}" if record.title else ""))
    held = [counted(size, kind[:-1]) for kind, size in sizes.items() if size]
    held += [counted(len(summary.models), "model")] if summary.models else []
    say(f"It holds {listed(held)}." if held else "It is empty; `winset add` puts documents in.")


def show_imported(imported: Imported, as_json: bool) -> None:
    """Print the model made of a scenario, or where it was written and what was changed."""
    if as_json:
        where = str(imported.path) if imported.path else None
        shape = model_shape(imported.model)
        print_json({"path": where, **shape, "notes": list(imported.notes), "model": imported.text})
    elif imported.path is None:
        click.echo(imported.text, nl=False)
    else:
        issues = counted(len(imported.model.issues), "issue")
        say(
            f"{imported.path} written: {counted(len(imported.model.parties), 'party', 'parties')}"
            f" and {issues}."
        )
        for note in imported.notes:
            entry(f"• {note}")


def show_decision(ids: Sequence[str], done: str, as_json: bool) -> None:
    """Print which entries were decided on."""
    if as_json:
        print_json({done: list(ids)})
    else:
        which = f": {', '.join(ids)}" if ids else "; they were already"
        say(f"{counted(len(ids), 'entry', 'entries').capitalize()} {done}{which}")


def show_item(item: Item, done: str, as_json: bool) -> None:
    """Print what became of one item."""
    if as_json:
        print_json({"kind": kind_of(item), kind_of(item): to_plain(item)})
    else:
        say(f"{described(item)} ({done})")


def show_models(versions: Sequence[ModelVersion], as_json: bool) -> None:
    """Print every kept version of every model."""
    if as_json:
        print_json({"models": [to_plain(version) for version in versions]})
    elif not versions:
        say("No model yet; `winset model CASE FILE.toml` keeps one.")
    else:
        table(
            ["Model", "Version", "Kept on", "By", "Why"],
            [
                [one.name, str(one.version), f"{one.at:%Y-%m-%d %H:%M}", one.by, one.note]
                for one in versions
            ],
            right=(1,),
        )


def show_journal(entries: Sequence[JournalEntry], as_json: bool) -> None:
    """Print changes, newest first."""
    if as_json:
        print_json({"journal": [to_plain(one) for one in entries]})
    elif not entries:
        say("Nothing has been changed yet.")
    else:
        changes = [list(group) for _, group in groupby(entries, key=lambda one: one.change)]
        table(["Change", "When (UTC)", "By", "What"], map(_change_row, changes), right=(0,))


def show_undone(entries: Sequence[JournalEntry], as_json: bool) -> None:
    """Print what was taken back."""
    if as_json:
        print_json({"undone": [to_plain(one) for one in entries]})
    elif not entries:
        say("There is nothing to take back.")
    else:
        gone = [one for one in entries if not one.after]
        back = [one for one in entries if one.after]
        said = [
            f"{what}: {_deeds(some).replace('undo ', '')}"
            for what, some in (("Taken back", gone), ("As before again", back))
            if some
        ]
        say(f"{'. '.join(said)}.")


def show_report(written: Written, as_json: bool) -> None:
    """Print where the report is, and what it answers."""
    if as_json:
        print_json(_report(written))
        return
    say(*written.answer)
    say(f"Written: {written.path}")


def show_demo(demo: Demo, as_json: bool) -> None:
    """Print the answer of the worked case, and where to look next."""
    report, case = demo.report.path.name, demo.case.name
    if as_json:
        print_json({"case": str(demo.case), **_report(demo.report)})
        return
    say(*demo.report.answer)
    heading("Where to look next")
    for where, what in (
        (report, "the whole analysis as one page; open it in a browser"),
        (case, "the case behind it, which every command reads:"),
        (f"winset settle {case} --as-of DAY", "what blocks on a day, with the passages"),
        (f"winset stability {case}", "which states would last"),
        (f"winset timeline {case}", "what happened, day by day"),
        ("winset -h", "everything else"),
    ):
        entry(where)
        entry(what, 6)


def _report(written: Written) -> dict[str, object]:
    return {
        "report": str(written.path),
        "answer": list(written.answer),
        "days": [day.isoformat() for day in written.days],
    }


def _change_row(entries: Sequence[JournalEntry]) -> list[str]:
    """One change: when, by whom, what, and which earlier entries it takes back."""
    first = entries[0]
    what = _deeds(entries)
    undone = [one.undoes for one in entries if one.undoes is not None]
    if undone:
        first_one, last = min(undone), max(undone)
        numbers = f"entry {last}" if first_one == last else f"entries {first_one} to {last}"
        what += f" (journal {numbers})"
    return [str(first.change), f"{first.at:%Y-%m-%d %H:%M}", first.by, what]


def _deeds(entries: Sequence[JournalEntry]) -> str:
    """What was done, in order: every entry where they are few, else how many of each kind."""
    done = entries[::-1]
    if len(done) <= _FEW:
        return ", ".join(f"{one.action} {one.kind} {one.entry}".strip() for one in done)
    kinds = Counter((one.action, one.kind) for one in done)
    return ", ".join(
        f"{action} {number} {kind}{'' if number == 1 else 's'}"
        for (action, kind), number in kinds.items()
    )
