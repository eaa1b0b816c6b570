"""Documents in, suggestions out: what an analyst may accept, each with its rule."""

from winset.reading.actors import known_names
from winset.reading.codebook import Codebook, CodedIssue, CodedOption, read_codebook
from winset.reading.documents import LARGEST, Reading, load_file, read_document
from winset.reading.proposals import Proposal
from winset.reading.suggest import suggest
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

__all__ = [
    "LARGEST",
    "ActorSuggestion",
    "BoilerplateSuggestion",
    "Codebook",
    "CodedIssue",
    "CodedOption",
    "DateSuggestion",
    "EventSuggestion",
    "KnownName",
    "NameSuggestion",
    "PartSuggestion",
    "PositionSuggestion",
    "Proposal",
    "QuoteSuggestion",
    "Reading",
    "ReportSuggestion",
    "Suggestions",
    "UndertakingSuggestion",
    "as_json",
    "known_names",
    "load_file",
    "read_codebook",
    "read_document",
    "suggest",
]
