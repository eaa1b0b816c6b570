"""Reasons in every manner of asking: their verdicts are those of the analysis, and can be told."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reference import stability as reference
from tests.stability.grounds import check, plain_grounds
from tests.stability.misled import Misled, listed, of_options
from tests.strategies import models, patient
from winset.errors import Faulty, Misuse
from winset.model.model import Model
from winset.model.space import StateSpace, state_space
from winset.stability import CONCEPTS, Stability, analyse
from winset.stability.concepts.coalitions import analyse_groups
from winset.stability.concepts.manners import Manner
from winset.stability.concepts.merging import analyse_merged
from winset.stability.concepts.mixed import analyse_mixed
from winset.stability.concepts.strength import analyse_strength
from winset.stability.concepts.unknown import READINGS, analyse_unknown
from winset.stability.reasons.asking import Unseen, WeakExplanation, narrate_weak, round_of, viewed
from winset.stability.reasons.narration import narrate, narrate_alike

EVERY = (*CONCEPTS, "sim")
MANNERS: Sequence[tuple[Manner, Callable[[StateSpace], Stability], Sequence[str]]] = (
    (Manner(), lambda space: analyse(space, EVERY), EVERY),
    *(
        (Manner(reading), lambda space, r=reading: analyse_unknown(space, r, EVERY), EVERY)
        for reading in READINGS
    ),
    *(
        (Manner(strength=much), lambda space, m=much: analyse_strength(space, m, EVERY), EVERY)
        for much in ("general", "strong", "weak")
    ),
    (Manner("c", "strong"), lambda space: analyse_mixed(space, "c", "strong", EVERY), EVERY),
    (Manner("a", "weak"), lambda space: analyse_mixed(space, "a", "weak", EVERY), EVERY),
    (Manner(groups=True), lambda space: analyse_groups(space, CONCEPTS), CONCEPTS),
)


def space_of(model: Model) -> StateSpace | None:
    try:
        return state_space(model)
    except (Faulty, Misuse):
        return None


def agree(
    space: StateSpace, manner: Manner, found: Stability, concepts: Sequence[str], state: int
) -> None:
    """Every side is said to be content with the state where the analysis finds it so."""
    everyone = round_of(space, manner)
    assert len(everyone.sides) == len(found.parties)
    for row, side in enumerate(everyone.sides):
        for one in everyone.asked(side, state, concepts):
            assert one.stable == found.stable[one.concept][row, state], (side, one.concept)
            told = (
                narrate_weak(space, one)
                if isinstance(one, WeakExplanation)
                else narrate(space, one)
            )
            assert all(text.endswith(".") for text in told)
            assert (" is not " in told[0]) != one.stable


@given(models(), st.sampled_from(MANNERS), st.data())
@settings(patient, max_examples=300)
def test_the_verdict_of_a_reason_is_that_of_the_analysis(
    model: Model,
    asked: tuple[Manner, Callable[[StateSpace], Stability], Sequence[str]],
    data: st.DataObject,
) -> None:
    space = space_of(model)
    if space is not None:
        manner, analysis, concepts = asked
        state = data.draw(st.integers(0, space.count - 1))
        agree(space, manner, analysis(space), concepts, state)


@given(models(), st.data())
@settings(patient, max_examples=60)
def test_the_verdict_on_parties_that_act_as_one_is_that_of_the_analysis(
    model: Model, data: st.DataObject
) -> None:
    space = space_of(model)
    if space is None or len(model.parties) < 2:
        return
    names = st.sampled_from([party.id for party in model.parties])
    group = tuple(data.draw(st.lists(names, min_size=2, max_size=3, unique=True)))
    found = analyse_merged(space, [group], EVERY)
    state = data.draw(st.integers(0, space.count - 1))
    agree(space, Manner(merged=(group,)), found, EVERY, state)


@given(models(), st.data())
@settings(patient, max_examples=60)
def test_concepts_with_the_same_reason_are_told_together(model: Model, data: st.DataObject) -> None:
    space = space_of(model)
    if space is None:
        return
    everyone = round_of(space, Manner())
    side = data.draw(st.sampled_from(everyone.sides))
    found = everyone.asked(side, data.draw(st.integers(0, space.count - 1)), CONCEPTS)
    each = [narrate(space, one) for one in found if not isinstance(one, WeakExplanation)]
    together = list(narrate_alike(space, [f for f in found if not isinstance(f, WeakExplanation)]))
    assert len(together) <= len(each)
    assert {text for told in together for text in told[1:]} == {
        text for told in each for text in told[1:]
    }


@pytest.mark.parametrize("made", [listed, of_options])
def test_what_a_party_is_told_of_its_own_view_holds_in_it(made: Callable[[int], Misled]) -> None:
    told = 0
    for seed in range(150):
        misled = made(seed)
        space = state_space(misled.model)
        for party in misled.true.parties:
            view = misled.views[party]
            for state in range(min(view.count, 4)):
                for found in viewed(space, party, state, CONCEPTS).found:
                    if isinstance(found, Unseen):
                        assert state not in misled.seen[party]
                    else:
                        expected = reference.CONCEPTS[found.concept](view, party, state)
                        assert found.stable == expected, (seed, party, state)
                        check(plain_grounds(view, (party,)), found)
                        told += len(found.answers)
    assert told > 500
