"""The chance of ratification, against every way the members may vote."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import product
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reference.settlement import Options, Reference
from tests.settlement import generated
from winset.model import Model, read_model
from winset.model.parties import Body, Party
from winset.settlement.what_if.chances import has_chances, ratification

seeds = st.integers(0, 10**6)
quick = settings(max_examples=80, deadline=None)


def with_chances(model: Model, seed: int) -> Model:
    """The model with a probability, one for all bodies, for about half of the members."""
    random = Random(seed)

    def changed(party: Party) -> Party:
        stated = {
            m: random.choice([0, 0.1, 0.5, 0.9, 1]) for m in party.members if random.random() < 0.5
        }
        return replace(party, bodies=tuple(_stated(body, stated) for body in party.bodies))

    return replace(model, parties=tuple(changed(party) for party in model.parties))


def _stated(body: Body, stated: dict[str, float]) -> Body:
    seated = [member for member, _ in body.seats]
    return replace(body, accepts=tuple((m, stated[m]) for m in seated if m in stated))


def chance(reference: Reference, party: Party, package: Options, body: str = "") -> Fraction:
    """The sum over all votes of the members."""
    stated = {m: Fraction(str(c)) for b in party.bodies for m, c in b.accepts}
    likely = {
        m: stated.get(m, Fraction(1))
        if reference.accepts(f"{party.id}.{m}", package, reference.every)
        else Fraction(0)
        for m in party.members
    }
    if not body and not reference.accepts(party.id, package, reference.every):
        return Fraction(0)
    total = Fraction(0)
    for votes in product((True, False), repeat=len(likely)):
        home = dict(zip(likely, votes, strict=True))
        weight = Fraction(1)
        for member, yes in home.items():
            weight *= likely[member] if yes else 1 - likely[member]
        if weight and wins(reference, party, home, body):
            total += weight
    return total


def wins(reference: Reference, party: Party, home: dict[str, bool], body: str) -> bool:
    voted = {b.id: reference.votes(b, home) for b in party.bodies}
    if body:
        return voted[body]
    if party.ratify is not None:
        return reference.formula(party.ratify, {**home, **voted})
    return all(voted.values()) and all(home[f.id] for f in party.factions)


@quick
@given(seeds)
def test_the_chance_is_the_sum_over_all_votes(seed: int) -> None:
    model, day = with_chances(generated.model(seed), seed), generated.day(seed)
    reference = Reference(model, day)
    for package in reference.possible[::11]:
        chosen = tuple((issue, package[issue]) for issue in reference.terms)
        found = ratification(model, chosen, day)
        expected = [chance(reference, party, package) for party in model.parties]
        assert [each.value for each in found.parties] == expected
        assert [each.value for each in found.bodies] == [
            chance(reference, party, package, body.id)
            for party in model.parties
            for body in party.bodies
        ]
        together = Fraction(1)
        for each in expected:
            together *= each
        assert found.all == together


@quick
@given(seeds)
def test_without_probabilities_the_chance_is_certainty_either_way(seed: int) -> None:
    model, day = generated.model(seed), generated.day(seed)
    reference = Reference(model, day)
    assert not has_chances(model)
    for package in reference.possible[::11]:
        chosen = tuple((issue, package[issue]) for issue in reference.terms)
        accepted = reference.all_ratify(package, reference.every)
        assert ratification(model, chosen, day).all == int(accepted)


HOUSE = """
[parties.a.bodies.house]
seats = { p = 30, q = 25, r = 20, s = 15, t = 10 }
needs = 51
accepts = { p = 0.9, q = 0.5, r = 0.3, s = 0.5, t = 0.2 }
[issues.x]
"""


def test_the_published_example_is_1143_in_2000() -> None:
    model = read_model(HOUSE)
    assert has_chances(model)
    assert ratification(model, (("x", "yes"),)).all == Fraction(1143, 2000)


def test_who_refuses_for_sure_has_no_chance_left() -> None:
    """Without p, 51 seats take q, r and one of s and t: .5 × .3 × (1 − .5 × .8)."""
    line = '[[red_lines]]\nparty = "a.p"\nrejects = "x"\n'
    assert ratification(read_model(HOUSE + line), (("x", "yes"),)).all == Fraction(9, 100)


def test_forty_uncertain_members_of_two_chambers() -> None:
    """Each chamber of nineteen needs ten of members at one half: an even chance, or one quarter."""
    chambers = {"lower": "l", "upper": "u"}
    bodies = "".join(
        f"[parties.a.bodies.{name}]\n"
        f"seats = {{ {', '.join(f'{letter}{n} = 1' for n in range(19))} }}\n"
        f"accepts = {{ {', '.join(f'{letter}{n} = 0.5' for n in range(19))} }}\n"
        for name, letter in chambers.items()
    )
    for ratify, expected in (("", Fraction(1, 4)), ('ratify = "lower or upper"', Fraction(3, 4))):
        model = read_model(f"[parties.a]\n{ratify}\n{bodies}[issues.x]\n")
        assert ratification(model, (("x", "yes"),)).all == expected


def test_what_is_tied_too_closely_is_not_worked_out_and_says_why() -> None:
    names = [f"m{n}" for n in range(15)]
    body = (
        f"seats = {{ {', '.join(f'{m} = 1' for m in names)} }}\n"
        f"accepts = {{ {', '.join(f'{m} = 0.5' for m in names)} }}\n"
    )
    bodies = f"[parties.a.bodies.one]\n{body}[parties.a.bodies.two]\n{body}"
    found = ratification(read_model(f"[parties.a]\n{bodies}[issues.x]\n"), (("x", "yes"),))
    assert found.all is None
    assert "15 members and bodies" in found.parties[0].reason
    assert [chance.value for chance in found.bodies] == [Fraction(1, 2)] * 2
