"""The chance that a package is ratified, where members of bodies have probabilities."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import prod

from winset.model import Expression, Model
from winset.model.expressions import And, Count, Name, Or, fold
from winset.model.parties import Body, Party
from winset.settlement.bargain.worth import exact
from winset.settlement.ratification import ratification_probability
from winset.settlement.results import Package
from winset.settlement.setting import setting, settings_day
from winset.settlement.votes import Ratifying, ratifying
from winset.settlement.what_if.verdicts import judge

INDEPENDENCE = (
    "members are taken to decide independently of each other, and parties too; members whose "
    "red lines or worth of no deal speak against a package refuse it for sure, and those without "
    "a probability accept the rest for sure"
)
_MOST_TIES = 14


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
    """The chance that the formula is true.

    Given what those members and bodies do that tie its parts together, these are independent.
    """
    if party.id in refusing:
        return Chance(party.id, Fraction(0))
    members = _members(party, refusing)
    form = ratifying(party, [member for member, chance in members.items() if 0 < chance < 1])
    if form is None:
        return Chance(party.id, Fraction(1))
    if form.ties > _MOST_TIES:
        reason = f"not worked out: {form.ties} members and bodies count in more than one place"
        return Chance(party.id, None, reason)
    total = Fraction(0)
    for weight, given in _ways({member: members[member] for member in form.shared}):
        votes = _votes(form, {**members, **given})
        ways = _ways({name: votes[name] for name in form.repeated})
        total += weight * sum(
            (chance * _chance_of(form.formula, {**votes, **named}) for chance, named in ways),
            Fraction(0),
        )
    return Chance(party.id, total)


def _ways(chances: Mapping[str, Fraction]) -> Iterator[tuple[Fraction, dict[str, Fraction]]]:
    """Everything that some, independent of each other, may do, with how likely that is."""
    for choice in product((Fraction(0), Fraction(1)), repeat=len(chances)):
        done = zip(chances.values(), choice, strict=True)
        weight = prod((p if yes else 1 - p for p, yes in done), start=Fraction(1))
        if weight:
            yield weight, dict(zip(chances, choice, strict=True))


def _votes(form: Ratifying, members: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """How likely each name of the formula is true."""
    return {
        name: _of_body(form.bodies[name], members) if name in form.bodies else members[name]
        for name in form.names
    }


def _chance_of(formula: Expression, names: Mapping[str, Fraction]) -> Fraction:
    """The chance of a formula whose parts are independent."""

    def combined(node: Expression, parts: tuple[Fraction, ...]) -> Fraction:
        match node:
            case Name(name):
                return names[name]
            case And():
                return prod(parts, start=Fraction(1))
            case Or():
                return 1 - prod((1 - part for part in parts), start=Fraction(1))
            case Count("at least", number):
                return ratification_probability([1] * len(parts), parts, number)
        raise AssertionError("a ratification formula has and, or, and at least")

    return fold(formula, combined)
