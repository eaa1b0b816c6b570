"""Putting documents into a case: read, known or new, and each added whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from winset.dates import Edtf
from winset.errors import Misuse, WinsetError
from winset.reading import Reading, load_file, read_document
from winset.record.documents import Document
from winset.record.kinds import items
from winset.record.passages import hash_text
from winset.record.record import Record
from winset.workbench.findings import Watch, unwatched
from winset.workbench.opening import case_file

if TYPE_CHECKING:
    from winset.store import Case

Ask = Callable[[Path, Reading], Edtf | None]
"""Asks a person when a document was published; None when no one answers."""


@dataclass(frozen=True, slots=True)
class Details:
    """What the analyst says about the documents; what is empty is taken from each document."""

    date: Edtf | None = None
    publisher: str = ""
    title: str = ""
    author: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Addition:
    """What became of one file: added, known already as `document`, or refused for a reason."""

    file: Path
    document: Document | None = None
    known: bool = False
    refused: str = ""


def details_of(date: str | None, **texts: str) -> Details:
    """The details as they were typed; raises Misuse for a date that is none."""
    return Details(Edtf.parse(date) if date else None, **texts)


def nobody(file: Path, reading: Reading) -> None:
    """No one is there to be asked."""


def add_documents(
    path: Path,
    files: Sequence[Path],
    details: Details,
    by: str,
    watch: Watch = unwatched,
    ask: Ask = nobody,
) -> tuple[Addition, ...]:
    """Add files to a case, in their order; what is refused does not stop the others."""
    from winset.store import open_case

    if len(files) > 1 and (details.title or details.url):
        raise Misuse("a title or an address is one document's; add the files one by one")
    with open_case(case_file(path)) as case:
        return tuple(_add(case, file, details, by, ask) for file in watch(files, "Adding"))


def _add(case: Case, file: Path, details: Details, by: str, ask: Ask) -> Addition:
    try:
        data = load_file(file)
        reading = read_document(data, file.name)
        known = case.find_document(_hash(data)) or case.find_document(hash_text(reading.text))
        if known is not None:
            return Addition(file, known, known=True)
        dated = replace(details, date=details.date or ask(file, reading))
        document = _document(_free_id(case.record(None)), reading, dated, file)
        case.add_document(document, data, by)
    except WinsetError as error:
        return Addition(file, refused=str(error))
    return Addition(file, document)


def _document(id_: str, reading: Reading, details: Details, file: Path) -> Document:
    if details.date is None:
        raise Misuse(f"{file.name}: when was it published? Give --date{_proposed(reading)}")
    return Document(
        id=id_,
        title=details.title or reading.title or file.stem,
        text=reading.text,
        hash=hash_text(reading.text),
        date=details.date,
        publisher=details.publisher or reading.publisher,
        author=details.author or reading.author,
        url=details.url,
        media_type=reading.media_type,
    )


def _proposed(reading: Reading) -> str:
    """The date the document itself seems to give, as an argument, and where it stands."""
    found = next((one for one in reading.proposals if one.field == "date"), None)
    if found is None:
        return " (it names no date of its own), as --date 2018-11-14"
    return f" {found.value}, if {found.basis} is right"


def _free_id(record: Record) -> str:
    """The first of d001, d002 … that nothing in the record is called."""
    taken = {item.id for item in items(record)}
    number = len(record.documents) + 1
    while f"d{number:03}" in taken:
        number += 1
    return f"d{number:03}"


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
