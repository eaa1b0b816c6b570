"""The command line: a command parses, calls the workbench, and prints."""

from __future__ import annotations


def main() -> None:
    """Run `winset` with the arguments of this process, and end it with the exit code."""
    from winset.cli.app import program
    from winset.cli.screen import survive_any_text

    survive_any_text()
    program(prog_name="winset")
