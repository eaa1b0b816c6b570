"""Nash stability: nothing better is one move away."""

from __future__ import annotations

import numpy as np

from winset.stability.conflict import Conflict
from winset.stability.moves.relations import HIGHEST, RANK, Truths
from winset.stability.reasons.sanctions import deterred


def nash(conflict: Conflict, party: str) -> Truths:
    """Where `party` has no improvement: shape (states,).

    Definition: s is Nash stable (rational) for i when R_i⁺(s) is empty.

    Steps: nobody answers, so no improvement is deterred and s is stable only without any.

    Source: Nash (1950); Fang, Hipel and Kilgour, "Interactive Decision Making" (1993).
    """
    unanswered = np.full(conflict.count, HIGHEST, dtype=RANK)
    return deterred(conflict, party, unanswered)
