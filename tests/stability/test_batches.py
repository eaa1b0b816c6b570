"""Words of 64 answers: packed, and carried along moves and legal sequences."""

from __future__ import annotations

import numpy as np

from tests.reference.stability import Plain, replies
from tests.stability.conflicts import as_arrays, made_up
from winset.stability import Relation
from winset.stability.concepts.batches import after, after_any, after_sequences, packed
from winset.stability.moves.groups import FreeMoves


def marks(seed: int, count: int, questions: int) -> np.ndarray:
    return np.random.default_rng(seed).random((count, questions)) < 0.3


def unpacked(words: np.ndarray, questions: int) -> list[list[bool]]:
    return [[bool(int(word) >> bit & 1) for bit in range(questions)] for word in words]


def test_packing_keeps_every_answer_in_its_place() -> None:
    for questions in (1, 3, 63, 64):
        answers = marks(questions, 5, questions)
        assert unpacked(packed(answers), questions) == answers.tolist()


def test_one_move_is_followed_in_blocks_as_in_lists() -> None:
    free = 0
    for seed in range(200):
        model = as_arrays(made_up(seed))
        words = packed(marks(seed, model.count, 64))
        for moves in model.moves:
            free += isinstance(moves, FreeMoves)
            listed = Relation(moves.movers, moves.starts, moves.targets)
            assert np.array_equal(after(words, moves), after(words, listed)), seed
    assert free > 50


def test_sequences_find_what_the_plain_engine_reaches() -> None:
    for seed in range(100):
        plain = made_up(seed)
        outsider = Plain((*plain.parties, "z"), plain.count, plain.moves, plain.ranks)
        answers = np.eye(plain.count, dtype=np.bool_)
        found = after_sequences(packed(answers), as_arrays(plain).moves)
        for state in range(plain.count):
            reached = replies(outsider, "z", state, improving=False)
            assert {k for k in range(plain.count) if int(found[state]) >> k & 1} == reached, seed


def test_nothing_is_found_where_nobody_moves() -> None:
    words = packed(np.ones((3, 64), dtype=np.bool_))
    assert not after_any(words, ()).any()
    assert not after_sequences(words, ()).any()
