"""The record: documents, passages, and what they say was said, done, agreed and foretold."""

from winset.record.checks import find_problems
from winset.record.documents import Document, Part, Passage, Source
from winset.record.entries import (
    Account,
    Actor,
    Agreement,
    Alias,
    Difference,
    Entry,
    Event,
    Forecast,
    JournalEntry,
    Origin,
    Resolution,
    Review,
    Statement,
    Status,
    Undertaking,
)
from winset.record.index import Grounds, Index, walk_back
from winset.record.kinds import KINDS, Item, items, kind_of, record_of, references
from winset.record.passages import hash_text, locate, make_passage
from winset.record.plain import from_plain, to_plain
from winset.record.record import Record
from winset.record.scores import Scores, score

__all__ = [
    "KINDS",
    "Account",
    "Actor",
    "Agreement",
    "Alias",
    "Difference",
    "Document",
    "Entry",
    "Event",
    "Forecast",
    "Grounds",
    "Index",
    "Item",
    "JournalEntry",
    "Origin",
    "Part",
    "Passage",
    "Record",
    "Resolution",
    "Review",
    "Scores",
    "Source",
    "Statement",
    "Status",
    "Undertaking",
    "find_problems",
    "from_plain",
    "hash_text",
    "items",
    "kind_of",
    "locate",
    "make_passage",
    "record_of",
    "references",
    "score",
    "to_plain",
    "walk_back",
]
