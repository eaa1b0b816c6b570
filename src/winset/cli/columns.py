"""How wide the columns of a table are, so that it fits the terminal and no word is lost."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rich.cells import cell_len

LONGEST_WORD, LONGEST_WHOLE = 24, 28
"""Characters; a longer word may be broken where its column must be narrower."""
_LEAST = 4


def column_widths(
    rows: Sequence[Sequence[str]], available: int, whole: Collection[int] = ()
) -> list[int]:
    """Widths that sum to `available` characters at most, the head being the first of the rows.

    Every column begins at its longest word; what is left goes, character by character, to the
    column with the most lines still to shorten. Words of the columns in `whole` are broken only
    where nothing else makes room.

    >>> column_widths([["Id", "What"], ["e1", "They met and parted"]], 13)
    [2, 11]
    """
    columns = list(zip(*rows, strict=True))
    widest = [max(map(_longest_line, column)) for column in columns]
    if sum(widest) <= available:
        return widest
    longest = [LONGEST_WHOLE if n in whole else LONGEST_WORD for n in range(len(columns))]
    widths = [_longest_word(*one) for one in zip(columns, longest, strict=True)]
    widths = _shrunk(widths, available, [n for n in range(len(columns)) if n not in whole])
    widths = _shrunk(widths, available, range(len(columns)))
    area = [max(map(cell_len, column)) for column in columns]
    for _ in range(available - sum(widths)):
        needy = [n for n in range(len(columns)) if widths[n] < widest[n]]
        if not needy:
            break
        widths[max(needy, key=lambda n: (area[n] / widths[n], -n))] += 1
    return widths


def _shrunk(widths: list[int], available: int, some: Sequence[int]) -> list[int]:
    """The widths with the widest of some made narrower until all fit, none below the least."""
    while sum(widths) > available:
        widest = max(some, key=lambda n: (widths[n], -n), default=None)
        if widest is None or widths[widest] <= _LEAST:
            break
        widths[widest] -= 1
    return widths


def _longest_line(cell: str) -> int:
    return max((1, *(cell_len(line) for line in cell.splitlines())))


def _longest_word(column: Sequence[str], most: int) -> int:
    words = (cell_len(word) for cell in column for word in cell.split())
    return max(1, min(max(words, default=1), most))
