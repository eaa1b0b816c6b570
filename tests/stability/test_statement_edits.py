"""Edits of statements that make a state an equilibrium, read back through the model file."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from winset.errors import Misuse
from winset.model import parse_expression, read_model, write_expression
from winset.model.expressions import Expression, Not
from winset.model.model import Model
from winset.model.preferences import Preference
from winset.model.space import StateSpace, state_space
from winset.stability import CONCEPTS, analyse
from winset.stability.inverse import Edit, Kind, OrderChange, Search, fewest_edits, statements

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
        found = fewest_edits(space, state, concept, search=Search(limit=20))
        numbers = {len(change.edits) for change in found.changes}
        assert len(numbers) <= 1
        for change in found.changes:
            assert analyse(edited(space.model, change)).equilibria(concept)[state]


def test_one_edit_is_enough_where_a_party_may_cease_to_want_more() -> None:
    """Neither overfishes: each must stop liking to, by two edits, one for each."""
    space = state_space(read_model(STOCK))
    found = fewest_edits(space, space.index_of("NN"), "nash", search=Search(limit=100))
    assert {len(change.edits) for change in found.changes} == {2}
    assert {edit.party for edit in found.changes[0].edits} == {"north", "south"}
    assert found.complete
    dropped = Edit(Kind.DROP, "north", parse_expression("more"), 2, 0)
    also = Edit(Kind.DROP, "south", parse_expression("also"), 2, 0)
    assert (dropped, also) in [change.edits for change in found.changes]


def test_with_one_party_free_the_other_keeps_its_order() -> None:
    space = state_space(read_model(STOCK))
    found = fewest_edits(space, space.index_of("NY"), "nash", ["north"], search=Search(limit=100))
    assert found.changes
    for change in found.changes:
        assert {edit.party for edit in change.edits} == {"north"}
    assert not fewest_edits(space, space.index_of("YN"), "nash", ["north"]).changes


def test_moves_say_where_from_and_where_to() -> None:
    space = state_space(read_model(STOCK.replace('"not also", "more"', '"more", "not more"')))
    found = fewest_edits(space, space.index_of("NY"), "nash", ["north"], search=Search(limit=100))
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
    found = fewest_edits(space, space.index_of("NN"), "nash", search=Search(limit=1))
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


def random_model(seed: int) -> Model:
    """Two parties, three issues, one to three statements each."""
    chance = random.Random(seed)
    lines = ["[parties.a]", "[parties.b]"]
    lines += [f"[issues.{name}]\nby = '{by}'" for name, by in zip("xyz", "aab", strict=True)]
    for party in "ab":
        every = [f"{n}{name}" for name in "xyz" for n in ("", "not ")] + ["x iff z", "y if not z"]
        chosen = chance.sample(every, chance.randint(1, 2))
        lines.append(f"[preferences.{party}]\norder = {chosen}")
    return read_model("\n".join(lines))


def with_order(model: Model, party: str, order: tuple[Expression, ...]) -> Model:
    stated = tuple(
        replace(one, order=order) if one.party == party else one for one in model.preferences
    )
    return replace(model, preferences=stated)


def edited_once(model: Model) -> list[Model]:
    """Every model with one statement moved, dropped, denied or added, by slices of lists."""
    found = []
    for preference in model.preferences:
        order, party = list(preference.order), preference.party
        others = [(order[:k] + order[k + 1 :], order[k]) for k in range(len(order))]
        added = [parse_expression(f"{n}{name}") for name in "xyz" for n in ("", "not ")]
        edited = [rest for rest, _ in others]
        edited += [[*rest[:k], one, *rest[k:]] for rest, one in others for k in range(len(order))]
        for k, (rest, one) in enumerate(others):
            denied = one.part if isinstance(one, Not) else Not(one)
            edited.append([*rest[:k], denied, *rest[k:]])
        for one in added:
            if one not in order:
                edited += [[*order[:k], one, *order[k:]] for k in range(len(order) + 1)]
        found += [with_order(model, party, tuple(new)) for new in edited]
    return found


def lasts(model: Model, state: int, concept: str) -> bool:
    return bool(analyse(state_space(model), (concept,)).equilibria(concept)[state])


@pytest.mark.parametrize("concept", ["nash", "smr", "seq"])
def test_no_fewer_edits_do_it_and_every_single_one_is_found(concept: str) -> None:
    numbers = set()
    for seed in range(14):
        model, state = random_model(seed), seed % 8
        space = state_space(model)
        found = fewest_edits(space, state, concept, search=Search(2, 500))
        once = edited_once(model)
        single = {edited.preferences for edited in once if lasts(edited, state, concept)}
        if lasts(model, state, concept):
            assert [change.edits for change in found.changes] == [()]
        elif single:
            told = {edited(model, change).model.preferences for change in found.changes}
            assert told == single
        elif found.changes:
            assert {len(change.edits) for change in found.changes} == {2}
            for change in found.changes[:5]:
                assert lasts(edited(model, change).model, state, concept)
        else:
            twice = (two for one in once[::7] for two in edited_once(one)[::5])
            assert not any(lasts(two, state, concept) for two in twice)
        numbers.add(len(found.changes[0].edits) if found.changes else -1)
    assert {0, 1} <= numbers


def test_any_number_of_edits_may_be_asked_for() -> None:
    """Four parties overfish; each must cease to like it."""
    names = "abcd"
    text = "".join(f"[parties.{n}]\n[issues.of_{n}]\nby='{n}'\n" for n in names)
    text += "".join(f"[preferences.{n}]\norder = ['of_{n}']\n" for n in names)
    space = state_space(read_model(text))
    nothing = space.index_of("NNNN")
    short = fewest_edits(space, nothing, "nash", search=Search(3))
    assert (short.changes, short.complete) == ((), True)
    found = fewest_edits(space, nothing, "nash", search=Search(4, 1))
    assert [len(change.edits) for change in found.changes] == [4]
    assert lasts(edited(space.model, found.changes[0]).model, nothing, "nash")


def test_a_search_for_edits_that_was_cut_short_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements, "_LEAST_MADE", 3)
    monkeypatch.setattr(statements, "MOST_MADE", 3)
    space = state_space(read_model(STOCK))
    found = fewest_edits(space, space.index_of("NN"), "nash")
    assert (found.changes, found.complete, found.given_up) == ((), False, True)


@pytest.mark.parametrize("number", [0, 21])
def test_a_number_of_edits_out_of_bounds_is_refused(number: int) -> None:
    with pytest.raises(Misuse, match="expected 1 to 20"):
        Search(number)
