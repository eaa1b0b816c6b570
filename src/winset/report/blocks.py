"""A report as blocks: what every writer (HTML today) turns into its own form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from winset.report.markup import Markup


@dataclass(frozen=True, slots=True)
class Cite:
    """References to evidence: ids of passages and, where there are none, of sources."""

    passages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Jump:
    """Words that lead to another place of the report."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a published work."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Styled:
    """Words set apart; `style` is "strong", "code", "soft" (small print) or "machine"."""

    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a document, in its own language."""

    text: str
    language: str = ""


Inline = str | Cite | Jump | Link | Styled | Quoted
Prose = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section; sections themselves are of level 2."""

    text: str
    anchor: str
    level: int = 3


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `style` is "", "lead" or "note"."""

    prose: Prose
    style: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `style` "answer" is the numbered answer at the head of the report.

    An ordered one begins at `start`.
    """

    items: tuple[Prose, ...]
    ordered: bool = False
    style: str = ""
    start: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, which other places can lead to; `machine` when only suggested."""

    cells: tuple[Prose, ...]
    anchor: str = ""
    machine: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption, one head for each column, and the first cell of a row its head."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    style: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with what it shows in words; `equivalent` says all of it without the drawing."""

    title: str
    description: str
    drawing: Markup
    equivalent: tuple[Block, ...]
    anchor: str
    summary: str = "The same in words"
    unfolded: bool = False
    """Whether the equivalent stands open from the beginning."""


@dataclass(frozen=True, slots=True)
class Passages:
    """Passages quoted in full: ids in order, each with its document and published sources."""

    passages: tuple[str, ...]
    style: str = ""
    """ "list" where the passages have their place in the report; "" where they are repeated."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Texts side by side, each under its own head."""

    sides: tuple[tuple[Prose, Prose], ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """Blocks a reader opens when wanted; in print they stand open where `printed`."""

    summary: str
    blocks: tuple[Block, ...]
    printed: bool = True


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines of a file exactly as they are."""

    text: str
    title: str


Block = Heading | Paragraph | Items | Table | Figure | Passages | Sides | Folded | Verbatim


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report with its heading and its place in the contents."""

    title: str
    anchor: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report: what it is called, what it asks, a line about its basis, its sections.

    `sharing` says whether documents left the machine. `passages` and `sources` are the ids of what
    can be cited, in the order of their numbers.
    """

    title: str
    question: str
    basis: str
    sharing: str
    sections: tuple[Section, ...]
    passages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def in_words(prose: Prose) -> str:
    """The words alone, without references and links."""
    return "".join(
        part if isinstance(part, str) else part.text for part in prose if not isinstance(part, Cite)
    )


def proses(block: Block) -> Iterator[Prose]:
    """Every run of words in a block and the blocks within it, in reading order."""
    match block:
        case Paragraph():
            yield block.prose
        case Items():
            yield from block.items
        case Table():
            yield from (cell for row in block.rows for cell in row.cells)
        case Sides():
            yield from (prose for side in block.sides for prose in side)
        case Passages():
            yield (Cite(block.passages),)
        case Figure():
            yield from (prose for inner in block.equivalent for prose in proses(inner))
        case Folded():
            yield from (prose for inner in block.blocks for prose in proses(inner))
        case Heading() | Verbatim():
            return


def citations(sections: tuple[Section, ...]) -> Iterator[Cite]:
    """Every citation of the sections, in reading order."""
    for section in sections:
        for block in section.blocks:
            for prose in proses(block):
                yield from (part for part in prose if isinstance(part, Cite))
