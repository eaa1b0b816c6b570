"""How little the lines of an opening must give way, short of being given up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from winset.report.words import Names, listed, package_words
from winset.settlement.results import Opening, Rung

Owner = Callable[[str], str]
"""What the holder of a line, by the line's id, is called."""


def asked_of(rung: Rung, owner: Owner, names: Names) -> dict[str, str]:
    """By the name of each side, what it would have to accept besides what it accepts now."""
    asked: dict[str, dict[str, None]] = {}
    for line, package in rung.accepts:
        asked.setdefault(owner(line), {})[f"“{package_words(package, names)}”"] = None
    return {who: _joined(list(what)) for who, what in asked.items()}


def rung_words(rung: Rung, owner: Owner, names: Names) -> str:
    """That each side accept this besides what it accepts now, as the rest of a sentence."""
    parts = [f"that {who} accept {what}" for who, what in asked_of(rung, owner, names).items()]
    return f"{', and '.join(parts)} in addition"


def _joined(parts: list[str]) -> str:
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def ladder_words(opening: Opening, owner: Owner, names: Names) -> Iterator[str]:
    """A sentence for each rung, the nearest first."""
    for place, rung in enumerate(opening.ladder):
        start = "It would also do" if place else "It is enough"
        yield f"{start} {rung_words(rung, owner, names)}."


def fallback_words(opening: Opening, owner: Owner, said: Callable[[str], str]) -> Iterator[str]:
    """Which weaker lines still stand when a line is given up; `said` words a line by its id."""
    for line, weaker in opening.weaker:
        then = listed([said(each) for each in weaker])
        yield f"Without {said(line)}, {owner(line)} falls back on {then}."
