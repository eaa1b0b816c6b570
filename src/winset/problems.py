"""Faults in an analyst's data, as values: collected and shown all at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: where it is, what came, what was expected, and the nearest known name.

    `file` and `key` name the place ("elmira.toml", "preferences.moe.order[2]"); `column` counts
    from 1 within the value at `key`, 0 when the whole value is meant.
    """

    message: str
    file: str = ""
    key: str = ""
    column: int = 0
    expected: str = ""
    nearest: str = ""

    def __str__(self) -> str:
        place = ": ".join(part for part in (self.file, self.key) if part)
        if self.column:
            place += f"{', ' if place else ''}column {self.column}"
        text = f"{place}: {self.message}" if place else self.message
        if self.expected:
            text += f"; expected {self.expected}"
        if self.nearest:
            text += f"; did you mean {self.nearest!r}?"
        return text


def nearest_name(name: str, known: Iterable[str]) -> str:
    """The known name most like `name`, or "" when none is near.

    >>> nearest_name("modfy", ["insist", "modify"])
    'modify'
    """
    if len(name) > 80:
        return ""
    folded = {candidate.casefold(): candidate for candidate in sorted(known, reverse=True)}
    matches = get_close_matches(name.casefold(), sorted(folded), n=1, cutoff=0.6)
    return folded[matches[0]] if matches else ""
