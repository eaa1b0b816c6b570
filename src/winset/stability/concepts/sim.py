"""Simultaneous stability: what if the others move at the same time?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from winset.stability.concepts.attitudes import Attitude, by_ranks
from winset.stability.conflict import Conflict
from winset.stability.moves.actions import actions_of, blocked_together
from winset.stability.moves.cubes import blocked_at_once
from winset.stability.moves.relations import Truths

if TYPE_CHECKING:
    from winset.model.model import Model
    from winset.model.space import StateSpace

Side = tuple[str, ...]


def sim(space: StateSpace, conflict: Conflict) -> Truths:
    """Where every improvement of a party may misfire, others improving at the same time.

    Definition: s is SIM stable for i when for every q in R_i⁺(s) there are opponents, one or
    more, each with an improvement from s, such that all these moves made at the same time lead to
    a feasible state r with r ≾_i s. Nobody takes part in two of the moves. Where they lead to no
    feasible state nothing is blocked. Changes of options add up to the state they lead to; what
    listed moves come to is the state that completes the cube they span (see `cubes`), and where
    several do, each of them must have r ≾_i s.

    Shape (parties, states). Raises Misuse where there are too many combinations of moves.

    Source: Fraser and Hipel, "Conflict Analysis" (1984), for a check that ends the sequential
    analysis; as a concept by itself in later tools. Listed moves are read so here.
    """
    return simultaneous(space, conflict, by_ranks(conflict))


def simultaneous(space: StateSpace, conflict: Conflict, attitude: Attitude) -> Truths:
    """As `sim`, for parties of any attitude."""
    sides = tuple((party,) for party in conflict.parties)
    return _simultaneous(space, space.model, conflict, attitude, sides)


def simultaneous_for(
    space: StateSpace, model: Model, conflict: Conflict, sides: Sequence[Side]
) -> Truths:
    """As `sim`, for sides that move by the issues of `model`, which are those of the space."""
    return _simultaneous(space, model, conflict, by_ranks(conflict), sides)


def _simultaneous(
    space: StateSpace, model: Model, conflict: Conflict, attitude: Attitude, sides: Sequence[Side]
) -> Truths:
    if space.combinations is None:
        return blocked_at_once(conflict, attitude, sides)
    actions = actions_of(space, model, space.combinations)
    return blocked_together(actions, conflict, attitude, sides)
