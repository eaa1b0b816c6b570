"""Paths from the status quo."""

from __future__ import annotations

import pytest

from tests.reference.stability import Arrow, Plain, distances
from tests.stability.conflicts import as_arrays, made_up
from winset.errors import Misuse
from winset.stability import Conflict, Path, Step
from winset.stability.evolution import all_paths_in, paths_in

A, B = ("a",), ("b",)
Steps = tuple[Arrow, ...]


def conflict(*arrows: Arrow) -> Conflict:
    return as_arrays(Plain(("a", "b"), 5, frozenset(arrows), {"a": [0, 1, 2, 3, 4], "b": [0] * 5}))


def test_the_start_is_reached_without_a_move() -> None:
    assert paths_in(conflict(), 2, [2], improvements=True) == (Path(2, 2, ()),)


def test_what_cannot_be_reached_is_left_out() -> None:
    assert paths_in(conflict((A, 0, 1)), 0, [4, 1], improvements=False) == (
        Path(0, 1, (Step(A, 0, 1),)),
    )


def test_movers_take_turns() -> None:
    """From 0 to 2 a alone would need two moves at once; through b it takes three."""
    model = conflict((A, 0, 1), (A, 1, 2), (B, 1, 3), (B, 3, 1), (A, 3, 2))
    (path,) = paths_in(model, 0, [2], improvements=False)
    assert path.steps == (Step(A, 0, 1), Step(B, 1, 3), Step(A, 3, 2))


def test_improvements_leave_out_moves_the_mover_does_not_prefer() -> None:
    model = conflict((A, 0, 1), (B, 1, 2), (A, 2, 3))
    assert paths_in(model, 0, [3], improvements=True) == ()
    assert len(paths_in(model, 0, [3], improvements=False)) == 1


def test_of_equally_short_paths_the_one_by_the_first_party_is_given() -> None:
    (path,) = paths_in(conflict((B, 0, 1), (A, 0, 1)), 0, [1], improvements=False)
    assert path.steps == (Step(A, 0, 1),)


def test_joint_moves_name_everyone_who_agrees() -> None:
    (path,) = paths_in(conflict((("a", "b"), 0, 4)), 0, [4], improvements=False)
    assert path.steps == (Step(("a", "b"), 0, 4),)


@pytest.mark.parametrize(("start", "target"), [(5, 0), (-1, 0), (0, 5)])
def test_a_state_that_does_not_exist_is_refused(start: int, target: int) -> None:
    with pytest.raises(Misuse, match="no state"):
        paths_in(conflict(), start, [target], improvements=False)


def listed(model: Plain, start: int, end: int, length: int, improving: bool) -> set[Steps]:
    """Every legal sequence of that many moves between two states, one move at a time."""
    found: set[Steps] = {()}
    for _ in range(length):
        found = {
            (*steps, (movers, begin, to))
            for steps in found
            for movers, begin, to in model.moves
            if begin == (steps[-1][2] if steps else start)
            and (not steps or steps[-1][0] != movers)
            and (not improving or model.all_like(movers, to, begin))
        }
    return {steps for steps in found if (steps[-1][2] if steps else start) == end}


@pytest.mark.parametrize("improving", [False, True])
def test_all_shortest_sequences_are_those_listed_one_by_one(improving: bool) -> None:
    several = 0
    for seed in range(400):
        model = made_up(seed)
        lengths = distances(model, 0, improving)
        for route in all_paths_in(as_arrays(model), 0, range(model.count), improving, 10**6):
            found = [
                tuple((step.movers, step.start, step.end) for step in path.steps)
                for path in route.paths
            ]
            expected = listed(model, 0, route.end, lengths[route.end], improving)
            assert set(found) == expected, (seed, route.end)
            assert len(found) == len(expected), (seed, route.end)
            several += len(found) > 1
    assert several > 20


def test_a_limit_on_the_sequences_is_owned_up_to() -> None:
    model = conflict((A, 0, 1), (B, 0, 1), (A, 1, 2), (B, 1, 2))
    (some,) = all_paths_in(model, 0, [2], improvements=False, limit=1)
    assert (len(some.paths), some.complete) == (1, False)
    (every,) = all_paths_in(model, 0, [2], improvements=False, limit=2)
    assert (len(every.paths), every.complete) == (2, True)


def test_the_first_of_all_paths_is_the_path_given_alone() -> None:
    for seed in range(100):
        model = as_arrays(made_up(seed))
        routes = all_paths_in(model, 0, range(model.count), improvements=False)
        alone = paths_in(model, 0, range(model.count), improvements=False)
        assert tuple(route.paths[0] for route in routes) == alone
