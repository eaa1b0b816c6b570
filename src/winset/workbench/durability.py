"""Whether packages would last: each held against the graph model of the same file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import prod

from winset.errors import Misuse
from winset.model.expressions import And, Compare, Expression
from winset.model.model import Model
from winset.model.space import StateSpace, state_space
from winset.settlement.results import Package, Settlement
from winset.settlement.setting import Setting, setting, settings_day
from winset.settlement.what_if.no_deal import Gain, package_gains
from winset.stability import conflict
from winset.stability.analysis import stability_of
from winset.stability.conflict import Conflict
from winset.stability.reasons.explanation import explain
from winset.stability.reasons.narration import narrate
from winset.stability.results import CONCEPTS, Stability
from winset.workbench.lasting import assumptions
from winset.workbench.rewriting import Rewrite, rewrites

MOST_STATES_OF_ONE = 8
"""Of a package with more states than this, the first are looked at."""
MOST_CHANGES = 30_000_000
"""More changes by agreement than these would fill the memory."""


@dataclass(frozen=True, slots=True)
class Temptation:
    """How one party stands to a settlement: the concepts it is stable for it in, and why.

    `improvements` counts what it could gain by moving on; `reasons` are sentences: the verdict,
    then what deters each, or that nothing does.
    """

    party: str
    stable: tuple[str, ...]
    improvements: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Durability:
    """One package in one state of the graph model; `stable` names the concepts that hold for all.

    `verdict` is "nobody gains" (nash), "deterred" (seq), "deterred at a cost" (gmr: only answers
    that harm who gives them), or "not durable". `state` is "" where the model has no such state.
    `rewrites` are packages that signatories together prefer, and `no_deal` what each party gains
    over no deal, where that is stated: who gains less than nothing would rather leave the table.
    """

    package: Package
    state: str = ""
    stable: tuple[str, ...] = ()
    parties: tuple[Temptation, ...] = ()
    rewrites: tuple[Rewrite, ...] = ()
    no_deal: tuple[Gain, ...] = ()

    @property
    def verdict(self) -> str:
        """What becomes of the package, in the words above; "impossible" without a state."""
        if not self.state:
            return "impossible"
        ladder = {"nash": "nobody gains", "seq": "deterred", "gmr": "deterred at a cost"}
        return next((word for name, word in ladder.items() if name in self.stable), "not durable")


@dataclass(frozen=True, slots=True)
class DurabilityAnswer:
    """Every package looked at, or the reason why none could be.

    `examined` says in sentences what was looked at, and what the model does not tell.
    """

    checked: tuple[Durability, ...] = ()
    not_checked: str = ""
    assumptions: tuple[str, ...] = ()
    examined: tuple[str, ...] = ()


def packages_of(found: Settlement) -> tuple[Package, ...]:
    """The packages of the frontier and of the fair points, each once."""
    fair = found.solutions
    listed = (found.frontier, fair.nash, fair.kalai_smorodinsky, fair.egalitarian, fair.utilitarian)
    return tuple(dict.fromkeys(one.package for outcomes in listed for one in outcomes))


def find_durability(
    model: Model, packages: Sequence[Package], day: dt.date | None = None
) -> DurabilityAnswer:
    """Who could gain by walking away from each package, and what deters it.

    A package is the state in which its terms hold and every action is as the status quo has it.
    """
    changes = _changes(model)
    if changes > MOST_CHANGES:
        reason = (
            f"there are {changes:,} changes from state to state that signatories could agree on, "
            f"and at most {MOST_CHANGES:,} are gone through; --improve tells whether one package "
            "can be bettered for all"
        )
        return DurabilityAnswer(not_checked=reason)
    try:
        space = state_space(model)
        stage = conflict(space)
    except Misuse as error:
        return DurabilityAnswer(not_checked=str(error))
    found = stability_of(stage, CONCEPTS)
    fixed = _fixed(model, day)
    judge = _Judge(space, stage, found, setting(model, settings_day(model, day)))
    return DurabilityAnswer(
        tuple(one for package in packages for one in judge.checked(package, fixed)),
        assumptions=(*_as_fixed(fixed), *assumptions(space, found)),
        examined=tuple(_examined(model, judge.stage)),
    )


def _changes(model: Model) -> int:
    """How many changes by agreement there are from all states together, at most."""
    groups: dict[tuple[str, ...], int] = {}
    for issue in model.issues:
        if issue.is_term:
            groups[issue.by] = groups.get(issue.by, 1) * len(issue.options)
    return prod(len(issue.options) for issue in model.issues) * sum(groups.values())


def _examined(model: Model, stage: Setting) -> Iterator[str]:
    """What was looked at and what not, in sentences."""
    if any(len(issue.by) == 1 for issue in model.issues):
        yield "whether a party could gain by acting alone, and what the others would answer"
    else:
        yield (
            "the model gives nobody an act of its own, so what a party could do alone after "
            "signing was not examined"
        )
    if any(issue.is_term for issue in model.issues):
        yield "whether all who signed would together rather have another package"
    stated = {
        agent.name for agent in stage.agents if agent.worth and agent.worth.no_deal is not None
    }
    silent = [party.id for party in model.parties if party.id not in stated]
    if len(silent) < len(model.parties):
        yield "whether a party would rather have no deal"
    if silent:
        yield (
            f"no worth of no deal is stated for {', '.join(silent)}: whether they would rather "
            "leave the table was not examined"
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Judge:
    """Holds packages against one graph model."""

    space: StateSpace
    conflict: Conflict
    found: Stability
    stage: Setting

    def checked(self, package: Package, fixed: Package) -> Iterable[Durability]:
        """The package in each state it can be, the model's actions being as they stand."""
        leaves = tuple(Compare(issue, "=", (option,)) for issue, option in (*package, *fixed))
        whole: Expression = And(leaves) if len(leaves) > 1 else leaves[0]
        states = self.space.where(whole)
        if not len(states):
            return [Durability(package)]
        return [self._in_state(package, int(state)) for state in states[:MOST_STATES_OF_ONE]]

    def _in_state(self, package: Package, state: int) -> Durability:
        stable = tuple(name for name in self.found.stable if self.found.equilibria(name)[state])
        parties = tuple(self._temptation(party, state) for party in self.found.parties)
        return Durability(
            package,
            self.space.id(state),
            stable,
            parties,
            rewrites(self.space, self.stage, package, state),
            self._over_no_deal(package),
        )

    def _over_no_deal(self, package: Package) -> tuple[Gain, ...]:
        parties = {party.id for party in self.stage.parties}
        return tuple(
            gain
            for gain in package_gains(self.stage, package)
            if gain.name in parties and gain.no_deal is not None
        )

    def _temptation(self, party: str, state: int) -> Temptation:
        row = self.found.parties.index(party)
        stable = tuple(name for name, marks in self.found.stable.items() if marks[row, state])
        # Where only answers that harm their author deter, those are the ones to tell of.
        concept = "gmr" if "gmr" in stable and "seq" not in stable else "seq"
        told = explain(self.conflict, party, state, concept)
        # What several could agree on instead is told once, as another package.
        alone = tuple(x for x in told.answers if x.improvement.movers == (party,))
        reasons = narrate(self.space, replace(told, answers=alone))
        return Temptation(party, stable, len(alone), reasons)


def _fixed(model: Model, day: dt.date | None) -> Package:
    stage = setting(model, settings_day(model, day))
    return tuple(
        (issue, stage.every_issue[issue].options[option]) for issue, option in stage.fixed.items()
    )


def _as_fixed(fixed: Package) -> tuple[str, ...]:
    if not fixed:
        return ()
    held = ", ".join(f"{issue} = {option}" for issue, option in fixed)
    return (f"a settlement begins with the actions as the status quo has them: {held}",)
