"""Files an analyst has, as text: plain text, HTML and PDF, or a reason why not."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from winset.dates import Edtf
from winset.errors import Misuse
from winset.reading.decoding import decode
from winset.reading.proposals import Proposal, from_page, from_text

LARGEST = 20_000_000
"""Bytes a file may have."""
_PATIENCE = 60
_MEDIA_TYPES = {"html": "text/html", "pdf": "application/pdf"}
_FOREIGN = (
    (b"PK\x03\x04", "a zip archive or an Office file; save it as text, HTML or PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as text, HTML or PDF"),
    (b"{\\rtf", "rich text (RTF); save it as text, HTML or PDF"),
    (b"\x89PNG", "a picture; run text recognition and add its text"),
    (b"\xff\xd8\xff", "a picture; run text recognition and add its text"),
    (b"GIF8", "a picture; run text recognition and add its text"),
    (b"II*\0", "a picture; run text recognition and add its text"),
    (b"\x1f\x8b", "compressed (gzip); unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"\x7fELF", "a program; expected text, HTML or PDF"),
    (b"SQLite format 3\0", "a database; expected text, HTML or PDF"),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's text as it will be kept, and what it seems to say about itself."""

    text: str
    media_type: str
    encoding: str = "utf-8"
    title: str = ""
    author: str = ""
    publisher: str = ""
    date: Edtf | None = None
    """The likeliest day of publication; a person confirms it."""
    proposals: tuple[Proposal, ...] = ()
    """Every title, author, publisher and date found, likeliest first, with where it stood."""


def read_document(data: bytes, name: str) -> Reading:
    """The text of a file; raises Misuse with the reason and a way on where there is none."""
    if not data:
        raise Misuse(f"{name} is empty; expected text, HTML or PDF")
    if len(data) > LARGEST:
        raise Misuse(_too_large(name, len(data)))
    kind = _kind(data, name)
    if kind == "text":
        text, encoding = decode(data, name)
        found: dict[str, Any] = {}
    else:
        found = _extract(data, name, kind)
        text, encoding = found["text"], "utf-8"
    if not text.strip():
        raise Misuse(f"{name} holds nothing but white space")
    return _reading(text, encoding, kind, found)


def load_file(path: Path) -> bytes:
    """The bytes of a file on disk; raises Misuse for a folder, a missing or too large file."""
    try:
        if path.is_dir():
            raise Misuse(f"{path} is a folder; name the files in it, as {path}/*.txt")
        if not path.is_file():
            there = path.exists()
            raise Misuse(f"{path} is not a file" if there else f"{path} does not exist")
        size = path.stat().st_size
        if size > LARGEST:
            raise Misuse(_too_large(str(path), size))
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Misuse(f"{str(path)!r} cannot be read: {reason}") from None


def _too_large(name: str, size: int) -> str:
    return (
        f"{name} has {size / 1e6:,.0f} MB; the limit is {LARGEST / 1e6:.0f} MB: "
        "split it, or save its text alone"
    )


def _kind(data: bytes, name: str) -> str:
    """One of "text", "html" or "pdf"; raises Misuse for formats known not to be read."""
    head = data[:1024]
    if b"%PDF-" in head:
        return "pdf"
    for start, what in _FOREIGN:
        if head.startswith(start):
            raise Misuse(f"{name} is {what}")
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if plain.startswith((b"<!doctype html", b"<html")):
        return "html"
    suffix = name.lower().rpartition(".")[2]
    if suffix == "pdf":
        raise Misuse(f"{name} is called a PDF but does not begin as one; it may be damaged")
    return "html" if suffix in ("html", "htm", "xhtml") and b"<" in data else "text"


def _extract(data: bytes, name: str, kind: str) -> dict[str, Any]:
    """What the limited child process makes of a file; raises Misuse with its reason."""
    command = [sys.executable, "-P", "-m", "winset.reading.extraction", kind]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        raise Misuse(f"{name} took more than {_PATIENCE} seconds to open; save its text") from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise Misuse(
            f"{name} went over the limits of time or memory for a {kind.upper()} file; "
            "save its text alone"
        ) from None
    if "refusal" in answer:
        raise Misuse(f"{name} {answer['refusal']}")
    return dict(answer)


def _reading(text: str, encoding: str, kind: str, found: dict[str, Any]) -> Reading:
    proposals = (*from_page(found, kind), *from_text(text))
    best: dict[str, str] = {}
    for proposal in proposals:
        best.setdefault(proposal.field, proposal.value)
    return Reading(
        text,
        _MEDIA_TYPES.get(kind, "text/plain"),
        encoding,
        best.get("title", ""),
        best.get("author", ""),
        best.get("publisher", ""),
        Edtf.parse(best["date"]) if "date" in best else None,
        proposals,
    )
