"""The command line: a command parses, calls the workbench, and prints."""

from __future__ import annotations

import sys

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells give it."""


def main() -> None:
    """Run `winset` with the arguments of this process, and end it with the exit code."""
    try:
        from winset.cli.app import program
        from winset.cli.screen import survive_any_text

        survive_any_text()
        program(prog_name="winset")
    except KeyboardInterrupt:  # before a command was reached; within one, `ending` sees to it
        sys.stderr.write("\nStopped.\n")
        sys.exit(INTERRUPTED)
