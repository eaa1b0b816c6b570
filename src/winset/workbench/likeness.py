"""Documents of a case that are nearly one and the same: earlier texts, copies, agency reports."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from winset.reading import near_duplicates, shingles
from winset.reading.pieces.duplicates import ALIKE
from winset.record.documents import Document
from winset.workbench.library import each_document

if TYPE_CHECKING:
    from winset.store import Case

_PHRASES, _WORDS, _LONGEST = 8, 6, 60
"""How many phrases of a text are looked for in others, their words, and their characters."""
_HITS = 5
"""Documents looked at closely for each phrase."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A document that shares most of its words with another; `share` is of the shorter one's."""

    document: str
    title: str
    share: float
    later: bool
    """Published on a later day than the other."""


def alike(case: Case, document: Document, besides: Collection[str] = ()) -> tuple[Alike, ...]:
    """The documents of a case that are nearly this one, the likest first, but for those named.

    Some phrases of it are looked for in the case's index; only documents that have one of them
    are compared with it, so that the size of the case does not matter.
    """
    hits = (case.search(f'"{phrase}"', _HITS) for phrase in _phrases(document.text))
    near = dict.fromkeys(hit.document for found in hits for hit in found)
    own = shingles(document.text)
    others = [case.document(name) for name in near if name not in {document.id, *besides}]
    found = [
        Alike(one.id, one.title, share, one.date.first > document.date.last)
        for one in others
        if (share := _share(own, shingles(one.text))) >= ALIKE
    ]
    return tuple(sorted(found, key=lambda one: -one.share))


def groups_alike(path: Path) -> tuple[tuple[Document, ...], ...]:
    """Groups of two documents or more of a case that are nearly the same, without their texts."""
    named: dict[str, Document] = {}
    prints: list[tuple[str, frozenset[int]]] = []
    for one in each_document(path):
        named[one.id] = replace(one, text="")
        prints.append((one.id, shingles(one.text)))
    groups = near_duplicates(prints)
    return tuple(tuple(named[name] for name in group) for group in groups)


def _share(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / min(len(a), len(b))


def _phrases(text: str) -> Iterator[str]:
    """Phrases from all over a text, as they stand in it but for what is between the words."""
    words = re.findall(r"\w+", text)
    last = max(len(words) - _WORDS, 0)
    for place in dict.fromkeys(last * number // _PHRASES for number in range(_PHRASES)):
        phrase = " ".join(words[place : place + _WORDS])[:_LONGEST]
        if phrase:
            yield phrase
