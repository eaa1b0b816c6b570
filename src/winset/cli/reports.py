"""The command report."""

from __future__ import annotations

from pathlib import Path

import click

from winset.cli.options import A_PATH, a_day, as_json, known_by, the_case


@click.command(short_help="Write the whole case as one page.")
@the_case
@click.option("-o", "--output", type=A_PATH, required=True, help="The HTML file to write.")
@click.option("--day", "days", multiple=True, metavar="DAY", help="A day to look at; repeatable.")
@known_by
@as_json
def report(
    case: Path, output: Path, days: tuple[str, ...], known_by: str | None, as_json: bool
) -> None:
    """Write one self-contained page: question, answer, evidence, analysis, assumptions.

    Without --day the case's own days are looked at, else those on which something changes.
    The same case gives the same bytes.
    """
    from winset.cli.screen import watched
    from winset.cli.show_case import show_report
    from winset.dates import parse_day
    from winset.workbench.reporting import write_report

    wanted = tuple(parse_day(day) for day in days)
    written = write_report(case, output, wanted, watched, a_day(known_by))
    show_report(written, as_json)
