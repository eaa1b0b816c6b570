"""Faults that show only when the model is laid out: its states and its links."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence

from winset.model.expressions import Not, mentioned
from winset.model.lines import Link
from winset.model.model import Model, StateRules
from winset.model.space.checks import check_space, status_quo_problem
from winset.model.space.combinations import MOST_STATES, TooManyStates, are_codable, combinations
from winset.model.space.space import bare_space
from winset.problems import Problem

_LONG_TO_LAY_OUT = 1 << 19
"""Combinations; a model with so many is laid out once at most, when its states are asked for."""


def check_model(model: Model, file: str = "") -> tuple[Problem, ...]:
    """Faults of the states and links.

    States are laid out only where the file says something of them. A settlement model may have
    more than can be laid out: then the status quo alone is checked.
    """
    problems = tuple(check_links(model, file))
    if not _says_something_of_states(model):
        return problems
    if _is_quick_to_check(model):
        return (*problems, *_status_quo_of_many(model, file))
    try:
        return (*problems, *check_space(bare_space(model), file))
    except TooManyStates:
        return (*problems, *_status_quo_of_many(model, file))


def _says_something_of_states(model: Model) -> bool:
    ranked = any(stated.ranking or stated.unknown for stated in model.preferences)
    if ranked or model.graph is not None or model.misperceptions:
        return True
    return model.states != StateRules()


def _is_quick_to_check(model: Model) -> bool:
    """Whether only a status quo is to be checked, in a model that takes long to lay out."""
    rules = model.states
    if rules.same or rules.names or model.misperceptions:
        return False
    if any(stated.ranking or stated.unknown for stated in model.preferences):
        return False
    return math.prod(len(issue.options) for issue in model.issues) > _LONG_TO_LAY_OUT


def _status_quo_of_many(model: Model, file: str) -> Iterator[Problem]:
    rules = model.states
    if rules.status_quo is None or rules.same or not are_codable(model.issues):
        return
    impossible = [Not(rule) for rule in rules.impossible]
    try:
        found = combinations(model.issues, [rules.status_quo, *impossible]).count
    except TooManyStates:
        found = MOST_STATES  # so many that they cannot be counted
    if found != 1:
        yield status_quo_problem(found, file)


def check_links(model: Model, file: str = "") -> Iterator[Problem]:
    """The links that together leave no package on some day, with the first such day."""
    for day in _days(model.links):
        links = [link for link in model.links if link.span.holds(day)]
        core = _contradiction(model, links)
        if core:
            names = " and ".join(repr(link.id) for link in core)
            when = f" from {day}" if day != dt.date.min else ""
            message = (
                f"{names} cannot hold together{when}"
                if len(core) > 1
                else (f"{names} can never hold")
            )
            yield Problem(message, file, "links", expected="rules some package satisfies")
            return


def _days(links: Sequence[Link]) -> list[dt.date]:
    return sorted({link.span.start or dt.date.min for link in links})


def _contradiction(model: Model, links: list[Link]) -> list[Link]:
    """A smallest set of the links that leaves nothing, by leaving out one after another."""
    if not links or _leave_something(model, links):
        return []
    core = list(links)
    for link in links:
        rest = [other for other in core if other is not link]
        if not _leave_something(model, rest):
            core = rest
    return core


def _leave_something(model: Model, links: Sequence[Link]) -> bool:
    names = {name for link in links for name in mentioned(link.rule)}
    issues = [issue for issue in model.issues if issue.id in names]
    try:
        return combinations(issues, [link.rule for link in links]).count > 0
    except TooManyStates:
        return True
