"""Actions as the status quo has them: a package changes terms only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from winset.errors import Faulty
from winset.model import Expression, Model, evaluate, mentioned
from winset.model.issues import Issue
from winset.problems import Problem

_MOST_STATES = 1 << 22


def fixed_actions(
    model: Model, issues: tuple[Issue, ...], uses: Iterable[tuple[str, tuple[str, ...]]]
) -> Mapping[str, int]:
    """The option of every action, outside `issues`, that the status quo fixes.

    `uses` pairs who needs it ("red line border") with the names mentioned there; raises Faulty
    for every use of an action the status quo leaves open.
    """
    terms = {issue.id for issue in issues}
    if len(terms) == len(model.issues):
        return {}
    known = {issue: option for issue, option in _options(model).items() if issue not in terms}
    needed = [(user, name) for user, names in uses for name in names if name not in terms]
    problems = tuple(
        Problem(
            f"{user} mentions the action {name}, which the status quo does not fix",
            key="states.status_quo",
            expected=f"a status quo that says what {name} is",
        )
        for user, name in needed
        if name not in known
    )
    if problems:
        raise Faulty(problems)
    return known


def _options(model: Model) -> dict[str, int]:
    """Issue → option, for the issues that have one option in every state the status quo allows."""
    status_quo = _expression(model)
    if status_quo is None:
        return {}
    issues = {issue.id: issue for issue in model.issues}
    names = [name for name in dict.fromkeys(mentioned(status_quo)) if name in issues]
    sizes = [len(issues[name].options) for name in names]
    if np.prod(sizes, dtype=float) > _MOST_STATES:
        raise Faulty((Problem("too many issues to decide", key="states.status_quo"),))
    grid = np.indices(sizes).reshape(len(names), -1)
    columns = dict(zip(names, grid, strict=True))
    true = np.flatnonzero(evaluate(status_quo, columns, issues))
    found = {name: np.unique(column[true]) for name, column in columns.items()}
    return {name: int(values[0]) for name, values in found.items() if len(values) == 1}


def _expression(model: Model) -> Expression | None:
    names = dict(model.states.names)
    return model.states.status_quo or names.get(model.states.status_quo_name)
