"""Words as search compares them: without case, width, accents, ligatures and soft hyphens.

The text itself is never changed: a place found in what is compared is led back to the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from unicodedata import normalize

_ACCENTS = re.compile("[\u0300-\u0305\u0307-\u036f\xad]|(?<![иу])\u0306")
"""Marks that are left out, but for the breve that makes й and ў letters of their own."""

_RUNS = re.compile(
    r"[\x00-\x7f]+|[^\x00-\x7f]{1,64}[^\x00-\x7f\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]*"
)
"""Pieces that fold alone as they do together: a long one ends before a kana, Chinese character or
Korean syllable, none of which becomes one with what stands before it.
"""


def folded(words: str) -> str:
    """A text as it is compared.

    >>> folded("ＡＢＣ ｶﾞ Muñoz Straße ещё мой")
    'abc ガ munoz strasse еще мой'
    """
    if words.isascii():
        return words.lower()
    apart = normalize("NFKD", normalize("NFKD", words).casefold())
    return normalize("NFC", _ACCENTS.sub("", apart))


def unfolded(text: str, start: int, end: int) -> tuple[int, int]:
    """The place in a text of a place in what it was folded to; whole characters.

    >>> unfolded("the ﬁnal draft", 10, 15)
    (9, 14)
    """
    return _reaching(text, start), _reaching(text, end)


def _reaching(text: str, length: int) -> int:
    """The most characters of a text that fold to no more than `length`."""
    for run in _RUNS.finditer(text):
        words = run[0]
        size = len(folded(words))
        if size > length:  # folding more of a run is never shorter
            ends = range(len(words) + 1)
            return run.start() + bisect_right(ends, length, key=lambda end: _size(words, end)) - 1
        length -= size
    return len(text)


def _size(words: str, end: int) -> int:
    return len(folded(words[:end]))
