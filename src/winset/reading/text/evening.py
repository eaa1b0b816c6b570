"""Texts as the rules read them: lines wrapped by hand joined, odd spaces and letters made plain.

The text of a document never changes. The rules read a plainer one beside it, and the places they
find are moved to where the same words stand in the document.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from winset.reading.text.layout import Paragraph, indent

_ODD = re.compile(
    r"[\u00a0\u00ad\u0300-\u036f\u1680\u2000-\u200b\u200e\u200f\u202a-\u202f\u205f\u2060"
    r"\u2066-\u2069\ufb00-\ufb06\ufeff]"  # one of them all, so that others are passed over at once
    r"(?:(?P<space>(?<=[\u00a0\u1680\u2000-\u200a\u202f\u205f]))"
    r"|(?P<unseen>(?<![\u0300-\u036f\ufb00-\ufb06])"
    r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]*)"
    r"|(?<=[\ufb00-\ufb06])"  # letters set as one
    r"|(?P<marks>(?<=[^\W\d_][\u0300-\u036f])[\u0300-\u036f]*))"  # of the letter before
)
_BULLET = re.compile(r"[•·▪‣◦*] ")
_QUOTED = re.compile(r"(?:> ?)+")
_END = re.compile(r"[.!?:…][”’\"')»]*\Z")
_NARROW, _WIDE = 40, 120
"""Characters of the lines between which a text is taken to be wrapped by hand."""
_RUNNING = 0.3
"""The share of its lines, at least, that begin within a sentence."""
_ROOM = 0.75
"""Where the next word would have ended within this share of the width, the break was meant."""

Change = tuple[int, int, str]
"""From where until where, and what stands there instead."""


@dataclass(frozen=True, slots=True)
class Evened:
    """A plainer text, and for each of its pieces where it begins and where it comes from."""

    text: str
    starts: tuple[int, ...]
    origins: tuple[tuple[int, int, bool], ...]
    """Of each piece the place in the document, and whether it is there letter by letter."""

    def start(self, place: int) -> int:
        """Where in the document the letter at `place` begins."""
        number = max(bisect_right(self.starts, place) - 1, 0)
        begin, _, plain = self.origins[number]
        return begin + (place - self.starts[number] if plain else 0)

    def end(self, place: int) -> int:
        """Where in the document the letter before `place` ends."""
        if place == 0:
            return 0
        number = bisect_right(self.starts, place - 1) - 1
        begin, end, plain = self.origins[number]
        return begin + place - self.starts[number] if plain else end


def evened(text: str, lines: Sequence[Paragraph]) -> Evened | None:
    r"""The text as the rules read it; None where it is read as it stands.

    >>> even = evened("the\xa0paper", ())
    >>> even.text, even.start(4), even.end(9)
    ('the paper', 4, 9)
    """
    changes = sorted((*_joints(text, lines), *_plainer(text)))
    return _changed(text, changes) if changes else None


def plain(text: str, lines: Sequence[Paragraph]) -> str:
    """The text as the rules read it, where nobody asks for places."""
    found = evened(text, lines)
    return found.text if found else text


def _changed(text: str, changes: Sequence[Change]) -> Evened:
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[tuple[int, int, bool]] = []
    done = length = 0
    for start, end, new in (*changes, (len(text), len(text), "")):
        if start < done:
            continue  # within a joint
        for piece, origin in ((text[done:start], (done, start, True)), (new, (start, end, False))):
            if piece:
                pieces.append(piece)
                starts.append(length)
                origins.append(origin)
                length += len(piece)
        done = end
    return Evened("".join(pieces), tuple(starts) or (0,), tuple(origins) or ((0, 0, True),))


def _plainer(text: str) -> Iterator[Change]:
    """Odd spaces and letters, each with the plain one."""
    for odd in () if text.isascii() else _ODD.finditer(text):
        start, end = odd.span()
        if odd.lastgroup == "space":
            yield start, end, " "
        elif odd.lastgroup == "unseen":
            yield start, end, ""
        else:
            start -= odd.lastgroup == "marks"
            letters = text[start:end]
            if (new := unicodedata.normalize("NFKC", letters)) != letters:
                yield start, end, new


def _joints(text: str, lines: Sequence[Paragraph]) -> Iterator[Change]:
    """The breaks between lines that are one paragraph, each with what stands there instead."""
    width = _width(text, lines)
    for line, after in pairwise(lines) if width else ():
        if _goes_on(text, line, after, width):
            hyphen = text[line.end - 1] == "-" and text[line.end - 2 : line.end - 1].isalpha()
            yield line.end, _words_of(text, line, after), "" if hyphen else " "


def _width(text: str, lines: Sequence[Paragraph]) -> int:
    """The width at which lines were wrapped by hand; 0 where they were not."""
    joined = [(line, after) for line, after in pairwise(lines) if after.gap == 0]
    lengths = sorted(line.end - line.start for line, _ in joined)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    if not _NARROW <= width <= _WIDE:
        return 0
    running = sum(_is_within(text, *pair) for pair in joined)
    return width if running > _RUNNING * len(joined) else 0


def _is_within(text: str, line: Paragraph, after: Paragraph) -> bool:
    """Whether the next line begins within a sentence: with a small letter, in quotes or not."""
    start = _words_of(text, line, after)
    return text[start : start + 3].lstrip("“\"'‘«„(")[:1].islower()


def _goes_on(text: str, line: Paragraph, after: Paragraph, width: int) -> bool:
    """Whether a line goes on in the next one, as far as wrapping tells."""
    if _is_within(text, line, after):
        return after.gap == 0 or (after.gap == 1 and not _END.search(text[line.start : line.end]))
    if (
        after.gap
        or _BULLET.match(text, after.start)
        or indent(text, after) > indent(text, line) + 1
    ):
        return False
    start = _words_of(text, line, after)
    word = text[start : start + width].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) > _ROOM * width


def _words_of(text: str, line: Paragraph, after: Paragraph) -> int:
    """Where the words of the next line begin: in a mail that is answered, after the `>`."""
    if not text.startswith(">", line.start):
        return after.start
    quoted = _QUOTED.match(text, after.start, after.end - 1)
    return quoted.end() if quoted else after.start
