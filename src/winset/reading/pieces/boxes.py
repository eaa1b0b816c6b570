"""Where a box within an article ends, and the article goes on: only where something tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from winset.reading.text.layout import Paragraph, indent

SIGNS = "■◆●▼▲□◇★※"
RULE = re.compile(r"[=_—–-]{8,}")
_BOXES = ("box", "byline", "heading after an end")
"""The rules by which a piece begins that may stand within another."""
_SIGNS_ALONE = re.compile(rf"[{SIGNS} ]+")
_CLOSED = re.compile(
    r"[\[(]?(?:(?:end of|ends?) (?:the |this )?(?:box|commentary|comment|analysis|sidebar|factbox)"
    r"|(?:the )?(?:article|story|report) (?:continues|goes on)(?: below| here)?"
    r"|back to (?:the )?(?:article|story|report))[.\])]*",
    re.IGNORECASE,
)
_LONG = 60
"""Characters from which a paragraph that ends in no stop was broken off."""


@dataclass(frozen=True, slots=True)
class _Box:
    """A piece that may be a box: where it begins, and the paragraphs before and after that."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    before: int
    start: int

    def ends_before(self, number: int) -> bool:
        """Whether the article that the box interrupts goes on at a paragraph."""
        return self._is_closed(self._line(number - 1)) or self._takes_up(number)

    def _is_closed(self, last: str) -> bool:
        """Whether a line closes the box: a sign, words, or a rule where one opened it."""
        if _CLOSED.fullmatch(last) or _SIGNS_ALONE.fullmatch(last):
            return True
        first = self._line(self.start)
        if first[:1] in SIGNS and last.endswith(first[0]) and last != first:
            return True
        return bool(RULE.fullmatch(last) and RULE.fullmatch(self._line(self.start - 1)))

    def _takes_up(self, number: int) -> bool:
        """Whether a sentence that the box broke off is taken up."""
        broken = self._line(self.before)
        off = len(broken) >= _LONG and (broken[-1].islower() or broken[-1] == ",")
        return off and self._line(number)[:1].islower()

    def set_back(self, following: int) -> int:
        """Where the margin is reached again by a box that alone is set in from it; 0 for none."""
        outer = indent(self.text, self.paragraphs[self.before])
        margins = (
            (number, indent(self.text, self.paragraphs[number]))
            for number in range(self.start, following)
        )
        out = next(((number, at) for number, at in margins if at < outer + 2), None)
        return out[0] if out and out[0] > self.start + 1 and out[1] <= outer else 0

    def _line(self, number: int) -> str:
        if not 0 <= number < len(self.paragraphs):
            return ""
        paragraph = self.paragraphs[number]
        return self.text[paragraph.start : paragraph.end]


def returns(
    text: str,
    paragraphs: tuple[Paragraph, ...],
    body: list[int],
    seams: Mapping[int, str],
) -> dict[int, int]:
    """Paragraphs at which an interrupted piece goes on, each with the one its box began at."""
    found: dict[int, int] = {}
    for start, following in pairwise((*sorted(seams), len(paragraphs))):
        before = bisect_left(body, _head(text, paragraphs, start)) - 1
        if seams[start] not in _BOXES or before < 0:
            continue
        box = _Box(text, paragraphs, body[before], start)
        inside = body[bisect_left(body, start + 2) : bisect_left(body, following)]
        out = box.set_back(following)
        end = next((one for one in inside if one == out or box.ends_before(one)), None)
        if end is not None:
            found[end] = start
    return found


def _head(text: str, paragraphs: tuple[Paragraph, ...], start: int) -> int:
    """Where the box begins with the rule above it."""
    above = paragraphs[start - 1]
    return start - 1 if RULE.fullmatch(text, above.start, above.end) else start
