"""Where a text has words for what happens, and of which kind of event."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from winset.reading.happening.event_words import EVENT_WORDS
from winset.reading.text.patterns import opened
from winset.reading.text.words import by_letter

_Match = Callable[[str, int, int], re.Match[str] | None]
_Kinds = tuple[tuple[str, str], ...]


class Happening(NamedTuple):
    """A word for what happens at [start, end), of form `verb`, `noun`, `name` or `topic`.

    A `name` is a noun that is an event only with a day right before it, as in `the 1956 deal`, a
    `topic` one that is an event only by its verb, as in `the vote was held`.
    """

    start: int
    end: int
    text: str
    kind: str
    form: str

    @property
    def is_verb(self) -> bool:
        """Whether it tells of an event and does not name one."""
        return self.form == "verb"


def happenings(text: str, start: int, end: int) -> Iterator[Happening]:
    """The words for events in text[start:end], in their order, none within another."""
    done = place = start
    for piece in text[start:end].split(" "):
        for offset, match, kinds in _beginnings(piece):
            begin = place + offset
            found = match(text, begin, end) if begin >= done else None
            if found is None:
                continue
            kind, form = kinds[found.lastindex or 0]
            if form == "doing" and not _LED_TO.search(text, max(start, begin - 10), begin):
                continue
            done = found.end()
            yield Happening(begin, done, found.group(), kind, "verb" if form == "doing" else form)
        place += len(piece) + 1


@lru_cache(maxsize=1 << 13)
def _beginnings(piece: str) -> tuple[tuple[int, _Match, _Kinds], ...]:
    """Where in what stands between two spaces such words may begin, and what they may be."""
    return tuple((m.start(), *_RULES[m.group()]) for m in _BEGINNING.finditer(f"{piece} "))


def _beginning(words: str) -> str:
    """Up to five letters that an alternative begins with, or its first word and a space."""
    plain = _NO_LETTER.split(_BEHIND.sub("", words))[0]
    return _FIRST_WORD.sub(r"\1", plain).lower()


def _quick_look(beginnings: Iterable[str]) -> re.Pattern[str]:
    """Where a word begins with some letters, the most of them that can be, be it in capitals."""
    by_first: dict[str, list[str]] = {}
    for beginning in sorted(beginnings, key=len, reverse=True):
        for form in (beginning, beginning.capitalize(), beginning.upper()):
            by_first.setdefault(form[0], []).append(form[1:])
    either = "|".join(f"{first}(?:{by_letter(rest)})" for first, rest in by_first.items())
    return re.compile(rf"\b(?=[A-Za-z])(?<!-)(?:{either})")


_LED_TO = re.compile(r"\b(?:after|before|since|while|upon|by|on|for|following) $")
_BEHIND = re.compile(r"\(\?<!.*?\)")
_NO_LETTER = re.compile(r"[^A-Za-z -]|.[?*{+]")
_FIRST_WORD = re.compile(r"^([a-z]{1,4}[ -]|[a-z]{1,5}).*", re.IGNORECASE)
_WORDS = tuple(
    (_beginning(words), number, words)
    for number, (_, _, body) in enumerate(EVENT_WORDS)
    for words in opened(body)
)
_BEGINNINGS = dict.fromkeys(beginning for beginning, _, _ in _WORDS)
_BEGINNING = _quick_look(_BEGINNINGS)


class _Rules(dict[str, tuple[_Match, _Kinds]]):
    """By the letters a word begins with: what it may be, and of which kind and form that is."""

    def __missing__(self, letters: str) -> tuple[_Match, _Kinds]:
        mine: dict[int, list[str]] = {}
        for beginning, number, words in _WORDS:
            if letters.lower().startswith(beginning):
                mine.setdefault(number, []).append(words)
        either = "|".join(f"({'|'.join(words)})" for words in mine.values())
        kinds = (("", ""), *(EVENT_WORDS[number][:2] for number in mine))
        self[letters] = found = re.compile(rf"\b(?:{either})\b", re.IGNORECASE).match, kinds
        return found


_RULES = _Rules()
