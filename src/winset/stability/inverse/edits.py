"""Edits of a party's order of statements: one moved, dropped, added or denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from winset.model.expressions import Compare, Expression, Name, Not
from winset.model.issues import Issue

Order = tuple[Expression, ...]


class Kind(Enum):
    """What is done to a statement."""

    MOVE = "move"
    DROP = "drop"
    NEGATE = "negate"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Edit:
    """One statement moved, dropped, denied or added; places count from 1, 0 is none.

    `place` is where it stands among the statements as they are before this edit, `to` where it
    stands after it.
    """

    kind: Kind
    party: str
    statement: Expression
    place: int
    to: int


def edits_of(
    party: str, order: Order, offered: Sequence[Expression]
) -> Iterator[tuple[Edit, Order]]:
    """Every edit of an order, with the order after it: moves, drops, denials, then additions."""
    for place, statement in enumerate(order):
        others = (*order[:place], *order[place + 1 :])
        for to in range(len(order)):
            if to != place:
                moved = (*others[:to], statement, *others[to:])
                yield Edit(Kind.MOVE, party, statement, place + 1, to + 1), moved
    for place, statement in enumerate(order):
        others = (*order[:place], *order[place + 1 :])
        yield Edit(Kind.DROP, party, statement, place + 1, 0), others
    for place, statement in enumerate(order):
        denied = (*order[:place], denial(statement), *order[place + 1 :])
        yield Edit(Kind.NEGATE, party, statement, place + 1, place + 1), denied
    for statement in offered:
        if statement not in order:
            for to in range(len(order) + 1):
                added = (*order[:to], statement, *order[to:])
                yield Edit(Kind.ADD, party, statement, 0, to + 1), added


def denial(statement: Expression) -> Expression:
    """What holds where a statement does not."""
    return statement.part if isinstance(statement, Not) else Not(statement)


def single_options(issues: Sequence[Issue]) -> tuple[Expression, ...]:
    """The statements that may be added: an option, and its denial."""
    found: list[Expression] = []
    for issue in issues:
        for option in issue.options:
            held: Expression = Compare(issue.id, "=", (option,))
            if issue.yes_no:
                held = Name(issue.id)
            if not issue.yes_no or option == "yes":
                found += [held, Not(held)]
    return tuple(found)
