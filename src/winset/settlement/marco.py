"""Blocks in no order, quickly: the map of Liffiton, Previti, Malik and Marques-Silva (2016).

Where the smallest-first search comes to the end of its budget, this one still finds as many as are
asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from winset.settlement.effort import Spent
from winset.settlement.search import Found, Lines, Possibilities, grown, shrunk


class _Map(Protocol):
    def solve(self) -> bool: ...

    def get_model(self) -> list[int] | None: ...

    def add_clause(self, clause: list[int]) -> None: ...


def more_blocks(
    engine: Possibilities,
    count: int,
    limit: int,
    blocks: Sequence[Lines] = (),
    openings: Sequence[Lines] = (),
) -> Found:
    """`blocks` and further ones, until there are `limit`, no more, or the budget ends.

    1. Take a largest set of lines that holds no known block and misses no known opening.
    2. If it leaves nothing, shrink it to a block; if not, what it lacks is an opening.
    """
    from pysat.solvers import Minisat22

    found = list(blocks)
    with Minisat22() as unexplored:
        unexplored.set_phases([line + 1 for line in range(count)])
        for block in blocks:
            _exclude(unexplored, block)
        for opening in openings:
            _meet(unexplored, opening)
        try:
            whole = _explore(engine, unexplored, frozenset(range(count)), found, limit)
        except Spent:
            whole = False
    return Found(tuple(sorted(found, key=lambda block: (len(block), sorted(block)))), whole)


def _explore(
    engine: Possibilities, unexplored: _Map, every: Lines, found: list[Lines], limit: int
) -> bool:
    """Add blocks to `found`; whether these are all."""
    while unexplored.solve():
        if len(found) >= limit:
            return False
        model = unexplored.get_model() or []
        seed = frozenset(line - 1 for line in model if line > 0) | _unseen(every, model)
        violated = engine.violated(seed)
        if violated is None:
            found.append(shrunk(engine, seed))
            _exclude(unexplored, found[-1])
        else:
            _meet(unexplored, every - grown(engine, seed, every, violated))
    return True


def _exclude(unexplored: _Map, block: Lines) -> None:
    unexplored.add_clause([-line - 1 for line in sorted(block)])


def _meet(unexplored: _Map, opening: Lines) -> None:
    unexplored.add_clause([line + 1 for line in sorted(opening)])


def _unseen(every: Lines, model: list[int]) -> Lines:
    """Lines no clause speaks of yet."""
    return every - {abs(literal) - 1 for literal in model}
