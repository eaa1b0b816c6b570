"""How sure an analysis of stability is: what single changes do, and shares over what is known."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from winset.errors import Misuse
from winset.model import write_model
from winset.model.space import StateSpace, state_space
from winset.stability.concepts.manners import Manner, concepts_of
from winset.stability.variation.doubt import Doubt
from winset.stability.variation.ensembles import (
    MOST_EXACT,
    Ensemble,
    Shares,
    ensemble,
    exact_shares,
    sampling,
    shares_of,
)
from winset.stability.variation.sensitivity import Sensitivity, sensitivity
from winset.workbench.analysis import STABILITY_NAMES, Chosen, chosen_model, unknown_name
from winset.workbench.kinds import Kind
from winset.workbench.manners import manner_of
from winset.workbench.opening import opened
from winset.workbench.running import Kept, Progress, Runner, Running, on_machine

SAMPLES = 1_000
"""Samples drawn where none are asked for and there are too many rankings to go through."""


@dataclass(frozen=True, slots=True)
class Draws:
    """How many samples to draw, and where: None leaves it to the number of rankings."""

    samples: int | None = None
    seed: int = 0
    workers: int = 1
    cluster: str = ""
    resume: Path | None = None

    def runner(self) -> Runner:
        """The place where chunks are done."""
        if self.cluster:
            from winset.workbench.cluster import Cluster

            return Cluster(self.cluster)
        return on_machine(self.workers)


@dataclass(frozen=True, slots=True, eq=False)
class SensitivityAnswer:
    """Which changes matter, and how often each state is an equilibrium over what is in doubt."""

    chosen: Chosen
    space: StateSpace
    concepts: tuple[str, ...]
    manner: Manner
    doubt: Doubt
    single: Sensitivity
    shares: Shares
    seed: int


@dataclass(frozen=True, slots=True)
class Sought:
    """What is asked of a model: the concepts, all usual ones when none is named, and the sense."""

    concepts: tuple[str, ...] = ()
    kind: Kind = field(default_factory=Kind)

    def chosen(self) -> tuple[tuple[str, ...], Manner]:
        """The concepts in the engine's words, and the manner; raises Misuse."""
        manner = manner_of(self.kind)
        known = concepts_of(manner)
        asked = tuple(concept.casefold() for concept in self.concepts)
        if asked and manner.horizon is not None:
            raise Misuse("--horizon is a concept of its own; expected it without --concept")
        for concept in asked:
            if concept not in known:
                raise Misuse(unknown_name("concept", concept, known))
        usual = tuple(concept for concept in known if concept != "sim")
        return asked or usual, manner


def find_sensitivity(
    path: Path,
    sought: Sought,
    doubt: Doubt,
    draws: Draws,
    progress: Progress,
    wanted: str = "",
) -> SensitivityAnswer:
    """How the equilibria of the model at `path` change with its preferences, options and rules."""
    asked, manner = sought.chosen()
    runner = draws.runner()
    chosen = chosen_model(opened(path), STABILITY_NAMES, wanted)
    space = state_space(chosen.model)
    possible = ensemble(space, doubt, asked, manner)
    job = _job([write_model(chosen.model), list(asked), repr(manner)], doubt, draws)
    kept = Kept(draws.resume, job) if draws.resume else None
    shares = _shares(possible, draws, Running(runner, progress, kept))
    single = sensitivity(space, asked, manner=manner)
    return SensitivityAnswer(chosen, space, asked, manner, doubt, single, shares, draws.seed)


def _shares(possible: Ensemble, draws: Draws, running: Running) -> Shares:
    """Exact shares where no sampling is asked for and there are few enough rankings."""
    asked = draws.samples or draws.cluster or draws.resume
    if not asked and possible.count <= MOST_EXACT:
        return exact_shares(possible)
    samples = sampling(possible, draws.seed, draws.samples or SAMPLES)
    return shares_of(samples, running.results(samples, samples.chunks))


def _job(asked: Sequence[Any], doubt: Doubt, draws: Draws) -> str:
    """What tells this sampling from any other."""
    parts = [
        *asked,
        [doubt.unknown, doubt.ties, str(doubt.noise)],
        [draws.seed, draws.samples or SAMPLES],
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
