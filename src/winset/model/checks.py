"""Faults that show only when the model is laid out: its states and its links."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from winset.model.expressions import mentioned
from winset.model.lines import Link
from winset.model.model import Model
from winset.model.space.checks import check_space
from winset.model.space.combinations import TooManyStates, combinations
from winset.model.space.space import bare_space
from winset.problems import Problem


def check_model(model: Model, file: str = "") -> tuple[Problem, ...]:
    """Faults of the states and links; a model too large to lay out is left to the engines."""
    problems = list(check_links(model, file))
    try:
        if model.graph is not None or model.issues:
            problems.extend(check_space(bare_space(model), file))
    except TooManyStates:
        pass  # a settlement model may have any size; stability refuses it with the figures
    return tuple(problems)


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
