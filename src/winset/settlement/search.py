"""Blocks and openings by implicit hitting sets.

Every opening meets every block, and the least sets that do so are all of them (Liffiton and
Sakallah 2008; Davies and Bacchus 2011). So: take the cheapest set that meets all blocks known;
either it opens the zone, and is the next opening, or the lines left hold another block. The
other way round for blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

Lines = frozenset[int]
"""Places of red lines in force."""

_ROUNDS_PER_ANSWER = 50
_TIES_PER_ANSWER = 10


class Possibilities(Protocol):
    """What an engine must answer about the packages left while only some red lines stand."""

    def violated(self, kept: Lines) -> Lines | None:
        """Lines a package violates that all accept while only `kept` stand; None without one."""

    def conflict(self, kept: Lines) -> Lines:
        """Lines among `kept` that leave nothing, when `kept` leave nothing."""


@dataclass(frozen=True, slots=True)
class Found:
    """Minimal sets of lines, cheapest first; `complete` unless a limit stopped the search."""

    sets: tuple[Lines, ...]
    complete: bool


def find_openings(
    engine: Possibilities, costs: Sequence[int], limit: int, blocks: Sequence[Lines] = ()
) -> Found:
    """Minimal sets of lines whose giving up opens the zone: least cost, size, line order first.

    Something must be possible when no line stands, and nothing when all do.
    """
    every = frozenset(range(len(costs)))

    def missed(chosen: Lines) -> Lines | None:
        kept = every - chosen
        return _shrunk(engine, kept) if engine.violated(kept) is None else None

    # Among equal costs the smaller set first: one more line costs one more unit.
    prices = [cost * (len(costs) + 1) + 1 for cost in costs]
    return _least_hitting(prices, missed, limit, blocks)


def find_blocks(
    engine: Possibilities, count: int, limit: int, openings: Sequence[Lines] = ()
) -> Found:
    """Minimal sets of the `count` lines that together leave nothing: smallest first."""
    every = frozenset(range(count))

    def missed(chosen: Lines) -> Lines | None:
        violated = engine.violated(chosen)
        return None if violated is None else every - _grown(engine, chosen, every, violated)

    return _least_hitting([1] * count, missed, limit, openings)


def _shrunk(engine: Possibilities, impossible: Lines) -> Lines:
    """A block among lines that leave nothing."""
    block = engine.conflict(impossible)
    for line in sorted(block):
        if engine.violated(block - {line}) is None:
            block = block - {line}
    return block


def _grown(engine: Possibilities, kept: Lines, every: Lines, violated: Lines) -> Lines:
    """A largest set of lines with `kept` in it that leaves something."""
    kept = kept | (every - violated)
    for line in sorted(every):
        if line in kept:
            continue
        more = engine.violated(kept | {line})
        if more is not None:
            kept = kept | {line} | (every - more)
    return kept


def _least_hitting(
    prices: Sequence[int],
    missed: Callable[[Lines], Lines | None],
    limit: int,
    known: Sequence[Lines],
) -> Found:
    """The least sets that meet every set `missed` can name, cheapest first.

    `missed` gives a set the chosen one does not meet, None when it meets all.
    """
    answers: list[tuple[int, Lines]] = []
    sets = _HittingSets(prices, known)
    for chosen in sets.rounds(limit * _ROUNDS_PER_ANSWER):
        price = sum(prices[line] for line in chosen)
        # Equally cheap ones are gathered to the last before the limit cuts, to cut in line order.
        if len(answers) >= limit and price > answers[limit - 1][0]:
            return _ordered(answers, limit, complete=False)
        if len(answers) >= limit * _TIES_PER_ANSWER:
            return _ordered(answers, limit, complete=False)
        obstacle = missed(chosen)
        if obstacle is None:
            answers.append((price, chosen))
            sets.exclude(chosen)
        else:
            sets.hit(obstacle)
    return _ordered(answers, limit, complete=sets.exhausted)


def _ordered(answers: list[tuple[int, Lines]], limit: int, complete: bool) -> Found:
    in_order = sorted(answers, key=lambda answer: (answer[0], sorted(answer[1])))
    cut = tuple(chosen for _, chosen in in_order[:limit])
    return Found(cut, complete and len(answers) <= limit)


class _HittingSets:
    """Cheapest sets that meet all given ones, by MaxSAT (RC2)."""

    def __init__(self, prices: Sequence[int], known: Sequence[Lines]) -> None:
        from pysat.examples.rc2 import RC2
        from pysat.formula import WCNF

        formula = WCNF()
        formula.nv = len(prices)
        for line, price in enumerate(prices):
            formula.append([-line - 1], weight=price)
        for each in known:
            formula.append(_clause(each))
        self._solver = RC2(formula, solver="g3")
        self._lines = range(len(prices))
        self.exhausted = False

    def rounds(self, most: int) -> Iterator[Lines]:
        """The cheapest set at each turn, until none is left or `most` were taken."""
        with self._solver:
            for _ in range(most):
                model = self._solver.compute()
                if model is None:
                    self.exhausted = True
                    return
                true = {literal for literal in model if literal > 0}
                yield frozenset(line for line in self._lines if line + 1 in true)

    def hit(self, lines: Lines) -> None:
        """From now on every set must meet this one."""
        self._solver.add_clause(_clause(lines))

    def exclude(self, lines: Lines) -> None:
        """From now on no set may hold all of these."""
        self._solver.add_clause([-literal for literal in _clause(lines)])


def _clause(lines: Lines) -> list[int]:
    return [line + 1 for line in sorted(lines)]
