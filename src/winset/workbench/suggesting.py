"""What the machine finds in documents: shown, or kept in a case as suggestions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from winset.dates import Edtf
from winset.errors import Misuse
from winset.problems import nearest_name
from winset.reading import QuoteSuggestion, Suggestions, known_names, load_file, read_document
from winset.reading import suggest as suggest_in
from winset.record.documents import Document, Passage
from winset.record.entries import Actor, Origin, Statement, Status
from winset.record.kinds import Item, items
from winset.record.passages import make_passage
from winset.record.record import Record
from winset.workbench.findings import Watch, unwatched
from winset.workbench.opening import case_file

Kept = TypeVar("Kept", Passage, Actor, Statement)
_LONGEST_NAME = 60

RULES = "rules"
"""The name of the machine as an origin and in the journal."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """What is new in one document, to be kept as suggestions, and all that was seen in it.

    A quote whose speaker is not known is kept without an actor, to be named before it is accepted.
    """

    document: Document
    found: Suggestions
    passages: tuple[Passage, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything to be kept, each after what it rests on."""
        return (*self.passages, *self.actors, *self.statements)


def suggest_in_file(file: Path, date: str | None) -> Suggestions:
    """What is found in a file published on `date`; nothing is kept."""
    if not date:
        raise Misuse("dates in a document are read against its own: give --date, as 2018-11-14")
    day = Edtf.parse(date)
    return suggest_in(read_document(load_file(file), file.name).text, day)


def suggest_in_case(
    path: Path, name: str | None = None, watch: Watch = unwatched
) -> tuple[Suggested, ...]:
    """Keep what is found in one document of a case, or in all, as suggestions.

    What was suggested before, whatever was decided about it, is not suggested again.
    """
    from winset.store import open_case

    with open_case(case_file(path)) as case:
        record = case.record(None)
        known = {item.id for item in items(record)}
        suggested = []
        for document in watch(_wanted(record, name), "Reading"):
            suggested.append(_suggested(document, record, known))
            known.update(item.id for item in suggested[-1].items)
        case.put([item for one in suggested for item in one.items], RULES)
    return tuple(suggested)


def _wanted(record: Record, name: str | None) -> tuple[Document, ...]:
    if name is None:
        return record.documents
    wanted = tuple(document for document in record.documents if document.id == name)
    if not wanted:
        names = [document.id for document in record.documents]
        near = nearest_name(name, names)
        hint = f"did you mean {near!r}?" if near else f"it has {', '.join(names) or 'none'}"
        raise Misuse(f"the case has no document {name[:80]!r}; {hint}")
    return wanted


def _suggested(document: Document, record: Record, known: Set[str]) -> Suggested:
    found = suggest_in(document.text, document.date, known_names(record.actors))
    said = [quote for quote in found.quotes if quote.kind == "speech"]
    places = [make_passage(document, quote.start, quote.end) for quote in said]
    pairs = [(quote, place) for quote, place in zip(said, places, strict=True)]
    return Suggested(
        document,
        found,
        _unknown((place for _, place in pairs), known),
        _unknown(
            (_speaker(*pair) for pair in pairs if pair[0].speaker and not pair[0].actor), known
        ),
        _unknown((_statement(document, quote, place) for quote, place in pairs), known),
    )


def _unknown(found: Iterable[Kept], known: Set[str]) -> tuple[Kept, ...]:
    """Those whose ids are not known yet, each id once."""
    first: dict[str, Kept] = {}
    for item in found:
        if item.id not in known:
            first.setdefault(item.id, item)
    return tuple(first.values())


def _speaker(quote: QuoteSuggestion, place: Passage) -> Actor:
    """The person a quote is ascribed to, where the record has nobody of that name."""
    origin = Origin(RULES, quote.rule, quote.confidence, Status.SUGGESTED)
    name = quote.speaker or ""
    return Actor(_actor_id(name), name, "person", because=(place.id,), origin=origin)


def _statement(document: Document, quote: QuoteSuggestion, place: Passage) -> Statement:
    return Statement(
        id=f"q:{place.id}",
        actor=quote.actor or (_actor_id(quote.speaker) if quote.speaker else ""),
        said=document.date,
        text=quote.text,
        speaker=quote.speaker or "",
        reporter=document.author or document.publisher,
        kind="quote",
        reported=document.date,
        because=(place.id,),
        origin=Origin(RULES, quote.rule, quote.confidence, Status.SUGGESTED),
    )


def _actor_id(name: str) -> str:
    """The id of a speaker known by name only, the same for the same name.

    >>> _actor_id("Jane A. Roe")
    'a:jane-a-roe'
    """
    return "a:" + "-".join(re.findall(r"\w+", name.casefold()))[:_LONGEST_NAME]
