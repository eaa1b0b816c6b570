"""Faults that show only when the states of a model are laid out."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from winset.errors import Faulty, Misuse
from winset.model.model import Model
from winset.model.preferences import Preference
from winset.model.space.combinations import MOST_BYTES
from winset.model.space.perception import check_unseen, seen_by
from winset.model.space.space import StateSpace, bare_space
from winset.problems import Problem

_MISSING_SHOWN = 5


def state_space(model: Model, room: int = MOST_BYTES) -> StateSpace:
    """The states of a model, in at most `room` bytes together with their analysis.

    Raises Faulty where the model names them wrongly, Misuse where there are too many.
    """
    space = bare_space(model, room)
    problems = check_space(space)
    if problems:
        raise Faulty(problems)
    return space


def check_space(space: StateSpace, file: str = "") -> tuple[Problem, ...]:
    """Faults in names of states, the status quo and rankings."""
    if not space.count:
        return (Problem("no combination of options is feasible", file, "states.impossible"),)
    named = tuple(_names(space, file))
    if named:
        return named
    unseen = tuple(check_unseen(space, file))
    believed = () if unseen else tuple(_believed(space, file))
    return (*_status_quo(space, file), *_preferences(space, file), *unseen, *believed)


def _names(space: StateSpace, file: str) -> Iterator[Problem]:
    if space.combinations is None:
        return
    for name, expression in space.model.states.names:
        found = len(space.where(expression))
        if found != 1:
            message = f"the state {name!r} is {_states(found)}"
            yield Problem(message, file, f"states.names.{name}", expected="exactly one")


def _status_quo(space: StateSpace, file: str) -> Iterator[Problem]:
    rules, key = space.model.states, "states.status_quo"
    if rules.status_quo_name:
        yield from _one_state(space, rules.status_quo_name, file, key)
    elif rules.status_quo is not None:
        found = len(space.where(rules.status_quo))
        if found != 1:
            yield status_quo_problem(found, file)


def status_quo_problem(found: int, file: str) -> Problem:
    """The fault of a status quo that is not one state."""
    key = "states.status_quo"
    return Problem(f"the status quo is {_states(found)}", file, key, expected="exactly one")


def _preferences(space: StateSpace, file: str) -> Iterator[Problem]:
    every = np.arange(space.count)
    for preference in space.model.preferences:
        yield from _preference(space, preference, file, f"preferences.{preference.party}", every)


def _believed(space: StateSpace, file: str) -> Iterator[Problem]:
    for stated in space.model.misperceptions:
        seen = np.flatnonzero(seen_by(space, stated.party))
        for preference in stated.preferences:
            key = f"misperceptions.{stated.party}.preferences.{preference.party}"
            yield from _preference(space, preference, file, key, seen)


def _preference(
    space: StateSpace, preference: Preference, file: str, key: str, needed: NDArray[np.int64]
) -> Iterator[Problem]:
    for number, pair in enumerate(preference.unknown, start=1):
        for state in pair:
            yield from _one_state(space, state, file, f"{key}.unknown[{number}]")
    if preference.ranking:
        yield from _ranking(space, preference, file, f"{key}.ranking", needed)


def _ranking(
    space: StateSpace, preference: Preference, file: str, key: str, needed: NDArray[np.int64]
) -> Iterator[Problem]:
    seen: dict[int, str] = {}
    for state in (state for group in preference.ranking for state in group):
        faults = tuple(_one_state(space, state, file, key))
        yield from faults
        if not faults:
            place = space.index_of(state)
            if place in seen:
                yield Problem(f"{seen[place]!r} and {state!r} are one state", file, key)
            seen[place] = state
    missing = [state for state in needed.tolist() if state not in seen]
    if missing:
        shown = ", ".join(space.id(state) for state in missing[:_MISSING_SHOWN])
        more = f" and {len(missing) - _MISSING_SHOWN:,} more"
        yield Problem(
            f"the ranking leaves out {shown}{more if len(missing) > _MISSING_SHOWN else ''}",
            file,
            key,
            expected="every state",
        )


def _one_state(space: StateSpace, text: str, file: str, key: str) -> Iterator[Problem]:
    try:
        space.index_of(text)
    except Misuse as error:
        yield Problem(str(error), file, key)


def _states(found: int) -> str:
    return f"true of {found:,} states" if found else "true of no feasible state"
