"""`winset add` of many files broken off by a signal: nothing is half done, and on it goes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Winset
from winset.store import open_case

PAGE = "<html><body><article><p>" + "The ports met again. " * 30 + "{}</p></article></body></html>"
FILES, AFTER, PATIENCE = 60, 30, 30
RUN = """
import os, subprocess, sys
import winset.cli.screen as screen

class Told(subprocess.Popen):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        print(self.pid, flush=True)

def broken_off(items, label):
    for number, item in enumerate(items):
        if number == {after}:
            os.kill(os.getpid(), {signal})
        yield item

subprocess.Popen, screen.watched = Told, broken_off
from winset.cli.app import program
program(["add", {case!r}, {folder!r}, "--date", "2015-06-10"])
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals there")


def has_ended(process: int) -> bool:
    """Whether a process is gone, or waits for nothing but to be counted as gone."""
    try:
        os.kill(process, 0)
        told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except ProcessLookupError:
        return True
    except FileNotFoundError:  # it ended just now, or this system tells of none
        return False
    return told.rpartition(")")[2].split()[0] == "Z"


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_adding_that_is_broken_off_leaves_whole_documents_and_goes_on(
    winset: Winset, tmp_path: Path, sent: signal.Signals
) -> None:
    folder, case = tmp_path / "pages", tmp_path / "talks.winset"
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number:03}.html").write_text(PAGE.format(number), encoding="utf-8")
    assert winset("new", case).exit_code == 0
    code = RUN.format(after=AFTER, signal=int(sent), case=str(case), folder=str(folder))
    inherited = {key: value for key, value in os.environ.items() if key != "WINSET_DEBUG"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=inherited, timeout=120
    )
    stopped = sent is signal.SIGINT
    assert done.returncode == (130 if stopped else -sent)
    assert done.stderr.strip() == ("Stopped." if stopped else "")
    workers = [int(line) for line in done.stdout.split()]
    assert workers
    until = time.monotonic() + PATIENCE
    while not all(map(has_ended, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert all(map(has_ended, workers))
    with open_case(case) as kept:
        known = len(kept.record().documents)
        assert all(kept.original(one.id) for one in kept.record().documents)
    assert known == AFTER if stopped else known in range(AFTER + 1)
    assert winset("check", case).exit_code == 0
    again = winset("add", case, folder, "--date", "2015-06-10")
    assert again.exit_code == 0
    with open_case(case) as whole:
        assert len(whole.record().documents) == FILES
    assert {path.name for path in tmp_path.iterdir()} == {"pages", "talks.winset"}
