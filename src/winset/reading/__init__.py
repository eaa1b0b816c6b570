"""Documents in, suggestions out: what an analyst may accept, each with its rule."""

from winset.reading.actors import known_names
from winset.reading.codebook import Codebook, CodedIssue, CodedOption, read_codebook
from winset.reading.compare import (
    AccountSuggestion,
    DifferenceSuggestion,
    Read,
    SameSuggestion,
    differences,
    same_events,
)
from winset.reading.documents import LARGEST, Reading, load_file, read_document
from winset.reading.duplicates import near_duplicates, shingles
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
    "AccountSuggestion",
    "ActorSuggestion",
    "BoilerplateSuggestion",
    "Codebook",
    "CodedIssue",
    "CodedOption",
    "DateSuggestion",
    "DifferenceSuggestion",
    "EventSuggestion",
    "KnownName",
    "NameSuggestion",
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
    "as_json",
    "differences",
    "known_names",
    "load_file",
    "near_duplicates",
    "read_codebook",
    "read_document",
    "same_events",
    "shingles",
    "suggest",
]
