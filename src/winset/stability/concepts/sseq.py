"""Symmetric sequential stability: punished by moves the others like, and no way out."""

from __future__ import annotations

from winset.stability.concepts.propagation import least_reachable
from winset.stability.conflict import Conflict, improving_responses
from winset.stability.moves.relations import Truths
from winset.stability.reasons.sanctions import deterred, ranks_with_way_out


def sseq(conflict: Conflict, party: str) -> Truths:
    """Where the others answer by improvements and `party` cannot mend it: shape (states,).

    Definition: s is SSEQ stable for i when for every q in R_i⁺(s) some r in R⁺_{N−i}(q) has
    r ≾_i s, and t ≾_i s for every t in R_i(r).

    Steps: as SMR, over the others' improvements only.

    Source: Rêgo and Vieira, "Symmetric sequential stability in the graph model" (2017).
    """
    values = ranks_with_way_out(conflict, party)
    least = least_reachable(values, improving_responses(conflict, party))
    return deterred(conflict, party, least)
