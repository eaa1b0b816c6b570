"""Texts that are nearly one and the same: groups by the five-word runs they share."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence

from winset.reading.pairing import sharing

_WORD = re.compile(r"\w+")
_RUN, _KEPT_OF = 5, 8
_CUT = 2**32 // _KEPT_OF
ALIKE = 0.6
"""The share of the shorter text's runs that the longer has too, from which they count as one."""
_COMMON = 50
"""Runs that more texts than this share are a page's furniture and tell nothing."""


def shingles(text: str) -> frozenset[int]:
    """A fixed eighth of a text's runs of five words as numbers, all of them when it is short."""
    words = [word.casefold() for word in _WORD.findall(text)]
    if any("\u3040" <= letter <= "\u9fff" for letter in text[:1000]):
        words = list("".join(words))  # no spaces between words: by letters
    runs = {
        zlib.crc32(" ".join(words[place : place + _RUN]).encode("utf-8", "replace"))
        for place in range(max(len(words) - _RUN + 1, 1))
    }
    kept = {run for run in runs if run < _CUT}
    return frozenset(kept if len(kept) >= 20 else runs)


def near_duplicates(prints: Sequence[tuple[str, frozenset[int]]]) -> tuple[tuple[str, ...], ...]:
    """Groups of two or more ids whose texts are nearly the same, in the order given."""
    shared = Counter(sharing((runs for _, runs in prints), _COMMON))
    roots = list(range(len(prints)))
    for (a, b), count in sorted(shared.items()):
        if count >= ALIKE * min(len(prints[a][1]), len(prints[b][1])):
            roots[_root(roots, b)] = _root(roots, a)
    return _groups(prints, (_root(roots, number) for number in range(len(prints))))


def _root(roots: list[int], number: int) -> int:
    while roots[number] != number:
        roots[number] = roots[roots[number]]
        number = roots[number]
    return number


def _groups(
    prints: Sequence[tuple[str, frozenset[int]]], roots: Iterable[int]
) -> tuple[tuple[str, ...], ...]:
    groups: dict[int, list[str]] = {}
    for (id_, _), root in zip(prints, roots, strict=True):
        groups.setdefault(root, []).append(id_)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)
