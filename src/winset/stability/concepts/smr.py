"""Symmetric metarationality: every improvement can be punished, and there is no way out."""

from __future__ import annotations

from winset.stability.concepts.propagation import least_reachable
from winset.stability.conflict import Conflict, responses
from winset.stability.moves.relations import Truths
from winset.stability.reasons.sanctions import deterred, ranks_with_way_out


def smr(conflict: Conflict, party: str) -> Truths:
    """Where the others have an answer that `party` cannot mend: shape (states,).

    Definition: s is SMR stable for i when for every q in R_i⁺(s) some r in R_{N−i}(q) has
    r ≾_i s, and t ≾_i s for every t in R_i(r).

    Steps: as GMR, with the better of r and the best of R_i(r) in the place of r.

    Source: Howard, "Paradoxes of Rationality" (1971); Fang, Hipel and Kilgour (1993).
    """
    least = least_reachable(ranks_with_way_out(conflict, party), responses(conflict, party))
    return deterred(conflict, party, least)
