"""Rankings that agree with a partial order, against all permutations."""

from __future__ import annotations

import pickle
import random
from itertools import permutations
from math import factorial

import numpy as np
import pytest

from winset.errors import Misuse
from winset.stability.moves.relations import Truths
from winset.stability.variation.orders import LARGEST_WEB, closed, free_orders, orders

N_SHAPE = [(0, 2), (1, 2), (1, 3)]


def relation(size: int, pairs: list[tuple[int, int]]) -> Truths:
    above = np.zeros((size, size), dtype=np.bool_)
    for better, worse in pairs:
        above[better, worse] = True
    return closed(above)


def listed(size: int, above: Truths) -> set[tuple[int, ...]]:
    return {
        order
        for order in permutations(range(size))
        if all(
            order.index(int(better)) < order.index(int(worse))
            for better, worse in np.argwhere(above)
        )
    }


def test_every_order_is_found_once() -> None:
    for seed in range(300):
        chance = random.Random(seed)
        size = chance.randint(1, 6)
        names = chance.sample(range(size), size)
        pairs = [
            (names[a], names[b])
            for a in range(size)
            for b in range(a + 1, size)
            if chance.random() < 0.4
        ]
        above = relation(size, pairs)
        found = orders(range(size), above)
        every = [found.at(index) for index in range(found.count)]
        assert len(set(every)) == len(every)
        assert set(every) == listed(size, above)


def test_the_shape_of_an_n_is_counted() -> None:
    """The least order that is neither stacked nor side by side has five rankings."""
    assert orders(range(4), relation(4, N_SHAPE)).count == 5


def test_orders_travel_between_processes() -> None:
    found = orders(range(4), relation(4, N_SHAPE))
    copy = pickle.loads(pickle.dumps(found))
    assert [copy.at(index) for index in range(5)] == [found.at(index) for index in range(5)]


def test_many_free_elements_are_counted_exactly() -> None:
    found = free_orders(range(60))
    assert found.count == factorial(60)
    assert found.at(0) == tuple(range(60))
    assert sorted(found.at(factorial(60) - 1)) == list(range(60))


def test_too_tangled_an_order_is_refused() -> None:
    size = LARGEST_WEB + 2
    fence = [(a, a + 1) if a % 2 else (a + 1, a) for a in range(size - 1)]
    with pytest.raises(Misuse, match="too tangled"):
        orders(range(size), relation(size, fence))
