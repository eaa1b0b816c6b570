"""Explanations, held to the definitions by the plain engine."""

from __future__ import annotations

import pytest

from tests.reference import stability as reference
from tests.reference.stability import Movers, Plain
from tests.stability.conflicts import as_arrays, made_up
from winset.errors import Misuse
from winset.stability import CONCEPTS, Path
from winset.stability.explanation import Answer, Explanation, explain

IMPROVING = {"seq", "sseq"}
SYMMETRIC = {"smr", "sseq"}


def no_better(model: Plain, found: Explanation, state: int) -> bool:
    return model.ranks[found.party][state] <= model.ranks[found.party][found.state]


def walk(model: Plain, path: Path, party: str, improving: bool) -> None:
    """The reply is a legal sequence of the others, made of the model's own moves."""
    here: int = path.start
    last: Movers = ()
    for step in path.steps:
        assert (step.movers, step.start, step.end) in model.moves
        assert step.start == here
        assert step.movers != last
        assert party not in step.movers
        assert not improving or model.all_like(step.movers, step.end, step.start)
        here, last = step.end, step.movers
    assert here == path.end


def holds(model: Plain, found: Explanation, reply: int) -> bool:
    """Whether a state deters by the definition of the concept."""
    if not no_better(model, found, reply):
        return False
    out = reference.escapes(model, found.party, reply) if found.concept in SYMMETRIC else set()
    return all(no_better(model, found, end) for end in out)


def check(model: Plain, found: Explanation, answer: Answer) -> None:
    start, improving = answer.improvement.end, found.concept in IMPROVING
    replies = reference.replies(model, found.party, start, improving)
    sanctions = {reply for reply in replies if holds(model, found, reply)}
    if found.concept == "nash":
        sanctions = set()
    assert answer.deterred == bool(sanctions)
    if answer.reply is not None:
        walk(model, answer.reply, found.party, improving)
        assert answer.reply.start == start
        assert not answer.deterred or answer.reply.end in sanctions
    if answer.deterred:
        assert answer.reply is not None
        nearest = shortest_reply(model, found.party, start, improving, sanctions)
        assert len(answer.reply.steps) == nearest
    check_way_out(model, found, answer)


def check_way_out(model: Plain, found: Explanation, answer: Answer) -> None:
    if answer.reply is None or found.concept not in SYMMETRIC:
        assert answer.way_out is None
        return
    out = reference.escapes(model, found.party, answer.reply.end)
    assert (answer.way_out is None) == (not out)
    if answer.way_out is not None:
        ranks = model.ranks[found.party]
        assert answer.way_out.end in out
        assert ranks[answer.way_out.end] == max(ranks[end] for end in out)


def shortest_reply(
    model: Plain, party: str, start: int, improving: bool, sanctions: set[int]
) -> int:
    others = frozenset(move for move in model.moves if party not in move[0])
    without = Plain(model.parties, model.count, others, model.ranks)
    lengths = reference.distances(without, start, improving)
    return min(lengths[end] for end in sanctions)


@pytest.mark.parametrize("concept", CONCEPTS)
def test_every_explanation_is_what_the_definition_asks_for(concept: str) -> None:
    for seed in range(120):
        model = made_up(seed)
        arrays = as_arrays(model)
        for party in model.parties:
            for state in range(model.count):
                found = explain(arrays, party, state, concept)
                ends = {answer.improvement.end for answer in found.answers}
                assert ends == reference.improvements(model, party, state)
                assert found.stable == reference.CONCEPTS[concept](model, party, state)
                for answer in found.answers:
                    check(model, found, answer)


def test_the_best_improvement_comes_first() -> None:
    moves = frozenset({(("a",), 0, 1), (("a",), 0, 2), (("a",), 0, 3)})
    found = explain(as_arrays(Plain(("a",), 4, moves, {"a": [0, 2, 1, 3]})), "a", 0, "gmr")
    assert [answer.improvement.end for answer in found.answers] == [3, 1, 2]
    assert found.undeterred == found.answers[0]


def test_where_nothing_deters_the_worst_the_others_can_do_is_shown() -> None:
    moves = frozenset({(("a",), 0, 1), (("b",), 1, 2), (("b",), 1, 3)})
    ranks = {"a": [0, 3, 2, 1], "b": [0, 0, 0, 0]}
    (answer,) = explain(as_arrays(Plain(("a", "b"), 4, moves, ranks)), "a", 0, "gmr").answers
    assert not answer.deterred
    assert answer.reply is not None
    assert answer.reply.end == 3


@pytest.mark.parametrize(
    ("party", "state", "concept", "message"),
    [
        ("c", 0, "seq", "'c' is no party; expected one of a"),
        ("a", 2, "seq", "no state 2: the model has 2"),
        ("a", -1, "seq", "no state -1"),
        ("a", 0, "sqe", "'sqe' is no concept that can be explained; did you mean 'seq'"),
    ],
)
def test_what_is_not_known_is_refused(party: str, state: int, concept: str, message: str) -> None:
    model = as_arrays(Plain(("a",), 2, frozenset(), {"a": [0, 1]}))
    with pytest.raises(Misuse, match=message):
        explain(model, party, state, concept)
