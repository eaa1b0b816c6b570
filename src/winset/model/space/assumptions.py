"""What the states of a model take for granted, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from winset.model.expressions import Expression, Not
from winset.model.model import Model


def assumptions(model: Model, merged: Mapping[str, int]) -> tuple[str, ...]:
    """Sentences to print beside a result, in a fixed order.

    `merged` gives, by id, how many combinations each state stands for, where it is several.
    """
    of_merging = (
        f"{size} combinations count as one state, judged as {state}."
        for state, size in merged.items()
    )
    return (*_of_issues(model), *_of_preferences(model), *_of_statements(model), *of_merging)


def _of_issues(model: Model) -> tuple[str, ...]:
    return tuple(
        f"{issue.id} names no party in 'by': nobody can change it."
        for issue in model.issues
        if not issue.by
    )


def _of_preferences(model: Model) -> tuple[str, ...]:
    stated = {found.party for found in model.preferences if found.order or found.ranking}
    with_points = {points.party for points in model.points if points.worths}
    return tuple(
        _of_party(party.id, party.id in with_points)
        for party in model.parties
        if party.id not in stated
    )


def _of_statements(model: Model) -> Iterator[str]:
    """Statements of an `order` that come too late: an earlier one says the same or the opposite."""
    for stated in model.preferences:
        for place, statement in enumerate(stated.order, start=1):
            earlier = (_positive(one) for one in stated.order[: place - 1])
            before = next((n for n, one in enumerate(earlier, 1) if one == _positive(statement)), 0)
            if before:
                yield (
                    f"{stated.party}: statement {place} of the order never decides, for statement "
                    f"{before} says {_how(stated.order[before - 1], statement)}."
                )


def _positive(statement: Expression) -> Expression:
    """The statement without its outermost `not`s."""
    while isinstance(statement, Not):
        statement = statement.part
    return statement


def _how(one: Expression, other: Expression) -> str:
    return "the same" if _negations(one) % 2 == _negations(other) % 2 else "the opposite"


def _negations(statement: Expression) -> int:
    return 1 + _negations(statement.part) if isinstance(statement, Not) else 0


def _of_party(party: str, has_points: bool) -> str:
    if has_points:
        return f"{party} has no preferences: its points order the states."
    return f"{party} has neither preferences nor points: taken as indifferent."
