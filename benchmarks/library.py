"""A library of ten thousand documents: added, read and searched by whole commands, with memory."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import product
from pathlib import Path

from benchmarks.measure import Row, seconds
from benchmarks.reading import LENGTH, articles
from winset.workbench.searching import find_words

_FEW, _MANY = 1_000, 10_000
_SYLLABLES = ("Ba", "De", "Fi", "Go", "Ku", "La", "Me", "Ni", "Po", "Ru", "Sa", "Te", "Vi", "Zo")
_SEARCHES = (
    ("a rare word", "Ledosa"),
    ("a word of nearly all", "said"),
    ("two of them", "said the"),
)


def rows() -> Iterator[Row]:
    """A tenth of the library first: memory that grows with the library would show."""
    with tempfile.TemporaryDirectory() as folder:
        for size in (_FEW, _MANY):
            case, papers = Path(folder, f"{size}.winset"), Path(folder, str(size))
            _write(papers, size)
            _command("new", case)
            yield _measured("add", size, case, papers, "--date", "2018-06-10")
            yield _measured("suggest", size, case)
        for kind, words in _SEARCHES:
            taken = seconds(partial(find_words, case, words.split()), runs=9)
            yield Row(f"search for {kind}", f"{_MANY:,} documents", taken)


def _measured(command: str, size: int, case: Path, *arguments: object) -> Row:
    """A whole command over a library, with the largest memory its process had."""
    resident = 0

    def run() -> None:
        nonlocal resident
        resident = _command(command, case, *arguments)

    taken = seconds(run, runs=1)
    note = f"{size / taken:,.0f} a second, {resident / 1024:,.0f} MB"
    return Row(f"winset {command}", f"{size:,} documents", taken, note=note)


def _command(*arguments: object) -> int:
    """Run a command as a user does; the kilobytes it had in memory at most."""
    command = [sys.executable, "-m", "winset", *map(str, arguments)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return used.ru_maxrss


def _write(folder: Path, size: int) -> None:
    """Made-up news, paragraphs drawn by lot, each with somebody no other document names."""
    folder.mkdir()
    lots = random.Random(size)
    paragraphs = [line for text in articles() for line in text.split("\n") if line.strip()]
    names = product(_SYLLABLES, repeat=4)
    for number in range(size):
        name = "".join(next(names)).capitalize()
        text = f"Report {number}\n\n“We shall wait and see,” said Tova {name}.\n\n"
        while len(text) < LENGTH:
            text += lots.choice(paragraphs) + "\n\n"
        (folder / f"{number:05}.txt").write_text(text, "utf-8")
