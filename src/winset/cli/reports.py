"""The command report."""

from __future__ import annotations

from pathlib import Path

import click

from winset.cli.options import A_PATH, as_json, the_case


@click.command(short_help="Write the whole case as one page.")
@the_case
@click.option("-o", "--output", type=A_PATH, required=True, help="The HTML file to write.")
@click.option("--day", "days", multiple=True, metavar="DAY", help="A day to look at; repeatable.")
@as_json
def report(case: Path, output: Path, days: tuple[str, ...], as_json: bool) -> None:
    """Write one self-contained page: question, answer, evidence, analysis, assumptions.

    Without --day the case's own days are looked at, else those on which something changes.
    The same case gives the same bytes.
    """
    from winset.cli.screen import watched
    from winset.cli.show_case import show_report
    from winset.dates import parse_day
    from winset.workbench.reporting import write_report

    written = write_report(case, output, tuple(parse_day(day) for day in days), watched)
    show_report(written, as_json)
