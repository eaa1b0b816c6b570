"""Suggestions made in a plainer text, moved to where the same words stand in the document."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

from winset.reading.suggestions import (
    DateSuggestion,
    PositionSuggestion,
    QuoteSuggestion,
    ReportSuggestion,
    Suggestions,
)
from winset.reading.text.evening import Evened

T = TypeVar("T")
_STARTS = ("start", "speaker_start", "day_start")
_ENDS = ("end", "speaker_end", "day_end")
_VERBATIM = (QuoteSuggestion, DateSuggestion, ReportSuggestion, PositionSuggestion)


def placed(found: Suggestions, even: Evened, text: str) -> Suggestions:
    """What was found in the plainer text, as places of the document's own text."""
    kinds = {one.name: getattr(found, one.name) for one in fields(found)}
    moved: dict[str, Any] = {
        name: tuple(_placed(one, even, text) for one in kind)
        for name, kind in kinds.items()
        if isinstance(kind, tuple)
    }
    return replace(found, **moved)


def _placed(one: T, even: Evened, text: str) -> T:
    """One suggestion; words quoted as they stand are those of the document."""
    item: Any = one
    values = {name: getattr(item, name) for name in item.__slots__}
    for names, place in ((_STARTS, even.start), (_ENDS, even.end)):
        for name in names:
            if values.get(name) is not None:
                values[name] = place(values[name])
    if "mentions" in values:
        values["mentions"] = tuple((even.start(a), even.end(b)) for a, b in item.mentions)
    if isinstance(item, _VERBATIM):
        values["text"] = text[values["start"] : values["end"]]
    return type(one)(**values)
