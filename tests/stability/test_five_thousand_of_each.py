"""The engine beside the plain one on 15,000 generated models: 5,000 of each of three sorts.

- 5,000 conflicts of listed moves, each in all five main concepts for every party and state;
- 5,000 models made of options, likewise, from the model file's form to the answer;
- 5,000 models, listed and made of options in turn, each in one of the other kinds of stability.

What the first two sorts are made of is counted by the tests at the end: 2 to 5 parties, ties,
one-way and non-transitive moves, joint moves, infeasible states, states that count as one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from tests.model import slow
from tests.reference import stability as reference
from tests.reference.concepts import (
    expected_end,
    group_stable,
    listed_sim_stable,
    sim_stable,
    strongly_stable,
    united_stable,
    unknown_stable,
)
from tests.reference.stability import Plain
from tests.stability.chosen import chosen, words
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
from tests.stability.misled import check_misled, listed, of_options
from tests.stability.option_models import as_plain, sound
from winset.model import Model
from winset.model.space import state_space
from winset.stability import CONCEPTS, Stability, analyse, stability_of
from winset.stability.concepts.attitudes import by_ranks
from winset.stability.concepts.coalitions import GROUP_CONCEPTS, group_stability_of, groups_among
from winset.stability.concepts.limited import limited_stability_of
from winset.stability.concepts.merging import stable_as_one
from winset.stability.concepts.mixed import mixed_stability_of
from winset.stability.concepts.strength import strength_of
from winset.stability.concepts.unknown import READINGS, unknown_stability_of
from winset.stability.moves.cubes import blocked_at_once

MODELS = 5000
BATCH = 500
BATCHES = range(0, MODELS, BATCH)

Expected = dict[str, dict[str, list[int]]]


def as_lists(found: Stability) -> Expected:
    return {
        concept: {
            party: np.flatnonzero(row).tolist()
            for party, row in zip(found.parties, rows, strict=True)
        }
        for concept, rows in found.stable.items()
    }


def judged(plain: Plain, stable: Callable[[str, str, int], bool]) -> Expected:
    """The stable states by concept and party, as the plain engine finds them."""
    return {
        concept: {
            party: [state for state in range(plain.count) if stable(concept, party, state)]
            for party in plain.parties
        }
        for concept in CONCEPTS
    }


@pytest.mark.parametrize("first", BATCHES)
def test_5000_listed_conflicts_are_judged_as_the_plain_engine_judges_them(first: int) -> None:
    for seed in range(first, first + BATCH):
        plain = made_up(seed)
        assert as_lists(stability_of(as_arrays(plain))) == reference.stable(plain), seed


@pytest.mark.parametrize("first", BATCHES)
def test_5000_models_made_of_options_are_judged_as_the_plain_engine_judges_them(
    first: int,
) -> None:
    for seed in range(first, first + BATCH):
        model = sound(seed)
        expected = reference.stable(as_plain(model))
        assert as_lists(analyse(state_space(model))) == expected, seed


def check_unknown(seed: int) -> None:
    model, reading = doubtful(seed), "abcd"[seed % 4]
    arrays, pairs = as_arrays(model.plain), pairs_in(model)
    found = unknown_stability_of(arrays, pairs, READINGS[reading])
    assert as_lists(found) == judged(
        model.plain,
        lambda concept, party, state: unknown_stable(model, reading, concept, party, state),
    )


def check_strong(seed: int) -> None:
    plain = made_up(seed)
    levels = levels_of(plain, seed)
    found = strength_of(as_arrays(plain), as_rows(plain, levels), "strong")
    assert as_lists(found) == judged(
        plain, lambda concept, party, state: strongly_stable(plain, levels, concept, party, state)
    )


def check_mixed(seed: int) -> None:
    model, reading = doubtful(seed), "abcd"[seed % 4]
    levels, arrays = levels_of(model.plain, seed), as_arrays(model.plain)
    asked = READINGS[reading], "strong"
    found = mixed_stability_of(arrays, pairs_in(model), as_rows(model.plain, levels), asked)
    assert as_lists(found) == judged(
        model.plain,
        lambda concept, party, state: unknown_stable(model, reading, concept, party, state, levels),
    )


def check_groups(seed: int) -> None:
    plain = made_up(seed)
    groups = groups_among(plain.parties)
    found = group_stability_of(as_arrays(plain))
    for concept in GROUP_CONCEPTS:
        for group, row in zip(groups, found.stable[concept].tolist(), strict=True):
            if len(group) > 1:
                expected = [group_stable(plain, group, concept, s) for s in range(plain.count)]
                assert row == expected, (concept, group)


def check_merged(seed: int) -> None:
    plain = made_up(seed)
    pair = plain.parties[:2]
    merged = united(plain, pair)
    model = as_arrays(merged)
    for concept in CONCEPTS:
        expected = [united_stable(merged, pair, concept, s) for s in range(plain.count)]
        assert stable_as_one(model, pair, concept).tolist() == expected, concept


def check_listed_sim(seed: int) -> None:
    plain = made_up(seed)
    model = as_arrays(plain)
    sides = [(party,) for party in plain.parties]
    for side, row in zip(
        sides, blocked_at_once(model, by_ranks(model), sides).tolist(), strict=True
    ):
        assert row == [listed_sim_stable(plain, side, state) for state in range(plain.count)], side


def check_sim_of_options(seed: int) -> None:
    model, lists = chosen(seed)
    space = state_space(model)
    rows = zip(space.model.parties, analyse(space, ("sim",)).stable["sim"], strict=True)
    for party, row in rows:
        for options in lists.states:
            found = row[space.index_of(words(options, " ", "="))]
            assert found == sim_stable(lists, (party.id,), options), (party.id, options)


def check_limited(seed: int) -> None:
    plain, horizon = two_parties(seed), 1 + seed % 5
    found = limited_stability_of(as_arrays(plain), horizon).stable[f"l{horizon}"]
    for party, row in zip(plain.parties, found.tolist(), strict=True):
        ends = [expected_end(plain, party, state, horizon) for state in range(plain.count)]
        assert row == [end == state for state, end in enumerate(ends)], party


KINDS: dict[str, tuple[int, Callable[[int], None]]] = {
    "unknown preference": (800, check_unknown),
    "strength": (700, check_strong),
    "unknown preference and strength": (400, check_mixed),
    "groups": (100, check_groups),
    "merged parties": (800, check_merged),
    "simultaneous, listed": (800, check_listed_sim),
    "simultaneous, made of options": (400, check_sim_of_options),
    "limited moves": (800, check_limited),
    "misperception, listed": (100, lambda seed: check_misled(listed(seed), seed)),
    "misperception, made of options": (100, lambda seed: check_misled(of_options(seed), seed)),
}
"""How many of the third 5,000 are asked what."""


@pytest.mark.parametrize("kind", KINDS)
def test_5000_models_in_the_other_kinds_of_stability_agree_with_the_plain_engine(
    kind: str,
) -> None:
    number, check = KINDS[kind]
    assert sum(models for models, _ in KINDS.values()) == MODELS
    for seed in range(number):
        check(seed)


def forms_of_listed(plain: Plain) -> Iterator[str]:
    """What a conflict has of what the engine must bear with."""
    yield f"{len(plain.parties)} parties"
    if any(len(set(ranks)) < plain.count for ranks in plain.ranks.values()):
        yield "ties"
    if any((movers, end, start) not in plain.moves for movers, start, end in plain.moves):
        yield "one-way moves"
    if any(len(movers) > 1 for movers, _, _ in plain.moves):
        yield "joint moves"
    if any(
        (movers, start, end) not in plain.moves and start != end
        for movers, start, middle in plain.moves
        for others, begin, end in plain.moves
        if (others, begin) == (movers, middle)
    ):
        yield "non-transitive moves"


def forms_of_options(model: Model) -> Iterator[str]:
    classes = slow.states(model)
    if any(len(options) > 1 for options in classes):
        yield "states that count as one"
    if sum(map(len, classes)) < np.prod([len(issue.options) for issue in model.issues]):
        yield "infeasible states"
    yield from forms_of_listed(as_plain(model))


EVERY_FORM = (
    *(f"{number} parties" for number in (2, 3, 4, 5)),
    "ties",
    "one-way moves",
    "non-transitive moves",
    "joint moves",
)


def test_the_5000_listed_conflicts_take_in_every_form_500_times_at_least() -> None:
    found = Counter(form for seed in range(MODELS) for form in forms_of_listed(made_up(seed)))
    assert min(found[form] for form in EVERY_FORM) >= 500, found


def test_every_tenth_of_the_5000_models_made_of_options_has_each_form_50_times_at_least() -> None:
    models = map(sound, range(0, MODELS, 10))
    found = Counter(form for model in models for form in forms_of_options(model))
    forms = (*EVERY_FORM, "infeasible states", "states that count as one")
    assert min(found[form] for form in forms) >= 50, found
