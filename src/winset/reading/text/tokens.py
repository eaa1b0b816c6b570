"""Words and stops with their places, and where sentences begin."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from winset.reading.text.marks import Span
from winset.reading.text.words import ABBREVIATIONS

MASK = "\ue000"
"""Stands for each character inside a quotation, so that rules see only the words around it."""

_TOKEN = re.compile(
    rf"[A-Z]\.(?:[A-Z]\.)*(?:[A-Z]\b)?|[a-z]\.(?:[a-z]\.)+|\w+(?:['’\-–]\w+)*['’]?|{MASK}+|[^\w\s]",
    re.UNICODE,
)


_MANY = 1 << 14
"""Different words whose traits are remembered."""
_LONGEST_KEPT = 200_000
"""Characters of a text whose words are all kept; of a longer one they would fill the memory."""


class Token(NamedTuple):
    """A word or one mark of punctuation."""

    text: str
    start: int
    end: int
    lower: str = ""
    """In lower case; or a common word whose part it plays, where the case has its own words."""
    is_word: bool = False
    is_capital: bool = False


_start = attrgetter("start")
_STOPS = frozenset("!?….。")


@lru_cache(maxsize=_MANY)
def _traits(text: str) -> tuple[str, bool, bool]:
    """A word in lower case, whether it is one, and whether it begins with a capital."""
    capital = text[0].isupper() or (text[2:3] == "-" and text[3:4].isupper())  # `al-Roe`
    return text.lower(), text[0].isalnum(), capital


def tokens(text: str, start: int, end: int, roles: Mapping[str, str] | None = None) -> list[Token]:
    """The words and stops of text[start:end]; `roles` are words to be read as common ones."""
    make = tuple.__new__  # past the slower way through a named tuple's own arguments
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        first, last = match.span()
        lower, is_word, is_capital = _traits(word)
        found.append(make(Token, (word, first, last, lower, is_word, is_capital)))
    if not roles:
        return found
    return [word._replace(lower=roles.get(word.lower, word.lower)) for word in found]


class Words:
    """The words and stops of a text, read once for all the rules that ask for some of them."""

    def __init__(self, text: str, roles: Mapping[str, str]) -> None:
        self.text, self._roles = text, roles
        self._every: list[Token] = []
        self._starts: list[int] = []
        self._ends: list[int] = []

    def within(self, start: int, end: int) -> list[Token]:
        """What `tokens` finds at [start, end)."""
        if len(self.text) > _LONGEST_KEPT:
            return tokens(self.text, start, end, self._roles)
        if not self._every:
            self._read()
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end, first)
        found = self._every[first:last]
        if not found or (found[0].start >= start and found[-1].end <= end):
            return found
        return tokens(self.text, start, end, self._roles)  # a word is cut in two

    def _read(self) -> None:
        self._every = tokens(self.text, 0, len(self.text), self._roles)
        self._starts = [word.start for word in self._every]
        self._ends = [word.end for word in self._every]


def place_of(words: list[Token], start: int) -> int | None:
    """The place of the word that starts at an offset; None where it is run into another."""
    place = bisect_left(words, start, key=_start)
    return place if place < len(words) and words[place].start == start else None


def masked(text: str, top: tuple[Span, ...]) -> str:
    """The text with the words of its outermost quotations blanked out, as long as before."""
    pieces, done = [], 0
    for span in top:
        pieces += [text[done : span.start], MASK * (span.end - span.start)]
        done = span.end
    return "".join([*pieces, text[done:]])


def ends_sentence(words: list[Token], place: int) -> bool:
    """Whether the token at `place` is a stop that ends a sentence."""
    stop = words[place]
    if stop.text not in _STOPS:
        return False
    if stop.text != "." or place == 0:
        return stop.text != "."
    before, after = words[place - 1], words[place + 1 : place + 2]
    if after and (after[0].text in ",;:)" or (after[0].text[0].islower() and before.is_capital)):
        return False
    initial = len(before.text) == 1 and before.is_capital
    return before.end < stop.start or not (before.lower in ABBREVIATIONS or initial)


def ends(words: list[Token]) -> list[int]:
    """The places of the stops that end sentences, in their order."""
    return [n for n, word in enumerate(words) if word.text in _STOPS and ends_sentence(words, n)]


def first_sentence(words: list[Token]) -> list[Token]:
    """The words up to the first stop that ends a sentence."""
    stops = ends(words)
    return words[: stops[0]] if stops else words


def last_sentence(words: list[Token]) -> list[Token]:
    """The words after the last stop that ends a sentence before the last word."""
    stops = [place for place in ends(words) if place < len(words) - 1]
    return words[stops[-1] + 1 :] if stops else words


def sentences(words: list[Token]) -> list[list[Token]]:
    """Words divided at the stops that end sentences."""
    cuts = [0, *(place + 1 for place in ends(words)), len(words)]
    return [words[start:end] for start, end in pairwise(cuts) if start < end]
