from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from tests.workbench.made_up import FISHERIES, MODEL, MOVES
from winset.errors import Misuse
from winset.workbench.analysis import find_settlement, find_stability
from winset.workbench.shapes import number


def test_each_question_takes_its_own_model_of_a_case() -> None:
    assert find_settlement(FISHERIES).chosen.version.name == "settlement"
    assert find_stability(FISHERIES).chosen.version.name == "moves"
    assert find_stability(FISHERIES, wanted="settlement").space.count == 4 * 2 * 2


def test_an_answer_knows_its_lines_and_the_record_behind_them() -> None:
    answer = find_settlement(FISHERIES, dt.date(2003, 5, 1))
    (block,) = answer.found.blocks
    assert {answer.line(name).because for name in block.lines} == {("s1",), ("s2",)}
    assert {one.id for one in answer.chosen.record.statements} >= {"s1", "s2"}


def test_routes_lead_from_the_status_quo_to_states_that_last() -> None:
    answer = find_stability(MOVES)
    starts = {route.start for route in answer.routes}
    assert starts == {answer.space.status_quo}
    assert [len(route.steps) for route in answer.routes] == [0, 1]


def test_a_model_without_a_status_quo_has_no_routes() -> None:
    assert find_stability(MODEL).routes == ()


def test_senseless_questions_are_misuse() -> None:
    with pytest.raises(Misuse, match="1 or more"):
        find_settlement(MODEL, limit=0)
    with pytest.raises(Misuse, match="expected one of nash"):
        find_stability(MOVES, ["stackelberg"])


@pytest.mark.parametrize(
    ("value", "shown"),
    [(Fraction(6, 2), 3), (Fraction(7, 2), 3.5), (2.0, 2), (0.25, 0.25), (10**30, 10**30)],
)
def test_whole_numbers_are_integers_in_json(value: Fraction | float, shown: float) -> None:
    assert number(value) == shown
    assert type(number(value)) is type(shown)
