"""Unknown and strong preference: the engine agrees with the plain one and keeps the laws."""

from __future__ import annotations

import numpy as np
import pytest

from tests.reference.concepts import Doubtful, strongly_stable, unknown_stable
from tests.stability.conflicts import as_arrays, as_rows, doubtful, levels_of, made_up, pairs_in
from winset.errors import Misuse
from winset.model import read_model
from winset.model.space import state_space
from winset.stability import CONCEPTS, Stability, stability_of
from winset.stability.concepts.mixed import analyse_mixed, mixed_stability_of
from winset.stability.concepts.sides import party_side, stable_for
from winset.stability.concepts.strength import analyse_strength, strength_of, strong_attitude
from winset.stability.concepts.unknown import READINGS, analyse_unknown, unknown_stability_of

BATCH = 50
SEEDS = range(0, 100, BATCH)


def judged(model: Doubtful, reading: str) -> Stability:
    return unknown_stability_of(as_arrays(model.plain), pairs_in(model), READINGS[reading])


def agree(found: Stability, party: str, concept: str, expected: list[bool]) -> bool:
    return bool(found.stable[concept][found.parties.index(party)].tolist() == expected)


@pytest.mark.parametrize("first", SEEDS)
def test_every_reading_of_unknown_preference_agrees_with_the_plain_engine(first: int) -> None:
    for seed in range(first, first + BATCH):
        model = doubtful(seed)
        for reading in READINGS:
            found = judged(model, reading)
            for concept in CONCEPTS:
                for party in model.plain.parties:
                    expected = [
                        unknown_stable(model, reading, concept, party, state)
                        for state in range(model.plain.count)
                    ]
                    assert agree(found, party, concept, expected), (seed, reading, concept, party)


@pytest.mark.parametrize("first", SEEDS)
def test_strong_and_weak_stability_agree_with_the_plain_engine(first: int) -> None:
    for seed in range(first, first + BATCH):
        plain = made_up(seed)
        levels = levels_of(plain, seed)
        model, rows = as_arrays(plain), as_rows(plain, levels)
        strong, weak = strength_of(model, rows, "strong"), strength_of(model, rows, "weak")
        general = stability_of(model)
        for concept in CONCEPTS:
            for party in plain.parties:
                expected = [
                    strongly_stable(plain, levels, concept, party, state)
                    for state in range(plain.count)
                ]
                assert agree(strong, party, concept, expected), (seed, concept, party)
            both = strong.stable[concept] | weak.stable[concept]
            assert np.array_equal(both, general.stable[concept])
            assert not (strong.stable[concept] & weak.stable[concept]).any()


@pytest.mark.parametrize("first", SEEDS)
def test_unknown_and_strong_preference_together_agree_with_the_plain_engine(first: int) -> None:
    for seed in range(first, first + BATCH):
        model = doubtful(seed)
        levels = levels_of(model.plain, seed)
        rows, reading = as_rows(model.plain, levels), "abcd"[seed % 4]
        read = READINGS[reading]
        found = mixed_stability_of(as_arrays(model.plain), pairs_in(model), rows, (read, "strong"))
        for concept in CONCEPTS:
            for party in model.plain.parties:
                expected = [
                    unknown_stable(model, reading, concept, party, state, levels)
                    for state in range(model.plain.count)
                ]
                assert agree(found, party, concept, expected), (seed, reading, concept, party)


def test_strong_stability_under_a_reading_is_stability_under_it() -> None:
    for seed in range(20):
        model = doubtful(seed)
        rows = as_rows(model.plain, levels_of(model.plain, seed))
        for reading, read in READINGS.items():
            strong, weak, general = (
                mixed_stability_of(as_arrays(model.plain), pairs_in(model), rows, (read, how))
                for how in ("strong", "weak", "general")
            )
            for concept in CONCEPTS:
                assert np.array_equal(
                    general.stable[concept], judged(model, reading).stable[concept]
                )
                both = strong.stable[concept] | weak.stable[concept]
                assert np.array_equal(both, general.stable[concept])


@pytest.mark.parametrize(("stronger", "weaker"), ["ab", "ac", "bd", "cd"])
def test_what_is_stable_for_the_bolder_reading_is_stable_for_the_more_cautious(
    stronger: str, weaker: str
) -> None:
    for seed in range(150):
        model = doubtful(seed)
        bold, cautious = judged(model, stronger), judged(model, weaker)
        for concept in CONCEPTS:
            assert not (bold.stable[concept] & ~cautious.stable[concept]).any(), (seed, concept)


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [("nash", "sseq"), ("sseq", "seq"), ("seq", "gmr"), ("sseq", "smr"), ("smr", "gmr")],
)
def test_the_inclusion_laws_hold_for_every_reading(
    reading: str, stronger: str, weaker: str
) -> None:
    for seed in range(60):
        found = judged(doubtful(seed), reading)
        assert not (found.stable[stronger] & ~found.stable[weaker]).any(), seed


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [("nash", "sseq"), ("sseq", "seq"), ("seq", "gmr"), ("sseq", "smr"), ("smr", "gmr")],
)
def test_the_inclusion_laws_hold_for_strong_stability(stronger: str, weaker: str) -> None:
    for seed in range(100):
        plain = made_up(seed)
        rows = as_rows(plain, levels_of(plain, seed))
        found = strength_of(as_arrays(plain), rows, "strong")
        assert not (found.stable[stronger] & ~found.stable[weaker]).any(), seed


def test_without_unknown_pairs_every_reading_is_the_plain_analysis() -> None:
    for seed in range(50):
        plain = made_up(seed)
        sure = Doubtful(plain, {party: set() for party in plain.parties})
        expected = stability_of(as_arrays(plain))
        for reading in READINGS:
            for concept in CONCEPTS:
                assert np.array_equal(
                    judged(sure, reading).stable[concept], expected.stable[concept]
                )


def test_strong_stability_judged_state_by_state_is_the_same() -> None:
    for seed in range(50):
        plain = made_up(seed)
        model, rows = as_arrays(plain), as_rows(plain, levels_of(plain, seed))
        strong = strength_of(model, rows, "strong")
        for row, party in enumerate(plain.parties):
            side = party_side(model, strong_attitude(model, rows), party)
            for concept in CONCEPTS:
                every = stable_for(side, concept, np.arange(plain.count), plain.count)
                assert np.array_equal(every, strong.stable[concept][row]), (seed, concept)


STOCK = """
[parties.north]
[parties.south]
[graph]
states = ["truce", "raid", "war"]
[graph.moves]
north = {{ truce = ["raid"] }}
south = {{ raid = ["war"] }}
[preferences.north]
ranking = "{ranking}"
{unknown}
[preferences.south]
ranking = "war > raid > truce"
"""


def north_stable_at_truce(found: Stability, concept: str) -> bool:
    return bool(found.stable[concept][0, 0])


@pytest.mark.parametrize(
    ("ranking", "strong"),
    [("raid > truce >> war", True), ("raid > truce > war", False), ("raid >> truce > war", False)],
)
def test_a_sanction_deters_strongly_only_when_what_it_leads_to_is_strongly_worse(
    ranking: str, strong: bool
) -> None:
    space = state_space(read_model(STOCK.format(ranking=ranking, unknown="")))
    for concept in ("gmr", "smr", "seq", "sseq"):
        assert north_stable_at_truce(analyse_strength(space, "general", (concept,)), concept)
        found = analyse_strength(space, "strong", (concept,))
        assert north_stable_at_truce(found, concept) == strong


@pytest.mark.parametrize(
    ("pair", "stable_in"),
    [
        ('["truce", "raid"]', "abcd"),  # whether it leaves or not, war surely deters it
        ('["truce", "war"]', "cd"),  # it surely leaves, and only c and d fear what may be worse
    ],
)
def test_a_reading_says_who_leaves_and_who_is_deterred(pair: str, stable_in: str) -> None:
    text = STOCK.format(ranking="raid > truce > war", unknown=f"unknown = [{pair}]")
    space = state_space(read_model(text))
    for reading in READINGS:
        found = analyse_unknown(space, reading, ("nash", "seq"))
        assert north_stable_at_truce(found, "seq") == (reading in stable_in), reading
        assert north_stable_at_truce(found, "nash") == ("raid" in pair and reading in "bd")


def test_the_assumptions_say_when_nothing_is_unknown_or_strong() -> None:
    space = state_space(read_model(STOCK.format(ranking="raid > truce > war", unknown="")))
    assert any("readings are one" in line for line in analyse_unknown(space, "a").assumptions)
    assert sum("no strong" in line for line in analyse_strength(space, "weak").assumptions) == 2


@pytest.mark.parametrize(
    ("pair", "reading", "strength", "stable"),
    [
        ('["truce", "raid"]', "a", "strong", True),  # it may gain by raiding, and war is far worse
        ('["truce", "war"]', "a", "general", False),  # whether war would be worse is not known
        ('["truce", "war"]', "c", "strong", True),  # and yet it is feared
        ('["truce", "war"]', "c", "weak", False),
    ],
)
def test_what_deters_strongly_may_be_unknown_too(
    pair: str, reading: str, strength: str, stable: bool
) -> None:
    text = STOCK.format(ranking="raid > truce >> war", unknown=f"unknown = [{pair}]")
    space = state_space(read_model(text))
    found = analyse_mixed(space, reading, strength, ("seq", "sim"))
    assert north_stable_at_truce(found, "seq") == stable
    assert not north_stable_at_truce(found, "sim")  # the south cannot move meanwhile
    assert any("may be better" in line for line in found.assumptions)


def test_two_names_of_one_state_leave_nothing_unknown() -> None:
    space = state_space(
        read_model(
            "[parties.a]\n[issues.x]\nby = 'a'\n[preferences.a]\norder = ['x']\n"
            "unknown = [['Y', 'x=yes']]\n"
        )
    )
    for reading in READINGS:
        assert analyse_unknown(space, reading, ("gmr",)).stable["gmr"].tolist() == [[False, True]]


def test_a_reading_or_strength_that_is_not_known_is_refused() -> None:
    space = state_space(read_model(STOCK.format(ranking="raid > truce > war", unknown="")))
    with pytest.raises(Misuse, match="'e' is no reading of unknown preference"):
        analyse_unknown(space, "e")
    with pytest.raises(Misuse, match="'mighty' is no strength"):
        analyse_strength(space, "mighty")
