"""Published and derived answers for groups, merged parties, SIM, limited moves, misperception.

The models are those of this folder. "Derived" answers were worked out by brute force from the
definitions; published ones name their source.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.cases.graph.test_graph_cases import answers_of, equilibria, space_of
from tests.reference.concepts import expected_end
from tests.reference.stability import Plain
from winset.model.space import StateSpace
from winset.stability import CONCEPTS, Stability, analyse, conflict
from winset.stability.concepts.coalitions import analyse_groups, group_improvements
from winset.stability.concepts.limited import NON_MYOPIC, analyse_limited
from winset.stability.concepts.merging import analyse_merged
from winset.stability.concepts.misperception import analyse_misperceived
from winset.stability.concepts.strength import analyse_strength
from winset.stability.concepts.unknown import READINGS, analyse_unknown

HERE = Path(__file__).parent
NINE_STATES = ("elmira_graph", "elmira_options")


def named(space: StateSpace, found: Stability, concept: str) -> set[str]:
    return {space.ids[state] for state in np.flatnonzero(found.equilibria(concept))}


@pytest.mark.parametrize("name", NINE_STATES)
def test_elmira_groups_gain_from_two_of_the_equilibria_only(name: str) -> None:
    """Derived, and recalled from the literature: from 5 the ministry and Uniroyal jump to 8."""
    space = space_of(name)
    states = [space.index_of(state) for state in "14589"]
    gains = {
        (one.group, space.ids[one.path.start], space.ids[one.path.end])
        for one in group_improvements(conflict(space), states)
    }
    assert gains == {(("moe", "local"), "1", "5"), (("moe", "uniroyal"), "5", "8")}


@pytest.mark.parametrize("name", NINE_STATES)
def test_elmira_the_jump_leaves_8_and_9_as_group_equilibria(name: str) -> None:
    space = space_of(name)
    found = analyse_groups(space)
    assert named(space, found, "nash") == {"8", "9"}
    assert named(space, found, "seq") == {"8", "9"}
    assert "5" not in named(space, found, "gmr")


@pytest.mark.parametrize("name", NINE_STATES)
def test_elmira_with_the_ministry_and_uniroyal_merged(name: str) -> None:
    """Derived, by brute force over nine states."""
    space = space_of(name)
    found = analyse_merged(space, [["moe", "uniroyal"]])
    assert named(space, found, "nash") == {"7", "8", "9"}
    assert named(space, found, "gmr") == {"1", "3", "4", "7", "8", "9"}
    assert named(space, found, "smr") == {"1", "3", "4", "7", "8", "9"}
    assert named(space, found, "seq") == {"1", "7", "8", "9"}


def test_elmira_the_published_equilibria_of_the_merged_parties() -> None:
    """GMCR+ user guide, figure 30, as far as its call-out lets them be seen; 7 is none any more."""
    space = space_of("elmira_12")
    found = analyse_merged(space, [["moe", "uniroyal"]])
    assert named(space, found, "nash") == {"5", "6", "9", "10", "11", "12"}
    assert named(space, found, "gmr") >= {"1", "3", "4", "5", "9", "10", "11", "12"}
    for concept in ("seq", "smr"):
        assert named(space, found, concept) >= {"5", "6", "9", "10", "11", "12"}
    for concept in CONCEPTS:
        assert "7" not in named(space, found, concept)


def test_elmira_merging_by_options_and_by_listed_moves_agree() -> None:
    listed, options = (space_of(name) for name in NINE_STATES)
    for group in (["moe", "uniroyal"], ["moe", "local"], ["uniroyal", "local"]):
        one, other = analyse_merged(listed, [group]), analyse_merged(options, [group])
        for concept in CONCEPTS:
            assert named(listed, one, concept) == named(options, other, concept)


def test_simultaneous_stability_as_published() -> None:
    """GMCR+ user guide, figures 19 and 29 (states 7 to 12 are the ones it shows)."""
    iraq, elmira = space_of("syria_iraq"), space_of("elmira_12")
    assert named(iraq, analyse(iraq, ("sim",)), "sim") == {"6"}
    shown = {"7", "8", "9", "10", "11", "12"}
    found = named(elmira, analyse(elmira, ("sim",)), "sim")
    assert found & shown == {"7", "10", "11", "12"}
    both = analyse(elmira, ("sim", "seq"))
    assert np.array_equal(both.equilibria("sim"), both.equilibria("seq"))


LIMITED = {
    "game_prisoners_dilemma": {1: "DD", 2: "CC DD", 3: "CC DD", 8: "CC DD"},
    "game_chicken": {1: "CD DC", 2: "", 3: "CC", 4: "CC", 5: "CC", 8: "CC"},
    "game_stag_hunt": {1: "CC DD", 2: "CC", 3: "CC", 8: "CC"},
    "game_battle_of_sexes": {1: "CC DD", 2: "", 3: "", 8: ""},
}
"""Equilibria of limited moves, derived by brute force."""


@pytest.mark.parametrize("name", LIMITED)
def test_limited_moves_in_two_by_two_games(name: str) -> None:
    space = space_of(name)
    for horizon, states in LIMITED[name].items():
        found = analyse_limited(space, horizon)
        assert named(space, found, f"l{horizon}") == set(states.split()), horizon


@pytest.mark.parametrize(
    ("name", "states"),
    [
        ("game_prisoners_dilemma", {"CC", "DD"}),
        ("game_chicken", {"CC"}),
        ("game_stag_hunt", {"CC"}),
        ("game_battle_of_sexes", set()),
    ],
)
def test_non_myopic_equilibria_of_two_by_two_games(name: str, states: set[str]) -> None:
    """Prisoner's dilemma and chicken: Brams and Wittman (1981) name the same states."""
    space = space_of(name)
    assert named(space, analyse_limited(space, None), NON_MYOPIC) == states


@pytest.mark.parametrize("name", ["cuban", "cuban_reversible", "syria_iraq"])
def test_limited_moves_of_larger_conflicts_agree_with_the_plain_recursion(name: str) -> None:
    space = space_of(name)
    parties = tuple(party.id for party in space.model.parties)
    moves = frozenset(
        (one.movers, state, int(end))
        for one in space.moves
        for state in range(space.count)
        for end in one.targets[one.starts[state] : one.starts[state + 1]]
    )
    ranks = {party: space.ranks(party).tolist() for party in parties}
    plain = Plain(parties, space.count, moves, ranks)
    for horizon in (2, 3, 4):
        (found,) = analyse_limited(space, horizon).stable.values()
        for row, party in enumerate(parties):
            expected = [expected_end(plain, party, s, horizon) == s for s in range(space.count)]
            assert found[row].tolist() == expected


def test_cuba_looking_far_ahead_settles_on_withdrawal() -> None:
    """State 5 is withdrawal without a blockade (4 in decimal numbers)."""
    space = space_of("cuban_reversible")
    assert named(space, analyse_limited(space, None), NON_MYOPIC) == {"5"}


def test_misperceived_states_bind_as_published() -> None:
    """The semantics of gmcr-py: nobody moves to or from a state it does not see. Derived."""
    space = space_of("syria_iraq_views")
    found = analyse_misperceived(space)
    expected = answers_of("syria_iraq_misperceived")
    for concept in CONCEPTS:
        assert named(space, found.bound, concept) == set(expected["equilibria"][concept])
        for row, party in enumerate(found.bound.parties):
            stable = {space.ids[s] for s in np.flatnonzero(found.bound.stable[concept][row])}
            assert stable == set(expected["stable"][concept][party])
        assert named(space, found.true, concept) == equilibria("syria_iraq", concept)


def test_syria_fears_at_3_an_answer_that_iraq_does_not_see() -> None:
    """In Syria's view Iraq would go from 1 to 4; Iraq sees neither."""
    space = space_of("syria_iraq_views")
    found = analyse_misperceived(space, ("seq",))
    three = space.index_of("3")
    assert found.outcome.stable["seq"][0, three]
    assert not found.bound.stable["seq"][0, three]


@pytest.mark.parametrize("name", ["elmira", "garrison", "cuban", "syria_iraq", "prisoners"])
def test_without_unknown_or_strong_preference_the_kinds_agree_with_the_plain_analysis(
    name: str,
) -> None:
    space = space_of(name)
    plain = analyse(space)
    general = analyse_strength(space, "general")
    for concept in CONCEPTS:
        assert np.array_equal(general.stable[concept], plain.stable[concept])
        for reading in READINGS:
            found = analyse_unknown(space, reading, (concept,))
            assert np.array_equal(found.stable[concept], plain.stable[concept])
