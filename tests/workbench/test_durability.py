"""Packages in the graph model of their file: a made-up fishery worked out by hand.

A quota is agreed by both; each side alone can send out poachers. Poaching pays while the quota is
low and the other does not answer; what deters it is the other's patrol, or nothing.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from winset.model import Model, read_model
from winset.settlement import settle
from winset.workbench.durability import Durability, find_durability, packages_of

TALKS = """
[parties.north]
[parties.south]
[issues.quota]
options = ["none", "agreed"]
by = ["north", "south"]
[issues.poach]
by = "north"
[issues.patrol]
by = "south"
[states]
status_quo = "quota = none and not poach and not patrol"
[preferences.north]
order = ["not patrol", "poach", "quota = agreed"]
[preferences.south]
order = [{south}]
[points.north]
"quota = agreed" = 4
[points.south]
"quota = agreed" = 3
"""


def talks(south: str) -> Model:
    return read_model(TALKS.replace("{south}", south))


def checked(model: Model) -> Durability:
    (one,) = find_durability(model, packages_of(settle(model))).checked
    return one


def test_a_package_nobody_gains_by_leaving_lasts() -> None:
    model = talks('"not patrol", "quota = agreed"')
    honest = replace(model.preferences[0], order=model.preferences[0].order[::2])
    found = checked(replace(model, preferences=(honest, model.preferences[1])))
    assert found.verdict == "nobody gains"
    assert found.state == "quota=agreed poach=no patrol=no"
    assert [one.improvements for one in found.parties] == [0, 0]


def test_a_credible_answer_deters_poaching() -> None:
    """South likes to patrol when there are poachers, and North dreads a patrol most."""
    found = checked(talks('"patrol iff poach", "quota = agreed"'))
    assert found.verdict == "deterred"
    north = found.parties[0]
    assert (north.party, north.improvements) == ("north", 1)
    assert "seq" in north.stable
    assert "nash" not in north.stable
    assert "poach" in north.reasons[1]
    assert "patrol" in north.reasons[1]


def test_an_answer_at_ones_own_cost_deters_only_who_believes_it() -> None:
    found = checked(talks('"not patrol", "not poach", "quota = agreed"'))
    assert found.verdict == "deterred at a cost"
    assert "gmr" in found.stable
    assert "seq" not in found.stable


def test_without_an_answer_the_package_does_not_last() -> None:
    model = talks('"not poach", "quota = agreed"')
    mute = tuple(replace(i, moves=()) if i.id == "patrol" else i for i in model.issues)
    found = checked(replace(model, issues=mute))
    assert found.verdict == "not durable"
    assert found.parties[0].stable == ()
    assert "nothing" in " ".join(found.parties[0].reasons).lower()


TERMS = """
[parties.a]
[parties.b]
[issues.x]
by = ['a', 'b']
[issues.y]
by = ['a', 'b']
[points.a]
x = 3
y = -1
[points.b]
x = -1
y = 3
[[no_deal]]
party = "a"
points = {floor}
"""


def at(model: Model, **options: str) -> Durability:
    (one,) = find_durability(model, (tuple(options.items()),)).checked
    return one


def test_those_who_sign_would_together_change_what_neither_can_change_alone() -> None:
    """Neither concession is worth making alone; both together give each 2 instead of 0."""
    found = at(read_model(TERMS.format(floor=0)), x="no", y="no")
    (better,) = found.rewrites
    assert better.parties == ("a", "b")
    assert better.changed == (("x", "yes"), ("y", "yes"))
    assert [each.worths for each in better.grounds] == [(Fraction(2), Fraction(0))] * 2
    assert better.verdict.stands
    assert found.verdict == "not durable"


def test_on_the_frontier_of_all_packages_nothing_is_better_for_all() -> None:
    model = read_model(TERMS.format(floor=0))
    for package in packages_of(settle(model)):
        assert at(model, **dict(package)).rewrites == ()
        assert at(model, **dict(package)).verdict == "nobody gains"


def test_a_rewrite_at_home_refused_is_told_with_who_refuses_it() -> None:
    line = '[[red_lines]]\nid = "never"\nparty = "b"\nrejects = "x"\n'
    found = at(read_model(TERMS.format(floor=0) + line), x="no", y="no")
    (better,) = found.rewrites
    assert better.verdict.refused_by == ("b",)


def test_who_gains_less_than_nothing_would_rather_have_no_deal() -> None:
    model = read_model(TERMS.format(floor=2.5))
    assert [(g.name, g.over_no_deal) for g in at(model, x="yes", y="yes").no_deal] == [
        ("a", Fraction(-1, 2))
    ]


def test_what_was_not_looked_at_is_said() -> None:
    model = read_model(TERMS.format(floor=0))
    told = " / ".join(find_durability(model, packages_of(settle(model))).examined)
    assert "gives nobody an act of its own" in told
    assert "no worth of no deal is stated for b" in told
    told = " / ".join(find_durability(talks('"not poach"'), ()).examined)
    assert "acting alone" in told


def test_a_package_the_graph_model_rules_out_is_said_to_be_impossible() -> None:
    model = read_model(
        TALKS.replace("{south}", '"quota = agreed"').replace(
            "[states]", '[states]\nimpossible = ["quota = agreed and not poach"]'
        )
    )
    assert checked(model).verdict == "impossible"


def test_a_model_too_large_to_lay_out_is_not_checked_and_says_why() -> None:
    issues = "".join(f"[issues.i{n}]\nby = ['a', 'b']\n" for n in range(25))
    text = f"[parties.a]\n[parties.b]\n{issues}[issues.act]\nby = 'a'\n"
    found = find_durability(read_model(text), ())
    assert "at most" in found.not_checked
