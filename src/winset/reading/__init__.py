"""Documents in, suggestions out: what an analyst may accept, each with its rule."""

from winset.reading.actors import known_names
from winset.reading.documents import LARGEST, Reading, load_file, read_document
from winset.reading.proposals import Proposal
from winset.reading.suggest import suggest
from winset.reading.suggestions import (
    ActorSuggestion,
    BoilerplateSuggestion,
    DateSuggestion,
    KnownName,
    PartSuggestion,
    QuoteSuggestion,
    Suggestions,
    as_json,
)

__all__ = [
    "LARGEST",
    "ActorSuggestion",
    "BoilerplateSuggestion",
    "DateSuggestion",
    "KnownName",
    "PartSuggestion",
    "Proposal",
    "QuoteSuggestion",
    "Reading",
    "Suggestions",
    "as_json",
    "known_names",
    "load_file",
    "read_document",
    "suggest",
]
