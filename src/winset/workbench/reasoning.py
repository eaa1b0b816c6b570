"""Questions behind a stability analysis: why a state lasts, by what ways it is reached."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from winset.errors import Misuse
from winset.model.space import StateSpace, state_space
from winset.stability.conflict import conflict
from winset.stability.evolution import Routes, all_paths_in
from winset.stability.explanation import FORESIGHT, Explanation, explain
from winset.workbench.analysis import STABILITY_NAMES, Chosen, StabilityAnswer, chosen_model
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
    asked = asked_of(path, behind.why, wanted, known)
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


def asked_of(path: Path, state: str, wanted: str, known: dt.date | None = None) -> Asked:
    """The model at `path` and the state of that name; raises Misuse or Faulty."""
    chosen = chosen_model(replace(opened(path), known_by=known), STABILITY_NAMES, wanted)
    space = state_space(chosen.model)
    return Asked(chosen, space, space.index_of(state))
