"""The play that a party looking ahead expects, beside the plain engine."""

from __future__ import annotations

import pytest

from tests.reference.concepts import expected_end
from tests.reference.stability import Plain
from tests.stability.conflicts import as_arrays, two_parties
from winset.errors import Misuse
from winset.stability.concepts.limited import NON_MYOPIC, limited_stability_of
from winset.stability.reasons.foreseeing import Foreseen, Line, Turn, foresee

A, B = ("a",), ("b",)


def moves_of(model: Plain, party: str, state: int) -> set[int]:
    return {end for movers, start, end in model.moves if (movers, start) == ((party,), state)}


def check(model: Plain, found: Foreseen) -> None:
    """Every move is there, each turn is what its mover would do, and the line ends as expected."""
    assert {line.step.end for line in found.lines} == moves_of(model, found.party, found.state)
    for line in found.lines:
        assert (line.step.movers, line.step.start) == ((found.party,), found.state)
        check_line(model, found, line)
    ends = [model.ranks[found.party][line.end] for line in found.lines]
    assert ends == sorted(ends, reverse=True)


def check_line(model: Plain, found: Foreseen, line: Line) -> None:
    (other,) = (party for party in model.parties if party != found.party)
    mover, state = other, line.step.end
    for number, turn in enumerate(line.turns):
        assert (turn.mover, turn.state) == (mover, state)
        assert turn.left == found.horizon - 1 - number
        check_turn(model, turn)
        if turn.to is None:
            assert number == len(line.turns) - 1
        else:
            state = turn.to
        mover = found.party if mover == other else other
    assert state == line.end == expected_end(model, other, line.step.end, found.horizon - 1)
    assert line.worthwhile == model.likes(found.party, line.end, found.state)


def check_turn(model: Plain, turn: Turn) -> None:
    (other,) = (party for party in model.parties if party != turn.mover)
    ends = moves_of(model, turn.mover, turn.state) if turn.left else set()
    then = {end: expected_end(model, other, end, turn.left - 1) for end in ends}
    if turn.to is None:
        assert not any(model.likes(turn.mover, end, turn.state) for end in then.values())
        assert (turn.end is None) == (not then)
        return
    assert turn.end == then[turn.to]
    assert model.likes(turn.mover, then[turn.to], turn.state)
    assert not any(model.likes(turn.mover, end, then[turn.to]) for end in then.values())


@pytest.mark.parametrize("horizon", [1, 2, 3, 4])
def test_every_line_is_what_the_definition_asks_for(horizon: int) -> None:
    for seed in range(250):
        model = two_parties(seed)
        arrays = as_arrays(model)
        for party in model.parties:
            for state in range(model.count):
                found = foresee(arrays, party, state, horizon)
                expected = expected_end(model, party, state, horizon) == state
                assert (found.stable, found.concept) == (expected, f"l{horizon}"), (seed, state)
                check(model, found)


def test_non_myopic_stability_is_told_at_a_horizon_that_comes_again() -> None:
    longer = 0
    for seed in range(300):
        model = two_parties(seed)
        arrays = as_arrays(model)
        stable = limited_stability_of(arrays, None).stable[NON_MYOPIC]
        for row, party in enumerate(model.parties):
            for state in range(model.count):
                found = foresee(arrays, party, state, None)
                assert found.far
                assert found.stable == stable[row, state], (seed, party, state)
                if found.horizon <= 4:
                    check(model, found)
                    longer += found.horizon > 1
    assert longer > 100


def test_who_stops_and_why() -> None:
    """a moves to 1; b would go on to 2, from where a would go to 3, which b likes less than 1."""
    moves = frozenset({(A, 0, 1), (B, 1, 2), (A, 2, 3)})
    model = as_arrays(Plain(("a", "b"), 4, moves, {"a": [0, 2, 1, 3], "b": [0, 1, 2, 0]}))
    (two,) = foresee(model, "a", 0, 2).lines
    assert two.turns == (Turn("b", 1, 1, 2, 2), Turn("a", 2, 0, None, None))
    (three,) = foresee(model, "a", 0, 3).lines
    assert three.turns == (Turn("b", 1, 2, None, 3),)
    assert (two.end, three.end) == (2, 1)


@pytest.mark.parametrize(
    ("party", "horizon", "message"),
    [("c", 1, "'c' is no party"), ("a", 0, "a horizon of 0 moves; expected 1")],
)
def test_what_cannot_be_asked_is_refused(party: str, horizon: int, message: str) -> None:
    model = as_arrays(Plain(("a", "b"), 2, frozenset(), {"a": [0, 1], "b": [0, 1]}))
    with pytest.raises(Misuse, match=message):
        foresee(model, party, 0, horizon)


def test_three_parties_are_refused() -> None:
    model = as_arrays(Plain(("a", "b", "c"), 1, frozenset(), {"a": [0], "b": [0], "c": [0]}))
    with pytest.raises(Misuse, match="defined for two parties"):
        foresee(model, "a", 0, 1)
