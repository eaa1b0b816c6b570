"""What would have to change for a state to last."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from winset.errors import Misuse
from winset.stability.concepts.manners import Manner, Situation, concepts_of, situation
from winset.stability.inverse import (
    Changes,
    OrderChanges,
    Rankings,
    Search,
    Ties,
    count_rankings,
    fewest_edits,
    nearest_changes,
    question,
)
from winset.workbench.analysis import unknown_name
from winset.workbench.kinds import Kind
from winset.workbench.manners import manner_of
from winset.workbench.reasoning import Asked, asked_of


@dataclass(frozen=True, slots=True)
class Wish:
    """A state that is to be an equilibrium of a concept, by a change of mind of some parties.

    `count` asks to count the rankings that do it, too; `edits` is how many statements may be
    changed at a time.
    """

    state: str
    concept: str = ""
    free: tuple[str, ...] = ()
    ties: Ties = Ties.STATED
    count: bool = False
    edits: int = 2


@dataclass(frozen=True, slots=True, eq=False)
class InverseAnswer:
    """What would make a state an equilibrium.

    Edits of statements are None where they cannot be asked for; `reasons` say why. `rankings`
    hold, for each free party, how many of its rankings do it, the others' as stated.
    """

    asked: Asked
    wish: Wish
    manner: Manner
    nearest: Changes
    edits: OrderChanges | None = None
    rankings: tuple[tuple[str, Rankings], ...] = ()
    reasons: tuple[str, ...] = field(default=())

    @property
    def concept(self) -> str:
        """The concept asked for, by its name in the engine."""
        return self.nearest.concept


def find_inverse(
    path: Path,
    wish: Wish,
    limit: int = 5,
    wanted: str = "",
    kind: Kind = Kind(),  # noqa: B008 (frozen)
) -> InverseAnswer:
    """What would make a state of the model at `path` an equilibrium, smallest changes first."""
    manner = manner_of(kind)
    concept = _concept(wish, manner)
    search = Search(wish.edits, limit)
    asked = asked_of(path, wish.state, wanted)
    where = situation(asked.space, manner)
    asking = question(where, asked.state, concept, wish.free, wish.ties)
    reasons: list[str] = []
    rankings = _counted(where, asked, concept, asking.free, reasons) if wish.count else ()
    try:
        edits = fewest_edits(asked.space, asked.state, concept, wish.free, search, manner)
    except Misuse as reason:
        edits = None
        reasons.append(f"Edits of statements were not looked for: {str(reason).split(': ask')[0]}.")
    nearest = nearest_changes(asking, limit)
    return InverseAnswer(asked, wish, manner, nearest, edits, rankings, tuple(reasons))


def _concept(wish: Wish, manner: Manner) -> str:
    """The concept that is asked for: a horizon is one of its own."""
    known = concepts_of(manner)
    if manner.horizon is not None:
        if wish.concept:
            raise Misuse("--horizon is a concept of its own; expected it without --concept")
        return known[0]
    if not wish.concept:
        raise Misuse(f"--concept is missing; expected one of {', '.join(known)}")
    if wish.concept.casefold() not in known and manner == Manner():
        raise Misuse(unknown_name("concept", wish.concept, known))
    return wish.concept.casefold()


def _counted(
    where: Situation, asked: Asked, concept: str, free: tuple[str, ...], reasons: list[str]
) -> tuple[tuple[str, Rankings], ...]:
    found = []
    for party in free:
        try:
            rankings = count_rankings(question(where, asked.state, concept, [party]))
            found.append((party, rankings))
        except Misuse as reason:
            reasons.append(f"Rankings of {party} were not counted: {reason}.")
    return tuple(found)
