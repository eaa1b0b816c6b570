"""Legal sequences of moves: how far they lead from a state, and the shortest to each end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from winset.stability.conflict import Conflict
from winset.stability.moves.relations import Ints
from winset.stability.moves.spreading import Consent, ends_from, origins_of, union
from winset.stability.results import Path, Step

NOBODY = -1
"""The last mover before the first move."""

Chain = tuple[Step, "Chain"] | None
"""The later steps of a sequence, the next one first."""


@dataclass(frozen=True, slots=True, eq=False)
class Sequences:
    """How far legal sequences lead from `start`, by the relations numbered in `allowed`.

    `found[h, s]` counts the moves of a shortest one to s in which relation h moves last, 0 where
    there is none.
    """

    conflict: Conflict
    start: int
    consent: Consent
    allowed: tuple[int, ...]
    found: Ints

    def spread(self) -> Iterator[Ints]:
        """The states that one move more leads to for the first time, move after move, in order.

        Steps: breadth-first search over (state, last mover), one length at a time. A state that is
        reached again by another mover counts once; so does the start, when a sequence leads back.
        """
        reached = np.zeros(self.conflict.count, dtype=np.bool_)
        frontier: Mapping[int, Ints] = {NOBODY: np.array([self.start])}
        length = 0
        while frontier:
            length += 1
            arrivals = {mover: self._arrivals(mover, frontier) for mover in self.allowed}
            frontier = {mover: states for mover, states in arrivals.items() if states.size}
            new = [states[~reached[states]] for states in frontier.values()]
            for mover, states in frontier.items():
                self.found[mover, states] = length
                reached[states] = True
            yield union(new)

    def shortest(self, end: int) -> Path | None:
        """The first of the shortest sequences to `end`, None where none leads."""
        return next(self.all_shortest(end), None)

    def path_to(self, end: int) -> Path:
        """The first of the shortest sequences of one move or more to a state that was reached."""
        return next(self._backwards(end, self._last_movers(end)))

    def all_shortest(self, end: int) -> Iterator[Path]:
        """Every shortest sequence to `end`, by last mover in the order of the moves, then by state.

        The last move is chosen first, then the one before it, and so on backwards. Without a move
        the start is reached already.
        """
        return self._backwards(end, [NOBODY] if end == self.start else self._last_movers(end))

    def _backwards(self, end: int, movers: Sequence[int]) -> Iterator[Path]:
        open_ends: list[tuple[int, int, Chain]] = [(end, mover, None) for mover in movers[::-1]]
        while open_ends:
            state, mover, later = open_ends.pop()
            if mover == NOBODY:
                yield Path(self.start, end, tuple(_steps(later)))
            else:
                by = self.conflict.moves[mover].movers
                before = [
                    (origin, last, (Step(by, origin, state), later))
                    for last, origin in self._before(state, mover)
                ]
                open_ends.extend(reversed(before))

    def _last_movers(self, end: int) -> list[int]:
        column = self.found[:, end]
        least = min(column[column > 0], default=0)
        return np.flatnonzero(column == least).tolist() if least else []

    def _before(self, state: int, mover: int) -> list[tuple[int, int]]:
        """Who moved before `mover` came to `state`, and where it came from."""
        length = self.found[mover, state]
        if length == 1:
            return [(NOBODY, self.start)]
        moves = self.conflict.moves[mover]
        origins = origins_of(self.conflict, moves, state, self.consent)
        return [
            (last, int(origin))
            for last in range(len(self.found))
            if last != mover
            for origin in origins[self.found[last, origins] == length - 1]
        ]

    def _arrivals(self, mover: int, frontier: Mapping[int, Ints]) -> Ints:
        """The states a relation reaches for the first time from the last length's, in order."""
        others = [states for last, states in frontier.items() if last != mover]
        if not others:
            return np.zeros(0, dtype=np.int64)
        moves = self.conflict.moves[mover]
        ends = ends_from(self.conflict, moves, union(others), self.consent)
        return np.asarray(ends[self.found[mover, ends] == 0])


def sequences_from(
    conflict: Conflict, start: int, consent: Consent, movers: Sequence[int] | None = None
) -> Sequences:
    """The legal sequences from `start`, none of them followed yet."""
    allowed = tuple(range(len(conflict.moves)) if movers is None else movers)
    # Zeros take no memory before they are written: only what is reached does.
    nothing = np.zeros((len(conflict.moves), conflict.count), dtype=np.int32)
    return Sequences(conflict, start, consent, allowed, nothing)


def _steps(chain: Chain) -> Iterator[Step]:
    while chain is not None:
        step, chain = chain
        yield step
