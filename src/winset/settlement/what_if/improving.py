"""Packages better for one side and no worse for any other than the one at hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from winset.errors import Misuse
from winset.model import Model
from winset.settlement.answer import MOST_PACKAGES
from winset.settlement.bargain.frontier import players, undominated
from winset.settlement.results import Outcome, Package
from winset.settlement.setting import Setting, setting, settings_day
from winset.settlement.what_if.improving_beyond import better, worth_units
from winset.settlement.what_if.no_deal import Gain, gains, package_gains
from winset.settlement.what_if.verdicts import judge
from winset.settlement.win_sets.catalogue import Catalogue, Numbers, catalogue
from winset.settlement.win_sets.packages import package_count, single


@dataclass(frozen=True, slots=True)
class Step:
    """One package better than that at hand.

    `more` says what each party with points gains by the step, `changed` the issues that differ
    with their new options. `best` holds where no other package listed betters it in turn.
    """

    outcome: Outcome
    more: tuple[tuple[str, Fraction], ...]
    changed: Package
    best: bool
    refused_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Improvements:
    """What can be had over a package at hand.

    `accepted` and `refused` count the packages that are better and that all accept, or somebody
    refuses; None where there may be some, and too many packages to count them. `steps` lists, of
    those all accept (where there are none: of the others), one for each point that differs:
    fewest changes first, where they were counted. `gains` are those of the package at hand.
    """

    hand: Outcome
    gains: tuple[Gain, ...]
    refused_by: tuple[str, ...]
    accepted: int | None
    refused: int | None
    steps: tuple[Step, ...]
    incomplete: tuple[str, ...] = ()


def improve(
    model: Model, package: Package, day: dt.date | None = None, limit: int = 100
) -> Improvements:
    """The packages better for one side and no worse for any other than `package`.

    Better and worse are told by the points of the parties at the table. Raises Misuse where no
    party has points, and where the links do not allow the package at hand.
    """
    require_lawful(model, package, day)
    stage = setting(model, settings_day(model, day))
    if not players(stage):
        raise Misuse(
            "no party has points, so no package is better than another; expected [points.PARTY]"
        )
    if package_count(stage) > MOST_PACKAGES:
        return _beyond(model, stage, package, limit)
    known = catalogue(model, day)
    row = known.row_of(package)
    assert row is not None, "the links allow it"
    better, zone = _better(known, row), known.zone
    rows = np.flatnonzero(better & zone)
    chosen = rows if len(rows) else np.flatnonzero(better)
    places = _one_for_each_point(known, chosen, row)
    return Improvements(
        known.outcome(row),
        gains(model, package, day),
        known.refusing(row),
        len(rows),
        int(better.sum()) - len(rows),
        _steps(known, row, places[:limit], chosen),
        (f"better packages: {limit} of {len(places)} are listed",) if len(places) > limit else (),
    )


def _beyond(model: Model, stage: Setting, package: Package, limit: int) -> Improvements:
    """The best of the better packages, found by a solver; nothing is counted."""
    seated = players(stage)
    found = better(stage, seated, package)
    points = tuple((p.party, p.worth.points(worth_units(p, package, stage))) for p in seated)
    hand = Outcome(package, points)
    some = None if found.outcomes or not found.whole else 0
    cut = ["of the better packages only the best are listed, one for each point"] * (some is None)
    if not found.whole:
        cut = ["better packages: the search was cut, and better ones still may be missing"]
    if len(found.outcomes) > limit:
        cut.append(f"better packages: {limit} of {len(found.outcomes)} are listed")
    return Improvements(
        hand,
        package_gains(stage, package),
        judge(stage, package).refused_by,
        some if found.accepted else 0,
        None if found.accepted else some,
        tuple(_step(stage, hand, one, found.whole) for one in found.outcomes[:limit]),
        tuple(cut),
    )


def _step(stage: Setting, hand: Outcome, outcome: Outcome, best: bool) -> Step:
    before, had = dict(hand.package), dict(hand.points)
    return Step(
        outcome,
        tuple((party, after - had[party]) for party, after in outcome.points),
        tuple(part for part in outcome.package if before[part[0]] != part[1]),
        best,
        judge(stage, outcome.package).refused_by,
    )


def require_lawful(model: Model, package: Package, day: dt.date | None = None) -> None:
    """Raise Misuse, with the links broken, where the links in force do not allow a package."""
    stage = setting(model, settings_day(model, day))
    grid = single(stage, package)
    broken = [link.id for link in stage.links if not bool(grid.holds(link.rule).all())]
    if broken:
        kind = "link" if len(broken) == 1 else "links"
        raise Misuse(f"no settlement can be this package: it breaks the {kind} {', '.join(broken)}")


def _better(known: Catalogue, row: int) -> NDArray[np.bool_]:
    hand = known.worths[row]
    return np.asarray((known.worths >= hand).all(axis=1) & (known.worths > hand).any(axis=1))


def _one_for_each_point(known: Catalogue, rows: Numbers, row: int) -> list[int]:
    """One row for each vector of worths: fewest changes from the package at hand, then first."""
    changes = _changes(known.setting, known.numbers[rows], int(known.numbers[row]))
    order = np.lexsort((rows, changes))
    _, firsts = np.unique(known.worths[rows][order], axis=0, return_index=True)
    return [int(rows[order[place]]) for place in np.sort(firsts)]


def _changes(stage: Setting, numbers: Numbers, hand: int) -> Numbers:
    """How many issues differ from the package numbered `hand`."""
    total = np.zeros(len(numbers), dtype=np.int64)
    for issue in reversed(stage.issues):
        numbers, options = np.divmod(numbers, len(issue.options))
        hand, option = divmod(hand, len(issue.options))
        total += options != option
    return total


def _steps(known: Catalogue, row: int, places: list[int], rows: Numbers) -> tuple[Step, ...]:
    best = {tuple(vector) for vector in undominated(known.worths[rows], rows)[0].tolist()}
    hand = known.outcome(row)
    return tuple(
        _step(known.setting, hand, known.outcome(p), tuple(known.worths[p].tolist()) in best)
        for p in places
    )
