"""The two questions asked of a model: which states last, and what all can accept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from winset.errors import Misuse
from winset.model import read_model
from winset.model.lines import RedLine
from winset.model.model import Model
from winset.model.space import StateSpace, state_space
from winset.problems import nearest_name
from winset.record.record import Record
from winset.report.findings import ModelVersion
from winset.settlement.results import Settlement
from winset.stability.concepts.coalitions import GroupImprovement
from winset.stability.concepts.misperception import Misperceived
from winset.stability.evolution import paths_in
from winset.stability.reasons.asking import round_of
from winset.stability.results import CONCEPTS, Stability
from winset.stability.results import Path as Route
from winset.workbench.hindsight import known_by
from winset.workbench.kinds import Kind, judged, manner_of
from winset.workbench.memory import free_memory
from winset.workbench.opening import Contents, opened

SETTLEMENT_NAMES = ("settlement", "settle", "model")
STABILITY_NAMES = ("moves", "stability", "graph", "model")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A model, the kept version it was read from, and the record around it."""

    model: Model
    version: ModelVersion
    record: Record
    assumptions: tuple[str, ...] = ()
    """What was left out of the model as kept, and why."""


@dataclass(frozen=True, slots=True, eq=False)
class StabilityAnswer:
    """Which states of a model last, and how they are reached from the status quo.

    With `where` only the `among` states count that this expression is true of.
    """

    chosen: Chosen
    space: StateSpace
    found: Stability
    routes: tuple[Route, ...] = ()
    kind: Kind = field(default_factory=Kind)
    improvements: tuple[GroupImprovement, ...] = ()
    seen: Misperceived | None = None
    where: str = ""
    among: int = 0


@dataclass(frozen=True, slots=True)
class SettlementAnswer:
    """What all sides of a model can accept on a day."""

    chosen: Chosen
    found: Settlement

    def line(self, name: str) -> RedLine:
        """The red line of that id."""
        return next(line for line in self.chosen.model.red_lines if line.id == name)


def chosen_model(contents: Contents, names: Sequence[str], wanted: str = "") -> Chosen:
    """The model asked for by name, else the first of `names` that is kept; raises Faulty."""
    version = contents.named_model(wanted) if wanted else contents.model(*names)
    model = read_model(version.text, _file_of(contents, version))
    if contents.known_by is None:
        return Chosen(model, version, contents.record)
    known = known_by(contents, model, contents.known_by)
    return Chosen(known.model, version, contents.record, known.assumptions)


def find_stability(
    path: Path,
    concepts: Sequence[str] = (),
    wanted: str = "",
    targets: int = 12,
    known: dt.date | None = None,
    kind: Kind = Kind(),  # noqa: B008 (frozen)
    where: str = "",
) -> StabilityAnswer:
    """Which states of the model at `path` are stable, with routes to at most `targets` of them.

    Without `concepts`, in any case of letters, all that the kind of stability has; SIM only when
    it is asked for.

    With `known` nothing counts that rests only on works published after that day, and with
    `where` only the states count that this expression is true of.
    """
    concepts = [concept.casefold() for concept in concepts]
    for concept in concepts:
        if concept not in (*CONCEPTS, "sim"):
            raise Misuse(unknown_name("concept", concept, (*CONCEPTS, "sim")))
    chosen = chosen_model(replace(opened(path), known_by=known), STABILITY_NAMES, wanted)
    space = state_space(chosen.model, free_memory())
    answer = judged(space, concepts, kind)
    found = replace(answer.found, assumptions=(*answer.found.assumptions, *chosen.assumptions))
    some = space.matching(where) if where else np.ones(space.count, dtype=np.bool_)
    found = found.within(some, where) if where else found
    routes = _routes(space, found, targets, kind)
    return StabilityAnswer(
        chosen,
        space,
        found,
        routes,
        kind,
        answer.improvements,
        answer.seen,
        where,
        int(some.sum()),
    )


def find_settlement(
    path: Path,
    day: dt.date | None = None,
    limit: int = 100,
    wanted: str = "",
    known: dt.date | None = None,
) -> SettlementAnswer:
    """Which packages all sides of the model at `path` can accept on a day.

    With `known` nothing counts that rests only on works published after that day.
    """
    from winset.settlement import settle

    if limit < 1:
        raise Misuse(f"a limit of {limit} leaves nothing to show; expected 1 or more")
    chosen = chosen_model(replace(opened(path), known_by=known), SETTLEMENT_NAMES, wanted)
    found = settle(chosen.model, day, limit)
    found = replace(found, assumptions=(*found.assumptions, *chosen.assumptions))
    return SettlementAnswer(chosen, found)


def unknown_name(kind: str, name: str, known: Sequence[str]) -> str:
    """The message for a name that is not among those known."""
    near = nearest_name(name, known)
    hint = f"did you mean {near!r}?" if near else f"expected one of {', '.join(known)}"
    return f"there is no {kind} {name!r}; {hint}"


def _routes(space: StateSpace, found: Stability, targets: int, kind: Kind) -> tuple[Route, ...]:
    """Shortest legal routes from the status quo to the first equilibria, strongest kinds first."""
    if space.status_quo is None:
        return ()
    lasting = dict.fromkeys(
        int(state)
        for concept in reversed(tuple(found.stable))
        for state in np.flatnonzero(found.equilibria(concept))[:targets]
    )
    moves = round_of(space, manner_of(kind)).conflict
    return paths_in(moves, space.status_quo, tuple(lasting)[:targets], False)


def _file_of(contents: Contents, version: ModelVersion) -> str:
    return contents.path.name if contents.is_model_file else f"{contents.path.name}:{version.name}"
