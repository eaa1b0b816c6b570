"""Side payments, against every set of members paid."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reference.settlement import Options, Reference
from tests.settlement import generated
from winset.model import read_model
from winset.model.parties import Party
from winset.settlement.bargain.payments import Payment, side_payments
from winset.settlement.setting import setting
from winset.settlement.what_if.verdicts import judge

seeds = st.integers(0, 10**6)
quick = settings(max_examples=120, deadline=None)


def price(reference: Reference, agent: str, package: Options) -> Fraction | None:
    """What an agent lacks of its worth of no deal; None where a line of its own is violated."""
    for line in reference.lines:
        if line.party == agent and reference.true(line.expression, package) == line.rejects:
            return None
    worth, no_deal = reference.worth(agent, package), reference.no_deal(agent)
    if worth is None or no_deal is None:
        return Fraction(0)
    return max(no_deal - worth, Fraction(0))


def cheapest(reference: Reference, party: Party, package: Options, body: str) -> Fraction | None:
    """The least total over all sets of members that accept, paid or unasked."""
    prices = {m: price(reference, f"{party.id}.{m}", package) for m in party.members}
    own = Fraction(0) if body else price(reference, party.id, package)
    free = {m for m, p in prices.items() if p == 0}
    payable = [m for m, p in prices.items() if p]
    totals = []
    for size in range(len(payable) + 1):
        for paid in combinations(payable, size):
            home = {m: m in free or m in paid for m in prices}
            votes = {b.id: reference.votes(b, home) for b in party.bodies}
            if body:
                wins = votes[body]
            elif party.ratify is not None:
                wins = reference.formula(party.ratify, {**home, **votes})
            else:
                wins = all(votes.values()) and all(home[f.id] for f in party.factions)
            if wins:
                totals.append(sum((prices[m] or Fraction(0) for m in paid), Fraction(0)))
    return None if own is None or not totals else own + min(totals)


@quick
@given(seeds)
def test_no_cheaper_payment_wins(seed: int) -> None:
    model, day = generated.model(seed), generated.day(seed)
    reference = Reference(model, day)
    for package in reference.possible[::7]:
        chosen = tuple((issue, package[issue]) for issue in reference.terms)
        for party, found in zip(model.parties, side_payments(model, chosen, day), strict=True):
            assert found.party.total == cheapest(reference, party, package, "")
            assert [body.total for body in found.bodies] == [
                cheapest(reference, party, package, body.id) for body in party.bodies
            ]
            for payment in (found.party, *found.bodies):
                paid = sum((amount for _, amount in payment.paid), Fraction(0))
                assert paid == (payment.total or 0)


@quick
@given(seeds)
def test_a_party_that_accepts_asks_nothing_and_one_that_refuses_asks_something(seed: int) -> None:
    model, day = generated.model(seed), generated.day(seed)
    reference = Reference(model, day)
    stage = setting(model, day)
    for package in reference.possible[::7]:
        chosen = tuple((issue, package[issue]) for issue in reference.terms)
        verdict = judge(stage, chosen)
        assert verdict.broken_links == ()
        for found in side_payments(model, chosen, day):
            party = next(p for p in model.parties if p.id == found.party.name)
            ratified = reference.ratified(party, package, reference.every)
            assert (found.party.total == 0) == ratified
            assert (party.id in verdict.refused_by) == (not ratified)


def test_the_published_example_costs_four() -> None:
    """Weights 30 25 20 15 10, deficits 0 4 7 0 2, quota 67: four, to the member with 25."""
    points = "".join(
        f'[points."a.{m}"]\nx = {10 - d}\n[[no_deal]]\nparty = "a.{m}"\npoints = 10\n'
        for m, d in zip("pqrst", (0, 4, 7, 0, 2), strict=True)
    )
    model = read_model(
        "[parties.a.bodies.house]\nseats = { p = 30, q = 25, r = 20, s = 15, t = 10 }\nneeds = 67\n"
        f"[issues.x]\n{points}"
    )
    (found,) = side_payments(model, (("x", "yes"),))
    paid = Payment("a.house", Fraction(4), (("a.q", Fraction(4)),))
    assert found.bodies == (paid,)
    assert found.party == Payment("a", Fraction(4), paid.paid)


def priced(names: list[str], price: str = "2") -> str:
    """Members who lack 1 each of their worth of no deal."""
    return "".join(
        f'[points."a.{m}"]\nx = 1\n[[no_deal]]\nparty = "a.{m}"\npoints = {price}\n' for m in names
    )


def test_forty_members_of_two_chambers_are_paid_as_few_as_will_do() -> None:
    """Each chamber of twenty needs eleven, the smaller price in the second is one half."""
    lower, upper = [f"l{n}" for n in range(20)], [f"u{n}" for n in range(20)]
    bodies = "".join(
        f"[parties.a.bodies.{name}]\nseats = {{ {', '.join(f'{m} = 1' for m in members)} }}\n"
        for name, members in (("lower", lower), ("upper", upper))
    )
    text = f"{bodies}[issues.x]\n{priced(lower)}{priced(upper, '1.5')}"
    (both,) = side_payments(read_model(f"[parties.a]\n{text}"), (("x", "yes"),))
    assert both.party.total == 11 + Fraction(11, 2)
    assert len(both.party.paid) == 22
    either = read_model(f'[parties.a]\nratify = "lower or upper"\n{text}')
    (found,) = side_payments(either, (("x", "yes"),))
    assert found.party.total == Fraction(11, 2)


def test_who_sits_in_two_chambers_is_paid_once() -> None:
    """Two sit in both: with them one more in each is a majority of five."""
    seats = {"lower": ["both1", "both2", "l1", "l2", "l3"], "upper": ["both1", "both2", "u1", "u2"]}
    bodies = "".join(
        f"[parties.a.bodies.{name}]\nseats = {{ {', '.join(f'{m} = 1' for m in members)} }}\n"
        for name, members in seats.items()
    )
    names = sorted({member for members in seats.values() for member in members})
    (found,) = side_payments(
        read_model(f"[parties.a]\n{bodies}[issues.x]\n{priced(names)}"), (("x", "yes"),)
    )
    assert found.party.total == 4
    assert {"a.both1", "a.both2"} <= dict(found.party.paid).keys()


def test_too_much_tied_together_is_said_and_the_bodies_are_still_worked_out() -> None:
    names = [f"m{n}" for n in range(13)]
    seats = ", ".join(f"{name} = 1" for name in names)
    bodies = "".join(f"[parties.a.bodies.{b}]\nseats = {{ {seats} }}\n" for b in ("one", "two"))
    model = read_model(f"[parties.a]\n{bodies}[issues.x]\n{priced(names)}")
    (found,) = side_payments(model, (("x", "yes"),))
    assert found.party.total is None
    assert "13 members and bodies count in more than one place" in found.party.reason
    assert [body.total for body in found.bodies] == [7, 7]
