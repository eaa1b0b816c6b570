"""What each party sees, what comes of it, and what would if all knew."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from tests.stability.misled import Misled, check_misled, listed, of_options
from winset.errors import Misuse
from winset.model import read_model
from winset.model.space import StateSpace, state_space
from winset.stability import CONCEPTS, analyse
from winset.stability.concepts.misperception import analyse_misperceived

EUPHRATES = """
[parties.syria]
[parties.iraq]
[graph]
states = ["1", "2", "3", "4", "5", "6"]
[graph.moves.syria]
1 = ["2", "3"]
2 = ["1", "3"]
3 = ["1", "2"]
4 = ["5", "6"]
5 = ["4", "6"]
6 = ["4", "5"]
[graph.moves.iraq]
1 = ["4"]
2 = ["5"]
3 = ["6"]
4 = ["1"]
5 = ["2"]
6 = ["3"]
[preferences.syria]
ranking = "1 > 3 > 6 > 2 > 4 > 5"
[preferences.iraq]
ranking = "2 > 4 > 6 > 1 > 5 > 3"
"""


def space_of(text: str) -> StateSpace:
    return state_space(read_model(text))


def ids(space: StateSpace, marks: np.ndarray) -> list[str]:
    return [space.ids[state] for state in np.flatnonzero(marks)]


def test_a_party_that_believes_a_threat_is_empty_leaves_and_the_outcome_shows_it() -> None:
    """Syria stays at 3 for fear of 4; believing that Iraq likes 1 better than 4, it goes to 1."""
    space = space_of(
        EUPHRATES + '[misperceptions.syria.preferences.iraq]\nranking = "1 > 2 > 4 > 6 > 5 > 3"\n'
    )
    found = analyse_misperceived(space, ("seq",))
    assert "3" in ids(space, found.true.stable["seq"][0])
    assert "3" not in ids(space, found.outcome.stable["seq"][0])
    assert np.array_equal(found.outcome.stable["seq"][1], found.true.stable["seq"][1])


def test_a_view_holds_the_states_that_are_seen() -> None:
    space = space_of(EUPHRATES + '[misperceptions.syria]\nunseen = ["2", "5"]\n')
    syria, iraq = analyse_misperceived(space).views
    assert ids(space, syria.seen) == ["1", "3", "4", "6"]
    assert iraq.seen.all()
    for rows in syria.found.stable.values():
        assert not rows[:, ~syria.seen].any()


def test_where_nothing_is_misperceived_all_four_answers_are_one() -> None:
    space = space_of(EUPHRATES)
    found = analyse_misperceived(space)
    for concept in CONCEPTS:
        expected = analyse(space, (concept,)).stable[concept]
        for answer in (found.outcome, found.bound, found.true, *(v.found for v in found.views)):
            assert np.array_equal(answer.stable[concept], expected)


def test_simultaneous_stability_is_not_asked_of_views() -> None:
    with pytest.raises(Misuse, match="'sim'"):
        analyse_misperceived(space_of(EUPHRATES), ("sim",))


@pytest.mark.parametrize("draw", [listed, of_options], ids=["listed", "made of options"])
def test_views_and_outcome_agree_with_the_plain_engine(draw: Callable[[int], Misled]) -> None:
    for seed in range(100):
        check_misled(draw(seed), seed)
