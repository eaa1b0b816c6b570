"""Commands that list what the record holds, kind by kind."""

from __future__ import annotations

from pathlib import Path

import click

from winset.cli.options import as_json, standing, the_case
from winset.cli.show_entries import list_entries


@click.command(short_help="Who takes part, with their other names.")
@the_case
@standing
@as_json
def actors(case: Path, standing: str | None, as_json: bool) -> None:
    """List the persons, factions, governments and groups of a case."""
    list_entries(case, "actors", standing, as_json)


@click.command(short_help="Who said what, and when.")
@the_case
@standing
@as_json
def statements(case: Path, standing: str | None, as_json: bool) -> None:
    """List what was said and demanded, in the order of the days it was said."""
    list_entries(case, "statements", standing, as_json)


@click.command(short_help="What happened, as it was entered.")
@the_case
@standing
@as_json
def events(case: Path, standing: str | None, as_json: bool) -> None:
    """List the events of a case in the order they were entered."""
    list_entries(case, "events", standing, as_json)


@click.command(short_help="What happened and was agreed, day by day.")
@the_case
@standing
@as_json
def timeline(case: Path, standing: str | None, as_json: bool) -> None:
    """List events and agreements in the order of their days."""
    list_entries(case, "timeline", standing, as_json)


@click.command(short_help="Who stands where, issue by issue.")
@the_case
@click.option("--as-of", metavar="DAY", help="The positions held on this day (YYYY-MM-DD).")
@as_json
def positions(case: Path, as_of: str | None, as_json: bool) -> None:
    """Show for every issue and option who is for it and who against it.

    On a day, an actor's latest position on an issue counts, and a position held for a time only
    while it was held. Nothing said later is used.
    """
    from winset.cli.show_positions import show_positions
    from winset.dates import parse_day
    from winset.workbench.positions import find_positions

    show_positions(find_positions(case, parse_day(as_of) if as_of is not None else None), as_json)


@click.command(short_help="What was undertaken, and what became of it.")
@the_case
@standing
@as_json
def undertakings(case: Path, standing: str | None, as_json: bool) -> None:
    """List what the parties undertook to do, with every review and the outcome."""
    list_entries(case, "undertakings", standing, as_json)


@click.command(short_help="What was foretold, and how good it was.")
@the_case
@standing
@as_json
def forecasts(case: Path, standing: str | None, as_json: bool) -> None:
    """List forecasts with how they turned out, and their scores beside a baseline."""
    from winset.cli.show_forecasts import show_forecasts
    from winset.workbench.listing import record_at
    from winset.workbench.scoring import score_accepted

    found = record_at(case, standing or "accepted").forecasts
    show_forecasts(found, score_accepted(found), as_json)


@click.command(short_help="Two accounts of one thing, side by side.")
@the_case
@standing
@as_json
def differences(case: Path, standing: str | None, as_json: bool) -> None:
    """List where sources differ, each account with what it rests on."""
    list_entries(case, "differences", standing, as_json)
