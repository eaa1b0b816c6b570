"""How little a party's points for one option must move before a fair point changes, exactly.

Along the move the party's gain at a package is a straight line, rising where the package has the
option and level where not. So is the Nash product and the sum of gains; the smallest gain and the
smallest share of the best are the least of such lines. A fair point changes first where the score
of a package meets that of one chosen now, or where a package crosses the worth of no deal. These
places are all computed, and between two of them nothing can change.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from math import lcm, prod

import numpy as np

from winset.model import Model
from winset.settlement.bargain.frontier import undominated
from winset.settlement.bargain.worth import exact
from winset.settlement.what_if.sensitivity import Margin, Margins
from winset.settlement.win_sets.catalogue import Catalogue, catalogue

Gains = tuple[int, ...]
"""What a package gains each player, in units all players share."""
Scores = list[int | None]
"""How good packages are, up to a factor; None for what a rule leaves out."""
_Piece = tuple[int, int]
"""A straight line: its height where nothing is moved, and its slope."""


def _products(gains: Sequence[Gains]) -> Scores:
    return [prod(gain) if min(gain) >= 0 else None for gain in gains]


def _least_shares(gains: Sequence[Gains]) -> Scores:
    best = [max(column) for column in zip(*gains, strict=True)]
    whole = lcm(*(most for most in best if most > 0))
    factors = [(place, whole // most) for place, most in enumerate(best) if most > 0]
    return [min((gain[p] * factor for p, factor in factors), default=0) for gain in gains]


RULES: dict[str, Callable[[Sequence[Gains]], Scores]] = {
    "nash": _products,
    "kalai_smorodinsky": _least_shares,
    "egalitarian": lambda gains: [min(gain) for gain in gains],
    "utilitarian": lambda gains: [sum(gain) for gain in gains],
}
MOST_CANDIDATES = 300
"""Packages that could be fair for some worth of the option; with more it takes too long."""


def point_margins(model: Model, day: dt.date | None = None) -> Margins:
    """For every option of every party with points, how far its worth can move, rule by rule.

    Raises Misuse where there are too many packages to go through.
    """
    margins: list[Margin] = []
    left_out: list[str] = []
    known = catalogue(model, day)
    if not bool(known.zone.any()):
        return Margins()
    for place, player in enumerate(known.players):
        # Whether the party itself accepts depends on the worth that is moved: that comes later.
        lifted = replace(model, no_deal=tuple(x for x in model.no_deal if x.party != player.party))
        mover = _Mover(catalogue(lifted, day), place, known)
        for issue in known.setting.issues:
            for option in range(len(issue.options)):
                name = f"{player.party}: {issue.id} = {issue.options[option]}"
                line = mover.line(issue.id, option)
                if line is None:
                    left_out.append(f"{name}: too many packages could be fair")
                    continue
                value = _stated(model, player.party, issue.id, issue.options[option])
                margins.extend(_margins(name, value, line))
    return Margins(tuple(margins), tuple(left_out))


def _stated(model: Model, party: str, issue: str, option: str) -> Fraction:
    return sum(
        (
            exact(worth)
            for points in model.points
            for i, o, worth in points.worths
            if (points.party, i, o) == (party, issue, option)
        ),
        Fraction(0),
    )


def _margins(name: str, value: Fraction, line: _Line) -> Iterator[Margin]:
    for rule in RULES:
        up, down = line.first_change(rule, 1), line.first_change(rule, -1)
        if up is not None or down is not None:
            yield Margin("points", name, rule, value, up, down)


@dataclass(frozen=True, slots=True, eq=False)
class _Mover:
    """The packages acceptable but for the worth of no deal of the party whose points move."""

    lifted: Catalogue
    place: int
    known: Catalogue

    def line(self, issue: str, option: int) -> _Line | None:
        """The candidates for one option; None where they are too many."""
        rows = np.flatnonzero(self.lifted.zone)
        having = self._options(issue, rows) == option
        candidates = []
        for rises in (True, False):
            own = rows[having == rises]
            if len(own):
                vectors, _ = undominated(self.lifted.worths[own], own)
                candidates += [(vector, rises) for vector in vectors.tolist()]
        if len(candidates) > MOST_CANDIDATES:
            return None
        worths = [player.worth for player in self.known.players]
        scale = lcm(*(worth.scale for worth in worths))
        return _Line(
            self.place,
            worths[self.place].no_deal is not None,
            scale,
            tuple(
                tuple(
                    (units - (worth.no_deal or 0)) * (scale // worth.scale)
                    for worth, units in zip(worths, vector, strict=True)
                )
                for vector, _ in candidates
            ),
            tuple(rises for _, rises in candidates),
        )

    def _options(self, issue: str, rows: np.ndarray[tuple[int], np.dtype[np.int64]]) -> object:
        numbers = self.lifted.numbers[rows]
        for each in reversed(self.lifted.setting.issues):
            numbers, options = np.divmod(numbers, len(each.options))
            if each.id == issue:
                return options
        raise AssertionError("the issue is one of the setting")


@dataclass(frozen=True, slots=True)
class _Line:
    """Candidates as the worth of one option moves: gains at move 0, and who rises with it.

    `bounded` holds where the party refuses what gains it less than nothing. Gains, and moves but
    for those of `first_change`, are in units of 1/scale.
    """

    place: int
    bounded: bool
    scale: int
    gains: tuple[Gains, ...]
    rises: tuple[bool, ...]

    def first_change(self, rule: str, way: int) -> Fraction | None:
        """The least move up (way 1) or down (-1) beside which the chosen packages change."""
        move = self._first_change(rule, way)
        return None if move is None else move / self.scale

    def _first_change(self, rule: str, way: int) -> Fraction | None:
        before = self.chosen(rule, Fraction(0))
        stops = sorted({move for move in self._stops(rule) if move * way > 0}, key=abs)
        start = Fraction(0)
        for stop in [*stops, None]:
            inner = self._meetings(rule, before, start, stop, way)
            for here, beyond in zip([start, *inner], [*inner, stop], strict=True):
                if here != start and self.chosen(rule, here) != before:
                    return abs(here)
                between = here + way if beyond is None else (here + beyond) / 2
                if self.chosen(rule, between) != before:
                    return abs(here)
            if stop is not None and self.chosen(rule, stop) != before:
                return abs(stop)
            start = stop if stop is not None else start
        return None

    def chosen(self, rule: str, move: Fraction) -> frozenset[int]:
        """The candidates a rule chooses after a move; none where nobody is left to choose."""
        gains = [self._moved(row, move) for row in range(len(self.gains))]
        able = [r for r, g in enumerate(gains) if not self.bounded or g[self.place] >= 0]
        if not able:
            return frozenset()
        scores = RULES[rule]([gains[row] for row in able])
        most = max((score for score in scores if score is not None), default=None)
        best = [r for r, score in zip(able, scores, strict=True) if score == most is not None]
        # What is better for some and worse for nobody scores no less: it is among the best too.
        return frozenset(
            row for row in best if not any(_dominates(gains[other], gains[row]) for other in best)
        )

    def _moved(self, row: int, move: Fraction) -> Gains:
        """Gains after a move, times its denominator: they stay whole."""
        made = [gain * move.denominator for gain in self.gains[row]]
        if self.rises[row]:
            made[self.place] += move.numerator
        return tuple(made)

    def _stops(self, rule: str) -> list[Fraction]:
        """Moves after which a candidate, or the best of them, gains the party nothing.

        There candidates begin or cease to count; to a party that refuses nothing, and a rule to
        which a gain of 0 is a gain like any other, nothing happens there.
        """
        zeros = [
            Fraction(-gains[self.place])
            for gains, rises in zip(self.gains, self.rises, strict=True)
            if rises
        ]
        if self.bounded or rule == "nash":
            return zeros
        return [min(zeros)] if zeros and rule == "kalai_smorodinsky" else []

    def _meetings(
        self, rule: str, chosen: frozenset[int], start: Fraction, stop: Fraction | None, way: int
    ) -> list[Fraction]:
        """Moves between `start` and `stop` where a score can meet that of one chosen."""
        best = self._best(start + way if stop is None else (start + stop) / 2)
        pieces = [self._pieces(rule, row, best) for row in range(len(self.gains))]
        found = set()
        for row, other in product(sorted(chosen), range(len(self.gains))):
            for one, two in product(pieces[row], pieces[other]):
                if one[1] != two[1]:
                    found.add(Fraction(two[0] - one[0], one[1] - two[1]))
        ahead = (
            m for m in found if (m - start) * way > 0 and (stop is None or (stop - m) * way > 0)
        )
        return sorted(ahead, key=abs)

    def _pieces(self, rule: str, row: int, best: _Best) -> list[_Piece]:
        """The lines whose least is the score, up to a factor all share."""
        gains, slope = self.gains[row], int(self.rises[row])
        own = gains[self.place]
        others = [gain for place, gain in enumerate(gains) if place != self.place]
        if rule == "nash":
            rest = prod(others)
            return [(own * rest, slope * rest)]
        if rule == "utilitarian":
            return [(sum(gains), slope)]
        if rule == "egalitarian":
            return [(own, slope), *((gain, 0) for gain in others)]
        # A share of another's best, times each line that may be the party's own best.
        whole = lcm(*(most for _, most in best.others))
        shares = [gains[place] * (whole // most) for place, most in best.others]
        return [
            (own * whole, slope * whole),
            *((share * top, share * rise) for share in shares for top, rise in best.own),
        ]

    def _best(self, move: Fraction) -> _Best:
        """The best gains among those that count after a move."""
        able = [
            row
            for row in range(len(self.gains))
            if not self.bounded or self._moved(row, move)[self.place] >= 0
        ]
        most = [max((self.gains[r][p] for r in able), default=0) for p in range(len(self.gains[0]))]
        tops: dict[bool, int] = {}
        for row in able:
            own, rises = self.gains[row][self.place], self.rises[row]
            tops[rises] = max(own, tops.get(rises, own))
        return _Best(
            tuple((top, int(rises)) for rises, top in tops.items()),
            tuple((p, m) for p, m in enumerate(most) if p != self.place and m > 0),
        )


@dataclass(frozen=True, slots=True)
class _Best:
    """The lines whose greatest is the moving party's best, and the best of others by place."""

    own: tuple[_Piece, ...]
    others: tuple[tuple[int, int], ...]


def _dominates(better: Gains, worse: Gains) -> bool:
    return better != worse and all(x >= y for x, y in zip(better, worse, strict=True))
