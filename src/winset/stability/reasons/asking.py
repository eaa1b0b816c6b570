"""Who can be asked about a state, in each sense of stability, and what they answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from winset.stability.concepts.attitudes import Attitude, by_ranks
from winset.stability.concepts.coalitions import groups_among
from winset.stability.concepts.manners import Manner
from winset.stability.concepts.merging import (
    checked_groups,
    shared_by,
    sides_among,
    united_conflict,
)
from winset.stability.concepts.misperception import as_seen_by
from winset.stability.concepts.mixed import mixed_attitude
from winset.stability.concepts.strength import levels_of, require_strength, strong_attitude
from winset.stability.concepts.unknown import attitude_to, pairs_of, reading_of
from winset.stability.conflict import Conflict, conflict
from winset.stability.moves.spreading import Consent
from winset.stability.reasons.explanation import Answer, Explanation, explanations
from winset.stability.reasons.misfiring import explain_simultaneous
from winset.stability.reasons.narration import Narrator
from winset.stability.reasons.standpoint import Sense, Standpoint
from winset.stability.reasons.telling import Teller

if TYPE_CHECKING:
    from winset.model.model import Model
    from winset.model.space import StateSpace

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeakExplanation:
    """Why a state is weakly stable, or is not: in general, but not strongly."""

    general: Explanation
    strong: Explanation

    @property
    def party(self) -> str:
        """Whose stability it is."""
        return self.general.party

    @property
    def members(self) -> Group:
        """The parties who ask."""
        return self.general.members

    @property
    def state(self) -> int:
        """The state in question."""
        return self.general.state

    @property
    def concept(self) -> str:
        """The concept asked for."""
        return self.general.concept

    @property
    def stable(self) -> bool:
        """Whether all is deterred in general, and not all strongly."""
        return self.general.stable and not self.strong.stable


@dataclass(frozen=True, slots=True)
class Unseen:
    """A state that a party does not see: it has no reason to move."""

    party: str
    state: int
    concept: str
    stable: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Viewed:
    """Why a state is stable for a party as it sees the conflict, in the space it believes in."""

    space: StateSpace
    found: tuple[Explanation | Unseen, ...]


def viewed(space: StateSpace, party: str, state: int, concepts: Sequence[str]) -> Viewed:
    """Why a state is stable for a party, or is not, going by what it sees."""
    believed, conflict, seen = as_seen_by(space, party)
    if not seen[state]:
        return Viewed(believed, tuple(Unseen(party, state, concept) for concept in concepts))
    asker = Standpoint(conflict, (party,), state, by_ranks(conflict))
    return Viewed(believed, explanations(asker, concepts))


@dataclass(frozen=True, eq=False)  # not slotted: attitudes are worked out when first asked for
class Round:
    """All who can be asked about the states of a model, in one manner."""

    space: StateSpace
    manner: Manner
    conflict: Conflict
    sides: tuple[Group, ...]
    model: Model
    """Who controls which issues, merged parties as one."""

    @cached_property
    def general(self) -> Attitude:
        """How parties compare states, strong preference counting like any other."""
        if not self.manner.unknown:
            return by_ranks(self.conflict)
        pairs, reading = pairs_of(self.space), reading_of(self.manner.unknown)
        return attitude_to(self.conflict, pairs, reading)

    @cached_property
    def strong(self) -> Attitude:
        """How parties compare states that only what is strongly worse deters."""
        levels = levels_of(self.space)
        if not self.manner.unknown:
            return strong_attitude(self.conflict, levels)
        pairs, reading = pairs_of(self.space), reading_of(self.manner.unknown)
        return mixed_attitude(self.conflict, pairs, levels, reading)

    def asked(
        self, side: Group, state: int, concepts: Sequence[str]
    ) -> tuple[Explanation | WeakExplanation, ...]:
        """Why the state is stable for a side, or is not, by each of the concepts.

        Raises Misuse for a concept that is not known.
        """
        asker = self._standpoint(side, state)
        if self.manner.strength != "weak":
            return tuple(self._explained(asker, concepts))
        sense = Sense(self.manner.unknown)
        general = replace(asker, attitude=self.general, sense=sense)
        pairs = zip(
            self._explained(general, concepts), self._explained(asker, concepts), strict=True
        )
        return tuple(WeakExplanation(*pair) for pair in pairs)

    def consent(self, improving: bool) -> Consent:
        """What whoever makes a move asks of it: with `improving` to like it, or perhaps to."""
        if not self.manner.unknown:
            return Consent(improving)
        pairs = pairs_of(self.space).items()
        doubted = {party: np.unique(doubtful) for party, doubtful in pairs}
        return Consent(improving, (), self.general.joins, doubted)

    def _standpoint(self, side: Group, state: int) -> Standpoint:
        manner, consent = self.manner, self.consent(True)
        sense = Sense(manner.unknown, manner.strength in ("strong", "weak"))
        attitude = self.strong if sense.strong else self.general
        in_turn = manner.groups and len(side) > 1
        return Standpoint(self.conflict, side, state, attitude, sense, consent, in_turn)

    def _explained(self, asker: Standpoint, concepts: Sequence[str]) -> Iterator[Explanation]:
        others = [concept for concept in concepts if concept != "sim"]
        found = {one.concept: one for one in explanations(asker, others)}
        if "sim" in concepts:
            found["sim"] = explain_simultaneous(asker, self.space, self.model)
        return (found[concept] for concept in concepts)


def round_of(space: StateSpace, manner: Manner) -> Round:
    """All who can be asked about the states of a model.

    Raises Misuse for a manner that is not known or does not suit the model.
    """
    plain, alone = conflict(space), tuple((party.id,) for party in space.model.parties)
    if manner.strength:
        require_strength(manner.strength)
    if manner.groups:
        return Round(space, manner, plain, groups_among(plain.parties), space.model)
    if not manner.merged:
        return Round(space, manner, plain, alone, space.model)
    groups = checked_groups(plain.parties, manner.merged)
    united = united_conflict(space, groups)
    sides = sides_among(plain.parties, groups)
    return Round(space, manner, united, sides, shared_by(space.model, groups))


def narrate_unseen(space: StateSpace, found: Unseen) -> tuple[str, ...]:
    """That a party does not see a state, in a sentence."""
    tell = Teller(space)
    state, party = tell.name(found.state), tell.party(found.party)
    return (f"{state} is stable for {party}: it does not see it, so it has no reason to move.",)


def narrate_weak(space: StateSpace, found: WeakExplanation) -> tuple[str, ...]:
    """The explanation in sentences: the verdict, then a paragraph for each improvement."""
    general, strong = Narrator(space, found.general), Narrator(space, found.strong)
    concept, whose = general.concept(), general.whose()
    verdict = "is" if found.stable else "is not"
    head = f"{general.tell.name(found.state)} {verdict} weakly {concept} stable"
    if not found.general.stable:
        return f"{head} for {whose}, nor is it in general: {general.fate()}.", *general.answers()
    if found.strong.stable:
        return f"{head} for {whose}, but strongly: {strong.fate()}.", *strong.answers()
    bare = strong.fate().rpartition(", and ")[2]
    pairs = zip(found.general.answers, found.strong.answers, strict=True)
    answers = (f"{general.answer(one)}{_mildly(strong, one, other)}" for one, other in pairs)
    return f"{head} for {whose}: {general.fate()}, but {bare}.", *answers


def _mildly(strong: Narrator, general: Answer, answer: Answer) -> str:
    """Why what deters in general does not deter strongly; nothing where it does."""
    if answer.deterred:
        return ""
    if answer.reply is not None and answer.reply == general.reply:
        return " But not all of that is strongly worse, and nothing else that they can do is."
    return f" But strongly it does not. {strong.outcome(answer)}"
