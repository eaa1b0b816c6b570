"""How parties rank states, exactly: by statements, by a ranking, or by points."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from winset.model.expressions import Expression
from winset.model.issues import Issue
from winset.model.lines import Points
from winset.model.space.combinations import Columns

Ranks = NDArray[np.int64]
_COUNTED = 2
"""Values per state up to which counting is quicker than sorting."""
_LARGEST = 2**62


def exact(worth: float) -> Fraction:
    """The worth as it is written: 0.1 is one tenth.

    >>> exact(0.1)
    Fraction(1, 10)
    """
    return Fraction(str(worth))


def dense(values: NDArray[Any]) -> Ranks:
    """Ranks 0, 1, … in the order of the values, equal where they are equal."""
    if _can_be_counted(values):  # counting is many times faster than sorting
        places = np.cumsum(np.bincount(values) > 0, dtype=np.int32) - 1
        return np.asarray(places[values], dtype=np.int64)
    return np.unique(values, return_inverse=True)[1].reshape(-1).astype(np.int64)


def _can_be_counted(values: NDArray[Any]) -> bool:
    if values.dtype == np.object_ or not len(values):
        return False
    return bool(values.min() >= 0 and values.max() < 2 * _COUNTED * len(values))


def ranks_by_statements(
    order: Sequence[Expression],
    where: Callable[[Expression], NDArray[np.bool_]],
    count: int,
) -> Ranks:
    """Ranks by lexicographic refinement, statement by statement, most important first."""
    ranks, most = np.zeros(count, dtype=np.int64), 0
    for statement in order:
        np.left_shift(ranks, 1, out=ranks)
        np.bitwise_or(ranks, where(statement), out=ranks)
        most = 2 * most + 1
        if most >= _COUNTED * count:
            ranks = dense(ranks)  # as many ranks as states at most, so nothing overflows
            most = count - 1
    return dense(ranks)


def ranks_by_groups(groups: Sequence[Sequence[int]], count: int) -> Ranks:
    """Ranks by groups of states, best first; every state stands in one of them."""
    ranks = np.zeros(count, dtype=np.int64)
    for rank, group in enumerate(reversed(groups)):
        ranks[list(group)] = rank
    return ranks


def levels_by_groups(groups: Sequence[Sequence[int]], strong: Sequence[bool], count: int) -> Ranks:
    """Levels between which preference is strong: one more for every `>>` below a state."""
    levels = np.zeros(count, dtype=np.int64)
    level = 0
    for group, step in zip(reversed(groups), (False, *reversed(strong)), strict=True):
        level += step
        levels[list(group)] = level
    return levels


def ranks_by_points(points: Points, columns: Columns, issues: Mapping[str, Issue]) -> Ranks:
    """Ranks by the sum of the points of the options, added as whole numbers."""
    worths = [(issue, option, exact(worth)) for issue, option, worth in points.worths]
    scale = math.lcm(*(worth.denominator for _, _, worth in worths))
    tables = {issue: [0] * len(issues[issue].options) for issue, _, _ in worths}
    for issue, option, worth in worths:
        tables[issue][issues[issue].options.index(option)] = int(worth * scale)
    count = len(next(iter(columns.values())))
    small = sum(max(map(abs, table)) for table in tables.values()) < _LARGEST
    total = np.zeros(count, dtype=np.int64 if small else np.object_)
    for issue, table in tables.items():
        total = total + np.array(table, dtype=total.dtype)[columns[issue]]
    return dense(total)
