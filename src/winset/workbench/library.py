"""The documents of a case, and the parts of those that hold several pieces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from winset.errors import Misuse
from winset.reading import suggest
from winset.record.documents import Document, Part
from winset.workbench.files import is_case_file
from winset.workbench.opening import case_file, opened_case
from winset.workbench.sharing import SENT, read_sent, sent_of

if TYPE_CHECKING:
    from winset.store import Sent


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document without its text: how long that is, and how many places in it are kept."""

    document: Document
    length: int
    places: int
    sent: tuple[Sent, ...] = ()
    """Each time it left the machine."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A document, the parts it is kept with, and those that the rules propose."""

    document: Document
    proposed: tuple[Part, ...]
    rules: tuple[str, ...]
    """Why each of them is proposed."""


def documents_of(path: Path) -> tuple[Shelved, ...]:
    """The documents of a case, in the order they were added."""
    places, sent = _places(path), _sent(path)
    return tuple(
        Shelved(
            replace(one, text=""),
            len(one.text),
            places.get(one.id, 0),
            tuple(each for each in sent.get(one.id, ()) if each.hash == one.hash),
        )
        for one in each_document(path)
    )


def each_document(path: Path) -> Iterator[Document]:
    """The documents of a case in the order they were added, not more in memory than one."""
    if not is_case_file(path):
        yield from opened_case(path).record.documents
        return
    from winset.store import open_case

    with open_case(path, to_read=True) as case:
        yield from case.documents()


def _places(path: Path) -> Mapping[str, int]:
    """How many places are kept in each document."""
    if not is_case_file(path):
        return Counter(passage.document for passage in opened_case(path).record.passages)
    from winset.store import open_case

    with open_case(path, to_read=True) as case:
        return case.places()


def _sent(path: Path) -> Mapping[str, Sequence[Sent]]:
    """Each time a document of a case left the machine, by its id."""
    found: dict[str, list[Sent]] = {}
    for one in _all_sent(path):
        found.setdefault(one.document, []).append(one)
    return found


def _all_sent(path: Path) -> Sequence[Sent]:
    if not is_case_file(path):
        return read_sent(opened_case(path).attachments.get(SENT, b"[]"))
    from winset.store import open_case

    with open_case(path, to_read=True) as case:
        return sent_of(case)


def parts_of(path: Path, name: str) -> Parted:
    """The parts of a document: kept and proposed."""
    from winset.store import open_case

    with open_case(case_file(path), to_read=True) as case:
        return _parted(case.document(name))


def keep_parts(path: Path, name: str, numbers: Sequence[int], by: str) -> Parted:
    """Keep the proposed parts of these numbers, counted from 1, with a document; none with ().

    Dates within a part are read against its own date from then on. Raises Misuse for a number
    that no proposed part has.
    """
    from winset.store import open_case

    with open_case(case_file(path)) as case:
        found = _parted(case.document(name))
        wrong = [number for number in numbers if not 1 <= number <= len(found.proposed)]
        if wrong:
            there = f"1 to {len(found.proposed)}" if found.proposed else "none"
            raise Misuse(f"{name} has no proposed part {wrong[0]}; the numbers there are: {there}")
        kept = tuple(found.proposed[number - 1] for number in sorted(set(numbers)))
        case.put([replace(found.document, parts=kept)], by)
    return replace(found, document=replace(found.document, parts=kept))


def _parted(document: Document) -> Parted:
    """What the rules make of a document; one that is of one piece has no parts to propose."""
    found = suggest(document.text, document.date).parts
    several = found if len(found) > 1 else ()
    proposed = tuple(Part(one.start, one.end, one.title, one.author, one.date) for one in several)
    return Parted(document, proposed, tuple(one.rule for one in several))
