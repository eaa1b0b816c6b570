"""How often a state is an equilibrium, over the preferences the parties may have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from math import prod

import numpy as np

from winset.errors import Misuse
from winset.model.space import StateSpace
from winset.stability.concepts.manners import PLAIN, Manner, Situation, require_concept, situation
from winset.stability.moves.relations import Ints
from winset.stability.results import CONCEPTS
from winset.stability.variation.doubt import Doubt, Mind, mind
from winset.stability.variation.lots import Lots

MOST_EXACT = 2_000
"""Combinations of rankings that are gone through one by one rather than sampled."""
_MOST_CHUNKS = 200
_LEAST_SIZE = 20

Tally = dict[str, dict[str, int]]
"""For each concept, by state, in how many samples it was an equilibrium: plain, for any file."""


@dataclass(frozen=True, slots=True, eq=False)
class Ensemble:
    """A situation whose parties may each have one of several rankings."""

    stated: Situation
    minds: tuple[Mind, ...]
    concepts: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many combinations of rankings there are, at most."""
        return prod(one.count for one in self.minds)

    def sample(self, seed: int, number: int) -> Situation:
        """The situation under rankings drawn by chance, the same for the same seed and number."""
        lots = Lots(seed, number)
        return self.under([one.draw(lots) for one in self.minds])

    def under(self, rows: Sequence[Ints]) -> Situation:
        """The situation under these rankings, one for each party."""
        return self.stated.under(np.array(rows, dtype=np.int64))

    def every(self) -> Iterator[tuple[Fraction, Situation]]:
        """Every combination of rankings, with its chance."""
        for chosen in product(*(list(one.every()) for one in self.minds)):
            chance = prod((each for each, _ in chosen), start=Fraction(1))
            yield chance, self.under([ranks for _, ranks in chosen])


@dataclass(frozen=True, slots=True)
class Sampling:
    """The samples of an ensemble in chunks; a chunk can be computed anywhere, in any order."""

    ensemble: Ensemble
    seed: int
    samples: int
    size: int

    @property
    def chunks(self) -> int:
        """How many chunks there are."""
        return -(-self.samples // self.size)

    def __call__(self, chunk: int) -> Tally:
        """The tally of one chunk."""
        last = min((chunk + 1) * self.size, self.samples)
        return tally(self.ensemble, self.seed, range(chunk * self.size, last))


@dataclass(frozen=True, slots=True)
class Shares:
    """By concept the states that are equilibria in some of the rankings, in what share of them.

    States come in the order of their share, the largest first. `exact` shares are over all
    `orders`; others are over so many samples.
    """

    exact: bool
    orders: int
    samples: int
    shares: tuple[tuple[str, tuple[tuple[int, Fraction], ...]], ...]


def ensemble(
    space: StateSpace,
    doubt: Doubt,
    concepts: Sequence[str] = CONCEPTS,
    manner: Manner = PLAIN,
) -> Ensemble:
    """The ensemble of a model's parties under a doubt; unknown pairs that are read stay unknown.

    Raises Misuse for a concept that does not suit, and for levels that doubt could contradict.
    """
    stated = situation(space, manner)
    for concept in concepts:
        require_concept(manner, concept)
    if manner.unknown:
        doubt = replace(doubt, unknown=False)
    parties = stated.conflict.parties
    if manner.strength and any(len(space.unknown(party)) for party in parties):
        raise Misuse(
            "pairs of unknown order could stand against strong preference; ask for strength of a "
            "model without `unknown`"
        )
    minds = tuple(mind(space, party, doubt) for party in parties)
    return Ensemble(stated, minds, tuple(concepts))


def sampling(ensemble: Ensemble, seed: int, samples: int, size: int | None = None) -> Sampling:
    """The samples to draw, in some two hundred chunks at most unless their `size` is given.

    Raises Misuse for no samples, and for a seed out of bounds.
    """
    if samples < 1:
        raise Misuse(f"{samples} samples show nothing; expected 1 or more")
    Lots(seed, 0)
    return Sampling(ensemble, seed, samples, size or max(_LEAST_SIZE, -(-samples // _MOST_CHUNKS)))


def tally(ensemble: Ensemble, seed: int, numbers: Iterable[int]) -> Tally:
    """In how many of these samples each state is an equilibrium; depends on nothing else."""
    counts = {
        concept: np.zeros(ensemble.stated.conflict.count, dtype=np.int64)
        for concept in ensemble.concepts
    }
    for number in numbers:
        drawn = ensemble.sample(seed, number)
        for concept in ensemble.concepts:
            counts[concept] += drawn.equilibria(concept)
    return {
        concept: {str(state): int(row[state]) for state in np.flatnonzero(row)}
        for concept, row in counts.items()
    }


def shares_of(sampled: Sampling, tallies: Iterable[Tally]) -> Shares:
    """The shares that the tallies of all chunks come to, whatever their order."""
    sums: dict[str, dict[int, int]] = {concept: {} for concept in sampled.ensemble.concepts}
    for one in tallies:
        for concept, counts in one.items():
            for state, count in counts.items():
                sums[concept][int(state)] = sums[concept].get(int(state), 0) + count
    shares = {
        concept: {state: Fraction(count, sampled.samples) for state, count in counts.items()}
        for concept, counts in sums.items()
    }
    return Shares(False, sampled.ensemble.count, sampled.samples, _ordered(shares))


def exact_shares(ensemble: Ensemble) -> Shares:
    """The shares over every combination of rankings; raises Misuse where there are too many."""
    if ensemble.count > MOST_EXACT:
        raise Misuse(
            f"there are {ensemble.count:,} combinations of rankings; at most {MOST_EXACT:,} are "
            "gone through one by one: draw samples instead"
        )
    shares: dict[str, dict[int, Fraction]] = {concept: {} for concept in ensemble.concepts}
    for chance, one in ensemble.every():
        for concept, counts in shares.items():
            for state in np.flatnonzero(one.equilibria(concept)).tolist():
                counts[state] = counts.get(state, Fraction(0)) + chance
    return Shares(True, ensemble.count, 0, _ordered(shares))


def _ordered(
    shares: dict[str, dict[int, Fraction]],
) -> tuple[tuple[str, tuple[tuple[int, Fraction], ...]], ...]:
    return tuple(
        (concept, tuple(sorted(found.items(), key=lambda each: (-each[1], each[0]))))
        for concept, found in shares.items()
    )
