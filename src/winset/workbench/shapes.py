"""Results as JSON values: the shapes programs rely on, to which keys are added, never changed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np

from winset.model.model import Model
from winset.problems import Problem
from winset.record.plain import to_plain
from winset.settlement.results import Block, Change, Opening, Outcome, Settlement, Turn
from winset.workbench.lasting import assumptions

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from winset.model.space import StateSpace
    from winset.stability.results import Stability

Shape = dict[str, Any]


def stability_shape(model: Model, space: StateSpace, found: Stability) -> Shape:
    """States, and for each concept who finds which of them stable.

    States are given one after another: those of a large model may fill more than the memory.
    """
    every = np.arange(space.count)
    return {
        "model": model_shape(model),
        "states": (
            {"id": name, "options": space.options(state)}
            for state, name in enumerate(space.ids_of(every))
        ),
        "parties": list(found.parties),
        "stable": {
            concept: {
                party: _chosen(space, row) for party, row in zip(found.parties, rows, strict=True)
            }
            for concept, rows in found.stable.items()
        },
        "equilibria": {
            concept: _chosen(space, found.equilibria(concept)) for concept in found.stable
        },
        "status_quo": None if space.status_quo is None else space.id(space.status_quo),
        "assumptions": list(assumptions(space, found)),
    }


def settlement_shape(found: Settlement) -> Shape:
    """Sizes, blocks, openings, frontier and fair points of one day."""
    return {
        "as_of": found.as_of.isoformat() if found.as_of else None,
        "packages": found.packages,
        "win_sets": dict(found.win_sets),
        "zone": found.zone,
        "blocks": [list(block.lines) for block in found.blocks],
        "openings": [_opening(opening) for opening in found.openings],
        "frontier": [_outcome(outcome) for outcome in found.frontier],
        "solutions": {
            field.name: [_outcome(one) for one in getattr(found.solutions, field.name)]
            for field in dataclasses.fields(found.solutions)
        },
        "incomplete": list(found.incomplete),
        "assumptions": list(found.assumptions),
        "lines_in_force": list(found.lines_in_force),
        "block_details": [_block(block) for block in found.blocks],
        "overlaps": [
            {
                "parties": list(each.parties),
                "packages": each.packages,
                "low": each.low,
                "high": each.high,
            }
            for each in found.overlaps
        ],
        "line_roles": [
            {"line": each.line, "blocks": each.blocks, "adds": each.adds} for each in found.lines
        ],
        "absorbed": list(found.absorbed),
        "bounds": {each.of: {"low": each.low, "high": each.high} for each in found.bounds},
    }


def sweep_shape(changes: Sequence[Change], moved: Sequence[Turn]) -> Shape:
    """The sizes from each day on, and the days on which the zone closed or opened."""
    return {
        "days": [_change(change) for change in changes],
        "turns": [
            {
                "day": turn.day.isoformat(),
                "opened": turn.opened,
                "by": list(turn.by),
                "begun": list(turn.begun),
                "ended": list(turn.ended),
            }
            for turn in moved
        ],
    }


def model_shape(model: Model) -> Shape:
    """What a model is about: its title, day, parties and issues."""
    return {
        "title": model.title,
        "date": model.date.isoformat() if model.date else None,
        "parties": [{"id": party.id, "name": party.name} for party in model.parties],
        "issues": [
            {"id": issue.id, "title": issue.title, "options": list(issue.options)}
            for issue in model.issues
        ],
    }


def check_shape(file: str, problems: Iterable[Problem]) -> Shape:
    """Every fault of a file with its place."""
    return {"file": file, "faults": [to_plain(problem) for problem in problems]}


def number(value: Fraction | float) -> int | float:
    """An integer where the value is one, else the nearest float."""
    return int(value) if value == int(value) else float(value)


def _chosen(space: StateSpace, mask: NDArray[np.bool_]) -> Iterator[str]:
    return space.ids_of(np.flatnonzero(mask))


def _opening(opening: Opening) -> Shape:
    return {
        "lines": list(opening.lines),
        "weight": number(opening.weight),
        "opened": opening.opened,
        "example": dict(opening.example),
        "ladder": [
            {
                "accepts": {line: dict(package) for line, package in rung.accepts},
                "distance": rung.distance,
                "example": dict(rung.example),
            }
            for rung in opening.ladder
        ],
        "weaker": {line: list(weaker) for line, weaker in opening.weaker},
    }


def _outcome(outcome: Outcome) -> Shape:
    return {
        "package": dict(outcome.package),
        "points": {party: number(points) for party, points in outcome.points},
        "exact": {party: str(points) for party, points in outcome.points},
    }


def _change(change: Change) -> Shape:
    return {
        "day": change.day.isoformat(),
        "begun": list(change.begun),
        "ended": list(change.ended),
        "packages": change.packages,
        "win_sets": dict(change.win_sets),
        "zone": change.zone,
        "open": change.zone != 0,
        "keys": list(change.keys),
        "opened_by": list(change.opened_by),
    }


def _block(block: Block) -> Shape:
    return {
        "lines": list(block.lines),
        "links": list(block.links),
        "witnesses": {line: dict(package) for line, package in block.witnesses},
    }
