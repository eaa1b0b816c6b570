"""Groups, merged parties, simultaneous and limited moves, beside the plain engine."""

from __future__ import annotations

from itertools import combinations, islice, product

import numpy as np
import pytest

from tests.reference.concepts import (
    expected_end,
    group_stable,
    united_stable,
)
from tests.reference.stability import Arrow, Plain
from tests.stability.chosen import chosen
from tests.stability.conflicts import as_arrays, made_up, two_parties, united
from winset.errors import Misuse
from winset.model import read_model
from winset.model.issues import Issue
from winset.model.space import StateSpace, state_space
from winset.stability import CONCEPTS, analyse, conflict, stability_of
from winset.stability.concepts.attitudes import by_ranks
from winset.stability.concepts.coalitions import (
    GROUP_CONCEPTS,
    analyse_groups,
    group_improvements,
    group_stability_of,
    groups_among,
)
from winset.stability.concepts.limited import (
    NON_MYOPIC,
    analyse_limited,
    anticipated,
    limited_stability_of,
)
from winset.stability.concepts.merging import analyse_merged
from winset.stability.concepts.sides import group_side, stable_for, united_side

BATCH = 50
SEEDS = range(0, 100, BATCH)


@pytest.mark.parametrize("first", SEEDS)
def test_every_group_is_judged_as_the_plain_engine_judges_it(first: int) -> None:
    for seed in range(first, first + BATCH):
        plain = made_up(seed)
        found = group_stability_of(as_arrays(plain))
        for row, group in enumerate(groups_among(plain.parties)):
            if len(group) == 1:
                continue
            for concept in GROUP_CONCEPTS:
                expected = [group_stable(plain, group, concept, s) for s in range(plain.count)]
                assert found.stable[concept][row].tolist() == expected, (seed, concept, group)


def test_a_group_of_one_is_its_party() -> None:
    for seed in range(20):
        plain = made_up(seed)
        groups, parties = group_stability_of(as_arrays(plain)), stability_of(as_arrays(plain))
        for concept in GROUP_CONCEPTS:
            alone = groups.stable[concept][: len(plain.parties)]
            assert np.array_equal(alone, parties.stable[concept])


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [("nash", "sseq"), ("sseq", "seq"), ("seq", "gmr"), ("sseq", "smr"), ("smr", "gmr")],
)
def test_the_inclusion_laws_hold_for_groups(stronger: str, weaker: str) -> None:
    for seed in range(100):
        found = group_stability_of(as_arrays(made_up(seed)), (stronger, weaker))
        assert not (found.stable[stronger] & ~found.stable[weaker]).any(), seed


def wide(bits: int) -> StateSpace:
    """Three parties whose options change back and forth, their preferences drawn."""
    chance = np.random.default_rng(bits)
    names = [f"i{n}" for n in range(bits)]
    text = [f"[parties.{p}]" for p in "abc"]
    text += [f"[issues.{name}]\nby = '{'abc'[n % 3]}'" for n, name in enumerate(names)]
    for party in "abc":
        order = [f"{chance.choice(['', 'not '])}{name}" for name in chance.permutation(names)]
        text.append(f"[preferences.{party}]\norder = {order[:4]}")
    return state_space(read_model("\n".join(text)))


@pytest.mark.parametrize("bits", [3, 5, 6])
def test_what_ranks_settle_for_groups_is_what_judging_state_by_state_says(bits: int) -> None:
    model = conflict(wide(bits))
    attitude, every = by_ranks(model), np.arange(model.count)
    found = group_stability_of(model)
    for row, group in enumerate(groups_among(model.parties)):
        if len(group) > 1:
            side = group_side(model, attitude, group)
            for concept in GROUP_CONCEPTS:
                expected = stable_for(side, concept, every, model.count)
                assert np.array_equal(found.stable[concept][row], expected), (group, concept)


def test_a_group_equilibrium_is_an_equilibrium_of_the_parties() -> None:
    for seed in range(60):
        model = as_arrays(made_up(seed))
        groups, parties = group_stability_of(model), stability_of(model)
        for concept in GROUP_CONCEPTS:
            assert not (groups.equilibria(concept) & ~parties.equilibria(concept)).any(), seed


def test_group_improvements_end_where_every_member_is_better_off() -> None:
    for seed in range(60):
        plain = made_up(seed)
        found = group_improvements(as_arrays(plain), range(plain.count))
        ends = {(one.group, one.path.start, one.path.end) for one in found}
        assert len(ends) == len(found)
        for group, state in product(groups_among(plain.parties), range(plain.count)):
            if len(group) > 1:
                stable = group_stable(plain, group, "nash", state)
                assert stable != any(end[:2] == (group, state) for end in ends)
        for one in found:
            assert plain.all_like(one.group, one.path.end, one.path.start)
            assert all(set(step.movers) & set(one.group) for step in one.path.steps)


@pytest.mark.parametrize("first", SEEDS)
def test_parties_that_move_as_one_are_judged_as_the_plain_engine_judges_them(first: int) -> None:
    for seed in range(first, first + BATCH):
        plain = made_up(seed)
        for group in combinations(plain.parties, 2):
            merged = united(plain, group)
            model = as_arrays(merged)
            side, every = united_side(model, by_ranks(model), group), np.arange(plain.count)
            for concept in CONCEPTS:
                expected = [united_stable(merged, group, concept, s) for s in range(plain.count)]
                found = stable_for(side, concept, every, plain.count)
                assert found.tolist() == expected, (seed, concept, group)


PACT = """
[parties.a]
[parties.b]
[parties.c]
[issues.x]
by = "a"
[issues.y]
by = "b"
[issues.z]
by = ["b", "c"]
[states]
impossible = ["x and not y and not z"]
[preferences.a]
order = ["x", "not z"]
[preferences.b]
order = ["y", "z"]
[preferences.c]
order = ["z", "not x"]
"""


def state(text: str) -> str:
    return " ".join(f"{issue}={word}" for issue, word in zip("xyz", text.split(), strict=True))


def test_merged_parties_change_their_issues_in_one_move() -> None:
    """From the start x alone is impossible and y alone is nothing to a; both together are fine."""
    space = state_space(read_model(PACT))
    start = space.index_of(state("no no no"))
    assert analyse_merged(space, [["a", "b"]], ("nash",)).parties == ("a+b", "c")
    assert not analyse_merged(space, [["b", "a"]], ("nash",)).stable["nash"][0, start]


def test_whom_to_merge_is_checked() -> None:
    space = state_space(read_model(PACT))
    for merged, message in [
        ([["a", "bb"]], "'bb' is no party of the model; did you mean 'b'"),
        ([["a"]], "merges nobody"),
        ([["a", "a"]], "merges nobody"),
        ([["a", "b"], ["b", "c"]], "'b' is merged twice"),
    ]:
        with pytest.raises(Misuse, match=message):
            analyse_merged(space, merged)


def test_a_listed_model_merges_by_the_sequences_of_its_parties() -> None:
    text = """
    [parties.a]
    [parties.b]
    [graph]
    states = ["1", "2", "3"]
    [graph.moves]
    a = { "1" = ["2"] }
    b = { "2" = ["3"] }
    [preferences.a]
    ranking = "3 > 1 > 2"
    [preferences.b]
    ranking = "3 > 1 > 2"
    """
    space = state_space(read_model(text))
    found = analyse_merged(space, [["a", "b"]], ("nash",))
    assert found.stable["nash"].tolist() == [[False, False, True]]
    assert analyse(space, ("nash",)).stable["nash"][0].tolist() == [True, True, True]


def test_groups_have_no_sim_and_so_many_members() -> None:
    with pytest.raises(Misuse, match=r"'sim' is not defined for groups.*--merge"):
        analyse_groups(state_space(read_model(PACT)), ("sim",))
    with pytest.raises(Misuse, match="'best' is no stability concept"):
        analyse_groups(state_space(read_model(PACT)), ("best",))
    with pytest.raises(Misuse, match="11 parties form 2,047 groups"):
        groups_among([str(number) for number in range(11)])


def test_what_would_take_hours_is_refused_before_it_starts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Moves that do not lead back leave states to be judged one by one."""
    once = "\n".join(
        f"[issues.{name}]\nby = '{name[0]}'\nmoves = ['no -> yes']"
        for name in ("a1", "a2", "b1", "b2")
    )
    likes = "\n".join(f"[preferences.{p}]\norder = ['a1', 'b1', '{p}2']" for p in "ab")
    space = state_space(read_model(f"[parties.a]\n[parties.b]\n{once}\n{likes}"))
    assert analyse_groups(space).stable["nash"].any()
    monkeypatch.setattr("winset.stability.concepts.sides.MOST_PAIRS", 20)
    with pytest.raises(Misuse, match=r"judging a \+ b by NASH would compare \d+ pairs.*hours"):
        analyse_groups(space)
    with pytest.raises(Misuse, match=r"judging a \+ b by GMR would compare"):
        analyse_merged(space, [["a", "b"]], ("gmr",))


@pytest.mark.parametrize("first", range(0, 600, BATCH))
def test_limited_moves_agree_with_the_plain_recursion(first: int) -> None:
    for seed in range(first, first + BATCH):
        plain = two_parties(seed)
        for horizon in (1, 2, 3, 4):
            (stable,) = limited_stability_of(as_arrays(plain), horizon).stable.values()
            expected = [
                [expected_end(plain, party, s, horizon) == s for s in range(plain.count)]
                for party in plain.parties
            ]
            assert stable.tolist() == expected, (seed, horizon)


def test_one_move_ahead_is_nash_stability() -> None:
    for seed in range(300):
        model = as_arrays(two_parties(seed))
        ahead = limited_stability_of(model, 1).stable["l1"]
        assert np.array_equal(ahead, stability_of(model, ("nash",)).stable["nash"]), seed


def test_non_myopic_stability_is_stability_for_every_large_horizon() -> None:
    for seed in range(100):
        model = as_arrays(two_parties(seed))
        far = [ends == np.arange(model.count) for ends in islice(anticipated(model), 100, 200)]
        found = limited_stability_of(model, None).stable[NON_MYOPIC]
        assert np.array_equal(found, np.all(far, axis=0)), seed


def test_limited_moves_are_refused_where_they_are_not_defined() -> None:
    space = state_space(read_model(PACT))
    with pytest.raises(Misuse, match="defined for two parties, and the model has 3"):
        analyse_limited(space, 3)
    pair = "[parties.a]\n[parties.b]\n[issues.x]\nby = "
    joint = state_space(read_model(pair + '["a", "b"]\n'))
    with pytest.raises(Misuse, match="a and b change by agreement"):
        analyse_limited(joint, 3)
    alone = state_space(read_model(pair + '"a"\n'))
    with pytest.raises(Misuse, match="a horizon of 0 moves"):
        analyse_limited(alone, 0)
    assert sum("first" in line for line in analyse_limited(alone, None).assumptions) == 2


def spaces() -> list[StateSpace]:
    return [state_space(chosen(seed)[0]) for seed in range(150)]


def test_merging_by_options_moves_as_one_party_that_owned_the_issues() -> None:
    """Merging a and b leaves c the moves and answers of a model with a party ab instead."""
    for space in spaces():
        if len(space.model.parties) == 3:
            merged = analyse_merged(space, [["a", "b"]])
            plain = _plain(space)
            for concept in CONCEPTS:
                expected = [
                    united_stable(plain, ("a", "b"), concept, s) for s in range(space.count)
                ]
                assert merged.stable[concept][0].tolist() == expected
                alone = stability_of(as_arrays(plain), (concept,)).stable[concept][2]
                assert np.array_equal(merged.stable[concept][1], alone)


def _plain(space: StateSpace) -> Plain:
    """The merged moves listed by comparing states option by option."""
    owners = {issue.id: issue for issue in space.issues}
    moves: set[Arrow] = set()
    for start, end in product(range(space.count), repeat=2):
        before, after = space.options(start), space.options(end)
        changed = [owners[k] for k in before if before[k] != after[k]]
        if changed and all(_may(one, before, after) for one in changed):
            movers = {_ab(one.by) for one in changed}
            if len(movers) == 1:
                moves.add((movers.pop(), start, end))
    ranks = {party.id: space.ranks(party.id).tolist() for party in space.model.parties}
    return Plain(("a", "b", "c"), space.count, frozenset(moves), ranks)


def _may(issue: Issue, before: dict[str, str], after: dict[str, str]) -> bool:
    return issue.moves is None or (before[issue.id], after[issue.id]) in issue.moves


def _ab(by: tuple[str, ...]) -> tuple[str, ...]:
    joined = set(by) | {"a", "b"} if set(by) & {"a", "b"} else set(by)
    return tuple(party for party in "abc" if party in joined)


def test_the_conflict_of_a_model_is_not_changed_by_merging() -> None:
    space = state_space(read_model(PACT))
    before = conflict(space)
    analyse_merged(space, [["a", "b"]])
    assert [one.movers for one in conflict(space).moves] == [one.movers for one in before.moves]
