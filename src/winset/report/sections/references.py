"""The ends of every trail: passages, documents and published sources."""

from __future__ import annotations

from winset.record.documents import Document, Source
from winset.report.basis import Basis
from winset.report.blocks import Link, Paragraph, Passages, Prose, Row, Section, Styled, Table
from winset.report.markup import anchor
from winset.report.words import counted, date_words, figure


def passages(basis: Basis, cited: tuple[str, ...]) -> Section:
    """Every cited passage in the order of its first citation."""
    title = "Passages"
    if not cited:
        none = Paragraph(("No conclusion of this report rests on a passage.",), "note")
        return Section(title, "passages", (none,))
    left = len(basis.evidence.passages) - len(cited)
    more = f" {counted(left, 'passage').capitalize()} of the record are not cited." if left else ""
    note = (
        "The exact words, the document they stand in, and their place in it, in characters from "
        f"its beginning.{more}"
    )
    return Section(title, "passages", (Paragraph((note,), "note"), Passages(cited, "list")))


def sources(basis: Basis, cited: tuple[str, ...]) -> Section:
    """The documents of the case, and the published works they and the entries rest on."""
    record = basis.record
    if not (record.documents or record.sources):
        none = Paragraph(("The case holds no documents yet.",), "note")
        return Section("Sources", "sources", (none,))
    rest = tuple(source.id for source in record.sources if source.id not in cited)
    blocks = (
        *((_documents(basis, record.documents),) if record.documents else ()),
        *((_published(basis, (*cited, *rest)),) if record.sources else ()),
    )
    return Section("Sources", "sources", blocks)


def _documents(basis: Basis, documents: tuple[Document, ...]) -> Table:
    rows = tuple(_document(basis, document) for document in documents)
    head = ("Document", "Date", "Length", "SHA-256", "Rests on")
    return Table("Documents of the case", head, rows, "documents")


def _document(basis: Basis, document: Document) -> Row:
    by = ", ".join(part for part in (document.author, document.publisher) if part)
    title: Prose = (Link(document.title, document.url) if document.url else document.title,)
    works = [
        basis.evidence.sources[key] for key in document.sources if key in basis.evidence.sources
    ]
    rests: list[Prose] = [_work(source) for source in works]
    cells: tuple[Prose, ...] = (
        (*title, Styled(f" {by}", "soft")) if by else title,
        (date_words(document.date),),
        (f"{figure(len(document.text))} characters",),
        (Styled(document.hash[:12], "code"),),
        tuple(part for place, work in enumerate(rests) for part in ("; " if place else "", *work)),
    )
    return Row(cells, anchor("document", document.id))


def _work(source: Source) -> Prose:
    return (Link(source.title or source.id, source.url),)


def _published(basis: Basis, keys: tuple[str, ...]) -> Table:
    rows = tuple(
        _source(basis.evidence.sources[key], place)
        for place, key in enumerate(dict.fromkeys(keys), start=1)
        if key in basis.evidence.sources
    )
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
