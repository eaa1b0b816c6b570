"""Sequential stability: every improvement is punished by moves the others like."""

from __future__ import annotations

from winset.stability.concepts.propagation import least_reachable
from winset.stability.conflict import Conflict, improving_responses
from winset.stability.moves.relations import Truths
from winset.stability.reasons.sanctions import deterred


def seq(conflict: Conflict, party: str) -> Truths:
    """Where the others answer every improvement of `party` by improvements: shape (states,).

    Definition: s is SEQ stable for i when for every q in R_i⁺(s) some r in R⁺_{N−i}(q) has
    r ≾_i s: each step of the answer is an improvement for whoever makes it.

    Steps: as GMR, over the others' improvements only.

    Source: Fraser and Hipel, "Conflict Analysis" (1984); Fang, Hipel and Kilgour (1993).
    """
    least = least_reachable(conflict.ranks_of(party), improving_responses(conflict, party))
    return deterred(conflict, party, least)
