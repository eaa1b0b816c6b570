"""Answers known from the definitions: votes on a line, chances, side payments, days, faults."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from winset.errors import Faulty, Misuse
from winset.model import StateRules, parse_expression, read_model
from winset.model.lines import Link
from winset.settlement import (
    adjusted_winner,
    least_side_payment,
    ratification_probability,
    settle,
    sweep,
    turns,
)

IDEALS = (10, 30, 50, 70, 90)
STATUS_QUO = 20


def committee(needs: str) -> str:
    """Five voters on a line from 0 to 100, each for what is nearer to it than the status quo."""
    options = ", ".join(f'"x{place}"' for place in range(101))
    lines = "\n".join(
        f'[[red_lines]]\nid = "v{ideal}"\nparty = "home.v{ideal}"\nrequires = "x in '
        + "{"
        + ", ".join(f"x{p}" for p in range(101) if abs(p - ideal) < abs(STATUS_QUO - ideal))
        + '}"'
        for ideal in IDEALS
    )
    seats = ", ".join(f"v{ideal} = 1" for ideal in IDEALS)
    return f"""
[parties.home]
[parties.home.bodies.house]
seats = {{ {seats} }}
needs = {needs}
[parties.abroad]
[issues.x]
options = [{options}]
by = ["home", "abroad"]
{lines}
"""


@pytest.mark.parametrize(
    ("needs", "between"), [('"majority"', (20, 80)), ("4", (20, 40)), ('"unanimity"', (20, 20))]
)
def test_voters_on_a_line(needs: str, between: tuple[int, int]) -> None:
    """The win-set lies strictly between q and 2x − q, x the pivot's ideal point."""
    low, high = between
    found = settle(read_model(committee(needs)))
    assert dict(found.win_sets)["home"] == max(0, high - low - 1)


def test_chance_of_ratification() -> None:
    weights, chances = [30, 25, 20, 15, 10], ["0.9", "0.5", "0.3", "0.5", "0.2"]
    assert ratification_probability(weights, chances, 51) == Fraction(1143, 2000)
    assert ratification_probability(weights, chances, 0) == 1
    assert ratification_probability(weights, chances, 101) == 0


def test_least_side_payment() -> None:
    weights, deficits = [30, 25, 20, 15, 10], [0, 4, 7, 0, 2]
    assert least_side_payment(weights, deficits, 67) == 4
    assert least_side_payment(weights, deficits, 45) == 0
    assert least_side_payment(weights, deficits, 101) is None


@pytest.mark.parametrize("points", [[], [0, 0], [-1, 2]])
def test_points_that_cannot_be_shared_are_refused(points: list[int]) -> None:
    with pytest.raises(Misuse, match="points must be"):
        adjusted_winner(points, [50, 50])


FISHERY = """
title = "Fishery talks, made up"
[parties.north]
[parties.south]
[issues.quota]
options = ["low", "middle", "high"]
ordered = true
by = ["north", "south"]
[issues.inspection]
by = ["north", "south"]
[issues.fleet]
by = "north"
[states]
status_quo = "quota = low and not inspection and fleet"
[[red_lines]]
id = "enough-fish"
party = "north"
requires = "quota >= middle"
[[red_lines]]
id = "no-more-than-middle"
party = "south"
rejects = "quota = high"
[[red_lines]]
id = "inspection-first"
party = "south"
requires = "inspection"
from = 2001-01-01
until = 2003-01-01
weight = 3
[[red_lines]]
id = "no-inspection"
party = "north"
rejects = "inspection if fleet"
from = 2002-01-01
weight = 2
"""


def test_what_blocks_and_what_opens() -> None:
    """Inspection is demanded and, with the fleet as the status quo has it, refused."""
    found = settle(read_model(FISHERY), dt.date(2002, 6, 1))
    assert (found.packages, found.zone) == (6, 0)
    assert dict(found.win_sets) == {"north": 2, "south": 2}
    (block,) = found.blocks
    assert block.lines == ("inspection-first", "no-inspection")
    assert dict(block.witnesses) == {
        "inspection-first": (("quota", "low"), ("inspection", "no")),
        "no-inspection": (("quota", "low"), ("inspection", "yes")),
    }
    assert [(o.lines, o.weight, o.opened) for o in found.openings] == [
        (("no-inspection",), 2, 1),
        (("inspection-first",), 3, 1),
    ]
    assert found.openings[0].example == (("quota", "middle"), ("inspection", "yes"))
    assert any("fleet = yes" in sentence for sentence in found.assumptions)


def test_the_zone_from_day_to_day() -> None:
    model = read_model(FISHERY)
    changes = sweep(model)
    assert [(c.day.year, c.begun, c.ended, c.zone) for c in changes] == [
        (2001, ("inspection-first",), (), 1),
        (2002, ("no-inspection",), (), 0),
        (2003, (), ("inspection-first",), 1),
    ]
    assert [(t.day.year, t.opened, t.begun, t.ended) for t in turns(changes)] == [
        (2002, False, ("no-inspection",), ()),
        (2003, True, (), ("inspection-first",)),
    ]
    assert [settle(model, c.day).zone for c in changes] == [c.zone for c in changes]


def test_without_a_day_every_line_counts() -> None:
    found = settle(read_model(FISHERY))
    assert found.as_of is None
    assert len(found.lines_in_force) == 4
    assert any("no day is given" in sentence for sentence in found.assumptions)


def test_an_action_the_status_quo_leaves_open_is_a_fault() -> None:
    model = replace(read_model(FISHERY), states=StateRules())
    with pytest.raises(Faulty, match="no-inspection mentions the action fleet"):
        settle(model)


def test_when_links_alone_leave_nothing_no_line_is_to_blame() -> None:
    law = Link("law", parse_expression("quota = high and quota = low"))
    found = settle(replace(read_model(FISHERY), links=(law,)), dt.date(2001, 6, 1))
    assert [(block.lines, block.links) for block in found.blocks] == [((), ("law",))]
    assert found.openings == ()
    assert any("no red line is to blame" in sentence for sentence in found.assumptions)


def test_two_lines_with_equal_text_are_two_lines() -> None:
    twin = '[[red_lines]]\nid = "twin"\nparty = "south"\nrequires = "inspection"\n'
    found = settle(read_model(FISHERY + twin), dt.date(2002, 6, 1))
    assert [block.lines for block in found.blocks] == [
        ("inspection-first", "no-inspection"),
        ("no-inspection", "twin"),
    ]
    assert [opening.lines for opening in found.openings] == [
        ("no-inspection",),
        ("inspection-first", "twin"),
    ]


def test_too_many_packages_to_go_through() -> None:
    """Forty more issues: exact counts by diagram, the same block and openings from the solver."""
    more = "".join(
        f'[issues.extra{n}]\noptions = ["a", "b", "c"]\nby = ["north", "south"]\n'
        for n in range(40)
    )
    found = settle(read_model(FISHERY + more), dt.date(2002, 6, 1))
    assert (found.packages, found.zone) == (6 * 3**40, 0)
    assert dict(found.win_sets) == {"north": 2 * 3**40, "south": 2 * 3**40}
    assert [block.lines for block in found.blocks] == [("inspection-first", "no-inspection")]
    assert [opening.lines for opening in found.openings] == [
        ("no-inspection",),
        ("inspection-first",),
    ]
    assert [opening.opened for opening in found.openings] == [3**40, 3**40]
    assert found.incomplete == ()


def test_a_limit_below_one_is_refused() -> None:
    with pytest.raises(Misuse, match="expected 1 or more"):
        settle(read_model(FISHERY), limit=0)


def test_a_model_without_issues_is_refused() -> None:
    with pytest.raises(Misuse, match="no issues to settle"):
        settle(read_model('[parties.north]\n[graph]\nstates = ["1"]\n'))


def test_a_model_of_very_many_issues_is_refused_at_once() -> None:
    issues = "".join(f"[issues.i{number}]\n" for number in range(20_001))
    with pytest.raises(Misuse, match=r"20,001 issues are too large .* at most 20,000"):
        settle(read_model(f"[parties.north]\n{issues}"))


def test_thousands_of_issues_are_settled() -> None:
    """Two lines over one of 5,000 issues: what a line leaves is half of 2 to the 5,000."""
    issues = "".join(f"[issues.i{number}]\n" for number in range(5_000))
    lines = (
        '[[red_lines]]\nid = "one"\nparty = "north"\nrequires = "i7"\n'
        '[[red_lines]]\nid = "two"\nparty = "south"\nrequires = "not i7 or i8"\n'
    )
    found = settle(read_model(f"[parties.north]\n[parties.south]\n{issues}{lines}"))
    assert found.packages == 2**5000
    assert dict(found.win_sets) == {"north": 2**4999, "south": 3 * 2**4998}
    assert found.zone == 2**4998
