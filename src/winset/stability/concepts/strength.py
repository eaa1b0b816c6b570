"""Strength of preference: states that strong threats keep, and states that others do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

import numpy as np

from winset.errors import Misuse
from winset.stability.analysis import rule_of
from winset.stability.concepts.attitudes import Attitude, by_ranks
from winset.stability.concepts.propagation import least_reachable
from winset.stability.concepts.sides import ANSWERS, Rule
from winset.stability.concepts.sim import simultaneous
from winset.stability.conflict import (
    Conflict,
    conflict,
    improvements,
    improving_responses,
    responses,
)
from winset.stability.moves.relations import LOWEST, Ints, Truths, greatest_after
from winset.stability.results import CONCEPTS, Stability

if TYPE_CHECKING:
    from winset.model.space import StateSpace

_MEANINGS: Mapping[str, str] = {
    "general": "General stability: strong and mild preference count alike.",
    "strong": "Strong stability: only what is strongly worse deters.",
    "weak": "Weak stability: stable in general, but not strongly.",
}
STRENGTHS = tuple(_MEANINGS)

Levels = Ints
"""For each party, the level of each state: ≻ within a level is mild, between levels strong."""


def analyse_strength(
    space: StateSpace, strength: str, concepts: Sequence[str] = CONCEPTS
) -> Stability:
    """Which states of a model are stable in general, strongly or only weakly.

    Definition: q ≫ s says that q is strongly preferred. General stability counts ≻ and ≫ alike.
    In strong stability a sanction r counts when r ≪ s, and so must each way out in SMR and SSEQ.
    What is stable in general but not strongly is weakly stable. A state without improvements is
    strongly stable: nothing had to deter anybody.

    Raises Misuse for a strength or a concept that is not known.

    Source: Hamouda, Kilgour and Hipel, "Strength of preference in the graph model for conflict
    resolution" (2004; 2006 for more than two parties), extended here to SSEQ and SIM.
    """
    require_strength(strength)
    model, levels = conflict(space), levels_of(space)
    found = strength_of(model, levels, strength, [name for name in concepts if name != "sim"])
    stable = dict(found.stable)
    if "sim" in concepts:
        stable["sim"] = _sim(space, model, levels, strength)
    assumed = (*space.assumptions, *meaning_of_strength(strength, model, levels))
    return Stability(model.parties, {name: stable[name] for name in concepts}, assumed)


def require_strength(strength: str) -> None:
    """Raise Misuse for a strength that is not known."""
    if strength not in STRENGTHS:
        raise Misuse(f"{strength!r} is no strength; expected one of {', '.join(STRENGTHS)}")


def levels_of(space: StateSpace) -> Levels:
    """The levels of all parties: shape (parties, states)."""
    return np.array([space.levels(party.id) for party in space.model.parties], dtype=np.int64)


def strength_of(
    conflict: Conflict, levels: Levels, strength: str, concepts: Sequence[str] = CONCEPTS
) -> Stability:
    """As `analyse_strength`, for a conflict that need not come from a model.

    `levels` has shape (parties, states); a state of a higher level must have a higher rank.
    """
    stable = {}
    for concept in concepts:
        rule = rule_of(concept)
        general = np.array([rule(conflict, party) for party in conflict.parties])
        strong = strongly_stable(conflict, levels, concept)
        stable[concept] = CHOICES[strength](general, strong)
    return Stability(conflict.parties, stable)


CHOICES: Mapping[str, Callable[[Truths, Truths], Truths]] = {
    "general": lambda general, strong: general,
    "strong": lambda general, strong: strong,
    "weak": lambda general, strong: general & ~strong,
}
"""What a strength takes of the states stable in general and strongly."""


def strongly_stable(conflict: Conflict, levels: Levels, concept: str) -> Truths:
    """Where every improvement meets a strong sanction: shape (parties, states)."""
    return np.array([_strong(conflict, row, levels, concept) for row in range(len(levels))])


def _strong(conflict: Conflict, row: int, levels: Levels, concept: str) -> Truths:
    """Where every improvement of a party meets a strong sanction: shape (states,)."""
    party, own = conflict.parties[row], levels[row]
    if concept not in ANSWERS:
        return rule_of(concept)(conflict, party)
    least = _least_level(conflict, party, own, ANSWERS[concept])
    return np.asarray(_best_after(conflict, party, least, LOWEST) < own)


def _least_level(conflict: Conflict, party: str, levels: Ints, rule: Rule) -> Ints:
    """The lowest level the others can bring `party` to, its ways out counted where they count."""
    answers = improving_responses if rule.willing else responses
    values = _best_after(conflict, party, levels, levels) if rule.symmetric else levels
    return least_reachable(values, answers(conflict, party))


def _best_after(conflict: Conflict, party: str, values: Ints, otherwise: Ints | int) -> Ints:
    """The greatest of `values` one improvement away, or `otherwise` where that is more."""
    ahead = (greatest_after(values, moves) for moves in improvements(conflict, party))
    return np.asarray(reduce(np.maximum, ahead, np.full(conflict.count, 1) * otherwise))


def _sim(space: StateSpace, conflict: Conflict, levels: Levels, strength: str) -> Truths:
    general = simultaneous(space, conflict, by_ranks(conflict))
    strong = simultaneous(space, conflict, strong_attitude(conflict, levels))
    return CHOICES[strength](general, strong)


def strong_attitude(conflict: Conflict, levels: Levels) -> Attitude:
    """The attitude of parties whom only what is strongly worse deters."""

    def much_worse(party: str, starts: Ints, ends: Ints) -> Truths:
        own = levels[conflict.parties.index(party)]
        return np.asarray(own[ends] < own[starts])

    return replace(by_ranks(conflict), deters=much_worse)


def meaning_of_strength(strength: str, conflict: Conflict, levels: Levels) -> tuple[str, ...]:
    """What the strength means, and a sentence for each party without strong preference."""
    without = tuple(
        f"{party} has no strong preference: nothing deters it strongly."
        for party, own in zip(conflict.parties, levels, strict=True)
        if own.size and own.min() == own.max()
    )
    return (_MEANINGS[strength], *without)
