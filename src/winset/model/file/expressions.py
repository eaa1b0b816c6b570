"""Expressions of the file, with their faults noted at their keys."""

from __future__ import annotations

from collections.abc import Mapping

from winset.model.expressions import Expression
from winset.model.file.tables import Faults, Table
from winset.model.issues import Issue
from winset.model.vocabulary import Checked, checked_expression, checked_formula

Issues = Mapping[str, Issue]


def read_expression(table: Table, name: str, issues: Issues) -> Expression | None:
    """The expression at a key; None when left out or faulty."""
    text = table.text(name)
    if not isinstance(table.data.get(name), str):
        return None
    return expression_of(text, table.path(name), issues, table.faults)


def read_expressions(table: Table, name: str, issues: Issues) -> tuple[Expression, ...]:
    """The expressions of a list; faulty ones are left out."""
    found = (expression_of(text, key, issues, table.faults) for key, text in table.texts(name))
    return tuple(expression for expression in found if expression is not None)


def expression_of(text: str, key: str, issues: Issues, faults: Faults) -> Expression | None:
    """The expression in a text, checked against the issues; None when faulty."""
    return _noted(checked_expression(text, issues), key, faults)


def read_formula(table: Table, name: str, known: tuple[str, ...]) -> Expression | None:
    """A `ratify` formula: over known names, and true of more when more accept."""
    text = table.text(name)
    if not isinstance(table.data.get(name), str):
        return None
    return _noted(checked_formula(text, known), table.path(name), table.faults)


def _noted(checked: Checked, key: str, faults: Faults) -> Expression | None:
    expression, problems = checked
    for problem in problems:
        faults.take(key, problem)
    return expression
