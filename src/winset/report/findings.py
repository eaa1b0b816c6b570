"""Everything a report needs, computed beforehand: the report itself only selects and words it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from winset.model.model import Model
from winset.record.record import Record
from winset.settlement.results import Change, Package, Settlement


@dataclass(frozen=True, slots=True)
class State:
    """A state as the report names it; `options` is empty for a model given as a graph."""

    id: str
    label: str = ""
    options: Package = ()


@dataclass(frozen=True, slots=True)
class Move:
    """One move between two states, by their ids; several movers move by agreement."""

    movers: tuple[str, ...]
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Route:
    """A shortest sequence of moves from the status quo to `end`; no moves when it is there.

    `improving` tells whether every mover on it gains by its own move.
    """

    end: str
    moves: tuple[Move, ...]
    improving: bool = False


@dataclass(frozen=True, slots=True)
class StableStates:
    """What the stability analysis of one model found, as ids of `states`.

    `states` are those to be named: the status quo, the equilibria and those on the routes;
    `count` is how many states the model has. `equilibria` pairs each concept with its states.
    A state that no route reaches cannot be reached by legal moves.
    """

    model: Model
    states: tuple[State, ...]
    count: int
    status_quo: str = ""
    equilibria: tuple[tuple[str, tuple[str, ...]], ...] = ()
    routes: tuple[Route, ...] = ()
    assumptions: tuple[str, ...] = ()
    more: int = 0
    """How many further states are stable for every party in some sense and not named here."""


@dataclass(frozen=True, slots=True)
class Score:
    """A score of forecasts with the rule it follows and the baseline it is held against."""

    of: str
    """Whose forecasts: "all forecasts", or a forecaster's name."""
    rule: str
    """In words: "Brier score: mean of (probability − outcome)²; 0 is best"."""
    value: Fraction
    baseline: str
    """In words: "one half for every forecast"."""
    baseline_value: Fraction
    forecasts: tuple[str, ...] = ()
    """Ids of the forecasts scored."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ModelVersion:
    """One kept version of a model file."""

    name: str
    version: int
    text: str
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SentTo:
    """The documents that were sent to one address, by their ids, between two days."""

    address: str
    model: str
    documents: tuple[str, ...]
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Sharing:
    """What a language model could see of a case: nothing, unless it was turned on for it.

    `address` and `model` are those turned on now, "" for none. `first` and `last` are the days on
    which it was first turned on, and last turned on or off; None where it never was.
    """

    address: str = ""
    model: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    accepted: tuple[tuple[str, int], ...] = ()
    """Models, by name, with how many accepted entries each has proposed."""
    sent: tuple[SentTo, ...] = ()
    """Whatever left the machine, whether an answer came or not."""


@dataclass(frozen=True, slots=True)
class Findings:
    """A case and what the engines found in it; every part but the record may be missing."""

    record: Record
    model: Model | None = None
    """The settlement model; `days` and `changes` are its results."""
    days: tuple[tuple[dt.date | None, Settlement], ...] = ()
    """The days the report looks at closely, earliest first; None counts every line."""
    changes: tuple[Change, ...] = ()
    """The sweep: one for each day on which a line, a link or a worth of no deal begins or ends."""
    stability: StableStates | None = None
    scores: tuple[Score, ...] = ()
    versions: tuple[ModelVersion, ...] = ()
    """The model files the results rest on, one each, as they were when they were computed."""
    judgements: str = ""
    """What the analyst decided rather than found, in the analyst's words; paragraphs apart."""
    map: bytes = b""
    """GeoJSON of the places the talks are about; a feature is labelled by its `name`."""
    land: bytes = b""
    """GeoJSON of the land around them, drawn in the background."""
    sharing: Sharing = Sharing()
