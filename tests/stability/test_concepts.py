"""Each concept on conflicts small enough to judge by eye."""

from __future__ import annotations

import numpy as np
import pytest

from tests.reference.stability import Movers, Plain
from tests.stability.conflicts import as_arrays
from winset.errors import Misuse
from winset.stability import CONCEPTS, Conflict, stability_of

Moves = dict[Movers, list[tuple[int, int]]]


def conflict(moves: Moves, ranks: dict[str, list[int]]) -> Conflict:
    arrows = frozenset((by, start, end) for by, pairs in moves.items() for start, end in pairs)
    count = len(next(iter(ranks.values())))
    return as_arrays(Plain(tuple(ranks), count, arrows, ranks))


def stable_for(party: str, model: Conflict) -> dict[str, list[int]]:
    found = stability_of(model)
    row = found.parties.index(party)
    return {concept: np.flatnonzero(found.stable[concept][row]).tolist() for concept in CONCEPTS}


def is_stable(concept: str, party: str, state: int, model: Conflict) -> bool:
    return state in stable_for(party, model)[concept]


A, B, C, D = ("a",), ("b",), ("c",), ("d",)


def test_a_party_without_moves_is_stable_everywhere() -> None:
    model = conflict({A: [(0, 1)]}, {"a": [0, 1], "b": [0, 0]})
    assert all(states == [0, 1] for states in stable_for("b", model).values())


def test_moving_to_what_is_equally_good_is_no_improvement() -> None:
    model = conflict({A: [(0, 1)]}, {"a": [3, 3], "b": [0, 0]})
    assert is_stable("nash", "a", 0, model)


def test_gmr_counts_a_sanction_that_hurts_its_author_and_seq_does_not() -> None:
    moves: Moves = {A: [(0, 1)], B: [(1, 2)]}
    unwilling = conflict(moves, {"a": [1, 2, 0], "b": [0, 2, 1]})
    assert is_stable("gmr", "a", 0, unwilling)
    assert not is_stable("seq", "a", 0, unwilling)
    willing = conflict(moves, {"a": [1, 2, 0], "b": [0, 1, 2]})
    assert is_stable("seq", "a", 0, willing)


def test_smr_and_sseq_ask_that_the_sanction_cannot_be_escaped() -> None:
    moves: Moves = {A: [(0, 1), (2, 3)], B: [(1, 2)]}
    model = conflict(moves, {"a": [1, 2, 0, 3], "b": [0, 1, 2, 0]})
    stable = {concept for concept in CONCEPTS if is_stable(concept, "a", 0, model)}
    assert stable == {"gmr", "seq"}


def test_a_sanction_that_leads_back_to_the_start_counts() -> None:
    model = conflict({A: [(0, 1)], B: [(1, 0)]}, {"a": [0, 1], "b": [1, 0]})
    stable = {concept for concept in CONCEPTS if is_stable(concept, "a", 0, model)}
    assert stable == {"gmr", "seq"}  # from 0 it could leave again, so it mends the sanction


def test_nobody_moves_twice_in_succession() -> None:
    model = conflict({A: [(0, 1)], B: [(1, 2), (2, 3)]}, {"a": [1, 2, 2, 0], "b": [0] * 4})
    assert not is_stable("gmr", "a", 0, model)


def test_a_party_may_move_again_after_another_has() -> None:
    moves: Moves = {A: [(0, 1)], B: [(1, 2), (3, 4)], C: [(2, 3)]}
    model = conflict(moves, {"a": [1, 2, 2, 2, 0], "b": [0] * 5, "c": [0] * 5})
    assert is_stable("gmr", "a", 0, model)


def test_a_move_there_and_back_does_not_free_another_to_move_twice() -> None:
    """c can go from 2 to 5 and back, but not both at once; so b is not let on from 2 to 3."""
    moves: Moves = {A: [(0, 1)], B: [(1, 2), (2, 3)], C: [(2, 5), (5, 2)]}
    ranks = {"a": [1, 2, 2, 0, 0, 2], "b": [0] * 6, "c": [0] * 6}
    assert not is_stable("gmr", "a", 0, conflict(moves, ranks))
    with_d = conflict({**moves, D: [(5, 2)]}, {**ranks, "d": [0] * 6})
    assert is_stable("gmr", "a", 0, with_d)


def test_a_joint_move_improves_only_when_every_member_prefers_it() -> None:
    moves: Moves = {("a", "b"): [(0, 1)]}
    assert not is_stable("nash", "a", 0, conflict(moves, {"a": [0, 1], "b": [0, 1]}))
    for b in ([1, 0], [0, 0]):
        model = conflict(moves, {"a": [0, 1], "b": b})
        assert is_stable("nash", "a", 0, model)
        assert is_stable("nash", "b", 0, model)


def test_a_joint_move_with_the_party_in_it_cannot_be_used_against_it() -> None:
    model = conflict({A: [(0, 1)], ("a", "b"): [(1, 2)]}, {"a": [1, 2, 0], "b": [0, 0, 1]})
    assert not is_stable("gmr", "a", 0, model)


@pytest.mark.parametrize(("c", "answered"), [([0, 0, 1], True), ([0, 0, 0], False)])
def test_others_answer_together_when_all_of_them_prefer_it(c: list[int], answered: bool) -> None:
    model = conflict({A: [(0, 1)], ("b", "c"): [(1, 2)]}, {"a": [1, 2, 0], "b": [0, 0, 1], "c": c})
    assert is_stable("gmr", "a", 0, model)
    assert is_stable("seq", "a", 0, model) == answered


@pytest.mark.parametrize(("c", "mended"), [([0, 0, 0, 1], True), ([0, 0, 0, 0], False)])
def test_a_partner_helps_out_of_a_sanction_only_when_it_prefers_to(
    c: list[int], mended: bool
) -> None:
    moves: Moves = {A: [(0, 1)], B: [(1, 2)], ("a", "c"): [(2, 3)]}
    model = conflict(moves, {"a": [1, 2, 0, 3], "b": [0, 0, 1, 0], "c": c})
    assert is_stable("smr", "a", 0, model) != mended
    assert is_stable("sseq", "a", 0, model) != mended


def test_a_group_that_has_moved_may_not_move_again_at_once_but_its_member_may() -> None:
    group: Movers = ("b", "c")
    ranks = {"a": [1, 2, 2, 0], "b": [0] * 4, "c": [0] * 4}
    again = conflict({A: [(0, 1)], group: [(1, 2), (2, 3)]}, ranks)
    assert not is_stable("gmr", "a", 0, again)
    member = conflict({A: [(0, 1)], group: [(1, 2)], B: [(2, 3)]}, ranks)
    assert is_stable("gmr", "a", 0, member)


def test_a_concept_that_is_not_known_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(Misuse, match=r"'sqe' is no stability concept.*did you mean 'seq'"):
        stability_of(conflict({A: [(0, 1)]}, {"a": [0, 1]}), ("sqe",))
