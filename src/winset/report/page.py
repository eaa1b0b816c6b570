"""Blocks → one self-contained HTML page: no script, nothing loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import singledispatchmethod
from importlib import resources

from winset.record.documents import Passage, Source
from winset.report.blocks import (
    Block,
    Cite,
    Figure,
    Folded,
    Heading,
    Inline,
    Items,
    Jump,
    Link,
    Paragraph,
    Passages,
    Prose,
    Quoted,
    Report,
    Row,
    Section,
    Sides,
    Styled,
    Table,
    Verbatim,
)
from winset.report.evidence import Evidence
from winset.report.markup import Child, Markup, anchor, isolated, join, tag
from winset.report.words import figure

_SHOWN = 12
"""Citations longer than this name the first ones and say how many more there are."""


def write_page(report: Report, evidence: Evidence) -> str:
    """The report as one HTML page."""
    writer = _Writer(evidence, _numbers(report.passages), _numbers(report.sources))
    body = join(
        [_header(report), _contents(report), tag("main", *map(writer.section, report.sections))]
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", report.title),
        tag("style", Markup(_style())),
    )
    page = tag("html", "\n", head, "\n", tag("body", body), "\n", lang="en")
    return f"<!DOCTYPE html>\n{page.text}\n"


def _numbers(keys: tuple[str, ...]) -> dict[str, int]:
    return {key: place for place, key in enumerate(keys, start=1)}


def _style() -> str:
    return resources.files("winset.report").joinpath("style.css").read_text("utf-8")


def _header(report: Report) -> Markup:
    return tag(
        "header",
        tag("p", "Negotiation analysis", class_="kicker"),
        tag("h1", report.title, dir="auto"),
        tag("p", report.question, class_="question", dir="auto") if report.question else "",
        tag("p", report.basis, class_="basis"),
        tag("p", report.sharing, class_="basis"),
    )


def _contents(report: Report) -> Markup:
    places = [
        tag("li", tag("a", section.title, href=f"#{section.anchor}")) for section in report.sections
    ]
    return tag("nav", tag("h2", "Contents"), tag("ol", *places), aria_label="Contents")


@dataclass(frozen=True)
class _Writer:
    """Turns blocks into markup, with the numbers of what is cited."""

    evidence: Evidence
    passages: Mapping[str, int]
    sources: Mapping[str, int]

    def section(self, section: Section) -> Markup:
        heading = tag("h2", section.title, id=section.anchor)
        blocks = (self.block(block) for block in section.blocks)
        return tag("section", heading, *blocks, "\n", aria_labelledby=section.anchor)

    @singledispatchmethod
    def block(self, block: Block) -> Markup:
        raise TypeError(f"no way to write {type(block).__name__}")

    @block.register
    def _(self, block: Heading) -> Markup:
        return tag(f"h{block.level}", isolated(block.text), id=block.anchor)

    @block.register
    def _(self, block: Paragraph) -> Markup:
        return tag(
            "p", self.prose(block.prose), class_=block.style or None, id=block.anchor or None
        )

    @block.register
    def _(self, block: Items) -> Markup:
        items = (tag("li", self.prose(item)) for item in block.items)
        style, start = block.style or None, None if block.start == 1 else block.start
        return tag("ol" if block.ordered else "ul", *items, class_=style, start=start)

    @block.register
    def _(self, block: Table) -> Markup:
        heads = (tag("th", isolated(head), scope="col") for head in block.head)
        table = tag(
            "table",
            tag("caption", isolated(block.caption)),
            tag("thead", tag("tr", *heads)),
            tag("tbody", *map(self.row, block.rows)),
            class_=block.style or None,
        )
        return _scrolling(table, block.caption)

    @block.register
    def _(self, block: Figure) -> Markup:
        words = tag("div", *map(self.block, block.equivalent))
        return tag(
            "figure",
            tag("figcaption", tag("strong", isolated(block.title)), " ", block.description),
            _scrolling(block.drawing, block.title),
            tag("details", tag("summary", block.summary), words, open=block.unfolded),
            id=block.anchor,
        )

    @block.register
    def _(self, block: Passages) -> Markup:
        known = [self.evidence.passages[key] for key in block.passages]
        if block.style == "list":
            return tag("ol", *map(self.place, known), class_="passages")
        return join(self.quotation(passage) for passage in known)

    @block.register
    def _(self, block: Sides) -> Markup:
        sides = (
            tag("div", tag("p", self.prose(head), class_="who"), tag("p", self.prose(text)))
            for head, text in block.sides
        )
        return tag("div", *sides, class_="sides")

    @block.register
    def _(self, block: Folded) -> Markup:
        style = None if block.printed else "screen"
        inner = map(self.block, block.blocks)
        return tag("details", tag("summary", isolated(block.summary)), *inner, class_=style)

    @block.register
    def _(self, block: Verbatim) -> Markup:
        return _scrolling(tag("pre", tag("code", block.text)), block.title)

    def row(self, row: Row) -> Markup:
        first, *rest = row.cells
        return tag(
            "tr",
            tag("th", self.prose(first), scope="row"),
            *(tag("td", self.prose(cell)) for cell in rest),
            id=row.anchor or None,
            class_="machine" if row.machine else None,
        )

    def prose(self, prose: Prose) -> Markup:
        return join(self.inline(part) for part in prose)

    @singledispatchmethod
    def inline(self, part: Inline) -> Markup:
        raise TypeError(f"no way to write {type(part).__name__}")

    @inline.register
    def _(self, part: str) -> Markup:
        return isolated(part)

    @inline.register
    def _(self, part: Jump) -> Markup:
        return tag("a", isolated(part.text), href=f"#{part.anchor}")

    @inline.register
    def _(self, part: Link) -> Markup:
        return _outward(part.text, part.url)

    @inline.register
    def _(self, part: Styled) -> Markup:
        plain = {"strong": "strong", "code": "code"}.get(part.style)
        text = isolated(part.text)
        return tag(plain, text) if plain else tag("span", text, class_=part.style)

    @inline.register
    def _(self, part: Quoted) -> Markup:
        return tag("q", part.text, lang=part.language or None, dir="auto")

    @inline.register
    def _(self, part: Cite) -> Markup:
        marks = [
            *(self._mark("p", self.passages[key], "") for key in part.passages),
            *(self._mark("s", self.sources[key], "S") for key in part.sources),
        ]
        if not marks:
            return Markup("")
        more = len(marks) - _SHOWN
        shown = marks[:_SHOWN] if more > 0 else marks
        tail = [f" and {more} more"] if more > 0 else []
        return tag("span", "\u00a0[", join(shown, ", "), *tail, "]", class_="cite")

    def _mark(self, kind: str, place: int, prefix: str) -> Markup:
        what = "passage" if kind == "p" else "source"
        return tag("a", f"{prefix}{place}", href=f"#{kind}-{place}", aria_label=f"{what} {place}")

    def place(self, passage: Passage) -> Markup:
        """A passage where the citations lead to, with the numbers of the works behind it."""
        place = self.passages[passage.id]
        works = self.evidence.published(passage)
        behind = [
            " Rests on ",
            join((self._mark("s", self.sources[work.id], "S") for work in works), ", "),
            ".",
        ]
        origin = tag("p", *self._where(passage), *(behind if works else ()), class_="from")
        words = tag("div", self._words(passage), origin)
        return tag("li", tag("span", str(place), class_="number"), words, id=f"p-{place}")

    def quotation(self, passage: Passage) -> Markup:
        """The exact words, the document they stand in, where, and the works behind it."""
        works = self.evidence.published(passage)
        behind = (" Rests on ", join(map(self._work, works), "; "), ".")
        origin = tag("p", *self._where(passage), *(behind if works else ()), class_="from")
        return tag("blockquote", self._words(passage), origin)

    def _words(self, passage: Passage) -> Markup:
        document = self.evidence.documents.get(passage.document)
        language = document.language if document else None
        return tag("p", tag("q", passage.exact, lang=language, dir="auto"))

    def _where(self, passage: Passage) -> tuple[Child, ...]:
        document = self.evidence.documents.get(passage.document)
        place = f", characters {figure(passage.start)}–{figure(passage.end)}."
        if document is None:
            return (passage.document, place)
        return (tag("a", document.title, href=f"#{anchor('document', document.id)}"), place)

    def _work(self, source: Source) -> Markup:
        title = _outward(source.title or source.id, source.url)
        rest = "".join(f", {part}" for part in (source.publisher, source.date) if part)
        return join([title, rest, " [", self._mark("s", self.sources[source.id], "S"), "]"])


def _outward(text: str, url: str) -> Markup:
    # Only addresses of the web are led to: a case can hold "javascript:" as well.
    if not url.lower().startswith(("https://", "http://")):
        return isolated(text)
    return tag("a", isolated(text), href=url, rel="noreferrer", class_="out")


def _scrolling(inner: Markup, label: str) -> Markup:
    return tag("div", inner, class_="scroll", tabindex="0", role="region", aria_label=label)
