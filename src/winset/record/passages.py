"""Places in documents: made from offsets or from words, and checked against the text."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from winset.errors import Misuse
from winset.record.documents import Document, Passage

CONTEXT = 32
"""Code points of context kept before and after the exact words."""
_TOLD = 4
"""Of words that stand more than once the first places are told."""


def hash_text(text: str) -> str:
    """The SHA-256 of a text's UTF-8 bytes, in hex: a document's `hash`."""
    return hashlib.sha256(text.encode()).hexdigest()


def passage_id(document: str, start: int, end: int) -> str:
    """The id of a place, the same every time it is made.

    >>> passage_id("n01", 120, 164)
    'n01:120-164'
    """
    return f"{document}:{start}-{end}"


def make_passage(document: Document, start: int, end: int, name: str = "") -> Passage:
    """The passage from `start` up to `end` (code points); raises Misuse outside the text.

    Its id is made from the place unless `name` gives one.
    """
    text = document.text
    if not 0 <= start < end <= len(text):
        raise Misuse(
            f"{document.id}: no passage from {start} to {end}; expected a start before an end "
            f"within the text's {len(text)} characters"
        )
    return Passage(
        id=name or passage_id(document.id, start, end),
        document=document.id,
        hash=document.hash,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def locate(document: Document, exact: str, prefix: str = "") -> Passage:
    """The one passage with these words, after `prefix` where the words stand more than once.

    White space in the words matches any white space in the text, so that a line break does not
    hide them; nor do marks written apart from their letters, or letters of full width. Raises
    Misuse when the words are not there, or there more than once.
    """
    places = find_words(document.text, exact, prefix)
    if len(places) == 1:
        return make_passage(document, *places[0])
    if places:
        told = [f"{start}-{end}" for start, end in places[:_TOLD]]
        more = " ..." if len(places) > _TOLD else ""
        raise Misuse(
            f"{_short(exact)!r} stands {len(places)} times in {document.id}; expected a `prefix`, "
            f"the words right before it, or its place: {', '.join(told)}{more}"
        )
    where = f" after {_short(prefix)!r}" if prefix else ""
    raise Misuse(
        f"{_short(exact)!r} does not stand in {document.id}{where}{_hint(document.text, exact)}"
    )


def find_words(text: str, exact: str, prefix: str = "") -> tuple[tuple[int, int], ...]:
    """Every place (start, end) of `exact` that directly follows `prefix`, in order.

    >>> find_words("no deal, no talks", "no"), find_words("no deal, no talks", "no", "deal, ")
    (((0, 2), (9, 11)), ((9, 11),))
    """
    if not exact.strip():
        return ()
    places = _literal(text, exact) or _spaced(text, exact) or _otherwise(text, exact)
    before = " ".join(prefix.split())
    # Twice the prefix leaves room for white space that runs longer in the text.
    reach = 2 * len(prefix) + CONTEXT
    return tuple(
        (start, end)
        for start, end in places
        if " ".join(text[max(0, start - reach) : start].split()).endswith(before)
    )


def is_faithful(passage: Passage, document: Document) -> bool:
    """Whether a passage still says what its document says at its place."""
    return (
        passage.hash == document.hash
        and 0 <= passage.start < passage.end <= len(document.text)
        and document.text[passage.start : passage.end] == passage.exact
    )


def _literal(text: str, exact: str) -> tuple[tuple[int, int], ...]:
    return tuple((start, start + len(exact)) for start in _starts(text, exact))


def _starts(text: str, exact: str) -> Iterator[int]:
    start = text.find(exact)
    while start >= 0:
        yield start
        start = text.find(exact, start + 1)


def _spaced(text: str, exact: str) -> tuple[tuple[int, int], ...]:
    words = r"\s+".join(re.escape(word) for word in exact.split())
    return tuple(match.span() for match in re.finditer(words, text))


def _otherwise(text: str, exact: str) -> tuple[tuple[int, int], ...]:
    """Places of the same letters written otherwise: with their marks apart, or full wide."""
    wanted = unicodedata.normalize("NFKC", exact)
    if wanted not in unicodedata.normalize("NFKC", text):
        return ()
    starts = [at for at, letter in enumerate(text) if not unicodedata.combining(letter)]
    begins: dict[int, int] = {}
    ends: dict[int, int] = {}
    pieces: list[str] = []
    length = 0
    for start, end in pairwise((*starts, len(text))):
        begins[length] = start
        pieces.append(unicodedata.normalize("NFKC", text[start:end]))
        length += len(pieces[-1])
        ends[length] = end
    return tuple(
        (begins[start], ends[start + len(wanted)])
        for start in _starts("".join(pieces), wanted)
        if start in begins and start + len(wanted) in ends
    )


def _hint(text: str, exact: str) -> str:
    """What can be said about words that are not there: how far they agree with the text."""
    words = exact.split()
    for count in range(len(words) - 1, 0, -1):
        if _spaced(text, " ".join(words[:count])):
            return f"; the text agrees up to {_short(' '.join(words[:count]), left=True)!r}"
    return "; expected words exactly as in the document"


def _short(text: str, left: bool = False) -> str:
    if len(text) <= 60:
        return text
    return "..." + text[-57:] if left else text[:57] + "..."
