"""Expressions over issues (and, in `ratify`, over factions and bodies): the tree and its walks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Name:
    """A yes/no issue that is yes; in a `ratify` formula, a faction or body that accepts."""

    name: str


@dataclass(frozen=True, slots=True)
class Compare:
    """An issue held against one option (`=`, `!=`, `<`, `<=`, `>`, `>=`) or several (`in`)."""

    issue: str
    sign: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """True where `part` is false."""

    part: Expression


@dataclass(frozen=True, slots=True)
class And:
    """True where every part is."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """True where some part is."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class If:
    """`then if condition`: true where the condition is false or `then` is true."""

    then: Expression
    condition: Expression


@dataclass(frozen=True, slots=True)
class Iff:
    """True where both sides are, or neither is."""

    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Count:
    """`at least`, `at most` or `exactly` (`bound`) `number` of the parts are true."""

    bound: str
    number: int
    parts: tuple[Expression, ...]


Expression = Name | Compare | Not | And | Or | If | Iff | Count


def children(expression: Expression) -> tuple[Expression, ...]:
    """The expressions directly inside, in the order they are written."""
    match expression:
        case Name() | Compare():
            return ()
        case Not(part):
            return (part,)
        case If(first, second) | Iff(first, second):
            return (first, second)
        case And(parts) | Or(parts) | Count(_, _, parts):
            return parts


def walk(expression: Expression) -> Iterator[Expression]:
    """Every expression within, outermost and leftmost first; safe at any depth."""
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(children(node)))


def fold(
    expression: Expression, combine: Callable[[Expression, tuple[Value, ...]], Value]
) -> Value:
    """The value `combine` gives an expression from the values of its parts; safe at any depth."""
    waiting: list[tuple[Expression, bool]] = [(expression, False)]
    values: list[Value] = []
    while waiting:
        node, parts_done = waiting.pop()
        parts = children(node)
        if parts_done or not parts:
            cut = len(values) - len(parts)
            inner = tuple(values[cut:])
            del values[cut:]
            values.append(combine(node, inner))
        else:
            waiting.append((node, True))
            waiting.extend((part, False) for part in reversed(parts))
    return values[0]


def mentioned(expression: Expression) -> tuple[str, ...]:
    """Names of the issues (in `ratify`: factions and bodies) in it, in order, each once.

    >>> mentioned(And((Name("insist"), Compare("uniroyal", "=", ("accept",)), Name("insist"))))
    ('insist', 'uniroyal')
    """
    names = [
        node.issue if isinstance(node, Compare) else node.name
        for node in walk(expression)
        if isinstance(node, Name | Compare)
    ]
    return tuple(dict.fromkeys(names))
