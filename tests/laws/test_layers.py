"""The architecture is a file, `.importlinter`, and the code keeps to it."""

from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

CONTRACTS = Path(__file__).parents[2] / ".importlinter"


def test_imports_follow_the_data_flow() -> None:
    status = lint_imports(config_filename=str(CONTRACTS), no_cache=True, no_logo=True)
    assert status == EXIT_STATUS_SUCCESS, "run `just layers` to see which import goes the wrong way"
