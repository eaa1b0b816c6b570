"""The question of the inverse: which state, by which concept, and whose preference may change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from winset.errors import Misuse
from winset.stability.conflict import Conflict
from winset.stability.explanation import FORESIGHT, Foresight, require
from winset.stability.relations import Ints, Truths
from winset.stability.reranking import reranked

MOST_STATES = 200
"""States compared pair by pair; there is a clause for every three of them."""


class Ties(Enum):
    """Which states may become equally good: none, those that are already, or any."""

    NONE = "none"
    STATED = "stated"
    ANY = "any"


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """May `state` be an equilibrium of `concept`, when the parties `free` change their minds?"""

    conflict: Conflict
    state: int
    concept: str
    free: tuple[str, ...]
    ties: Ties = Ties.STATED

    @property
    def foresight(self) -> Foresight:
        """What the concept supposes of a party."""
        return FORESIGHT[self.concept]

    def under(self, ranks: Ints) -> Question:
        """The same question where the parties rank the states so: shape (parties, states)."""
        return replace(self, conflict=reranked(self.conflict, ranks))


def question(
    conflict: Conflict,
    state: int,
    concept: str,
    free: Sequence[str] = (),
    ties: Ties = Ties.STATED,
) -> Question:
    """The question, every party free when none is named.

    Raises Misuse for a state, concept or party that is not known, and for too many states.
    """
    named = tuple(party for party in conflict.parties if party in free)
    for party in free or conflict.parties[:1]:
        require(conflict, party, state, concept)
    if conflict.count > MOST_STATES:
        raise Misuse(
            f"{conflict.count:,} states are too many to compare pair by pair; at most "
            f"{MOST_STATES} can be: ask which statements to change instead"
        )
    return Question(conflict, state, concept, named or conflict.parties, ties)


def ranks_of(liked: Truths) -> Ints:
    """The ranks of a total preorder; `liked[a, b]` tells that a is at least as good as b."""
    return np.unique(liked.sum(axis=1), return_inverse=True)[1].astype(np.int64)
