"""How little would change the answer: weights, worths of no deal and quotas, each moved alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from winset.model import Model
from winset.model.lines import NoDeal, Span
from winset.model.parties import Body, Party
from winset.settlement.answer import MOST_PACKAGES
from winset.settlement.bargain.fairness import most_worth
from winset.settlement.bargain.worth import exact
from winset.settlement.refusal.effort import Spent
from winset.settlement.refusal.refusals import is_open
from winset.settlement.results import Settlement
from winset.settlement.setting import Setting, setting, settings_day
from winset.settlement.win_sets.functions import Outgrown
from winset.settlement.win_sets.packages import package_count
from winset.settlement.win_sets.sizes import zones


@dataclass(frozen=True, slots=True)
class Margin:
    """How far one figure can move alone before the answer changes, exactly.

    `kind` is "weight", "no deal", "quota" or "points"; `name` says whose or which. At `value`
    plus `up`, or minus `down`, the old answer and a new one tie or stand just beside each other;
    None where no such move changes it. `answer` is what would change: "cheapest way out", "zone"
    or a fair point. `at_least` marks margins of which only a lower bound is known.
    """

    kind: str
    name: str
    answer: str
    value: Fraction
    up: Fraction | None = None
    down: Fraction | None = None
    at_least: bool = False

    @property
    def nearest(self) -> Fraction | None:
        """The smaller of the two moves."""
        return min((move for move in (self.up, self.down) if move is not None), default=None)


@dataclass(frozen=True, slots=True)
class Margins:
    """Margins of one kind of figure, and in sentences what was left out."""

    margins: tuple[Margin, ...] = ()
    incomplete: tuple[str, ...] = ()


def weight_margins(model: Model, found: Settlement) -> tuple[Margin, ...]:
    """How far each line's weight can move before another opening is cheapest.

    Openings come cheapest first, so those a limit cut cost no less than the last one listed.
    Raises Spent where the search ended before that was certain.
    """
    if not found.openings:
        return ()
    cut = [reason for reason in found.incomplete if reason.startswith("openings")]
    if any("others may be missing" in reason for reason in cut):
        raise Spent("cheaper ways out than those found may be missing, so no margin is certain")
    weights = {line.id: exact(line.weight) for line in model.red_lines}
    priced = [
        (frozenset(opening.lines), sum((weights[x] for x in opening.lines), Fraction(0)))
        for opening in found.openings
    ]
    margins = (
        _weight_margin(line, weights[line], priced, not cut) for line in found.lines_in_force
    )
    return tuple(margin for margin in margins if margin.nearest is not None)


def _weight_margin(
    line: str, weight: Fraction, priced: Sequence[tuple[frozenset[str], Fraction]], whole: bool
) -> Margin:
    least = min(cost for _, cost in priced)
    cheapest = [lines for lines, cost in priced if cost == least]
    held = [line in lines for lines in cheapest]
    if any(held) and not all(held):
        return Margin("weight", line, "cheapest way out", weight, Fraction(0), Fraction(0))
    others = [cost - least for lines, cost in priced if (line in lines) != held[0]]
    bound = None if whole else priced[-1][1] - least
    move = min(others) if others else bound
    if held[0]:
        return Margin("weight", line, "cheapest way out", weight, move, at_least=not others)
    if move is not None and move > weight:  # no weight is below 0
        move = None
    return Margin("weight", line, "cheapest way out", weight, None, move, at_least=not others)


def quota_margins(model: Model, day: dt.date | None = None) -> tuple[Margin, ...]:
    """How many seats each quota can move before the zone closes, or opens."""
    now_open = is_open(model, day)
    margins = (
        _quota_margin(model, day, party, body, now_open)
        for party in model.parties
        for body in party.bodies
    )
    return tuple(margin for margin in margins if margin.nearest is not None)


def _quota_margin(
    model: Model, day: dt.date | None, party: Party, body: Body, now_open: bool
) -> Margin:
    """A higher quota never opens the zone, so the quota where it closes is found by halving."""

    def opens(quota: int) -> bool:
        return is_open(_with_quota(model, party, body, quota), day)

    seats = sum(number for _, number in body.seats)
    name, now = f"{party.id}.{body.id}", body.quota
    if now_open:
        closing = _first(lambda quota: not opens(quota), now + 1, seats)
        up = None if closing is None else Fraction(closing - now)
        return Margin("quota", name, "zone", Fraction(now), up=up)
    closed = _first(lambda quota: not opens(quota), 1, now)
    last = None if closed is None or closed == 1 else closed - 1
    return Margin(
        "quota", name, "zone", Fraction(now), down=None if last is None else Fraction(now - last)
    )


def _first(true: Callable[[int], bool], low: int, high: int) -> int | None:
    """The least number from `low` to `high` that is true, all above it being true as well."""
    if low > high or not true(high):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if true(middle) else (middle + 1, high)
    return low


def _with_quota(model: Model, party: Party, body: Body, quota: int) -> Model:
    bodies = tuple(replace(b, needs=quota) if b.id == body.id else b for b in party.bodies)
    changed = replace(party, bodies=bodies)
    return replace(model, parties=tuple(changed if p.id == party.id else p for p in model.parties))


def no_deal_margins(model: Model, day: dt.date | None = None) -> Margins:
    """How far each worth of no deal can move before the zone closes, or opens."""
    when = settings_day(model, day)
    margins, left_out = [], []
    for agent in setting(model, when).agents:
        if agent.worth is None or agent.worth.no_deal is None:
            continue
        value = agent.worth.points(agent.worth.no_deal)
        try:
            margins.append(_no_deal_margin(model, when, agent.name, value))
        except (Outgrown, Spent) as error:
            left_out.append(f"no deal for {agent.name}: {error}")
    return Margins(tuple(m for m in margins if m.nearest is not None), tuple(left_out))


def _no_deal_margin(model: Model, day: dt.date | None, name: str, value: Fraction) -> Margin:
    """The zone is open up to the most a package is worth to one who must accept it."""
    without = replace(model, no_deal=tuple(x for x in model.no_deal if x.party != name))
    if is_open(_refusing(without, name), day):
        return Margin("no deal", name, "zone", value)  # packages stand whether it accepts or not
    best = _best(setting(without, day), name)
    if best is None:
        return Margin("no deal", name, "zone", value)
    if best >= value:
        return Margin("no deal", name, "zone", value, up=best - value)
    return Margin("no deal", name, "zone", value, down=value - best)


def _refusing(model: Model, name: str) -> Model:
    """The model with a worth of no deal no package can reach."""
    most = sum(abs(w) for points in model.points if points.party == name for *_, w in points.worths)
    return replace(model, no_deal=(*model.no_deal, NoDeal(name, float(int(most) + 1), Span())))


def _best(stage: Setting, name: str) -> Fraction | None:
    """The most a package of the zone is worth to an agent; None without packages."""
    (worth,) = (agent.worth for agent in stage.agents if agent.name == name)
    assert worth is not None, "only agents with points are asked about"
    if package_count(stage) > MOST_PACKAGES:
        return most_worth(stage, worth)
    found = [
        int(np.broadcast_to(grid.worth(worth), grid.shape).reshape(-1)[places].max())
        for grid, places in zones(stage)
        if len(places)
    ]
    return worth.points(max(found)) if found else None


def nearest_first(margins: Sequence[Margin]) -> Iterator[Margin]:
    """The margins by how small a move is enough, in the order given among equals."""
    return iter(sorted(margins, key=lambda margin: margin.nearest or Fraction(0)))
