"""Expressions of the file: parsed, and every name in them held against what is known."""

from __future__ import annotations

from collections.abc import Mapping

from winset.model.expressions import And, Compare, Count, Expression, Name, Or, walk
from winset.model.file.tables import Faults, Table
from winset.model.issues import Issue
from winset.model.parser import ExpressionError, Leaf, Parsed, parse_located

Issues = Mapping[str, Issue]


def read_expression(table: Table, name: str, issues: Issues) -> Expression | None:
    """The expression at a key; None when left out or faulty."""
    if not table.has(name):
        return None
    text = table.text(name)
    key = table.path(name)
    if not text and not isinstance(table.data[name], str):
        return None
    return expression_of(text, key, issues, table.faults)


def read_expressions(table: Table, name: str, issues: Issues) -> tuple[Expression, ...]:
    """The expressions of a list; faulty ones are left out."""
    found = (expression_of(text, key, issues, table.faults) for key, text in table.texts(name))
    return tuple(expression for expression in found if expression is not None)


def expression_of(text: str, key: str, issues: Issues, faults: Faults) -> Expression | None:
    """The expression in a text, checked against the issues; None when faulty."""
    parsed = _parsed(text, key, faults)
    if parsed is None:
        return None
    known = len(faults.problems)
    for leaf in parsed.leaves:
        _check_leaf(leaf, key, issues, faults)
    return parsed.expression if len(faults.problems) == known else None


def read_formula(table: Table, name: str, known: tuple[str, ...]) -> Expression | None:
    """A `ratify` formula: over known names, and true of more when more accept."""
    if not table.has(name) or not isinstance(table.data[name], str):
        table.text(name)
        return None
    key = table.path(name)
    parsed = _parsed(table.text(name), key, table.faults)
    if parsed is None:
        return None
    before = len(table.faults.problems)
    for leaf in parsed.leaves:
        _check_formula_leaf(leaf, key, known, table.faults)
    _check_grows(parsed, key, table.faults)
    return parsed.expression if len(table.faults.problems) == before else None


def _parsed(text: str, key: str, faults: Faults) -> Parsed | None:
    try:
        return parse_located(text)
    except ExpressionError as error:
        faults.add(
            key,
            error.message,
            column=error.column,
            expected=error.expected,
            nearest=error.nearest,
        )
        return None


def _check_leaf(leaf: Leaf, key: str, issues: Issues, faults: Faults) -> None:
    name = leaf.node.issue if isinstance(leaf.node, Compare) else leaf.node.name
    if name not in issues:
        faults.unknown(key, "issue", name, issues, leaf.column)
    elif isinstance(leaf.node, Name):
        _check_yes_no(issues[name], key, leaf.column, faults)
    else:
        _check_comparison(leaf, leaf.node, issues[name], key, faults)


def _check_yes_no(issue: Issue, key: str, column: int, faults: Faults) -> None:
    if not issue.yes_no:
        faults.add(
            key,
            f"{issue.id!r} is not a yes/no issue",
            column=column,
            expected=f"a comparison such as '{issue.id} = {issue.options[0]}'",
        )


def _check_comparison(leaf: Leaf, node: Compare, issue: Issue, key: str, faults: Faults) -> None:
    if node.sign in ("<", "<=", ">", ">=") and not issue.ordered:
        faults.add(
            key,
            f"the options of {issue.id!r} have no order, so {node.sign!r} says nothing",
            column=leaf.column,
            expected=f"'ordered = true' in [issues.{issue.id}], or '=', '!=' or 'in'",
        )
    for option, column in zip(node.options, leaf.option_columns, strict=True):
        if option not in issue.options:
            faults.unknown(key, f"option of {issue.id!r}", option, issue.options, column)


def _check_formula_leaf(leaf: Leaf, key: str, known: tuple[str, ...], faults: Faults) -> None:
    if isinstance(leaf.node, Compare):
        faults.add(
            key,
            f"{leaf.node.issue!r} is compared with an option",
            column=leaf.column,
            expected="names of factions and bodies only",
        )
    elif leaf.node.name not in known:
        faults.unknown(key, "faction or body", leaf.node.name, known, leaf.column)


def _check_grows(parsed: Parsed, key: str, faults: Faults) -> None:
    for node in walk(parsed.expression):
        grows = isinstance(node, Name | Compare | And | Or)
        if grows or (isinstance(node, Count) and node.bound == "at least"):
            continue
        word = node.bound if isinstance(node, Count) else type(node).__name__.lower()
        faults.add(
            key,
            f"{word!r} cannot stand in a formula for ratification",
            expected="'and', 'or' and 'at least': ratification never fails because more accept",
        )
        return
