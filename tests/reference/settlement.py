"""Settlements straight from the definitions: every package, every set of lines, nothing clever."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product

from winset.model import Expression, Model, mentioned
from winset.model.expressions import And, Compare, Count, If, Iff, Name, Not, Or
from winset.model.issues import Issue
from winset.model.lines import Link
from winset.model.parties import Body, Party

Options = dict[str, str]
Lines = tuple[int, ...]
Vector = tuple[Fraction, ...]


@dataclass(frozen=True)
class Answer:
    packages: int
    win_sets: dict[str, int]
    zone: list[Options]
    blocks: list[Lines]
    openings: list[tuple[Lines, Fraction, int]]
    frontier: set[Vector]
    solutions: dict[str, list[Options]]


class Reference:
    """One model on one day."""

    def __init__(self, model: Model, day: dt.date | None) -> None:
        self.model = model
        self.issues = {issue.id: issue for issue in model.issues}
        self.lines = [line for line in model.red_lines if line.span.holds(day)]
        self.links = [link for link in model.links if link.span.holds(day)]
        self.day = day
        self.known: dict[tuple[str, Lines, tuple[str, ...]], bool] = {}
        terms = [issue for issue in model.issues if len(issue.by) > 1] or list(model.issues)
        self.terms = [issue.id for issue in terms]
        self.every = tuple(range(len(self.lines)))
        actions = {
            issue.id: self._status_quo(issue) for issue in model.issues if issue not in terms
        }
        self.all_packages = [
            {**actions, **dict(zip(self.terms, options, strict=True))}
            for options in product(*(issue.options for issue in terms))
        ]
        self.possible = self.lawful(self.links)

    def answer(self) -> Answer:
        zone = self.zone(self.every)
        empty = not zone
        return Answer(
            len(self.possible),
            {
                party.id: sum(self.ratified(party, p, self.every) for p in self.possible)
                for party in self.model.parties
            },
            zone,
            self.blocks() if empty else [],
            self.openings() if empty else [],
            set(self.frontier(zone)) if zone and self.players() else set(),
            self.solutions(zone) if zone and self.players() else {},
        )

    # Who accepts what

    def lawful(self, links: list[Link]) -> list[Options]:
        return [p for p in self.all_packages if all(self.true(link.rule, p) for link in links)]

    def zone(self, kept: Lines) -> list[Options]:
        return [p for p in self.possible if self.all_ratify(p, kept)]

    def all_ratify(self, package: Options, kept: Lines) -> bool:
        return all(self.ratified(party, package, kept) for party in self.model.parties)

    def ratified(self, party: Party, package: Options, kept: Lines) -> bool:
        if not self.accepts(party.id, package, kept):
            return False
        members = {f.id for f in party.factions} | {m for b in party.bodies for m, _ in b.seats}
        home = {m: self.accepts(f"{party.id}.{m}", package, kept) for m in members}
        home |= {body.id: self.votes(body, home) for body in party.bodies}
        if party.ratify is not None:
            return self.formula(party.ratify, home)
        names = [f.id for f in party.factions] + [b.id for b in party.bodies]
        return all(home[name] for name in names)

    def votes(self, body: Body, home: Mapping[str, bool]) -> bool:
        total = sum(seats for _, seats in body.seats)
        needs = {
            "majority": Fraction(total // 2 + 1),
            "unanimity": Fraction(total),
        }.get(str(body.needs))
        if needs is None:
            needs = Fraction(body.needs)
            if "/" in str(body.needs):
                needs *= total
        accepting = sum(seats for member, seats in body.seats if home[member])
        return accepting >= needs and all(home[member] for member in body.veto)

    def accepts(self, agent: str, package: Options, kept: Lines) -> bool:
        own = tuple(place for place in kept if self.lines[place].party == agent)
        asked = (agent, own, tuple(package.values()))
        if asked not in self.known:  # asked again for every set of lines
            self.known[asked] = self.judges(agent, package, own)
        return self.known[asked]

    def judges(self, agent: str, package: Options, own: Lines) -> bool:
        for place in own:
            line = self.lines[place]
            if self.true(line.expression, package) == line.rejects:
                return False
        worth, no_deal = self.worth(agent, package), self.no_deal(agent)
        return worth is None or no_deal is None or worth >= no_deal

    def worth(self, agent: str, package: Options) -> Fraction | None:
        tables = [points for points in self.model.points if points.party == agent]
        if not tables:
            return None
        return sum(
            (
                Fraction(str(worth))
                for points in tables
                for issue, option, worth in points.worths
                if package[issue] == option
            ),
            Fraction(0),
        )

    def no_deal(self, agent: str) -> Fraction | None:
        stated = [n for n in self.model.no_deal if n.party == agent and n.span.holds(self.day)]
        latest = sorted(stated, key=lambda n: n.span.start or dt.date.min)
        return Fraction(str(latest[-1].points)) if latest else None

    # Blocks and openings

    def blocks(self) -> list[Lines]:
        empty = {kept for kept in self.subsets() if not self.zone(kept)}
        minimal = [k for k in empty if not any(_without(k, line) in empty for line in k)]
        return sorted(minimal, key=lambda k: (len(k), k))

    def openings(self) -> list[tuple[Lines, Fraction, int]]:
        left = {given: len(self.zone(self.others(given))) for given in self.subsets()}
        minimal = [g for g in left if left[g] and not any(left[_without(g, x)] for x in g)]
        if () in minimal or not minimal:
            return []
        weights = [Fraction(str(line.weight)) for line in self.lines]
        priced = [(g, sum((weights[x] for x in g), Fraction(0)), left[g]) for g in minimal]
        return sorted(priced, key=lambda o: (o[1], len(o[0]), o[0]))

    def block_links(self, block: Lines) -> list[str]:
        named = []
        for link in self.links:
            others = [other for other in self.links if other is not link]
            if any(self.all_ratify(p, block) for p in self.lawful(others)):
                named.append(link.id)
        return named

    def rungs(self, opening: Lines) -> dict[tuple[Lines, tuple[str, ...]], int]:
        """What the lines of an opening could accept in addition, by their least steps in all.

        Keyed by the lines and the options of the issues they mention, in the order of the model.
        """
        names = [n for n in self.terms if any(n in self._mentions(line) for line in opening)]
        found = {}
        for package in self.zone(self.others(opening)):
            steps = sum(self.steps(line, package) for line in opening)
            found[opening, tuple(package[name] for name in names)] = steps
        return found

    def steps(self, line: int, package: Options) -> int:
        """The least moves to what a line accepts, in the issues it mentions."""
        names = [name for name in self.terms if name in self._mentions(line)]
        fixed = {name: option for name, option in package.items() if name not in names}
        least = [
            sum(self.apart(name, package[name], option) for name, option in cell.items())
            for options in product(*(self.issues[name].options for name in names))
            for cell in [dict(zip(names, options, strict=True))]
            if self.true(self.lines[line].expression, {**fixed, **cell}) != self.lines[line].rejects
        ]
        return min(least, default=1)

    def apart(self, name: str, here: str, there: str) -> int:
        issue = self.issues[name]
        far = abs(issue.options.index(here) - issue.options.index(there))
        return far if issue.ordered else min(far, 1)

    def weaker(self, line: int, opening: Lines) -> list[int]:
        """Other lines of the body that still stand and that the line implies, the strongest."""

        def implies(one: int, other: int) -> bool:
            return bool(self._mentions(one) & self._mentions(other)) and all(
                self.demanded(other, p) for p in self.possible if self.demanded(one, p)
            )

        party = self.lines[line].party
        implied = [
            other
            for other in self.others(opening)
            if self.lines[other].party == party and implies(line, other)
        ]
        return [
            one
            for one in implied
            if not any(implies(x, one) and not implies(one, x) for x in implied)
        ]

    def demanded(self, line: int, package: Options) -> bool:
        return self.true(self.lines[line].expression, package) != self.lines[line].rejects

    def _mentions(self, line: int) -> frozenset[str]:
        return frozenset(mentioned(self.lines[line].expression))

    def subsets(self) -> Iterator[Lines]:
        for size in range(len(self.every) + 1):
            yield from combinations(self.every, size)

    def others(self, given: Lines) -> Lines:
        return tuple(line for line in self.every if line not in given)

    # Frontier and fair points

    def players(self) -> list[str]:
        named = {points.party for points in self.model.points}
        return [party.id for party in self.model.parties if party.id in named]

    def vector(self, package: Options) -> Vector:
        return tuple(self.worth(party, package) or Fraction(0) for party in self.players())

    def frontier(self, zone: list[Options]) -> list[Vector]:
        vectors = {self.vector(p) for p in zone}
        return [v for v in vectors if not any(_dominates(other, v) for other in vectors)]

    def solutions(self, zone: list[Options]) -> dict[str, list[Options]]:
        vectors = self.frontier(zone)
        floor = [self.no_deal(party) or Fraction(0) for party in self.players()]
        gains = {v: [x - d for x, d in zip(v, floor, strict=True)] for v in vectors}
        best = [max(column) for column in zip(*gains.values(), strict=True)]
        zero = Fraction(0)
        rules: dict[str, dict[Vector, Fraction]] = {
            "nash": {v: math.prod(g, start=Fraction(1)) for v, g in gains.items() if min(g) >= 0},
            "kalai_smorodinsky": {
                v: min((x / b for x, b in zip(g, best, strict=True) if b > 0), default=zero)
                for v, g in gains.items()
            },
            "egalitarian": {v: min(g) for v, g in gains.items()},
            "utilitarian": {v: sum(g, zero) for v, g in gains.items()},
        }
        return {
            name: [p for p in zone if scores.get(self.vector(p)) == max(scores.values())]
            if scores
            else []
            for name, scores in rules.items()
        }

    # Expressions

    def _status_quo(self, issue: Issue) -> str:
        wanted = self.model.states.status_quo
        if wanted is None:
            return issue.options[0]
        states = product(*(each.options for each in self.model.issues))
        true = {
            state[list(self.issues).index(issue.id)]
            for state in states
            if self.true(wanted, dict(zip(self.issues, state, strict=True)))
        }
        return true.pop() if len(true) == 1 else issue.options[0]

    def true(self, expression: Expression, package: Options) -> bool:
        if isinstance(expression, Compare):
            return self._compared(expression, package)
        return self.formula(expression, package)

    def formula(self, expression: Expression, values: Mapping[str, object]) -> bool:
        def true(part: Expression) -> bool:
            return self.true(part, values)  # type: ignore[arg-type]

        match expression:
            case Name(name):
                return values[name] in ("yes", True)
            case Not(part):
                return not true(part)
            case And(parts):
                return all(true(part) for part in parts)
            case Or(parts):
                return any(true(part) for part in parts)
            case If(then, condition):
                return true(then) or not true(condition)
            case Iff(left, right):
                return true(left) == true(right)
            case Count(bound, number, parts):
                number_true = sum(true(part) for part in parts)
                return {
                    "at least": number_true >= number,
                    "at most": number_true <= number,
                    "exactly": number_true == number,
                }[bound]
        raise AssertionError(expression)

    def _compared(self, leaf: Compare, package: Options) -> bool:
        options = self.issues[leaf.issue].options
        here = options.index(package[leaf.issue])
        there = [options.index(option) for option in leaf.options]
        return {
            "=": here == there[0],
            "!=": here != there[0],
            "<": here < there[0],
            "<=": here <= there[0],
            ">": here > there[0],
            ">=": here >= there[0],
            "in": here in there,
        }[leaf.sign]


def _without(lines: Lines, line: int) -> Lines:
    return tuple(other for other in lines if other != line)


def _dominates(better: Vector, worse: Vector) -> bool:
    return better != worse and all(x >= y for x, y in zip(better, worse, strict=True))
