"""What the stability engine finds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")
"""The concepts every analysis computes, weakest demand on foresight first."""


@dataclass(frozen=True, slots=True, eq=False)
class Stability:
    """Which states are stable, for whom, in which sense.

    `stable[concept]` has shape (parties, states); `equilibria(concept)` holds where every party
    is stable. `assumptions` are sentences to print beside the result.
    """

    parties: tuple[str, ...]
    stable: dict[str, NDArray[np.bool_]]
    assumptions: tuple[str, ...] = ()

    def equilibria(self, concept: str) -> NDArray[np.bool_]:
        """Shape (states,): stable for every party."""
        return np.asarray(self.stable[concept].all(axis=0))

    def within(self, states: NDArray[np.bool_], named: str) -> Stability:
        """The same for some of the states only, those `named` so."""
        number = int(states.sum())
        sentence = f"Only the {number:,} of {len(states):,} states with {named} are counted."
        stable = {concept: rows & states for concept, rows in self.stable.items()}
        return Stability(self.parties, stable, (*self.assumptions, sentence))


@dataclass(frozen=True, slots=True)
class Step:
    """One move on a path: who moved (several names: by agreement), and the states' indices."""

    movers: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Path:
    """A shortest legal sequence of moves between two states."""

    start: int
    end: int
    steps: tuple[Step, ...]

    @property
    def as_step(self) -> Step:
        """The whole as one step, by whoever moves on it."""
        movers = dict.fromkeys(mover for step in self.steps for mover in step.movers)
        return Step(tuple(movers), self.start, self.end)
