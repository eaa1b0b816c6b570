"""The nearest preference of one party in which some comparisons turn out as wanted, by MaxSAT."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from winset.stability.inverse.atoms import Atoms
from winset.stability.inverse.bundles import Bundles
from winset.stability.inverse.findings import Fact, Scale
from winset.stability.inverse.question import Question
from winset.stability.moves.relations import Ints

_KEPT = 1 << 12


@dataclass(frozen=True, slots=True, eq=False)
class Preference:
    """The ranks of the states on each scale, and how far they are from those stated."""

    distance: int
    ranks: Mapping[Scale, Ints]


class Nearest:
    """Finds the nearest preference of each party; every comparison as stated is worth keeping."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.of = lru_cache(_KEPT)(self._of)

    def _of(self, party: str, facts: frozenset[Fact]) -> Preference | None:
        """The nearest preference of a party in which the facts hold, None where none does."""
        from pysat.examples.rc2 import RC2
        from pysat.formula import WCNF

        atoms = self._atoms(party, facts)
        formula = WCNF()
        formula.extend([*atoms.hard(), *([atoms.literal(fact)] for fact in sorted(facts))])
        for literal, weight in atoms.soft():
            formula.append([literal], weight=weight)
        with RC2(formula, solver="g3") as solver:
            return _drawn(atoms, solver)

    def _atoms(self, party: str, facts: frozenset[Fact]) -> Atoms:
        question = self.question
        unknown = question.situation.unknown.get(party, np.zeros((0, 2), dtype=np.int64))
        stated = {s: question.stated(s) for s in question.scales if s.party == party}
        named = {*named_in(facts), *unknown.ravel().tolist()}
        return Atoms(Bundles(stated, named, question.ties), unknown)


def named_in(facts: Iterable[Fact]) -> Iterable[int]:
    """The states that have to be told apart from all others."""
    return {state for fact in facts for state in (fact.first, fact.second)}


def _drawn(atoms: Atoms, solver: Any) -> Preference | None:
    """What the solver finds once its answers are transitive."""
    while (model := solver.compute()) is not None:
        liked = atoms.read(model)
        broken = list(atoms.intransitive(liked))
        if not broken:
            ranks = {scale: atoms.bundles.ranks_by(scale, rows) for scale, rows in liked.items()}
            return Preference(int(solver.cost) + atoms.bundles.broken(), ranks)
        for clause in broken:
            solver.add_clause(clause)
    return None
