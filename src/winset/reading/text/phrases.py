"""Sentences of a text as spans, cut by a quick look; quotations in it are blanked out before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from winset.reading.text.layout import Paragraph
from winset.reading.text.tokens import MASK
from winset.reading.text.words import ABBREVIATIONS

_CLOSING = "”\"’'»"
_BEFORE_STOP = _CLOSING + ")]% "
_STOP = re.compile(
    rf"[.!?…。！？{_CLOSING}](?:(?<=[。！？])"
    rf"|(?:(?<=[.!?…])|(?<={MASK}.))[{_CLOSING})\]]*\s+(?=[“\"‘'«„(\[]?[A-ZÀ-ÞА-Я0-9{MASK}]))"
)
_LAST_WORD = re.compile(r"(?:[A-Za-z]\.)*+\w++$")
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]")
_OPENING = re.compile(
    r"[“\"‘'«(]*(?:The|A|An|He|She|It|They|We|This|That|These|But|And|In|On|At|For|However|There|Both|Its|His|Their)\b"
)
"""What begins a sentence after initials such as `U.S.`, which seldom end one."""
_LONGEST = 1200


class Sentence(NamedTuple):
    """A sentence at [start, end) of the paragraph with that number."""

    start: int
    end: int
    paragraph: int


def sentences_of(
    text: str, masked: str, paragraphs: tuple[Paragraph, ...], page: frozenset[int]
) -> tuple[Sentence, ...]:
    """The sentences outside boilerplate; `masked` is the text with quotations blanked out."""
    found: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        if number not in page:
            start = paragraph.start
            for end in _cuts(text, masked, paragraph):
                found.append(Sentence(start, end, number))
                start = end
    return tuple(found)


def _cuts(text: str, masked: str, paragraph: Paragraph) -> Iterator[int]:
    """Where the sentences of a paragraph end, cut where no sentence goes on for so long."""
    start = paragraph.start
    for stop in _STOP.finditer(masked, paragraph.start, paragraph.end):
        if _ends(text, masked, stop):
            yield from range(start + _LONGEST, stop.end(), _LONGEST)
            yield (start := stop.end())
    yield from range(start + _LONGEST, paragraph.end, _LONGEST)
    if start < paragraph.end:
        yield paragraph.end


def _ends(text: str, masked: str, stop: re.Match[str]) -> bool:
    mark, after = masked[stop.start()], stop.end()
    if masked.startswith(MASK, after + 1) and text[after + 1].islower():
        return False  # only a few words are quoted: `St. “old” John`
    if mark in _CLOSING:
        return text[stop.start() - 1] in ".!?"
    if mark != ".":
        return True
    before = _LAST_WORD.search(masked, max(stop.start() - 20, 0), stop.start())
    word = before.group().lower() if before else ""
    if _INITIALS.fullmatch(word):
        return _OPENING.match(masked, stop.end()) is not None
    if not word:  # `“a wall”. The …`
        return masked[stop.start() - 1] in _BEFORE_STOP
    return word not in ABBREVIATIONS and not (len(word) == 1 and word.isalpha())


def holding(sentences: Iterable[Sentence], places: Iterator[int]) -> Iterator[Sentence]:
    """The sentences that hold one of some places, which come in the order of the text."""
    place = next(places, -1)
    for sentence in sentences:
        while 0 <= place < sentence.start:
            place = next(places, -1)
        if place < 0:
            return
        if place < sentence.end:
            yield sentence


def words_at(text: str, start: int, end: int) -> str:
    """The words of a span as one line, cut where they go on for too long."""
    return " ".join(text[start : min(end, start + _LONGEST)].split())
