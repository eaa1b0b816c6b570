"""Answers about reasons and routes as JSON values, as `shapes` makes those of the rest."""

from __future__ import annotations

from winset.model.space import StateSpace
from winset.model.writer import write_expression
from winset.stability.evolution import Routes
from winset.stability.reasons.asking import Unseen, WeakExplanation
from winset.stability.reasons.comparison import compare
from winset.stability.reasons.explanation import (
    FORESIGHT,
    SIMULTANEOUS,
    Answer,
    Explanation,
    Misfire,
)
from winset.stability.reasons.foreseeing import Foreseen, Line, Turn
from winset.stability.results import Path, Step
from winset.workbench.reasoning import Evolution, Reason, WhyAnswer, narrated
from winset.workbench.shapes import Shape


def why_shape(answer: WhyAnswer) -> Shape:
    """Each explanation with its improvements, answers and the comparisons behind them."""
    space = answer.asked.space
    return {
        "state": space.id(answer.asked.state),
        "explanations": [_reason(answer.space_of(one), one) for one in answer.explanations],
    }


def routes_shape(space: StateSpace, found: Evolution) -> Shape:
    """The shortest ways to each state, by any moves and by improvements."""
    return {
        "moves": [_routes(space, r) for r in found.moves],
        "gains": [_routes(space, r) for r in found.gains],
        "unreached": {
            "moves": [space.id(end) for end in found.missing(found.moves)],
            "gains": [space.id(end) for end in found.missing(found.gains)],
        },
        "left_out": found.left_out,
    }


def _reason(space: StateSpace, found: Reason) -> Shape:
    shape: Shape = {
        "party": found.party,
        "concept": found.concept,
        "stable": found.stable,
        "text": list(narrated(space, found)),
    }
    if isinstance(found, Foreseen):
        lines = [_line(space, found, line) for line in found.lines]
        return shape | {"horizon": found.horizon, "lines": lines}
    if isinstance(found, Unseen):
        return shape | {"seen": False}
    if isinstance(found, WeakExplanation):
        told = found.strong if found.general.stable else found.general
        parts = {"general": _explanation(space, found.general)}
        return shape | _explanation(space, told) | parts | {"strength": "weak"}
    return shape | _explanation(space, found)


def _explanation(space: StateSpace, found: Explanation) -> Shape:
    return {
        "members": list(found.members),
        "reading": found.sense.reading,
        "strength": "strong" if found.sense.strong else "",
        "improvements": [_answer(space, found, answer) for answer in found.answers],
    }


def _answer(space: StateSpace, found: Explanation, answer: Answer) -> Shape:
    willing = FORESIGHT.get(found.concept, SIMULTANEOUS).improving
    return {
        "move": _step(space, answer.improvement),
        "moves": _path(space, answer.path),
        "deterred": answer.deterred,
        "reply": answer.reply and _path(space, answer.reply, willing),
        "reached": answer.reached,
        "way_out": answer.way_out and _step(space, answer.way_out.as_step),
        "ways_out": answer.way_out and _path(space, answer.way_out),
        "misfire": answer.misfire and _misfire(space, answer.misfire),
        "comparisons": [
            _comparison(space, member, first, found.state)
            for first in compared(answer)
            for member in found.members
        ],
    }


def compared(answer: Answer) -> list[int]:
    """What members compare with staying: the gain, what the others make of it, and the way out."""
    ends = [answer.path.end]
    if answer.misfire is not None:
        ends.extend(answer.misfire.ends)
    if answer.reply is not None:
        ends.append(answer.reply.end)
    if answer.way_out is not None:
        ends.append(answer.way_out.end)
    return ends


def _misfire(space: StateSpace, found: Misfire) -> Shape:
    return {
        "moves": [_liked(space, step) for step in found.moves],
        "to": [space.id(end) for end in found.ends],
    }


def _line(space: StateSpace, found: Foreseen, line: Line) -> Shape:
    return {
        "move": _step(space, line.step),
        "turns": [_turn(space, turn) for turn in line.turns],
        "end": space.id(line.end),
        "worthwhile": line.worthwhile,
        "comparisons": [_comparison(space, found.party, line.end, found.state)],
    }


def _turn(space: StateSpace, turn: Turn) -> Shape:
    """What a party is expected to do; the comparison is what decides it."""
    end = turn.end
    return {
        "party": turn.mover,
        "state": space.id(turn.state),
        "left": turn.left,
        "to": None if turn.to is None else space.id(turn.to),
        "end": None if end is None else space.id(end),
        "comparison": None if end is None else _comparison(space, turn.mover, end, turn.state),
    }


def _comparison(space: StateSpace, party: str, first: int, second: int) -> Shape:
    found = compare(space, party, first, second)
    decides = found.statement
    return {
        "party": party,
        "first": space.id(first),
        "second": space.id(second),
        "sign": found.sign,
        "places": list(found.places),
        "statement": decides
        and {
            "number": decides.number,
            "text": write_expression(decides.text),
            "true_of": space.id(decides.true_of),
        },
        "worths": found.worths and [str(worth) for worth in found.worths],
        "known": found.known,
        "strong": found.strong,
        "because": list(found.because),
    }


def _step(space: StateSpace, step: Step) -> Shape:
    return {"by": list(step.movers), "from": space.id(step.start), "to": space.id(step.end)}


def _liked(space: StateSpace, step: Step) -> Shape:
    """A step, and why each of its movers likes it."""
    liking = [_comparison(space, mover, step.end, step.start) for mover in step.movers]
    return _step(space, step) | {"comparisons": liking}


def _path(space: StateSpace, path: Path, willing: bool = False) -> list[Shape]:
    return [_liked(space, step) if willing else _step(space, step) for step in path.steps]


def _routes(space: StateSpace, routes: Routes) -> Shape:
    return {
        "state": space.id(routes.end),
        "complete": routes.complete,
        "paths": [_path(space, path) for path in routes.paths],
    }
