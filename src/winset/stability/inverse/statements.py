"""The fewest edits of a party's order of statements that make a state an equilibrium."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from winset.errors import Misuse
from winset.model.evaluation import evaluate
from winset.model.expressions import Expression
from winset.model.space import StateSpace
from winset.model.space.ranks import ranks_by_statements
from winset.stability.concepts.manners import PLAIN, Manner, situation
from winset.stability.inverse.edits import Edit, Order, edits_of, single_options
from winset.stability.inverse.findings import Fact, Scale
from winset.stability.inverse.judging import Judge, Terrain
from winset.stability.inverse.minds import RankedMinds
from winset.stability.inverse.question import Ties, question
from winset.stability.moves.relations import Ints, Truths

MOST_EDITS = 20
"""Statements changed at a time."""
MOST_MADE = 40_000
"""Orders made before the search gives up; fewer of large models."""
_MOST_WORK = 10_000_000
"""States ranked in all."""
_LEAST_MADE = 60
_MOST_KEPT = 4_000_000
"""Ranks of states kept in memory."""

Orders = tuple[tuple[str, Order], ...]
Reason = tuple[Fact, ...]
"""Facts under which the state is no equilibrium, whatever else holds."""


@dataclass(frozen=True, slots=True)
class OrderChange:
    """Edits made one after the other, and the orders of those parties afterwards."""

    edits: tuple[Edit, ...]
    orders: Orders


@dataclass(frozen=True, slots=True)
class OrderChanges:
    """The changes with the fewest edits, of up to `most_edits`; `tried` counts orders looked at.

    `complete` unless there are more or the search was cut short; `given_up` says the latter. One
    change without edits says that the state is an equilibrium already.
    """

    state: int
    concept: str
    free: tuple[str, ...]
    changes: tuple[OrderChange, ...]
    tried: int
    complete: bool
    most_edits: int = 2
    given_up: bool = False


Failed = tuple[OrderChange, Reason]


@dataclass(frozen=True, slots=True)
class Search:
    """How far to look for edits: so many at a time, so many changes listed."""

    most_edits: int = 2
    limit: int = 10

    def __post_init__(self) -> None:
        if not 1 <= self.most_edits <= MOST_EDITS:
            raise Misuse(
                f"{self.most_edits} edits at a time are out of bounds; expected 1 to {MOST_EDITS}"
            )


def fewest_edits(
    space: StateSpace,
    state: int,
    concept: str,
    free: Sequence[str] = (),
    search: Search = Search(),
    manner: Manner = PLAIN,
) -> OrderChanges:
    """The fewest edits of the free parties' orders that make the state an equilibrium.

    Added statements are single options and their denials. All changes of one number of edits are
    gone through, parties and statements in their order, before a larger number is tried. Raises
    Misuse for what is not known, and where no free party orders the states by statements.
    """
    trial = _Trial(space, state, concept, editable(space, free), manner)
    changes: Iterator[OrderChange] = iter([OrderChange((), trial.stated)])
    found: list[OrderChange] = []
    for _ in range(search.most_edits + 1):
        failed: list[Failed] = []
        for change in changes:
            reason = trial.reason_against(change)
            if reason is not None:
                failed.append((change, reason))
                continue
            found.append(change)
            if len(found) > search.limit:
                break
        if found or trial.spent:
            break
        changes = trial.further(failed)
    return OrderChanges(
        state,
        concept,
        trial.free,
        tuple(trial.told(change) for change in found[: search.limit]),
        trial.tried,
        complete=len(found) <= search.limit and not trial.spent,
        most_edits=search.most_edits,
        given_up=trial.spent and len(found) <= search.limit,
    )


def editable(space: StateSpace, free: Sequence[str]) -> tuple[str, ...]:
    """The free parties that order the states by statements, or by nothing; raises Misuse."""
    pointed = {points.party for points in space.model.points if points.worths}
    able = tuple(
        party.id
        for party in space.model.parties
        if space.issues
        and not space.preference(party.id).ranking
        and (space.preference(party.id).order or party.id not in pointed)
    )
    known = {party.id for party in space.model.parties}
    for party in free:
        if party in known and party not in able:
            raise Misuse(
                f"{party!r} does not order the states by statements, so none can be changed: ask "
                "for the nearest ranking instead"
            )
    if not able:
        raise Misuse("no party orders the states by statements: ask for the nearest ranking")
    return tuple(party for party in able if not free or party in free)


class _Trial:
    """Tries orders of statements: what fails for a known reason is not judged again."""

    def __init__(
        self, space: StateSpace, state: int, concept: str, free: tuple[str, ...], manner: Manner
    ) -> None:
        self.space, self.free = space, free
        self.question = question(situation(space, manner), state, concept, free, Ties.ANY)
        self.terrain = Terrain(self.question)
        self.issues = {issue.id: issue for issue in space.issues}
        self.offered = single_options(space.issues)
        self.stated: Orders = tuple((party, space.preference(party).order) for party in free)
        self.tried = 0
        self._left = max(_LEAST_MADE, min(MOST_MADE, _MOST_WORK // space.count))
        self._truths: dict[Expression, Truths] = {}
        self._seen = {self.stated}
        self._ranks = lru_cache(max(8, _MOST_KEPT // space.count))(self._ranks_of)
        self._reasons: list[Reason] = []

    @property
    def spent(self) -> bool:
        """Whether as many were made as may be."""
        return self._left <= 0

    def reason_against(self, change: OrderChange) -> Reason | None:
        """Why the state is no equilibrium under these orders, None where it is one."""
        self.tried += 1
        ranks = {Scale(party): self._ranks(order) for party, order in change.orders}
        for place, reason in enumerate(self._reasons):
            if all(_is_so(ranks, fact) for fact in reason):
                self._reasons.insert(0, self._reasons.pop(place))
                return reason
        judge = Judge(self.terrain, RankedMinds(self.question, ranks))
        failed = next((demand for demand in judge.demands() if not demand.truth), None)
        if failed is None:
            return None
        self._reasons.insert(0, failed.facts)
        return failed.facts

    def further(self, level: Sequence[Failed]) -> Iterator[OrderChange]:
        """Every change with one edit more, each outcome once, until enough were made.

        Some party that a reason speaks of has to change; edits of other parties can come later.
        """
        for change, reason in level:
            concerned = {fact.scale.party for fact in reason}
            for party, order in change.orders:
                if party in concerned:
                    for edit, edited in edits_of(party, order, self.offered):
                        orders = tuple((p, edited if p == party else o) for p, o in change.orders)
                        if orders not in self._seen:
                            if self.spent:
                                return
                            self._left -= 1
                            self._seen.add(orders)
                            yield OrderChange((*change.edits, edit), orders)

    def told(self, change: OrderChange) -> OrderChange:
        """The change with the orders that it does change."""
        stated = dict(self.stated)
        changed = tuple((party, order) for party, order in change.orders if order != stated[party])
        return OrderChange(change.edits, changed)

    def _ranks_of(self, order: Order) -> Ints:
        """The ranks by an order; all equal where every statement was dropped."""
        if not order:
            return np.zeros(self.space.count, dtype=np.int64)
        return ranks_by_statements(order, self._truth, self.space.count)

    def _truth(self, statement: Expression) -> Truths:
        if statement not in self._truths:
            truth = evaluate(statement, self.space.columns, self.issues)
            self._truths[statement] = np.broadcast_to(truth, (self.space.count,))
        return self._truths[statement]


def _is_so(ranks: Mapping[Scale, Ints], fact: Fact) -> bool:
    """Whether a fact holds by these ranks; statements leave strong preference as it is."""
    row = ranks.get(fact.scale)
    return row is None or bool(row[fact.first] >= row[fact.second]) is fact.holds
