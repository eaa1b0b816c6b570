"""How messages show what came and what is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from winset.problems import Problem, nearest_name

_MOST_NAMES = 2000
"""Among more names than this none is called the nearest: looking would take too long."""


def unknown_name(what: str, name: str, known: Sequence[str], column: int = 0) -> Problem:
    """The fault of a name that is not among the known ones, with the nearest."""
    return Problem(
        f"{what} {shown(name)} is not known",
        column=column,
        expected=listed(known) if known else "nothing here: none is declared",
        nearest=nearest_name(name, known) if len(known) <= _MOST_NAMES else "",
    )


def listed(names: Sequence[str]) -> str:
    """The names as a message lists them: all when few, else the first ones."""
    few = [name if len(name) <= 40 else name[:37] + "..." for name in names[:12]]
    more = f" and {len(names) - 12} more" if len(names) > 12 else ""
    return (few[0] if len(few) == 1 else f"one of {', '.join(few)}") + more


def shown(value: Any) -> str:
    """The value as a message shows it: quoted, and cut when long."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict | list):
        return "this" if value else repr(value)
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def shown_key(name: str) -> str:
    """The key as TOML writes it: in quotes unless it is a plain one, and cut when long."""
    short = name if len(name) <= 60 else name[:57] + "..."
    plain = short.replace("-", "").replace("_", "")
    return short if plain.isalnum() and plain.isascii() else repr(short).replace("'", '"')
