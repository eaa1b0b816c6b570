"""Groups: several parties that move one after another to where all of them are better off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from winset.errors import Misuse
from winset.stability.analysis import rule_of
from winset.stability.concepts.attitudes import Attitude, by_ranks
from winset.stability.concepts.settling import sequences_of, some_never_gain, stable_by_ranks
from winset.stability.concepts.sides import Side, group_side, moves_of
from winset.stability.conflict import Conflict, conflict
from winset.stability.evolution import paths_in
from winset.stability.moves.relations import Truths
from winset.stability.results import Path, Stability

if TYPE_CHECKING:
    from winset.model.space import StateSpace

GROUP_CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")
"""The concepts that are defined for groups."""
MOST_PARTIES = 10
"""Parties among whom every group is looked at."""

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupImprovement:
    """A group of which every member is better off at the end of `path`, walked by its members."""

    group: Group
    path: Path


def analyse_groups(space: StateSpace, concepts: Sequence[str] = GROUP_CONCEPTS) -> Stability:
    """Which states of a model are stable for which groups, single parties among them.

    Definition: a group H improves from s to q when q ∈ R_H(s), its members moving by legal
    sequences, and q ≻_i s for every i in H. s is Nash stable for H when H cannot improve; CGMR
    stable when the others answer every improvement q by some r ∈ R_{N−H}(q) with r ≾_i s for some
    member i of H; CSMR stable when moreover every t ∈ R_H(r) has t ≾_i s for some member i; CSEQ
    and CSSEQ stable as CGMR and CSMR with r ∈ R⁺_{N−H}(q), each step an improvement for whoever
    makes it. A state is a group equilibrium when it is stable for every group, each party by
    itself included.

    Steps: a group of one is that party in the plain concept. For others, states from which the
    group can improve at all are judged one by one.

    `parties` of the answer are the groups, their members joined by " + ", smaller groups first.
    Raises Misuse for a concept that groups do not have and for too many parties.

    Source: Kilgour, Hipel, Fang and Peng, "Coalition analysis in group decision support" (2001);
    Inohara and Hipel (2008), who also let others answer by improvements of groups. CSSEQ is our
    extension, by the same pattern.
    """
    found = group_stability_of(conflict(space), concepts)
    return replace(found, assumptions=(*space.assumptions, _MEANING))


_MEANING = (
    "A group is better off when every member is; its members move one after another, and the "
    "others answer one by one."
)


def group_stability_of(conflict: Conflict, concepts: Sequence[str] = GROUP_CONCEPTS) -> Stability:
    """As `analyse_groups`, for a conflict that need not come from a model."""
    if "sim" in concepts:
        raise Misuse(
            "'sim' is not defined for groups whose members move one after another; expected "
            f"{', '.join(GROUP_CONCEPTS)}, or parties that act as one (--merge)"
        )
    for concept in concepts:
        rule_of(concept)
    groups = groups_among(conflict.parties)
    attitude = by_ranks(conflict)
    stable = {
        concept: np.array([_stable(conflict, attitude, group, concept) for group in groups])
        for concept in concepts
    }
    return Stability(tuple(map(group_name, groups)), stable)


def groups_among(parties: Sequence[str]) -> tuple[Group, ...]:
    """Every group of one party or more, smaller ones first."""
    if len(parties) > MOST_PARTIES:
        raise Misuse(
            f"{len(parties)} parties form {2 ** len(parties) - 1:,} groups; groups are looked at "
            f"among at most {MOST_PARTIES}"
        )
    return tuple(
        group for size in range(1, len(parties) + 1) for group in combinations(parties, size)
    )


def group_name(group: Sequence[str]) -> str:
    """How a group is called."""
    return " + ".join(group)


def group_improvements(conflict: Conflict, states: Iterable[int]) -> tuple[GroupImprovement, ...]:
    """What groups of two or more can do from each of `states`, with a shortest way to do it.

    By state, then by group. A member that need not move itself is a member nonetheless.
    """
    attitude = by_ranks(conflict)
    groups = [group for group in groups_among(conflict.parties) if len(group) > 1]
    return tuple(
        GroupImprovement(group, path)
        for state in states
        for group in groups
        for path in _ways_to_gain(conflict, attitude, group, state)
    )


def _ways_to_gain(
    conflict: Conflict, attitude: Attitude, group: Group, state: int
) -> tuple[Path, ...]:
    """Shortest sequences of a group from a state to those that all its members prefer."""
    ends = np.arange(conflict.count)
    better = np.flatnonzero(conflict.all_prefer(group, np.full_like(ends, state), ends))
    if not better.size:
        return ()
    own = replace(conflict, moves=moves_of(group, conflict, attitude.joins))
    return paths_in(own, state, better.tolist(), improvements=False)


def _stable(conflict: Conflict, attitude: Attitude, group: Group, concept: str) -> Truths:
    """Where a group is stable: shape (states,)."""
    if len(group) == 1:
        return rule_of(concept)(conflict, group[0])
    if some_never_gain(conflict, group):
        return np.ones(conflict.count, dtype=np.bool_)

    def side() -> Side:
        return group_side(conflict, attitude, group)

    return stable_by_ranks(conflict, side, sequences_of(conflict, group), concept)
