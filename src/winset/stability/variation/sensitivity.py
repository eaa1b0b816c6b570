"""Which single change of a model changes its equilibria."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from winset.model.space import StateSpace
from winset.stability.concepts.manners import PLAIN, Manner, Situation, require_concept, situation
from winset.stability.moves.relations import Truths
from winset.stability.results import CONCEPTS
from winset.stability.variation.variations import Case, Change, Kind, cases

__all__ = ["Change", "Effect", "Kind", "Sensitivity", "Tried", "sensitivity"]

MOST_CHANGES = 2_000
"""Changed models analysed, and ten times as many changes tried; fewer of large models."""
_MOST_WORK = 2_000_000
"""States analysed in all, over all changes."""
_LEAST_CHANGES = 20
"""Changes tried however many states there are."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change does to the equilibria of one concept, by the ids of states."""

    change: Change
    concept: str
    lost: tuple[str, ...]
    gained: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """How many changes of one kind were tried, and how many of them change any equilibria."""

    kind: Kind
    tried: int
    matter: int


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The changes that matter, and how many of those tried do not.

    `faulty` are changes that leave no sound model; not `complete` where a limit cut the trials.
    """

    effects: tuple[Effect, ...]
    tried: int
    idle: int
    faulty: tuple[Change, ...]
    complete: bool
    kinds: tuple[Tried, ...] = ()


def sensitivity(
    space: StateSpace,
    concepts: Sequence[str] = CONCEPTS,
    most: int = MOST_CHANGES,
    manner: Manner = PLAIN,
) -> Sensitivity:
    """Which single change of a model changes the equilibria of which concept.

    Changes tried, in this order: each statement left out, turned into its contrary, exchanged
    with the next, moved further, and each option and denial of one made a statement; each option
    ruled out; each rule that calls something impossible left out; neighbouring places of each
    party's ranking exchanged; each state ruled out. A state that is itself ruled out counts as
    neither lost nor gained. Raises Misuse for a concept or manner that does not suit the model.
    """
    stated = situation(space, manner)
    for concept in concepts:
        require_concept(manner, concept)
    judge = _Judge(space, stated, concepts)
    left = min(most, max(_LEAST_CHANGES, _MOST_WORK // space.count))
    trials: dict[Kind, list[bool]] = {}
    faulty: list[Change] = []
    effects: list[Effect] = []
    complete = True
    for number, case in enumerate(cases(space, stated)):
        if judge.analysed >= left or number >= 10 * left:
            complete = False
            break
        if case.situation is None:
            faulty.append(case.change)
            continue
        found = judge.effects(case)
        trials.setdefault(case.change.kind, []).append(bool(found))
        effects += found
    kinds = tuple(Tried(kind, len(own), sum(own)) for kind, own in trials.items())
    tried = sum(one.tried for one in kinds) + len(faulty)
    idle = sum(one.tried - one.matter for one in kinds)
    return Sensitivity(tuple(effects), tried, idle, tuple(faulty), complete, kinds)


class _Judge:
    """Holds changed situations against the stated one; `analysed` counts those analysed."""

    def __init__(self, space: StateSpace, stated: Situation, concepts: Sequence[str]) -> None:
        self.space, self.concepts, self.analysed = space, tuple(concepts), 0
        self._before = {concept: stated.equilibria(concept) for concept in self.concepts}
        self._after: dict[tuple[str, bytes], dict[str, Truths]] = {}

    def effects(self, case: Case) -> list[Effect]:
        """What one case changes, concept by concept."""
        found = []
        for concept, after in self._judged(case).items():
            before = self._before[concept]
            if case.space is not None:
                lost, gained = self._between(before, after, case.space)
            else:
                there = np.True_ if case.there is None else case.there
                lost = self._ids(np.asarray(before & ~after & there))
                gained = self._ids(np.asarray(after & ~before & there))
            if lost or gained:
                found.append(Effect(case.change, concept, lost, gained))
        return found

    def _judged(self, case: Case) -> dict[str, Truths]:
        """The equilibria of a case; many edits of statements rank the states alike."""
        assert case.situation is not None, "faulty cases are set apart before"
        if not case.key[0] or case.key not in self._after:
            self.analysed += 1
            changed = case.situation()
            found = {concept: changed.equilibria(concept) for concept in self.concepts}
            if not case.key[0]:
                return found
            self._after[case.key] = found
        return self._after[case.key]

    def _between(
        self, before: Truths, after: Truths, space: StateSpace
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The states lost and gained where the change made other states, told by their codes."""
        were, are = self.space.codes[before], space.codes[after]
        lost = np.flatnonzero(before)[~np.isin(were, are)]
        gained = np.flatnonzero(after)[~np.isin(are, were)]
        return (
            tuple(self.space.id(int(state)) for state in lost),
            tuple(self._id_of(space, int(state)) for state in gained),
        )

    def _id_of(self, space: StateSpace, state: int) -> str:
        """The id the stated model gives a state of another, else the other's."""
        place = int(np.searchsorted(self.space.codes, space.codes[state]))
        if place < self.space.count and self.space.codes[place] == space.codes[state]:
            return self.space.id(place)
        return space.id(state)

    def _ids(self, states: Truths) -> tuple[str, ...]:
        return tuple(self.space.id(int(state)) for state in np.flatnonzero(states))
