"""Misperception: what each party sees, what comes of it, and what would if all saw what is true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from winset.stability.analysis import analyse, stability_of
from winset.stability.conflict import Conflict, conflict, conflict_of
from winset.stability.moves.relations import Ints, Relation, Truths
from winset.stability.results import CONCEPTS, Stability

if TYPE_CHECKING:
    from winset.model.space import StateSpace


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """The conflict as one party sees it; what is stable in it, of the states marked in `seen`."""

    party: str
    seen: Truths
    found: Stability


@dataclass(frozen=True, slots=True, eq=False)
class Misperceived:
    """What parties see, and what comes of it.

    `outcome` tells where each party stays, going by its own view: the equilibria of it last.
    `bound` tells where each would stay if it knew all others' true preferences and moves, and was
    only unable to make moves that it does not see. `true` is the analysis without misperception.
    """

    views: tuple[View, ...]
    outcome: Stability
    bound: Stability
    true: Stability


def analyse_misperceived(space: StateSpace, concepts: Sequence[str] = CONCEPTS) -> Misperceived:
    """Which states of a model last when parties see it each in its own way.

    Definition: in the view of i there are the states i sees, all moves between them, i's own
    preference and the others' as i believes them to be. i stays at s when s is stable for i in
    i's view, or when i does not see s, for then it sees no reason to move. A state where all stay
    lasts: it is an equilibrium of the hypergame.

    Raises Misuse for a concept that is not known, SIM among them.

    Source: Bennett (1977), for hypergames; Fraser and Hipel, "Conflict Analysis" (1984), for
    their stability; Aljefri, Bashar, Fang and Hipel (2018), in the graph model.
    """
    views = tuple(_view(space, party.id, concepts) for party in space.model.parties)
    parties = tuple(view.party for view in views)
    stays = {
        concept: np.array([_stays(view, row, concept) for row, view in enumerate(views)])
        for concept in concepts
    }
    bound = stability_of(_within(conflict(space), [view.seen for view in views]), concepts)
    assumed = (*space.assumptions, _MEANING)
    return Misperceived(
        views,
        Stability(parties, stays, assumed),
        Stability(parties, bound.stable, assumed),
        analyse(space, concepts),
    )


_MEANING = "Each party stays or leaves by what it sees itself, and stays where it sees nothing."


def as_seen_by(space: StateSpace, party: str) -> tuple[StateSpace, Conflict, Truths]:
    """The states as a party believes all parties to rank them, the moves it sees, and what it sees.

    The conflict holds the moves between states that it sees, marked in the last array.
    """
    from winset.model.space.perception import as_believed_by, seen_by

    seen, believed = seen_by(space, party), as_believed_by(space, party)
    every = conflict(believed)
    return believed, _within(every, [seen] * len(every.parties)), seen


def _view(space: StateSpace, party: str, concepts: Sequence[str]) -> View:
    _, believed, seen = as_seen_by(space, party)
    found = stability_of(believed, concepts)
    stable = {concept: rows & seen for concept, rows in found.stable.items()}
    return View(party, seen, Stability(found.parties, stable))


def _stays(view: View, row: int, concept: str) -> Truths:
    """Where a party has no reason to move, as far as it sees: shape (states,)."""
    return np.asarray(view.found.stable[concept][row] | ~view.seen)


def _within(conflict: Conflict, seen: Sequence[Truths]) -> Conflict:
    """The conflict whose parties move only between states that they see, party by party."""
    moves = [_between(one, _seen_by_all(conflict, one, seen)) for one in conflict.moves]
    return conflict_of(conflict.parties, moves, conflict.ranks)


def _seen_by_all(conflict: Conflict, relation: Relation, seen: Sequence[Truths]) -> Truths:
    rows: Ints = np.array([conflict.parties.index(mover) for mover in relation.movers])
    return np.asarray(np.array(seen)[rows].all(axis=0))


def _between(relation: Relation, seen: Truths) -> Relation:
    if seen.all():
        return relation
    return relation.only(seen[relation.sources] & seen[relation.targets])
