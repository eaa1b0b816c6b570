"""Simultaneous stability, of options and of listed moves, beside the plain engine."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from tests.reference.concepts import (
    Chosen,
    Compares,
    Options,
    Tempers,
    listed_sim_stable,
    sim_stable,
)
from tests.stability.chosen import chosen, words
from tests.stability.conflicts import as_arrays, made_up
from winset.model import Model, read_model
from winset.model.space import StateSpace, state_space
from winset.stability import analyse
from winset.stability.concepts.attitudes import by_ranks
from winset.stability.concepts.merging import analyse_merged
from winset.stability.concepts.unknown import READINGS, analyse_unknown
from winset.stability.moves.cubes import blocked_at_once

BATCH = 50
SEEDS = range(0, 300, BATCH)


@pytest.mark.parametrize("first", SEEDS)
def test_simultaneous_stability_agrees_with_the_plain_engine(first: int) -> None:
    for seed in range(first, first + BATCH):
        model, lists = chosen(seed)
        space = state_space(model)
        found = analyse(space, ("sim",))
        places = {state: space.index_of(words(state, " ", "=")) for state in lists.states}
        for row, party in enumerate(found.parties):
            for options, place in places.items():
                expected = sim_stable(lists, (party,), options)
                assert found.stable["sim"][row, place] == expected, (seed, party, options)


@pytest.mark.parametrize("reading", READINGS)
def test_simultaneous_stability_is_read_like_the_rest_where_preference_is_unknown(
    reading: str,
) -> None:
    for seed in range(80):
        model, lists = chosen(seed)
        chance = random.Random(seed)
        pairs = list(combinations(lists.states, 2))
        unsure = {
            party.id: set(chance.sample(pairs, min(len(pairs), 3))) for party in model.parties
        }
        stated = [
            replace(one, unknown=tuple(_named(pair) for pair in sorted(unsure[one.party])))
            for one in model.preferences
        ]
        space = state_space(replace(model, preferences=tuple(stated)))
        found = analyse_unknown(space, reading, ("sim",))
        tempers = _tempers(lists, unsure, reading)
        for row, party in enumerate(found.parties):
            for options in lists.states:
                place = space.index_of(words(options, " ", "="))
                expected = sim_stable(lists, (party,), options, tempers)
                assert found.stable["sim"][row, place] == expected, (seed, party, options)


def _named(pair: tuple[Options, Options]) -> tuple[str, str]:
    return words(pair[0], " ", "="), words(pair[1], " ", "=")


def _tempers(
    lists: Chosen, unsure: dict[str, set[tuple[Options, Options]]], reading: str
) -> Tempers:
    def doubted(party: str, end: Options, start: Options) -> bool:
        return (end, start) in unsure[party] or (start, end) in unsure[party]

    def compares(likes: bool, otherwise: bool) -> Compares:
        return lambda party, end, start: (
            otherwise if doubted(party, end, start) else lists.likes(party, end, start) == likes
        )

    return Tempers(
        compares(True, reading in "ac"), compares(True, True), compares(False, reading in "cd")
    )


MOB = """
[parties.a]
[parties.b]
[parties.c]
[issues.x]
by = "a"
[issues.y]
by = "b"
[issues.z]
by = "c"
[states]
impossible = [{impossible}]
[preferences.a]
order = ["not (x and y and z)", "x"]
[preferences.b]
order = ["y"]
[preferences.c]
order = ["z"]
"""


def test_several_opponents_may_move_at_once_although_older_tools_try_one_by_one() -> None:
    """Alone neither y nor z spoils x for a; both at once do."""
    space = state_space(read_model(MOB.format(impossible="")))
    assert analyse(space, ("sim",)).stable["sim"][0, space.index_of("NNN")]


def test_moves_that_together_are_impossible_block_nothing() -> None:
    space = state_space(read_model(MOB.format(impossible='"x and y and z"')))
    assert not analyse(space, ("sim",)).stable["sim"][0, space.index_of("NNN")]


def test_what_is_nash_stable_is_simultaneously_stable() -> None:
    for seed in range(200):
        found = analyse(state_space(chosen(seed)[0]), ("nash", "sim"))
        assert not (found.stable["nash"] & ~found.stable["sim"]).any(), seed


@pytest.mark.parametrize("first", SEEDS)
def test_listed_moves_made_at_once_agree_with_the_plain_engine(first: int) -> None:
    for seed in range(first, first + BATCH):
        plain = made_up(seed)
        model = as_arrays(plain)
        sides = [*((party,) for party in plain.parties), plain.parties[:2]]
        found = blocked_at_once(model, by_ranks(model), sides)
        for side, row in zip(sides, found.tolist(), strict=True):
            expected = [listed_sim_stable(plain, side, state) for state in range(plain.count)]
            assert row == expected, (seed, side)


def as_graph(space: StateSpace) -> Model:
    """The same states, moves and ranks, listed."""
    text = [f"[parties.{party.id}]" for party in space.model.parties]
    text += ["[graph]", f"states = {list(space.ids)}"]
    for moves in space.moves:
        text.append(f"[graph.moves.{moves.movers[0]}]")
        for state in range(space.count):
            ends = [space.ids[end] for end in moves.of(state)]
            text.append(f"{space.ids[state]!r} = {ends}")
    for party in space.model.parties:
        ranks = space.ranks(party.id)
        levels = [np.flatnonzero(ranks == rank) for rank in np.unique(ranks)[::-1]]
        ranking = " > ".join(" ~ ".join(space.ids[s] for s in level) for level in levels)
        text += [f"[preferences.{party.id}]", f"ranking = {ranking!r}"]
    return read_model("\n".join(text))


def of_single_owners(seed: int, whole: bool) -> StateSpace | None:
    """Options that each party changes by itself; `whole` where every combination is feasible."""
    model, lists = chosen(seed)
    if any(len(owner) > 1 for owner in lists.owners):
        return None
    possible = model.states if not whole else replace(model.states, impossible=())
    ranked = () if whole else model.preferences
    return state_space(replace(model, states=possible, preferences=ranked))


def test_listed_moves_come_at_once_to_what_the_options_they_stand_for_come_to() -> None:
    """Where every combination of options is feasible, the cube of moves is what adds them up."""
    compared = 0
    for seed in range(400):
        space = of_single_owners(seed, whole=True)
        if space is not None and space.count <= 30:
            chance = np.random.default_rng(seed)
            rows = {p.id: chance.integers(0, space.count, space.count) for p in space.model.parties}
            ranked = replace(space, _ranks=rows)
            listed = state_space(as_graph(ranked))
            found, expected = analyse(listed, ("sim",)), analyse(ranked, ("sim",))
            assert np.array_equal(found.stable["sim"], expected.stable["sim"]), seed
            compared += 1
    assert compared > 50


def test_a_combination_through_impossible_states_blocks_options_but_no_listed_moves() -> None:
    """Listed moves tell what comes of three at once only where two at once come to something."""
    different = 0
    for seed in range(400):
        space = of_single_owners(seed, whole=False)
        if space is not None:
            listed = analyse(state_space(as_graph(space)), ("sim",)).stable["sim"]
            options = analyse(space, ("sim",)).stable["sim"]
            assert not (listed & ~options).any(), seed
            different += int((options & ~listed).any())
    assert different


SQUARE = """
[parties.a]
[parties.b]
[graph]
states = ["start", "left", "right", "both", "other"]
[graph.moves.a]
start = ["left"]
right = [{right}]
[graph.moves.b]
start = ["right"]
left = [{left}]
[preferences.a]
ranking = "left > other > start > both > right"
[preferences.b]
ranking = "right > start > left ~ both ~ other"
"""


@pytest.mark.parametrize(
    ("right", "left", "blocked"),
    [
        ('"both"', '"both"', True),
        ('"both"', "", False),  # after b's move a's no longer leads anywhere: no square
        ('"both"', '"other"', False),  # the two orders come to different states
        ('"both", "other"', '"both", "other"', False),  # it may come to what a likes better
    ],
)
def test_listed_moves_block_only_where_their_square_closes_on_what_is_no_better(
    right: str, left: str, blocked: bool
) -> None:
    space = state_space(read_model(SQUARE.format(right=right, left=left)))
    assert analyse(space, ("sim",)).stable["sim"][0, 0] == blocked


def merged_lists(lists: Chosen, group: tuple[str, ...]) -> Chosen:
    """The options of each member those of all of them."""

    def joined(owner: tuple[str, ...]) -> tuple[str, ...]:
        names = {*owner, *group} if set(owner) & set(group) else set(owner)
        return tuple(sorted(names))

    return replace(lists, owners=tuple(map(joined, lists.owners)))


def test_a_merged_party_is_stopped_by_what_others_do_meanwhile_as_the_plain_engine_says() -> None:
    compared = 0
    for seed in range(300):
        model, lists = chosen(seed)
        if len(model.parties) < 3:
            continue
        space = state_space(model)
        found = analyse_merged(space, [["a", "b"]], ("sim", "nash"))
        assert not (found.stable["nash"] & ~found.stable["sim"]).any()
        together = merged_lists(lists, ("a", "b"))
        for row, side in enumerate([("a", "b"), ("c",)]):
            for options in lists.states:
                place = space.index_of(words(options, " ", "="))
                expected = sim_stable(together, side, options)
                assert found.stable["sim"][row, place] == expected, (seed, side, options)
        compared += 1
    assert compared > 100


def test_listed_moves_of_a_merged_party_are_made_at_once_like_any_others() -> None:
    text = SQUARE.format(right='"both"', left='"both"') + "[parties.c]\n"
    space = state_space(read_model(text))
    found = analyse_merged(space, [["a", "c"]], ("sim", "nash"))
    assert found.parties == ("a+c", "b")
    assert found.stable["sim"][0].all()  # c gains nothing anywhere, so a with c never leaves
    assert analyse(space, ("sim",)).stable["sim"][1, 0]
    assert not found.stable["sim"][1, 0]  # and b need not fear that a leaves meanwhile
