"""Expressions: what they mean, and what a faulty one is told."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import expressions, patient
from winset.model import ExpressionError, mentioned, parse_expression, write_expression
from winset.model.expressions import (
    And,
    Compare,
    Count,
    Expression,
    If,
    Iff,
    Name,
    Not,
    Or,
    fold,
    walk,
)
from winset.model.issues import Issue
from winset.model.parser import DEEPEST, LONGEST

A, B, C = Name("a"), Name("b"), Name("c")


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("a", A),
        ("not a = b", Not(Compare("a", "=", ("b",)))),
        ("not a and b", And((Not(A), B))),
        ("a or b and c", Or((A, And((B, C))))),
        ("(a or b) and c", And((Or((A, B)), C))),
        ("a and b and c", And((A, B, C))),
        ("a and (b and c)", And((A, And((B, C))))),
        ("a or b if c", If(Or((A, B)), C)),
        ("a if b or c", If(A, Or((B, C)))),
        ("a iff b if c", If(Iff(A, B), C)),
        ("a if b if c", If(If(A, B), C)),
        ("not not a", Not(Not(A))),
        ("not (a if b)", Not(If(A, B))),
        ("a in {x, 2, 'y z'}", Compare("a", "in", ("x", "2", "y z"))),
        ("a<=x", Compare("a", "<=", ("x",))),
        ("at least 2 of (a, b or c, c)", Count("at least", 2, (A, Or((B, C)), C))),
        ("exactly 0 of (a)", Count("exactly", 0, (A,))),
        ("at   most\n1 of (a, b)", Count("at most", 1, (A, B))),
        ("iffy and android", And((Name("iffy"), Name("android")))),
        ("'and' and \"not\"", And((Name("and"), Name("not")))),
        ("北方 = 'größer als'", Compare("北方", "=", ("größer als",))),
        ("שלום or می‌خواهد", Or((Name("שלום"), Name("می‌خواهد")))),
        ("e\u0301tat", Name("\u00e9tat")),
    ],
)
def test_a_text_means(text: str, expression: Expression) -> None:
    assert parse_expression(text) == expression
    assert parse_expression(write_expression(expression)) == expression


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("", 0, "the expression is empty"),
        (" \n", 0, "the expression is empty"),
        ("a an b", 3, "'an' cannot stand here.*did you mean 'and'"),
        ("a and", 6, "ends too soon; expected a name, 'not'"),
        ("a = ", 5, "ends too soon; expected a name$"),
        ("(a", 3, "ends too soon.*'\\)'"),
        ("a)", 2, "'\\)' cannot stand here"),
        ("a == b", 4, "'=' cannot stand here; expected a name"),
        ("a = b = c", 7, "'=' cannot stand here"),
        ("a ≠ b", 3, "did you mean '!='"),
        ("a ! b", 3, "cannot stand here"),
        ("a & b", 3, "did you mean 'and'"),
        ("x in a", 6, "expected '{'"),
        ("x in {a", 8, "expected ',' or '}'"),
        ("x in {}", 7, "expected a name"),
        ("'x = 1", 1, "the quote is not closed"),
        ("'' = 1", 1, "the quotes are empty"),
        ("at lest 2 of (a)", 4, "did you mean 'least'"),
        ("at least two of (a, b)", 10, "'two' is not a number"),
        ("at least 5 of (a, b)", 10, "a number from 0 to 2"),
        ("a.b", 2, "'.' cannot stand here"),
        ("a and\n$x", 7, "'\\$' cannot stand here"),
        ("x" * 200, 1, "the name is too long"),
        ("\x00", 1, "cannot stand here"),
        ("a # b", 3, "cannot stand here"),
    ],
)
def test_a_fault_is_told_with_its_column(text: str, column: int, message: str) -> None:
    with pytest.raises(ExpressionError, match=message) as caught:
        parse_expression(text)
    assert caught.value.column == column


@pytest.mark.parametrize(
    "text",
    [
        "(" * 100_000 + "a" + ")" * 100_000,
        "(" * 4_000 + "a" + ")" * 4_000,
        "(" * 100_000,
        ")" * 100_000,
        "not " * 2_000 + "a",
        "not " * 1_000_000 + "a",
        "a" + " iff a" * 1_500,
        "a" + " if a" * 1_500,
        "at least 1 of (" * 600 + "a" + ")" * 600,
        "a and " * 1_000_000,
    ],
)
def test_a_huge_or_deep_expression_ends_in_a_message_at_once(text: str) -> None:
    started = time.perf_counter()
    with pytest.raises(ExpressionError, match=r"characters|nested too deeply|cannot stand here"):
        parse_expression(text)
    assert time.perf_counter() - started < 5


def test_a_long_but_flat_expression_is_read() -> None:
    expression = parse_expression(" and ".join(f"a{number}" for number in range(900)))
    assert isinstance(expression, And)
    assert len(expression.parts) == 900


def test_the_limits_are_reached_exactly() -> None:
    assert parse_expression("not " * (DEEPEST - 1) + "a")
    with pytest.raises(ExpressionError, match="nested too deeply"):
        parse_expression("not " * DEEPEST + "a")
    assert parse_expression(" " * (LONGEST - 1) + "a")
    with pytest.raises(ExpressionError, match="characters"):
        parse_expression(" " * LONGEST + "a")


def test_walks_are_safe_at_any_depth() -> None:
    expression: Expression = A
    for _ in range(50_000):
        expression = Not(expression)
    assert mentioned(expression) == ("a",)
    assert sum(1 for _ in walk(expression)) == 50_001
    assert write_expression(expression).count("not ") == 50_000
    assert fold(expression, lambda node, parts: 1 + sum(parts)) == 50_001


@patient
@given(st.text(alphabet="ab()=<>!{},'\" \nnotifandr2≠", max_size=40))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    fault = _fault(text)
    if fault is None:
        expression = parse_expression(text)
        assert parse_expression(write_expression(expression)) == expression
    else:
        assert 0 <= fault.column <= len(text) + 1
        assert fault.message


def _fault(text: str) -> ExpressionError | None:
    try:
        parse_expression(text)
    except ExpressionError as error:
        return error
    return None


@patient
@given(expressions((Issue("x"), Issue("y", "", ("p", "q"), False))))
def test_names_are_mentioned_once_each(expression: Expression) -> None:
    names = mentioned(expression)
    assert len(set(names)) == len(names)
    assert all(name in write_expression(expression) for name in names)
