"""What in a model makes a party prefer one state to another."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from winset.model.evaluation import evaluate
from winset.model.expressions import Expression

if TYPE_CHECKING:
    from winset.model.lines import Points
    from winset.model.preferences import Preference
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
    in its ranking, 1 the best, states that are equally good sharing one. `worths` are those of a
    party that goes by points. `known` is false where the model calls the order of the two
    unknown, `strong` true where one is strongly preferred. `because` names the entries of the
    record that the preference is read from.
    """

    party: str
    first: int
    second: int
    sign: int
    statement: Statement | None
    places: tuple[int, int]
    worths: tuple[Fraction, Fraction] | None = None
    known: bool = True
    strong: bool = False
    because: tuple[str, ...] = ()


def compare(space: StateSpace, party: str, first: int, second: int) -> Comparison:
    """How a party compares two states, with what decides it; raises Misuse for no such party."""
    ranks, stated = space.ranks(party), space.preference(party)
    best, one, other = int(ranks.max()), int(ranks[first]), int(ranks[second])
    return Comparison(
        party,
        first,
        second,
        (one > other) - (one < other),
        deciding(space, party, first, second),
        (best - one + 1, best - other + 1),
        _worths(space, stated, first, second),
        not _is_unknown(space, stated, first, second),
        _is_strong(space, stated, first, second),
        stated.because,
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


def _worths(
    space: StateSpace, stated: Preference, first: int, second: int
) -> tuple[Fraction, Fraction] | None:
    """The worths of two states to a party without statements or ranking, None without points."""
    if stated.order or stated.ranking or not space.issues:
        return None
    points = (one for one in space.model.points if one.party == stated.party and one.worths)
    for table in points:
        return _worth(space, table, first), _worth(space, table, second)
    return None


def _worth(space: StateSpace, points: Points, state: int) -> Fraction:
    from winset.model.space.ranks import exact

    options = space.options(state).items()
    return sum(
        (exact(w) for issue, option, w in points.worths if (issue, option) in options), Fraction()
    )


def _is_unknown(space: StateSpace, stated: Preference, first: int, second: int) -> bool:
    pairs = space.unknown(stated.party).tolist() if stated.unknown and first != second else []
    return [first, second] in pairs or [second, first] in pairs


def _is_strong(space: StateSpace, stated: Preference, first: int, second: int) -> bool:
    if not any(stated.strong):
        return False
    levels = space.levels(stated.party)
    return bool(levels[first] != levels[second])
