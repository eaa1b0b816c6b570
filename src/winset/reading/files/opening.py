"""Files of each format opened: bytes to text and what the file says of itself.

Runs in the limited child process only: what it is given may be made to do harm.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any
from xml.parsers import expat

MOST_PAGES = 3_000
DEEPEST = 200
MOST_TAGS = 400_000
LONGEST_NODE = 9_000_000
LARGEST_PART = 100_000_000
MOST_PARTS = 10_000
_LONGEST_TEXT = 20_000_000
_NESTING = re.compile(
    r"<(/?)(?:div|span|section|table|ul|ol|blockquote|font|b|i|em|strong)\b", re.I
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_CORE = {"title": "title", "creator": "author", "created": "date"}


class Refusal(Exception):
    """Why a file cannot be read, in words for its reader."""


def html(data: bytes) -> dict[str, Any]:
    """The running text of a page with its title, author, site and date."""
    import trafilatura

    page = _decoded(data)
    _refuse_monsters(page)
    found: Any = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False)
    text = (found.text or "") if found is not None else ""
    if not text.strip():
        text = trafilatura.html2txt(page) or ""
    if not text.strip():
        raise Refusal("has no text in it; if a script fills the page, save it as text or PDF")
    meta = {
        "title": getattr(found, "title", None),
        "author": getattr(found, "author", None),
        "publisher": getattr(found, "sitename", None),
        "date": getattr(found, "date", None),
    }
    return {"text": text, **{key: value for key, value in meta.items() if value}}


def _refuse_monsters(page: str) -> None:
    """Refuse what the parser would drop silently or take minutes over."""
    if page.count("<") > MOST_TAGS:
        raise Refusal(f"has more than {MOST_TAGS:,} tags; save it as plain text or split it")
    if any(len(piece) > LONGEST_NODE for piece in page.split("<")):
        raise Refusal(f"has more than {LONGEST_NODE:,} characters in one paragraph; split it")
    if _depth(page) > DEEPEST:
        raise Refusal("has tags nested too deep to be read; save it as plain text")


def _decoded(data: bytes) -> str:
    """A page as text: by its byte-order mark, as UTF-8, or by the charset it names."""
    named = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", data[:4096], re.IGNORECASE)
    charset = named.group(1).decode("ascii", "replace") if named else "cp1252"
    utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if utf16 else ("utf-8-sig", charset, "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1")


def _depth(page: str) -> int:
    """How deep a page nests elements that must be closed; the parser drops what lies deeper."""
    depth = deepest = 0
    for tag in _NESTING.finditer(page):
        depth = max(depth + (-1 if tag.group(1) else 1), 0)
        deepest = max(deepest, depth)
    return deepest


def pdf(data: bytes) -> dict[str, Any]:
    """The text of a PDF, its pages two line breaks apart, with what its header says."""
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data), strict=True)
    if reader.is_encrypted and not _opens(reader):
        raise Refusal("is protected by a password; save a copy without one")
    if len(reader.pages) > MOST_PAGES:
        raise Refusal(f"has {len(reader.pages)} pages; the limit is {MOST_PAGES}: split it")
    pages, length = [], 0
    for page in reader.pages:
        pages.append(page.extract_text().strip())
        length += len(pages[-1])
        if length > _LONGEST_TEXT:
            raise Refusal(f"holds more than {_LONGEST_TEXT:,} characters: split it")
    text = "\n\n".join(page for page in pages if page)
    if not text.strip():
        raise Refusal("has pages but no text, so it is probably a scan; run text recognition first")
    return {"text": text, **_pdf_header(reader)}


def _opens(reader: Any) -> bool:
    """Whether an empty password opens it, as it does where only printing is restricted."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except DependencyError:
        return False


def _pdf_header(reader: Any) -> dict[str, str]:
    header = reader.metadata
    if header is None:
        return {}
    try:
        made = header.creation_date
    except ValueError:
        made = None
    found = {"title": header.title, "author": header.author, "date": made and str(made.date())}
    return {key: str(value) for key, value in found.items() if value}


def docx(data: bytes) -> dict[str, Any]:
    """The paragraphs of a Word file, two line breaks apart, with its title and author."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    if len(archive.infolist()) > MOST_PARTS:
        raise Refusal(f"has more than {MOST_PARTS:,} parts in it, so it is no Word file")
    body = _WordText()
    _parse(_part(archive, "word/document.xml"), body.start, body.end, body.text)
    text = "\n\n".join(paragraph for paragraph in body.paragraphs if paragraph.strip())
    if not text.strip():
        raise Refusal("has no text in it; if it holds pictures, run text recognition first")
    return {"text": text, **_core(archive)}


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """One part of an archive, unless it swells beyond the limit."""
    with archive.open(name) as part:
        found = part.read(LARGEST_PART + 1)
    if len(found) > LARGEST_PART:
        raise Refusal(f"swells to more than {LARGEST_PART // 10**6} MB when unpacked: split it")
    if b"<!DOCTYPE" in found or b"<!ENTITY" in found or found[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Refusal("defines entities of its own, as no Word file does; save it as text")
    return found


def _parse(data: bytes, start: Any, end: Any, text: Any) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text
    parser.buffer_text = True
    parser.Parse(data, True)


class _WordText:
    """The text of `word/document.xml`, gathered tag by tag so that no tree is ever built."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self._pieces: list[str] = []
        self._depth = self._length = 0
        self._in_text = False

    def start(self, name: str, _: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Refusal("has tags nested too deep to be read; save it as plain text")
        tag = name.removeprefix(_WORD)
        self._in_text = self._in_text or tag == "t"
        self._pieces.append(_BREAKS.get(tag, ""))

    def end(self, name: str) -> None:
        self._depth -= 1
        self._in_text = self._in_text and name != f"{_WORD}t"
        if name == f"{_WORD}p":
            self.paragraphs.append("".join(self._pieces))
            self._pieces = []

    def text(self, words: str) -> None:
        if self._in_text:
            self._pieces.append(words)
            self._length += len(words)
            if self._length > _LONGEST_TEXT:
                raise Refusal(f"holds more than {_LONGEST_TEXT:,} characters: split it")


def _core(archive: zipfile.ZipFile) -> dict[str, str]:
    """Title, author and day of making, where the file says so."""
    if "docProps/core.xml" not in archive.namelist():
        return {}
    found: dict[str, str] = {}
    open_tag = [""]

    def start(name: str, _: dict[str, str]) -> None:
        open_tag[0] = _CORE.get(name.rpartition(" ")[2], "")

    def text(words: str) -> None:
        if open_tag[0]:
            found[open_tag[0]] = (found.get(open_tag[0], "") + words)[:1000]

    def end(_: str) -> None:
        open_tag[0] = ""

    _parse(_part(archive, "docProps/core.xml"), start, end, text)
    if "date" in found:
        found["date"] = found["date"][:10]
    return {key: value for key, value in found.items() if value.strip()}


def eml(data: bytes) -> dict[str, Any]:
    """The body of a mail, with its subject, sender and day."""
    import email
    from email import policy
    from email.message import EmailMessage

    message = email.message_from_bytes(data, policy=policy.default)
    body = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
    if body is None:
        raise Refusal("is a mail without text in it; save what is attached to it")
    raw = body.get_payload(decode=True)
    raw = raw if isinstance(raw, bytes) else b""
    if body.get_content_type() == "text/html":
        text = str(html(raw)["text"])
    else:
        text = _mail_text(raw, body.get_content_charset("utf-8"))
    if not text.strip():
        raise Refusal("is a mail without text in it; save what is attached to it")
    return {"text": text, **_mail_header(message)}


def _mail_text(raw: bytes, charset: str) -> str:
    for encoding in (charset, "utf-8", "cp1252"):
        try:
            return raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("latin-1")


def _mail_header(message: Any) -> dict[str, str]:
    """Subject, sender's name and day; each left out where its line is broken."""
    from email.utils import parseaddr, parsedate_to_datetime

    found: dict[str, str] = {"title": str(message.get("subject", ""))}
    found["author"] = parseaddr(str(message.get("from", "")))[0]
    try:
        found["date"] = parsedate_to_datetime(str(message.get("date", ""))).date().isoformat()
    except (ValueError, TypeError):
        found["date"] = ""
    return {key: value for key, value in found.items() if value.strip()}
