"""Something taken as given: is it in anyone's win-set, and who refuses it by which lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from winset.model import Expression, Model
from winset.model.parties import Faction, Party
from winset.settlement.answer import settle
from winset.settlement.refusal.refusals import refusals
from winset.settlement.results import Block, Settlement
from winset.settlement.setting import agent_names, settings_day
from winset.settlement.what_if.changes import with_given

_MOST_REASONS = 20


@dataclass(frozen=True, slots=True)
class Side:
    """How one party, or one group within it (`party.faction`), takes what is given.

    `accepts` says whether it accepts some package that has it. Where it does not, `reasons` are
    its own minimal sets of red lines that refuse them all; an empty set stands for its worth of
    no deal. `packages` counts those a party accepts, None where they were not counted.
    """

    name: str
    accepts: bool
    packages: int | None = None
    reasons: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Probe:
    """What the model says of the packages that have what is given.

    `found` is the answer with it as one more link, called `link`. `excluded_by` names the links
    that leave no such package, one of them enough to give up; `impossible` says there is none.
    """

    given: Expression
    link: str
    found: Settlement
    sides: tuple[Side, ...] = ()
    groups: tuple[Side, ...] = ()
    impossible: bool = False
    excluded_by: tuple[str, ...] = ()


def probe(model: Model, given: Expression, day: dt.date | None = None, limit: int = 100) -> Probe:
    """How every side takes the packages of which `given` is true; raises Misuse or Faulty."""
    supposed, link = with_given(model, given)
    found = settle(supposed, day, limit, quick=True)
    excluding = refusals(_nobody(supposed), day, 1)
    if excluding:
        return Probe(given, link, found, impossible=True, excluded_by=_culprits(excluding, link))
    sizes = dict(found.win_sets)
    sides = tuple(_side(supposed, party, day, sizes[party.id]) for party in model.parties)
    return Probe(given, link, found, sides, tuple(_groups(supposed, day)))


def _side(model: Model, party: Party, day: dt.date | None, packages: int | None) -> Side:
    if packages:
        return Side(party.id, accepts=True, packages=packages)
    reasons = refusals(_only(model, party), day, _MOST_REASONS)
    return Side(party.id, not reasons, packages, reasons)


def _groups(model: Model, day: dt.date | None) -> Iterator[Side]:
    """Each faction and member with lines or points of its own, as if it alone decided."""
    when = settings_day(model, day)
    heard = {line.party for line in model.red_lines if line.span.holds(when)}
    heard |= {worth.party for worth in model.no_deal if worth.span.holds(when)}
    for party in model.parties:
        for member in party.members:
            name = f"{party.id}.{member}"
            if name in heard:
                alone = Party(party.id, factions=(Faction(member),))
                reasons = refusals(_only(model, alone, name), day, _MOST_REASONS)
                yield Side(name, not reasons, reasons=reasons)


def _only(model: Model, party: Party, name: str = "") -> Model:
    """The model as if one party were alone, with only the lines of `name` where it is given."""
    alone = replace(model, parties=(party,))
    heard = {name} if name else set(agent_names(alone))
    return replace(
        alone,
        red_lines=tuple(line for line in model.red_lines if line.party in heard),
        points=tuple(points for points in model.points if points.party in heard),
        no_deal=tuple(worth for worth in model.no_deal if worth.party in heard),
    )


def _nobody(model: Model) -> Model:
    """The model with its links alone."""
    return replace(model, parties=(), red_lines=(), points=(), no_deal=())


def _culprits(excluding: tuple[Block, ...], link: str) -> tuple[str, ...]:
    return tuple(each for block in excluding for each in block.links if each != link)
