"""Conflicts made up by a seeded generator, in the form of both engines."""

from __future__ import annotations

import random
from itertools import combinations

import numpy as np

from tests.reference.concepts import Doubtful
from tests.reference.stability import Arrow, Movers, Plain
from winset.stability import Conflict, Relation, conflict_of


def made_up(seed: int) -> Plain:
    """A conflict of 2 to 5 parties: ties, one-way, non-transitive and joint moves."""
    chance = random.Random(seed)
    parties = tuple("abcde"[: chance.randint(2, 5)])
    count = chance.randint(2, 9)
    levels = chance.randint(1, count)
    ranks = {party: [chance.randrange(levels) for _ in range(count)] for party in parties}
    groups: list[Movers] = [(party,) for party in parties]
    if chance.random() < 0.5:
        several = [g for size in range(2, len(parties) + 1) for g in combinations(parties, size)]
        groups += chance.sample(several, min(len(several), chance.randint(1, 2)))
    density, freedom = chance.choice([0.1, 0.2, 0.4]), chance.choice([0.0, 0.5, 1.0])
    moves: set[Arrow] = set()
    for group in groups:
        if chance.random() < freedom:
            moves |= _free(chance, group, count)
        else:
            moves |= _listed(chance, group, count, density * chance.random())
    return Plain(parties, count, frozenset(moves), ranks)


def _listed(chance: random.Random, group: Movers, count: int, density: float) -> set[Arrow]:
    """Moves at random, hence one-way and not transitive."""
    return {
        (group, start, end)
        for start in range(count)
        for end in range(count)
        if start != end and chance.random() < density
    }


def _free(chance: random.Random, group: Movers, count: int) -> set[Arrow]:
    """Groups of states within which the movers go from any to any other."""
    label = [chance.randrange(count) for _ in range(count)]
    return {
        (group, start, end)
        for start in range(count)
        for end in range(count)
        if start != end and label[start] == label[end]
    }


def as_arrays(model: Plain) -> Conflict:
    """The same conflict for the engine."""
    alone: list[Movers] = [(party,) for party in model.parties]
    groups = dict.fromkeys(alone + sorted(movers for movers, _, _ in model.moves))
    ranks = np.array([model.ranks[party] for party in model.parties], dtype=np.int64)
    return conflict_of(model.parties, [_relation(model, movers) for movers in groups], ranks)


def _relation(model: Plain, movers: Movers) -> Relation:
    arrows = sorted((start, end) for by, start, end in model.moves if by == movers)
    sizes = np.bincount([start for start, _ in arrows], minlength=model.count)
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    return Relation(movers, starts, np.array([end for _, end in arrows], dtype=np.int64))


def doubtful(seed: int) -> Doubtful:
    """A made-up conflict in which some parties do not know the order of some pairs."""
    plain, chance = made_up(seed), random.Random(-seed - 1)
    pairs = [frozenset((a, b)) for a in range(plain.count) for b in range(a)]
    return Doubtful(
        plain,
        {
            party: set(chance.sample(pairs, chance.randint(0, min(4, len(pairs)))))
            for party in plain.parties
        },
    )


def pairs_in(model: Doubtful) -> dict[str, np.ndarray]:
    return {
        party: np.array(sorted(map(sorted, rows)), dtype=np.int64).reshape(-1, 2)
        for party, rows in model.unknown.items()
    }


def levels_of(plain: Plain, seed: int) -> dict[str, list[int]]:
    """Levels that never fall as ranks rise."""
    chance = random.Random(-seed - 1)
    levels = {}
    for party, ranks in plain.ranks.items():
        height, steps = 0, [0]
        for _ in range(max(ranks)):
            height += chance.random() < 0.4
            steps.append(height)
        levels[party] = [steps[rank] for rank in ranks]
    return levels


def as_rows(plain: Plain, levels: dict[str, list[int]]) -> np.ndarray:
    return np.array([levels[party] for party in plain.parties])


def united(plain: Plain, group: tuple[str, ...]) -> Plain:
    """The conflict in which whoever moves with a member moves with all of them."""
    moves: set[Arrow] = set()
    for movers, start, end in plain.moves:
        joined = set(movers) | set(group) if set(movers) & set(group) else set(movers)
        moves.add((tuple(party for party in plain.parties if party in joined), start, end))
    return Plain(plain.parties, plain.count, frozenset(moves), plain.ranks)


def two_parties(seed: int) -> Plain:
    """A conflict of two parties that never move together."""
    chance = random.Random(seed)
    count = chance.randint(2, 7)
    levels = chance.choice([2, count])
    ranks = {party: [chance.randrange(levels) for _ in range(count)] for party in "ab"}
    every = [((p,), s, e) for p in "ab" for s in range(count) for e in range(count) if s != e]
    density = chance.choice([0.15, 0.3, 0.6])
    return Plain(("a", "b"), count, frozenset(m for m in every if chance.random() < density), ranks)
