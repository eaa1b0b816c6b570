"""The value of expressions over arrays of states, against plain loops."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model import slow
from tests.strategies import expressions, formulas, patient
from winset.errors import Misuse
from winset.model import evaluate, evaluate_names, parse_expression
from winset.model.expressions import Expression, Not
from winset.model.issues import Issue
from winset.model.model import Model

_ISSUES = (
    Issue("treaty"),
    Issue("islands", "", ("none", "two", "four"), False, True),
    Issue("visits"),
)
_BY_ID = {issue.id: issue for issue in _ISSUES}
_EVERY = np.array(list(itertools.product(range(2), range(3), range(2))), dtype=np.int8)
_VALUES = {issue.id: _EVERY[:, place] for place, issue in enumerate(_ISSUES)}


@patient
@given(expressions(_ISSUES))
def test_values_are_those_of_the_definition(expression: Expression) -> None:
    model = Model(issues=_ISSUES)
    expected = [
        slow.is_true(
            expression,
            {i.id: i.options[row[place]] for place, i in enumerate(_ISSUES)},
            model,
        )
        for row in _EVERY.tolist()
    ]
    assert evaluate(expression, _VALUES, _BY_ID).tolist() == expected


@patient
@given(expressions(_ISSUES))
def test_values_keep_the_shape_of_the_states(expression: Expression) -> None:
    grid = {name: column.reshape(3, 4) for name, column in _VALUES.items()}
    found = evaluate(expression, grid, _BY_ID)
    assert found.shape == (3, 4)
    assert found.dtype == np.bool_
    assert (found.reshape(-1) == evaluate(expression, _VALUES, _BY_ID)).all()


@pytest.mark.parametrize(
    ("condition", "then", "holds"), [(1, 1, True), (1, 0, False), (0, 1, True), (0, 0, True)]
)
def test_a_if_b_fails_only_where_b_holds_without_a(condition: int, then: int, holds: bool) -> None:
    values = {"treaty": np.array(then), "visits": np.array(condition)}
    assert bool(evaluate(parse_expression("treaty if visits"), values, _BY_ID)) is holds


@patient
@given(formulas(("kantei", "diet", "court")), st.data())
def test_more_acceptance_never_undoes_ratification(
    formula: Expression, data: st.DataObject
) -> None:
    names = ("kantei", "diet", "court")
    rows = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=5, max_size=5)
    drawn = {name: np.array(data.draw(rows)) for name in names}
    fewer = {name: np.asarray(pair.all(axis=1)) for name, pair in drawn.items()}
    more = {name: np.asarray(pair.any(axis=1)) for name, pair in drawn.items()}
    assert (evaluate_names(formula, fewer) <= evaluate_names(formula, more)).all()


def test_names_without_a_value_are_refused() -> None:
    with pytest.raises(Misuse, match="'diet' has no value here; known are kantei"):
        evaluate_names(parse_expression("diet"), {"kantei": np.array([True])})
    with pytest.raises(Misuse, match="cannot stand in a formula over names"):
        evaluate_names(parse_expression("kantei = 2"), {"kantei": np.array([True])})
    with pytest.raises(Misuse, match="'peace' has no value here"):
        evaluate(parse_expression("peace"), _VALUES, _BY_ID)
    with pytest.raises(Misuse, match="'six' is no option of 'islands'"):
        evaluate(parse_expression("islands = six"), _VALUES, _BY_ID)


def test_evaluation_is_safe_at_any_depth() -> None:
    expression = parse_expression("treaty")
    for _ in range(10_000):
        expression = Not(expression)
    assert (evaluate(expression, _VALUES, _BY_ID) == (_VALUES["treaty"] == 1)).all()
