"""Putting documents into a case: read, known or new, and each added whole or not at all."""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from winset.dates import Edtf
from winset.errors import Misuse, WinsetError
from winset.reading import FileReading, Proposal, Reading, read_document, read_files
from winset.record.documents import Document
from winset.record.passages import hash_text
from winset.workbench.likeness import Alike, alike
from winset.workbench.opening import case_file
from winset.workbench.watching import Watch, unwatched

if TYPE_CHECKING:
    from winset.store import Case

BATCH = 20
"""Documents of one transaction: more would keep other programs waiting."""
UNKNOWN = "und"
"""The language of a text whose language cannot be told, as BCP 47 writes it."""
FEW = 20
"""Files of one command for each of which documents nearly the same are looked for."""
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
    encoding: str = ""
    """Of plain text."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What became of one file: added, known already as `document`, or refused for a reason.

    The document is without its text, of which only the length in characters is told: a whole
    library may be added at once.
    """

    file: Path
    document: Document | None = None
    length: int = 0
    known: bool = False
    refused: str = ""
    proposals: tuple[Proposal, ...] = ()
    """What was taken from the document itself, and where it stood."""
    alike: tuple[Alike, ...] = ()
    """Documents the case had before that are nearly this one; looked for when a few files are
    added.
    """
    guessed: str = ""
    """The encoding of a plain text, where it could only be guessed."""
    left_out: tuple[str, ...] = ()
    """What is attached to a mail and was not read."""


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
    """Add files to a case, in their order; what is refused does not stop the others.

    A folder stands for all files in it, a pattern such as `*.txt` for all that fit. Each document
    is a change of its own, so that after an interrupt the same command goes on where it was.
    """
    from winset.store import open_case

    files = gather(files)
    if len(files) > 1 and (details.title or details.url):
        raise Misuse("a title or an address is one document's; add the files one by one")
    added: list[Addition] = []
    with open_case(case_file(path)) as case, _readings(case, files, details) as readings:
        read = zip(watch(files, "Adding"), readings, strict=False)
        for _ in range(0, len(files), BATCH):
            # Nobody else is kept waiting for the answer of a person.
            with case.together() if ask is nobody else nullcontext():
                added += [_add(case, one, details, by, ask) for _, one in islice(read, BATCH)]
        if len(files) <= FEW:
            added = _compared(case, added)
    return tuple(added)


def _readings(
    case: Case, files: Sequence[Path], details: Details
) -> AbstractContextManager[Iterator[FileReading]]:
    known = () if details.encoding else case.digests()
    return closing(read_files(files, encoding=details.encoding, known=known))


def _add(case: Case, done: FileReading, details: Details, by: str, ask: Ask) -> Addition:
    reading = done.reading
    if reading is None and not done.known:
        return Addition(done.file, refused=done.refused)
    digests = [hash_text(reading.text)] if reading else []
    if not details.encoding:  # else the same bytes may be another text
        digests.append(hashlib.sha256(done.data).hexdigest())
    known = case.find_document(*digests)
    if known is not None:
        return _told(done.file, known, known=True)
    try:
        reading = reading or read_document(done.data, done.file.name)  # taken out meanwhile
        dated = replace(details, date=details.date or ask(done.file, reading))
        document = _document(case.free_document_id(), reading, dated, done.file)
        case.add_document(document, done.data, by)
    except WinsetError as error:
        return Addition(done.file, refused=str(error))
    guessed = "" if details.encoding or reading.encoding.startswith("utf") else reading.encoding
    return replace(
        _told(done.file, document),
        proposals=_taken(reading, document),
        guessed=guessed,
        left_out=reading.left_out,
    )


def _told(file: Path, document: Document, known: bool = False) -> Addition:
    return Addition(file, replace(document, text=""), len(document.text), known)


def _taken(reading: Reading, document: Document) -> tuple[Proposal, ...]:
    """What the document was found to say of itself and is kept as, each field once."""
    kept = {"title": document.title, "author": document.author, "publisher": document.publisher}
    kept["date"] = document.date.text
    taken: dict[str, Proposal] = {}
    for one in reading.proposals:
        if kept.get(one.field) == one.value:
            taken.setdefault(one.field, one)
    return tuple(taken.values())


def _compared(case: Case, added: Sequence[Addition]) -> list[Addition]:
    """What was added, each with those nearly like it that the case had before it."""
    compared, later = [], set[str]()
    for one in reversed(added):
        if one.document is not None and not one.known:
            later.add(one.document.id)
            one = replace(one, alike=alike(case, case.document(one.document.id), later))
        compared.append(one)
    return compared[::-1]


def gather(given: Sequence[Path]) -> tuple[Path, ...]:
    """The files meant: those in folders sorted by name, without hidden files and cases.

    Raises Misuse for a folder or a pattern that stands for no file.
    """
    found = (file for path in given for file in _files_of(path))
    return tuple(found)


def _files_of(path: Path) -> Sequence[Path]:
    if path.is_dir():
        shut: list[Path] = []  # folders that cannot be looked into: refused like files
        walk = os.walk(path, onerror=lambda error: shut.append(Path(error.filename)))
        inside = [Path(root, name) for root, _, names in walk for name in names]
        shown = [one for one in (*inside, *shut) if _is_meant(one.relative_to(path))]
        if not shown:
            raise Misuse(f"the folder {path} holds no file to add")
        return sorted(shown)
    if glob.has_magic(str(path)) and not path.exists():
        fitting = [Path(name) for name in glob.glob(str(path), recursive=True)]
        files = sorted(one for one in fitting if one.is_file())
        if not files:
            raise Misuse(f"no file fits {str(path)[:80]!r}; check the spelling and the folder")
        return files
    return [path]


def _is_meant(path: Path) -> bool:
    """Whether a file in a folder is shown there, and no case of ours."""
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and not path.name.endswith((".winset", ".winset-wal", ".winset-shm"))


def _document(id_: str, reading: Reading, details: Details, file: Path) -> Document:
    if details.date is None:
        raise Misuse(f"{file.name}: when was it published? Give --date{_proposed(reading)}")
    return Document(
        id=id_,
        title=details.title or reading.title or _named(file),
        text=reading.text,
        hash=hash_text(reading.text),
        date=details.date,
        publisher=details.publisher or reading.publisher,
        author=details.author or reading.author,
        url=details.url,
        media_type=reading.media_type,
        language=reading.language or UNKNOWN,
    )


def _named(file: Path) -> str:
    """The name of a file as a title: it may hold odd bytes and line breaks."""
    return " ".join(file.stem.encode("utf-8", "replace").decode().split()) or "Untitled"


def _proposed(reading: Reading) -> str:
    """The date the document itself seems to give, as an argument, and where it stands."""
    found = next((one for one in reading.proposals if one.field == "date"), None)
    if found is None:
        return " (it names no date of its own), as --date 2018-11-14"
    return f" {found.value}, if {found.basis} is right"
