"""The moves in the talks: what rests, what does not, and why, worked out by hand.

Japan holds `formula` and `plan`, Russia `insist`; a treaty takes both and ends the talks. That
leaves eight states without a treaty and one for each treaty. In the comments a state is written
as formula, plan, insist.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from winset.model import read_model
from winset.model.space import StateSpace, state_space
from winset.stability import analyse, paths
from winset.stability.results import Stability

FOLDER = Path(__file__).parents[3] / "cases" / "northern_territories"


@pytest.fixture(scope="module")
def space() -> StateSpace:
    text = (FOLDER / "moves.toml").read_text(encoding="utf-8")
    return state_space(read_model(text, "moves.toml"))


@pytest.fixture(scope="module")
def found(space: StateSpace) -> Stability:
    return analyse(space)


def rest(space: StateSpace, found: Stability, concept: str) -> set[str]:
    stable = found.equilibria(concept)
    return {space.ids[state] for state in range(space.count) if stable[state]}


def test_there_are_eight_states_of_talks_and_two_treaties(space: StateSpace) -> None:
    assert space.count == 10
    assert space.status_quo is not None
    assert space.ids[space.status_quo] == "before_singapore"


def test_nobody_leaves_moscow_2019_or_a_treaty(space: StateSpace, found: Stability) -> None:
    # two_based, continue, insist: for Japan four or a suspended plan is worse, for Russia not to
    # insist is worse; a treaty of two islands is out of reach and one without territory is the
    # worst for Japan. From each other state without a treaty somebody can improve at once:
    # Japan from four or from a suspended plan, Russia from not insisting against two.
    final = {"moscow_2019", "treaty_without_territory", "treaty_of_two_islands"}
    assert rest(space, found, "nash") == final


def test_singapore_rests_only_on_a_threat_that_is_not_credible(
    space: StateSpace, found: Stability
) -> None:
    # From two_based, continue, not insist Russia improves by insisting. Japan could answer by
    # suspending the plan, which Russia minds more than it values insisting, and Russia could not
    # get out of it by dropping the demand: stable for GMR and SMR. But Japan prefers the plan to
    # go on, so it would not answer so: not stable for SEQ.
    for concept in ("gmr", "smr"):
        assert "singapore" in rest(space, found, concept)
    for concept in ("nash", "seq", "sseq"):
        assert "singapore" not in rest(space, found, concept)


def test_a_japan_that_foresaw_the_answer_would_not_have_gone_to_singapore(
    space: StateSpace, found: Stability
) -> None:
    # From four, continue, not insist Japan improves by the turn to two; Russia's improvement by
    # insisting then leaves Japan worse off than at the start.
    japan = found.parties.index("japan")
    start = space.index_of("before_singapore")
    ranks = space.ranks("japan")
    assert ranks[space.index_of("singapore")] > ranks[start]
    assert ranks[space.index_of("moscow_2019")] < ranks[start]
    assert not found.stable["nash"][japan][start]
    assert found.stable["seq"][japan][start]


def test_history_went_from_the_status_quo_to_moscow_by_improvements(space: StateSpace) -> None:
    # Against four Russia gains nothing by insisting, so the one way by improvements is Japan's
    # turn at Singapore and then Russia's answer in Moscow.
    start = space.index_of("before_singapore")
    ends = {path.end: path for path in paths(space, start, range(space.count), True)}
    steps = ends[space.index_of("moscow_2019")].steps
    assert [(step.movers, space.ids[step.end]) for step in steps] == [
        (("japan",), "singapore"),
        (("russia",), "moscow_2019"),
    ]


def test_singapore_would_last_if_tokyo_were_ready_to_suspend_its_plan() -> None:
    # The one change: Japan prefers the plan suspended while Russia insists. The threat of the
    # test above is then credible, and Russia's gain by insisting is answered to its loss.
    text = (FOLDER / "moves.toml").read_text(encoding="utf-8")
    changed = text.replace(
        '"plan = continue",                  # builds', '"plan = suspend iff insist", #'
    )
    assert changed != text
    other = state_space(read_model(changed, "moves.toml"))
    assert "singapore" in rest(other, analyse(other), "seq")


def test_no_treaty_is_reached_by_improvements(space: StateSpace) -> None:
    # Each treaty is the best state of one side and the worst of the other.
    start = space.index_of("before_singapore")
    reached = {space.ids[path.end] for path in paths(space, start, range(space.count), True)}
    assert not reached & {"treaty_without_territory", "treaty_of_two_islands"}
