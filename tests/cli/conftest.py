from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.workbench.made_up import FISHERIES
from winset.cli.app import program

Winset = Callable[..., Result]


@pytest.fixture
def winset() -> Winset:
    """Runs the command line as on a terminal of 80 columns whose output is piped."""

    def run(*arguments: object, given: str = "", columns: int = 80) -> Result:
        texts = [str(argument) for argument in arguments]
        env = {"COLUMNS": str(columns), "WINSET_USER": "tester", "WINSET_DEBUG": None}
        result = CliRunner().invoke(program, texts, input=given, env=env, prog_name="winset")
        assert result.exit_code in (0, 1, 2, 3)
        assert "Traceback" not in result.output
        return result

    return run


@pytest.fixture
def fisheries(winset: Winset, tmp_path: Path) -> Path:
    """The made-up case as a case file."""
    case = tmp_path / "fisheries.winset"
    assert winset("import", case, FISHERIES).exit_code == 0
    return case
