"""Reading: rules over made-up news of usual length, and files opened by kept processes.

The rules are timed twice: over articles as they are written (`benchmarks.news`), and over the
hard passages of the tests, put together so that thirty quotations stand in one article. Timed are
runs over all the articles, after a first one in which the program makes its patterns; how long
that one took is told beside. It is the processor's time, since other work on the machine is not
the rules'; web pages, which several processes read, are timed by the clock on the wall.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks.measure import Row, seconds
from benchmarks.news import LENGTH, written
from tests.reading.scoring import passages
from winset.dates import Edtf
from winset.reading import Reading, load_file, read_document, read_files, suggest

_DAY = Edtf.parse("2018-06-10")
_ARTICLES, _PAGES, _RUNS = 100, 24, 7


def articles() -> list[str]:
    """News of about 3,000 characters, put together from the passages of the tests."""
    texts = [passage.text for passage in passages()]
    found = []
    for number in range(_ARTICLES):
        text, place = "", number
        while len(text) < LENGTH:
            text += texts[place % len(texts)] + "\n"
            place += 7
        found.append(text[:LENGTH])
    return found


def rows() -> Iterator[Row]:
    """Rules alone, and web pages one process each beside two processes that are kept."""
    close = articles()
    yield _rules("ordinary news", written())
    yield _rules("quotations close together", close)
    with tempfile.TemporaryDirectory() as folder:
        pages = _pages(Path(folder), close)
        kept = seconds(partial(_read_kept, pages))
        each = seconds(partial(_read_each, pages[:6]), runs=1) * len(pages) / 6
        yield Row("web pages to text", f"{len(pages)} pages", kept, "a process each", each)


def _rules(kind: str, news: Sequence[str]) -> Row:
    """How fast one core reads the articles, and how long that took the first time."""
    work = partial(_suggest, news)
    first, taken = (seconds(work, runs, time.process_time) for runs in (1, _RUNS))
    rate = f"{len(news) / taken:,.0f} a second on one core; the first time {first:.3f} s"
    return Row(f"rules, {kind}", f"{len(news)} articles", taken, note=rate)


def _suggest(news: Sequence[str]) -> None:
    for text in news:
        suggest(text, _DAY)


def _pages(folder: Path, news: list[str]) -> list[Path]:
    found = []
    for number, text in enumerate(islice(news, _PAGES)):
        found.append(folder / f"{number}.html")
        body = "".join(f"<p>{line}</p>" for line in text.split("\n") if line)
        found[-1].write_text(f"<html><body><article>{body}</article></body></html>", "utf-8")
    return found


def _read_kept(pages: list[Path]) -> list[Reading | None]:
    return [done.reading for done in read_files(pages, workers=2)]


def _read_each(pages: list[Path]) -> list[Reading]:
    return [read_document(load_file(page), page.name) for page in pages]
