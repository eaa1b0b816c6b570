"""What it would take at home: the least side payments that win a package its ratification."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from winset.model import Expression, Model
from winset.model.expressions import And, Count, Name, Or, fold
from winset.model.parties import Body, Party
from winset.settlement.results import Package
from winset.settlement.setting import Agent, Setting, setting, settings_day
from winset.settlement.votes import Ratifying, ratifying
from winset.settlement.what_if.verdicts import judge
from winset.settlement.win_sets.packages import single

_MOST_TIES = 12
Paid = tuple[tuple[str, Fraction], ...]
_Bid = tuple[Fraction, int, tuple[str, ...]]
"""What seats cost in all, how many members are paid for them, and which."""
_NOTHING: _Bid = (Fraction(0), 0, ())


@dataclass(frozen=True, slots=True)
class Payment:
    """The least total of points that wins one vote, and who would be paid how much.

    `name` is a party, or a body as `party.body`. `total` is None where no payment wins it, or,
    where `reason` says so, where it was not worked out.
    """

    name: str
    total: Fraction | None
    paid: Paid = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Payments:
    """For one party: what ratification would take in all, and in each body by itself."""

    party: Payment
    bodies: tuple[Payment, ...] = ()


def side_payments(
    model: Model, package: Package, day: dt.date | None = None
) -> tuple[Payments, ...]:
    """For every party, the least payment for which it would ratify a package.

    A payment makes up what a member's worth of the package lacks of its worth of no deal; a
    violated red line cannot be paid for.
    """
    stage = setting(model, settings_day(model, day))
    prices = {agent.name: price for agent, price in _prices(stage, package)}
    return tuple(
        Payments(
            _of_party(party, prices),
            tuple(_of_body(party, body, prices) for body in party.bodies),
        )
        for party in stage.parties
    )


def _prices(stage: Setting, package: Package) -> Iterator[tuple[Agent, Fraction | None]]:
    """What each agent lacks; None where one of its lines is violated."""
    refusing = {each.name for each in judge(stage, package).objections if each.lines}
    grid = single(stage, package)
    for agent in stage.agents:
        if agent.name in refusing:
            yield agent, None
        elif agent.worth is None or agent.worth.no_deal is None:
            yield agent, Fraction(0)
        else:
            lacks = agent.worth.no_deal - int(grid.worth(agent.worth).reshape(-1)[0])
            yield agent, agent.worth.points(max(lacks, 0))


def _of_party(party: Party, prices: Mapping[str, Fraction | None]) -> Payment:
    """The cheapest set of members with whom the party ratifies.

    Given who is paid of those that tie the parts of the formula together, the cheapest way to
    each part is found by itself.
    """
    members = {member: prices[f"{party.id}.{member}"] for member in party.members}
    own = prices[party.id]
    form = ratifying(party, [member for member, price in members.items() if price])
    if own is None:
        return Payment(party.id, None)
    if form is not None and form.ties > _MOST_TIES:
        reason = f"not worked out: {form.ties} members and bodies count in more than one place"
        return Payment(party.id, None, reason=reason)
    bid = _NOTHING if form is None else min(_bids(form, members), default=None)
    if bid is None:
        return Payment(party.id, None)
    named = {name: members[name] or Fraction(0) for name in party.members if name in bid[2]}
    return Payment(
        party.id,
        own + bid[0],
        (
            *(((party.id, own),) if own else ()),
            *((f"{party.id}.{member}", price) for member, price in named.items()),
        ),
    )


def _bids(form: Ratifying, members: Mapping[str, Fraction | None]) -> Iterator[_Bid]:
    """The cheapest way to ratification for each choice of who is paid among those that tie."""
    for paid in _choices(form.shared):
        start = _added([(members[m] or Fraction(0), 1, (m,)) for m in paid])
        kept: dict[str, Fraction | None] = dict.fromkeys(form.shared)
        asked = {**members, **kept, **dict.fromkeys(paid, Fraction(0))}
        names = {name: _of_name(form, name, asked) for name in form.names}
        for bought in _choices(form.repeated):
            wanted = [names[name] for name in bought]
            lost: dict[str, _Bid | None] = dict.fromkeys(form.repeated)
            given = {**names, **lost, **dict.fromkeys(bought, _NOTHING)}
            parts = [start, *wanted, _cheapest(form.formula, given)]
            if None not in parts:
                yield _added([part for part in parts if part is not None])


def _choices(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (some for size in range(len(names) + 1) for some in combinations(names, size))


def _of_name(form: Ratifying, name: str, asked: Mapping[str, Fraction | None]) -> _Bid | None:
    """The cheapest way to one name of the formula: a member, or a vote."""
    if name in form.bodies:
        return _vote(form.bodies[name], asked)
    price = asked[name]
    return None if price is None else _bid(name, price)


def _cheapest(formula: Expression, names: Mapping[str, _Bid | None]) -> _Bid | None:
    """The cheapest way to a formula whose parts are apart; it knows no `not`."""

    def combined(node: Expression, parts: tuple[_Bid | None, ...]) -> _Bid | None:
        possible = sorted(part for part in parts if part is not None)
        match node:
            case Name(name):
                return names[name]
            case And():
                return _added(possible) if len(possible) == len(parts) else None
            case Or():
                return possible[0] if possible else None
            case Count("at least", number):
                return _added(possible[:number]) if len(possible) >= number else None
        raise AssertionError("a ratification formula has and, or, and at least")

    return fold(formula, combined)


def _bid(member: str, price: Fraction) -> _Bid:
    return (price, 1, (member,)) if price else _NOTHING


def _added(bids: Sequence[_Bid]) -> _Bid:
    """What several bids come to, nobody being paid in two of them."""
    return (
        sum((total for total, _, _ in bids), Fraction(0)),
        sum(number for _, number, _ in bids),
        tuple(member for _, _, paid in bids for member in paid),
    )


def _of_body(party: Party, body: Body, prices: Mapping[str, Fraction | None]) -> Payment:
    name = f"{party.id}.{body.id}"
    asked = {member: prices[f"{party.id}.{member}"] for member, _ in body.seats}
    bid = _vote(body, asked)
    if bid is None:
        return Payment(name, None)
    total, _, paid = bid
    return Payment(name, total, tuple((f"{party.id}.{m}", asked[m] or Fraction(0)) for m in paid))


def _vote(body: Body, asked: Mapping[str, Fraction | None]) -> _Bid | None:
    """The cheapest seats to the quota, the members with a veto first of all; None without any."""
    if any(asked[member] is None for member in body.veto):
        return None
    cheapest: dict[int, _Bid] = {0: _NOTHING}
    for member, seats in body.seats:
        price = asked[member]
        if price is not None:
            kept = {} if member in body.veto else dict(cheapest)
            cheapest = _bought(kept, cheapest, (member, seats, price), body.quota)
    return cheapest.get(body.quota)


def _bought(
    kept: dict[int, _Bid],
    before: Mapping[int, _Bid],
    bidder: tuple[str, int, Fraction],
    quota: int,
) -> dict[int, _Bid]:
    """The cheapest way to every number of seats, with one more member or, as `kept`, without."""
    member, seats, price = bidder
    for held, (total, number, paid) in before.items():
        more = (total + price, number + 1, (*paid, member)) if price else (total, number, paid)
        reached = min(held + seats, quota)
        kept[reached] = min(more, kept.get(reached, more))
    return kept
