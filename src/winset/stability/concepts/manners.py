"""Stability in any manner of asking, for a conflict that may be changed: the same call for all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from winset.errors import Misuse
from winset.problems import nearest_name
from winset.stability.analysis import stability_of
from winset.stability.concepts.attitudes import Attitude, by_ranks
from winset.stability.concepts.coalitions import GROUP_CONCEPTS, group_stability_of, groups_among
from winset.stability.concepts.limited import NON_MYOPIC, limited_stability_of
from winset.stability.concepts.merging import (
    checked_groups,
    shared_by,
    sides_among,
    stable_as_one,
    united_conflict,
)
from winset.stability.concepts.mixed import mixed_attitude, mixed_stability_of
from winset.stability.concepts.sim import simultaneous, simultaneous_for
from winset.stability.concepts.strength import (
    CHOICES,
    levels_of,
    require_strength,
    strength_of,
    strong_attitude,
)
from winset.stability.concepts.unknown import (
    READINGS,
    attitude_to,
    pairs_of,
    reading_of,
    unknown_stability_of,
)
from winset.stability.conflict import Conflict, conflict, conflict_of
from winset.stability.moves.relations import Ints, Relation, Truths
from winset.stability.results import CONCEPTS
from winset.stability.variation.reranking import reranked

if TYPE_CHECKING:
    from winset.model.space import StateSpace

Group = tuple[str, ...]
FAR = 0
"""The horizon of non-myopic stability."""


@dataclass(frozen=True, slots=True)
class Manner:
    """In which manner stability is asked for: none of these for the plain one.

    Only unknown preference and strength go together.
    `unknown` is a reading, a to d; `strength` general, strong or weak; `merged` are groups whose
    members act as one; `horizon` a number of moves, FAR for any number.
    """

    unknown: str = ""
    strength: str = ""
    groups: bool = False
    merged: tuple[Group, ...] = ()
    horizon: int | None = None


PLAIN = Manner()


@dataclass(frozen=True, slots=True, eq=False)
class Situation:
    """A conflict, and what a manner of asking needs to know besides.

    `sides` are those that must be content: parties, groups or merged parties. `unknown` holds
    pairs of states for each party, `levels` a row for each, empty where neither is asked for.
    `space` is what simultaneous moves are read from, None where there is none.
    """

    conflict: Conflict
    sides: tuple[Group, ...]
    manner: Manner = PLAIN
    unknown: Mapping[str, Ints] = field(default_factory=dict)
    levels: Ints = field(default_factory=lambda: np.zeros((0, 0), dtype=np.int64))
    space: StateSpace | None = None

    def equilibria(self, concept: str) -> Truths:
        """Where every side is stable by a concept: shape (states,)."""
        return np.asarray(self.stable(concept).all(axis=0))

    def stable(self, concept: str) -> Truths:
        """Where each side is stable by a concept: shape (sides, states)."""
        if concept == "sim":
            return self._simultaneous()
        found, manner, asked = self.conflict, self.manner, (concept,)
        if manner.horizon is not None:
            (rows,) = limited_stability_of(found, manner.horizon or None).stable.values()
            return rows
        if manner.unknown and manner.strength:
            both = READINGS[manner.unknown], manner.strength
            return mixed_stability_of(found, self.unknown, self.levels, both, asked).stable[concept]
        if manner.unknown:
            reading = READINGS[manner.unknown]
            return unknown_stability_of(found, self.unknown, reading, asked).stable[concept]
        if manner.strength:
            return strength_of(found, self.levels, manner.strength, asked).stable[concept]
        if manner.groups:
            return group_stability_of(found, asked).stable[concept]
        if manner.merged:
            return np.array([stable_as_one(found, side, concept) for side in self.sides])
        return stability_of(found, asked).stable[concept]

    def _simultaneous(self) -> Truths:
        """SIM, for parties and for those that act as one."""
        if self.space is None or self.manner.groups:
            raise Misuse("SIM is asked of the parties of a model; leave out SIM, or groups")
        if self.manner.merged:
            shared = shared_by(self.space.model, self.manner.merged)
            return simultaneous_for(self.space, shared, self.conflict, self.sides)
        general, strong = self._attitudes()
        if self.manner.strength in ("", "general"):
            return simultaneous(self.space, self.conflict, general)
        rows = (simultaneous(self.space, self.conflict, one) for one in (general, strong))
        return CHOICES[self.manner.strength](*rows)

    def _attitudes(self) -> tuple[Attitude, Attitude]:
        """How parties compare states, in general and where only strong loss deters."""
        plain, levels = self.conflict, self.levels
        if self.manner.unknown:
            reading = READINGS[self.manner.unknown]
            general = attitude_to(plain, self.unknown, reading)
            return general, mixed_attitude(plain, self.unknown, levels, reading)
        return by_ranks(plain), strong_attitude(plain, levels)

    def under(self, ranks: Ints, levels: Ints | None = None) -> Situation:
        """The same where the parties rank the states so: shape (parties, states)."""
        changed = reranked(self.conflict, ranks)
        return replace(self, conflict=changed, levels=self.levels if levels is None else levels)

    def only(self, there: Truths) -> Situation:
        """The same without the moves to and from states that are not there."""
        listed = (Relation(m.movers, m.starts, m.targets) for m in self.conflict.moves)
        kept = [move.only(there[move.sources] & there[move.targets]) for move in listed]
        fewer = conflict_of(self.conflict.parties, kept, np.asarray(self.conflict.ranks))
        return replace(self, conflict=fewer, space=_only(self.space, there))


def situation(space: StateSpace, manner: Manner = PLAIN) -> Situation:
    """The conflict of a model, and what a manner of asking needs to know of the model.

    Raises Misuse for a manner that is not known or that does not suit the model.
    """
    plain = conflict(space)
    alone = tuple((party,) for party in plain.parties)
    if manner.unknown or manner.strength:
        return replace(_of_preference(space, manner), sides=alone)
    if manner.groups:
        groups = groups_among(plain.parties)
        return Situation(plain, groups, manner)
    if manner.merged:
        groups = checked_groups(plain.parties, manner.merged)
        united = united_conflict(space, groups)
        return Situation(united, sides_among(united.parties, groups), manner, space=space)
    return Situation(plain, alone, manner, space=space)


def _of_preference(space: StateSpace, manner: Manner) -> Situation:
    """What is known of preferences that are not known fully, or that are strong."""
    found = Situation(conflict(space), (), manner, space=space)
    if manner.unknown:
        reading_of(manner.unknown)
        found = replace(found, unknown=pairs_of(space))
    if manner.strength:
        require_strength(manner.strength)
        found = replace(found, levels=levels_of(space))
    return found


def concepts_of(manner: Manner) -> tuple[str, ...]:
    """The concepts that there are in a manner."""
    if manner.horizon is not None:
        return (f"l{manner.horizon}" if manner.horizon else NON_MYOPIC,)
    if manner.groups:
        return GROUP_CONCEPTS
    return (*CONCEPTS, "sim")


def require_concept(manner: Manner, concept: str) -> None:
    """Raise Misuse for a concept that there is not in a manner."""
    known = concepts_of(manner)
    if concept not in known:
        near = nearest_name(concept, known)
        hint = f"did you mean {near!r}?" if near else f"expected one of {', '.join(known)}"
        raise Misuse(f"{concept!r} is no stability concept in this sense; {hint}")


def plain_situation(conflict: Conflict) -> Situation:
    """A conflict that need not come from a model, asked about in the plain manner."""
    return Situation(conflict, tuple((party,) for party in conflict.parties))


def _only(space: StateSpace | None, there: Truths) -> StateSpace | None:
    """A space whose combinations of options lead to the states that are there only."""
    if space is None or space.combinations is None:
        return space
    every, keep = space.combinations, there[space.home]
    columns = {name: column[keep] for name, column in every.columns.items()}
    fewer = replace(every, codes=every.codes[keep], columns=columns)
    return replace(space, combinations=fewer, home=space.home[keep])
