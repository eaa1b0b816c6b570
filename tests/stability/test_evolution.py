"""Paths from the status quo."""

from __future__ import annotations

import pytest

from tests.reference.stability import Arrow, Plain
from tests.stability.conflicts import as_arrays
from winset.errors import Misuse
from winset.stability import Conflict, Path, Step
from winset.stability.evolution import paths_in

A, B = ("a",), ("b",)


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
