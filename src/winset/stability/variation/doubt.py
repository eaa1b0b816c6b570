"""The rankings one party may have, given what is known of its preference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import product

import numpy as np

from winset.errors import Misuse
from winset.model.evaluation import evaluate
from winset.model.space import StateSpace
from winset.model.space.ranks import dense
from winset.stability.moves.relations import Ints, Truths
from winset.stability.variation.lots import Lots
from winset.stability.variation.orders import Orders, Series, Single, closed, free_orders, orders

_MOST_COUNTED = 12
"""Statements whose exchanges are gone through to count rankings."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is taken to be uncertain.

    `unknown`: pairs the model calls unknown may stand either way. `ties`: so may states that are
    equally good. `noise`: going down the statements, each is exchanged with the next by this
    chance.
    """

    unknown: bool = True
    ties: bool = False
    noise: Fraction = Fraction(0)

    def __post_init__(self) -> None:
        if not 0 <= self.noise <= 1:
            raise Misuse(f"a noise of {self.noise} is no chance; expected 0 to 1")


@dataclass(frozen=True, slots=True, eq=False)
class Completions:
    """The rankings that agree with what is known: orders of classes of equally good states."""

    class_of: Ints
    orders: Orders

    @property
    def count(self) -> int:
        """How many there are."""
        return self.orders.count

    def at(self, index: int) -> Ints:
        """The ranks of one of them."""
        best_first = self.orders.at(index)
        rank_of = np.empty(len(best_first), dtype=np.int64)
        rank_of[list(best_first)] = np.arange(len(best_first))[::-1]
        return np.asarray(rank_of[self.class_of])


class Mind:
    """The rankings one party may have, each by chance or one after the other.

    `truths` holds where its statements are true, shape (statements, states), most important
    first; empty where they are not in doubt.
    """

    def __init__(self, ranks: Ints, unknown: Ints, doubt: Doubt, truths: Truths) -> None:
        self.ranks, self.unknown, self.doubt, self.truths = ranks, unknown, doubt, truths
        self._stated = completions(ranks, unknown, doubt.ties)

    @cached_property
    def count(self) -> int:
        """How many rankings there are; a guess where too many statements are in doubt to count."""
        if len(self.truths) > _MOST_COUNTED:
            return self._stated.count << (len(self.truths) - 1)
        return sum(self._after(exchanged).count for exchanged in self._patterns())

    def draw(self, lots: Lots) -> Ints:
        """The ranks of one of them, by chance."""
        exchanged = [lots.happens(self.doubt.noise) for _ in range(len(self.truths) - 1)]
        possible = self._after(exchanged)
        return possible.at(lots.below(possible.count))

    def every(self) -> Iterator[tuple[Fraction, Ints]]:
        """Every one of them, with its chance."""
        for exchanged in self._patterns():
            possible = self._after(exchanged)
            chance = self._chance(exchanged) / possible.count
            for index in range(possible.count):
                yield chance, possible.at(index)

    def _patterns(self) -> Iterator[tuple[bool, ...]]:
        """Which statements are exchanged with the next, in every way that can come about."""
        possible = [done for done in (False, True) if self.doubt.noise != 1 - done]
        return product(possible, repeat=max(len(self.truths) - 1, 0))

    def _chance(self, exchanged: Sequence[bool]) -> Fraction:
        noise, chance = self.doubt.noise, Fraction(1)
        for done in exchanged:
            chance *= noise if done else 1 - noise
        return chance

    def _after(self, exchanged: Sequence[bool]) -> Completions:
        """What may be, once the statements marked have been exchanged with the next."""
        if not any(exchanged):
            return self._stated
        order = list(range(len(self.truths)))
        for place, done in enumerate(exchanged):
            if done:
                order[place], order[place + 1] = order[place + 1], order[place]
        return completions(_ranks(self.truths[order]), self.unknown, self.doubt.ties)


def mind(space: StateSpace, party: str, doubt: Doubt) -> Mind:
    """The rankings a party of a model may have."""
    pairs = space.unknown(party) if doubt.unknown else np.zeros((0, 2), dtype=np.int64)
    order = space.preference(party).order if doubt.noise else ()
    issues = {issue.id: issue for issue in space.issues}
    truths = np.empty((len(order), space.count), dtype=np.bool_)
    for row, statement in enumerate(order):
        truths[row] = evaluate(statement, space.columns, issues)
    return Mind(space.ranks(party).astype(np.int64), pairs, doubt, truths)


def completions(ranks: Ints, unknown: Ints, ties: bool) -> Completions:
    """The rankings that agree with the ranks but for unknown pairs, and ties where they are open.

    An unknown pair stands one way or the other, never as equally good. What follows from known
    comparisons is known: where one of a pair is above a state that is above the other, so is it.
    `unknown` has shape (pairs, 2).
    """
    levels = dense(ranks)
    members = np.split(np.argsort(levels, kind="stable"), np.cumsum(np.bincount(levels))[:-1])
    class_of = np.empty(len(ranks), dtype=np.int64)
    parts: list[Orders] = []
    first = 0
    for low, high in reversed(_segments(levels, unknown, len(members))):
        states = np.concatenate(members[low : high + 1])
        part, classes = _segment(levels, states, unknown, ties)
        class_of[states] = classes + first
        parts.append(_shifted(part, first))
        first += part.size
    return Completions(class_of, Series(parts))


class _Shifted:
    """The same orders of other elements."""

    def __init__(self, inner: Orders, by: int) -> None:
        self.inner, self.by = inner, by
        self.size, self.count = inner.size, inner.count

    def at(self, index: int) -> tuple[int, ...]:
        return tuple(element + self.by for element in self.inner.at(index))


def _shifted(part: Orders, by: int) -> Orders:
    return Single(by) if part.size == 1 else _Shifted(part, by)


def _segments(levels: Ints, unknown: Ints, count: int) -> list[tuple[int, int]]:
    """Runs of levels that unknown pairs tie together, the lowest first; others stand alone."""
    ends = np.sort(levels[unknown], axis=1) if len(unknown) else np.zeros((0, 2), dtype=np.int64)
    furthest = np.arange(count)
    np.maximum.at(furthest, ends[:, 0], ends[:, 1])
    reach = np.maximum.accumulate(furthest)
    lasts = np.flatnonzero(reach == np.arange(count))
    return list(zip([0, *(int(last) + 1 for last in lasts[:-1])], lasts.tolist(), strict=True))


def _segment(levels: Ints, states: Ints, unknown: Ints, ties: bool) -> tuple[Orders, Ints]:
    """The orders of some states, and the class of each, numbered from 0."""
    inside = np.isin(unknown, states).all(axis=1)
    if not inside.any():
        if ties:
            return free_orders(range(len(states))), np.arange(len(states))
        return Single(0), np.zeros(len(states), dtype=np.int64)
    place = {int(state): number for number, state in enumerate(states)}
    known = np.ones((len(states), len(states)), dtype=np.bool_)
    for one, other in unknown[inside].tolist():
        known[place[one], place[other]] = known[place[other], place[one]] = False
    own = levels[states]
    classes = _classes(known & (own[:, None] == own[None, :])) if not ties else np.arange(len(own))
    above = np.zeros((int(classes.max()) + 1,) * 2, dtype=np.bool_)
    for better, worse in np.argwhere(known & (own[:, None] > own[None, :])):
        above[classes[better], classes[worse]] = True
    return orders(range(len(above)), closed(above)), classes


def _classes(tied: Truths) -> Ints:
    """Numbers for groups of states that are tied directly or through others."""
    linked = closed(tied | tied.T | np.eye(len(tied), dtype=np.bool_))
    return np.unique(np.argmax(linked, axis=1), return_inverse=True)[1].astype(np.int64)


def _ranks(truths: Truths) -> Ints:
    """Ranks by statements, most important first."""
    ranks = np.zeros(truths.shape[1], dtype=np.int64)
    for row in truths:
        ranks = dense(2 * ranks + row)
    return ranks
