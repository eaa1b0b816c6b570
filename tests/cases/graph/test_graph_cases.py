"""Published conflicts, as model files, with the answers beside them (`NAME.answers.toml`).

Each file names its source. `stable` lists the stable states of each party, `equilibria` those of
all; where the source prints them, `rankings` and `moves` tell what the model must come to.
"""

from __future__ import annotations

import json
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner

from winset.cli.app import program
from winset.model import read_model
from winset.model.space import StateSpace, state_space
from winset.stability import CONCEPTS, Stability, analyse, paths

HERE = Path(__file__).parent
ENDING = ".answers.toml"
NAMES = sorted(file.name.removesuffix(ENDING) for file in HERE.glob(f"*{ENDING}"))


def answers_of(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}{ENDING}").read_text(encoding="utf-8"))


def space_of(name: str) -> StateSpace:
    file = HERE / f"{name}.toml"
    return state_space(read_model(file.read_text(encoding="utf-8"), file.name))


def having(section: str) -> list[str]:
    return [name for name in NAMES if section in answers_of(name)]


def equilibria(name: str, concept: str) -> set[str]:
    space = space_of(name)
    return {space.ids[s] for s in np.flatnonzero(analyse(space).equilibria(concept))}


def stable_ids(space: StateSpace, found: Stability) -> dict[str, dict[str, set[str]]]:
    return {
        concept: {
            party: {space.ids[s] for s in np.flatnonzero(row)}
            for party, row in zip(found.parties, found.stable[concept], strict=True)
        }
        for concept in CONCEPTS
    }


@pytest.mark.parametrize("name", NAMES)
def test_states_are_stable_for_the_parties_the_answers_name(name: str) -> None:
    space = space_of(name)
    expected = {
        concept: {party: set(ids) for party, ids in by_party.items()}
        for concept, by_party in answers_of(name)["stable"].items()
    }
    assert stable_ids(space, analyse(space)) == expected


@pytest.mark.parametrize("concept", CONCEPTS)
@pytest.mark.parametrize("name", NAMES)
def test_equilibria_are_the_ones_the_answers_name(name: str, concept: str) -> None:
    assert equilibria(name, concept) == set(answers_of(name)["equilibria"][concept])


@pytest.mark.parametrize("name", NAMES)
def test_the_command_line_gives_the_same_answers_as_json(name: str) -> None:
    result = CliRunner().invoke(program, ["stability", str(HERE / f"{name}.toml"), "--json"])
    assert result.exit_code == 0, result.output
    shown, expected = json.loads(result.stdout), answers_of(name)
    for concept in CONCEPTS:
        assert set(shown["equilibria"][concept]) == set(expected["equilibria"][concept])
        for party, ids in expected["stable"][concept].items():
            assert set(shown["stable"][concept][party]) == set(ids)


@pytest.mark.parametrize("name", having("rankings"))
def test_the_preferences_of_the_model_give_the_printed_rankings(name: str) -> None:
    space = space_of(name)
    for party, ranking in answers_of(name)["rankings"].items():
        levels = [[space.index_of(s) for s in group.split(" ~ ")] for group in ranking.split(" > ")]
        ranks = space.ranks(party)
        assert len(levels) == len(np.unique(ranks))
        for better, worse in pairwise(levels):
            assert ranks[better].min() > ranks[worse].max(), (party, better, worse)


@pytest.mark.parametrize("name", having("moves"))
def test_the_options_of_the_model_give_the_printed_moves(name: str) -> None:
    space = space_of(name)
    for party, rows in answers_of(name)["moves"].items():
        (moves,) = [moves for moves in space.moves if moves.movers == (party,)]
        for state, start, end in zip(space.ids, moves.starts, moves.starts[1:], strict=False):
            ends = {space.ids[target] for target in moves.targets[start:end]}
            assert ends == set(rows.get(state, [])), (party, state)


def test_garrison_states_4_6_10_are_gmr_although_an_older_tool_says_no() -> None:
    """State 6: Canada's move to 2 is answered by 2 → 1 → 4 → 3, two parties taking turns."""
    assert equilibria("garrison", "gmr") >= {"4", "6", "10"}
    assert equilibria("garrison", "smr") >= {"4", "6", "10"}


def test_garrison_the_published_gmr_equilibria_without_the_full_project_are_all_found() -> None:
    """GMCR+ user guide, figure 28."""
    assert equilibria("garrison", "gmr") >= {"2", "8", "11", "13", "15", "17", "19", "21"}
    assert equilibria("garrison", "nash") >= {"2", "11", "17", "21"}


def test_garrison_canada_is_punished_at_6_only_by_a_party_that_moves_twice() -> None:
    """The witness of the erratum is a shortest legal sequence of the opponents' moves."""
    space = space_of("garrison")
    start, end = space.index_of("2"), space.index_of("3")
    (path,) = paths(space, start, [end], improvements=False)
    assert space.ranks("canada")[end] <= space.ranks("canada")[space.index_of("6")]
    assert [step.movers for step in path.steps] == [
        ("us_support",),
        ("us_opposition",),
        ("us_support",),
    ]


def test_elmira_the_published_equilibria_of_every_concept() -> None:
    """GMCR+ user guide, figure 29: 7, 10, 11 and 12 of the twelve states."""
    for concept in CONCEPTS:
        assert equilibria("elmira_12", concept) >= {"7", "10", "11", "12"}


def test_elmira_a_merged_state_answers_as_the_states_it_stands_for() -> None:
    """State 9 of nine stands for 5, 6, 11 and 12 of twelve; 5 to 8 are 7 to 10 there."""
    merged = {"5": "9", "6": "9", "11": "9", "12": "9", "7": "5", "8": "6", "9": "7", "10": "8"}
    for concept in CONCEPTS:
        twelve = {merged.get(state, state) for state in equilibria("elmira_12", concept)}
        assert twelve == equilibria("elmira_graph", concept)
        assert twelve == equilibria("elmira_options", concept)


def test_syria_iraq_the_published_equilibria() -> None:
    """GMCR+ user guide, figure 19."""
    published = {"nash": {"6"}, "gmr": {"1", "6"}, "smr": {"6"}, "seq": {"6"}}
    for concept, states in published.items():
        assert equilibria("syria_iraq", concept) == states


def test_gatt_has_138240_feasible_states_and_is_analysed_whole() -> None:
    space = space_of("gatt")
    assert space.count == 138240
    found = analyse(space)
    for stronger, weaker in (("nash", "sseq"), ("sseq", "seq"), ("seq", "gmr"), ("smr", "gmr")):
        assert not (found.stable[stronger] & ~found.stable[weaker]).any()


def test_gatt_a_state_is_nash_stable_where_no_own_option_gives_a_better_one() -> None:
    space = space_of("gatt")
    found = analyse(space, ("nash",))
    for row, party in zip(found.stable["nash"], found.parties, strict=True):
        ranks = space.ranks(party)
        group = np.zeros(space.count, dtype=np.int64)
        for issue in space.issues:
            if issue.by != (party,):
                group = 2 * group + space.columns[issue.id]
        best = np.full(int(group.max()) + 1, -1)
        np.maximum.at(best, group, ranks)
        assert np.array_equal(row, ranks == best[group]), party
