"""Trades across issues: who cares more about what, and which exchanges leave both better off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, permutations

from winset.errors import Misuse
from winset.model import Model
from winset.model.issues import Issue
from winset.settlement.bargain.adjusted_winner import adjusted_winner
from winset.settlement.bargain.frontier import Player, players
from winset.settlement.results import Package
from winset.settlement.setting import Setting, setting, settings_day
from winset.settlement.what_if.verdicts import Verdict, judge


@dataclass(frozen=True, slots=True)
class Contested:
    """An issue two parties would settle differently: the option each wants most, and its stake.

    A stake is what the option one wants is worth to it over the option the other wants.
    """

    issue: str
    options: tuple[str, str]
    stakes: tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class Trade:
    """One party has its way on one issue and the other on another, rather than the reverse.

    `gives` and `gets` are seen from the first of the two `parties`; `gains` are what each of the
    two gains by it, and `others` what it changes for every other party with points.
    """

    parties: tuple[str, str]
    gets: tuple[str, str]
    gives: tuple[str, str]
    gains: tuple[Fraction, Fraction]
    others: tuple[tuple[str, Fraction], ...] = ()


@dataclass(frozen=True, slots=True)
class Logroll:
    """Between two parties: what both want alike, what they contest, and trades worth making.

    Trades come largest first, by the smaller of the two gains as a share of the party's stakes.
    """

    parties: tuple[str, str]
    alike: Package
    contested: tuple[Contested, ...]
    trades: tuple[Trade, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a contested issue that goes the first party's way, the rest the other's."""

    issue: Contested
    first: Fraction


@dataclass(frozen=True, slots=True)
class Divided:
    """Adjusted Winner over the contested issues: each party's points out of 100.

    `whole` holds every issue each to its winner; a split issue goes one way in the first of them
    and the other way in the second, and each is held against the lines and links.
    """

    parties: tuple[str, str]
    alike: Package
    shares: tuple[Share, ...]
    points: tuple[Fraction, Fraction]
    whole: tuple[Verdict, ...]


def logrolls(model: Model, day: dt.date | None = None) -> tuple[Logroll, ...]:
    """For every two parties with points, the issues to trade; raises Misuse with fewer than two."""
    stage = setting(model, settings_day(model, day))
    seated = _seated(stage)
    return tuple(_logroll(stage, seated, pair) for pair in combinations(seated, 2))


def divide(model: Model, day: dt.date | None = None) -> Divided:
    """Contested issues shared by Adjusted Winner (Brams and Taylor 1996), as if divisible.

    Raises Misuse unless exactly two parties have points, or where they contest nothing.
    """
    stage = setting(model, settings_day(model, day))
    seated = _seated(stage)
    if len(seated) > 2:
        names = ", ".join(player.party for player in seated)
        raise Misuse(f"Adjusted Winner is for two parties with points; here are {names}")
    found = _logroll(stage, seated, (seated[0], seated[1]))
    if not found.contested:
        raise Misuse("both parties want the same option of every issue: there is nothing to divide")
    first, second = zip(*(each.stakes for each in found.contested), strict=True)
    division = adjusted_winner(first, second)
    shares = tuple(map(Share, found.contested, division.shares))
    return Divided(
        found.parties, found.alike, shares, division.points, tuple(_rounded(stage, found, shares))
    )


def _seated(stage: Setting) -> tuple[Player, ...]:
    seated = players(stage)
    if len(seated) < 2:
        raise Misuse(f"{len(seated)} parties have points; expected two, as [points.PARTY] gives")
    return seated


def _logroll(stage: Setting, seated: tuple[Player, ...], pair: tuple[Player, Player]) -> Logroll:
    alike, contested = [], []
    for issue in stage.issues:
        wanted = tuple(_wanted(issue, *sides) for sides in (pair, pair[::-1]))
        if wanted[0] == wanted[1]:
            alike.append((issue.id, issue.options[wanted[0]]))
            continue
        stakes = (
            _worth(pair[0], issue, wanted[0]) - _worth(pair[0], issue, wanted[1]),
            _worth(pair[1], issue, wanted[1]) - _worth(pair[1], issue, wanted[0]),
        )
        options = (issue.options[wanted[0]], issue.options[wanted[1]])
        contested.append(Contested(issue.id, options, stakes))
    names = (pair[0].party, pair[1].party)
    trades = _trades(stage, seated, names, contested)
    return Logroll(names, tuple(alike), tuple(contested), tuple(trades))


def _wanted(issue: Issue, party: Player, other: Player) -> int:
    """The option worth most to a party; of equals that worth most to the other, then the first."""
    return max(
        range(len(issue.options)),
        key=lambda option: (_worth(party, issue, option), _worth(other, issue, option), -option),
    )


def _worth(player: Player, issue: Issue, option: int) -> Fraction:
    tables = dict(player.worth.tables)
    return player.worth.points(tables[issue.id][option]) if issue.id in tables else Fraction(0)


def _trades(
    stage: Setting, seated: tuple[Player, ...], names: tuple[str, str], contested: list[Contested]
) -> list[Trade]:
    totals = [sum((each.stakes[side] for each in contested), Fraction(0)) for side in (0, 1)]
    found = [
        Trade(
            names,
            (gets.issue, gets.options[0]),
            (gives.issue, gives.options[1]),
            (gets.stakes[0] - gives.stakes[0], gives.stakes[1] - gets.stakes[1]),
            tuple(_others(stage, seated, names, gets, gives)),
        )
        for gets, gives in permutations(contested, 2)
        if gets.stakes[0] > gives.stakes[0] and gives.stakes[1] > gets.stakes[1]
    ]
    return sorted(
        found,
        key=lambda trade: (
            -min(gain / total for gain, total in zip(trade.gains, totals, strict=True))
        ),
    )


def _others(
    stage: Setting,
    seated: tuple[Player, ...],
    names: tuple[str, str],
    gets: Contested,
    gives: Contested,
) -> Iterator[tuple[str, Fraction]]:
    for player in seated:
        if player.party in names:
            continue
        change = Fraction(0)
        for each, now, before in ((gets, 0, 1), (gives, 1, 0)):
            issue = stage.every_issue[each.issue]
            places = [issue.options.index(option) for option in each.options]
            change += _worth(player, issue, places[now]) - _worth(player, issue, places[before])
        yield player.party, change


def _rounded(stage: Setting, found: Logroll, shares: tuple[Share, ...]) -> Iterator[Verdict]:
    """The packages with every issue whole: one, or two where an issue is split."""
    split = any(0 < share.first < 1 for share in shares)
    for least in (Fraction(0), Fraction(1))[: 2 if split else 1]:
        # Each way for the split one: to the first party at any share above 0, or only at 1.
        ways = {
            share.issue.issue: share.issue.options[
                0 if share.first > least or share.first == 1 else 1
            ]
            for share in shares
        }
        chosen = {**dict(found.alike), **ways}
        yield judge(stage, tuple((issue.id, chosen[issue.id]) for issue in stage.issues))
