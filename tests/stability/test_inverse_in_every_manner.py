"""The inverse for SIM, unknown and strong preference, groups, merged parties and limited moves.

The nearest change is held against every ranking there is, judged by the plain engine.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations, permutations, product

import numpy as np
import pytest

from tests.reference import stability as reference
from tests.reference.concepts import (
    Chosen,
    Doubtful,
    expected_end,
    group_stable,
    sim_stable,
    strongly_stable,
    united_stable,
    unknown_stable,
)
from tests.reference.stability import Plain
from tests.stability.conflicts import (
    as_arrays,
    as_rows,
    doubtful,
    levels_of,
    made_up,
    pairs_in,
    two_parties,
    united,
)
from winset.errors import Misuse
from winset.model import read_model
from winset.model.space import StateSpace, state_space
from winset.stability.concepts.manners import Manner, Situation, situation
from winset.stability.inverse import (
    PreferenceChange,
    Ties,
    count_rankings,
    nearest_changes,
    question,
)
from winset.stability.inverse.question import Question

Ranks = dict[str, list[int]]
Verdict = Callable[[Ranks, Ranks], bool]
"""Whether state 0 is an equilibrium where parties rank the states so; the levels come second."""


def weak_orders(count: int) -> list[list[int]]:
    every = product(range(count), repeat=count)
    return [list(ranks) for ranks in every if set(ranks) == set(range(max(ranks) + 1))]


def steps(before: list[int], after: list[int], unknown: set[frozenset[int]]) -> int:
    """2 for two states turned round, 1 for a tie made or broken; nothing for an unknown pair."""
    return sum(
        abs(int(np.sign(before[a] - before[b])) - int(np.sign(after[a] - after[b])))
        for a, b in combinations(range(len(before)), 2)
        if frozenset((a, b)) not in unknown
    )


def nearest_by_listing(
    stated: Ranks, free: tuple[str, ...], holds: Verdict, unknown: dict[str, set[frozenset[int]]]
) -> int | None:
    """The least distance of a preference that does it, among all weak orders."""
    orders = weak_orders(len(next(iter(stated.values()))))
    distances = [
        sum(steps(stated[p], row, unknown.get(p, set())) for p, row in zip(free, rows, strict=True))
        for rows in product(orders, repeat=len(free))
        if holds({**stated, **dict(zip(free, rows, strict=True))}, {})
    ]
    return min(distances, default=None)


def check(
    asked: Question, stated: Ranks, holds: Verdict, unknown: dict[str, set[frozenset[int]]]
) -> int | None:
    found = nearest_changes(asked, limit=4)
    expected = nearest_by_listing(stated, asked.free, holds, unknown)
    if expected is None:
        assert (found.changes, found.complete) == ((), True)
        return None
    assert found.changes[0].distance == expected
    distances = [change.distance for change in found.changes]
    assert distances == sorted(distances)
    for change in found.changes:
        new = {**stated, **{party: list(row) for party, row in change.ranks}}
        assert holds(new, {})
        for party, row in change.ranks:
            own = [one for one in change.revisions if one.party == party]
            told = sum(abs(one.after - one.before) for one in own)
            assert told == steps(stated[party], list(row), unknown.get(party, set()))
        assert change.distance == sum(abs(one.after - one.before) for one in change.revisions)
    return expected


def small(
    models: Iterator[tuple[int, Plain]], most: int
) -> Iterator[tuple[int, Plain, tuple[str, ...]]]:
    """Models of three states, two parties free, and of four, one free."""
    left = most
    for seed, model in models:
        if model.count in (3, 4) and left:
            left -= 1
            free = model.parties[:2] if model.count == 3 else (model.parties[seed % 2],)
            yield seed, model, free


def slightly_doubtful(seed: int) -> Doubtful:
    """A made-up conflict in which each party does not know the order of one pair of states."""
    plain, chance = two_parties(seed), random.Random(seed)
    pairs = [frozenset(pair) for pair in combinations(range(plain.count), 2)]
    return Doubtful(plain, {party: {chance.choice(pairs)} for party in plain.parties})


@pytest.mark.parametrize("concept", ["nash", "gmr", "smr", "seq", "sseq"])
@pytest.mark.parametrize("reading", "abcd")
def test_under_every_reading_of_unknown_preference(reading: str, concept: str) -> None:
    needed = 0
    makers = [slightly_doubtful] * 3 + [doubtful]
    models = ((seed, makers[seed % 4](seed).plain) for seed in range(400))
    for seed, plain, free in small(models, 40):
        model = makers[seed % 4](seed)
        where = Situation(
            as_arrays(plain),
            tuple((party,) for party in plain.parties),
            Manner(unknown=reading),
            pairs_in(model),
        )

        def holds(ranks: Ranks, levels: Ranks, model: Doubtful = model) -> bool:
            new = Doubtful(replace(model.plain, ranks=ranks), model.unknown)
            return all(
                unknown_stable(new, reading, concept, party, 0) for party in new.plain.parties
            )

        asked = question(where, 0, concept, free, Ties.ANY)
        needed += bool(check(asked, plain.ranks, holds, model.unknown))
    assert needed > 0


@pytest.mark.parametrize("concept", ["nash", "gmr", "smr", "seq", "sseq"])
def test_for_groups(concept: str) -> None:
    needed = 0
    for _, plain, free in small(((seed, made_up(seed)) for seed in range(600)), 40):
        sides = tuple(
            group
            for size in range(1, len(plain.parties) + 1)
            for group in combinations(plain.parties, size)
        )
        where = Situation(as_arrays(plain), sides, Manner(groups=True))

        def holds(ranks: Ranks, levels: Ranks, plain: Plain = plain) -> bool:
            new = replace(plain, ranks=ranks)
            alone = (reference.CONCEPTS[concept](new, party, 0) for party in new.parties)
            groups = [
                group
                for size in range(2, len(new.parties) + 1)
                for group in combinations(new.parties, size)
            ]
            return all(alone) and all(group_stable(new, group, concept, 0) for group in groups)

        needed += bool(check(question(where, 0, concept, free, Ties.ANY), plain.ranks, holds, {}))
    assert needed > 0


@pytest.mark.parametrize("concept", ["nash", "gmr", "smr", "seq", "sseq"])
def test_for_parties_that_act_as_one(concept: str) -> None:
    needed = 0
    for _, plain, free in small(((seed, made_up(seed)) for seed in range(600)), 40):
        group = plain.parties[:2]
        joined = united(plain, group)
        others = tuple((party,) for party in plain.parties[2:])
        where = Situation(as_arrays(joined), (group, *others), Manner(merged=(group,)))

        def holds(ranks: Ranks, levels: Ranks, joined: Plain = joined) -> bool:
            new = replace(joined, ranks=ranks)
            rest = (reference.CONCEPTS[concept](new, party, 0) for party in new.parties[2:])
            return united_stable(new, new.parties[:2], concept, 0) and all(rest)

        needed += bool(check(question(where, 0, concept, free, Ties.ANY), plain.ranks, holds, {}))
    assert needed > 0


@pytest.mark.parametrize("horizon", [1, 2, 3, 5])
def test_for_parties_that_look_some_moves_ahead(horizon: int) -> None:
    needed = 0
    for _, plain, free in small(((seed, two_parties(seed)) for seed in range(600)), 40):
        where = Situation(as_arrays(plain), (("a",), ("b",)), Manner(horizon=horizon))

        def holds(ranks: Ranks, levels: Ranks, plain: Plain = plain) -> bool:
            new = replace(plain, ranks=ranks)
            return all(expected_end(new, party, 0, horizon) == 0 for party in "ab")

        asked = question(where, 0, f"l{horizon}", free, Ties.ANY)
        needed += bool(check(asked, plain.ranks, holds, {}))
    assert needed > 0


@pytest.mark.parametrize("strength", ["strong", "weak"])
@pytest.mark.parametrize("concept", ["gmr", "smr", "seq", "sseq"])
def test_for_strong_preference(concept: str, strength: str) -> None:
    """Rankings and levels of both parties, all of them."""
    tried = needed = 0
    for seed in range(300):
        plain = two_parties(seed)
        if plain.count != 3 or tried == 6:
            continue
        levels = levels_of(plain, seed)
        alone = (("a",), ("b",))
        rows = as_rows(plain, levels)
        where = Situation(as_arrays(plain), alone, Manner(strength=strength), levels=rows)
        found = nearest_changes(question(where, 0, concept, (), Ties.ANY), limit=3)
        expected = least_by_strength(plain, levels, concept, strength)
        tried += 1
        if expected is None:
            assert (found.changes, found.complete) == ((), True)
            continue
        assert found.changes[0].distance == expected, seed
        needed += expected > 0
        for change in found.changes:
            new = {**plain.ranks, **{p: list(row) for p, row in change.ranks}}
            new_levels = {**levels, **{p: list(row) for p, row in change.levels}}
            assert stable_by_strength(replace(plain, ranks=new), new_levels, concept, strength)
    assert tried == 6
    too_few_states = strength == "weak" and concept in ("smr", "sseq")
    assert needed > 0 or too_few_states


@pytest.mark.parametrize("concept", ["nash", "gmr", "smr", "seq", "sseq"])
@pytest.mark.parametrize("reading", "ac")
def test_strong_preference_under_a_reading_is_judged_as_the_plain_engine_does(
    reading: str, concept: str
) -> None:
    """Whatever is found makes the state an equilibrium, by the definitions put together."""
    found_some = 0
    for seed in range(40):
        model = slightly_doubtful(seed)
        plain, levels = model.plain, levels_of(model.plain, seed)
        where = Situation(
            as_arrays(plain),
            (("a",), ("b",)),
            Manner(unknown=reading, strength="strong"),
            pairs_in(model),
            as_rows(plain, levels),
        )
        for change in nearest_changes(question(where, 0, concept, (), Ties.ANY), 3).changes:
            new = {**plain.ranks, **{p: list(row) for p, row in change.ranks}}
            high = {**levels, **{p: list(row) for p, row in change.levels}}
            changed = Doubtful(replace(plain, ranks=new), model.unknown)
            assert all(unknown_stable(changed, reading, concept, p, 0, high) for p in "ab"), seed
            found_some += change.distance > 0
    assert found_some > 0


def stable_by_strength(plain: Plain, levels: Ranks, concept: str, strength: str) -> bool:
    strong = [strongly_stable(plain, levels, concept, party, 0) for party in plain.parties]
    general = all(reference.CONCEPTS[concept](plain, party, 0) for party in plain.parties)
    return general and (all(strong) if strength == "strong" else not any(strong))


def graded(plain: Plain) -> list[tuple[list[int], list[int]]]:
    """Every ranking with every grouping of its places into levels."""
    pairs = list(combinations(range(plain.count), 2))
    return [
        (row, high)
        for row, high in product(weak_orders(plain.count), repeat=2)
        if all(
            (high[a] <= high[b] or row[a] > row[b]) and (high[b] <= high[a] or row[b] > row[a])
            for a, b in pairs
        )
    ]


def least_by_strength(plain: Plain, levels: Ranks, concept: str, strength: str) -> int | None:
    distances = []
    for (row_a, high_a), (row_b, high_b) in product(graded(plain), repeat=2):
        ranks, high = {"a": row_a, "b": row_b}, {"a": high_a, "b": high_b}
        if stable_by_strength(replace(plain, ranks=ranks), high, concept, strength):
            distances.append(
                sum(
                    steps(plain.ranks[p], ranks[p], set()) + steps(levels[p], high[p], set())
                    for p in "ab"
                )
            )
    return min(distances, default=None)


def two_by_two(seed: int) -> StateSpace:
    """Two parties with an issue each, one of which may change one way only."""
    chance = np.random.default_rng(seed)
    lines = ["[parties.a]", "[parties.b]"]
    for party in "ab":
        lines += [f"[issues.of_{party}]", f'by = "{party}"']
        if chance.random() < 0.3:
            lines.append('moves = ["no -> yes"]')
    for party in "ab":
        statements = ["of_a", "not of_b", "of_a iff of_b", "not of_a", "of_b"]
        chosen = [statements[place] for place in chance.permutation(5)[: chance.integers(1, 4)]]
        lines += [f"[preferences.{party}]", f"order = {chosen}"]
    return state_space(read_model("\n".join(lines)))


def as_chosen(space: StateSpace, ranks: Ranks) -> Chosen:
    states = tuple(
        tuple(int(column[state]) for column in space.columns.values())
        for state in range(space.count)
    )
    allowed = tuple(
        frozenset({(0, 1), (1, 0)} if issue.moves is None else {(0, 1)})
        for issue in space.model.issues
    )
    rows = {party: dict(zip(states, row, strict=True)) for party, row in ranks.items()}
    return Chosen((("a",), ("b",)), states, allowed, rows)


@pytest.mark.parametrize("free", [("a",), ("b",), ()])
def test_for_moves_made_at_the_same_time(free: tuple[str, ...]) -> None:
    needed = 0
    for seed in range(8 if not free else 40):
        space = two_by_two(seed)
        where = situation(space)
        stated = {party: where.conflict.ranks_of(party).tolist() for party in "ab"}

        def holds(ranks: Ranks, levels: Ranks, space: StateSpace = space) -> bool:
            model = as_chosen(space, ranks)
            return all(sim_stable(model, (party,), model.states[0]) for party in "ab")

        asked = question(where, 0, "sim", free, Ties.ANY)
        needed += bool(check(asked, stated, holds, {}))
    assert needed > 0


GRAPH = """
[parties.a]
[parties.b]
[graph]
states = ["x", "y"]
[graph.moves]
a = { x = ["y"] }
[preferences.a]
ranking = "y > x"
"""


@pytest.mark.parametrize(
    ("manner", "concept", "message"),
    [
        (Manner(), "sim", "give the model with issues"),
        (Manner(strength="weak"), "nash", "no state is weakly Nash stable"),
        (Manner(groups=True), "sim", "no stability concept in this sense"),
        (Manner(horizon=2), "seq", "expected one of l2"),
        (Manner(unknown="e"), "seq", "'e' is no reading"),
    ],
)
def test_what_has_no_inverse_is_refused_saying_why(
    manner: Manner, concept: str, message: str
) -> None:
    space = state_space(read_model(GRAPH))
    with pytest.raises(Misuse, match=message):
        question(situation(space, manner), 0, concept)


def test_limited_moves_for_ever_need_what_plain_stability_needs_here() -> None:
    """One move, one mover: it stays for every horizon when it does not gain."""
    space = state_space(read_model(GRAPH))
    found = nearest_changes(question(situation(space, Manner(horizon=0)), 0, "nonmyopic", ["a"]))
    assert [change.distance for change in found.changes] == [2]


def ends_of(change: PreferenceChange) -> set[tuple[int, int]]:
    return {(fact.first, fact.second) for fact in change.decisive}


def test_what_decides_a_change_is_told_from_what_comes_with_it() -> None:
    """Of nine states 0 is the worst, and its only move leads to the best."""
    plain = Plain(("a",), 9, frozenset({(("a",), 0, 8)}), {"a": list(range(9))})
    found = nearest_changes(question(as_arrays(plain), 0, "nash"))
    assert [ends_of(change) for change in found.changes] == [{(0, 8)}]
    assert found.changes[0].distance == 16
    assert len(found.changes[0].revisions) == 8


def listed_count(stated: Ranks, party: str, holds: Verdict) -> int:
    """How many strict rankings of a party do it, by going through all of them."""
    every = permutations(range(len(stated[party])))
    return sum(holds({**stated, party: list(row)}, {}) for row in every)


@pytest.mark.parametrize("concept", ["nash", "gmr", "smr", "seq"])
def test_for_groups_rankings_are_counted_as_if_gone_through(concept: str) -> None:
    several = 0
    for _, plain, free in small(((seed, made_up(seed)) for seed in range(300)), 25):
        sides = every_group(plain.parties)
        where = Situation(as_arrays(plain), sides, Manner(groups=True))

        def holds(ranks: Ranks, levels: Ranks, plain: Plain = plain) -> bool:
            new = replace(plain, ranks=ranks)
            alone = (reference.CONCEPTS[concept](new, party, 0) for party in new.parties)
            groups = [group for group in every_group(new.parties) if len(group) > 1]
            return all(alone) and all(group_stable(new, group, concept, 0) for group in groups)

        found = count_rankings(question(where, 0, concept, free[:1]))
        assert found.count == listed_count(plain.ranks, free[0], holds)
        several += 0 < found.count < found.all
    assert several > 0


def every_group(parties: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    sizes = range(1, len(parties) + 1)
    return tuple(group for size in sizes for group in combinations(parties, size))


@pytest.mark.parametrize("horizon", [1, 2, 4])
def test_for_limited_moves_rankings_are_counted_as_if_gone_through(horizon: int) -> None:
    several = 0
    for _, plain, free in small(((seed, two_parties(seed)) for seed in range(300)), 25):
        where = Situation(as_arrays(plain), (("a",), ("b",)), Manner(horizon=horizon))

        def holds(ranks: Ranks, levels: Ranks, plain: Plain = plain) -> bool:
            new = replace(plain, ranks=ranks)
            return all(expected_end(new, party, 0, horizon) == 0 for party in "ab")

        found = count_rankings(question(where, 0, f"l{horizon}", free[:1]))
        assert found.count == listed_count(plain.ranks, free[0], holds)
        several += 0 < found.count < found.all
    assert several > 0


@pytest.mark.parametrize("party", "ab")
def test_for_sim_rankings_are_counted_as_if_gone_through(party: str) -> None:
    several = 0
    for seed in range(40):
        space = two_by_two(seed)
        where = situation(space)
        stated = {name: where.conflict.ranks_of(name).tolist() for name in "ab"}

        def holds(ranks: Ranks, levels: Ranks, space: StateSpace = space) -> bool:
            model = as_chosen(space, ranks)
            return all(sim_stable(model, (name,), model.states[0]) for name in "ab")

        found = count_rankings(question(where, 0, "sim", [party]))
        assert found.count == listed_count(stated, party, holds)
        several += 0 < found.count < found.all
    assert several > 0


def test_rankings_with_strong_preference_are_not_counted() -> None:
    space = state_space(read_model(GRAPH))
    with pytest.raises(Misuse, match="are not counted"):
        count_rankings(question(situation(space, Manner(strength="strong")), 0, "seq"))
