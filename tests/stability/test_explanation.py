"""Explanations of every kind, held to the definitions by plain sets."""

from __future__ import annotations

from itertools import combinations
from random import Random

import numpy as np
import pytest

from tests.reference import stability as reference
from tests.reference.concepts import (
    Doubtful,
    group_stable,
    strongly_stable,
    united_stable,
    unknown_stable,
)
from tests.reference.stability import Arrow, Plain
from tests.stability.conflicts import (
    as_arrays,
    as_rows,
    doubtful,
    levels_of,
    made_up,
    pairs_in,
    united,
)
from tests.stability.grounds import Grounds, check, plain_grounds
from tests.stability.option_models import as_plain, made_of_options
from winset.errors import Misuse
from winset.model.space import state_space
from winset.stability import CONCEPTS, conflict
from winset.stability.concepts.attitudes import by_ranks
from winset.stability.concepts.strength import strong_attitude
from winset.stability.concepts.unknown import READINGS, attitude_to
from winset.stability.moves import spreading
from winset.stability.moves.spreading import Consent
from winset.stability.reasons.explanation import Explanation, explain, explanations
from winset.stability.reasons.standpoint import Sense, Standpoint

A, B = ("a",), ("b",)
MODELS = 2000
BATCH = 250
BATCHES = range(0, MODELS, BATCH)


def doubtful_grounds(model: Doubtful, reading: str, party: str) -> Grounds:
    def leaves(party: str, end: int, state: int) -> bool:
        return model.leaves(reading, party, end, state)

    def deters(party: str, end: int, state: int) -> bool:
        return model.deters(reading, party, end, state)

    return Grounds(model.plain, (party,), leaves, model.joins, deters)


def strong_grounds(model: Plain, levels: dict[str, list[int]], party: str) -> Grounds:
    def deters(party: str, end: int, state: int) -> bool:
        return levels[party][end] < levels[party][state]

    return Grounds(model, (party,), model.likes, model.likes, deters)


def asked(seed: int, model: Plain, number: int = 2) -> list[tuple[str, int]]:
    """Some parties and states of a conflict to ask about."""
    every = [(party, state) for party in model.parties for state in range(model.count)]
    return Random(seed).sample(every, min(number, len(every)))


@pytest.mark.parametrize("first", BATCHES)
def test_explanations_of_listed_moves_are_what_the_definitions_ask_for(first: int) -> None:
    for seed in range(first, first + BATCH):
        model = made_up(seed)
        arrays = as_arrays(model)
        for party, state in asked(seed, model):
            asker = Standpoint(arrays, (party,), state, by_ranks(arrays))
            for found in explanations(asker, CONCEPTS):
                assert found.stable == reference.CONCEPTS[found.concept](model, party, state)
                check(plain_grounds(model, (party,)), found)


@pytest.mark.parametrize("picked", [True, False], ids=["few", "many"])
@pytest.mark.parametrize("first", range(0, 800, 200))
def test_explanations_of_options_are_what_the_definitions_ask_for(
    first: int, picked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Blocks of states are followed from the states in them, or all at once: both agree."""
    monkeypatch.setattr(spreading, "_DENSE", 0 if picked else 1 << 20)
    for seed in range(first, first + 200):
        described = made_of_options(seed)
        model = as_plain(described)
        if not model.count:
            continue
        arrays = conflict(state_space(described))
        for party, state in asked(seed, model):
            asker = Standpoint(arrays, (party,), state, by_ranks(arrays))
            for found in explanations(asker, CONCEPTS):
                assert found.stable == reference.CONCEPTS[found.concept](model, party, state)
                check(plain_grounds(model, (party,)), found)


@pytest.mark.parametrize("reading", READINGS)
def test_explanations_under_unknown_preference_are_what_the_definitions_ask_for(
    reading: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreading, "_DENSE", 0 if reading in "ac" else 1 << 20)
    for seed in range(500):
        model = doubtful(seed)
        arrays = as_arrays(model.plain)
        attitude = attitude_to(arrays, pairs_in(model), READINGS[reading])
        doubted = {party: np.unique(pairs) for party, pairs in pairs_in(model).items()}
        consent = Consent(True, (), attitude.joins, doubted if seed % 2 else {})
        for party, state in asked(seed, model.plain):
            asker = Standpoint(arrays, (party,), state, attitude, Sense(reading), consent)
            for found in explanations(asker, CONCEPTS):
                expected = unknown_stable(model, reading, found.concept, party, state)
                assert found.stable == expected, (seed, party, state, found.concept)
                check(doubtful_grounds(model, reading, party), found)


def test_explanations_of_strong_stability_are_what_the_definitions_ask_for() -> None:
    for seed in range(1000):
        model = made_up(seed)
        levels = levels_of(model, seed)
        arrays = as_arrays(model)
        attitude = strong_attitude(arrays, as_rows(model, levels))
        for party, state in asked(seed, model):
            asker = Standpoint(arrays, (party,), state, attitude, Sense(strong=True))
            for found in explanations(asker, CONCEPTS):
                expected = strongly_stable(model, levels, found.concept, party, state)
                assert found.stable == expected, (seed, party, state, found.concept)
                check(strong_grounds(model, levels, party), found)


def some_group(seed: int, model: Plain) -> tuple[str, ...]:
    size = Random(seed).randint(2, len(model.parties))
    return Random(seed).choice(list(combinations(model.parties, size)))


def test_explanations_for_groups_are_what_the_definitions_ask_for() -> None:
    for seed in range(400):
        model = made_up(seed)
        arrays, group = as_arrays(model), some_group(seed, model)
        for state in range(min(model.count, 3)):
            asker = Standpoint(arrays, group, state, by_ranks(arrays), in_turn=True)
            for found in explanations(asker, CONCEPTS):
                expected = group_stable(model, group, found.concept, state)
                assert found.stable == expected, (seed, group, state, found.concept)
                check(plain_grounds(model, group, in_turn=True), found)


def test_explanations_for_parties_that_act_as_one_are_what_the_definitions_ask_for() -> None:
    for seed in range(800):
        plain = made_up(seed)
        group = some_group(seed, plain)
        model = united(plain, group)
        arrays = as_arrays(model)
        for state in range(min(model.count, 3)):
            asker = Standpoint(arrays, group, state, by_ranks(arrays))
            for found in explanations(asker, CONCEPTS):
                expected = united_stable(model, group, found.concept, state)
                assert found.stable == expected, (seed, group, state, found.concept)
                check(plain_grounds(model, group), found)


def explained(moves: set[Arrow], ranks: dict[str, list[int]], concept: str) -> Explanation:
    count = len(ranks["a"])
    return explain(as_arrays(Plain(tuple(ranks), count, frozenset(moves), ranks)), "a", 0, concept)


def test_the_best_improvement_comes_first() -> None:
    found = explained({(A, 0, 1), (A, 0, 2), (A, 0, 3)}, {"a": [0, 2, 1, 3]}, "gmr")
    assert [answer.improvement.end for answer in found.answers] == [3, 1, 2]
    assert found.undeterred == found.answers[0]


def test_where_nothing_deters_the_worst_the_others_can_do_is_shown() -> None:
    moves: set[Arrow] = {(A, 0, 1), (B, 1, 2), (B, 1, 3)}
    (answer,) = explained(moves, {"a": [0, 3, 2, 1], "b": [0, 0, 0, 0]}, "gmr").answers
    assert (answer.deterred, answer.reached) == (False, 2)
    assert answer.reply is not None
    assert answer.reply.end == 3


def test_what_would_deter_but_for_a_way_out_is_shown_with_the_way_out() -> None:
    moves: set[Arrow] = {(A, 0, 1), (B, 1, 2), (A, 2, 3)}
    ranks = {"a": [1, 2, 0, 3], "b": [0, 0, 0, 0]}
    assert explained(moves, ranks, "gmr").stable
    (answer,) = explained(moves, ranks, "smr").answers
    assert answer.reply is not None
    assert answer.way_out is not None
    assert (answer.deterred, answer.reply.end, answer.way_out.end) == (False, 2, 3)


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
