"""From a conclusion back to a passage: what an entry, a line or a model rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from winset.record.documents import Document, Passage, Source
from winset.record.entries import (
    Actor,
    Agreement,
    Difference,
    Entry,
    Event,
    Forecast,
    Origin,
    Statement,
    Status,
    Undertaking,
)
from winset.record.record import Record
from winset.report.blocks import Cite

_Kind = TypeVar("_Kind", Actor, Statement, Event, Agreement, Undertaking, Forecast, Difference)
_Named = TypeVar("_Named", Document, Passage, Source, Entry)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The record by id; of two things with one id the first counts."""

    passages: Mapping[str, Passage]
    documents: Mapping[str, Document]
    sources: Mapping[str, Source]
    entries: Mapping[str, Entry]
    works: Mapping[str, tuple[str, ...]]
    """For each passage the sources of the entries that rest on it."""

    def cite(self, *ids: str) -> Cite:
        """The passages that `ids` (of passages or entries) rest on; sources where there are none.

        An entry without passages is followed to the entries it rests on, each once.
        """
        found = dict.fromkeys(self._walk(ids))
        passages = tuple(key for key in found if key in self.passages)
        sources = () if passages else tuple(key for key in found if key in self.sources)
        return Cite(passages, sources)

    def unknown(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Those of `ids` that the record does not have."""
        known = (self.passages, self.sources, self.entries)
        return tuple(key for key in ids if not any(key in kind for kind in known))

    def published(self, passage: Passage) -> tuple[Source, ...]:
        """The published works behind a passage: those of the entries it supports.

        Where they name none, those of its document.
        """
        document = self.documents.get(passage.document)
        keys = self.works.get(passage.id) or (document.sources if document else ())
        return tuple(self.sources[key] for key in keys if key in self.sources)

    def _walk(self, ids: Iterable[str]) -> Iterator[str]:
        """Passages and sources that `ids` lead to, depth first; each id is followed once."""
        seen: set[str] = set()
        waiting = list(reversed(tuple(ids)))
        while waiting:
            key = waiting.pop()
            if key in seen:
                continue
            seen.add(key)
            if key in self.passages or key in self.sources:
                yield key
            elif key in self.entries:
                entry = self.entries[key]
                waiting.extend(reversed((*_because(entry), *entry.sources)))


def gather(record: Record) -> Evidence:
    """The evidence of a record."""
    entries = _by_id(_entries(record))
    return Evidence(
        passages=_by_id(record.passages),
        documents=_by_id(record.documents),
        sources=_by_id(record.sources),
        entries=entries,
        works=_works(entries.values()),
    )


def standing(record: Record) -> Record:
    """The record without what a person has rejected."""
    return Record(
        record.title,
        record.question,
        record.sources,
        record.documents,
        record.passages,
        _kept(record.actors),
        _kept(record.statements),
        _kept(record.events),
        _kept(record.agreements),
        _kept(record.undertakings),
        _kept(record.forecasts),
        _kept(record.differences),
    )


def is_suggested(origin: Origin) -> bool:
    """Whether no person has accepted it yet."""
    return origin.status is Status.SUGGESTED


def _because(entry: Entry) -> tuple[str, ...]:
    match entry:
        case Undertaking():
            later = tuple(key for review in entry.reviews for key in review.because)
        case Forecast() if entry.resolution:
            later = entry.resolution.because
        case Difference():
            later = tuple(key for account in entry.accounts for key in account.because)
        case _:
            later = ()
    return (*entry.because, *later)


def _works(entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    works: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        for key in _because(entry):
            works[key] = tuple(dict.fromkeys((*works.get(key, ()), *entry.sources)))
    return works


def _entries(record: Record) -> tuple[Entry, ...]:
    return (
        *record.actors,
        *record.statements,
        *record.events,
        *record.agreements,
        *record.undertakings,
        *record.forecasts,
        *record.differences,
    )


def _kept(entries: tuple[_Kind, ...]) -> tuple[_Kind, ...]:
    return tuple(entry for entry in entries if entry.origin.status is not Status.REJECTED)


def _by_id(things: Iterable[_Named]) -> dict[str, _Named]:
    found: dict[str, _Named] = {}
    for thing in things:
        found.setdefault(thing.id, thing)
    return found
