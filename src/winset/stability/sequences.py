"""Legal sequences of moves: how far they lead from a state, and the shortest to each end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from winset.stability.conflict import Conflict
from winset.stability.groups import FreeMoves
from winset.stability.relations import Ints, Truths
from winset.stability.results import Path, Step

NOBODY = -1
"""The last mover before the first move."""
FAR = int(np.iinfo(np.int32).max)
"""Further than any sequence leads."""
_SOURCES = 1 << 14
"""States whose moves are listed at a time."""

Chain = tuple[Step, "Chain"] | None
"""The later steps of a sequence, the next one first."""


@dataclass(frozen=True, slots=True, eq=False)
class Sequences:
    """How far legal sequences lead from `start`.

    `lengths[h, s]` counts the moves of a shortest one to s in which relation h moves last, FAR
    where there is none. With `improving` all who make a move prefer it.
    """

    conflict: Conflict
    start: int
    improving: bool
    lengths: Ints

    def distances(self) -> Ints:
        """The moves of a shortest sequence to each state, FAR where none leads: shape (states,)."""
        least = np.min(self.lengths, axis=0, initial=FAR)
        least[self.start] = 0
        return np.asarray(least)

    def shortest(self, end: int) -> Path | None:
        """The first of the shortest sequences to `end`, None where none leads."""
        return next(self.all_shortest(end), None)

    def all_shortest(self, end: int) -> Iterator[Path]:
        """Every shortest sequence to `end`, by last mover in the order of the moves, then by state.

        The last move is chosen first, then the one before it, and so on backwards.
        """
        open_ends: list[tuple[int, int, Chain]] = [
            (end, mover, None) for mover in reversed(self._last_movers(end))
        ]
        while open_ends:
            state, mover, later = open_ends.pop()
            if mover == NOBODY:
                yield Path(self.start, end, tuple(_steps(later)))
            else:
                movers = self.conflict.moves[mover].movers
                before = [
                    (origin, last, (Step(movers, origin, state), later))
                    for last, origin in self._before(state, mover)
                ]
                open_ends.extend(reversed(before))

    def _last_movers(self, end: int) -> list[int]:
        if end == self.start:
            return [NOBODY]
        column = self.lengths[:, end]
        least = np.min(column, initial=FAR)
        return [] if least == FAR else [int(mover) for mover in np.flatnonzero(column == least)]

    def _before(self, state: int, mover: int) -> list[tuple[int, int]]:
        """Who moved before `mover` came to `state`, and where it came from."""
        length, origins = self.lengths[mover, state], self._origins(state, mover)
        if length == 1:
            return [(NOBODY, self.start)]
        return [
            (last, int(origin))
            for last in range(len(self.lengths))
            if last != mover
            for origin in origins[self.lengths[last, origins] == length - 1]
        ]

    def _origins(self, state: int, mover: int) -> Ints:
        relation = self.conflict.moves[mover]
        origins = relation.predecessors(state)
        if not self.improving:
            return origins
        ends = np.full(len(origins), state)
        return np.asarray(origins[self.conflict.all_prefer(relation.movers, origins, ends)])


def sequences(
    conflict: Conflict,
    start: int,
    improving: bool,
    enough: Callable[[Truths], bool],
    movers: Sequence[int] | None = None,
) -> Sequences:
    """The legal sequences from `start`, by the relations `movers`, all when left out.

    Steps: breadth-first search over (state, last mover), one length at a time, until what has
    been reached is `enough` or nothing new is.
    """
    allowed = range(len(conflict.moves)) if movers is None else movers
    found = Sequences(
        conflict,
        start,
        improving,
        np.full((len(conflict.moves), conflict.count), FAR, dtype=np.int32),
    )
    reached = np.zeros(conflict.count, dtype=np.bool_)
    reached[start] = True
    frontier: Mapping[int, Ints] = {NOBODY: np.array([start])}
    length = 0
    while frontier and not enough(reached):
        length += 1
        arrivals = {mover: _arrivals(found, mover, frontier) for mover in allowed}
        frontier = {mover: states for mover, states in arrivals.items() if states.size}
        for mover, states in frontier.items():
            found.lengths[mover, states] = length
            reached[states] = True
    return found


def successors(conflict: Conflict, mover: int, sources: Ints, improving: bool) -> tuple[Ints, Ints]:
    """The moves of a relation from `sources`: the place of each start among them, and its end."""
    relation = conflict.moves[mover]
    which, ends = relation.successors(sources)
    if not improving:
        return which, ends
    keep = conflict.all_prefer(relation.movers, sources[which], ends)
    return which[keep], ends[keep]


def _arrivals(found: Sequences, mover: int, frontier: Mapping[int, Ints]) -> Ints:
    """The states a relation reaches for the first time from the last length's, in order."""
    others = [states for last, states in frontier.items() if last != mover]
    if not others:
        return np.zeros(0, dtype=np.int64)
    standing = np.zeros(found.conflict.count, dtype=np.bool_)
    for states in others:
        standing[states] = True
    ends = _ends(found, mover, np.flatnonzero(standing))
    return np.asarray(ends[found.lengths[mover, ends] == FAR])


def _ends(found: Sequences, mover: int, sources: Ints) -> Ints:
    """The states that moves of a relation lead to from any of `sources`, in order."""
    relation = found.conflict.moves[mover]
    if isinstance(relation, FreeMoves) and not found.improving:
        return relation.ends_of(sources)
    if isinstance(relation, FreeMoves) and len(relation.movers) == 1:
        return relation.ends_above(sources, found.conflict.ranks_of(relation.movers[0]))
    reached = np.zeros(found.conflict.count, dtype=np.bool_)
    for begin in range(0, len(sources), _SOURCES):
        some = sources[begin : begin + _SOURCES]
        reached[successors(found.conflict, mover, some, found.improving)[1]] = True
    return np.flatnonzero(reached)


def _steps(chain: Chain) -> Iterator[Step]:
    while chain is not None:
        step, chain = chain
        yield step
