"""The fewest edits of a party's order of statements that make a state an equilibrium."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from winset.errors import Misuse
from winset.model.evaluation import evaluate
from winset.model.expressions import Compare, Expression, Name, Not
from winset.model.space import StateSpace
from winset.model.space.ranks import ranks_by_statements
from winset.stability.analysis import stability_of
from winset.stability.conflict import conflict
from winset.stability.explanation import require
from winset.stability.relations import Ints, Truths
from winset.stability.reranking import reranked

MOST_TRIED = 5_000
"""Orders tried before the search gives up; fewer of large models."""
_MOST_WORK = 20_000_000
"""States analysed in all."""
_LEAST_TRIED = 50
_MOST_MADE = 20 * MOST_TRIED
"""Orders made before: many of them rank the states alike."""

Orders = Mapping[str, tuple[Expression, ...]]


class Kind(Enum):
    """What is done to a statement."""

    MOVE = "move"
    DROP = "drop"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Edit:
    """One statement moved, dropped or added; places count from 1, 0 is none.

    `place` is where it stands among the statements as they are before this edit, `to` where it
    stands after it.
    """

    kind: Kind
    party: str
    statement: Expression
    place: int
    to: int


@dataclass(frozen=True, slots=True)
class OrderChange:
    """Edits made one after the other, and the orders of those parties afterwards."""

    edits: tuple[Edit, ...]
    orders: tuple[tuple[str, tuple[Expression, ...]], ...]


@dataclass(frozen=True, slots=True)
class OrderChanges:
    """The changes with the fewest edits; `complete` unless the search was cut short.

    One change without edits says that the state is an equilibrium already.
    """

    state: int
    concept: str
    free: tuple[str, ...]
    changes: tuple[OrderChange, ...]
    tried: int
    complete: bool


def fewest_edits(
    space: StateSpace,
    state: int,
    concept: str,
    free: Sequence[str] = (),
    most_edits: int = 2,
    limit: int = 10,
) -> OrderChanges:
    """The fewest edits of the free parties' orders that make the state an equilibrium.

    Added statements are single options and their denials. All changes of one number of edits are
    gone through, parties and statements in their order, before a larger number is tried. Raises
    Misuse for what is not known, and where no free party orders the states by statements.
    """
    trial = _Trial(space, state, concept, _editable(space, state, concept, free))
    level = [OrderChange((), trial.stated())]
    for _ in range(most_edits + 1):
        found = [change for change in level if trial.succeeds(dict(change.orders))]
        if found or trial.spent:
            complete = len(found) <= limit and not trial.spent
            return trial.answer(found[:limit], complete)
        level = list(trial.further(level))
    return trial.answer([], complete=not trial.spent)


def _editable(space: StateSpace, state: int, concept: str, free: Sequence[str]) -> tuple[str, ...]:
    model = conflict(space)
    for party in free or model.parties[:1]:
        require(model, party, state, concept)
    pointed = {points.party for points in space.model.points if points.worths}
    able = tuple(
        party
        for party in model.parties
        if space.issues
        and not space.preference(party).ranking
        and (space.preference(party).order or party not in pointed)
    )
    for party in free:
        if party not in able:
            raise Misuse(
                f"{party!r} does not order the states by statements, so none can be changed: ask "
                "for the nearest ranking instead"
            )
    if not able:
        raise Misuse("no party orders the states by statements: ask for the nearest ranking")
    return tuple(party for party in able if not free or party in free)


class _Trial:
    """Tries orders of statements, each ranking once."""

    def __init__(self, space: StateSpace, state: int, concept: str, free: tuple[str, ...]) -> None:
        self.space, self.state, self.concept, self.free = space, state, concept, free
        self.conflict = conflict(space)
        self.issues = {issue.id: issue for issue in space.issues}
        self.tried = 0
        self._truths: dict[Expression, Truths] = {}
        self._verdicts: dict[bytes, bool] = {}

    @property
    def spent(self) -> bool:
        """Whether as many were tried as may be."""
        most = max(_LEAST_TRIED, _MOST_WORK // self.space.count)
        return self.tried >= min(MOST_TRIED, most)

    def stated(self) -> tuple[tuple[str, tuple[Expression, ...]], ...]:
        """The orders as the model states them."""
        return tuple((party, self.space.preference(party).order) for party in self.free)

    def succeeds(self, orders: Orders) -> bool:
        """Whether the state is an equilibrium under these orders; False once the trial is spent."""
        ranks = self._ranks(orders)
        key = ranks.tobytes()
        if key not in self._verdicts:
            if self.spent:
                return False
            self.tried += 1
            found = stability_of(reranked(self.conflict, ranks), (self.concept,))
            self._verdicts[key] = bool(found.equilibria(self.concept)[self.state])
        return self._verdicts[key]

    def further(self, level: Sequence[OrderChange]) -> Iterator[OrderChange]:
        """Every change with one edit more, each outcome once."""
        seen = {change.orders for change in level}
        for change in level:
            for party, order in change.orders:
                for edit, edited in self._edits(party, order):
                    orders = tuple((p, edited if p == party else o) for p, o in change.orders)
                    if orders not in seen and len(seen) < _MOST_MADE:
                        seen.add(orders)
                        yield OrderChange((*change.edits, edit), orders)

    def answer(self, found: Sequence[OrderChange], complete: bool) -> OrderChanges:
        """What was found."""
        stated = dict(self.stated())
        changes = tuple(
            OrderChange(
                change.edits,
                tuple((party, order) for party, order in change.orders if order != stated[party]),
            )
            for change in found
        )
        return OrderChanges(self.state, self.concept, self.free, changes, self.tried, complete)

    def _edits(
        self, party: str, order: tuple[Expression, ...]
    ) -> Iterator[tuple[Edit, tuple[Expression, ...]]]:
        for place, statement in enumerate(order):
            others = (*order[:place], *order[place + 1 :])
            for to in range(len(order)):
                if to != place:
                    moved = (*others[:to], statement, *others[to:])
                    yield Edit(Kind.MOVE, party, statement, place + 1, to + 1), moved
        for place, statement in enumerate(order):
            others = (*order[:place], *order[place + 1 :])
            yield Edit(Kind.DROP, party, statement, place + 1, 0), others
        for statement in self._offered():
            if statement not in order:
                for to in range(len(order) + 1):
                    added = (*order[:to], statement, *order[to:])
                    yield Edit(Kind.ADD, party, statement, 0, to + 1), added

    def _offered(self) -> Iterator[Expression]:
        """The statements that may be added: an option, and its denial."""
        for issue in self.space.issues:
            for option in issue.options:
                held = Compare(issue.id, "=", (option,))
                if not issue.yes_no:
                    yield held
                    yield Not(held)
                elif option == "yes":
                    yield Name(issue.id)
                    yield Not(Name(issue.id))

    def _ranks(self, orders: Orders) -> Ints:
        rows = [
            ranks_by_statements(orders[party], self._truth, self.space.count)
            if orders.get(party)
            else self._unstated(party, orders)
            for party in self.conflict.parties
        ]
        return np.array(rows, dtype=np.int64)

    def _unstated(self, party: str, orders: Orders) -> Ints:
        """The ranks as they are, or, where every statement was dropped, all equal."""
        if party in orders:
            return np.zeros(self.space.count, dtype=np.int64)
        return np.asarray(self.conflict.ranks_of(party))

    def _truth(self, statement: Expression) -> Truths:
        if statement not in self._truths:
            truth = evaluate(statement, self.space.columns, self.issues)
            self._truths[statement] = np.broadcast_to(truth, (self.space.count,))
        return self._truths[statement]
