"""How low others can bring a state: a fixpoint of minimum propagation over their moves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np

from winset.stability.moves.relations import HIGHEST, Ints, Steps


def least_reachable(values: Ints, moves: Sequence[Steps]) -> Ints:
    """The least of `values` at each state or where legal sequences of `moves` lead from it.

    A sequence is legal when nobody, and no group acting together, moves twice in succession.
    Where every relation is transitive two moves in a row are one move or none, so the rule
    changes nothing. One that is not is enough to need it for all: another's move there and back
    would let the first move twice in succession.
    """
    if all(steps.transitive for steps in moves):
        return _least_in_any_order(values, moves)
    return _least_in_turn(values, moves)


def _least_in_any_order(values: Ints, moves: Sequence[Steps]) -> Ints:
    """The least that any sequence leads to: one array of values, lowered until nothing falls."""
    least = values
    due = [True] * len(moves)
    while any(due):
        for h, steps in enumerate(moves):
            if due[h]:
                lower = steps.least_within(least)
                fallen = not np.array_equal(lower, least)
                least = lower
                due = [k != h and (due[k] or fallen) for k in range(len(moves))]
    return least


def _least_in_turn(values: Ints, moves: Sequence[Steps]) -> Ints:
    """The least that legal sequences lead to: one array for each relation h that moves first.

    It holds the least, one move of h away, of the value there and of what the others reach from
    there when they move first. Start from nobody moving; recompute the arrays of those whose
    successors changed; stop when nothing falls.
    """
    first = [np.full(len(values), HIGHEST, dtype=values.dtype) for _ in moves]
    due = [True] * len(moves)
    while any(due):
        for h, steps in enumerate(moves):
            if due[h]:
                lower = steps.least_after(_beyond(values, first, h))
                fallen = not np.array_equal(lower, first[h])
                first[h] = lower
                due = [k != h and (due[k] or fallen) for k in range(len(moves))]
    return reduce(np.minimum, first, values)


def _beyond(values: Ints, first: Sequence[Ints], last: int) -> Ints:
    """The least value at or beyond each state when all but relation `last` may move."""
    return reduce(np.minimum, (array for h, array in enumerate(first) if h != last), values)
