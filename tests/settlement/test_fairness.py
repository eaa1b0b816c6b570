"""Fair points found without the frontier equal those of plain enumeration."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import prod

import pytest

from benchmarks.talks import Size, talks
from tests.reference.settlement import Reference
from tests.settlement import generated
from winset.model import Model
from winset.model.issues import Issue
from winset.model.lines import Points
from winset.model.parties import Party
from winset.settlement import Settlement, settle
from winset.settlement.bargain import bargain_beyond, optimum, pareto
from winset.settlement.bargain.ascent import Ascent, maximal
from winset.settlement.bargain.fairness import Nash, Table
from winset.settlement.bargain.totals import Total

RULES = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a diagram outgrows its limit and the search for the frontier its budget."""
    monkeypatch.setattr(pareto, "_MOST_VECTORS", 0)
    monkeypatch.setattr(bargain_beyond, "ascend", lambda _: Ascent({}, False))


def packages(found: Settlement, rule: str) -> set[object]:
    return {outcome.package for outcome in getattr(found.solutions, rule)}


@pytest.mark.usefixtures("cut")
@pytest.mark.parametrize("valued", [1, 2, 3])
def test_each_rule_chooses_what_enumeration_chooses(valued: int) -> None:
    for seed in range(15):
        model = talks(Size(issues=5, options=3, parties=3, lines=7, strays=0, valued=valued), seed)
        slow, fast = settle(model), settle(model, most_packages=0, limit=1000)
        assert {rule: packages(fast, rule) for rule in RULES} == {
            rule: packages(slow, rule) for rule in RULES
        }
        assert {o.points for o in fast.frontier} <= {o.points for o in slow.frontier}
        assert any("the frontier is cut" in reason for reason in fast.incomplete)


@pytest.mark.usefixtures("cut")
def test_with_factions_floors_and_points_below_zero_what_is_settled_is_right() -> None:
    """Generated models: a rule either chooses as the definitions do, or says why it does not."""
    settled = 0
    for seed in range(400):
        model, day = generated.model(seed), generated.day(seed)
        found = settle(model, day, 10_000, most_packages=0)
        if not found.is_open or not found.frontier:
            continue
        reference = Reference(model, day)
        expected = reference.answer().solutions
        for rule in RULES:
            if any(reason.startswith(rule) for reason in found.incomplete):
                continue
            settled += 1
            assert packages(found, rule) == {
                tuple((issue, package[issue]) for issue in reference.terms)
                for package in expected[rule]
            }, (seed, rule)
    assert settled > 200


@pytest.mark.parametrize("start", range(0, 2000, 500))
def test_climbing_equals_enumeration_on_generated_models(
    monkeypatch: pytest.MonkeyPatch, start: int
) -> None:
    """Red lines, bodies, formulas, floors, negative points and ties, for one to three parties."""
    monkeypatch.setattr(pareto, "_MOST_VECTORS", 0)
    bargained = 0
    for seed in range(start, start + 500):
        model, day = generated.model(seed), generated.day(seed)
        slow = settle(model, day, 10_000)
        if not slow.frontier:
            continue
        bargained += 1
        fast = settle(model, day, 10_000, most_packages=0)
        assert fast.incomplete == ()
        assert {o.points for o in fast.frontier} == {o.points for o in slow.frontier}, seed
        assert {r: packages(fast, r) for r in RULES} == {r: packages(slow, r) for r in RULES}, seed
    assert bargained > 100


@pytest.mark.usefixtures("cut")
def test_scaling_points_leaves_nash_and_kalai_smorodinsky_alone_without_the_frontier() -> None:
    for seed in range(10):
        model = talks(Size(issues=5, options=3, parties=3, lines=7, strays=0, valued=3), seed)
        first, *others = model.points
        scaled = Points(first.party, tuple((i, o, 7 * worth) for i, o, worth in first.worths))
        found = settle(model, most_packages=0)
        after = settle(replace(model, points=(scaled, *others)), most_packages=0)
        for rule in ("nash", "kalai_smorodinsky"):
            assert packages(after, rule) == packages(found, rule)


@pytest.mark.usefixtures("cut")
def test_a_wrong_hint_changes_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """What CP-SAT calls best is only where the search begins."""
    model = talks(Size(issues=5, options=3, parties=3, lines=7, strays=0, valued=3), 4)
    slow = settle(model)
    worst = {
        "greatest_sum": lambda self, weights: None,
        "greatest_least": lambda self, floors, shares: None,
        "greatest_product": lambda self, floors, bests: None,
    }
    for name, answer in worst.items():
        monkeypatch.setattr(optimum.Guide, name, answer)
    fast = settle(model, most_packages=0, limit=1000)
    for rule in RULES:
        assert packages(fast, rule) == packages(slow, rule)


@pytest.mark.usefixtures("cut")
def test_a_nash_product_beyond_64_bits_is_exact_without_the_frontier() -> None:
    """Six parties that want the same: each gets the sum of the best options, about 10^12 apiece."""
    names = [f"p{number}" for number in range(6)]
    issues = tuple(Issue(f"i{n}", options=("x", "y", "z"), yes_no=False) for n in range(4))
    worths = tuple(
        (issue.id, option, 10.0**11 + 7 * place * (number + 1))
        for number, issue in enumerate(issues)
        for place, option in enumerate(issue.options)
    )
    model = Model(
        parties=tuple(map(Party, names)),
        issues=issues,
        points=tuple(Points(name, worths) for name in names),
    )
    found = settle(model, most_packages=0)
    (best,) = found.solutions.nash
    expected = sum(10**11 + 14 * (number + 1) for number in range(4))
    assert prod(worth for _, worth in best.points) == Fraction(expected) ** 6
    assert Fraction(expected) ** 6 > 2**63


def test_room_for_products_below_the_best_never_holds_one_as_good() -> None:
    rule = Nash(Table((1, 1, 1), (0, 0, 0)))
    best = Fraction(24)
    for units in product(range(1, 5), repeat=3):
        wider = rule.excluded(units, best)
        assert all(w >= u for w, u in zip(wider, units, strict=True))
        assert wider == units or prod(wider) < best


def test_a_sum_is_at_least_its_bound_wherever_the_literal_is_true() -> None:
    """Every choice of one literal a group, for bounds from below the least to above the most."""
    from pysat.solvers import Glucose4

    from winset.settlement.refusal.clauses import Clauses

    clauses = Clauses()
    groups = []
    for weights in ((-2, 0, 3), (1, 1), (0, 5, 7)):
        literals = [clauses.new() for _ in weights]
        clauses.exactly_one(literals)
        groups.append(tuple(zip(literals, weights, strict=True)))
    total = Total(clauses, groups)
    assert total.bounds == (-1, 11)
    bounds = {need: total.at_least(need) for need in range(-3, 14)}
    with Glucose4(bootstrap_with=clauses.clauses) as solver:
        for chosen in product(*groups):
            taken = [literal for literal, _ in chosen]
            added = sum(weight for _, weight in chosen)
            for need, literal in bounds.items():
                assert solver.solve(assumptions=[*taken, literal]) == (added >= need)


def test_maximal_vectors_are_those_none_exceeds() -> None:
    found = maximal([(1, 2), (2, 1), (1, 1), (2, 1), (0, 3)])
    assert found == ((2, 1), (1, 2), (0, 3))
