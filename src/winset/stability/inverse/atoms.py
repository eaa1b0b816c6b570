"""Pairwise atoms as variables of a solver: a party likes one state at least as much as another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from winset.stability.inverse.bundles import Bundles
from winset.stability.inverse.findings import Fact, Scale
from winset.stability.moves.relations import Ints, Truths

Clause = list[int]
_AT_ONCE = 2000
"""Broken clauses of transitivity that are added at a time."""


class Atoms:
    """An atom for every two elements on each of a party's scales."""

    def __init__(self, bundles: Bundles, unknown: Ints) -> None:
        self.bundles, self.unknown = bundles, unknown
        self._first = {n: 1 + k * bundles.count**2 for k, n in enumerate(bundles.scales)}

    def literal(self, fact: Fact) -> int:
        """The literal of a comparison of two states that are not of one bundle."""
        of = self.bundles.of
        atom = self._atom(fact.scale, int(of[fact.first]), int(of[fact.second]))
        return atom if fact.holds else -atom

    def hard(self) -> Iterator[Clause]:
        """That of two elements one is at least as good, and whether they may be equally good.

        What is strongly better is better.
        """
        firsts, seconds = np.triu_indices(self.bundles.count, 1)
        for scale in self.bundles.scales:
            tied = self.bundles.may_tie(scale)[firsts, seconds].tolist()
            for one, other, may_tie in zip(firsts.tolist(), seconds.tolist(), tied, strict=True):
                pair = [self._atom(scale, one, other), self._atom(scale, other, one)]
                yield pair
                if not may_tie:
                    yield [-atom for atom in pair]
                if scale.strong:
                    mild = Scale(scale.party)
                    yield [pair[0], -self._atom(mild, one, other)]
                    yield [pair[1], -self._atom(mild, other, one)]

    def soft(self) -> Iterator[tuple[int, int]]:
        """The literal of every atom as it is stated, and how many pairs of states it stands for."""
        for scale in self.bundles.scales:
            weights = np.outer(self.bundles.sizes, self.bundles.sizes)
            np.fill_diagonal(weights, 0)
            if not scale.strong:
                for pair in self.bundles.of[self.unknown]:
                    weights[pair, pair[::-1]] = 0
            ranks = self.bundles.ranks(scale)
            for one, other in np.argwhere(weights > 0).tolist():
                atom = self._atom(scale, one, other)
                yield (atom if ranks[one] >= ranks[other] else -atom), int(weights[one, other])

    def read(self, model: Sequence[int]) -> dict[Scale, Truths]:
        """For each scale where an element is at least as good as another."""
        count, scales = self.bundles.count, self.bundles.scales
        positive = np.zeros(1 + len(scales) * count**2, dtype=np.bool_)
        positive[[atom for atom in model if 0 < atom < len(positive)]] = True
        tables = positive[1:].reshape(len(scales), count, count) | np.eye(count, dtype=np.bool_)
        return dict(zip(scales, tables, strict=True))

    def intransitive(self, liked: dict[Scale, Truths]) -> Iterator[Clause]:
        """Clauses of transitivity that are broken, none where all hold."""
        for scale, matrix in liked.items():
            for first, middle, last in _broken(matrix):
                yield [
                    -self._atom(scale, first, middle),
                    -self._atom(scale, middle, last),
                    self._atom(scale, first, last),
                ]

    def _atom(self, scale: Scale, first: int, second: int) -> int:
        return self._first[scale] + first * self.bundles.count + second


def _broken(liked: Truths) -> Iterable[list[int]]:
    """Elements the first as good as the second, that as the third, the first not as the third."""
    found: list[list[int]] = []
    for first, row in enumerate(liked):
        broken = row[:, None] & liked & ~row[None, :]
        found += [[first, *pair] for pair in np.argwhere(broken).tolist()]
        if len(found) >= _AT_ONCE:
            break
    return found
