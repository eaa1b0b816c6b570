"""Which single change of a model changes its equilibria."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from winset.errors import Faulty, Misuse
from winset.model.expressions import Compare, Not
from winset.model.issues import Issue
from winset.model.preferences import Preference
from winset.model.space import StateSpace, state_space
from winset.model.space.ranks import dense
from winset.model.writer import write_expression
from winset.stability.analysis import stability_of
from winset.stability.conflict import Conflict, conflict, conflict_of
from winset.stability.relations import Ints, Relation, Truths
from winset.stability.reranking import reranked
from winset.stability.results import CONCEPTS

MOST_CHANGES = 2_000
"""Changes tried, each a whole analysis; fewer of large models."""
_MOST_WORK = 20_000_000
"""States analysed in all, over all changes."""
_LEAST_CHANGES = 20
"""Changes tried however many states there are."""
_MOST_NAMED = 8


class Kind(Enum):
    """What is changed."""

    SWAP = "swap"
    """Two neighbouring places of a party's ranking are exchanged."""
    DROP = "drop"
    """A statement is left out."""
    EXCHANGE = "exchange"
    """A statement is exchanged with the next."""
    OPTION = "option"
    """An option cannot be chosen."""
    STATE = "state"
    """A state cannot come about."""
    RULE = "rule"
    """What a rule calls impossible can come about."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change: of which party's preference, if any, and of what.

    `what` names the things changed in the words of the model: states (those of one place joined
    by " ~ "), statements, an option, a rule.
    """

    kind: Kind
    party: str
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change does to the equilibria of one concept, by the ids of states."""

    change: Change
    concept: str
    lost: tuple[str, ...]
    gained: tuple[str, ...]


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


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
    """A conflict to judge instead of the stated one, None where the change leaves no sound model.

    States that are not `there` are not judged. `space` is given where the change made other
    states.
    """

    change: Change
    conflict: Conflict | None
    there: Truths | None = None
    space: StateSpace | None = None


def sensitivity(
    space: StateSpace, concepts: Sequence[str] = CONCEPTS, most: int = MOST_CHANGES
) -> Sensitivity:
    """Which single change of a model changes the equilibria of which concept.

    Changes tried, in this order: each statement left out, each exchanged with the next, each
    option ruled out, each rule that calls something impossible left out, neighbouring places of
    each party's ranking exchanged, each state ruled out. A state that is itself ruled out counts
    as neither lost nor gained. Raises Misuse for a concept that is not known.
    """
    judge = _Judge(space, concepts)
    most = min(most, max(_LEAST_CHANGES, _MOST_WORK // space.count))
    effects: list[Effect] = []
    faulty: list[Change] = []
    tried = idle = 0
    for case in _cases(space, judge.stated):
        if tried >= most:
            return Sensitivity(tuple(effects), tried, idle, tuple(faulty), complete=False)
        tried += 1
        if case.conflict is None:
            faulty.append(case.change)
            continue
        found = list(judge.effects(case))
        idle += not found
        effects += found
    return Sensitivity(tuple(effects), tried, idle, tuple(faulty), complete=True)


class _Judge:
    """Holds changed conflicts against the stated one."""

    def __init__(self, space: StateSpace, concepts: Sequence[str]) -> None:
        self.space, self.concepts = space, tuple(concepts)
        self.stated = conflict(space)
        found = stability_of(self.stated, self.concepts)
        self._before = {concept: found.equilibria(concept) for concept in self.concepts}

    def effects(self, case: _Case) -> Iterator[Effect]:
        """What one case changes, concept by concept."""
        assert case.conflict is not None, "faulty cases are set apart before"
        found = stability_of(case.conflict, self.concepts)
        for concept in self.concepts:
            before, after = self._before[concept], found.equilibria(concept)
            if case.space is not None:
                lost, gained = self._between(before, after, case.space)
            else:
                there = np.True_ if case.there is None else case.there
                lost = self._ids(np.asarray(before & ~after & there))
                gained = self._ids(np.asarray(after & ~before & there))
            if lost or gained:
                yield Effect(case.change, concept, lost, gained)

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


def _cases(space: StateSpace, stated: Conflict) -> Iterator[_Case]:
    yield from _statements(space, stated)
    yield from _options(space, stated)
    yield from _rules(space)
    yield from _swaps(space, stated)
    yield from _states(space, stated)


def _swaps(space: StateSpace, stated: Conflict) -> Iterator[_Case]:
    for party in stated.parties:
        levels = dense(np.asarray(stated.ranks_of(party)).astype(np.int64))
        for upper in range(int(levels.max()), 0, -1):
            better, worse = levels == upper, levels == upper - 1
            what = (_named(space, better), _named(space, worse))
            swapped = levels + worse.astype(np.int64) - better.astype(np.int64)
            yield _Case(Change(Kind.SWAP, party, what), _with(stated, party, swapped))


def _statements(space: StateSpace, stated: Conflict) -> Iterator[_Case]:
    for kind in (Kind.DROP, Kind.EXCHANGE):
        for preference in space.model.preferences:
            order = preference.order
            for place in range(len(order) if kind is Kind.DROP else len(order) - 1):
                beyond = place + (1 if kind is Kind.DROP else 2)
                touched = order[place:beyond]
                kept = touched[:0] if kind is Kind.DROP else touched[::-1]
                edited = (*order[:place], *kept, *order[beyond:])
                what = tuple(write_expression(statement) for statement in touched)
                ranks = _ranks(space, replace(preference, order=edited))
                change = Change(kind, preference.party, what)
                yield _Case(change, _with(stated, preference.party, ranks))


def _options(space: StateSpace, stated: Conflict) -> Iterator[_Case]:
    for issue in space.issues:
        for option in issue.options:
            there = np.zeros(space.count, dtype=np.bool_)
            there[space.where(Not(Compare(issue.id, "=", (option,))))] = True
            if there.any() and not there.all():
                change = Change(Kind.OPTION, "", (_option(issue, option),))
                yield _Case(change, _only(stated, there), there)


def _states(space: StateSpace, stated: Conflict) -> Iterator[_Case]:
    for state in range(space.count if space.count > 1 else 0):
        there = np.arange(space.count) != state
        change = Change(Kind.STATE, "", (space.id(state),))
        yield _Case(change, _only(stated, there), there)


def _rules(space: StateSpace) -> Iterator[_Case]:
    rules = space.model.states.impossible
    for place, rule in enumerate(rules):
        change = Change(Kind.RULE, "", (write_expression(rule),))
        fewer = (*rules[:place], *rules[place + 1 :])
        states = replace(
            space.model.states, impossible=fewer, status_quo=None, status_quo_name="", names=()
        )
        try:
            wider = state_space(replace(space.model, states=states))
            yield _Case(change, conflict(wider), space=wider)
        except (Faulty, Misuse):
            yield _Case(change, None)


def _with(stated: Conflict, party: str, ranks: Ints) -> Conflict:
    rows = np.array(stated.ranks, dtype=np.int64)
    rows[stated.parties.index(party)] = ranks
    return reranked(stated, rows)


def _only(stated: Conflict, there: Truths) -> Conflict:
    """The conflict without the moves to and from states that are not there."""
    moves = [Relation(m.movers, m.starts, m.targets) for m in stated.moves]
    kept = [move.only(there[move.sources] & there[move.targets]) for move in moves]
    return conflict_of(stated.parties, kept, np.asarray(stated.ranks))


def _ranks(space: StateSpace, preference: Preference) -> Ints:
    """The ranks by another order of statements; all equal when none is left."""
    if not preference.order:
        return np.zeros(space.count, dtype=np.int64)
    changed = replace(space.model, preferences=(preference,))
    return np.asarray(replace(space, model=changed, _ranks={}).ranks(preference.party))


def _named(space: StateSpace, states: Truths) -> str:
    shown = [space.id(int(state)) for state in np.flatnonzero(states)[:_MOST_NAMED]]
    more = int(states.sum()) - len(shown)
    return " ~ ".join(shown) + (f" and {more:,} more" if more else "")


def _option(issue: Issue, option: str) -> str:
    return f"{issue.id}={option}"
