"""Trades and divisions, against published figures and packages gone through one by one."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations, product
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from winset.errors import Misuse
from winset.model import Model, read_model
from winset.model.issues import Issue
from winset.model.lines import Points
from winset.model.parties import Party
from winset.settlement.bargain.logrolling import divide, logrolls

CASES = Path(__file__).parents[1] / "cases" / "negotiation"
quick = settings(max_examples=100, deadline=None)


def case(name: str) -> Model:
    return read_model((CASES / f"{name}.toml").read_text("utf-8"))


def random_model(seed: int, parties: int = 2) -> Model:
    random = Random(seed)
    names = "abc"[:parties]
    issues = tuple(
        Issue(f"i{n}", options=tuple("xyz"[: random.randint(2, 3)]), yes_no=False) for n in range(4)
    )
    points = tuple(
        Points(name, tuple((i.id, o, random.randint(0, 9)) for i in issues for o in i.options))
        for name in names
    )
    return Model(parties=tuple(Party(name) for name in names), issues=issues, points=points)


def test_the_panama_canal_treaty_is_divided_as_published() -> None:
    """Raiffa's points; Adjusted Winner gives 66 each and splits land and water 2/15 to 13/15."""
    found = divide(case("panama"))
    assert found.parties == ("us", "panama")
    assert list(found.points) == [66, 66]
    shares = {share.issue.issue: share.first for share in found.shares}
    assert shares["land_and_water"] == Fraction(2, 15)
    assert {issue for issue, share in shares.items() if share == 1} == {
        "us_defense_rights",
        "use_rights",
        "expansion_rights",
        "expansion_routes",
    }
    ways = [dict(verdict.package)["land_and_water"] for verdict in found.whole]
    assert ways == ["us", "panama"]


def test_camp_david_gives_395_sixths_each() -> None:
    assert divide(case("camp_david")).points == (Fraction(395, 6), Fraction(395, 6))


@quick
@given(st.integers(0, 10**6))
def test_a_trade_leaves_both_better_than_the_reverse(seed: int) -> None:
    """Gains are those of whole packages: one with the trade, one with the reverse."""
    model = random_model(seed)
    (found,) = logrolls(model)
    worths = [{(i, o): Fraction(w) for i, o, w in points.worths} for points in model.points]
    options = {each.issue: each.options for each in found.contested}
    rest = {issue.id: issue.options[0] for issue in model.issues}
    for trade in found.trades:
        (gets, mine), (gives, theirs) = trade.gets, trade.gives
        after = {**rest, gets: mine, gives: theirs}
        before = {**rest, gets: options[gets][1], gives: options[gives][0]}
        for worth, gain in zip(worths, trade.gains, strict=True):
            totals = [sum(worth[each] for each in p.items()) for p in (after, before)]
            assert totals[0] - totals[1] == gain
            assert gain > 0


@quick
@given(st.integers(0, 10**6))
def test_no_trade_worth_making_is_missed(seed: int) -> None:
    model = random_model(seed)
    (found,) = logrolls(model)
    expected = {
        (one.issue, other.issue)
        for one, other in permutations(found.contested, 2)
        if one.stakes[0] > other.stakes[0] and other.stakes[1] > one.stakes[1]
    }
    assert {(trade.gets[0], trade.gives[0]) for trade in found.trades} == expected
    assert len(found.trades) == len(expected)


@quick
@given(st.integers(0, 10**6))
def test_an_issue_is_contested_exactly_when_no_option_is_best_for_both(seed: int) -> None:
    model = random_model(seed)
    (found,) = logrolls(model)
    for issue in model.issues:
        best = [
            {o for i, o, w in p.worths if i == issue.id and w == max(_own(p, issue))}
            for p in model.points
        ]
        contested = {each.issue: each for each in found.contested}
        assert (issue.id in contested) == (not best[0] & best[1])
        if issue.id in contested:
            assert all(stake > 0 for stake in contested[issue.id].stakes)
            assert all(o in b for o, b in zip(contested[issue.id].options, best, strict=True))
        else:
            assert dict(found.alike)[issue.id] in best[0] & best[1]


def _own(points: Points, issue: Issue) -> list[float]:
    return [worth for i, _, worth in points.worths if i == issue.id]


@quick
@given(st.integers(0, 10**6))
def test_a_division_is_equitable_and_at_most_one_issue_is_split(seed: int) -> None:
    """Equal points for both, and by no way of giving the issues whole would both have more."""
    model = random_model(seed)
    (found,) = logrolls(model)
    if not found.contested:
        with pytest.raises(Misuse, match="nothing to divide"):
            divide(model)
        return
    division = divide(model)
    assert division.points[0] == division.points[1]
    assert sum(0 < share.first < 1 for share in division.shares) <= 1
    totals = [sum(each.stakes[side] for each in found.contested) for side in (0, 1)]
    for ways in product((0, 1), repeat=len(found.contested)):
        had = [
            sum(e.stakes[s] for e, way in zip(found.contested, ways, strict=True) if way == s)
            for s in (0, 1)
        ]
        shares = [100 * Fraction(h) / t for h, t in zip(had, totals, strict=True)]
        assert not all(s > p for s, p in zip(shares, division.points, strict=True))


def test_with_three_parties_a_trade_tells_what_it_does_to_the_third() -> None:
    model = random_model(7, parties=3)
    found = logrolls(model)
    assert [each.parties for each in found] == [("a", "b"), ("a", "c"), ("b", "c")]
    trades = [trade for each in found for trade in each.trades]
    assert trades
    assert all(len(trade.others) == 1 for trade in trades)
    with pytest.raises(Misuse, match="two parties with points; here are a, b, c"):
        divide(model)


def test_one_party_has_nobody_to_trade_with() -> None:
    with pytest.raises(Misuse, match="1 parties have points; expected two"):
        logrolls(random_model(1, parties=1))
