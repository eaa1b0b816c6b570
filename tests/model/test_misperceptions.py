"""What parties see otherwise: read, written, checked, and seen from their side."""

from __future__ import annotations

import numpy as np
import pytest

from winset.errors import Faulty
from winset.model import find_problems, read_model, write_model
from winset.model.space import StateSpace, state_space
from winset.model.space.perception import as_believed_by, seen_by

OPTIONS = """
[parties.a]
[parties.b]
[issues.x]
by = "a"
[issues.y]
by = "b"
[preferences.a]
ranking = "NN > YN > NY > YY"
[preferences.b]
order = ["y"]
"""
GRAPH = """
[parties.a]
[parties.b]
[graph]
states = ["1", "2", "3"]
"""
SEES_LESS = '[misperceptions.a]\nunseen = ["YY"]\n'
BELIEVES = '[misperceptions.a.preferences.b]\nranking = "NN > YN > NY"\n'


def space_of(text: str) -> StateSpace:
    return state_space(read_model(text))


def test_what_is_read_is_written() -> None:
    model = read_model(OPTIONS + SEES_LESS + BELIEVES)
    assert model.misperceptions[0].unseen == ("YY",)
    assert read_model(write_model(model)) == model
    listed = read_model(GRAPH + "[misperceptions.b]\nunseen = [1, 3]\n")
    assert listed.misperceptions[0].unseen == ("1", "3")
    assert read_model(write_model(listed)) == listed


@pytest.mark.parametrize(
    ("unseen", "seen"),
    [("['YY']", "NN YN NY"), ("['x']", "NN NY"), ("['NN', 'x and y']", "YN NY"), ("[]", "")],
)
def test_states_are_unseen_by_name_or_by_what_is_true_of_them(unseen: str, seen: str) -> None:
    space = space_of(f"{OPTIONS}[misperceptions.a]\nunseen = {unseen}\n")
    names = [space.short(int(state)) for state in np.flatnonzero(seen_by(space, "a"))]
    assert names == (seen.split() or ["NN", "YN", "NY", "YY"])
    assert seen_by(space, "b").all()


def test_believed_preferences_are_the_others_as_the_party_sees_them() -> None:
    space = space_of(OPTIONS + SEES_LESS + BELIEVES)
    believed = as_believed_by(space, "a")
    better = [space.index_of(name) for name in ("NN", "YN", "NY")]
    assert np.all(np.diff(believed.ranks("b")[better]) < 0)
    assert np.array_equal(believed.ranks("a"), space.ranks("a"))
    assert np.array_equal(as_believed_by(space, "b").ranks("b"), space.ranks("b"))
    assert space.ranks("b")[space.index_of("NY")] > space.ranks("b")[space.index_of("NN")]


@pytest.mark.parametrize(
    ("section", "message"),
    [
        ("[misperceptions.c]", "party 'c' is not known"),
        ("[misperceptions.a]\nunseen = ['z']", "issue 'z' is not known"),
        ("[misperceptions.a]\nunseen = ['x or not x']", "'a' sees no state at all"),
        ("[misperceptions.a]\nunseen = ['x and not x']", "is true of no feasible state"),
        ("[misperceptions.a]\nunseen = ['x', 'x']", "the state 'x' is given twice"),
        ("[misperceptions.a]\nunsen = ['x']", "did you mean 'unseen'?"),
        ("[misperceptions.a.preferences.a]\norder = ['x']", "'a' knows what it prefers itself"),
        ("[misperceptions.a.preferences.b]\nranking = 'NN > YN'", "leaves out"),
        ("[misperceptions.a]\npreferences = 3", "3 is a whole number; expected a table"),
    ],
)
def test_every_fault_has_its_own_message(section: str, message: str) -> None:
    (problem,) = find_problems(OPTIONS + section)
    assert message in str(problem)
    assert str(problem).startswith("misperceptions.")


def test_listed_states_are_unseen_by_name_only() -> None:
    with pytest.raises(Faulty, match="state '4' is not known"):
        read_model(GRAPH + "[misperceptions.b]\nunseen = ['4']\n")
