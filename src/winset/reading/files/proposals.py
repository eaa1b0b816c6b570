"""What a document seems to say about itself: title, author, publisher and date, each with where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from winset.dates import Edtf
from winset.errors import Misuse
from winset.reading.dating.stated import stated_days
from winset.reading.pieces.boilerplate import boilerplate
from winset.reading.pieces.parts import byline
from winset.reading.suggestions import BoilerplateSuggestion
from winset.reading.text.evening import plain
from winset.reading.text.layout import Paragraph, is_prose, paragraphs

_FIRST = 20_000
_HEAD, _FOOT = 8, 3
_LINE = 90
"""Characters of a line that are shown as where a date was found."""
_HEADERS = {
    "html": "the page's metadata",
    "pdf": "the PDF's header",
    "docx": "the Word file's properties",
    "eml": "the mail's header",
    "text": "",
}
_WRITER = re.compile(
    r"\b(?:written by|by|author:)\s+((?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+)", re.IGNORECASE
)
_FIRST_TIME = re.compile(r"(?:first|originally) (?:published|appeared|printed)", re.IGNORECASE)
_BULLETS = "•·▪‣◦* \t"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A value for "title", "author", "publisher" or "date", and where it was found."""

    field: str
    value: str
    basis: str


def from_page(found: Mapping[str, Any], kind: str) -> Iterator[Proposal]:
    """What the header of a web page or PDF says; a date only where it is one."""
    where = _HEADERS[kind]
    for field in ("title", "author", "publisher", "date"):
        value = " ".join(str(found.get(field, "")).split())[:300]
        if value and (field != "date" or _is_date(value)):
            yield Proposal(field, value, where)
    if _is_date(str(found.get("changed", ""))):
        yield Proposal("date", str(found["changed"]), f"{where}, for the last change")


def likeliest_first(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The proposals in their order, but what names the first publication before all others."""
    return tuple(sorted(proposals, key=lambda one: _FIRST_TIME.search(one.basis) is None))


def from_text(text: str) -> Iterator[Proposal]:
    """What the first and last lines of a text say."""
    head = text[:_FIRST]
    head = plain(head, paragraphs(head))
    blocks = paragraphs(head)
    page = boilerplate(head, blocks)
    body = [number for number in range(len(blocks)) if number not in page]
    for block in page.values():
        if block.kind in ("repeated headline", "page title"):
            headline = head[block.start : block.end].partition(" | ")[0].partition("|")[0]
            yield Proposal("title", headline, f"the {block.kind}")
    yield from _titles(head, blocks, body)
    yield from _authors(head, blocks, body)
    for block in page.values():
        if block.kind == "site header":
            yield Proposal("publisher", head[block.start : block.end], "the first line")
    yield from _dates(head, tuple(page.values()))
    tail = text[max(len(text) - 600, 0) :] if len(text) > _FIRST else ""
    yield from _dates(tail, ())


def _titles(text: str, blocks: tuple[Paragraph, ...], body: list[int]) -> Iterator[Proposal]:
    for number in body[:2]:
        block = blocks[number]
        if block.end - block.start <= 200 and text[block.end - 1] not in '.,;:”"':
            yield Proposal("title", text[block.start : block.end], f"line {number + 1}")
            return


def _authors(text: str, blocks: tuple[Paragraph, ...], body: list[int]) -> Iterator[Proposal]:
    for block in (*blocks[:_HEAD], *blocks[_HEAD:][-_FOOT:]):
        found = byline(text, block)
        if found:
            yield Proposal("author", found, "a line that begins with “By”")
    for number in body[:4]:
        line = text[blocks[number].start : blocks[number].end]
        if _is_person(line) and number + 1 < len(blocks) and is_prose(text, blocks[number + 1]):
            yield Proposal("author", line, "the line before the text")
    items = [b for b in blocks[-_FOOT:] if text[b.start] in _BULLETS]
    for block in items if len(items) == 1 else ():
        name = text[block.start : block.end].lstrip(_BULLETS)
        if _is_person(name):
            yield Proposal("author", name, "the last line")


def _is_person(line: str) -> bool:
    """Whether a line is two to four words, each with a capital, as a person's name is."""
    words = line.split()
    capital = all(word[:1].isupper() and word.strip(".").isalpha() for word in words)
    return 2 <= len(words) <= 4 and capital


def _dates(text: str, page: tuple[BoilerplateSuggestion, ...]) -> Iterator[Proposal]:
    """Dates in lines that carry little else, the first lines before the last."""
    for block in page:
        if block.kind not in ("date", "provenance"):
            continue
        for day in stated_days(text[block.start : block.end])[:1]:
            line = shorten(text[block.start : block.end], _LINE, placeholder=" …")
            yield Proposal("date", day, f"the line “{line}”")


def _is_date(value: str) -> bool:
    try:
        Edtf.parse(value)
    except Misuse:
        return False
    return True
