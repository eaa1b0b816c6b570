"""From the tree of an expression to the text that reads back to it."""

from __future__ import annotations

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
from winset.model.names import quoted

_ATOM, _NEGATION, _CONJUNCTION, _DISJUNCTION, _IMPLICATION = range(5)
_Phrase = tuple[str, int]
"""A text and how loosely it binds."""


def write_expression(expression: Expression) -> str:
    """The text of an expression, with no more parentheses than it needs.

    >>> write_expression(Not(And((Name("modify"), Compare("uniroyal", "=", ("accept",))))))
    'not (modify and uniroyal = accept)'
    """
    return fold(expression, _phrase)[0]


def _phrase(node: Expression, parts: tuple[_Phrase, ...]) -> _Phrase:
    match node:
        case Name(name):
            return quoted(name), _ATOM
        case Compare():
            return _comparison(node), _ATOM
        case Not():
            return f"not {_within(parts[0], _NEGATION)}", _NEGATION
        case And():
            return " and ".join(_within(part, _NEGATION) for part in parts), _CONJUNCTION
        case Or():
            return " or ".join(_within(part, _CONJUNCTION) for part in parts), _DISJUNCTION
        case If() | Iff():
            word = "if" if isinstance(node, If) else "iff"
            left, right = _within(parts[0], _IMPLICATION), _within(parts[1], _DISJUNCTION)
            return f"{left} {word} {right}", _IMPLICATION
        case Count(bound, number):
            return f"{bound} {number} of ({', '.join(text for text, _ in parts)})", _ATOM


def _comparison(node: Compare) -> str:
    options = ", ".join(quoted(option) for option in node.options)
    if node.sign == "in":
        options = "{" + options + "}"
    return f"{quoted(node.issue)} {node.sign} {options}"


def _within(phrase: _Phrase, loosest: int) -> str:
    text, looseness = phrase
    return text if looseness <= loosest else f"({text})"
