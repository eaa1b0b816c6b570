"""Lines and paragraphs of a text, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_BREAKS = "\r\f\u2028\u2029"
_ENDS = '.!?…:;,”"’»)」。'
_PAGE = 120

DATELINE = re.compile(
    r"[A-ZÀ-Ý][A-ZÀ-Ý .’'/-]{2,30}(?:,[^\n—–]{0,40}?)?\s*(?:\([^)\n]{2,40}\))?"
    r"(?:\s*(?:—|–|--|-)\s+|\.\s+/[A-Z]+/\.?\s+)"
)
"""The place, day and agency a report opens with: `ELMIRA, June 3 (Harbour News) — `."""


class Paragraph(NamedTuple):
    """A paragraph without the white space around it; `gap` is the blank lines before it."""

    start: int
    end: int
    gap: int


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, one a line; see `evened` for lines wrapped by hand."""
    return tuple(_lines(text))


def is_heading(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph is short and ends like no sentence does."""
    return paragraph.end - paragraph.start <= 90 and text[paragraph.end - 1] not in ".!…:;,。"


def is_prose(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a sentence or more of running text."""
    return paragraph.end - paragraph.start >= 100 and text[paragraph.end - 1] in _ENDS


def indent(text: str, paragraph: Paragraph) -> int:
    """How many blanks stand before a paragraph in its line, up to a page's width."""
    before = text[max(paragraph.start - _PAGE, 0) : paragraph.start]
    return len(before) - len(before.rstrip(" \t\u3000"))


def _lines(text: str) -> Iterator[Paragraph]:
    plain = text.replace("\r\n", " \n")  # as long as before
    for stop in _BREAKS:
        plain = plain.replace(stop, "\n")
    place = breaks = 0
    for line in plain.split("\n"):
        words = line.strip()
        if words:
            start = place + line.index(words[0])
            yield Paragraph(start, start + len(words), max(breaks - 1, 0))
            breaks = 0
        breaks += 1
        place += len(line) + 1
