"""Expressions over issues (and, in `ratify`, over factions and bodies): the tree and its value."""

from __future__ import annotations

from dataclasses import dataclass


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
