"""Models whose parties see them otherwise, and what the plain engine makes of them."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from tests.model import slow
from tests.reference.stability import Plain, stable
from tests.stability.conflicts import made_up
from tests.stability.option_models import as_plain, both, preference, sound
from winset.model import Model, read_model
from winset.model.misperceptions import Misperception
from winset.model.preferences import Preference
from winset.model.space import state_space
from winset.model.writer import write_expression
from winset.stability import CONCEPTS
from winset.stability.concepts.misperception import Misperceived, analyse_misperceived


@dataclass(frozen=True)
class Misled:
    """A model, what is true in plain lists, the states each party sees, and each one's view."""

    model: Model
    true: Plain
    seen: dict[str, set[int]]
    views: dict[str, Plain]


def check_misled(misled: Misled, seed: int) -> None:
    """Hold the engine's views, outcome and bound against the plain engine's."""
    found = analyse_misperceived(state_space(misled.model))
    every, bound = set(range(misled.true.count)), stable(bounded(misled))
    for row, party in enumerate(misled.true.parties):
        expected, unseen = stable(misled.views[party]), every - misled.seen[party]
        for concept in CONCEPTS:
            where = seed, party, concept
            stays = set(expected[concept][party]) | unseen
            assert set(np.flatnonzero(found.outcome.stable[concept][row])) == stays, where
            bound_row = np.flatnonzero(found.bound.stable[concept][row]).tolist()
            assert bound_row == bound[concept][party], where
            assert _of_view(found, row, concept) == {
                other: set(expected[concept][other]) - unseen for other in misled.true.parties
            }, where


def _of_view(found: Misperceived, row: int, concept: str) -> dict[str, set[int]]:
    answer = found.views[row].found
    rows = zip(answer.parties, answer.stable[concept], strict=True)
    return {party: set(np.flatnonzero(states).tolist()) for party, states in rows}


def bounded(misled: Misled) -> Plain:
    """What is true, without the moves that some who make them do not see."""
    moves = (
        move
        for move in misled.true.moves
        if all({move[1], move[2]} <= misled.seen[mover] for mover in move[0])
    )
    return replace(misled.true, moves=frozenset(moves))


def _view(true: Plain, seen: set[int], ranks: dict[str, list[int]]) -> Plain:
    moves = frozenset(move for move in true.moves if {move[1], move[2]} <= seen)
    return Plain(true.parties, true.count, moves, ranks)


def of_options(seed: int) -> Misled:
    """A model made of options: unseen by an expression, others' statements believed otherwise."""
    model, chance = sound(seed), random.Random(-seed - 1)
    true, classes = as_plain(model), slow.states(model)
    seen, views, stated = {}, {}, []
    for party in true.parties:
        hidden = both(chance, list(model.issues))
        unseen = {
            place
            for place, options in enumerate(classes)
            if any(slow.is_true(hidden, one, model) for one in options)
        }
        hides = 0 < len(unseen) < true.count and chance.random() < 0.7
        believed = tuple(
            preference(chance, other, list(model.issues))
            for other in true.parties
            if other != party and chance.random() < 0.5
        )
        named = (write_expression(hidden),) if hides else ()
        stated.append(Misperception(party, named, believed))
        seen[party] = set(range(true.count)) - (unseen if hides else set())
        others = tuple(one for one in model.preferences if one.party not in names(believed))
        thought = as_plain(replace(model, preferences=(*others, *believed)))
        views[party] = _view(true, seen[party], thought.ranks)
    return Misled(replace(model, misperceptions=tuple(stated)), true, seen, views)


def names(stated: tuple[Preference, ...]) -> set[str]:
    return {one.party for one in stated}


def listed(seed: int) -> Misled:
    """A model of listed states, some of them unseen, others' rankings believed otherwise."""
    chance = random.Random(seed)
    made = made_up(seed)
    alone = frozenset(move for move in made.moves if len(move[0]) == 1)
    plain = Plain(made.parties, made.count, alone, made.ranks)
    every = range(plain.count)
    seen = {
        party: set(chance.sample(every, chance.randint(1, plain.count))) for party in plain.parties
    }
    believed = {
        (one, other): [chance.randrange(plain.count) for _ in every]
        if one != other and chance.random() < 0.5
        else plain.ranks[other]
        for one, other in product(plain.parties, repeat=2)
    }
    views = {
        party: _view(plain, seen[party], {other: believed[party, other] for other in plain.parties})
        for party in plain.parties
    }
    return Misled(read_model(_text(plain, seen, views)), plain, seen, views)


def _text(plain: Plain, seen: dict[str, set[int]], views: dict[str, Plain]) -> str:
    text = [f"[parties.{party}]" for party in plain.parties]
    text += ["[graph]", f"states = {[str(state) for state in range(plain.count)]}"]
    for party in plain.parties:
        text.append(f"[graph.moves.{party}]")
        for state in range(plain.count):
            ends = sorted(end for by, start, end in plain.moves if (by, start) == ((party,), state))
            text.append(f"{state} = {[str(end) for end in ends]}")
    for party in plain.parties:
        text += [f"[preferences.{party}]", f'ranking = "{_ranking(plain.ranks[party])}"']
        unseen = [str(state) for state in range(plain.count) if state not in seen[party]]
        text += [f"[misperceptions.{party}]", f"unseen = {unseen}"]
        for other in plain.parties:
            if other != party:
                ranking = _ranking(views[party].ranks[other])
                text += [f"[misperceptions.{party}.preferences.{other}]", f'ranking = "{ranking}"']
    return "\n".join(text)


def _ranking(ranks: list[int]) -> str:
    levels = sorted(set(ranks), reverse=True)
    groups = [[str(s) for s, rank in enumerate(ranks) if rank == level] for level in levels]
    return " > ".join(" ~ ".join(group) for group in groups)
