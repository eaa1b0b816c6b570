"""Quotation marks paired into spans: nested, over several paragraphs, or left without a partner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from winset.reading.text.layout import Paragraph

_MARKS = "\"“”„‟«»‹›「」『』＂‘‚‛`'’"
_MARK = re.compile(
    rf"[{_MARKS}](?:(?<=‘)‘|(?<![`'’])|(?<=`)`|(?<=')'(?!')|(?<=')'(?='\w)"
    r"|(?<=’)’(?!’)|(?<!\w['’])(?<=['’])|(?<=['’])(?!\w))"
)
"""All begin with one class of letters, so that most of a text is passed over at once."""
_CLOSERS = {
    "“": ("”", '"', "“", "’’", "''"),
    "”": ("”", "“"),
    "„": ("“", "”"),
    "‟": ("”",),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "「": ("」",),
    "『": ("』",),
    "‘": ("’", "'"),
    "‚": ("‘", "’"),
    "‛": ("’",),
    "'": ("'", "’"),
    '"': ('"', "”"),
    "＂": ("＂",),
    "‘‘": ("’’", "''"),
    "``": ("''",),
    "''": ("''",),
}
"""What may close each mark; writers and their machines mix curly marks with straight ones."""
_OPENERS = ("“", "„", "‟", "«", "‹", "「", "『", "‘", "‚", "‛", "‘‘", "``")
_EITHER = ("”", "»", "'", '"', "＂", "''")
"""Marks that open and close alike; the words around them tell which."""
_STRAIGHT = ('"', "＂", "''")
_SINGLE = "‘‚‛'"
_STOPS, _RUN_ON = ".?!", ("”", '"')
_BEFORE_OPENING = "([{—–-/“„«‘\"'…「"
_NO_QUOTE = re.compile(r"\d\ds?\b|(?:tis|twas|em|cause|til|n)\b", re.IGNORECASE)
_SHORTEST_ROW, _MOST_IN_ROW = 1000, 1 / 6
_DEEPEST = 3
_LONGEST_ORPHAN = 1000


class Span(NamedTuple):
    """Words between marks at [start, end), the marks with them at [outer_start, outer_end).

    `orphan` is "open" or "close" for the one mark that is there; `continues` means that the next
    paragraph opens again without this one having closed, or that the text breaks off.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    depth: int = 0
    orphan: str = ""
    continues: bool = False


class _Mark(NamedTuple):
    text: str
    start: int
    end: int


_text = attrgetter("text")


def spans(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Span, ...]:
    """Every quotation of a text, in the order of their first words; linear in the text."""
    found: list[Span] = []
    left: _Mark | None = None
    for number, paragraph in enumerate(paragraphs):
        marks = _marks(text, paragraph)
        if "".join(map(_text, marks)) == "“”" * (len(marks) // 2):  # as in most, or none at all
            found += _in_turn(marks, number)
            left = None
            continue
        pairing = _Pairing(text, paragraph, number, marks, left)
        inside = pairing.spans()
        left = pairing.left
        if left is not None:
            open_ = list(_unclosed(text, left, paragraphs, number))
            inside = _raised(inside, pairing.stack, any(span.continues for span in open_))
            found += [_cut(span, inside) for span in open_]
        found += inside
    return tuple(sorted(_without_spanned(found), key=lambda s: (s.start, -s.end)))


def _in_turn(marks: list[_Mark], number: int) -> Iterator[Span]:
    """The words between marks of which each can only be what it looks like."""
    for opener, closer in zip(marks[::2], marks[1::2], strict=True):
        if closer.start > opener.end:
            yield Span(opener.end, closer.start, opener.start, closer.end, number)


def _marks(text: str, paragraph: Paragraph) -> list[_Mark]:
    if _is_row(text, paragraph):
        return []
    return [
        _Mark(m.group(), *m.span()) for m in _MARK.finditer(text, paragraph.start, paragraph.end)
    ]


def _is_row(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph is so full of marks that it is a table or an ornament, and no writing."""
    start, end, _ = paragraph
    if end - start < _SHORTEST_ROW:
        return False
    return sum(text.count(mark, start, end) for mark in _MARKS) > _MOST_IN_ROW * (end - start)


def is_whole(span: Span, paragraphs: tuple[Paragraph, ...]) -> bool:
    """Whether a span has both its marks, or opens its paragraph and runs to the end of it."""
    paragraph = paragraphs[span.paragraph]
    unclosed = span.orphan == "open" and span.outer_start == paragraph.start
    return not span.orphan or (unclosed and span.end == paragraph.end)


def _unclosed(
    text: str, mark: _Mark, paragraphs: tuple[Paragraph, ...], number: int
) -> Iterator[Span]:
    """A mark still open at the end of its paragraph: carried on by the next one, or an orphan."""
    end = paragraphs[number].end
    after = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
    again = after is not None and text.startswith(mark.text, after.start)
    if again or _is_cut_off(text, mark, paragraphs, number):
        yield Span(mark.end, end, mark.start, end, number, continues=True)
    elif mark.text not in _SINGLE:
        cut = min(end, mark.end + _LONGEST_ORPHAN)
        if cut > mark.end:
            yield Span(mark.end, cut, mark.start, cut, number, orphan="open")


def _raised(found: list[Span], unclosed: list[_Mark], goes_on: bool) -> list[Span]:
    """Spans that were taken to be within words whose mark is never closed, as they are without."""
    starts = [mark.start for mark in unclosed]
    raised = []
    for span in found:
        around = sum(start < span.outer_start for start in starts)
        raised.append(span._replace(depth=span.depth - max(around - goes_on, 0)))
    return raised


def _cut(span: Span, inside: list[Span]) -> Span:
    """An orphan as far as the next quotation at most."""
    if not span.orphan:
        return span
    after = [one.outer_start for one in inside if one.outer_start > span.outer_start]
    end = min([span.end, *after])
    return span._replace(end=end, outer_end=end) if end > span.start else span


def _is_cut_off(text: str, mark: _Mark, paragraphs: tuple[Paragraph, ...], number: int) -> bool:
    """Whether a text breaks off amid a quotation: no stop ends its last words."""
    start, end, _ = paragraphs[number]
    if number + 1 < len(paragraphs) or (mark.text in _SINGLE and mark.start > start):
        return False
    broken = text[end - 1] not in _STOPS or text.endswith("...", mark.end, end)
    return broken and any(map(str.isalpha, text[mark.end : end]))


def _without_spanned(found: list[Span]) -> list[Span]:
    """Drop an orphan whose partner turned up in the next paragraph."""
    whole = {span.start for span in found if not span.orphan}
    return [span for span in found if not span.orphan or span.start not in whole]


class _Pairing:
    """Marks of one paragraph paired with a stack; `left` is the mark open at its end."""

    def __init__(
        self,
        text: str,
        paragraph: Paragraph,
        number: int,
        marks: list[_Mark],
        carried: _Mark | None,
    ) -> None:
        self.text, self.paragraph, self.number, self.marks = text, paragraph, number, marks
        self.carried = carried
        self.stack: list[_Mark] = []
        self.found: list[Span] = []
        self.orphaned = False
        self.left: _Mark | None = None

    def spans(self) -> list[Span]:
        for place, mark in enumerate(self.marks):
            if not self._close(mark, place) and not self._open(mark, place):
                self._orphan(mark)
        doubles = [mark for mark in self.stack if mark.text not in _SINGLE]
        at_start = [m for m in self.stack if m.start == self.paragraph.start]
        self.left = next(iter([*at_start, *doubles, *self.stack]), None)
        return self.found

    @cached_property
    def _singles_later(self) -> list[bool]:
        """For each mark, whether a single closing mark follows before the next opening one."""
        later, seen = [False] * len(self.marks), False
        for place in range(len(self.marks) - 1, -1, -1):
            later[place] = seen
            mark = self.marks[place]
            if mark.text in "‘'" and self._looks_opening(mark):
                seen = False
            elif mark.text in "’'" and not self._before_word(mark):
                seen = True
        return later

    def _close(self, mark: _Mark, place: int) -> bool:
        depth = self._partner(mark)
        if depth is None:
            return False
        opener = self.stack[depth]
        if mark.text in "’'" and (depth != len(self.stack) - 1 or not self._ends_single(mark)):
            return True  # an apostrophe
        if mark.text in "’'" and self._plural_possessive(mark) and self._singles_later[place]:
            return True
        if mark.text in _STRAIGHT and self._looks_opening(mark):
            return False
        if mark.text == "“" and opener.text != "„" and not self._looks_closing(mark):
            return False
        if opener.text != '"' and self._measures(mark):
            return True
        del self.stack[depth:]
        if mark.start > opener.end:
            self.found.append(
                Span(opener.end, mark.start, opener.start, mark.end, self.number, depth)
            )
        return True

    def _partner(self, mark: _Mark) -> int | None:
        for depth in range(len(self.stack) - 1, -1, -1):
            if mark.text in _CLOSERS[self.stack[depth].text]:
                return depth
        return None

    def _open(self, mark: _Mark, place: int) -> bool:
        if mark.text in _SINGLE and (
            not self._looks_opening(mark) or _NO_QUOTE.match(self.text, mark.end)
        ):
            return True  # an apostrophe
        opening = mark.text in _EITHER and self._looks_opening(mark)
        if mark.text in _OPENERS or opening or self._runs_on(mark, place):
            if len(self.stack) < _DEEPEST:
                self.stack.append(mark)
            return True
        return mark.text in "’'"

    def _orphan(self, mark: _Mark) -> None:
        """A closing mark with no opening one: of the paragraph before, or an orphan."""
        if self.orphaned or mark.text in ("''", "'") or self._measures(mark):
            return
        self.orphaned = True
        carried = self.carried
        if carried is not None and not self.found and mark.text in _CLOSERS[carried.text]:
            self.found.append(
                Span(carried.end, mark.start, carried.start, mark.end, self.number - 1)
            )
            return
        start = max([self.paragraph.start] + [span.outer_end for span in self.found[-1:]])
        start = max(start, mark.start - _LONGEST_ORPHAN)
        if start < mark.start:
            self.found.append(Span(start, mark.start, start, mark.end, self.number, orphan="close"))

    def _looks_opening(self, mark: _Mark) -> bool:
        at_start = mark.start == self.paragraph.start
        if at_start and mark.text in _STRAIGHT:
            return True
        before = " " if at_start else self.text[mark.start - 1]
        return (before.isspace() or before in _BEFORE_OPENING) and self._before_word(mark)

    def _looks_closing(self, mark: _Mark) -> bool:
        return not self.text[mark.start - 1].isspace() and not self._before_word(mark)

    def _runs_on(self, mark: _Mark, place: int) -> bool:
        """Whether a mark opens that lost the blank before it: `They left.”We wait,” she said.`"""
        led = mark.start > self.paragraph.start and self.text[mark.start - 1] in _STOPS
        if mark.text not in _RUN_ON or not led or self.carried is not None:
            return False
        if not self.text[mark.end : mark.end + 1].isupper():
            return False
        later = (one for one in self.marks[place + 1 :] if one.text in _CLOSERS[mark.text])
        partner = next(later, None)
        return partner is not None and not self._looks_opening(partner)

    def _before_word(self, mark: _Mark) -> bool:
        after = self.text[mark.end : mark.end + 1]
        return bool(after) and not after.isspace() and after not in ".,;:!?)]”"

    def _ends_single(self, mark: _Mark) -> bool:
        after = self.text[mark.end : mark.end + 1]
        return not after or not (after.isalnum() or after == "_")

    def _plural_possessive(self, mark: _Mark) -> bool:
        return self.text[mark.start - 1 : mark.start] in ("s", "z")

    def _measures(self, mark: _Mark) -> bool:
        return mark.text == '"' and self.text[mark.start - 1 : mark.start].isdigit()
