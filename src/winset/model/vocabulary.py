"""Texts of expressions, parsed, with every name in them held against what is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from winset.model.expressions import And, Compare, Count, Expression, Name, Or, walk
from winset.model.issues import Issue
from winset.model.parser import ExpressionError, Leaf, Parsed, parse_located
from winset.model.wording import unknown_name
from winset.problems import Problem

Checked = tuple[Expression | None, tuple[Problem, ...]]
"""An expression without problems, or None and its problems."""


def checked_expression(text: str, issues: Mapping[str, Issue]) -> Checked:
    """The expression over issues that a text states."""
    try:
        parsed = parse_located(text)
    except ExpressionError as error:
        return None, (_problem(error),)
    problems = tuple(p for leaf in parsed.leaves for p in _leaf_problems(leaf, issues))
    return (None if problems else parsed.expression), problems


def checked_formula(text: str, known: tuple[str, ...]) -> Checked:
    """The formula over known names that a text states, true of more when more accept."""
    try:
        parsed = parse_located(text)
    except ExpressionError as error:
        return None, (_problem(error),)
    found = [p for leaf in parsed.leaves for p in _formula_leaf_problems(leaf, known)]
    problems = (*found, *_falling(parsed))
    return (None if problems else parsed.expression), problems


def _problem(error: ExpressionError) -> Problem:
    return Problem(
        error.message, column=error.column, expected=error.expected, nearest=error.nearest
    )


def _leaf_problems(leaf: Leaf, issues: Mapping[str, Issue]) -> Iterator[Problem]:
    name = leaf.node.issue if isinstance(leaf.node, Compare) else leaf.node.name
    if name not in issues:
        yield unknown_name("issue", name, tuple(issues), leaf.column)
    elif isinstance(leaf.node, Compare):
        yield from _comparison_problems(leaf, leaf.node, issues[name])
    elif not issues[name].yes_no:
        yield Problem(
            f"{name!r} is not a yes/no issue",
            column=leaf.column,
            expected=f"a comparison such as '{name} = {issues[name].options[0]}'",
        )


def _comparison_problems(leaf: Leaf, node: Compare, issue: Issue) -> Iterator[Problem]:
    if node.sign in ("<", "<=", ">", ">=") and not issue.ordered:
        yield Problem(
            f"the options of {issue.id!r} have no order, so {node.sign!r} says nothing",
            column=leaf.column,
            expected=f"'ordered = true' in [issues.{issue.id}], or '=', '!=' or 'in'",
        )
    for option, column in zip(node.options, leaf.option_columns, strict=True):
        if option not in issue.options:
            yield unknown_name(f"option of {issue.id!r}", option, issue.options, column)


def _formula_leaf_problems(leaf: Leaf, known: tuple[str, ...]) -> Iterator[Problem]:
    if isinstance(leaf.node, Compare):
        yield Problem(
            f"{leaf.node.issue!r} is compared with an option",
            column=leaf.column,
            expected="names of factions and bodies only",
        )
    elif leaf.node.name not in known:
        yield unknown_name("faction or body", leaf.node.name, known, leaf.column)


def _falling(parsed: Parsed) -> Iterator[Problem]:
    """The first connective that may turn false because more accept."""
    for node in walk(parsed.expression):
        grows = isinstance(node, Name | Compare | And | Or)
        if grows or (isinstance(node, Count) and node.bound == "at least"):
            continue
        word = node.bound if isinstance(node, Count) else type(node).__name__.lower()
        yield Problem(
            f"{word!r} cannot stand in a formula for ratification",
            expected="'and', 'or' and 'at least': ratification never fails because more accept",
        )
        return
