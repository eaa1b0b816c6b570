"""What the searches promise when a limit or a budget cuts them, against lists that are whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from benchmarks.talks import Size, talks
from winset.settlement.bargain.worth import exact
from winset.settlement.refusal import search
from winset.settlement.refusal.explanation import (
    cheapest_openings,
    costs,
    proven_weight,
    smallest_blocks,
)
from winset.settlement.refusal.marco import more_blocks, more_openings
from winset.settlement.refusal.sat import SatEngine
from winset.settlement.refusal.search import Found, Lines
from winset.settlement.setting import Setting, setting
from winset.settlement.win_sets.table import ViolationTable

WHOLE = 10_000
WEIGHTS: tuple[Sequence[float], ...] = ((1,), (1, 2), (0, 1, 2.5), (3, 4, 5, 7))


def closed(weights: Sequence[float], seeds: range) -> list[Setting]:
    """Settings whose zone is empty, with lines of these weights."""
    made = []
    for seed in seeds:
        model = talks(Size(6, 3, 3, 26, strays=1), seed)
        random = Random(seed)
        lines = tuple(replace(x, weight=random.choice(weights)) for x in model.red_lines)
        stage = setting(replace(model, red_lines=lines), None)
        if ViolationTable(stage).conflict(frozenset(range(len(lines)))) is not None:
            made.append(stage)
    return made


@pytest.mark.parametrize("weights", WEIGHTS, ids=str)
@pytest.mark.parametrize("ties", [0, 3])
def test_the_cheapest_openings_come_in_order_whatever_the_ties(
    weights: Sequence[float], ties: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_MORE_TIES", ties)
    cut = 0
    for stage in closed(weights, range(25)):
        whole = ViolationTable(stage).openings(costs(stage), WHOLE)
        assert whole.complete
        engine = SatEngine(stage)
        for limit in (1, 2, 5, 9):
            found = engine.openings(costs(stage), limit)
            assert found.sets == whole.sets[:limit]
            assert found.complete == (len(whole.sets) <= limit)
            cut += len(whole.sets) > limit
    assert cut > 25


def test_beyond_the_budget_openings_are_real_and_none_cheaper_than_said_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(search, "_CONFLICTS", 0)
    stopped = 0
    for weights in WEIGHTS:
        for stage in closed(weights, range(12)):
            whole = ViolationTable(stage).openings(costs(stage), WHOLE).sets
            engine = SatEngine(stage)
            nothing = Found((), complete=False, proven=0)
            filled = more_openings(engine, costs(stage), 5, nothing).sets
            assert len(filled) == min(5, len(whole))
            found = cheapest_openings(stage, engine, 5)
            assert set(found.sets) | set(filled) <= set(whole)
            if found.proven is not None:
                stopped += 1
                below = proven_weight(stage, found.proven)
                cheap = {each for each in whole if weight(stage, each) < below}
                assert cheap <= set(found.sets)
    assert stopped > 0


def weight(stage: Setting, lines: Lines) -> Fraction:
    return sum((exact(stage.lines[line].weight) for line in lines), Fraction(0))


def test_blocks_found_in_no_order_are_all_blocks_when_none_is_left() -> None:
    for stage in closed((1,), range(25)):
        table, engine = ViolationTable(stage), SatEngine(stage)
        count = len(stage.lines)
        whole = smallest_blocks(table, count, WHOLE, ())
        assert whole.complete
        assert more_blocks(engine, count, WHOLE) == whole
        few = more_blocks(engine, count, 2)
        assert set(few.sets) <= set(whole.sets)
        assert few.complete == (len(whole.sets) <= 2)


def test_a_search_gives_the_same_on_every_run() -> None:
    stage = setting(talks(Size(12, 4, 4, 90, strays=1), 3), None)
    runs = [
        (
            cheapest_openings(stage, SatEngine(stage), 20),
            more_blocks(SatEngine(stage), len(stage.lines), 20),
        )
        for _ in range(2)
    ]
    assert runs[0] == runs[1]
    assert len(runs[0][0].sets) == len(runs[0][1].sets) == 20
