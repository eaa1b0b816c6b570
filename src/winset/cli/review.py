"""Commands that decide on suggestions and change entries: accept, reject, edit, enter."""

from __future__ import annotations

from pathlib import Path

import click

from winset.cli.options import as_json, by, the_case

ids = click.argument("ids", nargs=-1, required=True)


@click.command(short_help="Take suggestions into the record.")
@the_case
@ids
@click.option("--actor", default="", help="Who made these statements: the id of an actor.")
@by
@as_json
def accept(case: Path, ids: tuple[str, ...], actor: str, by: str, as_json: bool) -> None:
    """Take the suggested entries of these IDS into the record; all of them or none."""
    from winset.cli.show_case import show_decision
    from winset.workbench.keeping import accept

    show_decision(accept(case, ids, by, actor), "accepted", as_json)


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


@click.command(short_help="Change fields of an entry.")
@the_case
@click.argument("name", metavar="ID")
@click.argument("assignments", metavar="FIELD=VALUE...", nargs=-1, required=True)
@by
@as_json
def edit(case: Path, name: str, assignments: tuple[str, ...], by: str, as_json: bool) -> None:
    """Change fields of the entry or the suggestion ID; `winset undo` takes it back.

    Lists of ids are separated by commas; an empty VALUE empties the field. The fields of each
    kind are in docs/reference/record.md.
    """
    from winset.cli.show_case import show_item
    from winset.workbench.editing import edit

    item, changed = edit(case, name, assignments, by)
    show_item(item, "changed" if changed else "was so already", as_json)


@click.command(short_help="Enter an actor, an event or another entry by hand.")
@the_case
@click.argument("kind")
@click.argument("name", metavar="ID")
@click.argument("assignments", metavar="FIELD=VALUE...", nargs=-1)
@by
@as_json
def enter(
    case: Path, kind: str, name: str, assignments: tuple[str, ...], by: str, as_json: bool
) -> None:
    """Enter a source, actor, statement, event or another KIND of entry under a new ID.

    As in: winset enter CASE actor voe name="Marit Voe" kind=person parent=mainland
    """
    from winset.cli.show_case import show_item
    from winset.workbench.editing import enter

    show_item(enter(case, kind, name, assignments, by), "entered", as_json)
