from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from winset.cli.asking import ask_date, asked
from winset.reading import read_document

DATED = b"Talks resume\nMay 21, 2019\n\nThe delegations met again in the harbour.\n"


def answer(data: bytes, typed: str) -> tuple[str, str]:
    """What is taken as the date, and what was printed on the way."""

    @click.command()
    def command() -> None:
        click.echo(ask_date(Path("a.txt"), read_document(data, "a.txt")))

    result = CliRunner().invoke(command, input=typed)
    return result.stdout.strip(), result.stderr


@pytest.mark.parametrize(
    ("data", "typed", "taken"),
    [
        (DATED, "\n", "2019-05-21"),
        (DATED, "2019-06\n", "2019-06"),
        (b"No day is named here.", "soon\n2019~\n", "2019~"),
    ],
)
def test_a_person_confirms_or_corrects_the_proposed_date(
    data: bytes, typed: str, taken: str
) -> None:
    assert answer(data, typed)[0].endswith(taken)


def test_the_question_says_where_the_proposal_comes_from() -> None:
    assert "May 21, 2019" in answer(DATED, "\n")[1]


def test_nobody_is_asked_where_there_is_no_terminal() -> None:
    assert asked()(Path("a.txt"), read_document(DATED, "a.txt")) is None
