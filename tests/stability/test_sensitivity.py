"""Which single change matters, held against the changed models analysed from scratch."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from tests.reference import stability as reference
from tests.reference.stability import Plain
from winset.errors import Misuse
from winset.model import parse_expression, read_model, write_expression
from winset.model.expressions import Expression, Not
from winset.model.model import Model
from winset.model.space import StateSpace, state_space
from winset.stability import CONCEPTS, analyse, conflict
from winset.stability.concepts.manners import Manner, situation
from winset.stability.variation.sensitivity import Change, Effect, Kind, Sensitivity, sensitivity

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


def a_model(seed: int) -> Model:
    """Three issues of two parties; one preference may know less than the whole order."""
    chance = random.Random(seed)
    lines = ["[parties.a]", "[parties.b]"]
    lines += [f"[issues.{name}]\nby = '{by}'" for name, by in zip("xyz", "aab", strict=True)]
    if chance.random() < 0.5:
        lines.append("[states]\nimpossible = ['x and not y']")
    for party in "ab":
        every = [f"{n}{name}" for name in "xyz" for n in ("", "not ")] + ["x iff z", "y if not z"]
        chosen = chance.sample(every, chance.randint(1, 3))
        lines.append(f"[preferences.{party}]\norder = {chosen}")
        if chance.random() < 0.7:
            lines.append("unknown = [['NNN', 'NYN'], ['YYN', 'YYY']]")
    return read_model("\n".join(lines))


MANNERS = [
    (Manner(), (*CONCEPTS, "sim")),
    (Manner(unknown="a"), ("gmr", "sseq", "sim")),
    (Manner(unknown="d"), ("nash", "seq")),
    (Manner(strength="weak"), ("smr", "seq")),
    (Manner(groups=True), ("gmr", "seq")),
    (Manner(unknown="c", strength="strong"), ("gmr", "sim")),
    (Manner(merged=(("a", "b"),)), ("nash", "smr", "sim")),
    (Manner(horizon=2), ("l2",)),
    (Manner(horizon=0), ("nonmyopic",)),
]


@pytest.mark.parametrize(("manner", "concepts"), MANNERS)
def test_in_every_manner_statements_do_what_the_changed_model_analysed_anew_does(
    manner: Manner, concepts: tuple[str, ...]
) -> None:
    mattered = 0
    for seed in range(5):
        model = a_model(seed)
        space = state_space(model)
        found = sensitivity(space, concepts, manner=manner)
        before = ids_in(space, manner, concepts)
        for change, changed in edited_models(model):
            after = ids_in(state_space(changed), manner, concepts)
            told = effects_of(found, change)
            expected = {c: (before[c] - after[c], after[c] - before[c]) for c in concepts}
            assert told == {c: both for c, both in expected.items() if any(both)}, change
            mattered += bool(told)
        assert found.complete
    assert mattered > 0


def ids_in(space: StateSpace, manner: Manner, concepts: tuple[str, ...]) -> dict[str, set[str]]:
    where = situation(space, manner)
    return {c: {space.id(int(s)) for s in np.flatnonzero(where.equilibria(c))} for c in concepts}


def edited_models(model: Model) -> Iterator[tuple[Change, Model]]:
    """Models with a statement denied, moved further, added, or left out, made by hand."""
    for stated in model.preferences:
        order, party = list(stated.order), stated.party
        texts = [write_expression(one) for one in order]
        for k, one in enumerate(order):
            rest = order[:k] + order[k + 1 :]
            contrary = one.part if isinstance(one, Not) else Not(one)
            denied = [*order[:k], contrary, *order[k + 1 :]]
            yield Change(Kind.NEGATE, party, (texts[k],)), with_order(model, party, denied)
            yield Change(Kind.DROP, party, (texts[k],)), with_order(model, party, rest)
            for to in range(len(order)):
                moved = with_order(model, party, [*rest[:to], one, *rest[to:]])
                if abs(to - k) > 1:
                    yield Change(Kind.MOVE, party, (texts[k],), to + 1), moved
        for text in ("x", "not z"):
            if parse_expression(text) not in order:
                for k in range(len(order) + 1):
                    more = [*order[:k], parse_expression(text), *order[k:]]
                    yield Change(Kind.ADD, party, (text,), k + 1), with_order(model, party, more)


def with_order(model: Model, party: str, order: Sequence[Expression]) -> Model:
    stated = tuple(
        replace(one, order=tuple(order)) if one.party == party else one for one in model.preferences
    )
    return replace(model, preferences=stated)


@pytest.mark.parametrize(("manner", "concepts"), MANNERS)
def test_in_every_manner_options_ruled_out_are_gone(
    manner: Manner, concepts: tuple[str, ...]
) -> None:
    """What is left of the states lasts where the model with that rule says so."""
    for seed in range(4):
        model = a_model(seed)
        known = tuple(replace(stated, unknown=()) for stated in model.preferences)
        model = replace(model, preferences=known)
        space = state_space(model)
        found, before = sensitivity(space, concepts, manner=manner), ids_in(space, manner, concepts)
        for option, rule in (("z=yes", "z"), ("y=no", "not y")):
            rules = (*model.states.impossible, parse_expression(rule))
            fewer = state_space(replace(model, states=replace(model.states, impossible=rules)))
            gone = set(space.ids) - set(fewer.ids)
            after = ids_in(fewer, manner, concepts)
            told = effects_of(found, Change(Kind.OPTION, "", (option,)))
            expected = {
                c: (before[c] - after[c] - gone, after[c] - before[c] - gone) for c in concepts
            }
            assert told == {c: both for c, both in expected.items() if any(both)}, (seed, option)


def test_neighbouring_places_keep_their_strength() -> None:
    """x > y >> z: with y and z exchanged it is x > z >> y."""
    text = (
        "[parties.a]\n[parties.b]\n[graph]\nstates = ['x', 'y', 'z']\n"
        "[graph.moves]\na = {{y = ['x'], z = ['x']}}\nb = {{x = ['y', 'z']}}\n"
        "[preferences.a]\nranking = '{}'\n[preferences.b]\nranking = 'y > z > x'\n"
    )
    space, strong = state_space(read_model(text.format("x > y >> z"))), Manner(strength="strong")
    found = sensitivity(space, ("gmr",), manner=strong)
    before = ids_in(space, strong, ("gmr",))["gmr"]
    after = ids_in(state_space(read_model(text.format("x > z >> y"))), strong, ("gmr",))["gmr"]
    told = effects_of(found, Change(Kind.SWAP, "a", ("y", "z")))
    assert told == {"gmr": (before - after, after - before)}
    assert before != after
