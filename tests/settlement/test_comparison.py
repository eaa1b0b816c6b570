"""Two answers side by side: what came, what went, who gained."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.settlement import generated
from winset.model import read_model
from winset.settlement import settle
from winset.settlement.what_if.changes import with_quota, without_lines
from winset.settlement.what_if.comparison import Lines, compare

seeds = st.integers(0, 10**6)
quick = settings(max_examples=60, deadline=None)
DIET = read_model(
    """
[parties.north]
[parties.north.bodies.diet]
seats = { greens = 40, blues = 60 }
[parties.south]
[issues.share]
options = ["low", "middle", "high"]
ordered = true
[[red_lines]]
id = "greens-want-high"
party = "north.greens"
requires = "share = high"
[[red_lines]]
id = "blues-want-middle"
party = "north.blues"
requires = "share >= middle"
[points.north]
"share = middle" = 5
"share = high" = 8
[points.south]
"share = low" = 9
"share = middle" = 6
"share = high" = 2
"""
)


@quick
@given(seeds)
def test_a_model_compared_with_itself_differs_in_nothing(seed: int) -> None:
    model = generated.model(seed)
    found = compare(model, model, limit=10_000)
    assert found.before == found.after
    assert not found.lines
    assert not found.links
    assert not found.no_deal
    assert found.blocks_appeared == found.blocks_vanished == ()
    assert all(shift.gain in (0, None) for shift in found.shifts)


@quick
@given(seeds)
def test_a_comparison_the_other_way_round_is_its_mirror(seed: int) -> None:
    model, day = generated.model(seed), generated.DAYS[seed % 5]
    there = compare(model, model, day, generated.DAYS[2], limit=10_000)
    back = compare(model, model, generated.DAYS[2], day, limit=10_000)
    assert (there.lines.came, there.lines.went) == (back.lines.went, back.lines.came)
    assert there.blocks_appeared == back.blocks_vanished
    assert there.openings_vanished == back.openings_appeared
    assert {(s.rule, s.party, s.before, s.after) for s in there.shifts} == {
        (s.rule, s.party, s.after, s.before) for s in back.shifts
    }


def test_a_stricter_quota_is_computed_and_here_it_helps_its_owner() -> None:
    """A majority takes the middle share (5 × 6 = 30 over 8 × 2); unanimity leaves only the high."""
    found = compare(DIET, with_quota(DIET, "north.diet=unanimity"))
    shifts = {(shift.rule, shift.party): shift.gain for shift in found.shifts}
    assert shifts["nash", "north"] == 3
    assert shifts["nash", "south"] == -4
    assert dict(found.before.win_sets)["north"] == 2
    assert dict(found.after.win_sets)["north"] == 1


def test_a_stricter_quota_may_leave_nobody_anything() -> None:
    closed = replace(
        DIET,
        red_lines=(
            *DIET.red_lines,
            replace(DIET.red_lines[0], id="never", party="south", rejects=True),
        ),
    )
    found = compare(closed, with_quota(closed, "north.diet=100"))
    nash = next(shift for shift in found.shifts if (shift.rule, shift.party) == ("nash", "north"))
    assert (nash.before, nash.after) == ((Fraction(5), Fraction(5)), None)
    assert nash.gain is None
    assert [block.lines for block in found.blocks_appeared] == [("greens-want-high", "never")]


def test_lines_that_came_went_or_changed_are_told_apart() -> None:
    changed = replace(DIET.red_lines[1], weight=4)
    other = replace(DIET, red_lines=(changed, replace(DIET.red_lines[0], id="new")))
    assert compare(DIET, other).lines == Lines(
        ("new",), ("greens-want-high",), ("blues-want-middle",)
    )
    assert compare(DIET, without_lines(DIET, ["greens-want-high"])).lines.went == (
        "greens-want-high",
    )


def test_a_worth_of_no_deal_that_drifts_is_told_with_both_values() -> None:
    model = read_model(
        """
[parties.north]
[issues.port]
[points.north]
"port" = 3
[[no_deal]]
party = "north"
points = 1
[[no_deal]]
party = "north"
points = 2.5
from = 2001-01-01
"""
    )
    found = compare(model, model, dt.date(2000, 1, 1), dt.date(2002, 1, 1))
    assert found.no_deal == (("north", Fraction(1), Fraction(5, 2)),)
    gains = [shift.gain for shift in found.shifts if shift.rule == "nash"]
    assert gains == [Fraction(-3, 2)]
    assert settle(model, dt.date(2002, 1, 1)) == found.after
