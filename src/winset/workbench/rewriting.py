"""What signatories together would rather have than a package, and who would rather have none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from winset.model.space import StateSpace
from winset.settlement.results import Package
from winset.settlement.setting import Setting
from winset.settlement.what_if.verdicts import Verdict, judge
from winset.stability.reasons.comparison import Comparison, compare

MOST_REWRITES = 3
"""Of all that some signatories would rather have, so many are told: the least changed first."""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Another package that some parties could agree on, each of which prefers it.

    `changed` holds the terms that differ, `grounds` why each prefers it, and `verdict` whether
    every side would ratify it.
    """

    parties: tuple[str, ...]
    changed: Package
    grounds: tuple[Comparison, ...]
    verdict: Verdict


def rewrites(
    space: StateSpace, stage: Setting, package: Package, state: int
) -> tuple[Rewrite, ...]:
    """Other packages that signatories prefer to a package in a state: ratifiable ones first."""
    found = [
        _rewrite(space, stage, package, (state, target), parties)
        for parties, target in _preferred(space, state)
    ]
    order = sorted(found, key=lambda one: (not one.verdict.stands, len(one.changed)))
    return tuple(order[:MOST_REWRITES])


def _preferred(space: StateSpace, state: int) -> Iterator[tuple[tuple[str, ...], int]]:
    """For each group, the states it can agree on that all its members prefer, best for the first.

    Only so many are looked at of each: the changes they make are alike.
    """
    for moves in space.moves:
        if len(moves.movers) < 2:
            continue
        targets = moves.targets[moves.starts[state] : moves.starts[state + 1]]
        liked = np.ones(len(targets), dtype=bool)
        for party in moves.movers:
            ranks = space.ranks(party)
            liked &= ranks[targets] > ranks[state]
        ranks = space.ranks(moves.movers[0])
        order = np.argsort(-ranks[targets[liked]], kind="stable")
        for target in targets[liked][order][: 4 * MOST_REWRITES].tolist():
            yield moves.movers, target


def _rewrite(
    space: StateSpace,
    stage: Setting,
    package: Package,
    states: tuple[int, int],
    parties: tuple[str, ...],
) -> Rewrite:
    state, target = states
    options = space.options(target)
    other = tuple((issue, options[issue]) for issue, _ in package)
    return Rewrite(
        parties,
        tuple(part for part in other if part not in package),
        tuple(compare(space, party, target, state) for party in parties),
        judge(stage, other),
    )
