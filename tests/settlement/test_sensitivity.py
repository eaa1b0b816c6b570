"""Margins, held against the settlement just inside and just beyond each of them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.settlement import generated
from winset.model import Model, read_model
from winset.model.lines import Points
from winset.settlement import settle
from winset.settlement.bargain import totals
from winset.settlement.refusal.effort import Spent
from winset.settlement.what_if import sensitivity
from winset.settlement.what_if.point_margins import RULES, point_margins
from winset.settlement.what_if.sensitivity import (
    Margin,
    nearest_first,
    no_deal_margins,
    quota_margins,
    weight_margins,
)

seeds = st.integers(0, 10**6)
quick = settings(max_examples=60, deadline=None)
LITTLE = Fraction(1, 10**6)
NO_LIMIT = 10_000


def cheapest(model: Model) -> set[tuple[str, ...]]:
    openings = settle(model, limit=NO_LIMIT).openings
    weights = {line.id: Fraction(str(line.weight)) for line in model.red_lines}
    costs = {o.lines: sum((weights[x] for x in o.lines), Fraction(0)) for o in openings}
    return {lines for lines, cost in costs.items() if cost == min(costs.values())}


def weighed(model: Model, line: str, weight: Fraction) -> Model:
    lines = (replace(x, weight=float(weight)) if x.id == line else x for x in model.red_lines)
    return replace(model, red_lines=tuple(lines))


@quick
@given(seeds)
def test_beyond_a_weight_margin_another_way_out_is_cheapest_and_within_it_none_is(
    seed: int,
) -> None:
    model = generated.model(seed)
    found = settle(model, limit=NO_LIMIT)
    assume(found.openings)
    before = cheapest(model)
    margins = {margin.name: margin for margin in weight_margins(model, found)}
    for line in model.red_lines:
        margin = margins.get(line.id, Margin("weight", line.id, "", Fraction(str(line.weight))))
        assert not margin.at_least
        for way, move in ((1, margin.up), (-1, margin.down)):
            beyond = Fraction(1000) if move is None else move + LITTLE
            if way == 1 or margin.value - beyond >= 0:
                after = cheapest(weighed(model, line.id, margin.value + way * beyond))
                assert (after != before) == (move is not None)
            if move is not None and move > LITTLE:
                within = weighed(model, line.id, margin.value + way * (move - LITTLE))
                assert cheapest(within) == before


@quick
@given(seeds)
def test_where_a_limit_cuts_the_openings_margins_are_only_lower_bounds(seed: int) -> None:
    model = generated.model(seed)
    cut, whole = settle(model, limit=1), settle(model, limit=NO_LIMIT)
    exact = {margin.name: margin for margin in weight_margins(model, whole)}
    for margin in weight_margins(model, cut):
        if margin.at_least and margin.name in exact:
            known = exact[margin.name]
            assert margin.up is None or known.up is None or margin.up <= known.up
            assert margin.down is None or known.down is None or margin.down <= known.down


def test_where_cheaper_ways_out_may_be_missing_no_margin_of_a_weight_is_claimed() -> None:
    closed = read_model(
        TALKS + '[[red_lines]]\nid = "no"\nparty = "a"\nrejects = "x in {p, q, r}"\n'
    )
    found = settle(closed)
    assert found.openings
    cut = "openings: 1 are listed, not surely the cheapest; others may be missing: the budget ended"
    with pytest.raises(Spent, match="cheaper ways out"):
        weight_margins(closed, replace(found, incomplete=(cut,)))


@quick
@given(seeds)
def test_a_quota_margin_is_the_least_number_of_seats_that_opens_or_closes_the_zone(
    seed: int,
) -> None:
    model = generated.model(seed)
    is_open = settle(model).is_open
    margins = {margin.name: margin for margin in quota_margins(model)}
    for party in model.parties:
        for body in party.bodies:
            seats = sum(number for _, number in body.seats)
            moves = [
                quota - body.quota
                for quota in range(1, seats + 1)
                if settle(quoted(model, party.id, body.id, quota)).is_open != is_open
            ]
            margin = margins.get(f"{party.id}.{body.id}")
            assert (margin is None) == (not moves)
            if margin is not None:
                assert margin.up == min((m for m in moves if m > 0), default=None)
                assert margin.down == min((-m for m in moves if m < 0), default=None)


def quoted(model: Model, party: str, body: str, quota: int) -> Model:
    return replace(
        model,
        parties=tuple(
            replace(
                p, bodies=tuple(replace(b, needs=quota) if b.id == body else b for b in p.bodies)
            )
            if p.id == party
            else p
            for p in model.parties
        ),
    )


@quick
@given(seeds)
def test_beyond_a_margin_of_no_deal_the_zone_turns_and_within_it_does_not(seed: int) -> None:
    made = generated.model(seed)
    once = {worth.party: worth for worth in made.no_deal}
    model = replace(made, no_deal=tuple(once.values()))
    is_open = settle(model).is_open
    margins = {margin.name: margin for margin in no_deal_margins(model).margins}
    for worth in model.no_deal:
        margin = margins.get(worth.party, Margin("no deal", worth.party, "zone", Fraction(0)))
        for way, move in ((1, margin.up), (-1, margin.down)):
            # Lowered by its margin a worth is just met; raised by it, just met still.
            beyond = Fraction(1000) if move is None else move + LITTLE
            turned = settle(with_no_deal(model, worth.party, way * beyond)).is_open != is_open
            assert turned == (move is not None)
            if move is not None and move > LITTLE:
                within = with_no_deal(model, worth.party, way * (move - LITTLE))
                assert settle(within).is_open == is_open


def with_no_deal(model: Model, party: str, by: Fraction) -> Model:
    return replace(
        model,
        no_deal=tuple(
            replace(x, points=float(Fraction(str(x.points)) + by)) if x.party == party else x
            for x in model.no_deal
        ),
    )


def fair(model: Model, rule: str) -> set[object]:
    return {outcome.package for outcome in getattr(settle(model, limit=NO_LIMIT).solutions, rule)}


def moved(model: Model, name: str, by: Fraction) -> Model:
    party, _, place = name.partition(": ")
    issue, _, option = place.partition(" = ")
    changed = []
    for points in model.points:
        worths = {(i, o): Fraction(str(w)) for i, o, w in points.worths}
        if points.party == party:
            worths[issue, option] = worths.get((issue, option), Fraction(0)) + by
        changed.append(
            Points(points.party, tuple((i, o, float(w)) for (i, o), w in worths.items()))
        )
    return replace(model, points=tuple(changed))


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_beyond_a_margin_of_points_the_fair_point_changes_and_within_it_does_not(seed: int) -> None:
    model = generated.model(seed)
    found = point_margins(model)
    assume(found.margins)
    assert found.incomplete == ()
    before = {rule: fair(model, rule) for rule in RULES}
    for margin in found.margins[seed % 7 :: 7]:
        for way, move in ((1, margin.up), (-1, margin.down)):
            beyond = Fraction(500) if move is None else move + LITTLE
            after = fair(moved(model, margin.name, way * beyond), margin.answer)
            assert (after != before[margin.answer]) == (move is not None), margin
            if move is not None and move > LITTLE:
                within = moved(model, margin.name, way * (move - LITTLE))
                assert fair(within, margin.answer) == before[margin.answer], margin


TALKS = """
[parties.a]
[parties.b]
[issues.x]
options = ["p", "q", "r"]
by = ["a", "b"]
[points.a]
"x = p" = 1
"x = q" = 4
"x = r" = 6
[points.b]
"x = p" = 9
"x = q" = 6
"x = r" = 3
"""


def test_margins_of_a_model_worked_out_by_hand() -> None:
    """Products 9, 24, 18: r catches up when it is worth 8 to a, or 4 to b; q has 3/4 to lose."""
    margins = {(m.name, m.answer): m for m in point_margins(read_model(TALKS)).margins}
    assert margins["a: x = r", "nash"].up == 2
    assert margins["a: x = r", "nash"].down is None
    assert margins["b: x = r", "nash"].up == 1
    assert margins["a: x = q", "nash"].down == 1
    assert margins["a: x = p", "nash"].up == Fraction(24, 9) - 1
    # The sums are 10, 10 and 9: p and q tie already, so any move of theirs changes the answer.
    assert margins["a: x = q", "utilitarian"].up == 0
    assert margins["a: x = q", "utilitarian"].down == 0
    assert margins["a: x = r", "utilitarian"].up == 1
    # Least gains 1, 4, 3: q stays the best until it falls to 3 for a.
    assert margins["a: x = q", "egalitarian"].down == 1
    assert ("a: x = r", "egalitarian") not in margins


def test_the_smallest_moves_come_first() -> None:
    found = list(nearest_first(point_margins(read_model(TALKS)).margins))
    moves = [margin.nearest for margin in found]
    assert moves == sorted(move for move in moves if move is not None)


def test_a_closed_zone_has_no_margins_of_points() -> None:
    closed = TALKS + '[[red_lines]]\nparty = "a"\nrejects = "x in {p, q, r}"\n'
    assert point_margins(read_model(closed)).margins == ()


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_margins_of_no_deal_are_the_same_where_a_solver_finds_them(seed: int) -> None:
    model = generated.model(seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sensitivity, "MOST_PACKAGES", 0)
        by_solver = no_deal_margins(model)
    assert by_solver == no_deal_margins(model)
    assert by_solver.incomplete == ()


def test_a_margin_that_cannot_be_had_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worth of no deal for one party only: it is told that its margin is missing, and why."""
    line = '[[red_lines]]\nparty = "b"\nrejects = "x = r"\n'
    model = read_model(TALKS + line + '[[no_deal]]\nparty = "a"\npoints = 2\n')
    assert [margin.up for margin in no_deal_margins(model).margins] == [2]
    monkeypatch.setattr(sensitivity, "MOST_PACKAGES", 0)
    monkeypatch.setattr(totals, "_MOST_NODES", 0)
    found = no_deal_margins(model)
    assert found.margins == ()
    assert "no deal for a" in found.incomplete[0]
