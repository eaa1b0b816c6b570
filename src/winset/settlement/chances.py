"""The chance that a package is ratified, where members of bodies have probabilities."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import prod

import numpy as np

from winset.model import Model
from winset.model.parties import Body, Party
from winset.settlement.ratification import party_accepts, ratification_probability
from winset.settlement.results import Package
from winset.settlement.setting import setting, settings_day
from winset.settlement.verdicts import judge
from winset.settlement.worth import exact

INDEPENDENCE = (
    "members are taken to decide independently of each other, and parties too; members whose "
    "red lines or worth of no deal speak against a package refuse it for sure, and those without "
    "a probability accept the rest for sure"
)
_MOST_UNCERTAIN = 14


@dataclass(frozen=True, slots=True)
class Chance:
    """The probability that a vote is won: that of a party, or of a body as `party.body`.

    `value` is None where it was not worked out; `reason` then says why.
    """

    name: str
    value: Fraction | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Ratification:
    """The chance that all ratify a package, that of each party, and of each body by itself."""

    package: Package
    all: Fraction | None
    parties: tuple[Chance, ...]
    bodies: tuple[Chance, ...]


def has_chances(model: Model) -> bool:
    """Whether the model gives any member a probability."""
    return any(body.accepts for party in model.parties for body in party.bodies)


def ratification(model: Model, package: Package, day: dt.date | None = None) -> Ratification:
    """The chance that each party ratifies a package on a day (the model's own)."""
    verdict = judge(setting(model, settings_day(model, day)), package)
    refusing = {objection.name for objection in verdict.objections}
    parties = tuple(_of_party(party, refusing) for party in model.parties)
    known = [chance.value for chance in parties if chance.value is not None]
    return Ratification(
        package,
        prod(known, start=Fraction(not verdict.broken_links))
        if len(known) == len(parties) or 0 in known
        else None,
        parties,
        tuple(
            Chance(f"{party.id}.{body.id}", _of_body(body, _members(party, refusing)))
            for party in model.parties
            for body in party.bodies
        ),
    )


def _members(party: Party, refusing: set[str]) -> dict[str, Fraction]:
    """How likely each member accepts: 0 for who refuses, else as stated, else 1."""
    stated = {member: chance for body in party.bodies for member, chance in body.accepts}
    return {
        member: Fraction(0) if f"{party.id}.{member}" in refusing else exact(stated.get(member, 1))
        for member in party.members
    }


def _of_body(body: Body, members: Mapping[str, Fraction]) -> Fraction:
    """Members with a veto must all accept; of the others enough for the rest of the quota."""
    held = sum(seats for member, seats in body.seats if member in body.veto)
    others = [(seats, members[member]) for member, seats in body.seats if member not in body.veto]
    return prod((members[member] for member in body.veto), start=Fraction(1)) * (
        ratification_probability(
            [seats for seats, _ in others], [chance for _, chance in others], body.quota - held
        )
    )


def _of_party(party: Party, refusing: set[str]) -> Chance:
    """The chance that the formula is true, over everything the uncertain members may do."""
    if party.id in refusing:
        return Chance(party.id, Fraction(0))
    members = _members(party, refusing)
    if _are_apart(party):
        bodies = (_of_body(body, members) for body in party.bodies)
        factions = (members[faction.id] for faction in party.factions)
        return Chance(party.id, prod(factions, start=prod(bodies, start=Fraction(1))))
    uncertain = [member for member, chance in members.items() if 0 < chance < 1]
    if len(uncertain) > _MOST_UNCERTAIN:
        reason = f"not worked out: {len(uncertain)} members are uncertain, in too many ways"
        return Chance(party.id, None, reason)
    return Chance(party.id, _over_all(party, members, uncertain))


def _are_apart(party: Party) -> bool:
    """Whether all must accept and nobody counts twice, so that chances multiply."""
    counted = [member for body in party.bodies for member, _ in body.seats]
    counted += [faction.id for faction in party.factions]
    return party.ratify is None and len(counted) == len(set(counted))


def _over_all(party: Party, members: Mapping[str, Fraction], uncertain: list[str]) -> Fraction:
    """The sum of the chances of everything the uncertain members may do that ratifies."""
    codes = np.arange(1 << len(uncertain))
    accepted = {party.id: np.ones(len(codes), dtype=bool)}
    for member, chance in members.items():
        accepted[f"{party.id}.{member}"] = np.full(len(codes), chance == 1)
    chances = [Fraction(1)]
    for bit, member in enumerate(uncertain):
        accepted[f"{party.id}.{member}"] = (codes >> bit & 1).astype(bool)
        chances = [each * (1 - members[member]) for each in chances] + [
            each * members[member] for each in chances
        ]
    return sum(
        (chances[code] for code in np.flatnonzero(party_accepts(party, accepted))), Fraction(0)
    )
