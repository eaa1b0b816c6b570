"""Free moves: found where they are, and followed as the listed moves would be."""

from __future__ import annotations

import numpy as np
import pytest

from tests.stability.conflicts import as_arrays, made_up
from winset.stability import Conflict, Relation
from winset.stability.conflict import preferred
from winset.stability.moves.blocks import blocks_by_rank, labels_of
from winset.stability.moves.groups import FreeMoves
from winset.stability.moves.relations import HIGHEST, greatest_after


def relation(*rows: list[int]) -> Relation:
    starts = np.cumsum([0, *(len(row) for row in rows)])
    return Relation(("a",), starts, np.array([end for row in rows for end in row], dtype=np.int64))


def free_conflicts() -> list[Conflict]:
    conflicts = [as_arrays(made_up(seed)) for seed in range(400)]
    return [one for one in conflicts if all(isinstance(s, FreeMoves) for s in one.steps)]


def test_groups_are_found_whatever_their_sizes() -> None:
    label = labels_of(relation([3], [], [4, 5], [0], [5, 2], [2, 4]))
    assert label is not None
    blocks, number = blocks_by_rank(label, np.array([1, 0, 5, 0, 3, 4]))
    assert [block.T.tolist() for block in blocks.members] == [[[1]], [[3, 0]], [[4, 5, 2]]]
    assert blocks.of.tolist() == [1, 0, 2, 1, 2, 2]
    assert number[label].tolist() == blocks.of.tolist()


@pytest.mark.parametrize(
    "rows",
    [
        ([1], []),
        ([1], [0, 2], [1]),
        ([1], [2], [0]),
        ([1, 2], [0], [0]),
    ],
    ids=["one-way", "chain", "circle", "star"],
)
def test_moves_that_do_not_lead_from_any_to_any_are_no_groups(rows: tuple[list[int], ...]) -> None:
    assert labels_of(relation(*rows)) is None


def test_groups_and_lists_agree_on_the_least_and_greatest_one_move_away() -> None:
    conflicts = free_conflicts()
    assert len(conflicts) > 50
    chance = np.random.default_rng(1)
    for model in conflicts:
        values = chance.integers(0, 4, model.count)
        for listed, steps, improving in zip(model.moves, model.steps, model.improving, strict=True):
            liked = preferred(listed, listed.movers, model)
            for plain, quick in ((listed, steps), (liked, improving)):
                assert np.array_equal(plain.least_after(values), quick.least_after(values))
                assert np.array_equal(greatest_after(values, plain), greatest_after(values, quick))


def test_a_state_without_moves_has_no_least() -> None:
    assert relation([1], []).least_after(np.array([5, 7])).tolist() == [7, HIGHEST]
