"""The whole record of a case, in the order it was entered."""

from __future__ import annotations

from dataclasses import dataclass

from winset.record.documents import Document, Passage, Source
from winset.record.entries import (
    Actor,
    Agreement,
    Difference,
    Event,
    Forecast,
    Statement,
    Undertaking,
)


@dataclass(frozen=True, slots=True)
class Record:
    """Everything a case knows; ids are unique across all kinds."""

    title: str = ""
    question: str = ""
    sources: tuple[Source, ...] = ()
    documents: tuple[Document, ...] = ()
    passages: tuple[Passage, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    differences: tuple[Difference, ...] = ()
    judgements: str = ""
    """What in the case is the analysts' own judgement, in words."""
