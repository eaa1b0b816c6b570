"""Which single change matters, held against the changed models analysed from scratch."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from tests.reference import stability as reference
from tests.reference.stability import Plain
from winset.errors import Misuse
from winset.model import parse_expression, read_model, write_expression
from winset.model.model import Model
from winset.model.space import StateSpace, state_space
from winset.stability import CONCEPTS, analyse, conflict
from winset.stability.sensitivity import Change, Effect, Kind, Sensitivity, sensitivity

GRAPHS = Path(__file__).parents[1] / "cases" / "graph"


def space_of(name: str) -> StateSpace:
    return state_space(read_model((GRAPHS / f"{name}.toml").read_text(encoding="utf-8")))


def equilibria(space: StateSpace) -> dict[str, set[str]]:
    found = analyse(space)
    return {
        concept: {space.id(int(s)) for s in np.flatnonzero(found.equilibria(concept))}
        for concept in CONCEPTS
    }


def plain_of(space: StateSpace) -> Plain:
    model = conflict(space)
    arrows = frozenset(
        (moves.movers, int(start), int(end))
        for moves in model.moves
        for start, end in zip(moves.sources, moves.targets, strict=True)
    )
    ranks = {party: model.ranks_of(party).tolist() for party in model.parties}
    return Plain(model.parties, model.count, arrows, ranks)


def plain_equilibria(model: Plain, space: StateSpace) -> dict[str, set[str]]:
    found = reference.stable(model)
    return {
        concept: {
            space.id(state)
            for state in range(model.count)
            if all(state in found[concept][party] for party in model.parties)
        }
        for concept in CONCEPTS
    }


def effects_of(found: Sensitivity, change: Change) -> dict[str, tuple[set[str], set[str]]]:
    return {
        effect.concept: (set(effect.lost), set(effect.gained))
        for effect in found.effects
        if effect.change == change
    }


def check(
    found: Sensitivity,
    change: Change,
    before: dict[str, set[str]],
    after: dict[str, set[str]],
    gone: frozenset[str] = frozenset(),
) -> None:
    expected = {
        concept: (before[concept] - after[concept] - gone, after[concept] - before[concept] - gone)
        for concept in CONCEPTS
    }
    assert effects_of(found, change) == {c: both for c, both in expected.items() if any(both)}


@pytest.mark.parametrize("name", ["syria_iraq", "elmira_graph"])
def test_swaps_do_what_the_plain_engine_says(name: str) -> None:
    space = space_of(name)
    found, model, before = sensitivity(space), plain_of(space), equilibria(space)
    for party in model.parties:
        ranked = sorted(range(model.count), key=lambda s: -model.ranks[party][s])
        for better, worse in pairwise(ranked):
            ranks = list(model.ranks[party])
            ranks[better], ranks[worse] = ranks[worse], ranks[better]
            changed = Plain(model.parties, model.count, model.moves, {**model.ranks, party: ranks})
            change = Change(Kind.SWAP, party, (space.id(better), space.id(worse)))
            check(found, change, before, plain_equilibria(changed, space))


def test_states_ruled_out_do_what_the_plain_engine_says() -> None:
    space = space_of("elmira_graph")
    found, model, before = sensitivity(space), plain_of(space), equilibria(space)
    for state in range(space.count):
        arrows = frozenset(move for move in model.moves if state not in move[1:])
        after = plain_equilibria(Plain(model.parties, model.count, arrows, model.ranks), space)
        change = Change(Kind.STATE, "", (space.id(state),))
        check(found, change, before, after, frozenset({space.id(state)}))


def with_rules(model: Model, *impossible: str) -> StateSpace:
    rules = tuple(parse_expression(rule) for rule in impossible)
    states = replace(model.states, impossible=rules, status_quo_name="", status_quo=None, names=())
    return state_space(replace(model, states=states))


def test_options_and_rules_do_what_a_model_without_them_does() -> None:
    """By codes: a model without names for its states calls them otherwise."""
    space = space_of("syria_iraq")
    found, before = sensitivity(space), equilibria(space)
    names = {int(code): space.id(state) for state, code in enumerate(space.codes)}
    rule = "release and escalate"
    cases = [(Change(Kind.RULE, "", (rule,)), with_rules(space.model))]
    for issue in ("release", "escalate", "attack"):
        for option, ruled in (("yes", issue), ("no", f"not {issue}")):
            change = Change(Kind.OPTION, "", (f"{issue}={option}",))
            cases.append((change, with_rules(space.model, rule, ruled)))
    for change, changed in cases:
        codes = [int(code) for code in changed.codes]
        gone = frozenset(name for code, name in names.items() if code not in codes)
        result = analyse(changed)
        after = {
            concept: {
                names.get(codes[s], changed.id(int(s)))
                for s in np.flatnonzero(result.equilibria(concept))
            }
            for concept in CONCEPTS
        }
        check(found, change, before, after, gone)


def test_statements_do_what_a_model_with_them_changed_does() -> None:
    space = space_of("syria_iraq")
    found, before = sensitivity(space), equilibria(space)
    tried = 0
    for preference in space.model.preferences:
        order = preference.order
        for place in range(len(order)):
            dropped = (*order[:place], *order[place + 1 :])
            exchanged = (*order[:place], *order[place : place + 2][::-1], *order[place + 2 :])
            for kind, edited in ((Kind.DROP, dropped), (Kind.EXCHANGE, exchanged)):
                touched = order[place : place + (1 if kind is Kind.DROP else 2)]
                what = tuple(write_expression(statement) for statement in touched)
                stated = tuple(
                    replace(one, order=edited) if one == preference else one
                    for one in space.model.preferences
                )
                after = equilibria(state_space(replace(space.model, preferences=stated)))
                if kind is Kind.DROP or place + 1 < len(order):
                    check(found, Change(kind, preference.party, what), before, after)
                    tried += 1
    assert tried == 4 + 5 + 3 + 4


def test_idle_changes_are_counted_and_limits_owned_up_to() -> None:
    space = space_of("syria_iraq")
    found = sensitivity(space)
    changes = {effect.change for effect in found.effects}
    assert found.complete
    assert found.idle == found.tried - len(changes)
    assert not sensitivity(space, most=3).complete


def test_a_change_that_leaves_no_sound_model_is_named() -> None:
    """Garrison's rankings name its states; without a rule there would be others to rank."""
    found = sensitivity(space_of("garrison"), ("nash",))
    assert {change.kind for change in found.faulty} == {Kind.RULE}


def test_ties_move_together() -> None:
    space = state_space(
        read_model(
            "[parties.a]\n[graph]\nstates = ['x', 'y', 'z']\n[graph.moves]\na = {x = ['z']}\n"
            "[preferences.a]\nranking = 'x ~ y > z'\n"
        )
    )
    swap = Change(Kind.SWAP, "a", ("x ~ y", "z"))
    assert Effect(swap, "nash", ("x",), ()) in sensitivity(space, ("nash",)).effects


def test_a_concept_that_is_not_known_is_refused() -> None:
    with pytest.raises(Misuse, match="did you mean 'seq'"):
        sensitivity(space_of("syria_iraq"), ("sqe",))
