"""Words and stops with their places, and where sentences begin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from winset.reading.text.marks import Span
from winset.reading.text.words import ABBREVIATIONS

MASK = "\ue000"
"""Stands for each character inside a quotation, so that rules see only the words around it."""

_TOKEN = re.compile(
    rf"(?:[A-Z]\.)+(?:[A-Z]\b)?|(?:[a-z]\.){{2,}}|\w+(?:['’\-–]\w+)*['’]?|{MASK}+|[^\w\s]",
    re.UNICODE,
)


class Token(NamedTuple):
    """A word or one mark of punctuation."""

    text: str
    start: int
    end: int
    lower: str = ""
    """In lower case; or a common word whose part it plays, where the case has its own words."""

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        text = self.text
        return text[0].isupper() or (text[2:3] == "-" and text[3:4].isupper())  # `al-Roe`


def tokens(text: str, start: int, end: int, roles: Mapping[str, str] | None = None) -> list[Token]:
    """The words and stops of text[start:end]; `roles` are words to be read as common ones."""
    make = tuple.__new__  # past the slower way through a named tuple's own arguments
    found = [
        make(Token, (word := m.group(), *m.span(), word.lower()))
        for m in _TOKEN.finditer(text, start, end)
    ]
    if not roles:
        return found
    return [word._replace(lower=roles.get(word.lower, word.lower)) for word in found]


def place_of(words: list[Token], start: int) -> int | None:
    """The place of the word that starts at an offset; None where it is run into another."""
    return next((place for place, word in enumerate(words) if word.start == start), None)


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
    if stop.text in "!?…":
        return True
    if stop.text != "." or place == 0:
        return stop.text == "。"
    before, after = words[place - 1], words[place + 1 : place + 2]
    if after and (after[0].text in ",;:)" or (after[0].text[0].islower() and before.is_capital)):
        return False
    initial = len(before.text) == 1 and before.is_capital
    return before.end < stop.start or not (before.lower in ABBREVIATIONS or initial)


def first_sentence(words: list[Token]) -> list[Token]:
    """The words up to the first stop that ends a sentence."""
    for place in range(len(words)):
        if ends_sentence(words, place):
            return words[:place]
    return words


def last_sentence(words: list[Token]) -> list[Token]:
    """The words after the last stop that ends a sentence before the last word."""
    for place in range(len(words) - 2, -1, -1):
        if ends_sentence(words, place):
            return words[place + 1 :]
    return words


def sentences(words: list[Token]) -> list[list[Token]]:
    """Words divided at the stops that end sentences."""
    found: list[list[Token]] = [[]]
    for place, word in enumerate(words):
        found[-1].append(word)
        if ends_sentence(words, place):
            found.append([])
    return [sentence for sentence in found if sentence]
