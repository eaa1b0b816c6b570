"""Reading, writing and reading again gives the same model, and the same bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import expressions, models, patient
from winset.model import parse_expression, read_model, write_expression, write_model
from winset.model.issues import Issue
from winset.model.model import Model

_ISSUES = (
    Issue("modify"),
    Issue("of"),
    Issue("area", "", ("none", "half of it", "in"), False, True),
)


@patient
@given(models())
def test_a_model_reads_back_as_it_was_written(model: Model) -> None:
    assert read_model(write_model(model)) == model


@patient
@given(models())
def test_writing_what_was_read_gives_the_same_text(model: Model) -> None:
    text = write_model(model)
    assert write_model(read_model(text.encode())) == text


@patient
@given(st.data())
def test_an_expression_reads_back_as_it_was_written(data: st.DataObject) -> None:
    expression = data.draw(expressions(_ISSUES))
    assert parse_expression(write_expression(expression)) == expression
