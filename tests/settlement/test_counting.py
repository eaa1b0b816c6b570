"""Counts by decision diagram equal counts by going through every package."""

from __future__ import annotations

from itertools import combinations

import pytest

from benchmarks.talks import Size, talks
from tests.reference.settlement import Reference
from tests.settlement import generated
from winset.settlement.setting import setting
from winset.settlement.win_sets import counting
from winset.settlement.win_sets.counting import Counter

SEEDS = [range(start, start + 500) for start in range(10_000, 12_500, 500)]


def expected(reference: Reference, parties: tuple[str, ...]) -> int:
    chosen = [party for party in reference.model.parties if party.id in parties]
    return sum(
        all(reference.ratified(party, package, reference.every) for party in chosen)
        for package in reference.possible
    )


@pytest.mark.parametrize("seeds", SEEDS, ids=lambda seeds: f"seeds {seeds.start}-{seeds.stop - 1}")
def test_diagrams_count_what_the_reference_counts(seeds: range) -> None:
    for seed in seeds:
        model, day = generated.model(seed), generated.day(seed)
        reference, counter = Reference(model, day), Counter(setting(model, day), 10**6)
        names = tuple(party.id for party in model.parties)
        for parties in ((), *((name,) for name in names), *combinations(names, 2), names):
            assert counter.number(parties).exact == expected(reference, parties), (seed, parties)


def test_bounds_hold_where_a_diagram_outgrows_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "_WIDTH", 4)
    open_ended = 0
    for seed in range(300):
        stage = setting(talks(Size(6, 3, 3, 12), seed), None)
        names = [party.id for party in stage.parties]
        exact = Counter(stage, 10**6).number(names).exact
        bounds = Counter(stage, 10**6).number(names, states=8)
        assert exact is not None
        assert bounds.low <= exact <= bounds.high
        open_ended += bounds.exact is None
    assert open_ended > 100


def test_numbers_beyond_64_bits_are_exact() -> None:
    stage = setting(talks(Size(issues=60, options=7, parties=2, lines=0), 1), None)
    free = Counter(stage, 10**6).number(["p0"])
    rules = 7**60
    assert free.exact is not None
    assert rules // 100 < free.exact < rules
