"""Better packages and worths of no deal, against every package gone through one by one."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from benchmarks.talks import additive
from tests.reference.settlement import Options, Reference, Vector
from tests.settlement import generated
from winset.errors import Misuse
from winset.model import Model, read_model
from winset.settlement.results import Package
from winset.settlement.what_if import improving
from winset.settlement.what_if.improving import improve
from winset.settlement.what_if.no_deal import (
    Stated,
    gains,
    gains_over_time,
    read_package,
    stated_worths,
)
from winset.settlement.win_sets.catalogue import catalogue

seeds = st.integers(0, 10**6)
quick = settings(max_examples=120, deadline=None)
NO_LIMIT = 10_000


def at_hand(model: Model, reference: Reference, seed: int) -> Package:
    assume(reference.possible)
    assume(reference.players())
    chosen = Random(seed).choice(reference.possible)
    return tuple((issue, chosen[issue]) for issue in reference.terms)


def better(reference: Reference, hand: Options) -> list[Options]:
    floor = reference.vector(hand)
    return [
        p
        for p in reference.possible
        if reference.vector(p) != floor
        and all(x >= y for x, y in zip(reference.vector(p), floor, strict=True))
    ]


@quick
@given(seeds)
def test_every_better_package_is_found_and_no_other(seed: int) -> None:
    model, day = generated.model(seed), generated.day(seed)
    reference = Reference(model, day)
    package = at_hand(model, reference, seed)
    hand = next(p for p in reference.possible if dict(package).items() <= p.items())
    expected = better(reference, hand)
    accepted = [p for p in expected if reference.all_ratify(p, reference.every)]
    found = improve(model, package, day, NO_LIMIT)
    assert (found.accepted, found.refused) == (len(accepted), len(expected) - len(accepted))
    points = {reference.vector(p) for p in accepted or expected}
    assert {vector(step.outcome.points) for step in found.steps} == points
    assert len(found.steps) == len(points)
    for step in found.steps:
        assert all(more >= 0 for _, more in step.more)
        assert any(more > 0 for _, more in step.more)
        assert step.best == (
            not any(dominates(other, vector(step.outcome.points)) for other in points)
        )
        assert bool(step.refused_by) == (not accepted)
        assert dict(step.changed).items() <= dict(step.outcome.package).items()
        assert not dict(step.changed).items() & dict(package).items()


def vector(points: tuple[tuple[str, Fraction], ...]) -> Vector:
    return tuple(worth for _, worth in points)


def dominates(better: Vector, worse: Vector) -> bool:
    return better != worse and all(x >= y for x, y in zip(better, worse, strict=True))


@quick
@given(seeds)
def test_a_catalogue_holds_what_the_links_allow_with_who_accepts_it(seed: int) -> None:
    model, day = generated.model(seed), generated.day(seed)
    reference, known = Reference(model, day), catalogue(model, day)
    packages = [{i: p[i] for i in reference.terms} for p in reference.possible]
    assert [dict(known.package(row)) for row in range(len(known.numbers))] == packages
    for row, package in enumerate(reference.possible):
        refusing = [
            party.id
            for party in model.parties
            if not reference.ratified(party, package, reference.every)
        ]
        assert list(known.refusing(row)) == refusing
        assert bool(known.zone[row]) == (not refusing)
        assert vector(known.outcome(row).points) == reference.vector(package)
        assert known.row_of(known.package(row)) == row


@quick
@given(seeds)
def test_gains_are_worth_over_no_deal(seed: int) -> None:
    model, day = generated.model(seed), generated.day(seed)
    reference = Reference(model, day)
    for package in reference.possible[:5]:
        chosen = tuple((issue, package[issue]) for issue in reference.terms)
        for gain in gains(model, chosen, day):
            assert gain.worth == reference.worth(gain.name, package)
            assert gain.no_deal == reference.no_deal(gain.name)


TALKS = read_model(
    """
date = 2001-01-01
[parties.north]
[parties.south]
[issues.quota]
options = ["low", "middle", "high"]
ordered = true
by = ["north", "south"]
[issues.port]
by = ["north", "south"]
[issues.patrol]
by = "south"
[states]
status_quo = "quota = low and not port and not patrol"
[[red_lines]]
id = "no-port-with-high"
party = "south"
rejects = "port and quota = high"
[[links]]
id = "law"
rule = "not port if quota = low"
[points.north]
"quota = middle" = 5
"quota = high" = 8
[points.south]
"port" = 3
"quota = high" = 1
[[no_deal]]
party = "north"
points = 2
because = ["s1"]
[[no_deal]]
party = "north"
points = 6.5
from = 2002-01-01
until = 2003-01-01
"""
)


def test_the_package_at_hand_is_read_part_by_part() -> None:
    expected = (("quota", "middle"), ("port", "no"))
    for text in (
        "quota = middle; not port",
        "port = no;quota=middle;",
        "not port and quota=middle",
    ):
        assert read_package(TALKS, text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("quota = middle", "says nothing of port; expected an option for each, as 'port = no'"),
        ("", "says nothing of quota, port"),
        ("quota = middle; quota = low; port", "quota is given twice, as middle and as low"),
        ("quota >= middle; port", "does not fix an issue"),
        ("quota = midle; port", "did you mean 'middle'"),
        ("quota = low; port; patrol", "patrol is no part of a package"),
    ],
)
def test_a_package_that_cannot_be_read_says_why(text: str, message: str) -> None:
    with pytest.raises(Misuse, match=message):
        read_package(TALKS, text)


def test_a_step_says_what_it_changes_and_what_each_side_gains() -> None:
    found = improve(TALKS, read_package(TALKS, "quota = middle; not port"))
    assert (found.accepted, found.refused) == (2, 1)
    first, second = found.steps
    assert (first.changed, second.changed) == ((("port", "yes"),), (("quota", "high"),))
    assert [more for _, more in first.more] == [0, 3]
    assert [more for _, more in second.more] == [3, 1]
    assert first.best
    assert second.best


def test_without_an_acceptable_step_those_refused_are_shown_with_who_refuses() -> None:
    found = improve(TALKS, read_package(TALKS, "quota = high; not port"))
    assert (found.accepted, found.refused) == (0, 1)
    assert [step.refused_by for step in found.steps] == [("south",)]


def test_a_package_no_settlement_can_be_is_refused_with_the_link() -> None:
    with pytest.raises(Misuse, match="it breaks the link law"):
        improve(TALKS, read_package(TALKS, "quota = low; port"))


def test_without_points_nothing_is_better() -> None:
    bare = read_model("[parties.a]\n[issues.port]\n")
    with pytest.raises(Misuse, match="no party has points"):
        improve(bare, read_package(bare, "port"))


def test_the_worth_of_no_deal_drifts_from_day_to_day() -> None:
    two, three = dt.date(2002, 1, 1), dt.date(2003, 1, 1)
    assert stated_worths(TALKS) == (
        Stated("north", None, Fraction(2), ("s1",)),
        Stated("north", two, Fraction(13, 2)),
        Stated("north", three, Fraction(2), ("s1",)),
    )
    told = gains_over_time(TALKS, read_package(TALKS, "quota = middle; port"))
    assert [(day, [gain.over_no_deal for gain in each]) for day, each in told] == [
        (None, [3, 3]),
        (two, [Fraction(-3, 2), 3]),
        (three, [3, 3]),
    ]


def test_a_limit_says_what_it_cut() -> None:
    found = improve(TALKS, read_package(TALKS, "quota = middle; not port"), limit=1)
    assert len(found.steps) == 1
    assert found.incomplete == ("better packages: 1 of 2 are listed",)


@quick
@given(seeds)
def test_a_solver_finds_the_best_of_the_better_packages(seed: int) -> None:
    """As where there are too many packages to go through: the same points, whoever refuses."""
    model, day = generated.model(seed), generated.day(seed)
    reference = Reference(model, day)
    package = at_hand(model, reference, seed)
    slow = improve(model, package, day, limit=NO_LIMIT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(improving, "MOST_PACKAGES", 0)
        fast = improve(model, package, day, limit=NO_LIMIT)
    assert {step.outcome.points for step in fast.steps} == {
        step.outcome.points for step in slow.steps if step.best
    }
    assert (fast.hand, fast.gains, fast.refused_by) == (slow.hand, slow.gains, slow.refused_by)
    assert all(step.best for step in fast.steps)
    assert (fast.accepted is None) == bool(slow.accepted)
    assert (fast.refused is None) == bool(slow.accepted or slow.refused)
    for step in fast.steps:
        assert all(more >= 0 for _, more in step.more)
        assert bool(step.refused_by) == (not slow.accepted)


def test_among_six_to_the_fortieth_packages_what_is_better_is_found() -> None:
    """Two parties, additive points: at the best for one, nothing is better without harm to it."""
    model = additive(40, 6, 2, seed=3, most=20)
    tables = [{(i, o): worth for i, o, worth in points.worths} for points in model.points]
    first = tuple(
        (issue.id, max(issue.options, key=lambda o: [table[issue.id, o] for table in tables]))
        for issue in model.issues
    )
    assert improve(model, first).steps == ()
    worse = (("i0", "o0" if first[0][1] != "o0" else "o1"), *first[1:])
    found = improve(model, worse)
    assert found.accepted is None
    assert found.steps
    assert all(more >= 0 for step in found.steps for _, more in step.more)
