"""How far a long piece of work has come, for whoever watches it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

Watch = Callable[[Sequence[Any], str], Iterable[Any]]
"""Yields the items of a sequence while showing how far they are; the label says of what."""


def unwatched(items: Sequence[Any], label: str) -> Iterable[Any]:
    """The items, with nothing shown."""
    return items
