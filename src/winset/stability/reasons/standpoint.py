"""Who asks at a state whether to leave it: what it could gain, and what would deter it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial, reduce

import numpy as np

from winset.errors import Misuse
from winset.stability.concepts.attitudes import Attitude
from winset.stability.concepts.unknown import READINGS
from winset.stability.conflict import Conflict
from winset.stability.moves.relations import Ints, Relation, Truths
from winset.stability.moves.sequences import Sequences, sequences_from
from winset.stability.moves.spreading import Consent, portions
from winset.stability.reasons.comparison import Comparison
from winset.stability.results import Path, Step

MOST_IMPROVEMENTS = 4096
"""Improvements from one state that are looked at one by one."""

Ways = tuple[Ints, Callable[[int], Path]]
"""States that can be reached, and how to come to each."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What is made of unknown and of strong preference: a reading, a to d; only strong deters."""

    reading: str = ""
    strong: bool = False

    def deters(self, found: Comparison) -> bool:
        """Whether ending in the first of two states makes leaving the second not worth while."""
        if self.reading and not found.known:
            return READINGS[self.reading].fears
        return found.sign < 0 and found.strong if self.strong else found.sign <= 0


PLAIN = Sense()
BY_RANKS = Consent(improving=True)


@dataclass(frozen=True, eq=False)  # not slotted: what can be mended is worked out when asked for
class Standpoint:
    """The `members` at `state`: a party, several that move as one, or a group moving `in_turn`.

    `consent` tells what others like, by their ranks when left out, which is quicker to ask.
    """

    conflict: Conflict
    members: tuple[str, ...]
    state: int
    attitude: Attitude
    sense: Sense = PLAIN
    consent: Consent = BY_RANKS
    in_turn: bool = False

    @property
    def name(self) -> str:
        """How results call who asks."""
        return (" + " if self.in_turn else "+").join(self.members)

    def improvements(self) -> tuple[Path, ...]:
        """The ways to what all members would leave for, the first member's best end first.

        Raises Misuse where there are too many to look at one by one.
        """
        found = [(ends[self._leave_for(ends)], to) for ends, to in self._ways(self.state)]
        number = sum(len(ends) for ends, _ in found)
        if number > MOST_IMPROVEMENTS:
            raise Misuse(
                f"{self.name} could gain in {number:,} ways by leaving this state, and at most "
                f"{MOST_IMPROVEMENTS:,} can be explained one by one: ask for another state, or "
                "leave options out"
            )
        paths = [to(end) for ends, to in found for end in ends.tolist()]
        ranks = self.conflict.ranks_of(self.members[0])
        return tuple(sorted(paths, key=lambda path: (-int(ranks[path.end]), path.end)))

    def deters(self, ends: Ints) -> Truths:
        """Which of these states make some member think leaving not worth while."""
        return reduce(np.logical_or, (self._deters(one, ends) for one in self.members))

    def replies(self, start: int, willing: bool) -> Sequences:
        """The sequences of the others from a state, of moves they like where they are `willing`."""
        others = [n for n, moves in enumerate(self.conflict.moves) if not self._moves(moves)]
        consent = replace(self.consent, improving=willing)
        return sequences_from(self.conflict, start, consent, others)

    def mended(self, states: Ints) -> Truths:
        """From which of these states the members can go where nothing deters them."""
        if self.in_turn:
            return np.array([self._escapes(state) for state in states.tolist()], dtype=np.bool_)
        mended = self._mended_alone[states]
        for number in self._own:
            if not set(self.conflict.moves[number].movers) <= set(self.members):
                mended |= self._mended_with_others(number, states)
        return mended

    def way_out(self, state: int) -> Path | None:
        """What the members can best make of a state, None where they cannot leave it.

        Best is what most of them find better than to stay, then what the first ranks highest.
        """
        ways = list(self._ways(state))
        ends = np.concatenate([np.zeros(0, dtype=np.int64), *(ends for ends, _ in ways)])
        if not ends.size:
            return None
        spared = sum(~self._deters(one, ends) for one in self.members)
        ranks = self.conflict.ranks_of(self.members[0])
        best = int(np.lexsort((-ranks[ends], -np.asarray(spared, dtype=np.int64)))[0])
        routes = [to for ends, to in ways for _ in ends]
        return routes[best](int(ends[best]))

    @cached_property
    def _mended_alone(self) -> Truths:
        """Where the members have a move of their own to what does not deter: shape (states,)."""
        deters = self.deters(np.arange(self.conflict.count)).astype(np.int32)
        own = (self.conflict.moves[number] for number in self._own)
        alone = (moves for moves in own if set(moves.movers) <= set(self.members))
        mended = (moves.least_after(deters) == 0 for moves in alone)
        return reduce(np.logical_or, mended, np.zeros(self.conflict.count, dtype=np.bool_))

    def _mended_with_others(self, number: int, states: Ints) -> Truths:
        """From which of these states others join the members to go where nothing deters."""
        mended = np.zeros(len(states), dtype=np.bool_)
        for portion in portions(self.conflict.moves[number], states):
            which, ends = self._at_once(number, states[portion])
            mended[portion.start + which[~self.deters(ends)]] = True
        return mended

    def _leave_for(self, ends: Ints) -> Truths:
        here = np.array([self.state])
        wanted = (self.attitude.leaves(one, here, ends) for one in self.members)
        return reduce(np.logical_and, wanted)

    def _deters(self, member: str, ends: Ints) -> Truths:
        return self.attitude.deters(member, np.array([self.state]), ends)

    def _moves(self, relation: Relation) -> bool:
        """Whether any of the members takes part."""
        return not set(self.members).isdisjoint(relation.movers)

    @property
    def _own(self) -> tuple[int, ...]:
        """The relations the members take part in, by number."""
        return tuple(n for n, moves in enumerate(self.conflict.moves) if self._moves(moves))

    @property
    def _agreed(self) -> Consent:
        """Members need not like each of their moves, but whoever moves with them does."""
        return replace(self.consent, unasked=self.members)

    def _at_once(self, number: int, states: Ints) -> tuple[Ints, Ints]:
        """Single moves of a relation: the place of each start among `states`, and its end."""
        relation = self.conflict.moves[number]
        which, ends = relation.successors(states)
        keep = self._agreed.allows(self.conflict, relation.movers, states[which], ends)
        return which[keep], ends[keep]

    def _ways(self, state: int) -> Iterator[Ways]:
        """Where the members can go from a state."""
        if self.in_turn:
            found = self._sequences(state)
            reached = list(found.spread())
            yield np.sort(np.concatenate([np.zeros(0, dtype=np.int64), *reached])), found.path_to
            return
        for number in self._own:
            movers = self.conflict.moves[number].movers
            _, ends = self._at_once(number, np.array([state]))
            yield ends, partial(_one_move, movers, state)

    def _sequences(self, state: int) -> Sequences:
        return sequences_from(self.conflict, state, self._agreed, self._own)

    def _escapes(self, state: int) -> bool:
        """Whether a group can go from a state where nothing deters it."""
        return any(not self.deters(ends).all() for ends in self._sequences(state).spread())


def _one_move(movers: tuple[str, ...], start: int, end: int) -> Path:
    return Path(start, end, (Step(movers, start, end),))
