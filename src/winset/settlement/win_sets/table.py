"""What each package violates, packages that violate the same counted together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from winset.settlement.ratification import all_accept, below_no_deal
from winset.settlement.refusal.search import Finding, Found, Lines, find_openings, prices
from winset.settlement.results import Package
from winset.settlement.setting import Setting
from winset.settlement.win_sets.coalitions import winning_coalitions
from winset.settlement.win_sets.packages import Grid, Truth, grids, package_at

Words = NDArray[np.uint64]
_MOST_COMPARISONS = 1 << 26
_MERGE_AT = 1 << 18
_LARGEST = 1 << 62


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Distinct sets of violations: `words` (rows, words) as bits, how many packages have each
    (`counts`), and the number of the first that does (`firsts`).
    """

    words: Words
    counts: NDArray[np.int64]
    firsts: NDArray[np.int64]

    def where(self, chosen: Truth) -> Rows:
        """The rows chosen."""
        return Rows(self.words[chosen], self.counts[chosen], self.firsts[chosen])


@dataclass(frozen=True, slots=True)
class _Bits:
    """Which bit stands for what: red lines first, then agents below no deal, then links."""

    lines: int
    agents: int
    links: int

    @property
    def words(self) -> int:
        return -(-max(1, self.lines + self.agents + self.links) // 64)

    def mask(self, bits: Collection[int]) -> Words:
        chosen = np.zeros(self.words * 64, dtype=bool)
        chosen[np.fromiter(bits, dtype=np.int64, count=len(bits))] = True
        return np.packbits(chosen, bitorder="little").view("<u8").astype(np.uint64)

    def link(self, place: int) -> int:
        return self.lines + self.agents + place


class ViolationTable:
    """All packages that violate at most one link, by what they violate."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._bits = _Bits(len(setting.lines), len(setting.agents), len(setting.links))
        self._rows = _merged(_tables(setting, self._bits), self._bits)
        lawful = ~self._breaks(self._rows, range(self._bits.links))
        self._lawful = self._rows.where(lawful)
        self._least = _undominated(self._lawful)

    def examine(self, kept: Lines) -> Finding:
        """Lines a package left violates, else all of `kept`: no fewer are known."""
        found = np.flatnonzero(self._accepted(self._least, kept))
        if not len(found):
            return Finding(False, kept)
        bits = _bit_matrix(self._least.words[found[:1]], self._bits.lines)[0]
        return Finding(True, frozenset(np.flatnonzero(bits).tolist()))

    def violated(self, kept: Lines) -> Lines | None:
        """Lines a package violates that all accept while only `kept` stand; None without one."""
        found = self.examine(kept)
        return found.lines if found.possible else None

    def openings(self, costs: list[int], limit: int) -> Found:
        """Minimal sets of lines whose giving up opens the zone, cheapest first."""
        coalitions = winning_coalitions(self._setting)
        if coalitions is None:
            return find_openings(self, costs, limit)
        masks = [self._needs(each) for each in coalitions]
        wanted = [
            self._least.words[~_meets(self._least, refused)] & lines for lines, refused in masks
        ]
        rows = _undominated(_unnumbered(np.concatenate(wanted)))
        return _least_sets(rows.words, prices(costs), limit)

    def _needs(self, coalition: Lines) -> tuple[Words, Words]:
        """Bits of the lines a coalition insists on, and of its members being below no deal."""
        lines = [line for place in coalition for line in self._setting.agents[place].lines]
        below = [self._bits.lines + place for place in coalition]
        return self._bits.mask(lines), self._bits.mask(below)

    def conflict(self, kept: Lines) -> Lines | None:
        """All of `kept` when they leave nothing: no fewer are known; None if something is."""
        return None if self._accepted(self._least, kept).any() else kept

    def opened(self, kept: Lines) -> int:
        """How many packages all accept while only `kept` stand."""
        return int(self._lawful.counts[self._accepted(self._lawful, kept)].sum())

    def example(self, kept: Lines) -> Package:
        """The first package all accept while only `kept` stand; there must be one."""
        numbers = self._lawful.firsts[self._accepted(self._lawful, kept)]
        return package_at(self._setting, int(numbers.min()))

    def possible_without(self, kept: Lines, link: int) -> bool:
        """Whether something is left while only `kept` stand and one link does not."""
        others = [place for place in range(self._bits.links) if place != link]
        return bool((self._accepted(self._rows, kept) & ~self._breaks(self._rows, others)).any())

    def _breaks(self, rows: Rows, links: Collection[int]) -> Truth:
        return _meets(rows, self._bits.mask([self._bits.link(place) for place in links]))

    def _accepted(self, rows: Rows, kept: Lines) -> Truth:
        accepted = {}
        for place, agent in enumerate(self._setting.agents):
            bits = [line for line in agent.lines if line in kept]
            mask = self._bits.mask([*bits, self._bits.lines + place])
            accepted[agent.name] = ~_meets(rows, mask)
        return all_accept(self._setting, accepted) & np.ones(len(rows.counts), dtype=bool)


def _meets(rows: Rows, mask: Words) -> Truth:
    return _touched(rows.words, mask)


def _touched(words: Words, mask: Words) -> Truth:
    """Which rows have a bit in common with the mask."""
    common = np.zeros(len(words), dtype=np.uint64)
    for column, bits in zip(words.T, mask, strict=True):
        if bits:
            common |= column & bits
    return np.asarray(common != 0)


def _tables(setting: Setting, bits: _Bits) -> Iterator[Rows]:
    """One table per grid; packages that break two links or more can be nobody's answer."""
    demands = setting.demands
    for grid in grids(setting):
        words = np.zeros((bits.words, *grid.shape), dtype=np.uint64)
        broken = np.zeros(grid.shape, dtype=np.int64)
        for place, demand in enumerate(demands):
            _mark(words, place, ~grid.holds(demand))
        for place, agent in enumerate(setting.agents):
            _mark(words, bits.lines + place, below_no_deal(agent, grid))
        for place, link in enumerate(setting.links):
            breaks = ~grid.holds(link.rule)
            broken += breaks
            _mark(words, bits.link(place), breaks)
        yield _rows_of(words, broken, grid)


def _mark(words: Words, bit: int, where: Truth) -> None:
    words[bit // 64] |= where.astype(np.uint64) << np.uint64(bit % 64)


def _rows_of(words: Words, broken: NDArray[np.int64], grid: Grid) -> Rows:
    kept = np.flatnonzero(broken.ravel() <= 1)
    columns = words.reshape(len(words), -1).T[kept]
    return _distinct(Rows(columns, np.ones(len(kept), dtype=np.int64), kept + grid.start))


def _merged(tables: Iterator[Rows], bits: _Bits) -> Rows:
    """One table of all, merged while the parts are small."""
    done = Rows(np.zeros((0, bits.words), np.uint64), np.zeros(0, np.int64), np.zeros(0, np.int64))
    waiting = [done]
    for table in tables:
        waiting.append(table)
        if sum(len(each.counts) for each in waiting[1:]) > max(_MERGE_AT, len(waiting[0].counts)):
            waiting = [_joined(waiting)]
    return _joined(waiting)


def _joined(tables: list[Rows]) -> Rows:
    return _distinct(
        Rows(
            np.concatenate([table.words for table in tables]),
            np.concatenate([table.counts for table in tables]),
            np.concatenate([table.firsts for table in tables]),
        )
    )


def _distinct(rows: Rows) -> Rows:
    """Equal rows as one, in the order of their bits."""
    if not len(rows.counts):
        return rows
    order = np.lexsort(rows.words.T)
    words = rows.words[order]
    starts = np.flatnonzero(np.concatenate([[True], (words[1:] != words[:-1]).any(axis=1)]))
    return Rows(
        words[starts],
        np.add.reduceat(rows.counts[order], starts),
        np.minimum.reduceat(rows.firsts[order], starts),
    )


def _undominated(rows: Rows) -> Rows:
    """Without the rows that violate all another violates and more: ratification is monotone.

    After `_MOST_COMPARISONS` of rows the rest stays in; that leaves answers as they are.
    """
    weights = np.bitwise_count(rows.words).sum(axis=1, dtype=np.int64)
    left = rows.words[np.argsort(weights, kind="stable")]
    place, compared = 0, 0
    absent = np.asfortranarray(~left)
    while place < len(left) and compared < _MOST_COMPARISONS:
        compared += len(left)
        beyond = _touched(absent, left[place])
        beyond[place] = True
        left, absent = left[beyond], np.asfortranarray(absent[beyond])
        place += 1
    return _unnumbered(left)


def _unnumbered(words: Words) -> Rows:
    zeros = np.zeros(len(words), dtype=np.int64)
    return Rows(words, zeros, zeros)


def _bit_matrix(words: Words, bits: int) -> Truth:
    """Shape (rows, bits)."""
    places = np.arange(bits, dtype=np.uint64)
    chosen = words[:, np.arange(bits) // 64]
    return np.asarray((chosen >> (places % np.uint64(64))) & np.uint64(1), dtype=bool)


def _least_sets(words: Words, prices: Sequence[int], limit: int) -> Found:
    """The first `limit` rows none of whose subsets is a row: by price, then in line order."""
    bits = _bit_matrix(words, len(prices))
    exact = np.array(prices, dtype=np.int64 if sum(prices) < _LARGEST else object)
    order = np.lexsort((*(~bits.T[::-1]), bits @ exact))
    bits, absent = bits[order], ~words[order]
    found: list[Lines] = []
    # What a row contains costs less, so it stands before the row.
    while len(bits) and len(found) <= limit:
        found.append(frozenset(np.flatnonzero(bits[0]).tolist()))
        beyond = _touched(absent, ~absent[0])
        bits, absent = bits[beyond], absent[beyond]
    return Found(tuple(found[:limit]), len(found) <= limit)
