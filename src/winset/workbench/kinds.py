"""Stability in other senses: by kind of preference, for groups, by foresight, by what is seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from winset.errors import Misuse
from winset.model.space import StateSpace
from winset.stability import CONCEPTS, analyse, conflict
from winset.stability.concepts.coalitions import (
    GROUP_CONCEPTS,
    GroupImprovement,
    analyse_groups,
    group_improvements,
)
from winset.stability.concepts.limited import analyse_limited
from winset.stability.concepts.manners import Manner
from winset.stability.concepts.merging import analyse_merged
from winset.stability.concepts.misperception import Misperceived, analyse_misperceived
from winset.stability.concepts.mixed import analyse_mixed
from winset.stability.concepts.strength import analyse_strength
from winset.stability.concepts.unknown import analyse_unknown
from winset.stability.results import Stability

MOST_STARTS = 40
"""Lasting states of which it is said what groups could gain by leaving them."""
_FEW_STARTS = 4
_MANY_STATES = 1 << 14
"""From so many states on it is said of a few only."""
FAR = "far"
"""The horizon of non-myopic stability."""


@dataclass(frozen=True, slots=True)
class Kind:
    """The sense in which stability is asked for: none of these for the plain one.

    Only `unknown` and `strength` go together.
    """

    unknown: str = ""
    strength: str = ""
    groups: bool = False
    merge: tuple[str, ...] = ()
    horizon: str = ""
    views: bool = False

    def given(self) -> tuple[str, ...]:
        """The options that were given."""
        names = ("unknown", "strength", "groups", "merge", "horizon", "views")
        return tuple(f"--{name}" for name in names if getattr(self, name))


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """What is stable in a sense; with groups what they could gain, with views what each sees."""

    found: Stability
    improvements: tuple[GroupImprovement, ...] = ()
    seen: Misperceived | None = None


def judged(space: StateSpace, concepts: Sequence[str], kind: Kind) -> Judged:
    """Which states are stable in the sense asked for, by these concepts or all it has.

    Raises Misuse where the senses, or the sense and the concepts, do not go together.
    """
    manner = manner_of(kind)
    chosen = tuple(concepts) or CONCEPTS
    if kind.unknown and kind.strength:
        return Judged(analyse_mixed(space, kind.unknown, kind.strength, chosen))
    if kind.unknown:
        return Judged(analyse_unknown(space, kind.unknown, chosen))
    if kind.strength:
        return Judged(analyse_strength(space, kind.strength, chosen))
    if kind.groups:
        return _for_groups(space, concepts)
    if kind.merge:
        return Judged(analyse_merged(space, manner.merged, chosen))
    if kind.horizon:
        return Judged(_ahead(space, kind.horizon, concepts))
    if kind.views:
        seen = analyse_misperceived(space, chosen)
        return Judged(seen.outcome, seen=seen)
    return Judged(analyse(space, chosen))


def manner_of(kind: Kind) -> Manner:
    """What is asked of every party or group; raises Misuse where senses do not go together."""
    given = kind.given()
    if len(given) > 1 and given != ("--unknown", "--strength"):
        raise Misuse(
            f"{' and '.join(given)} ask for two senses; expected one of them "
            "(only --unknown and --strength go together)"
        )
    merged = tuple(tuple(map(str.strip, text.split("+"))) for text in kind.merge)
    return Manner(kind.unknown, kind.strength, kind.groups, merged)


def _for_groups(space: StateSpace, concepts: Sequence[str]) -> Judged:
    found = analyse_groups(space, tuple(concepts) or GROUP_CONCEPTS)
    plain = analyse(space, tuple(found.stable))
    lasting = np.any([plain.equilibria(concept) for concept in plain.stable], axis=0)
    most = MOST_STARTS if space.count < _MANY_STATES else _FEW_STARTS
    starts = np.flatnonzero(lasting)[:most].tolist()
    return Judged(found, group_improvements(conflict(space), starts))


def _ahead(space: StateSpace, horizon: str, concepts: Sequence[str]) -> Stability:
    if concepts:
        raise Misuse("--horizon is a concept of its own; expected it without --concept")
    return analyse_limited(space, horizon_of(horizon))


def horizon_of(text: str) -> int | None:
    """The number of moves looked ahead, None for any number; raises Misuse."""
    if text == FAR:
        return None
    if not (text.isascii() and text.isdigit()):
        raise Misuse(f"--horizon {text!r} is no number of moves; expected 1, 2, … or {FAR!r}")
    return int(text.lstrip("0")[:9] or 0)
