"""Blocks and openings by implicit hitting sets.

Every opening meets every block, and the least sets that do so are all of them (Liffiton and
Sakallah 2008; Davies and Bacchus 2011). So: take the cheapest set that meets all blocks known;
either it opens the zone, and is the next opening, or the lines left hold another block. The
other way round for blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from winset.settlement.refusal.cheapest import CheapestSets, Rules
from winset.settlement.refusal.cheapest import Lines as Lines
from winset.settlement.refusal.effort import Spent

_ROUNDS_PER_ANSWER = 50
_LEAST_ROUNDS = 5000
_MORE_TIES = 500
_CONFLICTS = 80_000


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether `kept` lines leave something; the lines a package left violates, else some of
    `kept` that leave nothing.
    """

    possible: bool
    lines: Lines


class Possibilities(Protocol):
    """What an engine must answer about the packages left while only some red lines stand."""

    def examine(self, kept: Lines) -> Finding:
        """`violated` and `conflict` in one question."""

    def violated(self, kept: Lines) -> Lines | None:
        """Lines a package violates that all accept while only `kept` stand; None without one."""

    def conflict(self, kept: Lines) -> Lines | None:
        """Lines among `kept` that leave nothing; None when `kept` leave something."""


@dataclass(frozen=True, slots=True)
class Found:
    """Minimal sets of lines, cheapest first; `complete` unless something stopped the search.

    Where a budget did, `proven` is the price below which none is missing; None where `sets` are
    the first of all.
    """

    sets: tuple[Lines, ...]
    complete: bool
    proven: int | None = None


def find_openings(engine: Possibilities, costs: Sequence[int], limit: int) -> Found:
    """Minimal sets of lines whose giving up opens the zone: least cost, size, line order first.

    Something must be possible when no line stands, and nothing when all do.
    """
    every = frozenset(range(len(costs)))

    def missed(chosen: Lines) -> Lines | None:
        kept = every - chosen
        return shrunk(engine, kept) if engine.violated(kept) is None else None

    return cheapest_first(steps(costs), _hitting(len(costs)), missed, limit)


def steps(costs: Sequence[int]) -> list[int]:
    """Prices for a solver: the costs themselves, which it takes best, if none is 0."""
    return list(costs) if min(costs, default=1) > 0 else prices(costs)


def prices(costs: Sequence[int]) -> list[int]:
    """Costs such that of two sets that cost the same the smaller is cheaper.

    >>> prices([2, 0])
    [7, 1]
    """
    return [cost * (len(costs) + 1) + 1 for cost in costs]


def find_blocks(
    engine: Possibilities, count: int, limit: int, openings: Sequence[Lines] = (), rounds: int = 0
) -> Found:
    """Minimal sets of the `count` lines that together leave nothing: smallest first.

    Known openings make the search shorter; it stops after so many `rounds`, if any are given.
    """
    every = frozenset(range(count))

    def missed(chosen: Lines) -> Lines | None:
        violated = engine.violated(chosen)
        return None if violated is None else every - grown(engine, chosen, range(count), violated)

    return cheapest_first([1] * count, _hitting(count, openings), missed, limit, rounds)


class Corrections:
    """Sets of lines without which something is left, as bits of whole numbers.

    A block has a line in each; where it has but one, that line is needed, and nobody is asked.
    """

    def __init__(self, known: Sequence[Lines] = ()) -> None:
        self._masks = [_mask(lines) for lines in known]

    def add(self, lines: Lines) -> None:
        """One more."""
        self._masks.append(_mask(lines))

    def needed(self, block: Lines) -> Lines:
        """Lines of a block that some correction meets in that line alone."""
        whole, needed = _mask(block), 0
        for mask in self._masks:
            common = mask & whole
            if common & (common - 1) == 0:
                needed |= common
        return frozenset(line for line in block if needed >> line & 1)


def _mask(lines: Lines) -> int:
    made = 0
    for line in lines:
        made |= 1 << line
    return made


def shrunk(
    engine: Possibilities, impossible: Lines, corrections: Corrections | None = None
) -> Lines:
    """A block among lines that leave nothing; what is seen on the way joins `corrections`."""
    seen = Corrections() if corrections is None else corrections
    block = engine.conflict(impossible) or frozenset()
    needed = seen.needed(block)
    while block - needed:
        line = min(block - needed)
        found = engine.examine(block - {line})
        if found.possible:
            seen.add(found.lines - (block - {line}))
            needed |= {line}
        else:
            block = found.lines
            needed = seen.needed(block)
    return block


def grown(engine: Possibilities, kept: Lines, order: Sequence[int], violated: Lines) -> Lines:
    """A largest set of lines with `kept` in it that leaves something, lines tried in this order.

    A package all accept while `kept` stand violates `violated`.
    """
    every = frozenset(order)
    kept = kept | (every - violated)
    for line in order:
        if line in kept:
            continue
        more = engine.violated(kept | {line})
        if more is not None:
            kept = kept | {line} | (every - more)
    return kept


def cheapest_first(
    prices: Sequence[int],
    rules: Rules,
    missed: Callable[[Lines], Lines | None],
    limit: int,
    rounds: int = 0,
) -> Found:
    """The least sets that obey `rules` and meet every set `missed` can name, cheapest first.

    `missed` gives a set the chosen one does not meet, None when it meets all. The search stops
    after so many `rounds` (0: as many as the limit suggests), or when its budget ends.
    """
    answers: list[tuple[int, Lines]] = []
    sets = CheapestSets(prices, rules, _CONFLICTS)
    try:
        for chosen in sets.rounds(rounds or max(_LEAST_ROUNDS, limit * _ROUNDS_PER_ANSWER)):
            price = sum(prices[line] for line in chosen)
            if _beyond((price, chosen), answers, limit, sets.in_order):
                return _ordered(answers, limit)
            # Where very many cost the same, the next one is looked for in line order from here on.
            sets.in_order = len(answers) >= limit + _MORE_TIES
            obstacle = missed(chosen)
            if obstacle is None:
                answers.append((price, chosen))
                sets.exclude(chosen)
            else:
                sets.hit(obstacle)
    except Spent:
        pass
    if sets.exhausted:
        return replace(_ordered(answers, limit), complete=len(answers) <= limit)
    return replace(_ordered(answers, limit), proven=sets.cost)


def _beyond(
    found: tuple[int, Lines], answers: list[tuple[int, Lines]], limit: int, in_order: bool
) -> bool:
    """Whether what comes from here on stands behind the first `limit` answers.

    Equally cheap ones are gathered before the limit cuts, so that it cuts in line order.
    """
    if len(answers) < limit:
        return False
    if found[0] > answers[limit - 1][0]:
        return True
    return in_order and _place(found) > _place(sorted(answers, key=_place)[limit - 1])


def _place(answer: tuple[int, Lines]) -> tuple[int, int, list[int]]:
    """The order of answers: price, size, lines."""
    return answer[0], len(answer[1]), sorted(answer[1])


def _ordered(answers: list[tuple[int, Lines]], limit: int) -> Found:
    in_order = sorted(answers, key=_place)
    return Found(tuple(chosen for _, chosen in in_order[:limit]), complete=False)


def _hitting(count: int, known: Sequence[Lines] = ()) -> Rules:
    """Rules that a set of lines meets each known one; literal i+1 says that line i is in it."""
    clauses = tuple([line + 1 for line in sorted(each)] for each in known)
    return Rules(tuple(range(1, count + 1)), clauses)
