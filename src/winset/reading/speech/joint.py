"""Several who speak together: `the envoy and Anna Berg said in a joint statement`."""

from __future__ import annotations

from winset.reading.people.mentions import Mention, can_speak
from winset.reading.text.tokens import MASK, Token, place_of
from winset.reading.text.words import (
    CLAUSE_WORDS,
    DAY_WORDS,
    DETERMINERS,
    ROLE_NOUNS,
    SUBORDINATORS,
    TITLES,
)

_LONGEST = 10
_OPENING = CLAUSE_WORDS | (SUBORDINATORS - {"with", "by", "from"})
_WITHIN = TITLES | ROLE_NOUNS | DETERMINERS | {"of"}


def joined_before(words: list[Token], mention: Mention) -> tuple[Mention, ...]:
    """Those named before a mention and joined to it, where they begin its clause."""
    found: list[Mention] = []
    opening: tuple[Mention, ...] = ()
    first = place_of(words, mention[0].start) or 0
    while first >= 2 and _joins(words[first - 1], bool(found)):
        start = first - 1
        while start > 0 and first - start < _LONGEST and _names(words[start - 1]):
            start -= 1
        if not can_speak(words[start : first - 1]):
            break
        found.insert(0, words[start : first - 1])
        first = start
        opening = tuple(found) if _opens(words, first) else opening
    return opening


def joined_after(words: list[Token], mention: Mention, cue: int) -> tuple[Mention, ...]:
    """Those joined to a mention by the words after it, up to the verb at `cue` or to a stop."""
    found: list[Mention] = []
    last = place_of(words, mention[-1].start)
    while last is not None and last + 2 < len(words) and words[last + 1].lower in (",", "and"):
        comma = words[last + 1].text == "," and words[last + 2].lower == "and"
        end = start = last + 2 + comma
        while end < len(words) and end - start < _LONGEST and _names(words[end]):
            end += 1
        if not can_speak(words[start:end]):
            return ()
        found.append(words[start:end])
        if words[start - 1].lower == "and":
            return tuple(found) if end == cue or _closes(words, end) else ()
        last = end - 1
    return ()


def _joins(word: Token, already: bool) -> bool:
    return word.lower == "and" or (already and word.text == ",")


def _names(word: Token) -> bool:
    """Whether a word can stand within a name or an office."""
    return word.text == "." or (word.is_word and (word.is_capital or word.lower in _WITHIN))


def _opens(words: list[Token], first: int) -> bool:
    """Whether nothing of the clause stands before the word at `first`."""
    before = words[first - 1] if first else None
    if before is None or before.text in ",:;—–”»" or before.text[0] == MASK:
        return True
    return before.lower in _OPENING


def _closes(words: list[Token], end: int) -> bool:
    """Whether no verb follows: the end, a stop, a day or `in a joint statement`."""
    after = words[end] if end < len(words) else None
    if after is None or not after.is_word:
        return True
    return after.lower in SUBORDINATORS or after.lower in DAY_WORDS
