"""What is refused by whom, against every package gone through one by one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reference.settlement import Reference
from tests.settlement import generated
from winset.model import Expression, Model, read_model, write_model
from winset.model.expressions import Compare
from winset.settlement.what_if.changes import read_expression, with_given
from winset.settlement.what_if.probing import Probe, Side, probe

seeds = st.integers(0, 10**6)
quick = settings(max_examples=120, deadline=None)


def made(seed: int) -> tuple[Model, Expression]:
    model = generated.model(seed)
    issue = [each for each in model.issues if each.is_term] or list(model.issues)
    chosen = issue[seed % len(issue)]
    return model, Compare(chosen.id, "=", (chosen.options[seed % len(chosen.options)],))


def asked(seed: int) -> tuple[Probe, Reference]:
    model, wanted = made(seed)
    day = generated.day(seed)
    supposed, _ = with_given(model, wanted)
    return probe(model, wanted, day), Reference(supposed, day)


@quick
@given(seeds)
def test_the_packages_of_each_side_are_those_it_ratifies(seed: int) -> None:
    found, reference = asked(seed)
    assert found.impossible == (not reference.possible)
    for side in found.sides:
        party = next(p for p in reference.model.parties if p.id == side.name)
        ratified = [p for p in reference.possible if reference.ratified(party, p, reference.every)]
        assert side.packages == len(ratified)
        assert side.accepts == bool(ratified)
        assert bool(side.reasons) != side.accepts


@quick
@given(seeds)
def test_a_reason_refuses_all_and_without_any_of_its_lines_something_is_left(seed: int) -> None:
    found, reference = asked(seed)
    known = [line.id for line in reference.lines]
    for side in found.sides:
        party = next(p for p in reference.model.parties if p.id == side.name)
        for reason in side.reasons:
            lines = tuple(known.index(id_) for id_ in reason.lines)
            assert not any(reference.ratified(party, p, lines) for p in reference.possible)
            for line in lines:
                less = tuple(other for other in lines if other != line)
                assert any(reference.ratified(party, p, less) for p in reference.possible)


@quick
@given(seeds)
def test_a_group_accepts_what_its_own_lines_and_worth_allow(seed: int) -> None:
    found, reference = asked(seed)
    for group in found.groups:
        accepted = [
            p for p in reference.possible if reference.accepts(group.name, p, reference.every)
        ]
        assert group.accepts == bool(accepted)


TALKS = read_model(
    """
[parties.north]
ratify = "cabinet"
[parties.north.factions.cabinet]
[parties.north.factions.ports]
[parties.south]
[issues.quota]
options = ["low", "middle", "high"]
ordered = true
[issues.patrol]
[[red_lines]]
id = "enough"
party = "north.cabinet"
requires = "quota >= middle"
[[red_lines]]
id = "ports-want-high"
party = "north.ports"
requires = "quota = high"
[[red_lines]]
id = "patrols"
party = "south"
requires = "patrol if quota >= middle"
[[red_lines]]
id = "no-patrols"
party = "south"
rejects = "patrol"
[[links]]
id = "law"
rule = "not patrol if quota = high"
"""
)


def test_who_refuses_a_middle_quota_and_why() -> None:
    found = probe(TALKS, read_expression(TALKS, "quota = middle"))
    assert [(side.name, side.accepts, side.packages) for side in found.sides] == [
        ("north", True, 2),
        ("south", False, 0),
    ]
    assert [reason.lines for reason in found.sides[1].reasons] == [("patrols", "no-patrols")]
    assert [(group.name, group.accepts) for group in found.groups] == [
        ("north.cabinet", True),
        ("north.ports", False),
    ]


def test_what_the_links_exclude_is_nobodys_refusal() -> None:
    found = probe(TALKS, read_expression(TALKS, "quota = high and patrol"))
    assert found.impossible
    assert found.excluded_by == ("law",)
    assert found.sides == ()


def test_a_worth_of_no_deal_alone_can_refuse() -> None:
    poor = read_model(
        """
[parties.north]
[issues.port]
[points.north]
"port" = 3
[[no_deal]]
party = "north"
points = 2
"""
    )
    found = probe(poor, read_expression(poor, "not port"))
    assert [reason.lines for reason in found.sides[0].reasons] == [()]


def test_with_too_many_packages_to_go_through_the_sides_are_the_same() -> None:
    """Twenty more issues nobody speaks of: the same answers, and counts that many times larger."""
    more = "".join(f"[issues.extra{n}]\n" for n in range(20))
    large = read_model(write_model(TALKS) + more)
    for text in ("quota = middle", "quota = high", "quota = high and patrol", "not patrol"):
        found, expected = (probe(m, read_expression(m, text)) for m in (large, TALKS))
        assert found.impossible == expected.impossible
        assert found.excluded_by == expected.excluded_by
        assert [lines_of(side) for side in found.groups] == [
            lines_of(side) for side in expected.groups
        ]
        for side, small in zip(found.sides, expected.sides, strict=True):
            assert side.packages == (small.packages or 0) * 2**20
            assert lines_of(side) == lines_of(small)
        assert found.found.is_open == expected.found.is_open
        assert [b.lines for b in found.found.blocks] == [b.lines for b in expected.found.blocks]


def lines_of(side: Side) -> tuple[str, bool, list[tuple[str, ...]]]:
    return side.name, side.accepts, [reason.lines for reason in side.reasons]
