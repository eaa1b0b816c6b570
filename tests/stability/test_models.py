"""From a model file to the analysis: joint issues, assumptions, odd models."""

from __future__ import annotations

from itertools import product

import numpy as np

from tests.reference.stability import Arrow, Plain, stable
from winset.model import read_model
from winset.model.space import StateSpace, state_space
from winset.stability import CONCEPTS, analyse, paths

FISHERIES = """
title = "Talks on a shared fishing ground"
[parties.north]
[parties.south]
[parties.coop]

[issues.patrol]
by = "north"
[issues.fleet]
by = "south"
options = ["large", "small", "none"]
moves = ["large -> small", "small -> none", "small -> large"]
[issues.licence]
by = "coop"
[issues.treaty]
by = ["north", "south"]
moves = ["no -> yes"]
[issues.fund]
by = ["north", "south", "coop"]

[states]
impossible = ["treaty and fleet = large", "fund and not treaty"]
status_quo = "not patrol and fleet = large and not licence and not treaty and not fund"

[preferences.north]
order = ["fleet != large", "treaty", "not patrol", "not fund", "licence if treaty"]
[preferences.south]
order = ["not patrol if treaty", "fund if treaty", "fleet = small", "licence"]
[preferences.coop]
order = ["fund", "fleet = none or licence", "not treaty"]
"""


def space_of(text: str) -> StateSpace:
    return state_space(read_model(text))


State = tuple[bool, str, bool, bool, bool]
OWNERS = (("north",), ("south",), ("coop",), ("north", "south"), ("north", "south", "coop"))
FLEETS = ("large", "small", "none")


def possible(state: State) -> bool:
    _, fleet, _, treaty, fund = state
    return not (treaty and fleet == "large") and not (fund and not treaty)


def owner_of_change(start: State, end: State) -> tuple[str, ...] | None:
    """Who can make a change, None when nobody can; every mover has one issue here."""
    changed = [place for place in range(5) if start[place] != end[place]]
    if len(changed) != 1 or (start[3] and not end[3]) or (start[1], end[1]) == ("none", "small"):
        return None
    if {start[1], end[1]} == {"large", "none"}:
        return None
    return OWNERS[changed[0]]


def worth(party: str, state: State) -> tuple[bool, ...]:
    """The truth of the party's statements, most important first."""
    patrol, fleet, licence, treaty, fund = state
    return {
        "north": (fleet != "large", treaty, not patrol, not fund, licence or not treaty),
        "south": (not patrol or not treaty, fund or not treaty, fleet == "small", licence),
        "coop": (fund, fleet == "none" or licence, not treaty),
    }[party]


def enumerated() -> tuple[tuple[State, ...], Plain]:
    """The conflict of the file, listed state by state without the model package."""
    every = product((False, True), FLEETS, (False, True), (False, True), (False, True))
    states = tuple(state for state in every if possible(state))
    arrows: set[Arrow] = set()
    for (a, start), (b, end) in product(enumerate(states), repeat=2):
        owner = owner_of_change(start, end)
        if owner:
            arrows.add((owner, a, b))
    parties = ("north", "south", "coop")
    levels = {party: sorted({worth(party, state) for state in states}) for party in parties}
    ranks = {p: [levels[p].index(worth(p, state)) for state in states] for p in parties}
    return states, Plain(parties, len(states), frozenset(arrows), ranks)


def name_of(state: State) -> str:
    words = [option if isinstance(option, str) else ("no", "yes")[option] for option in state]
    issues = ("patrol", "fleet", "licence", "treaty", "fund")
    return " ".join(f"{issue}={word}" for issue, word in zip(issues, words, strict=True))


def test_a_model_with_joint_issues_is_judged_as_the_plain_engine_judges_it() -> None:
    states, plain = enumerated()
    expected = stable(plain)
    space = space_of(FISHERIES)
    assert set(space.ids) == {name_of(state) for state in states}
    found = analyse(space)
    for concept in CONCEPTS:
        for party, row in zip(found.parties, found.stable[concept], strict=True):
            named = {space.ids[state] for state in np.flatnonzero(row)}
            assert named == {name_of(states[state]) for state in expected[concept][party]}


def test_paths_name_the_parties_that_agree() -> None:
    space = space_of(FISHERIES)
    assert space.status_quo is not None
    goal = space.index_of("patrol=no fleet=small licence=no treaty=yes fund=yes")
    (path,) = paths(space, space.status_quo, [goal], improvements=False)
    assert [step.movers for step in path.steps] == [
        ("south",),
        ("north", "south"),
        ("north", "south", "coop"),
    ]


def test_the_assumptions_say_that_a_party_without_preferences_is_indifferent() -> None:
    found = analyse(space_of("[parties.a]\n[parties.b]\n[issues.x]\nby = 'a'\n"))
    assert sum("indifferent" in sentence for sentence in found.assumptions) == 2
    assert found.equilibria("nash").all()


def test_the_assumptions_say_how_unknown_pairs_were_taken() -> None:
    found = analyse(space_of(GRAPH + 'unknown = [["1", "2"]]\n'))
    (sentence,) = [sentence for sentence in found.assumptions if "not known" in sentence]
    assert sentence.startswith("a has 1 pair ")


def test_a_strong_preference_counts_as_a_preference() -> None:
    weak, strong = analyse(space_of(GRAPH)), analyse(space_of(GRAPH.replace(">", ">>")))
    for concept in CONCEPTS:
        assert np.array_equal(weak.stable[concept], strong.stable[concept])


GRAPH = """
[parties.a]
[parties.b]
[graph]
states = ["1", "2", "3"]
[graph.moves]
a = { "1" = ["2"] }
b = { "2" = ["3"] }
[preferences.b]
ranking = "3 > 2 ~ 1"
[preferences.a]
ranking = "2 > 1 > 3"
"""
