"""Frontier and fair points where there are too many packages to go through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Protocol

from winset.settlement.bargain.ascent import ascend
from winset.settlement.bargain.fairness import (
    Fair,
    LeastShare,
    Nash,
    Rule,
    Table,
    Utilitarian,
    greatest,
    guided,
    settled,
)
from winset.settlement.bargain.frontier import (
    Bargain,
    Player,
    fair_rows,
    players,
    remarks,
    seated_gains,
)
from winset.settlement.bargain.optimum import Guide, Optima
from winset.settlement.bargain.pareto import Sweep
from winset.settlement.bargain.reach import Reach, Units
from winset.settlement.bargain.referee import Referee
from winset.settlement.bargain.worth import Worth
from winset.settlement.refusal.effort import Effort, Spent
from winset.settlement.results import Outcome, Package, Solutions
from winset.settlement.setting import Agent, Setting
from winset.settlement.win_sets.diagram import Diagram
from winset.settlement.win_sets.functions import Outgrown

_CUT = "the frontier is cut to the {} fair points: rules tie too many issues for more"
_UNSURE = "the frontier is cut at {} points: rules tie too many issues together"
_ALONE = (
    "that the frontier is whole rests on one solver (CP-SAT): the points are too fine for the "
    "other to confirm it"
)
_LISTING = 100_000
"""Conflicts spent on listing packages that tie."""


class _Source(Protocol):
    """Packages worth exactly what is asked for: at most so many, and whether these are all."""

    def packages(self, vector: Sequence[int], most: int) -> tuple[tuple[Package, ...], bool]: ...


def bargain_beyond(setting: Setting, limit: int) -> Bargain:
    """The frontier by diagram, else by a solver; every package held against the definitions."""
    seated = players(setting)
    if not seated:
        return Bargain()
    try:
        return _diagrammed(setting, seated, limit)
    except Outgrown:
        pass
    worths = [player.worth for player in seated]
    try:
        return _climbed(setting, seated, worths, limit)
    except Outgrown:  # points too fine to be added up in clauses
        return _optimised(setting, seated, worths, limit)


def _diagrammed(setting: Setting, seated: tuple[Player, ...], limit: int) -> Bargain:
    names = {player.party for player in seated}
    # What is below no deal is left out at the end: what dominates the rest is never below.
    free = replace(setting, agents=tuple(_unbounded(a, names) for a in setting.agents))
    diagram = Diagram(free, [party.id for party in setting.parties])
    root = diagram.root()
    if root is None:
        return Bargain()
    sweep = Sweep(diagram, root, [player.worth for player in seated])
    vectors = [tuple(v) for v in sweep.frontier.tolist() if _acceptable(seated, v)]
    examples = {vector: sweep.example(vector) for vector in vectors}
    return _Whole(setting, seated, sweep).bargain(examples, limit)


def _climbed(
    setting: Setting, seated: tuple[Player, ...], worths: Sequence[Worth], limit: int
) -> Bargain:
    reach = Reach(setting, worths)
    ascent = ascend(reach)
    if ascent.whole:
        return _Whole(setting, seated, _Reached(reach)).bargain(ascent.examples, limit)
    reach = Reach(setting, worths)  # what was learned on the way would slow the proofs to come
    whole = _Whole(setting, seated, _Reached(reach))
    found = dict(_fair(reach, Guide(setting, worths), worths))
    points = {u: package for fair in found.values() for u, package in fair.examples.items()}
    listed = dict(sorted(points.items(), reverse=True))
    solutions, reasons = whole.solutions({n: list(f.examples) for n, f in found.items()}, limit)
    unsettled = [f"{name}: {fair.reason}" for name, fair in found.items() if fair.reason]
    return Bargain(
        tuple(whole.outcome(package, units) for units, package in listed.items()),
        solutions,
        (_CUT.format(len(listed)), *unsettled, *reasons),
    )


def _optimised(
    setting: Setting, seated: tuple[Player, ...], worths: Sequence[Worth], limit: int
) -> Bargain:
    optima = Optima(setting, worths)
    whole = _Whole(setting, seated, optima)
    if optima.whole:
        examples = dict(sorted(optima.examples.items(), reverse=True))
        made = whole.bargain(examples, limit)
        return replace(made, incomplete=(_ALONE, *made.incomplete))
    outcomes = [whole.outcome(package, units) for units, package in optima.examples.items()]
    reasons = (
        _UNSURE.format(len(outcomes)),
        "the fair points are not computed: points are too fine",
    )
    return Bargain(tuple(outcomes), incomplete=reasons)


def _fair(reach: Reach, guide: Guide, worths: Sequence[Worth]) -> Iterator[tuple[str, Fair]]:
    """Each rule's fair points, computed without the frontier."""
    table = Table.of(worths)
    yield "utilitarian", _by(Utilitarian(table), reach, guide)
    yield "egalitarian", _by(LeastShare(table, [Fraction(1)] * len(worths)), reach, guide)
    try:
        bests = _bests(reach, guide, worths)
    except Spent as error:
        reason = Fair({}, f"what each party could have at best is not known: {error}")
        yield from (("kalai_smorodinsky", reason), ("nash", reason))
        return
    gains = table.gains(bests)
    shares = [gain if gain > 0 else Fraction(0) for gain in gains]
    none = Fair({}, "no party can gain anything, so every point of the frontier ties")
    ks = _by(LeastShare(table, shares), reach, guide) if any(shares) else none
    yield "kalai_smorodinsky", ks
    nash = _by(Nash(table), reach, guide, bests) if min(gains) > 0 else Fair({})
    if not nash.examples and not nash.reason:
        nash = Fair({}, "in every package some party gains nothing, so no product is above 0")
    yield "nash", nash


def _by(rule: Rule, reach: Reach, guide: Guide, bests: Units = ()) -> Fair:
    """What a rule chooses, from the best package the guide knows, or any, upwards."""
    try:
        hint = guided(rule, guide, bests)
        if hint is not None:
            return settled(rule, reach, rule.score(hint[0]))
        if isinstance(rule, Nash):
            return settled(rule, reach, Fraction(0))
        reach.found([], Effort(_LISTING))
        return settled(rule, reach, rule.score(reach.climbed([])[0]))
    except (Outgrown, Spent) as error:
        return Fair({}, str(error))


def _bests(reach: Reach, guide: Guide, worths: Sequence[Worth]) -> Units:
    found = []
    for player in range(len(worths)):
        weights = [int(other == player) for other in range(len(worths))]
        hint = guide.greatest_sum(weights)
        start = hint[0][player] if hint else min(worths[player].no_deal or 0, 0)
        found.append(greatest(reach, player, start))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Reached:
    reach: Reach

    def packages(self, vector: Sequence[int], most: int) -> tuple[tuple[Package, ...], bool]:
        return self.reach.packages(vector, most, Effort(_LISTING))


class _Whole:
    """Makes outcomes of worths, each package held against the definitions again."""

    def __init__(self, setting: Setting, seated: tuple[Player, ...], source: _Source) -> None:
        self._referee = Referee(setting)
        self._every = frozenset(range(len(setting.lines)))
        self._seated, self._source = seated, source

    def bargain(self, examples: Mapping[Units, Package], limit: int) -> Bargain:
        """The answer where these worths are the whole frontier."""
        vectors = list(examples)
        gains = [seated_gains(self._seated, list(vector)) for vector in vectors]
        rows = fair_rows(gains)
        solutions, reasons = self.solutions(
            {name: [vectors[row] for row in chosen] for name, chosen in rows.items()}, limit
        )
        frontier = tuple(self.outcome(package, units) for units, package in examples.items())
        return Bargain(frontier, solutions, tuple(reasons), remarks(gains))

    def solutions(
        self, chosen: Mapping[str, Sequence[Units]], limit: int
    ) -> tuple[Solutions, list[str]]:
        """Packages for the worths each rule chose, and where more tie than are listed."""
        solutions, reasons = {}, []
        for name, vectors in chosen.items():
            solutions[name], whole = self._tied(vectors, limit)
            if not whole:
                number = len(solutions[name])
                reasons.append(f"{name}: more packages tie than the {number} that are listed")
        return Solutions(**solutions), reasons

    def outcome(self, package: Package, units: Units) -> Outcome:
        """A package with its worths; raises WinsetError unless all accept it."""
        self._referee.check(package, self._every)
        worths = zip(self._seated, units, strict=True)
        return Outcome(package, tuple((p.party, p.worth.points(worth)) for p, worth in worths))

    def _tied(self, vectors: Sequence[Units], limit: int) -> tuple[tuple[Outcome, ...], bool]:
        listed: list[Outcome] = []
        for vector in vectors:
            packages, whole = self._source.packages(vector, limit - len(listed))
            listed += (self.outcome(package, vector) for package in packages)
            if not whole:
                return tuple(listed), False
        return tuple(listed), True


def _acceptable(seated: tuple[Player, ...], vector: Sequence[int]) -> bool:
    return all(
        player.worth.no_deal is None or units >= player.worth.no_deal
        for player, units in zip(seated, vector, strict=True)
    )


def _unbounded(agent: Agent, names: set[str]) -> Agent:
    if agent.name not in names or agent.worth is None:
        return agent
    return replace(agent, worth=replace(agent.worth, no_deal=None))
