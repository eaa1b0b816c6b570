"""Unknown and strong preference together: who leaves for what may be, and what deters strongly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from winset.stability.concepts.attitudes import Attitude
from winset.stability.concepts.sim import simultaneous
from winset.stability.concepts.strength import (
    CHOICES,
    Levels,
    levels_of,
    meaning_of_strength,
    require_strength,
    strong_attitude,
    strongly_stable,
)
from winset.stability.concepts.unknown import (
    Reading,
    Unknown,
    attitude_to,
    judge_touched,
    meaning_of,
    or_feared,
    pairs_of,
    reading_of,
    unknown_stability_of,
    with_ventures,
)
from winset.stability.conflict import Conflict, conflict
from winset.stability.results import CONCEPTS, Stability

if TYPE_CHECKING:
    from winset.model.space import StateSpace


def analyse_mixed(
    space: StateSpace, reading: str, strength: str, concepts: Sequence[str] = CONCEPTS
) -> Stability:
    """Which states of a model are stable under a reading of unknown preference, and how strongly.

    Definition: let a pair of states be known with its strength, or unknown (U). i leaves s for q
    when q ≻ s or q ≫ s, in a and c also when q U s. In strong stability a sanction r counts when
    r ≪ s, in c and d also when r U s, and so does each way out in SMR and SSEQ. General stability
    is that of the reading; what is stable in general but not strongly is weakly stable.

    Raises Misuse for a reading, a strength or a concept that is not known.

    Source: Xu, Hipel, Kilgour and Chen, "Combining strength and uncertainty for preferences in
    the graph model for conflict resolution with multiple decision makers" (2010), which has Nash,
    GMR, SMR and SEQ. Only its summary could be read: the conditions put together here are those
    of unknown and of strong preference.
    """
    require_strength(strength)
    read, pairs, levels = reading_of(reading), pairs_of(space), levels_of(space)
    model = conflict(space)
    others = [concept for concept in concepts if concept != "sim"]
    stable = dict(mixed_stability_of(model, pairs, levels, (read, strength), others).stable)
    if "sim" in concepts:
        attitudes = attitude_to(model, pairs, read), mixed_attitude(model, pairs, levels, read)
        stable["sim"] = CHOICES[strength](*(simultaneous(space, model, one) for one in attitudes))
    assumed = (*meaning_of(reading, pairs), *meaning_of_strength(strength, model, levels))
    return Stability(
        model.parties,
        {concept: stable[concept] for concept in concepts},
        (*space.assumptions, *assumed),
    )


def mixed_stability_of(
    conflict: Conflict,
    unknown: Unknown,
    levels: Levels,
    asked: tuple[Reading, str],
    concepts: Sequence[str] = CONCEPTS,
) -> Stability:
    """As `analyse_mixed`, for a conflict that need not come from a model.

    `asked` is the reading and the strength; `levels` has shape (parties, states).
    """
    reading, strength = asked
    general = unknown_stability_of(conflict, unknown, reading, concepts).stable
    ventured = with_ventures(conflict, unknown)
    strong = {concept: strongly_stable(ventured, levels, concept) for concept in concepts}
    attitude = mixed_attitude(conflict, unknown, levels, reading)
    judge_touched(strong, conflict, unknown, attitude)
    stable = {name: CHOICES[strength](general[name], strong[name]) for name in concepts}
    return Stability(conflict.parties, stable)


def mixed_attitude(
    conflict: Conflict, unknown: Unknown, levels: Levels, reading: Reading
) -> Attitude:
    """The attitude of parties that leave as in a reading, and that only strong loss deters."""
    strongly = strong_attitude(conflict, levels).deters
    deters = or_feared(strongly, conflict, unknown, reading)
    return replace(attitude_to(conflict, unknown, reading), deters=deters)
