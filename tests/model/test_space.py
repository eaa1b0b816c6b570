"""States, moves and ranks: against published figures and against plain loops."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model import slow
from tests.strategies import graph_models, models, option_models, patient
from winset.errors import Faulty, Misuse
from winset.model import Model, parse_expression, read_model
from winset.model.space import StateSpace, state_space

ELMIRA = """
[parties.moe]
[parties.uniroyal]
[parties.local]
[issues.modify]
by = "moe"
moves = ["no -> yes"]
[issues.uniroyal]
by = "uniroyal"
options = ["delay", "accept", "abandon"]
moves = ["delay -> accept", "delay -> abandon", "accept -> abandon"]
[issues.insist]
by = "local"
[states]
same = ["uniroyal = abandon"]
status_quo = "not modify and uniroyal = delay and not insist"
[states.names]
s1 = "not modify and uniroyal = delay and not insist"
s2 = "modify and uniroyal = delay and not insist"
s3 = "not modify and uniroyal = accept and not insist"
s4 = "modify and uniroyal = accept and not insist"
s5 = "not modify and uniroyal = delay and insist"
s6 = "modify and uniroyal = delay and insist"
s7 = "not modify and uniroyal = accept and insist"
s8 = "modify and uniroyal = accept and insist"
s9 = "uniroyal = abandon"
"""
# The moves printed by Xu, Hipel, Kilgour and Fang for the nine states of Elmira.
ELMIRA_MOVES = {
    "moe": {"s1": "s2", "s3": "s4", "s5": "s6", "s7": "s8"},
    "uniroyal": {
        "s1": "s3 s9",
        "s2": "s4 s9",
        "s3": "s9",
        "s4": "s9",
        "s5": "s7 s9",
        "s6": "s8 s9",
        "s7": "s9",
        "s8": "s9",
    },
    "local": {
        "s1": "s5",
        "s2": "s6",
        "s3": "s7",
        "s4": "s8",
        "s5": "s1",
        "s6": "s2",
        "s7": "s3",
        "s8": "s4",
    },
}


def elmira(more: str = "") -> StateSpace:
    return state_space(read_model(ELMIRA + more))


def listed_moves(space: StateSpace, group: tuple[str, ...]) -> list[set[int]]:
    found = space.moves_of(group)
    return [set(found.of(state).tolist()) for state in range(space.count)]


def test_elmira_has_the_nine_states_and_the_moves_that_were_published() -> None:
    space = elmira()
    assert space.count == 9
    for moves in space.moves:
        listed = {
            space.id(state): {space.id(int(end)) for end in moves.of(state)}
            for state in range(space.count)
        }
        published = ELMIRA_MOVES[moves.movers[0]]
        assert listed == {name: set(published.get(name, "").split()) for name in listed}


def test_the_first_issue_changes_fastest() -> None:
    space = state_space(read_model('[issues.a]\n[issues.b]\noptions = ["x", "y", "z"]'))
    assert space.ids == ("a=no b=x", "a=yes b=x", "a=no b=y", "a=yes b=y", "a=no b=z", "a=yes b=z")


def test_a_state_is_found_by_name_long_form_and_expression() -> None:
    space = elmira()
    expected = space.index_of("s6")
    assert space.index_of("modify=yes uniroyal=delay insist=yes") == expected
    assert space.index_of("insist = yes  uniroyal=delay modify='yes'") == expected
    assert space.index_of("modify and insist and uniroyal = delay") == expected
    assert space.status_quo == space.index_of("s1")


def test_a_state_is_found_by_its_short_form() -> None:
    space = state_space(read_model("[issues.a]\n[issues.b]\n[issues.c]"))
    assert space.options(space.index_of("NYN")) == {"a": "no", "b": "yes", "c": "no"}
    assert [space.short(state) for state in range(3)] == ["NNN", "YNN", "NYN"]


def test_the_short_form_of_states_that_count_as_one_has_dashes() -> None:
    space = state_space(read_model('[issues.a]\n[issues.b]\n[states]\nsame = ["b"]'))
    assert [space.short(state) for state in range(space.count)] == ["NN", "YN", "-Y"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("s10", "did you mean 's1'"),
        ("modify and not modify", "true of no feasible state"),
        ("modify an insist", "cannot stand here"),
        ("modify", "true of 5 states, as s2 and s4; expected"),
        ("modify=maybe uniroyal=delay insist=no", "names no state"),
        ("nothing", "expected a name as 's1', or what is true of one state"),
        ("", "names no state"),
    ],
)
def test_a_text_that_names_no_state_is_refused(text: str, message: str) -> None:
    with pytest.raises(Misuse, match=message):
        elmira().index_of(text)


def test_the_nearest_state_is_named_by_its_options_too() -> None:
    space = state_space(read_model('[issues.toll]\n[issues.dues]\noptions = ["low", "high"]'))
    with pytest.raises(Misuse, match="did you mean 'toll=no dues=high'"):
        space.index_of("toll=no dues=hihg")


def test_an_unknown_party_is_refused_with_the_nearest() -> None:
    with pytest.raises(Misuse, match="did you mean 'uniroyal'"):
        elmira().ranks("uniroyl")


def test_terms_change_only_by_agreement() -> None:
    space = state_space(
        read_model(
            '[parties.a]\n[parties.b]\n[issues.border]\nby = ["b", "a"]\n[issues.visits]\n'
            'by = ["a", "b"]\n[issues.protest]\nby = "b"'
        )
    )
    assert [moves.movers for moves in space.moves] == [("a",), ("b",), ("a", "b")]
    assert [len(moves.targets) for moves in space.moves] == [0, 8, 24]


def test_an_issue_nobody_controls_does_not_change_and_is_named() -> None:
    space = state_space(read_model("[parties.a]\n[issues.weather]"))
    assert [len(moves.targets) for moves in space.moves] == [0]
    assert space.assumptions == (
        "weather names no party in 'by': nobody can change it.",
        "a has neither preferences nor points: taken as indifferent.",
    )


@patient
@given(option_models())
def test_states_are_those_of_the_definition(model: Model) -> None:
    space = state_space(model)
    expected = slow.states(model)
    assert [space.options(state) for state in range(space.count)] == [one[0] for one in expected]


@patient
@given(option_models())
def test_moves_are_those_of_the_definition(model: Model) -> None:
    space = state_space(model)
    for moves in space.moves:
        assert listed_moves(space, moves.movers) == slow.moves(model, moves.movers)
        assert len(moves.starts) == space.count + 1
        assert moves.starts[-1] == len(moves.targets)


@patient
@given(option_models(maximum=2))
def test_ranks_order_states_as_the_definition_does(model: Model) -> None:
    space = state_space(model)
    for party in model.parties:
        ranks = space.ranks(party.id)
        for first, second in itertools.combinations(range(space.count), 2):
            sign = int(np.sign(ranks[first] - ranks[second]))
            assert sign == slow.better(model, party.id, first, second)


@patient
@given(models())
def test_every_state_is_found_by_its_id(model: Model) -> None:
    space = state_space(model)
    assert [space.index_of(id_) for id_ in space.ids] == list(range(space.count))


@patient
@given(models())
def test_ids_given_one_after_another_are_the_same(model: Model) -> None:
    space = state_space(model)
    assert tuple(space.ids_of(np.arange(space.count))) == space.ids


@patient
@given(graph_models())
def test_a_graph_moves_as_listed(model: Model) -> None:
    space = state_space(model)
    assert model.graph is not None
    listed = dict(model.graph.moves)
    for party in model.parties:
        expected = {start: set(ends) for start, ends in listed.get(party.id, ())}
        for state, ends in enumerate(listed_moves(space, (party.id,))):
            assert {space.ids[end] for end in ends} == expected.get(space.ids[state], set())


def test_a_ranking_gives_ranks_levels_and_pairs_not_known() -> None:
    space = state_space(
        read_model(
            "[parties.a]\n[graph]\nstates = [1, 2, 3, 4]\n[preferences.a]\n"
            'ranking = "3 > 1 ~ 4 >> 2"\nunknown = [["1", "3"]]'
        )
    )
    assert space.ranks("a").tolist() == [1, 0, 2, 1]
    assert space.levels("a").tolist() == [1, 0, 1, 1]
    assert space.unknown("a").tolist() == [[0, 2]]


def test_points_are_added_exactly() -> None:
    # A tenth and two tenths are three tenths, which floats deny.
    space = state_space(
        read_model(
            "[parties.a]\n[issues.x]\n[issues.y]\n[issues.z]\n[points.a]\nx = 0.1\ny = 0.2\nz = 0.3"
        )
    )
    assert space.ranks("a")[space.index_of("YYN")] == space.ranks("a")[space.index_of("NNY")]
    assert space.assumptions[-1] == "a has no preferences: its points order the states."


def test_points_of_any_size_are_added_exactly() -> None:
    space = state_space(
        read_model("[parties.a]\n[issues.x]\n[issues.y]\n[points.a]\nx = 1e14\ny = 1e-300")
    )
    assert space.ranks("a").tolist() == [0, 2, 1, 3]


@patient
@given(st.integers(100, 140), st.data())
def test_any_number_of_statements_is_compared_exactly(number: int, data: st.DataObject) -> None:
    # Only the last statement tells the states apart: a sum of 64-bit weights would lose it.
    same = ", ".join(['"x or not x"'] * number)
    space = state_space(
        read_model(f'[parties.a]\n[issues.x]\n[preferences.a]\norder = [{same}, "not x"]')
    )
    assert space.ranks("a").tolist() == [1, 0]


def test_states_that_do_not_fit_are_refused_with_the_memory_they_need() -> None:
    text = "[parties.a]\n" + "".join(f'[issues.i{n}]\nby = "a"\n' for n in range(40))
    with pytest.raises(Misuse, match=r"1,099,511,627,776 states of 40 issues .* 30\d TB of memory"):
        state_space(read_model(text))


def test_states_that_do_not_fit_are_refused_before_they_are_laid_out() -> None:
    text = "[parties.a]\n" + "".join(f'[issues.i{n}]\nby = "a"\n' for n in range(26))
    with pytest.raises(
        Misuse, match=r"67,108,864 states .* about 15 GB of memory, and there is room for 12"
    ):
        state_space(read_model(text))


def test_combinations_that_rules_leave_too_many_on_the_way_are_refused() -> None:
    text = "[parties.a]\n" + "".join(f'[issues.i{n}]\nby = "a"\n' for n in range(40))
    rule = '[states]\nimpossible = ["i0 and i39"]'
    with pytest.raises(Misuse, match=r"40 issues make 1,099,511,627,776 .* at most 67,108,864"):
        state_space(read_model(text + rule))


def test_rules_keep_large_models_small() -> None:
    # Forty issues of which at most one is yes: each is ruled out as soon as it is laid out.
    text = "[parties.a]\n" + "".join(f'[issues.i{n}]\nby = "a"\n' for n in range(40))
    pairs = [f'"i{n} and i{m}"' for n in range(40) for m in range(n)]
    space = state_space(read_model(f"{text}[states]\nimpossible = [{', '.join(pairs)}]"))
    assert space.count == 41


def test_too_many_moves_are_refused_with_the_figures() -> None:
    text = "[parties.a]\n" + "".join(f'[issues.i{n}]\nby = "a"\n' for n in range(16))
    space = state_space(read_model(text))
    with pytest.raises(Misuse, match=r"a could make about 4,294,901,760 moves"):
        space.moves_of(("a",))


def test_names_and_status_quo_must_be_one_feasible_state() -> None:
    text = '[issues.a]\n[issues.b]\n[states]\nimpossible = ["a and b"]\n'
    with pytest.raises(Faulty, match=r"status_quo: the status quo is true of 2 states"):
        read_model(text + 'status_quo = "b or a"')
    with pytest.raises(Faulty, match=r"states.names.s1: the state 's1' is true of no feasible"):
        read_model(text + '[states.names]\ns1 = "a and b"')


def test_where_finds_the_states_an_expression_is_true_of() -> None:
    space = elmira()
    found = {space.id(int(state)) for state in space.where(parse_expression("modify"))}
    assert found == {"s2", "s4", "s6", "s8", "s9"}


def test_states_are_chosen_by_expression_name_or_list() -> None:
    assert np.flatnonzero(elmira().matching("s3")).tolist() == [elmira().index_of("s3")]
    chosen = elmira().matching("modify and not insist")
    assert {elmira().id(int(state)) for state in np.flatnonzero(chosen)} == {"s2", "s4", "s9"}
    graph = state_space(read_model("[parties.a]\n[graph]\nstates = [1, 2]"))
    assert graph.matching("2").tolist() == [False, True]
    with pytest.raises(Misuse, match="true of no feasible state"):
        elmira().matching("modify and not modify")
