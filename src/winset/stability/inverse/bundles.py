"""Some states of a ranking named one by one, the others between them in bundles.

The nearest preference in which some named states stand otherwise need not tell apart states that
stand alike to all of them: of an optimal ranking take the member of a bundle that costs least with
what is outside it, and move the others next to it in their old order. Nothing gets dearer, so a
bundle may move as one, every pair counting as often as it stands for states.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from winset.stability.inverse.findings import Fact, Scale
from winset.stability.inverse.question import Question, Ties
from winset.stability.moves.relations import Ints, Truths


class Bundles:
    """The elements of a party's scales: named states first, in order, then bundles.

    `of` holds the element of every state, `sizes` how many states each element has. `loose` are
    bundles that can tie with nothing: a place right above or below would cost no more.
    """

    def __init__(self, stated: Mapping[Scale, Ints], named: Iterable[int], ties: Ties) -> None:
        self.ties = ties
        self.stated = {scale: _dense(ranks) for scale, ranks in stated.items()}
        states = np.array(sorted(named), dtype=np.int64)
        keys = _alike(self.stated, states)
        distinct, number = np.unique(keys[keys >= 0], return_inverse=True)
        self.of = np.empty(len(keys), dtype=np.int64)
        self.of[states] = np.arange(len(states))
        self.of[keys >= 0] = len(states) + number.reshape(-1)
        self.sizes = np.bincount(self.of)
        between = np.concatenate([np.zeros(len(states), dtype=np.bool_), distinct % 2 == 0])
        self.loose = between & (self.sizes > 1)
        self._first = np.zeros(self.count, dtype=np.int64)
        self._first[self.of[::-1]] = np.arange(len(keys))[::-1]

    @property
    def count(self) -> int:
        """How many elements there are."""
        return len(self.sizes)

    @property
    def scales(self) -> tuple[Scale, ...]:
        """The scales on which the elements are compared."""
        return tuple(self.stated)

    def ranks(self, scale: Scale) -> Ints:
        """The stated rank of each element, that of its first state."""
        return np.asarray(self.stated[scale][self._first])

    def may_tie(self, scale: Scale) -> Truths:
        """Where two elements may become equally good; on the strong scale anywhere."""
        if scale.strong:
            return np.ones((self.count, self.count), dtype=np.bool_)
        if self.ties is Ties.NONE:
            return np.zeros((self.count, self.count), dtype=np.bool_)
        ranks = self.ranks(scale)
        alike = ranks[:, None] == ranks[None, :]
        firm = ~(self.loose[:, None] | self.loose[None, :])
        return np.asarray(firm & (alike | (self.ties is Ties.ANY)))

    def broken(self) -> int:
        """How many ties inside bundles have to be broken, whatever else changes."""
        if self.ties is not Ties.NONE:
            return 0
        keys = self.of * np.int64(len(self.of)) + self.stated[self.scales[0]]
        alike = np.unique(keys, return_counts=True)[1]
        return int((alike * (alike - 1) // 2).sum())

    def ranks_by(self, scale: Scale, liked: Truths) -> Ints:
        """The ranks of all states where the elements stand so; inside a bundle nothing changes."""
        outer = _dense(liked.sum(axis=1))[self.of]
        inner = np.where(self.loose[self.of] & (not scale.strong), self.stated[scale], 0)
        if self.ties is Ties.NONE and not scale.strong:
            inner[np.argsort(self.stated[scale], kind="stable")] = np.arange(len(self.of))
        return _dense(outer * np.int64(len(self.of) + 1) + inner)


def _alike(stated: Mapping[Scale, Ints], named: Ints) -> Ints:
    """A key for all states that stand alike to the named ones; -1 for those themselves.

    It is even where a state is between named ones. What differs in strength is never alike.
    """
    keys = np.zeros(len(next(iter(stated.values()))), dtype=np.int64)
    for scale, ranks in stated.items():
        if scale.strong:
            keys = keys + 2 * ranks * (len(ranks) + 1)
        elif len(named):
            levels = np.unique(ranks[named])
            place = np.searchsorted(levels, ranks)
            beside = levels[np.minimum(place, len(levels) - 1)] == ranks
            keys = keys + 2 * place + beside
    keys[named] = -1
    return np.asarray(keys)


def _dense(values: Ints) -> Ints:
    return np.asarray(np.unique(values, return_inverse=True)[1].reshape(-1).astype(np.int64))


class Reach:
    """How far preferences must at least change for a comparison to turn out otherwise."""

    def __init__(self, question: Question) -> None:
        self._tied = question.ties is Ties.ANY
        self._stated = {scale: question.stated(scale) for scale in question.scales}
        self._sorted = {scale: np.sort(ranks) for scale, ranks in self._stated.items()}
        self._blurred = {party for party, pairs in question.situation.unknown.items() if len(pairs)}

    def is_stated(self, fact: Fact) -> bool:
        """Whether a fact holds as the model has it."""
        ranks = self._stated[fact.scale]
        return bool(ranks[fact.first] >= ranks[fact.second]) is fact.holds

    def least(self, fact: Fact) -> int:
        """A distance below which no preference lies in which a fact holds.

        Every state between the two has to change places with one of them; where pairs are
        unknown, which cost nothing, states between are not counted.
        """
        if self.is_stated(fact):
            return 0
        ranks = self._stated[fact.scale]
        low, high = sorted((int(ranks[fact.first]), int(ranks[fact.second])))
        between = 0
        if fact.scale.party not in self._blurred:
            ascending = self._sorted[fact.scale]
            above_low = int(np.searchsorted(ascending, low, "right"))
            between = max(int(np.searchsorted(ascending, high)) - above_low, 0)
        may_tie = fact.holds and (self._tied or fact.scale.strong)
        return 2 * between + (1 if may_tie or low == high else 2)
