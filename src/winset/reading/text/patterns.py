"""Patterns taken apart, so that at each place only those are tried that can begin there."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PIECE = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|.", re.DOTALL)
_GROUP, _REPEATED = "(?:", re.compile(r"[*+{]|\?[?+]")


def in_one_line(text: str) -> str:
    """A pattern written over several lines, cut behind strokes or where no blank is meant."""
    return "".join(line.strip() for line in text.splitlines())


def any_of(words: str) -> str:
    """A pattern for any word of a text, in which `_` stands for a blank.

    >>> any_of("until no_later_than")
    'until|no later than'
    """
    return "|".join(word.replace("_", " ") for word in words.split())


def alternatives(pattern: str) -> list[str]:
    """A pattern cut at the strokes outside all brackets."""
    found, depth = [""], 0
    for piece in _PIECE.findall(pattern):
        depth += {"(": 1, ")": -1}.get(piece, 0)
        if piece == "|" and depth == 0:
            found.append("")
        else:
            found[-1] += piece
    return found


def opened(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern, the groups they begin with taken apart; all match as before.

    >>> list(opened("(?:was|were) held|(?:later )?met"))
    ['was held', 'were held', 'later met', 'met']
    """
    for one in alternatives(pattern):
        close = _closing(one) if one.startswith(_GROUP) else 0
        rest = one[close + 1 :]
        if not close or _REPEATED.match(rest):
            yield one
            continue
        optional = rest.startswith("?")
        rest = rest.removeprefix("?")
        for inner in opened(one[len(_GROUP) : close]):
            yield inner + rest
        if optional:
            yield from opened(rest)


def _closing(pattern: str) -> int:
    """Where the bracket closes that a pattern begins with."""
    place = depth = 0
    for piece in _PIECE.findall(pattern):
        depth += {"(": 1, ")": -1}.get(piece, 0)
        if depth == 0:
            break
        place += len(piece)
    return place
