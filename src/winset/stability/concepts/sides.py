"""The concepts judged state by state, for preferences that ranks cannot hold and for groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from winset.errors import Misuse
from winset.stability.concepts.attitudes import Attitude, Comparison
from winset.stability.concepts.batches import (
    WIDTH,
    Words,
    after_any,
    after_sequences,
    packed,
)
from winset.stability.conflict import Conflict
from winset.stability.moves.relations import Ints, Relation, Truths

MOST_PAIRS = 1 << 36
"""Pairs of states that are compared (about an hour)."""

ONE = np.uint64(1)

Ask = Callable[[Ints, Ints], Truths]
"""Of states stood at and states compared with, pair by pair (broadcast against each other)."""
Follow = Callable[[Words], Words]
"""From what holds of states to what holds of some state beyond each."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A concept: whether others answer only by moves they like, and whether mending counts."""

    willing: bool
    symmetric: bool


ANSWERS: Mapping[str, Rule] = {
    "gmr": Rule(willing=False, symmetric=False),
    "smr": Rule(willing=False, symmetric=True),
    "seq": Rule(willing=True, symmetric=False),
    "sseq": Rule(willing=True, symmetric=True),
}
"""The concepts in which others answer; in Nash nobody does."""


@dataclass(frozen=True, slots=True)
class Side:
    """Who stands at a state and asks whether to leave it: a party, a group or a merged party.

    `leaves` and `deters` compare states. `beyond` follows its own moves, once for a party and
    along legal sequences for a group; `replies` are the others' moves and `willing_replies` those
    they like.
    """

    leaves: Ask
    deters: Ask
    beyond: Follow
    replies: tuple[Relation, ...]
    willing_replies: tuple[Relation, ...]


def require_few_questions(questions: int, count: int, what: str) -> None:
    """Raise Misuse where to ask so many questions of every state would take too long."""
    pairs = questions * count
    if pairs > MOST_PAIRS:
        raise Misuse(
            f"{what} would compare {pairs:,} pairs of states, one by one (about "
            f"{pairs // MOST_PAIRS + 1:,} hours); at most {MOST_PAIRS:,} are: leave issues or "
            "options out, or rule states out with [states] impossible"
        )


def stable_for(
    side: Side, concept: str, states: Ints, count: int, alike: Ints | None = None
) -> Truths:
    """Which of `states`, in a conflict of `count`, are stable for a side: shape (states,).

    `alike` numbers the states from 0, one number for those of which the side thinks alike.
    """
    kind = np.arange(len(states)) if alike is None else alike
    order = np.argsort(kind, kind="stable")
    begins = np.searchsorted(kind[order], np.arange(int(kind.max(initial=-1)) + 2))
    stable = np.zeros(len(states), dtype=np.bool_)
    for first in range(0, len(begins) - 1, WIDTH):
        last = min(first + WIDTH, len(begins) - 1)
        some = order[begins[first] : begins[last]]
        asked = states[order[begins[first:last]]]
        stable[some] = _judged(side, concept, asked, count)(states[some], kind[some] - first)
    return stable


def _judged(side: Side, concept: str, asked: Ints, count: int) -> Callable[[Ints, Ints], Truths]:
    """Up to 64 questions, the k-th as at the k-th state: whether states are stable by question."""
    bad = packed(_table(side.leaves, asked, count))
    if concept in ANSWERS:
        bad &= ~_answered(side, ANSWERS[concept], asked, count)
    leaving = side.beyond(bad)
    return lambda states, questions: (leaving[states] >> questions.astype(np.uint64)) & ONE == 0


def _answered(side: Side, rule: Rule, states: Ints, count: int) -> Words:
    """Where the others can bring the side to what deters it."""
    deterring = _table(side.deters, states, count)
    sanctions = packed(deterring)
    if rule.symmetric:
        sanctions &= ~side.beyond(packed(~deterring))
    return after_sequences(sanctions, side.willing_replies if rule.willing else side.replies)


def _table(ask: Ask, states: Ints, count: int) -> Truths:
    """The comparison of every state with each of `states`: shape (count, states)."""
    return ask(states[np.newaxis, :], np.arange(count)[:, np.newaxis])


def party_side(conflict: Conflict, attitude: Attitude, party: str) -> Side:
    """A party by itself."""
    own = moves_of((party,), conflict, attitude.joins)
    return _side((party,), attitude, conflict, lambda words: after_any(words, own))


def united_side(conflict: Conflict, attitude: Attitude, group: Sequence[str]) -> Side:
    """Several parties that move as one: better is what all of them find better."""
    own = moves_of(group, conflict, attitude.joins)
    return _side(group, attitude, conflict, lambda words: after_any(words, own))


def group_side(conflict: Conflict, attitude: Attitude, group: Sequence[str]) -> Side:
    """Several parties that move one after another to where all of them are better off."""
    own = moves_of(group, conflict, attitude.joins)
    return _side(group, attitude, conflict, lambda words: after_sequences(words, own))


def _side(group: Sequence[str], attitude: Attitude, conflict: Conflict, beyond: Follow) -> Side:
    def leaves(starts: Ints, ends: Ints) -> Truths:
        every = (attitude.leaves(party, starts, ends) for party in group)
        return reduce(np.logical_and, every)

    def deters(starts: Ints, ends: Ints) -> Truths:
        some = (attitude.deters(party, starts, ends) for party in group)
        return reduce(np.logical_or, some)

    replies = tuple(one for one in conflict.moves if not set(group) & set(one.movers))
    willing = tuple(agreed(one, one.movers, attitude.joins) for one in replies)
    return Side(leaves, deters, beyond, replies, willing)


def moves_of(group: Sequence[str], conflict: Conflict, joins: Comparison) -> tuple[Relation, ...]:
    """The moves with members of `group` in them that everyone outside it agrees to."""
    return tuple(
        agreed(one, [mover for mover in one.movers if mover not in group], joins)
        for one in conflict.moves
        if set(group) & set(one.movers)
    )


def agreed(relation: Relation, by: Sequence[str], joins: Comparison) -> Relation:
    """The moves of a relation that everyone named in `by` would join in."""
    if not by:
        return relation
    sources = relation.sources
    return relation.only(
        reduce(np.logical_and, (joins(party, sources, relation.targets) for party in by))
    )
