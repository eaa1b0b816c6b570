"""What some kinds of stability add to the answer, as JSON values."""

from __future__ import annotations

import numpy as np

from winset.model.space import StateSpace
from winset.stability.concepts.coalitions import GroupImprovement
from winset.stability.concepts.misperception import View
from winset.stability.results import Stability
from winset.workbench.analysis import StabilityAnswer
from winset.workbench.shapes import Shape


def kind_shape(answer: StabilityAnswer) -> Shape:
    """The keys that the kind of stability asked for adds to the shape of the plain one."""
    shape: Shape = {}
    if answer.kind.groups:
        gains = [_gain(answer.space, gain) for gain in answer.improvements]
        shape["group_improvements"] = gains
    if answer.seen is not None:
        shape["views"] = {view.party: _view(answer.space, view) for view in answer.seen.views}
        shape["bound"] = equilibria_shape(answer.space, answer.seen.bound)
        shape["true"] = equilibria_shape(answer.space, answer.seen.true)
    return shape


def equilibria_shape(space: StateSpace, found: Stability) -> Shape:
    """The states stable for all, by concept."""
    return {
        concept: [space.id(int(state)) for state in np.flatnonzero(found.equilibria(concept))]
        for concept in found.stable
    }


def _gain(space: StateSpace, gain: GroupImprovement) -> Shape:
    return {
        "group": list(gain.group),
        "from": space.id(gain.path.start),
        "to": space.id(gain.path.end),
        "moves": [
            {"movers": list(step.movers), "to": space.id(step.end)} for step in gain.path.steps
        ],
    }


def _view(space: StateSpace, view: View) -> Shape:
    return {
        "unseen": [space.id(int(state)) for state in np.flatnonzero(~view.seen)],
        "equilibria": equilibria_shape(space, view.found),
    }
