"""Explanations in words, and the statements they rest on."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import models, patient
from winset.errors import Faulty, Misuse
from winset.model import read_model
from winset.model.model import Model
from winset.model.space import StateSpace, state_space
from winset.stability import conflict
from winset.stability.reasons.comparison import compare
from winset.stability.reasons.explanation import explain
from winset.stability.reasons.narration import narrate

GRAPHS = Path(__file__).parents[1] / "cases" / "graph"


def space_of(name: str) -> StateSpace:
    return state_space(read_model((GRAPHS / f"{name}.toml").read_text(encoding="utf-8")))


def told(name: str, party: str, state: str, concept: str) -> tuple[str, ...]:
    space = space_of(name)
    return narrate(space, explain(conflict(space), party, space.index_of(state), concept))


def test_a_state_without_improvements_needs_one_sentence() -> None:
    assert told("syria_iraq", "syria", "6", "seq") == (
        "6 is SEQ stable for Syria: from there it has no improvement.",
    )


def test_nash_reckons_with_no_answer() -> None:
    verdict, first, _ = told("syria_iraq", "syria", "2", "nash")
    assert verdict == (
        "2 is not Nash stable for Syria: it has 2 improvements, and nothing deters any of them."
    )
    assert first.startswith("Syria moves from 2 to 1 (release=no): Syria prefers 1 to 2, by its")


def test_a_sanction_comes_with_its_moves_and_the_statement_behind_it() -> None:
    """Syria at 3 goes to 1; Iraq attacks, which leaves 4, and Syria escalates first of all."""
    verdict, answer = told("syria_iraq", "syria", "3", "smr")
    assert verdict == "3 is SMR stable for Syria: it has one improvement, and it is deterred."
    assert "Then Iraq moves from 1 to 4 (attack=yes)." in answer
    assert "Syria does not prefer 4 to 3, by its statement 2, “escalate”, true of 3" in answer
    assert "the best it can then do is 6: Syria does not prefer 6 to 3" in answer


def test_movers_of_a_sequential_answer_like_each_step() -> None:
    answer = told("syria_iraq", "iraq", "5", "seq")[1]
    assert "; Syria prefers 3 to 2, by its statement 2, “escalate”, true of 3 only)" in answer


def test_where_nothing_deters_the_worst_the_others_can_do_is_told() -> None:
    verdict, answer = told("syria_iraq", "iraq", "1", "seq")
    assert verdict.endswith("it has one improvement, and nothing deters it.")
    assert "That is the worst the others can do by moves they like" in answer
    assert "Iraq prefers 6 to 1, by its statement 3" in answer


def test_rankings_are_told_by_places() -> None:
    """Garrison, Canada at 6: three moves by two parties taking turns are the sanction."""
    answer = told("garrison", "canada", "6", "gmr")[1]
    assert "which stand at places 9 and 13 of its ranking" in answer
    assert answer.count(", then US") == 2
    assert "does not prefer 3 to 6, which stand at places 17 and 13" in answer


@given(models(), st.data())
@patient
def test_the_statement_named_is_the_first_to_tell_two_states_apart(
    model: Model, data: st.DataObject
) -> None:
    try:
        space = state_space(model)
    except (Faulty, Misuse):
        return
    party = data.draw(st.sampled_from([party.id for party in model.parties]))
    states = st.integers(0, space.count - 1)
    first, second = data.draw(states), data.draw(states)
    found, ranks = compare(space, party, first, second), space.ranks(party)
    assert found.sign == int(ranks[first] > ranks[second]) - int(ranks[first] < ranks[second])
    assert (found.places[0] < found.places[1]) == (found.sign > 0)
    if space.preference(party).order:
        assert (found.statement is None) == (found.sign == 0)
        if found.statement is not None:
            assert found.statement.true_of == (first if found.sign > 0 else second)


def test_comparing_for_a_party_that_is_not_there_is_refused() -> None:
    with pytest.raises(Misuse, match="no party"):
        compare(space_of("syria_iraq"), "turkey", 0, 1)
