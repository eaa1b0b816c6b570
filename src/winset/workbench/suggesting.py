"""What the machine finds in documents: shown, or kept in a case as suggestions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from winset.dates import Edtf
from winset.errors import Misuse
from winset.reading import (
    Codebook,
    NameIndex,
    Parser,
    Suggestions,
    known_names,
    load_file,
    read_codebook,
    read_document,
)
from winset.reading import suggest as suggest_in
from winset.record.documents import Document, Passage
from winset.record.entries import Actor, Statement, Status
from winset.record.kinds import Item
from winset.workbench.adding import BATCH
from winset.workbench.correcting import corrections_of, without_held
from winset.workbench.opening import case_file, require_document
from winset.workbench.proposing import RULES, Proposer, names_of_actors
from winset.workbench.watching import Watch, unwatched

if TYPE_CHECKING:
    from winset.store import Case

CODEBOOK = "codebook"
"""The attachment that holds a case's codebook."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """What is new in one document, to be kept as suggestions, and all that was seen in it.

    A quote whose speaker is not known is kept without an actor, to be named before it is accepted.
    """

    document: Document
    found: Suggestions
    items: tuple[Item, ...] = ()
    """Everything to be kept, each after what it rests on."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages among them."""
        return tuple(item for item in self.items if isinstance(item, Passage))

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The new actors among them."""
        return tuple(item for item in self.items if isinstance(item, Actor))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements among them."""
        return tuple(item for item in self.items if isinstance(item, Statement))


def suggest_in_file(file: Path, date: str | None, parser: Parser | None = None) -> Suggestions:
    """What is found in a file published on `date`; nothing is kept."""
    if not date:
        raise Misuse("dates in a document are read against its own: give --date, as 2018-11-14")
    day = Edtf.parse(date)
    return suggest_in(read_document(load_file(file), file.name).text, day, parser=parser)


def suggest_in_case(
    path: Path,
    name: str | None = None,
    watch: Watch = unwatched,
    parser: Parser | None = None,
) -> Iterator[Suggested]:
    """Keep what is found in one document of a case, or in all, as suggestions: one by one.

    All but those of which there is a corrected text. What was suggested before, whatever was
    decided about it, is not suggested again. Each document's suggestions are a change of their
    own, made as the iterator comes to it, so that a broken-off run goes on where it was, and a
    whole library never is in memory at once.
    """
    from winset.store import open_case

    with open_case(case_file(path)) as case:
        known = _Known(codebook_of(case), case.actors(), parser)
        known.corrects = corrections_of(case)
        wanted = _wanted(case.document_ids(), name, known.corrects.values())
        watched = iter(watch(wanted, "Reading"))
        for _ in range(0, len(wanted), BATCH):
            with case.together():
                for one in islice(watched, BATCH):
                    yield _suggest(case, one, known)


class _Known:
    """What a case is read with: its codebook, a parser, and the actors it has by their names."""

    def __init__(
        self, codebook: Codebook, actors: Iterable[Actor], parser: Parser | None = None
    ) -> None:
        self.codebook = codebook
        self.parser = parser
        self.names = NameIndex()
        self.ids: dict[str, str] = {}
        self.rejected: set[str] = set()
        self.corrects: dict[str, str] = {}
        """The documents that are corrected texts, each with the one it corrects."""
        self.add(actors)

    def add(self, actors: Iterable[Actor]) -> None:
        """Know these actors too; names of the rejected are not looked for."""
        for actor in actors:
            if actor.origin.status is Status.REJECTED:
                self.rejected.add(actor.id)
            else:
                self.names.add(known_names([actor]))
            for name, id_ in names_of_actors([actor]).items():
                self.ids.setdefault(name, id_)


def codebook_of(case: Case) -> Codebook:
    """The codebook kept with a case, an empty one where there is none; raises Faulty."""
    if CODEBOOK not in case.attachments():
        return Codebook()
    return read_codebook(case.attachment(CODEBOOK).data, CODEBOOK)


def _suggest(case: Case, name: str, known: _Known) -> Suggested:
    document = case.document(name)
    found = suggest_in(document.text, document.date, known.names, known.codebook, known.parser)
    proposed = Proposer(document, found, known.ids).items()
    there = case.kinds([item.id for item in proposed])
    fresh = tuple(item for item in proposed if item.id not in there)
    if name in known.corrects:
        fresh = without_held(case, document, fresh, known.corrects)
    if known.codebook.issues:
        fresh = _without_renamed(case, name, fresh, known.codebook)
    case.put(_without_rejected(fresh, known.rejected), RULES)
    known.add(item for item in fresh if isinstance(item, Actor))
    return Suggested(document, found, fresh)


def _without_renamed(
    case: Case, document: str, fresh: tuple[Item, ...], codebook: Codebook
) -> tuple[Item, ...]:
    """The items without positions that were decided already, by the same cue at the same place,
    on an issue the codebook has no more: it goes by another name there.
    """
    if not any(isinstance(item, Statement) and item.issue for item in fresh):
        return fresh
    issues = {"", *(issue.id for issue in codebook.issues)}
    decided = {
        (one.because, one.note)
        for one in case.resting_on(document)
        if isinstance(one, Statement)
        and one.issue not in issues
        and one.origin.status is not Status.SUGGESTED
    }
    return tuple(
        item
        for item in fresh
        if not (isinstance(item, Statement) and item.issue and (item.because, item.note) in decided)
    )


def _without_rejected(fresh: tuple[Item, ...], rejected: Collection[str]) -> tuple[Item, ...]:
    """The items, those by somebody who was rejected as an actor with nobody named instead."""
    return tuple(
        replace(item, actor="") if isinstance(item, Statement) and item.actor in rejected else item
        for item in fresh
    )


def _wanted(ids: Sequence[str], name: str | None, corrected: Collection[str]) -> tuple[str, ...]:
    """The document named; without a name all but those of which there is a corrected text."""
    if name is None:
        return tuple(one for one in ids if one not in corrected)
    return (require_document(ids, name),)
