"""Documents, their parts, places in them, and the published works they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from winset.dates import Edtf


@dataclass(frozen=True, slots=True)
class Source:
    """A published work that an entry rests on and that need not be in the case itself."""

    id: str
    title: str
    publisher: str = ""
    date: str = ""
    """As published, free text: "2018-11-14" or "undated"."""
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document with its own title, author and date; offsets are code points."""

    start: int
    end: int
    title: str = ""
    author: str = ""
    date: Edtf | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text that never changes; `hash` is the SHA-256 of its UTF-8 bytes, in hex."""

    id: str
    title: str
    text: str
    hash: str
    date: Edtf
    """When it was published."""
    publisher: str = ""
    author: str = ""
    url: str = ""
    media_type: str = "text/plain"
    language: str = "en"
    parts: tuple[Part, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a document: half-open code-point offsets, the exact words, and their context."""

    id: str
    document: str
    hash: str
    """Of the document's text, so that a place in a changed text is noticed."""
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
