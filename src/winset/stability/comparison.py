"""What in a model makes a party prefer one state to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from winset.model.evaluation import evaluate
from winset.model.expressions import Expression

if TYPE_CHECKING:
    from winset.model.space import StateSpace


@dataclass(frozen=True, slots=True)
class Statement:
    """The statement of an order that decides: its number from 1, and which state it is true of."""

    number: int
    text: Expression
    true_of: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states as a party sees them: `sign` is 1 where it prefers the first, 0 for equal.

    `statement` is the most important one on which the states differ; where the party has no
    order of statements, or none tells the states apart, None. `places` are the places of the two
    in its ranking, 1 the best, states that are equally good sharing one.
    """

    party: str
    first: int
    second: int
    sign: int
    statement: Statement | None
    places: tuple[int, int]


def compare(space: StateSpace, party: str, first: int, second: int) -> Comparison:
    """How a party compares two states, with what decides it; raises Misuse for no such party."""
    ranks = space.ranks(party)
    best, one, other = int(ranks.max()), int(ranks[first]), int(ranks[second])
    return Comparison(
        party,
        first,
        second,
        (one > other) - (one < other),
        deciding(space, party, first, second),
        (best - one + 1, best - other + 1),
    )


def deciding(space: StateSpace, party: str, first: int, second: int) -> Statement | None:
    """The first statement of a party's order that is true of one of two states only."""
    issues = {issue.id: issue for issue in space.issues}
    both = {name: column[[first, second]] for name, column in space.columns.items()}
    for number, statement in enumerate(space.preference(party).order, start=1):
        truth = evaluate(statement, both, issues)
        of_first, of_second = bool(truth[0]), bool(truth[1])
        if of_first != of_second:
            return Statement(number, statement, first if of_first else second)
    return None
