"""Small models made from a seed, with everything the settlement engine reads."""

from __future__ import annotations

import datetime as dt
from random import Random

from winset.model import Expression, Model, StateRules
from winset.model.expressions import And, Compare, Count, If, Iff, Name, Not, Or
from winset.model.issues import Issue
from winset.model.lines import Link, NoDeal, Points, RedLine, Span
from winset.model.parties import Body, Faction, Party

DAYS = tuple(dt.date(2000, month, 1) for month in range(1, 6))


def model(seed: int) -> Model:
    """A model of one to three parties and at most 200 packages, the same for the same seed."""
    random = Random(seed)
    parties = tuple(_party(random, name) for name in "abc"[: random.choice([1, 2, 2, 2, 3])])
    issues, status_quo = _issues(random)
    agents = [p.id for p in parties] + [f"{p.id}.{m}" for p in parties for m in p.members]
    spans = random.random() < 0.3
    lines = tuple(
        RedLine(
            f"line{number}",
            random.choice(agents),
            _expression(random, issues, 2),
            random.random() < 0.3,
            _span(random) if spans else Span(),
            weight=random.choice([1, 1, 1, 2, 0.5, 3, 0]),
        )
        for number in range(random.choice([0, 2, 3, 4, 5, 6, 7, 8]))
    )
    links = tuple(
        Link(f"link{number}", _expression(random, issues, 2), _span(random) if spans else Span())
        for number in range(random.choice([0, 0, 0, 1, 1, 2]))
    )
    valued = [agent for agent in agents if random.random() < 0.6]
    return Model(
        title=f"made from seed {seed}",
        parties=parties,
        issues=issues,
        states=StateRules(status_quo=status_quo),
        red_lines=lines,
        links=links,
        points=tuple(_points(random, agent, issues) for agent in valued),
        no_deal=tuple(
            NoDeal(agent, random.choice([-1, 0, 1, 2.5, 4]), _span(random) if spans else Span())
            for agent in agents
            for _ in range(random.choice([0, 0, 0, 0, 1, 2]))
        ),
    )


def day(seed: int) -> dt.date | None:
    return Random(-seed).choice([None, *DAYS])


def _party(random: Random, name: str) -> Party:
    factions = tuple(Faction(f"f{n}") for n in range(random.choice([0, 0, 1, 2, 3])))
    bodies = tuple(_body(random, f"body{n}", factions) for n in range(random.choice([0, 0, 1, 2])))
    names = [faction.id for faction in factions] + [body.id for body in bodies]
    ratify = _ratify(random, names) if names and random.random() < 0.5 else None
    return Party(name, "", factions, bodies, ratify)


def _body(random: Random, name: str, factions: tuple[Faction, ...]) -> Body:
    members = [f.id for f in factions] + [f"{name}m{n}" for n in range(2)]
    seated = random.sample(members, random.randint(1, len(members)))
    seats = tuple((member, random.randint(1, 9)) for member in seated)
    total = sum(count for _, count in seats)
    needs: list[str | int] = ["majority", "2/3", "3/5", "unanimity", total // 2]
    veto = tuple(random.sample(seated, 1)) if random.random() < 0.3 else ()
    return Body(name, "", seats, random.choice(needs), veto)


def _ratify(random: Random, names: list[str], depth: int = 2) -> Expression:
    if depth == 0 or random.random() < 0.4:
        return Name(random.choice(names))
    parts = tuple(_ratify(random, names, depth - 1) for _ in range(random.randint(2, 3)))
    kind = random.randrange(3)
    return (And(parts), Or(parts), Count("at least", random.randint(1, 2), parts))[kind]


def _issues(random: Random) -> tuple[tuple[Issue, ...], Expression | None]:
    issues = []
    for number in range(random.randint(1, 4)):
        by = random.choice([(), ("a", "b"), ("a", "b")])
        size = random.choice([2, 2, 3, 4])
        if size == 2:
            issues.append(Issue(f"i{number}", by=by))
        else:
            options = tuple(f"o{n}" for n in range(size))
            issues.append(Issue(f"i{number}", "", options, False, True, by))
    values = [Compare(each.id, "=", (random.choice(each.options),)) for each in issues]
    return tuple(issues), And(tuple(values)) if len(values) > 1 else values[0]


def _expression(random: Random, issues: tuple[Issue, ...], depth: int) -> Expression:
    if depth == 0 or random.random() < 0.4:
        return _leaf(random, random.choice(issues))

    def part() -> Expression:
        return _expression(random, issues, depth - 1)

    kind = random.randrange(6)
    if kind == 0:
        return Not(part())
    if kind < 3:
        return (And, Or)[kind - 1]((part(), part()))
    if kind == 3:
        return If(part(), part())
    if kind == 4:
        return Iff(part(), part())
    bound = random.choice(["at least", "at most", "exactly"])
    return Count(bound, random.randint(1, 2), (part(), part(), part()))


def _leaf(random: Random, issue: Issue) -> Expression:
    if issue.yes_no:
        return Name(issue.id) if random.random() < 0.5 else Not(Name(issue.id))
    if random.random() < 0.2:
        return Compare(issue.id, "in", tuple(random.sample(issue.options, 2)))
    sign = random.choice(["=", "!=", "<", "<=", ">", ">="])
    return Compare(issue.id, sign, (random.choice(issue.options),))


def _points(random: Random, agent: str, issues: tuple[Issue, ...]) -> Points:
    worths = tuple(
        (issue.id, option, random.choice([0, 1, 2, 3, 5, 0.1, 2.5, -1]))
        for issue in issues
        for option in issue.options
    )
    return Points(agent, worths)


def _span(random: Random) -> Span:
    start, end = sorted(random.sample([None, *DAYS, None], 2), key=lambda d: d or DAYS[0])
    return Span(start, None if end == start else end)
