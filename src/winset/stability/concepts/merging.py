"""Merged parties: several that act as one, all their issues changing in one move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from winset.errors import Misuse
from winset.problems import nearest_name
from winset.stability.analysis import rule_of
from winset.stability.concepts.attitudes import by_ranks
from winset.stability.concepts.batches import WIDTH, after_sequences, packed
from winset.stability.concepts.settling import one_move, stable_by_ranks
from winset.stability.concepts.sides import Side, united_side
from winset.stability.concepts.sim import simultaneous_for
from winset.stability.conflict import Conflict, conflict, conflict_of, laid_out
from winset.stability.moves.relations import Relation, Truths
from winset.stability.results import CONCEPTS, Stability

if TYPE_CHECKING:
    from winset.model.model import Model
    from winset.model.space import StateSpace

Group = tuple[str, ...]


def analyse_merged(
    space: StateSpace, merged: Sequence[Sequence[str]], concepts: Sequence[str] = CONCEPTS
) -> Stability:
    """Which states of a model are stable when the parties of each group of `merged` act as one.

    Definition: the merged party H changes any of the issues of its members in one move, each in an
    allowed way; q is better for it than s when every member prefers q, and r is no better when
    some member does not prefer it. Issues it shares with others change by agreement of H and the
    others. Where moves are listed, H moves to whatever its members reach by legal sequences. The
    concepts are those of single parties.

    It is called by its members' ids joined with "+". Raises Misuse for a group of fewer than two,
    an unknown party, and a party in two groups.

    Source: the coalitions of Hipel, Fang and Kilgour's decision support system GMCR II, as GMCR+
    keeps them.
    """
    groups = checked_groups([party.id for party in space.model.parties], merged)
    united = united_conflict(space, groups)
    sides = sides_among(united.parties, groups)
    stable = {
        concept: simultaneous_for(space, shared_by(space.model, groups), united, sides)
        if concept == "sim"
        else np.array([stable_as_one(united, side, concept) for side in sides])
        for concept in concepts
    }
    names = tuple("+".join(side) for side in sides)
    assumed = tuple(
        f"{name} acts as one: it changes all its issues in one move, and better is what each of "
        "its members prefers."
        for name, side in zip(names, sides, strict=True)
        if len(side) > 1
    )
    return Stability(names, stable, (*space.assumptions, *assumed))


def stable_as_one(united: Conflict, side: Group, concept: str) -> Truths:
    """Where a party, merged or not, is stable: shape (states,)."""
    rule = rule_of(concept)
    if len(side) == 1:
        return rule(united, side[0])

    def asks() -> Side:
        return united_side(united, by_ranks(united), side)

    return stable_by_ranks(united, asks, one_move(united, side), concept)


def checked_groups(parties: Sequence[str], merged: Sequence[Sequence[str]]) -> tuple[Group, ...]:
    """The groups, their members in the order of the model."""
    for name in (name for group in merged for name in group):
        if name not in parties:
            near = nearest_name(name, parties)
            hint = f"did you mean {near!r}?" if near else f"parties are {', '.join(parties)}"
            raise Misuse(f"{name!r} is no party of the model; {hint}")
    for group in merged:
        if len(set(group)) < 2:
            raise Misuse(f"{'+'.join(group)!r} merges nobody; expected two parties or more, as a+b")
    named = [name for group in merged for name in group]
    twice = next((name for name in named if named.count(name) > 1), None)
    if twice is not None:
        raise Misuse(f"{twice!r} is merged twice; expected every party in one group at most")
    return tuple(tuple(party for party in parties if party in group) for group in merged)


def sides_among(parties: Sequence[str], groups: Sequence[Group]) -> tuple[Group, ...]:
    """The merged and the other parties, each where its first member stands."""
    own = {
        party: next((group for group in groups if party in group), (party,)) for party in parties
    }
    return tuple(dict.fromkeys(own[party] for party in parties))


def shared_by(model: Model, groups: Sequence[Group]) -> Model:
    """The model with the issues of each member those of its whole group."""
    issues = (replace(issue, by=_joined(issue.by, groups)) for issue in model.issues)
    return replace(model, issues=tuple(issues))


def united_conflict(space: StateSpace, groups: Sequence[Group]) -> Conflict:
    """The conflict in which the groups move as one."""
    if space.model.graph is None:
        return laid_out(replace(space, model=shared_by(space.model, groups)))
    plain = conflict(space)
    return conflict_of(plain.parties, _listed(plain, groups), plain.ranks)


def _joined(by: Group, groups: Sequence[Group]) -> Group:
    """Everyone who must agree once those named are joined by the others of their groups."""
    whole = [name for group in groups if set(group) & set(by) for name in group]
    return tuple(dict.fromkeys((*by, *whole)))


def _listed(plain: Conflict, groups: Sequence[Group]) -> tuple[Relation, ...]:
    """The listed moves, those of a group replaced by what its legal sequences lead to."""
    alone = [one for one in plain.moves if not any(set(one.movers) & set(g) for g in groups)]
    return (*alone, *(_together(plain, group) for group in groups))


def _together(plain: Conflict, group: Group) -> Relation:
    """The moves of a group whose members' moves are listed."""
    own = [one for one in plain.moves if set(one.movers) <= set(group)]
    reaches = np.zeros((plain.count, plain.count), dtype=np.bool_)
    for begin in range(0, plain.count, WIDTH):
        ends = np.arange(begin, min(begin + WIDTH, plain.count))
        words = after_sequences(packed(np.arange(plain.count)[:, None] == ends), own)
        bits = np.arange(len(ends), dtype=np.uint64)
        reaches[:, ends] = (words[:, None] >> bits) & np.uint64(1) > 0
    np.fill_diagonal(reaches, False)
    starts = np.concatenate([[0], np.cumsum(reaches.sum(axis=1))]).astype(np.int64)
    return Relation(group, starts, np.nonzero(reaches)[1])
