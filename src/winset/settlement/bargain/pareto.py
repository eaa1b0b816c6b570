"""The frontier over a decision diagram: what is dominated in a state stays so to the end.

Where no rule runs across issues there is one state at each level, and this is the sum of the
issues' worths one after the other, pruned after each (a Minkowski sum).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from winset.settlement.bargain.worth import Worth
from winset.settlement.results import Package
from winset.settlement.win_sets.diagram import Diagram, State
from winset.settlement.win_sets.functions import Outgrown

Vectors = NDArray[np.int64]
"""Shape (vectors, players)."""

_Way = tuple[int, State, tuple[int, ...], dict[str, int]]
"""A level, a state there, what the options before it must be worth, and the options after it."""
_MOST_VECTORS = 500_000
_MOST_STATES = 1_000
_CHUNK = 256


class Sweep:
    """Undominated sums of worth in every state of every level; raises Outgrown."""

    def __init__(self, diagram: Diagram, root: State, worths: Sequence[Worth]) -> None:
        self._diagram = diagram
        self._columns = _columns(diagram, worths)
        base = np.array([[worth.base for worth in worths]], dtype=np.int64)
        self._levels: list[dict[State, Vectors]] = [{root: base}]
        self._seen = 0
        self._sets: dict[tuple[int, State], frozenset[tuple[int, ...]]] = {}
        self._worths: list[list[list[int]]] = [column.tolist() for column in self._columns]
        for level in range(len(diagram.order)):
            self._levels.append(self._next(level))

    @property
    def frontier(self) -> Vectors:
        """The undominated vectors, in descending order of the first player's worth."""
        return _united(list(self._levels[-1].values()), len(self._columns[0].T))

    def _next(self, level: int) -> dict[State, Vectors]:
        parts: dict[State, list[Vectors]] = {}
        for state, vectors in self._levels[level].items():
            for reached, options in self._diagram.steps(state, level):
                column = _united([self._columns[level][list(options)]], vectors.shape[1])
                sums = (vectors[:, None, :] + column[None, :, :]).reshape(-1, vectors.shape[1])
                self._seen += len(sums)
                if self._seen > _MOST_VECTORS:
                    raise Outgrown(f"more than {_MOST_VECTORS} sums of worth")
                parts.setdefault(reached, []).append(sums)
            if len(parts) > _MOST_STATES:
                raise Outgrown(f"more than {_MOST_STATES} states at one level")
        return {state: undominated(np.concatenate(sums)) for state, sums in parts.items()}

    def example(self, vector: Sequence[int]) -> Package:
        """A package worth one of the frontier's vectors."""
        return self.packages(vector, 1)[0][0]

    def packages(self, vector: Sequence[int], most: int) -> tuple[tuple[Package, ...], bool]:
        """At most `most` packages worth exactly this, and whether they are all.

        Each is undominated, so every state on its way holds what it was worth there.
        """
        found: list[dict[str, int]] = []
        last = len(self._diagram.order)
        waiting: list[_Way] = [(last, state, tuple(vector), {}) for state in self._levels[-1]]
        while waiting:
            level, state, rest, chosen = waiting.pop()
            if rest not in self._known(level, state):
                continue
            if level == 0:
                found.append(chosen)
                if len(found) > most:
                    break
                continue
            waiting += self._before(level - 1, state, rest, chosen)
        listed = sorted(self._package(each) for each in found[:most])
        return tuple(package for _, package in listed), len(found) <= most

    def _before(
        self, level: int, reached: State, rest: tuple[int, ...], chosen: dict[str, int]
    ) -> list[_Way]:
        issue = self._diagram.order[level].id
        made = []
        for state in self._levels[level]:
            for after, options in self._diagram.steps(state, level):
                if after != reached:
                    continue
                for option in reversed(options):
                    worth = self._worths[level][option]
                    less = tuple(x - y for x, y in zip(rest, worth, strict=True))
                    made.append((level, state, less, {**chosen, issue: option}))
        return made

    def _known(self, level: int, state: State) -> frozenset[tuple[int, ...]]:
        known = self._sets.get((level, state))
        if known is None:
            rows = self._levels[level][state].tolist()
            known = self._sets[level, state] = frozenset(tuple(row) for row in rows)
        return known

    def _package(self, chosen: dict[str, int]) -> tuple[tuple[int, ...], Package]:
        """A package with its options as numbers, to sort by."""
        issues = self._diagram.issues
        places = tuple(chosen[issue.id] for issue in issues)
        named = zip(issues, places, strict=True)
        return places, tuple((issue.id, issue.options[place]) for issue, place in named)


def undominated(vectors: Vectors) -> Vectors:
    """Vectors no other equals or exceeds in everything, each once, in descending order."""
    rest = _descending(vectors)
    if rest.shape[1] == 1:
        return rest[:1]
    if rest.shape[1] == 2:
        best = np.maximum.accumulate(rest[:, 1])
        rising: Vectors = rest[np.concatenate([[True], rest[1:, 1] > best[:-1]])]
        return rising
    kept: list[Vectors] = []
    # In this order only an earlier vector can dominate a later one.
    while len(rest):
        first = _among(rest[:_CHUNK])
        kept.append(first)
        rest = rest[_CHUNK:]
        for vector in first:
            rest = rest[(rest > vector).any(axis=1)]
    return np.concatenate(kept) if kept else vectors


def _among(vectors: Vectors) -> Vectors:
    """The undominated ones of a few vectors in descending order, all different."""
    reached = np.all(vectors[None, :, :] >= vectors[:, None, :], axis=2)
    kept: Vectors = vectors[np.sum(reached, axis=1) == 1]  # by itself
    return kept


def _descending(vectors: Vectors) -> Vectors:
    """Each vector once."""
    rest = vectors[np.lexsort(-vectors.T[::-1])]
    if not len(rest):
        return rest
    different: Vectors = rest[np.concatenate([[True], (rest[1:] != rest[:-1]).any(axis=1)])]
    return different


def _united(parts: list[Vectors], players: int) -> Vectors:
    return undominated(np.concatenate([np.zeros((0, players), dtype=np.int64), *parts]))


def _columns(diagram: Diagram, worths: Sequence[Worth]) -> list[Vectors]:
    """For each level, what each option adds for each player; shape (options, players)."""
    tables = [dict(worth.tables) for worth in worths]
    return [
        np.array(
            [table.get(issue.id, (0,) * len(issue.options)) for table in tables], dtype=np.int64
        ).T
        for issue in diagram.order
    ]
