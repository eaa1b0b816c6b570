"""Where a passage stands in a corrected text: the same words, nearly the same, or nowhere."""

from __future__ import annotations

import re
from dataclasses import dataclass

from winset.record.documents import Document, Passage
from winset.record.passages import CONTEXT, find_words

NEAR = 75
"""The least likeness, out of 100, of words that may be a passage's, corrected."""
_TOLD = 110
"""The least likeness, out of 200, of what stands around a place that tells it apart."""
_MANY = 40
"""Characters from which the same words hardly stand in a text twice with two meanings."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place of a passage in another text; `likeness` is 100 for the same words."""

    passage: Passage
    kind: str
    """ "exact", "near" (to be confirmed by a person) or "orphan"."""
    start: int = 0
    end: int = 0
    likeness: float = 0
    words: str = ""
    """What stands there."""


def anchor(passage: Passage, document: Document) -> Anchor:
    """The place of a passage's words in a document that is not the one it was made in.

    The same words are taken at once where they stand once and are many, or where what stands
    around them is what stood there and at no other place; otherwise, and for words that are only
    alike, a person must confirm.
    """
    places = find_words(document.text, passage.exact)
    if not places:
        return _alike(passage, document.text)
    fits = sorted(((_fit(passage, document.text, *one), one) for one in places), reverse=True)
    best, (start, end) = fits[0]
    alone = len(fits) == 1 or best > fits[1][0]
    told = best >= _TOLD or (len(fits) == 1 and len(passage.exact) >= _MANY)
    kind = "exact" if alone and told else "near"
    return Anchor(passage, kind, start, end, 100, document.text[start:end])


def _fit(passage: Passage, text: str, start: int, end: int) -> float:
    """How like what stands around a place is to what stood around the passage."""
    from rapidfuzz import fuzz

    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return fuzz.ratio(passage.prefix, before) + fuzz.ratio(passage.suffix, after)


def _alike(passage: Passage, text: str) -> Anchor:
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(passage.exact, text, score_cutoff=NEAR)
    if found is None or len(text) < len(passage.exact) // 2 or found.dest_end <= found.dest_start:
        return Anchor(passage, "orphan")
    start, end = _whole_words(text, found.dest_start, found.dest_end)
    closing = re.findall(r"\W*\Z", passage.exact)[0]
    end += len(closing) if text.startswith(closing, end) else 0
    return Anchor(passage, "near", start, end, found.score, text[start:end])


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with its ends moved to the nearest ends of words, where it keeps any."""
    first = max(0, start - CONTEXT)
    words = [
        (first + one.start(), first + one.end())
        for one in re.finditer(r"\w+", text[first : end + CONTEXT])
    ]
    begins = min((one for one, _ in words), key=lambda one: abs(one - start), default=start)
    ends = min((one for _, one in words), key=lambda one: abs(one - end), default=end)
    return (begins, ends) if begins < ends else (start, end)
