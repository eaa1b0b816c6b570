"""Suggestions and marks, as the terminal shows them."""

from __future__ import annotations

from collections.abc import Sequence

from winset.cli.screen import print_json, say
from winset.record.documents import Passage
from winset.record.entries import Statement
from winset.record.plain import to_plain
from winset.report.words import counted


def show_mark(place: Passage, statement: Statement | None, as_json: bool) -> None:
    """Print the place that was marked, and the statement in it."""
    if as_json:
        made = to_plain(statement) if statement else None
        print_json({"passage": to_plain(place), "statement": made})
        return
    say(f"Marked {place.id}: “{place.exact}”")
    if statement:
        said = f" on {statement.issue}" if statement.issue else ""
        say(f"As {statement.kind} {statement.id} of {statement.actor}{said}.")


def show_labels(name: str, actor: str, places: Sequence[Passage], as_json: bool) -> None:
    """Print where a name was marked."""
    if as_json:
        print_json({"name": name, "actor": actor, "passages": [one.id for one in places]})
    else:
        documents = len({one.document for one in places})
        say(f"{counted(len(places), 'place')} of {name!r} marked as {actor}, "
            f"in {counted(documents, 'document')}.")  # fmt: skip
