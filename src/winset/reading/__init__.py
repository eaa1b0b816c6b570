"""Documents in, suggestions out: what an analyst may accept, each with its rule."""

from winset.reading.actors import known_names
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
    "ActorSuggestion",
    "BoilerplateSuggestion",
    "DateSuggestion",
    "KnownName",
    "PartSuggestion",
    "QuoteSuggestion",
    "Suggestions",
    "as_json",
    "known_names",
    "suggest",
]
