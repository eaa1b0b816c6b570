"""One speaker's words in two documents, nearly alike but not quite."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from winset.reading.pairing import sharing
from winset.reading.side_by_side.accounts import AccountSuggestion, DifferenceSuggestion, Read
from winset.reading.suggestions import QuoteSuggestion

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_INSERTED = re.compile(r"[(\[][^()\[\]]{1,60}[)\]]")
"""What an editor adds within a quotation."""
_SPELLINGS = tuple(
    (re.compile(british), american)
    for british, american in (
        ("(?<=[a-z]{2})our", "or"),
        ("(?<=[a-z]{3})is(?=(?:e[ds]?|ing|ations?)$)", "iz"),
        ("(?<=[a-z]{3})ence$", "ense"),
        ("(?<=[a-z]{3})tre(?=s?$)", "ter"),
        ("ll(?=(?:ed|ing|ers?)$)", "l"),
    )
)
_RUN, _FEWEST, _LONGEST = 3, 5, 300
_ALIKE, _LENGTHS, _SURE = 0.6, 3, 0.7
_FEWEST_IN_A_ROW, _FEWEST_TELLING, _TELLING = 5, 4, 4
"""Words that stand alike in a row; different words in both that tell; letters of one that does."""
_COMMON = 50
"""Runs of words that more quotes than this share tell nothing."""


_FEW_CHANGED = 2
"""Words at an end of a quote that may be others, and are not cut off."""
_Step = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Words:
    """A quote with its words in lower case and their runs of three."""

    document: str
    quote: QuoteSuggestion
    words: tuple[str, ...]
    runs: frozenset[tuple[str, ...]]


def retold(documents: Sequence[Read]) -> Iterator[DifferenceSuggestion]:
    """Words of one speaker given twice and not alike, though not because one is cut short."""
    spoken = list(_once(words for one in documents for words in _spoken(one)))
    linked: set[int] = set()
    for a, b in _pairs(spoken):
        first, second = spoken[a], spoken[b]
        if linked >= {a, b}:
            continue  # each is set beside another already
        if first.document != second.document and _at_odds(first, second):
            linked |= {a, b}
            accounts = (_account(first), _account(second))
            about = f"words of {first.quote.speaker}"
            yield DifferenceSuggestion(about, "wording", accounts, "one speaker, like words", _SURE)


def _once(spoken: Iterator[_Words]) -> Iterator[_Words]:
    """Quotes without those of the same words and speaker that were given before."""
    seen: set[tuple[str | None, tuple[str, ...]]] = set()
    for one in spoken:
        key = (one.quote.speaker, one.words)
        if key not in seen:
            seen.add(key)
            yield one


def _spoken(one: Read) -> Iterator[_Words]:
    for quote in one.found.quotes:
        speaker = quote.speaker or ""
        words = tuple(
            _plain(word.casefold().replace("’", "'"))
            for word in _WORD.findall(_INSERTED.sub(" ", quote.text))[:_LONGEST]
        )
        if quote.kind == "speech" and speaker[:1].isupper() and len(words) >= _FEWEST:
            runs = {words[n : n + _RUN] for n in range(len(words) - _RUN + 1)}
            yield _Words(one.document, quote, words, frozenset(runs))


def _plain(word: str) -> str:
    """A word as both spellings of English have it: `neighbor`, `realize`, `defense`."""
    for british, american in _SPELLINGS:
        word = british.sub(american, word)
    return word


def _pairs(spoken: list[_Words]) -> list[tuple[int, int]]:
    """Quotes of one speaker that share a run of words which few others have."""
    lasts = ((one.quote.speaker or "").rpartition(" ")[2].casefold() for one in spoken)
    keys = ([(last, *run) for run in one.runs] for last, one in zip(lasts, spoken, strict=True))
    return sorted(set(sharing(keys, _COMMON)))


def _at_odds(a: _Words, b: _Words) -> bool:
    """Whether two quotes run alike for long, and neither is only a piece of the other."""
    shorter, longer = sorted((a.words, b.words), key=len)
    telling = {word for word in set(shorter) & set(longer) if len(word) >= _TELLING}
    if len(longer) > _LENGTHS * len(shorter) or len(telling) < _FEWEST_TELLING:
        return False
    steps = SequenceMatcher(None, shorter, longer, autojunk=False).get_opcodes()
    equal = [last - first for step, first, last, _, _ in steps if step == "equal"]
    alike = sum(equal) >= _ALIKE * len(shorter) and max(equal, default=0) >= _FEWEST_IN_A_ROW
    return alike and any(_changes(step, steps, shorter, longer) for step in steps)


def _changes(
    step: _Step, steps: Sequence[_Step], shorter: tuple[str, ...], longer: tuple[str, ...]
) -> bool:
    """Whether a step changes words that both give, and does not only cut off an end."""
    kind, a, b, c, d = step
    if kind == "equal" or "".join(shorter[a:b]) == "".join(longer[c:d]):
        return False
    inside = step not in (steps[0], steps[-1])
    return inside or (kind == "replace" and max(b - a, d - c) <= _FEW_CHANGED)


def _account(one: _Words) -> AccountSuggestion:
    quote = one.quote
    return AccountSuggestion(one.document, quote.start, quote.end, quote.text, quote.text)
