"""Sanctions: when the others' answer makes an improvement not worth making."""

from __future__ import annotations

from functools import reduce

import numpy as np

from winset.stability.conflict import Conflict, improvements
from winset.stability.moves.relations import LOWEST, Ints, Truths, greatest_after


def deterred(conflict: Conflict, party: str, answers: Ints) -> Truths:
    """Where every improvement of `party` is answered: shape (states,).

    `answers` holds, for each state, the least rank `party` can be left with once the state has
    been reached. An improvement from s to q is answered when `answers[q]` is no more than the
    rank of s. A sanction that leads back to s itself counts (the logical form).
    """
    unanswered = (greatest_after(answers, moves) for moves in improvements(conflict, party))
    most = reduce(np.maximum, unanswered, np.full(conflict.count, LOWEST, dtype=answers.dtype))
    return np.asarray(most <= conflict.ranks_of(party))


def ranks_with_way_out(conflict: Conflict, party: str) -> Ints:
    """The best rank `party` has at each state or one way out of it: shape (states,).

    Its ways out are its own moves, and joint moves that every other member prefers; but one that
    `party` does not prefer itself cannot raise its rank, so its improvements are enough.
    """
    ranks = conflict.ranks_of(party)
    escapes = (greatest_after(ranks, moves) for moves in improvements(conflict, party))
    return reduce(np.maximum, escapes, ranks)
