"""The states of a model that last, and the routes to them, as a report names them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from winset.model.model import Model
from winset.model.space import StateSpace, state_space
from winset.report.findings import Move, Route, StableStates, State
from winset.stability import analyse, paths
from winset.stability.results import Path, Stability

MOST = 24
"""How many lasting states are named, those that last in most senses first."""

Routes = tuple[tuple[Path, bool], ...]
"""Each route, and whether every mover on it gains by its own move."""


def stable_states(model: Model) -> StableStates:
    """Which states of a model last, those worth naming, and the routes to them."""
    space = state_space(model)
    found = analyse(space)
    lasting = lasting_states(found)[:MOST]
    routes = routes_to(space, lasting)
    start = () if space.status_quo is None else (space.status_quo,)
    named = sorted({*start, *lasting, *_visited(routes)})
    ids = {state: space.id(state) for state in named}
    return StableStates(
        model=model,
        states=tuple(_state(space, state) for state in named),
        count=space.count,
        status_quo=ids[start[0]] if start else "",
        equilibria=_equilibria(found, lasting, ids),
        routes=tuple(_route(path, improving, ids) for path, improving in routes),
        assumptions=assumptions(space, found),
    )


def lasting_states(found: Stability) -> Sequence[int]:
    """The states stable for all parties in some sense, those in most senses first."""
    senses = np.zeros(next(iter(found.stable.values())).shape[1], dtype=np.int8)
    for concept in found.stable:
        senses += found.equilibria(concept)
    lasting = np.flatnonzero(senses)
    order = np.argsort(-senses[lasting], kind="stable")
    return array("q", lasting[order].tobytes())


def routes_to(space: StateSpace, targets: Sequence[int]) -> Routes:
    """A shortest route from the status quo to each target, and one by gains where there is one."""
    if space.status_quo is None:
        return ()
    gains = paths(space, space.status_quo, targets, True)
    legal = paths(space, space.status_quo, targets, False)
    lengths = {path.end: len(path.steps) for path in gains}
    others = [path for path in legal if lengths.get(path.end) != len(path.steps)]
    return (*((path, True) for path in gains), *((path, False) for path in others))


def assumptions(space: StateSpace, found: Stability) -> tuple[str, ...]:
    """What the states and the analysis take for granted, each sentence once."""
    return tuple(dict.fromkeys((*space.assumptions, *found.assumptions)))


def _visited(routes: Routes) -> Iterable[int]:
    return (state for path, _ in routes for step in path.steps for state in (step.start, step.end))


def _equilibria(
    found: Stability, lasting: Sequence[int], ids: Mapping[int, str]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (concept, tuple(ids[state] for state in lasting if found.equilibria(concept)[state]))
        for concept in found.stable
    )


def _state(space: StateSpace, state: int) -> State:
    label = dict(space.model.states.titles).get(space.id(state), "")
    return State(space.id(state), label or space.short(state), tuple(space.options(state).items()))


def _route(path: Path, improving: bool, ids: Mapping[int, str]) -> Route:
    moves = tuple(Move(step.movers, ids[step.start], ids[step.end]) for step in path.steps)
    return Route(ids[path.end], moves, improving)
