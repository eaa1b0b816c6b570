"""Reading: rules over made-up news of usual length, and files opened by kept processes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks.measure import Row, seconds
from tests.reading.scoring import passages
from winset.dates import Edtf
from winset.reading import Reading, load_file, read_document, read_files, suggest

_DAY = Edtf.parse("2018-06-10")
_ARTICLES, _PAGES = 100, 24
LENGTH = 3_000
"""Characters of an article, as news agencies write them."""


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
    news = articles()
    taken = seconds(partial(_suggest, news))
    rate = f"{len(news) / taken:,.0f} a second on one core"
    yield Row("suggestions of the rules", f"{len(news)} articles", taken, note=rate)
    with tempfile.TemporaryDirectory() as folder:
        pages = _pages(Path(folder), news)
        kept = seconds(partial(_read_kept, pages))
        each = seconds(partial(_read_each, pages[:6]), runs=1) * len(pages) / 6
        yield Row("web pages to text", f"{len(pages)} pages", kept, "a process each", each)


def _suggest(news: list[str]) -> None:
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
