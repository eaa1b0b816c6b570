"""Who accepts what: agents by their lines and worth of no deal, parties by their ratification."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

import numpy as np

from winset.errors import Misuse
from winset.model import evaluate_names
from winset.model.parties import Body, Party
from winset.settlement.setting import Agent, Setting
from winset.settlement.win_sets.packages import Grid, Truth

Exact = int | str | Fraction
"""A number taken exactly: write a decimal as text, "0.3"."""


def possible(setting: Setting, grid: Grid) -> Truth:
    """Which packages satisfy every link in force, in the grid's full shape."""
    found = np.ones(grid.shape, dtype=bool)
    for link in setting.links:
        found &= grid.holds(link.rule)
    return found


def agents_accept(
    setting: Setting, grid: Grid, kept: Collection[int] | None = None
) -> dict[str, Truth]:
    """For each agent, where it accepts when only the lines at the `kept` places stand (all)."""
    demands = setting.demands
    accepted = {}
    for agent in setting.agents:
        found = ~below_no_deal(agent, grid)
        for place in agent.lines:
            if kept is None or place in kept:
                found = found & grid.holds(demands[place])
        accepted[agent.name] = np.broadcast_to(found, grid.shape)
    return accepted


def below_no_deal(agent: Agent, grid: Grid) -> Truth:
    """Where a package is worth less to the agent than no deal."""
    if agent.worth is None or agent.worth.no_deal is None:
        return np.zeros((1,) * len(grid.shape), dtype=bool)
    return grid.worth(agent.worth) < agent.worth.no_deal


def party_accepts(party: Party, accepted: Mapping[str, Truth]) -> Truth:
    """Where the party at the table accepts and its ratification formula is true at home.

    `accepted` holds arrays of one shape by agent, as `agents_accept` gives them.
    """
    home = {member: accepted[f"{party.id}.{member}"] for member in party.members}
    votes = {body.id: body_accepts(body, home) for body in party.bodies}
    own = accepted[party.id]
    if party.ratify is not None:
        return own & evaluate_names(party.ratify, {**home, **votes})
    for faction in party.factions:
        own = own & home[faction.id]
    for vote in votes.values():
        own = own & vote
    return own


def body_accepts(body: Body, accepted: Mapping[str, Truth]) -> Truth:
    """Where members holding the quota accept, and every member with a veto."""
    seats = sum(
        (np.where(accepted[member], count, 0) for member, count in body.seats), np.asarray(0)
    )
    found = np.asarray(seats >= body.quota)
    for member in body.veto:
        found = found & accepted[member]
    return found


def all_accept(setting: Setting, accepted: Mapping[str, Truth]) -> Truth:
    """Where every party accepts."""
    shape = np.shape(next(iter(accepted.values()))) if accepted else ()
    found = np.ones(shape, dtype=bool)
    for party in setting.parties:
        found &= party_accepts(party, accepted)
    return found


def ratification_probability(
    weights: Sequence[int], probabilities: Sequence[Exact], quota: int
) -> Fraction:
    """The chance that members holding `quota` accept, if each decides independently of the others.

    The weighted Poisson-binomial distribution by convolution, member by member.

    >>> ratification_probability([30, 25, 20, 15, 10], ["0.9", "0.5", "0.3", "0.5", "0.2"], 51)
    Fraction(1143, 2000)
    """
    if len(weights) != len(probabilities):
        raise Misuse(
            f"{len(weights)} weights and {len(probabilities)} probabilities; expected one each"
        )
    chance = {0: Fraction(1)}
    for weight, given in zip(weights, probabilities, strict=True):
        accepts = _probability(given)
        after: dict[int, Fraction] = {}
        for seats, so_far in chance.items():
            after[seats] = after.get(seats, Fraction(0)) + so_far * (1 - accepts)
            after[seats + weight] = after.get(seats + weight, Fraction(0)) + so_far * accepts
        chance = after
    return sum((part for seats, part in chance.items() if seats >= quota), Fraction(0))


def least_side_payment(
    weights: Sequence[int], deficits: Sequence[Exact], quota: int
) -> Fraction | None:
    """The least total that makes up the deficits of members holding `quota`; None if none can.

    A member without deficit accepts for nothing. Cheapest total for each number of seats,
    member by member.

    >>> least_side_payment([30, 25, 20, 15, 10], [0, 4, 7, 0, 2], 67)
    Fraction(4, 1)
    """
    if len(weights) != len(deficits):
        raise Misuse(f"{len(weights)} weights and {len(deficits)} deficits; expected one each")
    cheapest = {0: Fraction(0)}
    for weight, deficit in zip(weights, deficits, strict=True):
        price = max(Fraction(deficit), Fraction(0))
        bought = {seats + weight: total + price for seats, total in cheapest.items()}
        for seats, total in bought.items():
            cheapest[seats] = min(total, cheapest.get(seats, total))
    return min((total for seats, total in cheapest.items() if seats >= quota), default=None)


def _probability(given: Exact) -> Fraction:
    probability = Fraction(given)
    if not 0 <= probability <= 1:
        raise Misuse(f"{given} is not a probability; expected 0 to 1, as '0.3'")
    return probability
