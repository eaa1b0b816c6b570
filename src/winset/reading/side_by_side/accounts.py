"""What is proposed when documents are read side by side."""

from __future__ import annotations

from dataclasses import dataclass

from winset.dates import Edtf
from winset.reading.suggestions import Suggestions


@dataclass(frozen=True, slots=True)
class Read:
    """A document's id with what was suggested in it, and the day it is of."""

    document: str
    text: str
    found: Suggestions
    day: Edtf | None = None


@dataclass(frozen=True, slots=True)
class AccountSuggestion:
    """What one document says of a thing, with the place of its words and what is at odds."""

    document: str
    start: int
    end: int
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class SameSuggestion:
    """Two reports that seem to be of one event; the numbers count each document's events."""

    first: tuple[str, int]
    second: tuple[str, int]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class DifferenceSuggestion:
    """Two accounts of what seems one event or utterance that do not agree.

    `kind` is "date", "place", "wording" or "number".
    """

    about: str
    kind: str
    accounts: tuple[AccountSuggestion, AccountSuggestion]
    rule: str
    confidence: float
