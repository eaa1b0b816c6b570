"""How low others can bring a state: a fixpoint of minimum propagation over their moves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np

from winset.stability.relations import HIGHEST, Ints, Relation, least_after


def least_reachable(values: Ints, moves: Sequence[Relation]) -> Ints:
    """The least of `values` at each state or where legal sequences of `moves` lead from it.

    A sequence is legal when nobody, and no group acting together, moves twice in succession.
    Hence one array for each relation h: the least value reached from a state when h moves first,
    which is the least, one move of h away, over what is reached when any other moves next.
    Where every relation is transitive two moves in a row are one move or none, and the rule
    changes nothing. One that is not is enough to need it for all: another's move there and back
    would let the first move twice in succession.

    Steps: start from "nobody moves"; recompute the arrays of those whose successors changed;
    stop when nothing changes. The arrays only fall, so it ends.
    """
    all_transitive = all(relation.transitive for relation in moves)
    first = [np.full(len(values), HIGHEST) for _ in moves]
    due = [True] * len(moves)
    while any(due):
        for h, relation in enumerate(moves):
            if due[h]:
                due[h] = False
                least = least_after(_beyond(values, first, None if all_transitive else h), relation)
                if not np.array_equal(least, first[h]):
                    first[h] = least
                    due = [True if k != h else due[h] for k in range(len(moves))]
    return reduce(np.minimum, first, values)


def _beyond(values: Ints, first: Sequence[Ints], last: int | None) -> Ints:
    """The least value at or beyond each state when all but relation `last` may move."""
    return reduce(np.minimum, (array for h, array in enumerate(first) if h != last), values)
