"""Made-up negotiations of any size, the same for the same seed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

from winset.model import Model, parse_expression
from winset.model.issues import Issue
from winset.model.lines import Link, Points, RedLine, Span
from winset.model.parties import Body, Faction, Party

_FIRST_DAY = dt.date(2000, 1, 1)
_MEMBERS = ("left", "centre", "right")


@dataclass(frozen=True, slots=True)
class Size:
    """How large a negotiation is.

    One package, drawn first, satisfies all lines but about one in `strays`: 0 for none, 1 for
    lines drawn at random, which leave far less than nothing.
    """

    issues: int = 40
    options: int = 6
    parties: int = 12
    lines: int = 300
    strays: int = 20
    valued: int = 2

    def __str__(self) -> str:
        return f"{self.issues}x{self.options}, {self.parties} parties, {self.lines} lines"


def talks(size: Size, seed: int = 1) -> Model:
    """Parties, every third with a parliament of three; lines over two or three issues each."""
    random = Random(seed)
    parties = tuple(_party(number) for number in range(size.parties))
    issues = tuple(
        Issue(f"i{number}", "", tuple(f"o{place}" for place in range(size.options)), False, True)
        for number in range(size.issues)
    )
    planted = [random.randrange(size.options) for _ in issues]
    return Model(
        title=f"{size}, seed {seed}",
        parties=parties,
        issues=issues,
        red_lines=tuple(_line(random, size, parties, planted, n) for n in range(size.lines)),
        links=tuple(
            Link(f"link{n}", parse_expression(_demand(random, size, planted))) for n in range(3)
        ),
        points=tuple(_points(random, party.id, issues) for party in parties[: size.valued]),
    )


def additive(issues: int, options: int, parties: int, seed: int = 1, most: int = 100) -> Model:
    """Points and nothing else: no line, no link, no worth of no deal."""
    random = Random(seed)
    made = talks(Size(issues, options, parties, lines=0, valued=0), seed)
    tables = (_points(random, party.id, made.issues, most) for party in made.parties)
    return Model(parties=made.parties, issues=made.issues, points=tuple(tables))


def _party(number: int) -> Party:
    if number % 3:
        return Party(f"p{number}")
    seats = tuple(zip(_MEMBERS, (40, 35, 25), strict=True))
    factions = tuple(Faction(member) for member in _MEMBERS)
    return Party(f"p{number}", "", factions, (Body("house", "", seats),), parse_expression("house"))


def _line(
    random: Random, size: Size, parties: tuple[Party, ...], planted: list[int], number: int
) -> RedLine:
    party = parties[number % len(parties)]
    owner = f"{party.id}.{random.choice(_MEMBERS)}" if party.factions else party.id
    start = _FIRST_DAY + dt.timedelta(days=number)
    end = start + dt.timedelta(days=size.lines // 2) if number % 10 == 0 else None
    demand = parse_expression(_demand(random, size, planted))
    weight = random.randint(1, 9)
    return RedLine(f"line{number}", owner, demand, span=Span(start, end), weight=weight)


def _demand(random: Random, size: Size, planted: list[int]) -> str:
    """A rule over two or three issues, true of the planted package where one is asked for."""
    astray = size.strays > 0 and random.randrange(size.strays) == 0
    while True:
        issues = random.sample(range(size.issues), random.choice([2, 2, 3]))
        shares = [*[size.options // 3] * (len(issues) - 1), size.options // 2]
        here = [random.sample(range(size.options), share or 1) for share in shares]
        if astray or _allowed(issues, here, planted):
            break
    parts = [
        f"i{issue} in {{{_listed(options)}}}" for issue, options in zip(issues, here, strict=True)
    ]
    if len(parts) == 2:
        return f"{parts[0]} if {parts[1]}"
    return f"({parts[0]} or {parts[1]}) if {parts[2]}"


def _allowed(issues: list[int], here: list[list[int]], planted: list[int]) -> bool:
    true = [planted[issue] in options for issue, options in zip(issues, here, strict=True)]
    return any(true[:-1]) or not true[-1]


def _listed(options: list[int]) -> str:
    return ", ".join(f"o{option}" for option in sorted(options))


def _points(random: Random, party: str, issues: tuple[Issue, ...], most: int = 20) -> Points:
    worths = tuple(
        (issue.id, option, float(random.randint(0, most)))
        for issue in issues
        for option in issue.options
    )
    return Points(party, worths)
