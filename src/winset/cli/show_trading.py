"""Trades, divisions, and whether packages would last."""

from __future__ import annotations

from collections.abc import Sequence

from winset.cli.screen import entry, heading, say, table
from winset.cli.show_packages import show_grid
from winset.cli.show_settlement import show_list
from winset.report.grids import signed
from winset.report.words import Names, amount, counted, listed, package_words, phrase
from winset.settlement.bargain.logrolling import Divided, Logroll, Share, Trade
from winset.settlement.what_if.no_deal import Gain
from winset.stability.reasons.comparison import Comparison
from winset.workbench.durability import Durability, DurabilityAnswer
from winset.workbench.rewriting import Rewrite

_MOST_TRADES = 12
_VERDICTS = {
    "nobody gains": "lasts: nobody could gain by leaving it, alone or together",
    "deterred": "lasts: whoever walks away meets an answer that others would want to give",
    "deterred at a cost": "holds only by answers that would harm those who give them",
    "not durable": "does not last: somebody gains by walking away, and nothing deters it",
    "impossible": "is no state of the graph model: [states] rules it out",
}


def show_divided(found: Divided, names: Names) -> None:
    """Print what each party gets when contested issues are divided by Adjusted Winner."""
    first, second = (names.party(party) for party in found.parties)
    heading("Adjusted Winner: the contested issues divided")
    points = amount(found.points[0])
    say(f"{first} and {second} each get {points} of 100 points of what they contest.")
    table(
        ["Issue", f"Goes {first}'s way", f"Stake of {first}", f"Stake of {second}"],
        [_share(share, names) for share in found.shares],
        right=(1, 2, 3),
    )
    if found.alike:
        say(f"Both want alike: {package_words(found.alike, names)}.")
    show_grid([verdict.package for verdict in found.whole], (), names)
    for number, verdict in enumerate(found.whole, 1):
        fate = "every side would ratify it" if verdict.stands else "it would not be ratified"
        broken = [line for one in verdict.objections for line in one.lines] + [
            *verdict.broken_links
        ]
        why = f" ({listed(broken)})" if broken else ""
        entry(f"With every issue whole, package {number}: {fate}{why}")
    say(
        "Assumptions: issues are divisible and their worth adds up; the division itself knows no "
        "red lines and links. A stake is the worth of one's own wish over the other's."
    )


def _share(share: Share, names: Names) -> list[str]:
    way = "all" if share.first == 1 else "none" if share.first == 0 else str(share.first)
    return [names.issue(share.issue.issue), way, *(amount(stake) for stake in share.issue.stakes)]


def show_logrolls(found: Sequence[Logroll], names: Names) -> None:
    """Print, for every two parties, the issues worth trading."""
    for each in found:
        first, second = (names.party(party) for party in each.parties)
        heading(f"Issues to trade between {first} and {second}")
        if not each.trades:
            say("None: nowhere does one care more about one issue and the other about another.")
        for number, trade in enumerate(each.trades[:_MOST_TRADES], 1):
            entry(f"{number}. {_trade(trade, names)}")
        if len(each.trades) > _MOST_TRADES:
            entry(f"… and {len(each.trades) - _MOST_TRADES} more; --json lists them.")
        if each.alike:
            say(f"Both want alike: {package_words(each.alike, names)}.")
    if found:
        say("Each trade is held against the reverse: each having its way on the other issue.")


def _trade(trade: Trade, names: Names) -> str:
    first, second = (names.party(party) for party in trade.parties)
    gets, gives = (package_words((part,), names) for part in (trade.gets, trade.gives))
    gains = [f"{first} {signed(trade.gains[0])}", f"{second} {signed(trade.gains[1])}"]
    gains += [f"{names.party(party)} {signed(change)}" for party, change in trade.others]
    return f"{first} has “{gets}”, {second} has “{gives}” ({', '.join(gains)})"


def show_durability(found: DurabilityAnswer, names: Names) -> None:
    """Print which packages would last, who is tempted to walk away, and what deters it."""
    heading("Would it last?")
    if found.not_checked:
        say(f"Not checked: {found.not_checked}.")
        return
    if not found.checked:
        say("There is no package to look at: the zone is empty or nobody has points.")
        return
    firm = [one for one in found.checked if lasts(one)]
    say(f"{counted(len(firm), 'package').capitalize()} of {len(found.checked)} would last.")
    for number, one in enumerate(found.checked, 1):
        _show_package(number, one, names)
    show_list("What was looked at", found.examined)
    show_list("Assumptions of the graph model", found.assumptions)


def lasts(one: Durability) -> bool:
    """Whether neither a party alone nor those who signed together would leave a package."""
    rewritten = any(rewrite.verdict.stands for rewrite in one.rewrites)
    leaving = any(gain.over_no_deal < 0 for gain in one.no_deal)
    return one.verdict in ("nobody gains", "deterred") and not rewritten and not leaving


def _show_package(number: int, one: Durability, names: Names) -> None:
    entry(f"{number}. {package_words(one.package, names)}")
    entry(_fate(one), 5)
    for tempted in one.parties:
        if tempted.improvements:
            for reason in tempted.reasons:
                entry(reason, 5)
    for rewrite in one.rewrites:
        entry(_rewrite(rewrite, names), 5)
    for gain in one.no_deal:
        if gain.over_no_deal <= 0:
            entry(_leaving(gain, names), 5)


def _fate(one: Durability) -> str:
    alone = any(tempted.improvements for tempted in one.parties)
    if one.rewrites and not alone:
        return "could be reopened: those who sign would together rather have another package"
    return _VERDICTS[one.verdict]


def _rewrite(rewrite: Rewrite, names: Names) -> str:
    """Another package that those who sign prefer, and why, as a sentence."""
    who = listed([names.party(party) for party in rewrite.parties])
    grounds = "; ".join(_ground(each, names) for each in rewrite.grounds)
    said = f"{who} would together rather have “{package_words(rewrite.changed, names)}”: {grounds}"
    if rewrite.verdict.stands:
        return f"{said}. Every side would ratify it."
    refusing = [names.party(party) for party in rewrite.verdict.refused_by]
    against = [*refusing, *(f"the link {link}" for link in rewrite.verdict.broken_links)]
    return f"{said}. Against it: {listed(against)}."


def _ground(found: Comparison, names: Names) -> str:
    who = names.party(found.party)
    if found.statement is not None:
        number, wish = found.statement.number, phrase(found.statement.text, names)
        return f"statement {number} of {who} holds then, “{wish}”"
    if found.worths is not None:
        after, before = found.worths
        return f"worth {amount(after)} rather than {amount(before)} to {who}"
    after_place, before_place = found.places
    return f"no. {after_place} rather than no. {before_place} in the ranking of {who}"


def _leaving(gain: Gain, names: Names) -> str:
    who = names.party(gain.name)
    if gain.over_no_deal < 0:
        less = amount(-gain.over_no_deal)
        return f"{who} would rather have no deal: the package is worth {less} less to it"
    return f"{who} gains nothing over no deal: nothing keeps it at the table"
