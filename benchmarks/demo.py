"""The main job: `winset demo` as a user runs it, process and all."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator

from benchmarks.measure import Row, seconds


def rows() -> Iterator[Row]:
    """A whole process each time, in an empty folder, beside one that only says its version."""
    version = seconds(lambda: _winset("--version"))
    yield Row("winset --version", "whole process", version)
    yield Row("winset --help", "whole process", seconds(lambda: _winset("--help")))
    demo = seconds(lambda: _winset("demo"))
    yield Row("winset demo", "whole process", demo, note=f"{demo / version:,.0f} x --version")


def _winset(*arguments: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "winset", *arguments]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
