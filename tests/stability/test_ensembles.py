"""Ensembles of preferences: what may be, how often, and the same bytes wherever it is computed."""

from __future__ import annotations

import json
import pickle
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, product

import numpy as np
import pytest

from winset.errors import Misuse
from winset.model import read_model
from winset.model.expressions import Expression
from winset.model.space import StateSpace, state_space
from winset.stability import CONCEPTS, stability_of
from winset.stability.concepts.manners import Manner, situation
from winset.stability.moves.relations import Ints
from winset.stability.variation.doubt import Doubt, completions, mind
from winset.stability.variation.ensembles import ensemble, exact_shares, sampling, shares_of, tally
from winset.stability.variation.lots import Lots

GRAPH = """
[parties.a]
[parties.b]
[graph]
states = ["1", "2", "3", "4"]
[graph.moves]
a = { "1" = ["2"], "3" = ["4"] }
b = { "2" = ["3"], "4" = ["1"] }
[preferences.a]
ranking = "2 > 1 ~ 4 > 3"
unknown = [["1", "3"], ["2", "1"]]
[preferences.b]
ranking = "3 > 2 ~ 1 > 4"
"""

ORDERED = """
[parties.north]
[parties.south]
[issues.more]
by = "north"
[issues.also]
by = "south"
[preferences.north]
order = ["not also", "more", "also if more"]
[preferences.south]
order = ["not more", "also"]
"""


def space_of(text: str) -> StateSpace:
    return state_space(read_model(text))


def signs(ranks: Ints | list[int]) -> dict[tuple[int, int], int]:
    return {
        (a, b): int(np.sign(int(ranks[a]) - int(ranks[b])))
        for a, b in combinations(range(len(ranks)), 2)
    }


def listed(ranks: list[int], unknown: list[tuple[int, int]], ties: bool) -> set[tuple[int, ...]]:
    """Every ranking that agrees with what is known, found by going through all there are."""
    stated, size = signs(ranks), len(ranks)
    forced = tied_through_others(stated, unknown, size) if not ties else set()
    found = set()
    for row in product(range(size), repeat=size):
        if set(row) != set(range(max(row) + 1)):
            continue
        new = signs(list(row))
        if all(
            (new[pair] == 0) == (pair in forced)
            if pair in unknown or (ties and sign == 0)
            else new[pair] == sign
            for pair, sign in stated.items()
        ):
            found.add(row)
    return found


def tied_through_others(
    stated: dict[tuple[int, int], int], unknown: list[tuple[int, int]], size: int
) -> set[tuple[int, int]]:
    groups = [{state} for state in range(size)]
    for (a, b), sign in stated.items():
        if sign == 0 and (a, b) not in unknown:
            one, other = (next(g for g in groups if s in g) for s in (a, b))
            if one is not other:
                groups.remove(other)
                one |= other
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


@pytest.mark.parametrize("ties", [False, True])
def test_the_rankings_that_may_be_are_those_that_agree_with_what_is_known(ties: bool) -> None:
    chance = np.random.default_rng(5)
    several = 0
    for _ in range(250):
        size = int(chance.integers(2, 6))
        ranks = chance.integers(0, size, size).tolist()
        pairs = list(combinations(range(size), 2))
        unknown = [pair for pair in pairs if chance.random() < 0.3]
        found = completions(np.array(ranks), np.array(unknown).reshape(-1, 2).astype(int), ties)
        every = [found.at(index) for index in range(found.count)]
        dense = {tuple(np.unique(row, return_inverse=True)[1].tolist()) for row in every}
        assert len(dense) == found.count
        assert dense == listed(ranks, unknown, ties)
        several += found.count > 1
    assert several > 60


def test_a_pair_that_others_settle_is_not_in_doubt() -> None:
    """The best is known to be above the middle, and that above the worst."""
    assert completions(np.array([2, 1, 0]), np.array([[0, 2]]), ties=False).count == 1


def test_ties_of_many_states_are_counted_without_being_listed() -> None:
    found = completions(np.zeros(50, dtype=np.int64), np.zeros((0, 2), dtype=np.int64), ties=True)
    assert found.count > 10**60
    assert sorted(found.at(found.count - 1).tolist()) == list(range(50))


def test_noise_exchanges_neighbouring_statements_going_down() -> None:
    """Three statements: four ways, each as likely as its exchanges; one carries two places."""
    one = mind(space_of(ORDERED), "north", Doubt(noise=Fraction(1, 4)))
    chances = [chance for chance, _ in one.every()]
    assert sorted(chances) == [Fraction(n, 16) for n in (1, 3, 3, 9)]
    assert one.count == 4


def test_without_noise_statements_are_certain() -> None:
    one = mind(space_of(ORDERED), "north", Doubt())
    assert [chance for chance, _ in one.every()] == [1]


def test_lots_depend_on_seed_and_number_alone() -> None:
    first = [Lots(7, number).below(10**30) for number in range(5)]
    again = [Lots(7, number).below(10**30) for number in reversed(range(5))][::-1]
    assert first == again
    assert len(set(first)) == 5
    assert first != [Lots(8, number).below(10**30) for number in range(5)]


def test_lots_fall_evenly() -> None:
    counts = Counter(Lots(1, number).below(6) for number in range(6000))
    assert set(counts) == set(range(6))
    assert all(abs(count - 1000) < 120 for count in counts.values())
    assert abs(sum(Lots(2, n).happens(Fraction(1, 3)) for n in range(3000)) - 1000) < 100


def test_lots_are_the_same_for_ever() -> None:
    """Philox 4x64-10 (Salmon and others, 2011) is fixed; a change here would change results."""
    for seed, number in ((0, 0), (1, 2), (2**64 - 1, 10**9)):
        assert Lots(seed, number).below(2**64) == _by_philox(seed, number)


def _by_philox(seed: int, number: int) -> int:
    """The first word, by the rounds written out."""
    mask = (1 << 64) - 1
    counter, key = [1, 0, 0, number], [seed, 0]  # the counter is raised before the first word
    for _ in range(10):
        low = 0xD2E7470EE14C6C93 * counter[0], 0xCA5A826395121157 * counter[2]
        counter = [
            (low[1] >> 64) ^ counter[1] ^ key[0],
            low[1] & mask,
            (low[0] >> 64) ^ counter[3] ^ key[1],
            low[0] & mask,
        ]
        key = [(key[0] + 0x9E3779B97F4A7C15) & mask, (key[1] + 0xBB67AE8584CAA73B) & mask]
    return counter[0]


@pytest.mark.parametrize("seed", [-1, 2**64])
def test_a_seed_out_of_bounds_is_refused(seed: int) -> None:
    with pytest.raises(Misuse, match="seed"):
        sampling(ensemble(space_of(GRAPH), Doubt()), seed, 10)


def test_exact_shares_are_those_of_every_combination() -> None:
    space = space_of(GRAPH)
    one = ensemble(space, Doubt(ties=True))
    found = exact_shares(one)
    assert found.exact
    rows = [[ranks for _, ranks in each.every()] for each in one.minds]
    every = [stability_of(one.under(list(chosen)).conflict) for chosen in product(*rows)]
    assert len(every) == found.orders > 5
    for concept, shares in found.shares:
        counts = sum(each.equilibria(concept).astype(int) for each in every)
        expected = {s: Fraction(int(n), len(every)) for s, n in enumerate(np.asarray(counts)) if n}
        assert dict(shares) == expected
        assert [share for _, share in shares] == sorted(expected.values(), reverse=True)


def test_sampled_shares_come_near_the_exact_ones() -> None:
    for text, doubt in ((GRAPH, Doubt(ties=True)), (ORDERED, Doubt(noise=Fraction(1, 3)))):
        one = ensemble(space_of(text), doubt)
        exact = exact_shares(one)
        drawn = sampling(one, seed=3, samples=2000)
        sampled = shares_of(drawn, (drawn(chunk) for chunk in range(drawn.chunks)))
        for (concept, shares), (_, near) in zip(exact.shares, sampled.shares, strict=True):
            for state in range(4):
                gap = dict(shares).get(state, Fraction(0)) - dict(near).get(state, Fraction(0))
                assert abs(gap) < Fraction(1, 20), (concept, state)


def test_how_samples_are_cut_into_chunks_changes_nothing() -> None:
    one = ensemble(space_of(GRAPH), Doubt(ties=True))
    results = set()
    for size in (1, 7, 50, 1000):
        drawn = sampling(one, seed=11, samples=50, size=size)
        tallies = [drawn(chunk) for chunk in reversed(range(drawn.chunks))]
        results.add(shares_of(drawn, tallies))
    assert len(results) == 1


def test_a_sampling_travels_to_another_process_and_its_tally_is_plain() -> None:
    drawn = sampling(ensemble(space_of(GRAPH), Doubt(ties=True)), seed=5, samples=30)
    copy = pickle.loads(pickle.dumps(drawn))
    assert copy(0) == drawn(0) == json.loads(json.dumps(drawn(0)))


def test_nothing_in_doubt_is_one_ranking() -> None:
    space = space_of(ORDERED)
    found = exact_shares(ensemble(space, Doubt()))
    assert found.orders == 1
    assert {share for _, shares in found.shares for _, share in shares} == {Fraction(1)}
    counts = tally(ensemble(space, Doubt()), 1, range(3))
    assert set(counts) == set(CONCEPTS)
    assert {count for row in counts.values() for count in row.values()} == {3}


@pytest.mark.parametrize("noise", [Fraction(-1, 2), Fraction(3, 2)])
def test_a_noise_that_is_no_chance_is_refused(noise: Fraction) -> None:
    with pytest.raises(Misuse, match="no chance"):
        Doubt(noise=noise)


def test_too_many_rankings_to_go_through_are_refused_with_a_way_on() -> None:
    space = space_of("[parties.a]\n" + "".join(f"[issues.i{n}]\nby='a'\n" for n in range(3)))
    with pytest.raises(Misuse, match="draw samples"):
        exact_shares(ensemble(space, Doubt(ties=True)))


@pytest.mark.parametrize(
    ("manner", "concept"),
    [
        (Manner(), "sim"),
        (Manner(groups=True), "seq"),
        (Manner(merged=(("north", "south"),)), "gmr"),
        (Manner(strength="strong"), "smr"),
        (Manner(horizon=3), "l3"),
    ],
)
def test_in_every_manner_shares_count_the_rankings_one_by_one(manner: Manner, concept: str) -> None:
    """Of the orders of statements that noise makes, each analysed as a model of its own."""
    model = read_model(ORDERED)
    found = exact_shares(
        ensemble(state_space(model), Doubt(noise=Fraction(1, 4)), [concept], manner)
    )
    expected: dict[int, Fraction] = {}
    for first, second, third in product((False, True), repeat=3):
        chance = Fraction(1)
        for done in (first, second, third):
            chance *= Fraction(1, 4) if done else Fraction(3, 4)
        north = exchanged(model.preferences[0].order, (first, second))
        south = exchanged(model.preferences[1].order, (third,))
        stated = tuple(
            replace(one, order=order)
            for one, order in zip(model.preferences, (north, south), strict=True)
        )
        changed = situation(state_space(replace(model, preferences=stated)), manner)
        for state in np.flatnonzero(changed.equilibria(concept)).tolist():
            expected[state] = expected.get(state, Fraction(0)) + chance
    assert dict(dict(found.shares)[concept]) == expected
    assert expected


def exchanged(order: tuple[Expression, ...], done: tuple[bool, ...]) -> tuple[Expression, ...]:
    row = list(order)
    for place, it_is in enumerate(done):
        if it_is:
            row[place], row[place + 1] = row[place + 1], row[place]
    return tuple(row)


def test_unknown_pairs_that_are_read_stay_unknown() -> None:
    one = ensemble(space_of(GRAPH), Doubt(), ["seq"], Manner(unknown="c"))
    assert one.count == 1
    with pytest.raises(Misuse, match="without `unknown`"):
        ensemble(space_of(GRAPH), Doubt(), ["seq"], Manner(strength="strong"))


def test_an_ensemble_can_be_sent_in_every_manner() -> None:
    for manner in (Manner(), Manner(groups=True), Manner(merged=(("north", "south"),))):
        drawn = sampling(ensemble(space_of(ORDERED), Doubt(ties=True), ["smr"], manner), 3, 40)
        assert pickle.loads(pickle.dumps(drawn))(1) == drawn(1)
