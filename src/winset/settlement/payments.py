"""What it would take at home: the least side payments that win a package its ratification."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from winset.model import Model
from winset.model.parties import Body, Party
from winset.settlement.packages import single
from winset.settlement.ratification import party_accepts
from winset.settlement.results import Package
from winset.settlement.setting import Agent, Setting, setting, settings_day
from winset.settlement.verdicts import judge

_MOST_MEMBERS = 16
Paid = tuple[tuple[str, Fraction], ...]
_Bid = tuple[Fraction, int, tuple[str, ...]]
"""What seats cost in all, how many members are paid for them, and which."""


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
    """The cheapest set of members with whom the party ratifies, by going through all sets."""
    members = {member: prices[f"{party.id}.{member}"] for member in party.members}
    priced = {member: price for member, price in members.items() if price}
    own = prices[party.id]
    if own is None:
        return Payment(party.id, None)
    if len(priced) > _MOST_MEMBERS:
        reason = f"not worked out: {len(priced)} members would have to be paid, in too many ways"
        return Payment(party.id, None, reason=reason)
    bought = _sets(party, members, list(priced))
    costs = {
        code: sum((p for bit, p in enumerate(priced.values()) if code >> bit & 1), Fraction(0))
        for code in bought
    }
    if not costs:
        return Payment(party.id, None)
    code = min(costs, key=lambda each: (costs[each], each.bit_count(), each))
    paid = [(m, p) for bit, (m, p) in enumerate(priced.items()) if code >> bit & 1]
    return Payment(
        party.id,
        own + costs[code],
        (*(((party.id, own),) if own else ()), *((f"{party.id}.{m}", p) for m, p in paid)),
    )


def _sets(party: Party, members: Mapping[str, Fraction | None], priced: Sequence[str]) -> list[int]:
    """Which sets of the priced members, as bits, are enough with all who ask nothing."""
    codes = np.arange(1 << len(priced))
    accepted = {party.id: np.ones(len(codes), dtype=bool)}
    for member, price in members.items():
        accepted[f"{party.id}.{member}"] = np.full(len(codes), price == 0)
    for bit, member in enumerate(priced):
        accepted[f"{party.id}.{member}"] = (codes >> bit & 1).astype(bool)
    return [int(code) for code in np.flatnonzero(party_accepts(party, accepted))]


def _of_body(party: Party, body: Body, prices: Mapping[str, Fraction | None]) -> Payment:
    """The cheapest seats to the quota, the members with a veto first of all."""
    name = f"{party.id}.{body.id}"
    asked = {member: prices[f"{party.id}.{member}"] for member, _ in body.seats}
    if any(asked[member] is None for member in body.veto):
        return Payment(name, None)
    cheapest: dict[int, _Bid] = {0: (Fraction(0), 0, ())}
    for member, seats in body.seats:
        price = asked[member]
        if price is not None:
            kept = {} if member in body.veto else dict(cheapest)
            cheapest = _bought(kept, cheapest, (member, seats, price), body.quota)
    if body.quota not in cheapest:
        return Payment(name, None)
    total, _, paid = cheapest[body.quota]
    return Payment(name, total, tuple((f"{party.id}.{m}", asked[m] or Fraction(0)) for m in paid))


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
