"""The whole analysis: every concept, for every party."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from winset.errors import Misuse
from winset.problems import nearest_name
from winset.stability.concepts.gmr import gmr
from winset.stability.concepts.nash import nash
from winset.stability.concepts.seq import seq
from winset.stability.concepts.sim import sim
from winset.stability.concepts.smr import smr
from winset.stability.concepts.sseq import sseq
from winset.stability.conflict import Conflict, conflict
from winset.stability.moves.relations import Truths
from winset.stability.results import CONCEPTS, Stability
from winset.stability.threads import side_by_side

if TYPE_CHECKING:
    from winset.model.space import StateSpace

Concept = Callable[[Conflict, str], Truths]
"""Where a state is stable for one party."""

RULES: Mapping[str, Concept] = {"nash": nash, "gmr": gmr, "smr": smr, "seq": seq, "sseq": sseq}
"""The concept of each name."""


def analyse(space: StateSpace, concepts: Sequence[str] = CONCEPTS) -> Stability:
    """Which states of a model are stable, for whom, in which sense.

    Raises Misuse for a concept that is not known.
    """
    model = conflict(space)
    found = stability_of(model, [concept for concept in concepts if concept != "sim"])
    stable = found.stable | ({"sim": sim(space, model)} if "sim" in concepts else {})
    return Stability(
        found.parties,
        {concept: stable[concept] for concept in concepts},
        (*space.assumptions, *_of_unknown_pairs(space), *_of_misperceptions(space)),
    )


def stability_of(conflict: Conflict, concepts: Sequence[str] = CONCEPTS) -> Stability:
    """As `analyse`, for a conflict that need not come from a model."""
    rules = tuple(rule_of(concept) for concept in concepts)

    def rows_of(party: str) -> list[Truths]:
        return [rule(conflict, party) for rule in rules]

    rows = side_by_side(rows_of, conflict.parties, conflict.count)
    shape = len(rows), conflict.count
    return Stability(
        conflict.parties,
        {
            concept: np.array([row[place] for row in rows], dtype=np.bool_).reshape(shape)
            for place, concept in enumerate(concepts)
        },
    )


def _of_misperceptions(space: StateSpace) -> tuple[str, ...]:
    """That the plain analysis leaves out what parties see otherwise, where the model says it."""
    parties = [stated.party for stated in space.model.misperceptions]
    if not parties:
        return ()
    return (f"What {' and '.join(parties)} misperceive is left out here; --views takes it in.",)


def _of_unknown_pairs(space: StateSpace) -> tuple[str, ...]:
    """What was made of pairs whose order the model calls unknown, a sentence for each party."""
    pairs = {party.id: len(space.unknown(party.id)) for party in space.model.parties}
    return tuple(
        f"{party} has {number} {'pair' if number == 1 else 'pairs'} of states whose order is not "
        "known: this answer takes them in the order the rest of its preference gives."
        for party, number in pairs.items()
        if number
    )


def rule_of(concept: str) -> Concept:
    """The concept of that name; raises Misuse when there is none."""
    if concept not in RULES:
        nearest = nearest_name(concept, (*RULES, "sim"))
        hint = f"; did you mean {nearest!r}?" if nearest else ""
        known = ", ".join((*RULES, "sim"))
        raise Misuse(f"{concept!r} is no stability concept; expected one of {known}{hint}")
    return RULES[concept]
