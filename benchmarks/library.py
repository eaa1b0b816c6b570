"""A library of ten thousand documents: added, read and searched by whole commands, with memory."""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from itertools import product
from pathlib import Path

from benchmarks.measure import Row, seconds
from benchmarks.news import LENGTH
from benchmarks.reading import articles
from winset.workbench.searching import find_words

_FEW, _MANY = 1_000, 10_000
_SYLLABLES = ("Ba", "De", "Fi", "Go", "Ku", "La", "Me", "Ni", "Po", "Ru", "Sa", "Te", "Vi", "Zo")
_SEARCHES = (
    ("a name of one document", ("Filameni",)),
    ("a word of all", ("said",)),
    ("two words of all", ("said", "tova")),
    ("a phrase of all", ("wait and see",)),
    ("all that begins", ("fila*",)),
    ("a letter with a star", ("s*",)),
    ("wide letters", ("ＳＡＩＤ",)),
    ("a Russian word", ("порт",)),
    ("Japanese words", ("漁業",)),
)
_SAYINGS = (
    "",
    "Порт закрыт.\n\n",
    "漁業交渉は続く。\n\n",
)
"""Words at the end of every third document, for the search to find other scripts."""


def rows() -> Iterator[Row]:
    """A tenth of the library first: memory that grows with the library would show."""
    with tempfile.TemporaryDirectory() as folder:
        for size in (_FEW, _MANY):
            case, papers = Path(folder, f"{size}.winset"), Path(folder, str(size))
            _write(papers, size)
            _command("new", case)
            yield _measured("add", size, case, papers, "--date", "2018-06-10")
            yield _measured("add", size, case, papers, "--date", "2018-06-10", note=", once more")
            yield _measured("suggest", size, case)
            yield _measured("report", size, case, "--output", papers.with_suffix(".html"))
        yield _measured("documents", size, case, "--alike")
        yield _measured("check", size, case)
        yield _measured("journal", size, case)
        for kind, words in _SEARCHES:
            taken = seconds(partial(find_words, case, words), runs=9)
            yield Row(f"search for {kind}", f"{_MANY:,} documents", taken)


def _measured(command: str, size: int, case: Path, *arguments: object, note: str = "") -> Row:
    """A whole command over a library, with the processor's time and the most memory it had."""
    begun = time.perf_counter()
    used = _command(command, case, *arguments)
    taken = time.perf_counter() - begun
    processor, resident = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    told = f"{size / taken:,.0f} a second, processor {processor:,.0f} s, {resident:,.0f} MB"
    return Row(f"winset {command}", f"{size:,} documents", taken, note=told + note)


def _command(*arguments: object) -> resource.struct_rusage:
    """Run a command as a user does; what it used."""
    command = [sys.executable, "-m", "winset", *map(str, arguments)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return used


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
        text += _SAYINGS[number % len(_SAYINGS)]
        (folder / f"{number:05}.txt").write_text(text, "utf-8")
