"""Adjusted Winner: two parties share items so that both get equally many of their points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from winset.errors import Misuse

Exact = int | str | Fraction


@dataclass(frozen=True, slots=True)
class Division:
    """Shares of each item that go to the first party, and what each party gets of its points."""

    shares: tuple[Fraction, ...]
    points: tuple[Fraction, Fraction]

    @property
    def split(self) -> tuple[int, ...]:
        """Places of the items that are divided: one at most."""
        return tuple(place for place, share in enumerate(self.shares) if 0 < share < 1)


def adjusted_winner(points_a: Sequence[Exact], points_b: Sequence[Exact]) -> Division:
    """The division of Brams and Taylor (1996), exactly.

    1. Each item goes to the party that gives it more points; a tie to the first.
    2. While one party has more points than the other, the item it holds at the lowest ratio of
       its points to the other's passes over, as much of it as makes both equal.

    Points are scaled to 100 for each party; raises Misuse where that cannot be done. An item
    neither wants goes to the first.

    >>> adjusted_winner([60, 40], [30, 70]).points
    (Fraction(700, 11), Fraction(700, 11))
    """
    a, b = _hundred(points_a), _hundred(points_b)
    if len(a) != len(b):
        raise Misuse(f"{len(a)} items and {len(b)} items; expected the same items for both parties")
    shares = [Fraction(x >= y) for x, y in zip(a, b, strict=True)]
    for place in _passing(a, b, shares):
        shares[place] = _share(a, b, shares, place)
    total_a = _sum(a, shares)
    total_b = _sum(b, [1 - share for share in shares])
    return Division(tuple(shares), (total_a, total_b))


def _passing(a: list[Fraction], b: list[Fraction], shares: list[Fraction]) -> list[int]:
    """Items of the party that is ahead, those that cost it least for what they give first."""
    ahead = _sum(a, shares) >= _sum(b, [1 - share for share in shares])
    giver, taker = (a, b) if ahead else (b, a)
    held = [p for p, share in enumerate(shares) if share == int(ahead) and taker[p] > 0]
    return sorted(held, key=lambda place: (giver[place] / taker[place], place))


def _share(a: list[Fraction], b: list[Fraction], shares: list[Fraction], place: int) -> Fraction:
    """How much of an item the first party keeps for both to be equal, as near as 0 to 1 allows."""
    others = [Fraction(0) if p == place else share for p, share in enumerate(shares)]
    rest = [Fraction(0) if p == place else 1 - share for p, share in enumerate(shares)]
    equal = (_sum(b, rest) + b[place] - _sum(a, others)) / (a[place] + b[place])
    return min(max(equal, Fraction(0)), Fraction(1))


def _sum(points: list[Fraction], shares: list[Fraction]) -> Fraction:
    return sum((worth * share for worth, share in zip(points, shares, strict=True)), Fraction(0))


def _hundred(points: Sequence[Exact]) -> list[Fraction]:
    worths = [Fraction(worth) for worth in points]
    total = sum(worths, Fraction(0))
    if total <= 0 or min(worths) < 0:
        raise Misuse("points must be 0 or more and not all 0, as [60, 40]")
    return [100 * worth / total for worth in worths]
