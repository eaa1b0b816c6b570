"""Questions behind a stability analysis: why a state lasts, by what ways it is reached, what if."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from winset.errors import Misuse
from winset.model.space import StateSpace, state_space
from winset.stability.conflict import conflict
from winset.stability.evolution import Routes, all_paths_in
from winset.stability.explanation import FORESIGHT, Explanation, explain
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
from winset.stability.inverse.question import MOST_STATES
from winset.workbench.analysis import (
    STABILITY_NAMES,
    Chosen,
    StabilityAnswer,
    chosen_model,
    unknown_name,
)
from winset.workbench.lasting import lasting_states
from winset.workbench.opening import opened

MOST_ROUTES = 100
"""Shortest ways to one state that are listed."""


@dataclass(frozen=True, slots=True)
class Behind:
    """What to show of an analysis besides its answer: why a state lasts, and which ways lead."""

    why: str = ""
    parties: tuple[str, ...] = ()
    paths: str = "one"
    where: str = ""

    def __post_init__(self) -> None:
        if self.where and self.why:
            raise Misuse("--where chooses among the states that last; --why explains one state")
        if self.parties and not self.why:
            raise Misuse("--party goes with --why STATE; without it every party is shown")


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A model, and one of its states."""

    chosen: Chosen
    space: StateSpace
    state: int


@dataclass(frozen=True, slots=True, eq=False)
class WhyAnswer:
    """Why a state is stable, or is not, for each party and concept asked for."""

    asked: Asked
    explanations: tuple[Explanation, ...]


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


def find_reasons(
    path: Path,
    behind: Behind,
    concepts: Sequence[str] = (),
    wanted: str = "",
    known: dt.date | None = None,
) -> WhyAnswer:
    """Why a state of the model at `path` is stable for parties, all when none is named.

    With `known` nothing counts that rests only on works published after that day.
    """
    asked = _asked(path, behind.why, wanted, known)
    model = conflict(asked.space)
    explanations = tuple(
        explain(model, party, asked.state, concept.casefold())
        for concept in concepts or FORESIGHT
        for party in behind.parties or model.parties
    )
    return WhyAnswer(asked, explanations)


def find_routes(
    answer: StabilityAnswer, targets: int = 12
) -> tuple[tuple[Routes, ...], tuple[Routes, ...]]:
    """Every shortest way from the status quo to what lasts: by any moves, and by improvements."""
    start = answer.space.status_quo
    if start is None:
        raise Misuse("the model names no status quo; [states] status_quo = … tells where to start")
    model, ends = conflict(answer.space), lasting_states(answer.found)[:targets]
    legal, liked = (
        all_paths_in(model, start, ends, improvements, MOST_ROUTES)
        for improvements in (False, True)
    )
    return legal, liked


def find_inverse(path: Path, wish: Wish, limit: int = 5, wanted: str = "") -> InverseAnswer:
    """What would make a state of the model at `path` an equilibrium, smallest changes first."""
    concept = wish.concept.casefold()
    if concept not in FORESIGHT:
        raise Misuse(unknown_name("concept", wish.concept, tuple(FORESIGHT)))
    asked = _asked(path, wish.state, wanted)
    reasons: list[str] = []
    nearest: Changes | None = None
    rankings: tuple[tuple[str, Rankings], ...] = ()
    if asked.space.count > MOST_STATES:
        reasons.append(
            f"The nearest rankings were not looked for: {asked.space.count:,} states are too many "
            f"to compare pair by pair; at most {MOST_STATES} can be."
        )
    else:
        asking = question(conflict(asked.space), asked.state, concept, wish.free, wish.ties)
        nearest = nearest_changes(asking, limit)
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


def _asked(path: Path, state: str, wanted: str, known: dt.date | None = None) -> Asked:
    chosen = chosen_model(replace(opened(path), known_by=known), STABILITY_NAMES, wanted)
    space = state_space(chosen.model)
    return Asked(chosen, space, space.index_of(state))
