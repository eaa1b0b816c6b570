"""What would have to change for a state to last."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from winset.errors import Misuse
from winset.stability.conflict import conflict
from winset.stability.explanation import FORESIGHT
from winset.stability.inverse import (
    Changes,
    OrderChanges,
    Rankings,
    Ties,
    count_rankings,
    fewest_edits,
    nearest_changes,
    question,
)
from winset.workbench.analysis import unknown_name
from winset.workbench.reasoning import Asked, asked_of


@dataclass(frozen=True, slots=True)
class Wish:
    """A state that is to be an equilibrium of a concept, by a change of mind of some parties."""

    state: str
    concept: str
    free: tuple[str, ...] = ()
    ties: Ties = Ties.STATED
    count: bool = False
    """Whether to count the rankings that do it, too."""


@dataclass(frozen=True, slots=True, eq=False)
class InverseAnswer:
    """What would make a state an equilibrium.

    Either way of changing preferences is None where it cannot be asked for; `reasons` say why.
    `rankings` hold, for each free party, how many of its rankings do it, the others' as stated.
    """

    asked: Asked
    wish: Wish
    nearest: Changes | None = None
    edits: OrderChanges | None = None
    rankings: tuple[tuple[str, Rankings], ...] = ()
    reasons: tuple[str, ...] = field(default=())


def find_inverse(path: Path, wish: Wish, limit: int = 5, wanted: str = "") -> InverseAnswer:
    """What would make a state of the model at `path` an equilibrium, smallest changes first."""
    concept = wish.concept.casefold()
    if concept not in FORESIGHT:
        raise Misuse(unknown_name("concept", wish.concept, tuple(FORESIGHT)))
    asked = asked_of(path, wish.state, wanted)
    reasons: list[str] = []
    asking = question(conflict(asked.space), asked.state, concept, wish.free, wish.ties)
    nearest = nearest_changes(asking, limit)
    rankings: tuple[tuple[str, Rankings], ...] = ()
    if wish.count:
        rankings = tuple((party, _counted(asked, concept, party)) for party in asking.free)
    edits = _edits(asked, concept, wish, limit, reasons, nearest is None)
    return InverseAnswer(asked, wish, nearest, edits, rankings, tuple(reasons))


def _edits(
    asked: Asked, concept: str, wish: Wish, limit: int, reasons: list[str], alone: bool
) -> OrderChanges | None:
    try:
        return fewest_edits(asked.space, asked.state, concept, wish.free, limit=limit)
    except Misuse as reason:
        if alone:
            raise
        reasons.append(f"Edits of statements were not looked for: {str(reason).split(': ask')[0]}.")
        return None


def _counted(asked: Asked, concept: str, party: str) -> Rankings:
    return count_rankings(question(conflict(asked.space), asked.state, concept, [party]))
