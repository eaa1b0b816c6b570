"""Words and stops with their places, and where sentences begin."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from winset.reading.text.marks import Span
from winset.reading.text.words import ABBREVIATIONS, MONTHS, WEEKDAYS, lexicon

MASK = "\ue000"
"""Stands for each character inside a quotation, so that rules see only the words around it."""

CAPITALS = "A-ZÀ-ÖØ-ÞĀĆČĎĐĒĘĚĞĪİĶĻŁŃŅŇŌŐŒŘŚŞŠȘŤȚŪŮŰŹŻŽ"
"""Of a pattern's set of letters: those that names in Latin letters begin with."""
_LETTERS = r"[A-Za-z0-9_\w]+"
"""What `\\w+` matches, the commonest letters looked up first."""
_TOKEN = re.compile(
    r"((?!\s)(?:[A-Z]\.(?:[A-Z]\.)*(?:[A-Z]\b)?|[a-z]\.(?:[a-z]\.)+"
    rf"|{_LETTERS}(?:['’\-–]{_LETTERS}(?:['’\-–]{_LETTERS})*['’]?|['’]|)|{MASK}+|[^\w\s]))"
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
_end = attrgetter("end")
_token = partial(tuple.__new__, Token)  # past the slower way through a named tuple's own arguments
_STOPS = frozenset("!?….。") | {"a.m.", "p.m."}
_ZONES = lexicon(
    "gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest eet eest msk ist jst kst hkt"
    " sgt aest aedt eastern central mountain pacific greenwich local"
)
_AFTER_HOURS = _ZONES | WEEKDAYS.keys() | MONTHS.keys()
"""Words with a capital that go on with a time of day: `at 9 p.m. Monday`."""


class _Traits(dict[str, tuple[str, bool, bool]]):
    """Each word in lower case, whether it is one, and whether it begins with a capital."""

    def __missing__(self, text: str) -> tuple[str, bool, bool]:
        if len(self) >= _MANY:
            self.clear()
        capital = text[0].isupper() or (text[2:3] == "-" and text[3:4].isupper())  # `al-Roe`
        self[text] = traits = text.lower(), text[0].isalnum(), capital
        return traits


_TRAITS = _Traits()  # kept for text after text; a cache that notes each use takes longer


def tokens(text: str, start: int, end: int, roles: Mapping[str, str] | None = None) -> list[Token]:
    """The words and stops of text[start:end]; `roles` are words to be read as common ones."""
    pieces = _TOKEN.split(text[start:end])  # what is between words, a word, and so on by turns
    words, places = pieces[1::2], list(accumulate(map(len, pieces), initial=start))
    traits = zip(*map(_TRAITS.__getitem__, words), strict=True)
    found = list(map(_token, zip(words, places[1:-1:2], places[2::2], *traits, strict=True)))
    if not roles:
        return found
    return [word._replace(lower=roles.get(word.lower, word.lower)) for word in found]


def lower_words(text: str, start: int, end: int) -> list[str]:
    """The words and stops of text[start:end] in lower case, without their places."""
    return list(map(str.lower, _TOKEN.split(text[start:end])[1::2]))


class Words:
    """The words and stops of a text, read once for all the rules that ask for some of them."""

    def __init__(self, text: str, roles: Mapping[str, str]) -> None:
        self.text, self._roles = text, roles
        self._every: list[Token] = []
        self._starts: list[int] = []
        self._ends: list[int] = []

    def within(self, start: int, end: int) -> list[Token]:
        """What `tokens` finds at [start, end)."""
        if not self._every and not self._read():
            return tokens(self.text, start, end, self._roles)
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end, first)
        if first == last or (self._starts[first] >= start and self._ends[last - 1] <= end):
            return self._every[first:last]
        return tokens(self.text, start, end, self._roles)  # a word is cut in two

    def whole(self, start: int, end: int) -> list[Token]:
        """Those of the same words that are not cut in two, found in fewer steps."""
        if not self._every and not self._read():
            return tokens(self.text, start, end, self._roles)
        first = bisect_left(self._starts, start)
        return self._every[first : bisect_right(self._ends, end, first)]

    def _read(self) -> bool:
        """Read every word, unless the text is too long or has none."""
        if len(self.text) > _LONGEST_KEPT:
            return False
        self._every = tokens(self.text, 0, len(self.text), self._roles)
        self._starts = list(map(_start, self._every))
        self._ends = list(map(_end, self._every))
        return bool(self._every)


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
    after = words[place + 1 : place + 2]
    if stop.is_word:
        return bool(after) and after[0].is_capital and not _goes_on(words, place + 1)
    if stop.text != "." or place == 0:
        return stop.text != "."
    before = words[place - 1]
    if after and (after[0].text in ",;:)" or (after[0].text[0].islower() and before.is_capital)):
        return False
    initial = len(before.text) == 1 and before.is_capital
    return before.end < stop.start or not (before.lower in ABBREVIATIONS or initial)


def _goes_on(words: list[Token], place: int) -> bool:
    """Whether a word with a capital belongs to the hour before it: `9 p.m. GMT`, `Elmira time`."""
    following = words[place + 1].lower if place + 1 < len(words) else ""
    return words[place].lower in _AFTER_HOURS or following == "time"


def first_sentence(words: list[Token]) -> list[Token]:
    """The words up to the first stop that ends a sentence."""
    for place, word in enumerate(words):
        if word.text in _STOPS and ends_sentence(words, place):
            return words[: place + word.is_word]  # `p.m.` is a word and a stop
    return words


def last_sentence(words: list[Token]) -> list[Token]:
    """The words after the last stop that ends a sentence before the last word."""
    return words[_begins(words, len(words) - 1) :]


def unfinished(words: list[Token]) -> list[Token]:
    """The words after the last stop that ends a sentence: none where it is the last word."""
    return words[_begins(words, len(words)) :]


def sentences_back(words: list[Token]) -> Iterator[list[Token]]:
    """The sentences of some words, the last one first."""
    end = len(words)
    while end:
        start = _begins(words, end - 1)
        yield words[start:end]
        end = start


def _begins(words: list[Token], end: int) -> int:
    """Where a sentence begins that goes on up to the word before `end` at least."""
    for place in range(end - 1, -1, -1):
        if words[place].text in _STOPS and ends_sentence(words, place):
            return place + 1
    return 0
