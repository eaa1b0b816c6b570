"""What each party sees, what comes of it, and what would if all knew."""

from __future__ import annotations

import random
from itertools import product

import numpy as np
import pytest

from tests.reference.stability import Plain, stable
from tests.stability.conflicts import made_up
from winset.errors import Misuse
from winset.model import Model, read_model
from winset.model.space import StateSpace, state_space
from winset.stability import CONCEPTS, analyse
from winset.stability.misperception import analyse_misperceived

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


def listed(seed: int) -> tuple[Model, Plain, dict[str, set[int]], dict[str, Plain]]:
    """A made-up model, the same as plain lists, what each sees, and each one's plain view."""
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
        party: Plain(
            plain.parties,
            plain.count,
            frozenset(m for m in alone if m[1] in seen[party] and m[2] in seen[party]),
            {other: believed[party, other] for other in plain.parties},
        )
        for party in plain.parties
    }
    return read_model(_text(plain, seen, views)), plain, seen, views


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


@pytest.mark.parametrize("first", range(0, 200, 50))
def test_views_and_outcome_agree_with_the_plain_engine(first: int) -> None:
    for seed in range(first, first + 50):
        model, plain, seen, views = listed(seed)
        found = analyse_misperceived(state_space(model))
        bound = stable(
            Plain(
                plain.parties,
                plain.count,
                frozenset(m for m in plain.moves if {m[1], m[2]} <= seen[m[0][0]]),
                plain.ranks,
            )
        )
        for row, party in enumerate(plain.parties):
            expected = stable(views[party])
            for concept in CONCEPTS:
                unseen = set(range(plain.count)) - seen[party]
                stays = set(expected[concept][party]) | unseen
                assert set(np.flatnonzero(found.outcome.stable[concept][row])) == stays, seed
                assert (
                    np.flatnonzero(found.bound.stable[concept][row]).tolist()
                    == bound[concept][party]
                )
                for place, other in enumerate(plain.parties):
                    rows = found.views[row].found.stable[concept][place]
                    assert set(np.flatnonzero(rows)) == set(expected[concept][other]) - unseen
