"""Rankings of states as text: `s7 > s3 ~ s4 >> s8`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from winset.model.names import composed


@dataclass(frozen=True, slots=True)
class Ranking:
    """Groups of indifferent states, best first, and after which a strong step comes.

    `columns` gives for every state of every group the column it starts at, from 1.
    """

    groups: tuple[tuple[str, ...], ...]
    strong: tuple[bool, ...]
    columns: tuple[tuple[int, ...], ...]


def parse_ranking(text: str) -> Ranking:
    """The groups of a ranking; a state left empty stays as "" for the caller to report.

    >>> parse_ranking("s7 > s3 ~ s4 >> s8").groups
    (('s7',), ('s3', 's4'), ('s8',))
    """
    groups: list[list[tuple[str, int]]] = [[]]
    strong: list[bool] = []
    start = 0
    for match in re.finditer(r">>|>|~|\Z", text):
        state = text[start : match.start()]
        groups[-1].append((composed(state.strip()), start + _indent(state) + 1))
        start = match.end()
        if match[0].startswith(">"):
            strong.append(match[0] == ">>")
            groups.append([])
    return Ranking(
        tuple(tuple(state for state, _ in group) for group in groups),
        tuple(strong),
        tuple(tuple(column for _, column in group) for group in groups),
    )


def write_ranking(groups: tuple[tuple[str, ...], ...], strong: tuple[bool, ...]) -> str:
    """The text of a ranking."""
    text = " ~ ".join(groups[0])
    for step, group in zip(strong, groups[1:], strict=True):
        text += (" >> " if step else " > ") + " ~ ".join(group)
    return text


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
