"""What the states of a model take for granted, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winset.model.naming import long_id

if TYPE_CHECKING:
    from winset.model.space.space import StateSpace


def assumptions(space: StateSpace) -> tuple[str, ...]:
    """Sentences to print beside a result, in a fixed order."""
    return (*_of_issues(space), *_of_preferences(space), *_of_merging(space))


def _of_issues(space: StateSpace) -> tuple[str, ...]:
    return tuple(
        f"{issue.id} names no party in 'by': nobody can change it."
        for issue in space.issues
        if not issue.by
    )


def _of_preferences(space: StateSpace) -> tuple[str, ...]:
    with_points = {points.party for points in space.model.points if points.worths and space.issues}
    sentences: list[str] = []
    for party in space.model.parties:
        stated = space.preference(party.id)
        if stated.order or stated.ranking:
            continue
        if party.id in with_points:
            sentences.append(f"{party.id} has no preferences: its points order the states.")
        else:
            sentences.append(
                f"{party.id} has neither preferences nor points: taken as indifferent."
            )
    return tuple(sentences)


def _of_merging(space: StateSpace) -> tuple[str, ...]:
    if space.combinations is None or space.count == space.combinations.count:
        return ()
    sizes = [0] * space.count
    for state in space.home.tolist():
        sizes[state] += 1
    return tuple(
        f"{size} combinations count as one state, judged as {long_id(space.options(state))}."
        for state, size in enumerate(sizes)
        if size > 1
    )
