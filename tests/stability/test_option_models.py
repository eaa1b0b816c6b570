"""Models made of options: followed by blocks of states, and judged as the plain engine does."""

from __future__ import annotations

import numpy as np
import pytest

from tests.reference import stability as reference
from tests.stability.option_models import as_plain, made_of_options
from winset.model import Model
from winset.model.space import StateSpace, state_space
from winset.stability.conflict import conflict, preferred
from winset.stability.evolution import paths
from winset.stability.moves.covered import CoveredMoves
from winset.stability.moves.groups import FreeMoves
from winset.stability.moves.relations import Relation, greatest_after


def spaces(first: int, number: int) -> list[tuple[Model, StateSpace]]:
    models = [made_of_options(seed) for seed in range(first, first + number)]
    return [(model, state_space(model)) for model in models if reference_states(model)]


def reference_states(model: Model) -> int:
    return as_plain(model).count


def listed(space: StateSpace, group: tuple[str, ...]) -> Relation:
    moves = space.moves_of(group)
    return Relation(group, moves.starts, moves.targets)


def test_the_generator_makes_every_form() -> None:
    kinds = {"free": 0, "linked": 0, "covered": 0, "joint": 0, "in turn": 0}
    for _, space in spaces(0, 400):
        found = conflict(space)
        for moves in found.moves:
            free = isinstance(moves, FreeMoves)
            kinds["covered"] += isinstance(moves, CoveredMoves)
            kinds["free"] += isinstance(moves, FreeMoves) and moves.links is None
            kinds["linked"] += isinstance(moves, FreeMoves) and moves.links is not None
            kinds["joint"] += len(moves.movers) > 1
            kinds["in turn"] += free and not moves.transitive
            assert free or isinstance(moves, CoveredMoves), "nothing made of options is listed"
    assert min(kinds.values()) > 20, kinds


def test_blocks_and_lists_agree_on_what_is_one_move_away() -> None:
    chance = np.random.default_rng(2)
    for _, space in spaces(0, 300):
        found = conflict(space)
        values = chance.integers(0, 4, space.count)
        for moves, improving in zip(found.moves, found.improving, strict=True):
            plain = listed(space, moves.movers)
            liked = preferred(plain, moves.movers, found)
            for slow, quick in ((plain, moves), (liked, improving)):
                assert np.array_equal(slow.least_after(values), quick.least_after(values))
                assert np.array_equal(slow.least_within(values), quick.least_within(values))
                assert np.array_equal(greatest_after(values, slow), greatest_after(values, quick))


def test_values_of_eight_bytes_are_followed_from_block_to_block() -> None:
    """Looking ahead gives states values of more than four bytes, below those of no state."""
    chance = np.random.default_rng(4)
    for _, space in spaces(400, 200):
        values = chance.integers(-(2**60), 0, space.count)
        for moves in conflict(space).moves:
            slow = listed(space, moves.movers)
            there = np.diff(slow.starts) > 0
            found, expected = moves.least_after(values), slow.least_after(values)
            assert np.array_equal(found[there], expected[there])


def test_free_moves_are_listed_as_the_model_lists_them() -> None:
    chance = np.random.default_rng(3)
    for _, space in spaces(0, 300):
        for moves in conflict(space).moves:
            plain = listed(space, moves.movers)
            some = np.flatnonzero(chance.random(space.count) < 0.5)
            for one, other in zip(plain.successors(some), moves.successors(some), strict=True):
                assert one.tolist() == other.tolist()
            assert moves.starts.tolist() == plain.starts.tolist()
            assert moves.targets.tolist() == plain.targets.tolist()
            for state in range(space.count):
                before = plain.predecessors(state).tolist()
                assert moves.predecessors(state).tolist() == before
            if isinstance(moves, FreeMoves):
                assert moves.ends_of(some).tolist() == np.unique(plain.successors(some)[1]).tolist()


@pytest.mark.parametrize("improving", [False, True])
def test_paths_are_as_short_as_the_plain_engine_finds(improving: bool) -> None:
    for model, space in spaces(0, 150):
        found = paths(space, 0, range(space.count), improving)
        lengths = {path.end: len(path.steps) for path in found}
        assert lengths == reference.distances(as_plain(model), 0, improving)
