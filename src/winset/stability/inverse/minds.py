"""Parties that rank the states, as a judge asks them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from winset.stability.inverse.findings import Fact, Finding, Scale
from winset.stability.inverse.question import Question
from winset.stability.moves.relations import Ints

_MOST_LISTED = 1 << 12


class RankedMinds:
    """The minds of parties that rank the states; facts are kept of the free ones only."""

    def __init__(self, question: Question, ranks: Mapping[Scale, Ints]) -> None:
        self._free = frozenset(question.scales)
        self._rows = {scale: _quick(row) for scale, row in _every_scale(question, ranks).items()}

    def at_least(self, scale: Scale, first: int, second: int) -> Finding:
        """Whether the first state ranks at least as high."""
        row = self._rows[scale]
        truth = bool(row[first] >= row[second])
        if scale not in self._free or first == second:
            return Finding(truth)
        return Finding(truth, (Fact(scale, first, second, truth),))


def _quick(row: Ints) -> Sequence[int] | Ints:
    """The ranks as they are asked for quickest: a list, but where making it would take longer."""
    ranks: list[int] = np.asarray(row).tolist() if len(row) <= _MOST_LISTED else []
    return ranks or row


def _every_scale(question: Question, ranks: Mapping[Scale, Ints]) -> dict[Scale, Ints]:
    """The ranks on every scale that can be asked for, changed where `ranks` has them."""
    where = question.situation
    parties = where.conflict.parties
    mild = zip(parties, where.conflict.ranks, strict=True)
    strong = zip(parties, where.levels, strict=True) if len(where.levels) else ()
    return {
        **{Scale(party): row for party, row in mild},
        **{Scale(party, True): row for party, row in strong},
        **ranks,
    }
