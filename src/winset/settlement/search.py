"""Blocks and openings by implicit hitting sets.

Every opening meets every block, and the least sets that do so are all of them (Liffiton and
Sakallah 2008; Davies and Bacchus 2011). So: take the cheapest set that meets all blocks known;
either it opens the zone, and is the next opening, or the lines left hold another block. The
other way round for blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from winset.settlement.effort import Effort, Spent

Lines = frozenset[int]
"""Places of red lines in force."""

_ROUNDS_PER_ANSWER = 50
_LEAST_ROUNDS = 5000
_MORE_TIES = 500
_CONFLICTS = 1_000_000


class Possibilities(Protocol):
    """What an engine must answer about the packages left while only some red lines stand."""

    def violated(self, kept: Lines) -> Lines | None:
        """Lines a package violates that all accept while only `kept` stand; None without one."""

    def conflict(self, kept: Lines) -> Lines | None:
        """Lines among `kept` that leave nothing; None when `kept` leave something."""


@dataclass(frozen=True, slots=True)
class Found:
    """Minimal sets of lines, cheapest first; `complete` unless something stopped the search.

    Where a budget did, `proven` is the price below which none is missing; None where `sets` are
    the first of all. `tied` says that those of the last price are not the first in line order.
    """

    sets: tuple[Lines, ...]
    complete: bool
    proven: int | None = None
    tied: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """Clauses over literals; `chosen[i]` is the literal that says that line i is in the set."""

    chosen: tuple[int, ...]
    clauses: Sequence[Sequence[int]]


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
        return None if violated is None else every - grown(engine, chosen, every, violated)

    return cheapest_first([1] * count, _hitting(count, openings), missed, limit, rounds)


def shrunk(engine: Possibilities, impossible: Lines) -> Lines:
    """A block among lines that leave nothing."""
    block = engine.conflict(impossible) or frozenset()
    for line in sorted(block):
        less = engine.conflict(block - {line}) if line in block else None
        block = block if less is None else less
    return block


def grown(engine: Possibilities, kept: Lines, every: Lines, violated: Lines) -> Lines:
    """A largest set of lines with `kept` in it that leaves something.

    A package all accept while `kept` stand violates `violated`.
    """
    kept = kept | (every - violated)
    for line in sorted(every):
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
    after so many `rounds` (0: as many as the limit suggests), or when a solver's budget ends.
    """
    answers: list[tuple[int, Lines]] = []
    sets = _CheapestSets(prices, rules)
    price = 0
    try:
        for chosen in sets.rounds(rounds or max(_LEAST_ROUNDS, limit * _ROUNDS_PER_ANSWER)):
            price = sum(prices[line] for line in chosen)
            # Equally cheap ones are gathered before the limit cuts, so that it cuts in line order.
            if len(answers) >= limit and price > answers[limit - 1][0]:
                return _ordered(answers, limit)
            if len(answers) >= limit + _MORE_TIES:
                return replace(_ordered(answers, limit), tied=True)
            obstacle = missed(chosen)
            if obstacle is None:
                answers.append((price, chosen))
                sets.exclude(chosen)
            else:
                sets.hit(obstacle)
    except Spent:
        return replace(_ordered(answers, limit), proven=price)
    if sets.exhausted:
        return replace(_ordered(answers, limit), complete=len(answers) <= limit)
    return replace(_ordered(answers, limit), proven=price)


def _ordered(answers: list[tuple[int, Lines]], limit: int) -> Found:
    in_order = sorted(answers, key=lambda answer: (answer[0], len(answer[1]), sorted(answer[1])))
    return Found(tuple(chosen for _, chosen in in_order[:limit]), complete=False)


def _hitting(count: int, known: Sequence[Lines] = ()) -> Rules:
    """Rules that a set of lines meets each known one; literal i+1 says that line i is in it."""
    clauses = tuple([line + 1 for line in sorted(each)] for each in known)
    return Rules(tuple(range(1, count + 1)), clauses)


class _CheapestSets:
    """Cheapest sets of lines that obey the rules, by MaxSAT (RC2, stratified)."""

    def __init__(self, prices: Sequence[int], rules: Rules) -> None:
        from pysat.formula import WCNF

        formula = WCNF()
        formula.extend([list(clause) for clause in rules.clauses])
        for literal, price in zip(rules.chosen, prices, strict=True):
            formula.append([-literal], weight=price)
        self._solver = _metered(formula, Effort(_CONFLICTS))
        self._chosen = rules.chosen
        self.exhausted = False

    def rounds(self, most: int) -> Iterator[Lines]:
        """The cheapest set at each turn, until none is left or `most` were taken; raises Spent."""
        with self._solver:
            for _ in range(most):
                model = self._solver.compute()
                if model is None:
                    self.exhausted = True
                    return
                true = set(model)
                yield frozenset(i for i, literal in enumerate(self._chosen) if literal in true)

    def hit(self, lines: Lines) -> None:
        """From now on every set must meet this one."""
        self._solver.add_clause([self._chosen[line] for line in sorted(lines)])

    def exclude(self, lines: Lines) -> None:
        """From now on no set may hold all of these."""
        self._solver.add_clause([-self._chosen[line] for line in sorted(lines)])


def _metered(formula: Any, effort: Effort) -> Any:
    """RC2 whose questions to its solver count against a budget."""
    from pysat.examples.rc2 import RC2Stratified

    class Metered(RC2Stratified):  # type: ignore[misc]
        bounded = False

        def minimize_core(self) -> None:
            self.bounded = True
            super().minimize_core()
            self.bounded = False

        def _call_oracle(
            self, assumptions: Sequence[int] = (), expect_interrupt: bool = False
        ) -> bool | None:
            if self.bounded:  # RC2 gives each of these questions a small budget of its own
                answer: bool | None = self.oracle.solve_limited(assumptions=list(assumptions))
                return answer
            return effort.solve(self.oracle, list(assumptions))

    # Hardening would lose openings dearer than the cheapest.
    return Metered(formula, solver="m22", exhaust=True, minz=True, nohard=True)
