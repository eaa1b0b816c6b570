"""Preference that is not known between some states: four ways to read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from winset.errors import Misuse
from winset.stability.analysis import rule_of
from winset.stability.concepts.attitudes import Attitude, Comparison
from winset.stability.concepts.sides import agreed, party_side, stable_for
from winset.stability.concepts.sim import simultaneous
from winset.stability.conflict import Conflict, conflict
from winset.stability.moves.relations import Ints, Relation, Steps, Truths
from winset.stability.results import CONCEPTS, Stability

if TYPE_CHECKING:
    from winset.model.space import StateSpace


@dataclass(frozen=True, slots=True)
class Reading:
    """How a party that does not know which of two states it prefers is taken to act.

    `ventures`: it leaves a state for one it may like better. `fears`: what it may like no better
    is enough to deter it.
    """

    ventures: bool
    fears: bool

    def words(self) -> str:
        """What it says of a party, as a sentence goes on."""
        leaves = "may be better" if self.ventures else "is surely better"
        deterred = "may be no better" if self.fears else "is surely no better"
        return f"a party leaves for what {leaves}, and what {deterred} deters it"


READINGS: Mapping[str, Reading] = {
    "a": Reading(ventures=True, fears=False),
    "b": Reading(ventures=False, fears=False),
    "c": Reading(ventures=True, fears=True),
    "d": Reading(ventures=False, fears=True),
}
"""Li, Hipel, Kilgour and Fang (2004): a is the boldest, d the most cautious."""

Unknown = Mapping[str, Ints]
"""For each party the pairs of states whose order is not known; shape (pairs, 2)."""


def analyse_unknown(
    space: StateSpace, reading: str, concepts: Sequence[str] = CONCEPTS
) -> Stability:
    """Which states of a model are stable under one reading, a to d, of its unknown pairs.

    Definition: let U hold between states whose order is not known. i leaves s for q when q ≻ s,
    in a and c also when q U s. A sanction r counts when r ≾ s, in c and d also when r U s, and so
    does each way out in SMR and SSEQ. Others, as opponents in SEQ and SSEQ and as partners in a
    joint move, move for ≻ or U in all four.

    Raises Misuse for a reading or a concept that is not known.

    Source: Li, Hipel, Kilgour and Fang, "Preference uncertainty in the graph model for conflict
    resolution" (2004), extended here to SSEQ and SIM.
    """
    read, pairs = reading_of(reading), pairs_of(space)
    model = conflict(space)
    others = [concept for concept in concepts if concept != "sim"]
    stable = dict(unknown_stability_of(model, pairs, read, others).stable)
    if "sim" in concepts:
        stable["sim"] = simultaneous(space, model, attitude_to(model, pairs, read))
    return Stability(
        model.parties,
        {concept: stable[concept] for concept in concepts},
        (*space.assumptions, *meaning_of(reading, pairs)),
    )


def reading_of(name: str) -> Reading:
    """The reading of that name; raises Misuse when there is none."""
    if name not in READINGS:
        raise Misuse(f"{name!r} is no reading of unknown preference; expected a, b, c or d")
    return READINGS[name]


def pairs_of(space: StateSpace) -> Unknown:
    """The pairs of states whose order a model calls unknown."""
    return {party.id: space.unknown(party.id) for party in space.model.parties}


def meaning_of(reading: str, pairs: Unknown) -> tuple[str, ...]:
    """Sentences on how unknown preference was read."""
    meaning = f"Unknown preference is read as in {reading}: {READINGS[reading].words()}."
    return (meaning,) if any(map(len, pairs.values())) else (meaning, _NOTHING_UNKNOWN)


_NOTHING_UNKNOWN = "The model calls no order of states unknown: the four readings are one."


def unknown_stability_of(
    conflict: Conflict, unknown: Unknown, reading: Reading, concepts: Sequence[str] = CONCEPTS
) -> Stability:
    """As `analyse_unknown`, for a conflict that need not come from a model.

    A state that stands in no unknown pair of a party is judged by ranks, like any other, against
    others who move for ≻ or U; the few that do are judged one by one.
    """
    ventured = with_ventures(conflict, unknown)
    attitude = attitude_to(conflict, unknown, reading)
    stable = {
        concept: np.array([rule_of(concept)(ventured, party) for party in conflict.parties])
        for concept in concepts
    }
    judge_touched(stable, conflict, unknown, attitude)
    return Stability(conflict.parties, stable)


def judge_touched(
    stable: Mapping[str, Truths], conflict: Conflict, unknown: Unknown, attitude: Attitude
) -> None:
    """Write over what `stable` says of states in unknown pairs, judging them one by one."""
    for row, party in enumerate(conflict.parties):
        touched = np.unique(unknown.get(party, ()))
        if touched.size:
            side = party_side(conflict, attitude, party)
            for concept, rows in stable.items():
                rows[row, touched] = stable_for(side, concept, touched, conflict.count)


def attitude_to(conflict: Conflict, unknown: Unknown, reading: Reading) -> Attitude:
    """How parties compare states under a reading."""
    doubts = {party: _Doubts(pairs, conflict.count) for party, pairs in unknown.items()}

    def prefers(party: str, starts: Ints, ends: Ints, or_unknown: bool) -> Truths:
        ranks = conflict.ranks_of(party)
        return _decided(ranks[ends] > ranks[starts], doubts.get(party), starts, ends, or_unknown)

    def leaves(party: str, starts: Ints, ends: Ints) -> Truths:
        return prefers(party, starts, ends, reading.ventures)

    def joins(party: str, starts: Ints, ends: Ints) -> Truths:
        return prefers(party, starts, ends, True)

    def no_better(party: str, starts: Ints, ends: Ints) -> Truths:
        ranks = conflict.ranks_of(party)
        return np.asarray(ranks[ends] <= ranks[starts])

    return Attitude(leaves, joins, or_feared(no_better, conflict, unknown, reading))


def or_feared(
    deters: Comparison, conflict: Conflict, unknown: Unknown, reading: Reading
) -> Comparison:
    """What deters, unknown pairs left out or taken in as the reading has it."""
    doubts = {party: _Doubts(pairs, conflict.count) for party, pairs in unknown.items()}

    def read(party: str, starts: Ints, ends: Ints) -> Truths:
        known = deters(party, starts, ends)
        return _decided(known, doubts.get(party), starts, ends, reading.fears)

    return read


class _Doubts:
    """Pairs of states, to be looked up in either order; two names of one state are no pair."""

    def __init__(self, pairs: Ints, count: int) -> None:
        self.count = count
        different = np.asarray(pairs, dtype=np.int64).reshape(-1, 2)
        first, second = different[different[:, 0] != different[:, 1]].T
        self.keys = np.unique(np.concatenate([first * count + second, second * count + first]))

    def __call__(self, starts: Ints, ends: Ints) -> Truths:
        keys = starts * self.count + ends
        if not self.keys.size:
            return np.zeros(keys.shape, dtype=np.bool_)
        places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.asarray(self.keys[places] == keys)


def _decided(
    known: Truths, doubts: _Doubts | None, starts: Ints, ends: Ints, otherwise: bool
) -> Truths:
    """What ranks say, and `otherwise` of the pairs in doubt."""
    if doubts is None:
        return known
    doubtful = doubts(starts, ends)
    return known | doubtful if otherwise else known & ~doubtful


def with_ventures(conflict: Conflict, unknown: Unknown) -> Conflict:
    """The conflict with the moves its movers may like counted among the improvements."""
    joins = attitude_to(conflict, unknown, READINGS["a"]).joins
    pairs = zip(conflict.moves, conflict.improving, strict=True)
    improving = (_ventured(moves, liked, unknown, joins) for moves, liked in pairs)
    return replace(conflict, improving=tuple(improving))


def _ventured(moves: Relation, liked: Steps, unknown: Unknown, joins: Comparison) -> Steps:
    if not any(len(unknown.get(mover, ())) for mover in moves.movers):
        return liked
    return agreed(moves, moves.movers, joins)
