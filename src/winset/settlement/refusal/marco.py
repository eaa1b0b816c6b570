"""Blocks and openings in no order, quickly: the map of Liffiton, Previti, Malik and
Marques-Silva (2016).

Where the search for the smallest or cheapest comes to the end of its budget, this one still finds
as many as are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from winset.settlement.refusal.effort import Spent
from winset.settlement.refusal.search import Corrections, Found, Lines, Possibilities, grown, shrunk


def more_blocks(
    engine: Possibilities,
    count: int,
    limit: int,
    blocks: Sequence[Lines] = (),
    openings: Sequence[Lines] = (),
) -> Found:
    """`blocks` and further ones, until there are `limit`, no more, or the budget ends."""
    found = list(blocks)
    unexplored = _Map(count, blocks, openings)
    whole = True
    try:
        for lines, blocking in _explored(engine, unexplored, range(count)):
            if blocking and len(found) == limit:
                whole = False
                break
            found += [lines] if blocking else []
    except Spent:
        whole = False
    return Found(tuple(sorted(found, key=lambda block: (len(block), sorted(block)))), whole)


def more_openings(
    engine: Possibilities, costs: Sequence[int], limit: int, openings: Found
) -> Found:
    """The cheapest openings known and further ones, dear lines given up last, up to the limit."""
    dearest_first = sorted(range(len(costs)), key=lambda line: -costs[line])
    found: list[Lines] = []
    unexplored = _Map(len(costs), (), openings.sets, most=False)
    try:
        for lines, blocking in _explored(engine, unexplored, dearest_first):
            if not blocking and len(openings.sets) + len(found) == limit:
                break
            found += [] if blocking else [lines]
    except Spent:
        pass

    def place(opening: Lines) -> tuple[int, int, list[int]]:
        return sum(costs[line] for line in opening), len(opening), sorted(opening)

    return replace(openings, sets=(*openings.sets, *sorted(found, key=place)))


def _explored(
    engine: Possibilities, unexplored: _Map, order: Sequence[int]
) -> Iterator[tuple[Lines, bool]]:
    """Further blocks (True) and openings (False), each once; raises Spent.

    1. Take a set of lines that holds no known block and misses no known opening.
    2. If it leaves nothing, shrink it to a block; if not, let it grow, in this order of lines, as
       long as something is left: what it lacks is an opening.
    """
    every = frozenset(order)
    with unexplored:
        while (seed := unexplored.seed()) is not None:
            violated = engine.violated(seed)
            if violated is None:
                block = shrunk(engine, seed, unexplored.corrections)
                unexplored.exclude(block)
                yield block, True
            else:
                opening = every - grown(engine, seed, order, violated)
                unexplored.meet(opening)
                yield opening, False


class _Map:
    """Sets of lines not yet explored: with as many lines as come to mind first, or as few."""

    def __init__(
        self, count: int, blocks: Sequence[Lines], openings: Sequence[Lines], most: bool = True
    ) -> None:
        from pysat.solvers import Minisat22

        self._every = frozenset(range(count))
        self._most = most
        self._solver = Minisat22()
        self._solver.set_phases([line + 1 if most else -line - 1 for line in range(count)])
        self.corrections = Corrections(openings)
        for block in blocks:
            self.exclude(block)
        for opening in openings:
            self._solver.add_clause([line + 1 for line in sorted(opening)])

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        self._solver.delete()

    def seed(self) -> Lines | None:
        """A set not explored; None when all are."""
        if not self._solver.solve():
            return None
        model = self._solver.get_model() or []
        # Lines no clause speaks of yet are free.
        unseen = self._every - {abs(literal) - 1 for literal in model}
        chosen = frozenset(literal - 1 for literal in model if literal > 0)
        return chosen | unseen if self._most else chosen

    def exclude(self, block: Lines) -> None:
        """No further set may hold this block."""
        self._solver.add_clause([-line - 1 for line in sorted(block)])

    def meet(self, opening: Lines) -> None:
        """Every further set has a line of this opening."""
        self.corrections.add(opening)
        self._solver.add_clause([line + 1 for line in sorted(opening)])
