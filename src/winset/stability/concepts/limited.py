"""Limited moves and non-myopic stability: two parties that look some moves ahead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from winset.errors import Misuse, WinsetError
from winset.stability.conflict import Conflict, conflict
from winset.stability.moves.relations import Ints, Truths, greatest_after
from winset.stability.results import Stability

if TYPE_CHECKING:
    from winset.model.space import StateSpace

NON_MYOPIC = "nonmyopic"
"""The name of the concept for all large horizons."""
FARTHEST = 10_000
"""Moves ahead that are looked at before giving up."""


def analyse_limited(space: StateSpace, horizon: int | None) -> Stability:
    """Which states of a model of two parties are L_h stable; without a horizon, non-myopic.

    Definition: G_h(i, s) is where the conflict ends when i moves first from s, moves alternate
    and at most h are made. G_0(i, s) = s. Of the states q in R_i(s) i takes one whose anticipated
    end G_{h−1}(j, q) it likes best, and goes there when it prefers that end to s; else it stays,
    and G_h(i, s) = s. s is L_h stable for i when G_h(i, s) = s, and non-myopically stable when
    that is so for all h from some h on. L_1 is Nash stability.

    Steps: work out G_1, G_2, … from each other. For non-myopic stability go on until the ends
    for both parties return to what they were before: from then on they repeat.

    The concept is called "l1", "l2", … or "nonmyopic". Raises Misuse for other than two parties,
    for joint issues and for a horizon below 1.

    Source: Zagare (1984); Kilgour (1985); Fang, Hipel and Kilgour (1993).
    """
    found = limited_stability_of(conflict(space), horizon)
    return replace(found, assumptions=(*space.assumptions, *found.assumptions))


def limited_stability_of(conflict: Conflict, horizon: int | None) -> Stability:
    """As `analyse_limited`, for a conflict that need not come from a model."""
    _require_two(conflict)
    if horizon is None:
        return Stability(conflict.parties, {NON_MYOPIC: _non_myopic(conflict)}, _of_ties(conflict))
    if not 1 <= horizon <= FARTHEST:
        raise Misuse(f"a horizon of {horizon:,} moves; expected 1 to {FARTHEST:,}")
    ends = next(islice(anticipated(conflict), horizon, None))
    return Stability(conflict.parties, {f"l{horizon}": _staying(ends)}, _of_ties(conflict))


def anticipated(conflict: Conflict) -> Iterator[Ints]:
    """Where each party moving first expects to end, h = 0, 1, …: shape (2, states)."""
    places = np.arange(conflict.count)
    ends = np.array([places, places])
    while True:
        yield ends
        ends = np.array([_moved(conflict, i, ends[1 - i]) for i in (0, 1)])


def _moved(conflict: Conflict, i: int, then: Ints) -> Ints:
    """Where party i moving first ends, when the other then takes each state to `then`.

    Of equally good moves the first is taken: a greater key is a better end, then a lower state.
    """
    count, ranks = conflict.count, conflict.ranks[i].astype(np.int64)
    places = np.arange(count)
    keys = ranks[then] * count + (count - 1 - places)
    (moves,) = (steps for steps in conflict.steps if steps.movers == (conflict.parties[i],))
    best = greatest_after(keys, moves)
    goes = best >= (ranks + 1) * count
    return np.where(goes, then[count - 1 - best % count], places)


def _staying(ends: Ints) -> Truths:
    return np.asarray(ends == np.arange(ends.shape[1]))


def _non_myopic(conflict: Conflict) -> Truths:
    """Where both stay in every round of the cycle that the anticipated ends come to."""
    seen: dict[bytes, int] = {}
    horizons = anticipated(conflict)
    while len(seen) <= FARTHEST:
        key = sha256(next(horizons).tobytes()).digest()
        if key in seen:
            cycle = islice(horizons, len(seen) - seen[key])
            return np.asarray(np.all([_staying(ends) for ends in cycle], axis=0))
        seen[key] = len(seen)
    raise WinsetError(
        f"what the parties anticipate has not settled within {FARTHEST:,} moves; "
        "ask for a horizon instead"
    )


def _require_two(conflict: Conflict) -> None:
    if len(conflict.parties) != 2:
        number = len(conflict.parties)
        raise Misuse(
            f"limited moves are defined for two parties, and the model has {number}; for more "
            "the definitions in the literature disagree"
        )
    joint = [moves for moves in conflict.moves if len(moves.movers) > 1 and moves.targets.size]
    if joint:
        raise Misuse(
            "limited moves are defined for parties that take turns, and this model has issues "
            f"that {' and '.join(joint[0].movers)} change by agreement"
        )


def _of_ties(conflict: Conflict) -> tuple[str, ...]:
    """A sentence for each party that is indifferent between some states."""
    return tuple(
        f"{party} is indifferent between some states: of moves with equally good ends it is taken "
        "to make the first in the order of the states."
        for party, ranks in zip(conflict.parties, conflict.ranks, strict=True)
        if len(np.unique(ranks)) < conflict.count
    )
