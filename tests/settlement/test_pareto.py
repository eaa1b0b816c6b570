"""Frontiers by diagram equal those of every package, whatever the number of players."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.talks import Size, additive, talks
from winset.model import Model
from winset.settlement import settle
from winset.settlement.bargain import pareto, totals
from winset.settlement.bargain.pareto import undominated

Rows = list[list[int]]


def plain(rows: Rows) -> set[tuple[int, ...]]:
    different = {tuple(row) for row in rows}
    return {
        row
        for row in different
        if not any(
            other != row and all(x >= y for x, y in zip(other, row, strict=True))
            for other in different
        )
    }


@given(
    st.integers(1, 5).flatmap(
        lambda players: st.lists(
            st.lists(st.integers(0, 6), min_size=players, max_size=players), min_size=1, max_size=60
        )
    )
)
def test_what_is_kept_is_what_nothing_dominates(rows: Rows) -> None:
    found = undominated(np.array(rows, dtype=np.int64)).tolist()
    assert {tuple(row) for row in found} == plain(rows)
    assert len(found) == len(plain(rows))


@pytest.mark.parametrize("players", [1, 2, 3, 4])
def test_points_alone_are_summed_issue_by_issue(players: int) -> None:
    for seed in range(10):
        model = additive(5, 3, players, seed, most=9)
        found = settle(model, most_packages=0)
        expected = plain([worths(model, package) for package in product(range(3), repeat=5)])
        assert {tuple(int(worth) for _, worth in o.points) for o in found.frontier} == expected
        assert found.incomplete == ()


def worths(model: Model, package: tuple[int, ...]) -> list[int]:
    names = {(issue.id, issue.options[o]) for issue, o in zip(model.issues, package, strict=True)}
    return [
        sum(int(worth) for issue, option, worth in table.worths if (issue, option) in names)
        for table in model.points
    ]


def test_rules_across_issues_bend_the_frontier_as_in_enumeration() -> None:
    for seed in range(40):
        model = talks(Size(issues=5, options=3, parties=3, lines=9, strays=0, valued=3), seed)
        slow, fast = settle(model), settle(model, most_packages=0)
        assert {o.points for o in fast.frontier} == {o.points for o in slow.frontier}
        assert {o.package for o in fast.solutions.nash} == {o.package for o in slow.solutions.nash}


def test_a_nash_product_beyond_64_bits_is_exact() -> None:
    """Six parties that agree: the product of the best sums, each near 4,000 to the sixth power."""
    made = additive(40, 6, 1, seed=5)
    names = tuple(f"p{number}" for number in range(6))
    parties = tuple(type(made.parties[0])(name) for name in names)
    points = tuple(type(made.points[0])(name, made.points[0].worths) for name in names)
    found = settle(Model(parties=parties, issues=made.issues, points=points))
    best = sum(
        max(worth for issue, _, worth in made.points[0].worths if issue == each.id)
        for each in made.issues
    )
    products = {math.prod(worth for _, worth in o.points) for o in found.solutions.nash}
    assert products == {Fraction(int(best)) ** 6}
    assert min(products) > 2**63
    tied = math.prod(
        sum(
            worth == max(w for i, _, w in made.points[0].worths if i == each.id)
            for issue, _, worth in made.points[0].worths
            if issue == each.id
        )
        for each in made.issues
    )
    assert len(found.solutions.nash) == min(tied, 100)


@pytest.mark.parametrize("valued", [1, 2, 3])
def test_climbing_gives_the_same_frontier(monkeypatch: pytest.MonkeyPatch, valued: int) -> None:
    """As where a diagram outgrows its limit."""
    monkeypatch.setattr(pareto, "_MOST_VECTORS", 0)
    for seed in range(12):
        model = talks(Size(issues=5, options=3, parties=3, lines=9, strays=0, valued=valued), seed)
        slow, fast = settle(model), settle(model, most_packages=0)
        assert {o.points for o in fast.frontier} == {o.points for o in slow.frontier}
        assert {o.package for o in fast.solutions.nash} == {o.package for o in slow.solutions.nash}
        assert fast.incomplete == ()


@pytest.mark.parametrize("valued", [2, 3])
def test_optima_of_points_too_fine_for_clauses_give_the_same_frontier(
    monkeypatch: pytest.MonkeyPatch, valued: int
) -> None:
    """Then the answer rests on one solver, and says so."""
    monkeypatch.setattr(pareto, "_MOST_VECTORS", 0)
    monkeypatch.setattr(totals, "_MOST_NODES", 0)
    for seed in range(6):
        model = talks(Size(issues=5, options=3, parties=3, lines=9, strays=0, valued=valued), seed)
        slow, fast = settle(model), settle(model, most_packages=0)
        assert {o.points for o in fast.frontier} == {o.points for o in slow.frontier}
        assert {o.package for o in fast.solutions.nash} == {o.package for o in slow.solutions.nash}
        assert any("rests on one solver" in reason for reason in fast.incomplete)
