"""Commands on a case's past: journal, undo."""

from __future__ import annotations

from pathlib import Path

import click

from winset.cli.options import as_json, at_most, by, the_case


@click.command(short_help="List who changed what, and when.")
@the_case
@at_most(50, "How many changes, newest first.")
@as_json
def journal(case: Path, limit: int, as_json: bool) -> None:
    """List the changes of a case, newest first."""
    from winset.cli.show_case import show_journal
    from winset.workbench.keeping import journal

    show_journal(journal(case, limit), as_json)


@click.command(short_help="Take back the last change.")
@the_case
@by
@as_json
def undo(case: Path, by: str, as_json: bool) -> None:
    """Take back the last change of a case; the journal keeps both."""
    from winset.cli.show_case import show_undone
    from winset.workbench.keeping import undo

    show_undone(undo(case, by), as_json)
