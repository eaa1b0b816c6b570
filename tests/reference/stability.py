"""A slow, plain stability engine: the definitions written down with sets, nothing shared.

States are numbers, a move is a triple (movers, from, to), ranks are lists. Groups' sequences are
walked pair by pair (state, last movers); every condition is the sentence of its definition.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

Movers = tuple[str, ...]
Arrow = tuple[Movers, int, int]


@dataclass(frozen=True)
class Plain:
    """A conflict as sets: `moves` are triples, `ranks[party][state]` higher is better."""

    parties: tuple[str, ...]
    count: int
    moves: frozenset[Arrow]
    ranks: dict[str, list[int]]

    @cached_property
    def leaving(self) -> dict[int, list[Arrow]]:
        """The moves from each state."""
        found: dict[int, list[Arrow]] = {state: [] for state in range(self.count)}
        for move in self.moves:
            found[move[1]].append(move)
        return found

    def likes(self, party: str, end: int, start: int) -> bool:
        return self.ranks[party][end] > self.ranks[party][start]

    def all_like(self, movers: Movers, end: int, start: int) -> bool:
        return all(self.likes(mover, end, start) for mover in movers)


def improvements(model: Plain, party: str, state: int) -> set[int]:
    """R_i⁺(s), with the joint moves of i that every member prefers."""
    return {
        end
        for movers, _, end in model.leaving[state]
        if party in movers and model.all_like(movers, end, state)
    }


def escapes(model: Plain, party: str, state: int) -> set[int]:
    """R_i(s), with the joint moves of i that every other member prefers."""
    return {
        end
        for movers, _, end in model.leaving[state]
        if party in movers and model.all_like(tuple(m for m in movers if m != party), end, state)
    }


def replies(model: Plain, party: str, state: int, improving: bool) -> set[int]:
    """R_{N−i}(s) or R⁺_{N−i}(s): where legal sequences of the others lead."""
    waiting: deque[tuple[int, Movers]] = deque([(state, ())])
    seen: set[tuple[int, Movers]] = {(state, ())}
    ends: set[int] = set()
    while waiting:
        here, last = waiting.popleft()
        for movers, _, end in model.leaving[here]:
            if movers == last or party in movers:
                continue
            if improving and not model.all_like(movers, end, here):
                continue
            ends.add(end)
            if (end, movers) not in seen:
                seen.add((end, movers))
                waiting.append((end, movers))
    return ends


def nash(model: Plain, party: str, state: int) -> bool:
    return not improvements(model, party, state)


def gmr(model: Plain, party: str, state: int) -> bool:
    return _answered(model, party, state, improving=False, symmetric=False)


def smr(model: Plain, party: str, state: int) -> bool:
    return _answered(model, party, state, improving=False, symmetric=True)


def seq(model: Plain, party: str, state: int) -> bool:
    return _answered(model, party, state, improving=True, symmetric=False)


def sseq(model: Plain, party: str, state: int) -> bool:
    return _answered(model, party, state, improving=True, symmetric=True)


def _answered(model: Plain, party: str, state: int, *, improving: bool, symmetric: bool) -> bool:
    def no_better(end: int) -> bool:
        return model.ranks[party][end] <= model.ranks[party][state]

    def holds(reply: int) -> bool:
        if not no_better(reply):
            return False
        return not symmetric or all(no_better(end) for end in escapes(model, party, reply))

    return all(
        any(holds(reply) for reply in replies(model, party, end, improving))
        for end in improvements(model, party, state)
    )


CONCEPTS: dict[str, Callable[[Plain, str, int], bool]] = {
    "nash": nash,
    "gmr": gmr,
    "smr": smr,
    "seq": seq,
    "sseq": sseq,
}


def stable(model: Plain) -> dict[str, dict[str, list[int]]]:
    """Stable states by concept and party."""
    return {
        concept: {
            party: [state for state in range(model.count) if rule(model, party, state)]
            for party in model.parties
        }
        for concept, rule in CONCEPTS.items()
    }


def distances(model: Plain, start: int, improving: bool) -> dict[int, int]:
    """The length of the shortest legal sequence from `start` to each state it can reach.

    Sequences are listed outright, length by length, as sets of (state, last movers).
    """
    found = {start: 0}
    level: set[tuple[int, Movers]] = {(start, ())}
    for length in range(1, 2 * model.count * len(model.moves) + 2):
        level = {
            (end, movers)
            for here, last in level
            for movers, begin, end in model.moves
            if begin == here and movers != last
            if not improving or model.all_like(movers, end, here)
        }
        for end, _ in sorted(level):
            found.setdefault(end, length)
        if not level or len(found) == model.count:
            break
    return found
