"""Questions to the person at the terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from winset.dates import Edtf
    from winset.reading import Reading
    from winset.workbench.adding import Ask


def asked() -> Ask:
    """How to ask for a date: at a terminal the person is asked, elsewhere nobody is."""
    from winset.workbench.adding import nobody

    return ask_date if sys.stdin.isatty() and sys.stderr.isatty() else nobody


def ask_date(file: Path, reading: Reading) -> Edtf | None:
    """Ask when a document was published, what it says of itself being the proposal."""
    proposed = {one.value: one for one in reversed(reading.proposals) if one.field == "date"}
    found = next((one for one in reading.proposals if one.field == "date"), None)
    for one in reversed(proposed.values()):
        click.echo(f"{file.name}: {one.basis} gives {one.value}", err=True)
    answer: Edtf = click.prompt(
        f"{file.name}: when was it published",
        default=found.value if found else None,
        value_proc=_date,
        err=True,
    )
    return answer


def _date(text: str) -> Edtf:
    from winset.dates import Edtf
    from winset.errors import Misuse

    try:
        return Edtf.parse(text)
    except Misuse as error:
        raise click.UsageError(str(error)) from None
