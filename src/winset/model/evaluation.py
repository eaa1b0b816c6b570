"""The truth of expressions over many states at once."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from winset.errors import Misuse
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
)
from winset.model.issues import Issue

Truth = NDArray[np.bool_]
_SIGNS: dict[str, Callable[[Any, Any], Any]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_BOUNDS: dict[str, Callable[[Any, Any], Any]] = {
    "at least": operator.ge,
    "at most": operator.le,
    "exactly": operator.eq,
}


def evaluate(
    expression: Expression, values: Mapping[str, NDArray[Any]], issues: Mapping[str, Issue]
) -> Truth:
    """Where the expression is true; `values` hold option indices per issue, all of one shape."""

    def combine(node: Expression, parts: tuple[Truth, ...]) -> Truth:
        if isinstance(node, Name | Compare):
            return _leaf(node, values, issues)
        return _connected(node, parts)

    return fold(expression, combine)


def evaluate_names(expression: Expression, accepted: Mapping[str, Truth]) -> Truth:
    """Where a formula over names is true; `accepted` says where each name is."""

    def combine(node: Expression, parts: tuple[Truth, ...]) -> Truth:
        if isinstance(node, Name):
            return np.asarray(_known(node.name, accepted), dtype=np.bool_)
        return _connected(node, parts)

    return fold(expression, combine)


def _leaf(
    node: Name | Compare, values: Mapping[str, NDArray[Any]], issues: Mapping[str, Issue]
) -> Truth:
    if isinstance(node, Name):
        yes = _known(node.name, issues).options.index("yes")
        return np.asarray(_known(node.name, values) == yes)
    chosen, issue = _known(node.issue, values), _known(node.issue, issues)
    indices = [_option_index(issue, option) for option in node.options]
    if node.sign == "in":
        return np.asarray(np.isin(chosen, indices))
    return np.asarray(_SIGNS[node.sign](chosen, indices[0]))


def _connected(node: Expression, parts: tuple[Truth, ...]) -> Truth:
    match node:
        case Not():
            return np.logical_not(parts[0])
        case And():
            return np.asarray(np.logical_and.reduce(parts))
        case Or():
            return np.asarray(np.logical_or.reduce(parts))
        case If():
            return np.logical_or(parts[0], np.logical_not(parts[1]))
        case Iff():
            return np.asarray(parts[0] == parts[1])
        case Count(bound, number):
            trues = np.add.reduce([np.asarray(part, dtype=np.int64) for part in parts])
            return np.asarray(_BOUNDS[bound](trues, number))
        case Name() | Compare():
            raise Misuse("a comparison with an option cannot stand in a formula over names")


def _known(name: str, mapping: Mapping[str, Any]) -> Any:
    if name not in mapping:
        raise Misuse(f"{name!r} has no value here; known are {', '.join(mapping) or 'none'}")
    return mapping[name]


def _option_index(issue: Issue, option: str) -> int:
    if option not in issue.options:
        known = ", ".join(issue.options)
        raise Misuse(f"{option!r} is no option of {issue.id!r}; its options are {known}")
    return issue.options.index(option)
