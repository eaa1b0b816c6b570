"""Nash stability: nothing better is one move away."""

from __future__ import annotations

import numpy as np

from winset.stability.conflict import Conflict, improvements
from winset.stability.relations import Truths


def nash(conflict: Conflict, party: str) -> Truths:
    """Where `party` has no improvement: shape (states,).

    Definition: s is Nash stable (rational) for i when R_i⁺(s) is empty.

    Source: Nash (1950); Fang, Hipel and Kilgour, "Interactive Decision Making" (1993).
    """
    improvable = np.zeros(conflict.count, dtype=np.bool_)
    for moves in improvements(conflict, party):
        improvable |= np.diff(moves.starts) > 0
    return ~improvable
