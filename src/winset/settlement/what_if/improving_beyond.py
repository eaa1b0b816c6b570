"""Packages better than the one at hand where there are too many to go through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from winset.errors import Misuse
from winset.settlement.bargain.ascent import Ascent, ascend
from winset.settlement.bargain.frontier import Player
from winset.settlement.bargain.reach import Reach, Units
from winset.settlement.results import Outcome, Package
from winset.settlement.setting import Agent, Setting
from winset.settlement.win_sets.functions import Outgrown
from winset.settlement.win_sets.packages import package_count


@dataclass(frozen=True, slots=True)
class Better:
    """The best packages for which nobody pays: one for each point that nothing betters in turn.

    `accepted` says whether all accept them; where none such was found, they are those that the
    links allow. `whole` holds where they are proven to be all.
    """

    outcomes: tuple[Outcome, ...]
    accepted: bool
    whole: bool


def better(stage: Setting, seated: Sequence[Player], hand: Package) -> Better:
    """The best packages no worse for anyone and better for some; raises Misuse."""
    try:
        among_all = _ascent(stage, seated, hand)
        if among_all.examples or not among_all.whole:
            return Better(_outcomes(seated, among_all), True, among_all.whole)
        lawful = _ascent(_unjudged(stage), seated, hand)
        return Better(_outcomes(seated, lawful), False, lawful.whole)
    except Outgrown as error:
        raise Misuse(
            f"there are {package_count(stage):,} combinations of options, and the points are too "
            f"fine to look for better packages among them: {error}; round them to fewer digits"
        ) from None


def worth_units(player: Player, package: Package, stage: Setting) -> int:
    """What a package is worth to a player, in its units."""
    chosen = {issue: stage.every_issue[issue].options.index(o) for issue, o in package}
    return player.worth.base + sum(column[chosen[issue]] for issue, column in player.worth.tables)


def _ascent(stage: Setting, seated: Sequence[Player], hand: Package) -> Ascent:
    reach = Reach(stage, [player.worth for player in seated])
    units: Units = tuple(worth_units(player, hand, stage) for player in seated)
    more = reach.guard()
    reach.exclude(units, more)
    no_worse = [reach.at_least(player, worth) for player, worth in enumerate(units)]
    return ascend(reach, (more, *no_worse))


def _unjudged(stage: Setting) -> Setting:
    """The setting in which everyone accepts all that the links allow."""
    return replace(stage, lines=(), agents=tuple(Agent(agent.name) for agent in stage.agents))


def _outcomes(seated: Sequence[Player], found: Ascent) -> tuple[Outcome, ...]:
    return tuple(
        Outcome(
            package,
            tuple(
                (player.party, player.worth.points(worth))
                for player, worth in zip(seated, units, strict=True)
            ),
        )
        for units, package in found.examples.items()
    )
