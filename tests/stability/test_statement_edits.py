"""Edits of statements that make a state an equilibrium, read back through the model file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from winset.errors import Misuse
from winset.model import parse_expression, read_model, write_expression
from winset.model.model import Model
from winset.model.preferences import Preference
from winset.model.space import StateSpace, state_space
from winset.stability import CONCEPTS, analyse
from winset.stability.inverse.statements import Edit, Kind, OrderChange, fewest_edits

GRAPHS = Path(__file__).parents[1] / "cases" / "graph"

STOCK = """
[parties.north]
[parties.south]
[issues.more]
by = "north"
[issues.also]
by = "south"
[preferences.north]
order = ["not also", "more"]
[preferences.south]
order = ["not more", "also"]
"""


def space_of(name: str) -> StateSpace:
    return state_space(read_model((GRAPHS / f"{name}.toml").read_text(encoding="utf-8")))


def edited(model: Model, change: OrderChange) -> StateSpace:
    orders = dict(change.orders)
    stated = tuple(
        replace(preference, order=orders.get(preference.party, preference.order))
        for preference in model.preferences
    )
    return state_space(replace(model, preferences=stated))


@pytest.mark.parametrize("concept", CONCEPTS)
def test_the_edited_model_has_the_state_as_an_equilibrium(concept: str) -> None:
    space = space_of("syria_iraq")
    for state in range(space.count):
        found = fewest_edits(space, state, concept, limit=20)
        numbers = {len(change.edits) for change in found.changes}
        assert len(numbers) <= 1
        for change in found.changes:
            assert analyse(edited(space.model, change)).equilibria(concept)[state]


def test_one_edit_is_enough_where_a_party_may_cease_to_want_more() -> None:
    """Neither overfishes: each must stop liking to, by two edits, one for each."""
    space = state_space(read_model(STOCK))
    found = fewest_edits(space, space.index_of("NN"), "nash", limit=100)
    assert {len(change.edits) for change in found.changes} == {2}
    assert {edit.party for edit in found.changes[0].edits} == {"north", "south"}
    assert found.complete
    dropped = Edit(Kind.DROP, "north", parse_expression("more"), 2, 0)
    also = Edit(Kind.DROP, "south", parse_expression("also"), 2, 0)
    assert (dropped, also) in [change.edits for change in found.changes]


def test_with_one_party_free_the_other_keeps_its_order() -> None:
    space = state_space(read_model(STOCK))
    found = fewest_edits(space, space.index_of("NY"), "nash", ["north"], limit=100)
    assert found.changes
    for change in found.changes:
        assert {edit.party for edit in change.edits} == {"north"}
    assert not fewest_edits(space, space.index_of("YN"), "nash", ["north"]).changes


def test_moves_say_where_from_and_where_to() -> None:
    space = state_space(read_model(STOCK.replace('"not also", "more"', '"more", "not more"')))
    found = fewest_edits(space, space.index_of("NY"), "nash", ["north"], limit=100)
    moves = [change.edits[0] for change in found.changes if change.edits[0].kind is Kind.MOVE]
    assert Edit(Kind.MOVE, "north", parse_expression("more"), 1, 2) in moves
    for change in found.changes:
        assert [write_expression(part) for part in dict(change.orders)["north"]]


def test_an_equilibrium_needs_no_edit() -> None:
    space = space_of("syria_iraq")
    found = fewest_edits(space, space.index_of("6"), "nash")
    assert [change.edits for change in found.changes] == [()]


def test_the_search_says_when_it_was_cut_short() -> None:
    space = state_space(read_model(STOCK))
    found = fewest_edits(space, space.index_of("NN"), "nash", limit=1)
    assert (len(found.changes), found.complete) == (1, False)


def test_a_ranking_has_no_statements_to_change() -> None:
    space = space_of("garrison")
    with pytest.raises(Misuse, match="nearest ranking"):
        fewest_edits(space, 0, "seq")
    model = replace(
        read_model(STOCK), preferences=(Preference("north", (), (("NN", "YN", "NY", "YY"),)),)
    )
    with pytest.raises(Misuse, match="'north' does not order the states by statements"):
        fewest_edits(state_space(model), 0, "seq", ["north"])
