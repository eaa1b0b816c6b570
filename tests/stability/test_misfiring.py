"""Reasons of simultaneous stability, of options and of listed moves, beside the plain engine."""

from __future__ import annotations

import pytest

from tests.reference.concepts import Options, listed_sim_stable, sim_stable, together
from tests.reference.stability import Plain
from tests.stability.chosen import chosen, words
from tests.stability.conflicts import as_arrays, made_up
from winset.model.space import state_space
from winset.stability import conflict
from winset.stability.concepts.attitudes import by_ranks
from winset.stability.reasons.explanation import Answer
from winset.stability.reasons.misfiring import explain_of_listed, explain_simultaneous
from winset.stability.reasons.standpoint import Standpoint


@pytest.mark.parametrize("first", range(0, 600, 150))
def test_reasons_of_options_are_what_the_definition_asks_for(first: int) -> None:
    for seed in range(first, first + 150):
        model, lists = chosen(seed)
        space = state_space(model)
        arrays = conflict(space)
        at: dict[int, Options] = {
            space.index_of(words(state, " ", "=")): state for state in lists.states
        }
        for party in arrays.parties:
            for state in list(at)[:4]:
                asker = Standpoint(arrays, (party,), state, by_ranks(arrays))
                found = explain_simultaneous(asker, space, model)
                assert found.stable == sim_stable(lists, (party,), at[state]), (seed, party)
                for answer in found.answers:
                    if answer.misfire is not None:
                        ends = [at[end] for end in answer.misfire.ends]
                        assert ends == [added(at, answer)]
                        assert not lists.likes(party, ends[0], at[state])
                        check_partners(party, answer)
                        for step in answer.misfire.moves:
                            assert at[step.end] in lists.moves(step.movers, at[state])
                            assert all(
                                lists.likes(one, at[step.end], at[state]) for one in step.movers
                            )


def added(at: dict[int, Options], answer: Answer) -> Options:
    """The changes of all who move at the same time, added up."""
    assert answer.misfire is not None
    start = at[answer.path.start]
    state = list(start)
    for step in (answer.improvement, *answer.misfire.moves):
        for place, option in enumerate(at[step.end]):
            if option != start[place]:
                assert state[place] == start[place]
                state[place] = option
    return tuple(state)


def check_partners(party: str, answer: Answer) -> None:
    """Nobody takes part in two of the moves, and whoever asks in its own only."""
    assert answer.misfire is not None
    steps = (answer.improvement, *answer.misfire.moves)
    names = [name for step in steps for name in step.movers]
    assert len(names) == len(set(names))
    assert party in answer.improvement.movers
    assert answer.misfire.moves
    assert all(step.start == answer.path.start for step in steps)


@pytest.mark.parametrize("first", range(0, 600, 150))
def test_reasons_of_listed_moves_are_what_the_definition_asks_for(first: int) -> None:
    for seed in range(first, first + 150):
        model = made_up(seed)
        arrays = as_arrays(model)
        for party in model.parties:
            for state in range(min(model.count, 4)):
                asker = Standpoint(arrays, (party,), state, by_ranks(arrays))
                found = explain_of_listed(asker)
                assert found.stable == listed_sim_stable(model, (party,), state), (seed, party)
                for answer in found.answers:
                    check_listed(model, party, answer)


def check_listed(model: Plain, party: str, answer: Answer) -> None:
    if answer.misfire is None:
        return
    check_partners(party, answer)
    steps = (answer.improvement, *answer.misfire.moves)
    arrows = frozenset((step.movers, step.start, step.end) for step in steps)
    assert arrows <= model.moves
    assert all(model.all_like(*(movers, end, start)) for movers, start, end in arrows)
    assert set(answer.misfire.ends) == together(model, arrows)
    assert not any(model.likes(party, end, answer.path.start) for end in answer.misfire.ends)
