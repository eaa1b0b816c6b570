"""Commands that decide on suggestions: accept, reject."""

from __future__ import annotations

from pathlib import Path

import click

from winset.cli.options import as_json, by, the_case

ids = click.argument("ids", nargs=-1, required=True)


@click.command(short_help="Take suggestions into the record.")
@the_case
@ids
@by
@as_json
def accept(case: Path, ids: tuple[str, ...], by: str, as_json: bool) -> None:
    """Take the suggested entries of these IDS into the record; all of them or none."""
    from winset.cli.show_case import show_decision
    from winset.workbench.keeping import accept

    show_decision(accept(case, ids, by), "accepted", as_json)


@click.command(short_help="Turn suggestions down.")
@the_case
@ids
@by
@as_json
def reject(case: Path, ids: tuple[str, ...], by: str, as_json: bool) -> None:
    """Turn down the suggested entries of these IDS; they stay in the journal."""
    from winset.cli.show_case import show_decision
    from winset.workbench.keeping import reject

    show_decision(reject(case, ids, by), "rejected", as_json)
