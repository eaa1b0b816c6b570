"""Documents in, suggestions out: what an analyst may accept, each with its rule.

Names are loaded when they are first used, since the rules take a while to be made ready.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from winset.reading.codebook import Codebook, CodedIssue, CodedOption, read_codebook
    from winset.reading.files.documents import (
        LARGEST,
        FileReading,
        Reading,
        load_file,
        read_document,
        read_files,
    )
    from winset.reading.files.proposals import Proposal
    from winset.reading.files.workers import Worker
    from winset.reading.people.actors import NameIndex, known_names
    from winset.reading.pieces.duplicates import near_duplicates, shingles
    from winset.reading.side_by_side.compare import (
        AccountSuggestion,
        DifferenceSuggestion,
        Read,
        SameSuggestion,
        differences,
        same_events,
    )
    from winset.reading.speech.parsing import Parser, load_parser
    from winset.reading.stages import suggest
    from winset.reading.suggestions import (
        ActorSuggestion,
        BoilerplateSuggestion,
        DateSuggestion,
        EventSuggestion,
        KnownName,
        NameSuggestion,
        PartSuggestion,
        PositionSuggestion,
        QuoteSuggestion,
        ReportSuggestion,
        Suggestions,
        UndertakingSuggestion,
        as_json,
    )
    from winset.reading.text.languages import language_of

_HOMES = {
    "people.actors": "NameIndex known_names",
    "codebook": "Codebook CodedIssue CodedOption read_codebook",
    "side_by_side.compare": (
        "AccountSuggestion DifferenceSuggestion Read SameSuggestion differences same_events"
    ),
    "files.documents": "FileReading LARGEST Reading load_file read_document read_files",
    "pieces.duplicates": "near_duplicates shingles",
    "text.languages": "language_of",
    "speech.parsing": "Parser load_parser",
    "files.proposals": "Proposal",
    "stages": "suggest",
    "suggestions": (
        "ActorSuggestion BoilerplateSuggestion DateSuggestion EventSuggestion KnownName "
        "NameSuggestion PartSuggestion PositionSuggestion QuoteSuggestion "
        "ReportSuggestion Suggestions UndertakingSuggestion as_json"
    ),
    "files.workers": "Worker",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = [
    "LARGEST",
    "AccountSuggestion",
    "ActorSuggestion",
    "BoilerplateSuggestion",
    "Codebook",
    "CodedIssue",
    "CodedOption",
    "DateSuggestion",
    "DifferenceSuggestion",
    "EventSuggestion",
    "FileReading",
    "KnownName",
    "NameIndex",
    "NameSuggestion",
    "Parser",
    "PartSuggestion",
    "PositionSuggestion",
    "Proposal",
    "QuoteSuggestion",
    "Read",
    "Reading",
    "ReportSuggestion",
    "SameSuggestion",
    "Suggestions",
    "UndertakingSuggestion",
    "Worker",
    "as_json",
    "differences",
    "known_names",
    "language_of",
    "load_file",
    "load_parser",
    "near_duplicates",
    "read_codebook",
    "read_document",
    "read_files",
    "same_events",
    "shingles",
    "suggest",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
