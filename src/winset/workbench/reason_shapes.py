"""Answers about reasons and routes as JSON values, as `shapes` makes those of the rest."""

from __future__ import annotations

from collections.abc import Sequence

from winset.model.space import StateSpace
from winset.model.writer import write_expression
from winset.stability.comparison import compare
from winset.stability.evolution import Routes
from winset.stability.explanation import Answer, Explanation
from winset.stability.narration import Narrator
from winset.stability.results import Path, Step
from winset.workbench.reasoning import WhyAnswer
from winset.workbench.shapes import Shape


def why_shape(answer: WhyAnswer) -> Shape:
    """Each explanation with its improvements, answers and the comparisons behind them."""
    space = answer.asked.space
    return {
        "state": space.id(answer.asked.state),
        "explanations": [_explanation(space, one) for one in answer.explanations],
    }


def routes_shape(space: StateSpace, legal: Sequence[Routes], liked: Sequence[Routes]) -> Shape:
    """Every shortest way to each state, by any moves and by improvements."""
    return {
        "moves": [_routes(space, r) for r in legal],
        "gains": [_routes(space, r) for r in liked],
    }


def _explanation(space: StateSpace, found: Explanation) -> Shape:
    return {
        "party": found.party,
        "concept": found.concept,
        "stable": found.stable,
        "improvements": [_answer(space, found, answer) for answer in found.answers],
        "text": list(Narrator(space, found).paragraphs()),
    }


def _answer(space: StateSpace, found: Explanation, answer: Answer) -> Shape:
    return {
        "move": _step(space, answer.improvement),
        "deterred": answer.deterred,
        "reply": answer.reply and _path(space, answer.reply),
        "way_out": answer.way_out and _step(space, answer.way_out.steps[-1]),
        "comparisons": [
            _comparison(space, found.party, first, second)
            for first, second in compared(found, answer)
        ],
    }


def compared(found: Explanation, answer: Answer) -> list[tuple[int, int]]:
    """The states the party compares: the gain, what the reply leaves it, and its way out."""
    pairs = [(answer.improvement.end, found.state)]
    if answer.reply is not None:
        pairs.append((answer.reply.end, found.state))
    if answer.way_out is not None:
        pairs.append((answer.way_out.end, found.state))
    return pairs


def _comparison(space: StateSpace, party: str, first: int, second: int) -> Shape:
    found = compare(space, party, first, second)
    decides = found.statement
    return {
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
    }


def _step(space: StateSpace, step: Step) -> Shape:
    return {"by": list(step.movers), "from": space.id(step.start), "to": space.id(step.end)}


def _path(space: StateSpace, path: Path) -> list[Shape]:
    return [_step(space, step) for step in path.steps]


def _routes(space: StateSpace, routes: Routes) -> Shape:
    return {
        "state": space.id(routes.end),
        "complete": routes.complete,
        "paths": [_path(space, path) for path in routes.paths],
    }
