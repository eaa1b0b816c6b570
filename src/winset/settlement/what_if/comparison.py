"""Two answers side by side: two days of one model, or a model and another."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from winset.model import Model
from winset.model.lines import Link, RedLine
from winset.settlement.answer import settle
from winset.settlement.bargain.worth import exact, no_deal_of
from winset.settlement.results import Block, Opening, Outcome, Settlement, Solutions
from winset.settlement.setting import settings_day

Rule = TypeVar("Rule", RedLine, Link)
Cause = TypeVar("Cause", Block, Opening)
Range = tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines or links in force in one answer and not, or not the same, in the other."""

    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.came or self.went or self.changed)


@dataclass(frozen=True, slots=True)
class Shift:
    """What a party gains over no deal at a fair point, before and after.

    Least and most over the packages that tie; None where there is no such point.
    """

    rule: str
    party: str
    before: Range | None
    after: Range | None

    @property
    def gain(self) -> Fraction | None:
        """How much more the party has afterwards; None where ties or absence leave it open."""
        for found in (self.before, self.after):
            if found is None or found[0] != found[1]:
                return None
        return self.after[0] - self.before[0] if self.after and self.before else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two answers and all in which they differ."""

    before: Settlement
    after: Settlement
    lines: Lines
    links: Lines
    no_deal: tuple[tuple[str, Fraction | None, Fraction | None], ...]
    blocks_appeared: tuple[Block, ...]
    blocks_vanished: tuple[Block, ...]
    openings_appeared: tuple[Opening, ...]
    openings_vanished: tuple[Opening, ...]
    shifts: tuple[Shift, ...]
    incomplete: tuple[str, ...] = ()


def compare(
    before: Model,
    after: Model,
    day_before: dt.date | None = None,
    day_after: dt.date | None = None,
    limit: int = 100,
) -> Comparison:
    """The answers of two models, each on a day (by default its own); raises Misuse or Faulty."""
    old, new = settle(before, day_before, limit), settle(after, day_after, limit)
    days = settings_day(before, day_before), settings_day(after, day_after)
    blocks = _moved(old.blocks, new.blocks)
    openings = _moved(old.openings, new.openings)
    return Comparison(
        old,
        new,
        _lines(before.red_lines, after.red_lines, days, _demand),
        _lines(before.links, after.links, days, lambda link: link.rule),
        tuple(_no_deal(before, after, days)),
        *blocks,
        *openings,
        tuple(_shifts((before, old), (after, new), days)),
        tuple(_incomplete(old, new)),
    )


def gains_at(model: Model, day: dt.date | None, outcomes: Sequence[Outcome]) -> dict[str, Range]:
    """For each party with points, its least and most gain over no deal among the outcomes."""
    gains: dict[str, list[Fraction]] = {}
    for outcome in outcomes:
        for party, points in outcome.points:
            stated = no_deal_of(model, party, day)
            floor = Fraction(0) if stated is None else exact(stated.points)
            gains.setdefault(party, []).append(points - floor)
    return {party: (min(found), max(found)) for party, found in gains.items()}


def _lines(
    before: Sequence[Rule],
    after: Sequence[Rule],
    days: tuple[dt.date | None, dt.date | None],
    meaning: Callable[[Rule], object],
) -> Lines:
    old = {line.id: meaning(line) for line in before if line.span.holds(days[0])}
    new = {line.id: meaning(line) for line in after if line.span.holds(days[1])}
    return Lines(
        tuple(id_ for id_ in new if id_ not in old),
        tuple(id_ for id_ in old if id_ not in new),
        tuple(id_ for id_ in new if id_ in old and new[id_] != old[id_]),
    )


def _demand(line: RedLine) -> object:
    return line.party, line.expression, line.rejects, line.weight


def _no_deal(
    before: Model, after: Model, days: tuple[dt.date | None, dt.date | None]
) -> Iterator[tuple[str, Fraction | None, Fraction | None]]:
    names = dict.fromkeys(worth.party for model in (before, after) for worth in model.no_deal)
    for name in names:
        old, new = no_deal_of(before, name, days[0]), no_deal_of(after, name, days[1])
        pair = [None if stated is None else exact(stated.points) for stated in (old, new)]
        if pair[0] != pair[1]:
            yield name, pair[0], pair[1]


def _moved(
    before: Sequence[Cause], after: Sequence[Cause]
) -> tuple[tuple[Cause, ...], tuple[Cause, ...]]:
    """Those that are only after, and those that are only before."""
    old, new = ({frozenset(each.lines) for each in found} for found in (before, after))
    return (
        tuple(each for each in after if frozenset(each.lines) not in old),
        tuple(each for each in before if frozenset(each.lines) not in new),
    )


def _shifts(
    before: tuple[Model, Settlement],
    after: tuple[Model, Settlement],
    days: tuple[dt.date | None, dt.date | None],
) -> Iterator[Shift]:
    for field in dataclasses.fields(Solutions):
        old = gains_at(before[0], days[0], getattr(before[1].solutions, field.name))
        new = gains_at(after[0], days[1], getattr(after[1].solutions, field.name))
        for party in dict.fromkeys([*old, *new]):
            yield Shift(field.name, party, old.get(party), new.get(party))


def _incomplete(old: Settlement, new: Settlement) -> Iterator[str]:
    for kind in ("blocks", "openings"):
        if any(
            reason.startswith(f"{kind}:") for found in (old, new) for reason in found.incomplete
        ):
            yield f"{kind}: a limit cut the lists; what came or went may stand beyond it"
    if any(None in (size for _, size in found.win_sets) for found in (old, new)):
        yield "sizes are not counted: there are too many packages to go through"
