"""The states of a model as one party sees them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from winset.errors import Misuse
from winset.model.misperceptions import Misperception
from winset.model.space.space import StateSpace
from winset.model.vocabulary import checked_expression
from winset.problems import Problem


def misperception_of(space: StateSpace, party: str) -> Misperception:
    """What a party sees otherwise, empty when it sees what is there."""
    stated = {found.party: found for found in space.model.misperceptions}
    return stated.get(party, Misperception(party))


def seen_by(space: StateSpace, party: str) -> NDArray[np.bool_]:
    """Which states a party sees; shape (states,)."""
    seen = np.ones(space.count, dtype=np.bool_)
    for text in misperception_of(space, party).unseen:
        seen[states_meant(space, text)] = False
    return seen


def as_believed_by(space: StateSpace, party: str) -> StateSpace:
    """The same states, the others' preferences being what a party believes they are.

    States that a believed ranking leaves out, since the party does not see them, come last.
    """
    believed = {stated.party: stated for stated in misperception_of(space, party).preferences}
    others = [stated for stated in space.model.preferences if stated.party not in believed]
    preferences = (*others, *believed.values())
    return replace(space, model=replace(space.model, preferences=preferences), _ranks={})


def states_meant(space: StateSpace, text: str) -> NDArray[np.int64]:
    """The state of that name, or every state an expression is true of; raises Misuse for none."""
    expression = None
    if space.issues:
        expression, _ = checked_expression(text, {issue.id: issue for issue in space.issues})
    if expression is None:
        return np.array([space.index_of(text)], dtype=np.int64)
    found = space.where(expression)
    if not len(found):
        raise Misuse(f"{text!r} is true of no feasible state")
    return found


def check_unseen(space: StateSpace, file: str) -> Iterator[Problem]:
    """Unseen states that are none, and parties that see nothing."""
    for stated in space.model.misperceptions:
        key = f"misperceptions.{stated.party}.unseen"
        problems = []
        for number, text in enumerate(stated.unseen, start=1):
            try:
                states_meant(space, text)
            except Misuse as error:
                problems.append(Problem(str(error), file, f"{key}[{number}]"))
        yield from problems
        if not problems and not seen_by(space, stated.party).any():
            message = f"{stated.party!r} sees no state at all"
            yield Problem(message, file, key, expected="a state that is left to see")
