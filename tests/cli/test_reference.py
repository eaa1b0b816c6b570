from __future__ import annotations

from pathlib import Path

from winset.cli.app import COMMANDS
from winset.cli.reference import reference

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "commands.md"


def test_the_reference_of_commands_is_up_to_date() -> None:
    assert PAGE.read_text() == reference(), "run `just reference`"


def test_every_command_is_in_the_reference() -> None:
    page = reference()
    assert all(f"## winset {name}\n" in page for name in COMMANDS)
