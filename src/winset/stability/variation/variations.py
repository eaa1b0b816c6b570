"""The single changes of a model that are tried: of statements, options, rules, ranks and states."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from winset.errors import Faulty, Misuse
from winset.model.expressions import Compare, Expression, Not
from winset.model.issues import Issue
from winset.model.space import StateSpace, state_space
from winset.model.space.ranks import dense
from winset.model.writer import write_expression
from winset.stability.concepts.manners import Situation, situation
from winset.stability.inverse.edits import Edit, Order, edits_of, single_options
from winset.stability.inverse.edits import Kind as EditKind
from winset.stability.moves.relations import Ints, Truths

_MOST_NAMED = 8


class Kind(Enum):
    """What is changed."""

    DROP = "drop"
    """A statement is left out."""
    NEGATE = "negate"
    """A statement is turned into its contrary."""
    EXCHANGE = "exchange"
    """A statement is exchanged with the next."""
    MOVE = "move"
    """A statement is moved to another place, further than the next."""
    ADD = "add"
    """An option, or its denial, becomes a statement."""
    OPTION = "option"
    """An option cannot be chosen."""
    RULE = "rule"
    """What a rule calls impossible can come about."""
    SWAP = "swap"
    """Two neighbouring places of a party's ranking are exchanged."""
    STATE = "state"
    """A state cannot come about."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change: of which party's preference, if any, and of what.

    `what` names the things changed in the words of the model: states (those of one place joined
    by " ~ "), statements, an option, a rule; `place` is where a statement comes to stand, from 1.
    """

    kind: Kind
    party: str
    what: tuple[str, ...]
    place: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A situation to judge instead of the stated one, None where no sound model is left.

    States that are not `there` are not judged. `space` is given where the change made other
    states. Cases of one `key` are judged alike.
    """

    change: Change
    situation: Callable[[], Situation] | None
    key: tuple[str, bytes] = ("", b"")
    there: Truths | None = None
    space: StateSpace | None = None


def cases(space: StateSpace, stated: Situation) -> Iterator[Case]:
    """Every single change, those of statements first, in the order of `Kind`."""
    yield from _of_statements(space, stated)
    yield from _of_options(space, stated)
    yield from _of_rules(space, stated)
    yield from _of_places(space, stated)
    yield from _of_states(space, stated)


def _of_statements(space: StateSpace, stated: Situation) -> Iterator[Case]:
    offered = single_options(space.issues)
    found = [
        (_told(edit, preference.order), edited)
        for preference in space.model.preferences
        if preference.order
        for edit, edited in edits_of(preference.party, preference.order, offered)
        if not (edit.kind is EditKind.MOVE and edit.to == edit.place - 1)
    ]
    for kind in Kind:
        for change, edited in found:
            if change.kind is kind:
                ranks = _ranks(space, change.party, edited)
                yield _reranked(stated, change, ranks)


def _told(edit: Edit, order: Order) -> Change:
    """The change that an edit is; a move by one place is told as an exchange with the next."""
    text = write_expression(edit.statement)
    if edit.kind is EditKind.MOVE and edit.to == edit.place + 1:
        return Change(Kind.EXCHANGE, edit.party, (text, write_expression(order[edit.to - 1])))
    placed = edit.to if edit.kind in (EditKind.MOVE, EditKind.ADD) else 0
    return Change(Kind(edit.kind.value), edit.party, (text,), placed)


def _reranked(stated: Situation, change: Change, ranks: Ints, levels: Ints | None = None) -> Case:
    """The case of other ranks of one party."""
    row = stated.conflict.parties.index(change.party)

    def changed() -> Situation:
        rows = np.array(stated.conflict.ranks, dtype=np.int64)
        rows[row] = ranks
        if levels is None or not len(stated.levels):
            return stated.under(rows)
        strengths = stated.levels.copy()
        strengths[row] = levels
        return stated.under(rows, strengths)

    key = dense(ranks).tobytes() + (b"" if levels is None else levels.tobytes())
    return Case(change, changed, (change.party, key))


def _of_options(space: StateSpace, stated: Situation) -> Iterator[Case]:
    for issue in space.issues:
        for option in issue.options:
            there = np.zeros(space.count, dtype=np.bool_)
            there[space.where(Not(Compare(issue.id, "=", (option,))))] = True
            if there.any() and not there.all():
                change = Change(Kind.OPTION, "", (_option(issue, option),))
                yield _without(stated, change, there)


def _of_states(space: StateSpace, stated: Situation) -> Iterator[Case]:
    for state in range(space.count if space.count > 1 else 0):
        there = np.arange(space.count) != state
        yield _without(stated, Change(Kind.STATE, "", (space.id(state),)), there)


def _without(stated: Situation, change: Change, there: Truths) -> Case:
    """The case of states that are not there."""
    return Case(change, lambda: stated.only(there), there=there)


def _of_rules(space: StateSpace, stated: Situation) -> Iterator[Case]:
    rules = space.model.states.impossible
    for place, rule in enumerate(rules):
        change = Change(Kind.RULE, "", (write_expression(rule),))
        fewer = (*rules[:place], *rules[place + 1 :])
        states = replace(
            space.model.states, impossible=fewer, status_quo=None, status_quo_name="", names=()
        )
        try:
            wider = state_space(replace(space.model, states=states))
            found = situation(wider, stated.manner)
            yield Case(change, lambda found=found: found, space=wider)  # type: ignore[misc]
        except (Faulty, Misuse):
            yield Case(change, None)


def _of_places(space: StateSpace, stated: Situation) -> Iterator[Case]:
    """Neighbouring places exchanged; what is strongly better than what stays with the places."""
    for row, party in enumerate(stated.conflict.parties):
        ranks = dense(np.asarray(stated.conflict.ranks_of(party)).astype(np.int64))
        for upper in range(int(ranks.max()), 0, -1):
            better, worse = ranks == upper, ranks == upper - 1
            what = (_named(space, better), _named(space, worse))
            swapped = ranks + worse.astype(np.int64) - better.astype(np.int64)
            levels = None
            if len(stated.levels):
                own = stated.levels[row]
                levels = np.where(better, own[worse][0], np.where(worse, own[better][0], own))
            yield _reranked(stated, Change(Kind.SWAP, party, what), swapped, levels)


def _ranks(space: StateSpace, party: str, order: tuple[Expression, ...]) -> Ints:
    """The ranks by another order of statements; all equal when none is left."""
    if not order:
        return np.zeros(space.count, dtype=np.int64)
    changed = replace(space.model, preferences=(replace(space.preference(party), order=order),))
    return np.asarray(replace(space, model=changed, _ranks={}).ranks(party))


def _named(space: StateSpace, states: Truths) -> str:
    shown = [space.id(int(state)) for state in np.flatnonzero(states)[:_MOST_NAMED]]
    more = int(states.sum()) - len(shown)
    return " ~ ".join(shown) + (f" and {more:,} more" if more else "")


def _option(issue: Issue, option: str) -> str:
    return f"{issue.id}={option}"
