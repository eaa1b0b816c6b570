"""Lines and paragraphs of a text, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n\f\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\f\u2028\u2029]")
_ENDS = '.!?…:;,”"’»)」。'
_SHORTEST_WRAPPED, _LONGEST_WRAPPED = 45, 100

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
    """The paragraphs of a text: one a line, or one a block where lines are wrapped by hand."""
    lines = tuple(_lines(text))
    return _joined(lines) if _is_wrapped(lines) else lines


def is_heading(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph is short and ends like no sentence does."""
    return paragraph.end - paragraph.start <= 90 and text[paragraph.end - 1] not in ".!…:;,。"


def is_prose(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a sentence or more of running text."""
    return paragraph.end - paragraph.start >= 100 and text[paragraph.end - 1] in _ENDS


def _lines(text: str) -> Iterator[Paragraph]:
    before = 0
    for found in _LINE.finditer(text):
        line = found.group()
        words = line.strip()
        if words:
            start = found.start() + len(line) - len(line.lstrip())
            breaks = len(_BREAK.findall(text, before, start))
            yield Paragraph(start, start + len(words), max(breaks - 1, 0))
            before = start + len(words)


def _is_wrapped(lines: tuple[Paragraph, ...]) -> bool:
    """Tell text broken by hand at some 70 characters from one line a paragraph."""
    joined = [line.end - line.start for line, after in pairwise(lines) if after.gap == 0]
    if len(joined) < 6 or len(joined) * 2 < len(lines):
        return False
    joined.sort()
    middle, high = joined[len(joined) // 2], joined[len(joined) * 9 // 10]
    return middle >= _SHORTEST_WRAPPED and high <= _LONGEST_WRAPPED


def _joined(lines: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    blocks: list[Paragraph] = []
    for line in lines:
        if blocks and line.gap == 0:
            last = blocks.pop()
            line = Paragraph(last.start, line.end, last.gap)
        blocks.append(line)
    return tuple(blocks)
