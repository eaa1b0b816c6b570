"""General metarationality: every improvement can be punished."""

from __future__ import annotations

from winset.stability.concepts.propagation import least_reachable
from winset.stability.conflict import Conflict, responses
from winset.stability.moves.relations import Truths
from winset.stability.reasons.sanctions import deterred


def gmr(conflict: Conflict, party: str) -> Truths:
    """Where the others can answer every improvement of `party`: shape (states,).

    Definition: s is GMR stable for i when for every q in R_i⁺(s) some r in R_{N−i}(q) has
    r ≾_i s. The others need not like what they do.

    Steps: for each q the least rank of i that the others' moves lead to; s is stable when that
    is no more than i's rank of s, for every improvement q.

    Source: Howard, "Paradoxes of Rationality" (1971); Fang, Hipel and Kilgour (1993).
    """
    least = least_reachable(conflict.ranks_of(party), responses(conflict, party))
    return deterred(conflict, party, least)
