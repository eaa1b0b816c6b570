"""The ends of every trail: passages, documents and published sources."""

from __future__ import annotations

from collections.abc import Mapping

from winset.record.documents import Document, Source
from winset.report.basis import Basis
from winset.report.blocks import Jump, Link, Paragraph, Passages, Prose, Row, Section, Styled, Table
from winset.report.markup import anchor
from winset.report.words import counted, date_words


def passages(basis: Basis, cited: tuple[str, ...]) -> Section | None:
    """Every cited passage in the order of its first citation."""
    if not cited:
        return None
    left = len(basis.evidence.passages) - len(cited)
    verb = "is" if left == 1 else "are"
    more = f" {counted(left, 'passage').capitalize()} of the record {verb} not cited."
    note = (
        "The exact words, the document they stand in, and their place in it, in characters from "
        f"its beginning.{more if left else ''}"
    )
    return Section("Passages", "passages", (Paragraph((note,), "note"), Passages(cited, "list")))


def sources(basis: Basis, order: tuple[str, ...]) -> Section | None:
    """The documents of the case, and the published works behind it in the order given."""
    record = basis.record
    if not (record.documents or record.sources):
        return None
    numbers = {key: place for place, key in enumerate(order, start=1)}
    blocks = (
        *((_documents(record.documents, numbers),) if record.documents else ()),
        *((_published(basis, numbers),) if record.sources else ()),
    )
    return Section("Sources", "sources", blocks)


def _documents(documents: tuple[Document, ...], numbers: Mapping[str, int]) -> Table:
    rows = tuple(_document(document, numbers) for document in documents)
    head = ("Document", "Date", "Length", "SHA-256", "Rests on")
    return Table("Documents of the case", head, rows, "documents")


def _document(document: Document, numbers: Mapping[str, int]) -> Row:
    by = ", ".join(dict.fromkeys(part for part in (document.author, document.publisher) if part))
    title: Prose = (Link(document.title, document.url) if document.url else document.title,)
    works = [
        Jump(f"S{numbers[key]}", f"s-{numbers[key]}") for key in document.sources if key in numbers
    ]
    cells: tuple[Prose, ...] = (
        (*title, Styled(f" {by}", "soft")) if by else title,
        (date_words(document.date),),
        (counted(len(document.text), "character"),),
        (Styled(document.hash[:12], "code"),),
        tuple(part for place, work in enumerate(works) for part in (", " if place else "", work)),
    )
    return Row(cells, anchor("document", document.id))


def _work(source: Source) -> Prose:
    return (Link(source.title or source.id, source.url),)


def _published(basis: Basis, numbers: Mapping[str, int]) -> Table:
    rows = tuple(_source(basis.evidence.sources[key], place) for key, place in numbers.items())
    return Table("Published sources", ("No.", "Title", "Publisher", "Date"), rows, "sources")


def _source(source: Source, place: int) -> Row:
    note: Prose = (Styled(f" {source.note}", "soft"),) if source.note else ()
    cells: tuple[Prose, ...] = (
        (f"S{place}",),
        (*_work(source), *note),
        (source.publisher,),
        (source.date,),
    )
    return Row(cells, f"s-{place}")
