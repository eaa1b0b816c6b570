"""The rankings that agree with a partial order: how many there are, and each by its number."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import comb, factorial, prod
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from winset.errors import Misuse
from winset.stability.moves.relations import Truths

LARGEST_WEB = 24
"""Elements whose order is neither made of parts one above the other nor of parts side by side."""
LARGEST_MATRIX = 2000
"""Elements compared pair by pair."""


class Orders(Protocol):
    """Linear orders of some elements, numbered from 0."""

    @property
    def size(self) -> int:
        """How many elements are ordered."""

    @property
    def count(self) -> int:
        """How many orders there are."""

    def at(self, index: int) -> tuple[int, ...]:
        """One of the orders, best first."""


class Single:
    """One element."""

    size = 1
    count = 1

    def __init__(self, element: int) -> None:
        self.element = element

    def at(self, index: int) -> tuple[int, ...]:
        """The element."""
        return (self.element,)


class Series:
    """Parts one above the other, the best first."""

    def __init__(self, parts: Sequence[Orders]) -> None:
        self.parts = tuple(parts)
        self.size = sum(part.size for part in parts)
        self.count = prod(part.count for part in parts)

    def at(self, index: int) -> tuple[int, ...]:
        """The parts' own orders, one after the other."""
        found: list[int] = []
        for part in self.parts:
            index, own = divmod(index, part.count)
            found.extend(part.at(own))
        return tuple(found)


class Parallel:
    """Parts of which none is known to be above another: their orders interleave in every way."""

    def __init__(self, parts: Sequence[Orders]) -> None:
        self.parts = tuple(parts)
        self.sizes = tuple(part.size for part in parts)
        self.size = sum(self.sizes)
        self.count = _interleavings(self.sizes) * prod(part.count for part in parts)

    def at(self, index: int) -> tuple[int, ...]:
        """The parts' own orders, interleaved."""
        rows: list[list[int]] = []
        for part in self.parts:
            index, own = divmod(index, part.count)
            rows.append(list(part.at(own)))
        if self.size == len(rows):
            return tuple(_permuted([row[0] for row in rows], index))
        return tuple(_interleaved(rows, index))


class Web:
    """Elements whose order is of no simpler form; counted by the sets that can stand above.

    Source: the standard recursion over ideals, as in Brightwell and Winkler (1991).
    """

    def __init__(self, elements: Sequence[int], above: Truths) -> None:
        self.elements = tuple(elements)
        self.size = len(self.elements)
        if self.size > LARGEST_WEB:
            raise Misuse(
                f"the order of {self.size} states is too tangled to count; at most {LARGEST_WEB} "
                "states may hang together by unknown pairs"
            )
        rows = above[np.ix_(self.elements, self.elements)]
        self._above = [
            sum(1 << int(b) for b in np.flatnonzero(rows[:, a])) for a in range(len(rows))
        ]
        self._ways = lru_cache(maxsize=None)(self._count)
        self.count = self._ways((1 << self.size) - 1)

    def __reduce__(self) -> tuple[type[Web], tuple[tuple[int, ...], Truths]]:
        places = max(self.elements) + 1
        above = np.zeros((places, places), dtype=np.bool_)
        for place, element in enumerate(self.elements):
            for other, better in enumerate(self.elements):
                above[better, element] = bool(self._above[place] >> other & 1)
        return Web, (self.elements, above)

    def at(self, index: int) -> tuple[int, ...]:
        """One of the orders."""
        left, found = (1 << self.size) - 1, []
        while left:
            for place in self._best_of(left):
                ways = self._ways(left ^ (1 << place))
                if index < ways:
                    break
                index -= ways
            found.append(self.elements[place])
            left ^= 1 << place
        return tuple(found)

    def _count(self, left: int) -> int:
        """In how many ways what is left can be ordered."""
        if not left:
            return 1
        return sum(self._ways(left ^ (1 << place)) for place in self._best_of(left))

    def _best_of(self, left: int) -> list[int]:
        """The elements of those left above which none of them stands."""
        return [
            place
            for place in range(self.size)
            if left >> place & 1 and not self._above[place] & left
        ]


def orders(elements: Sequence[int], above: Truths) -> Orders:
    """The linear orders of `elements` that agree with a transitive strict order.

    `above[a, b]` tells that a stands above b, for elements a and b. Raises Misuse where the order
    is too large or too tangled.
    """
    if len(elements) == 1:
        return Single(int(elements[0]))
    if len(elements) > LARGEST_MATRIX:
        raise Misuse(
            f"{len(elements):,} states hang together by unknown pairs; at most {LARGEST_MATRIX:,} "
            "can be ordered"
        )
    own = above[np.ix_(elements, elements)]
    comparable = own | own.T
    apart = _components(comparable)
    if len(apart) > 1:
        return Parallel([_part(elements, places, above) for places in apart])
    stacked = _components(~comparable)
    if len(stacked) > 1:
        stacked.sort(key=lambda places: -int(own[places[0]].sum()))
        return Series([_part(elements, places, above) for places in stacked])
    return Web(elements, above)


def free_orders(elements: Sequence[int]) -> Orders:
    """Every order of elements of which nothing is known."""
    return Parallel([Single(element) for element in elements])


def closed(above: Truths) -> Truths:
    """The transitive closure of a relation (Warshall)."""
    found = above.copy()
    for through in range(len(found)):
        found |= found[:, through, None] & found[None, through, :]
    return found


def _part(elements: Sequence[int], places: NDArray[np.int64], above: Truths) -> Orders:
    return orders([elements[place] for place in places], above)


def _components(joined: Truths) -> list[NDArray[np.int64]]:
    """The connected components of a symmetric relation, each in ascending order."""
    left = np.ones(len(joined), dtype=np.bool_)
    found = []
    while left.any():
        inside = np.zeros(len(joined), dtype=np.bool_)
        new = np.zeros(len(joined), dtype=np.bool_)
        new[int(np.argmax(left))] = True
        while new.any():
            inside |= new
            new = joined[new].any(axis=0) & ~inside
        left &= ~inside
        found.append(np.flatnonzero(inside))
    return found


def _interleavings(sizes: Sequence[int]) -> int:
    total, ways = 0, 1
    if all(size == 1 for size in sizes):
        return factorial(len(sizes))
    for size in sizes:
        total += size
        ways *= comb(total, size)
    return ways


def _permuted(items: list[int], index: int) -> list[int]:
    """The permutation of that number."""
    found = []
    for left in range(len(items), 0, -1):
        index, place = divmod(index, left)
        found.append(items.pop(place))
    return found


def _interleaved(rows: list[list[int]], index: int) -> list[int]:
    """The interleaving of that number; every row keeps its own order."""
    sizes, found = [len(row) for row in rows], []
    total, ways = sum(sizes), _interleavings(sizes)
    while total:
        place = 0
        while index >= (ways_here := ways * sizes[place] // total):
            index -= ways_here
            place += 1
        found.append(rows[place][len(rows[place]) - sizes[place]])
        ways, total = ways_here, total - 1
        sizes[place] -= 1
    return found
