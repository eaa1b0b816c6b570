"""Files an analyst has, as text: plain text, HTML, PDF, Word and mail, or a reason why not."""

from __future__ import annotations

import hashlib
import os
import re
from collections import deque
from collections.abc import Callable, Collection, Generator, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from winset.dates import Edtf
from winset.errors import Misuse, WinsetError
from winset.reading.files.decoding import EXPECTED, decode, decode_as
from winset.reading.files.proposals import Proposal, from_page, from_text, likeliest_first
from winset.reading.files.workers import Worker
from winset.reading.text.languages import language_of

LARGEST = 20_000_000
"""Bytes a file may have."""
_MEDIA_TYPES = {
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "eml": "message/rfc822",
}
_MAIL = re.compile(
    rb"(?:From|To|Subject|Date|Received|Return-Path|MIME-Version|Message-ID)[ \t]*:", re.I
)
_MAIL_LINES = 3
_NAMED = {"pdf": "PDF", "docx": "Word file"}
_WORD = re.compile(rb"word/document\d*\.xml")
_FOREIGN = (
    (
        b"PK\x03\x04",
        "a zip archive or an Office file other than Word; save it as text, HTML or PDF",
    ),
    (
        b"\xd0\xcf\x11\xe0",
        "an old Office file, or one with a password; save it as text, HTML or PDF without one",
    ),
    (b"{\\rtf", "rich text (RTF); save it as text, HTML or PDF"),
    (b"\x89PNG", "a picture; run text recognition and add its text"),
    (b"\xff\xd8\xff", "a picture; run text recognition and add its text"),
    (b"GIF8", "a picture; run text recognition and add its text"),
    (b"II*\0", "a picture; run text recognition and add its text"),
    (b"\x1f\x8b", "compressed (gzip); unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"\x7fELF", f"a program; expected {EXPECTED}"),
    (b"SQLite format 3\0", f"a database; expected {EXPECTED}"),
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
    language: str = ""
    """ISO 639-1, "" where it cannot be told."""
    left_out: tuple[str, ...] = ()
    """Names of what is attached to a mail and was not read."""


@dataclass(frozen=True, slots=True)
class FileReading:
    """What became of one file of many: its reading, or the reason why there is none."""

    file: Path
    reading: Reading | None = None
    data: bytes = b""
    refused: str = ""
    known: bool = False
    """Whether it was not read since its bytes are known already."""


def read_document(
    data: bytes, name: str, worker: Worker | None = None, encoding: str = ""
) -> Reading:
    """The text of a file; raises Misuse with the reason and a way on where there is none.

    HTML, PDF, Word and mail files are opened by `worker`, or by one started for this file. Plain
    text is read in `encoding`; without one that is told from the bytes.
    """
    if not data:
        raise Misuse(f"{name} is empty; expected {EXPECTED}")
    if len(data) > LARGEST:
        raise Misuse(_too_large(name, len(data)))
    kind = _kind(data, name)
    if kind == "text":
        text, encoding = decode_as(data, name, encoding) if encoding else decode(data, name)
        found: dict[str, Any] = {}
    else:
        found = _extracted(data, name, kind, worker)
        text, encoding = found["text"], "utf-8"
    if not text.strip():
        raise Misuse(f"{name} holds nothing but white space")
    return _reading(text, encoding, kind, found)


def read_files(
    files: Iterable[Path],
    workers: int = 2,
    watch: Callable[[FileReading], object] | None = None,
    encoding: str = "",
    known: Collection[str] = (),
) -> Generator[FileReading, None, None]:
    """Each file's reading in the order given, several at once; none is read far ahead of use.

    `watch` is told of each file as it is done. What is refused does not stop the others; `known`
    are the SHA-256 of bytes that need no reading.
    """
    from concurrent.futures import Future, ThreadPoolExecutor

    idle = [Worker() for _ in range(max(workers, 1))]
    waiting: deque[Future[FileReading]] = deque()
    with ThreadPoolExecutor(len(idle)) as pool:
        try:
            for file in files:
                waiting.append(pool.submit(_read_file, file, idle, encoding, known))
                if len(waiting) > 2 * workers:
                    yield _told(waiting.popleft().result(), watch)
            while waiting:
                yield _told(waiting.popleft().result(), watch)
        finally:
            for future in waiting:
                future.cancel()
            pool.shutdown()
            for worker in idle:
                worker.close()


def _told(done: FileReading, watch: Callable[[FileReading], object] | None) -> FileReading:
    if watch is not None:
        watch(done)
    return done


def _read_file(
    file: Path, idle: list[Worker], encoding: str, known: Collection[str]
) -> FileReading:
    worker = idle.pop()
    try:
        data = load_file(file)
        if known and hashlib.sha256(data).hexdigest() in known:
            return FileReading(file, data=data, known=True)
        name = in_one_line(file.name)
        return FileReading(file, read_document(data, name, worker, encoding), data)
    except WinsetError as error:
        return FileReading(file, refused=str(error))
    finally:
        idle.append(worker)


def _extracted(data: bytes, name: str, kind: str, worker: Worker | None) -> dict[str, Any]:
    if worker is not None:
        return worker.extract(data, name, kind)
    with Worker() as once:
        return once.extract(data, name, kind)


def load_file(path: Path) -> bytes:
    """The bytes of a file on disk; raises Misuse for a folder, a missing or too large file."""
    name = in_one_line(str(path))
    try:
        if path.is_dir():
            os.listdir(path)  # whatever keeps it shut is the reason to be told
            raise Misuse(f"{name} is a folder; name the files in it, as {name}/*.txt")
        if not path.exists():
            there = path.is_symlink()
            raise Misuse(f"{name} points to no file" if there else f"{name} does not exist")
        if not path.is_file():
            raise Misuse(f"{name} is not a file")
        with open(path, "rb", opener=_without_waiting) as file:
            size = os.fstat(file.fileno()).st_size
            data = file.read(LARGEST + 1) or b"" if size <= LARGEST else b""
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Misuse(f"{name!r} cannot be read: {reason}") from None
    size = max(size, len(data))  # it may have grown since it was looked at
    if size > LARGEST:
        raise Misuse(_too_large(name, size))
    return data


def in_one_line(name: str) -> str:
    """A file's name as it can be printed in a sentence: it may hold line ends."""
    return " ".join(name.split())


def _without_waiting(path: str, flags: int) -> int:
    """Open a file, not waiting for anybody to write where a pipe has taken its place."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _too_large(name: str, size: int) -> str:
    return (
        f"{name} has {size / 1e6:,.0f} MB; the limit is {LARGEST / 1e6:.0f} MB: "
        "split it, or save its text alone"
    )


def _kind(data: bytes, name: str) -> str:
    """One of "text", "html", "pdf", "docx", "eml"; raises Misuse for formats not to be read."""
    head = data[:1024]
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(b"PK\x03\x04") and _WORD.search(data):
        return "docx"
    for start, what in _FOREIGN:
        if head.startswith(start):
            raise Misuse(f"{name} is {what}")
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if plain.startswith((b"<!doctype html", b"<html")):
        return "html"
    suffix = name.lower().rpartition(".")[2]
    if suffix in _NAMED:
        raise Misuse(
            f"{name} is called a {_NAMED[suffix]} but does not begin as one; it may be damaged"
        )
    if suffix == "eml" or _is_mail(head):
        return "eml"
    return "html" if suffix in ("html", "htm", "xhtml") and b"<" in data else "text"


def _is_mail(head: bytes) -> bool:
    """Whether a file opens with several of the lines that head a mail."""
    lines = head.replace(b"\r\n", b"\n").partition(b"\n\n")[0].split(b"\n")
    named = sum(_MAIL.match(line) is not None for line in lines)
    return named >= _MAIL_LINES and _MAIL.match(lines[0]) is not None


def _reading(text: str, encoding: str, kind: str, found: dict[str, Any]) -> Reading:
    proposals = likeliest_first((*from_page(found, kind), *from_text(text)))
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
        language_of(text),
        tuple(found.get("left_out", ())),
    )
