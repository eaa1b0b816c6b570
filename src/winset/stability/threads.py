"""Pieces of work on whole arrays, done side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_FEWEST_STATES = 1 << 14
_THREADS = 2
"""Each holds some arrays of its own, and more than two wait for memory rather than work."""


def side_by_side(
    work: Callable[[Item], Result], items: Iterable[Item], states: int
) -> tuple[Result, ...]:
    """The results of `work` in the order of `items`, by threads where there are many states."""
    if states < _FEWEST_STATES:
        return tuple(map(work, items))
    from concurrent.futures import ThreadPoolExecutor  # not worth loading for a small model

    with ThreadPoolExecutor(_THREADS) as threads:
        return tuple(threads.map(work, items))
