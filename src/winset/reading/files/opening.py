"""Files of each format opened: bytes to text and what the file says of itself.

Runs in the limited child process only: what it is given may be made to do harm.
"""

from __future__ import annotations

import io
import re
import zipfile
from email.message import EmailMessage, MIMEPart
from typing import Any
from xml.parsers import expat

from winset.reading.files.asides import keep_asides
from winset.reading.files.decoding import likeliest

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
_LOCKED = 1
"""Of the marks of a part of an archive, that it is encrypted."""
_BODY = re.compile(r"word/document\d*\.xml")
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_AGAIN = "Fallback"
"""What holds the same words once more, for older programs."""
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_MARKED = {"extensive_search": False, "min_date": "1800-01-01", "max_date": "2100-01-01"}
"""Dates as they are marked, up to no certain day: a page is read tomorrow as it is today."""
_HEAD = ("From", "To", "Date", "Subject")
_MOST_PASSED_ON, _MOST_NAMED = 20, 50
_CORE = {"title": "title", "creator": "author", "created": "date"}


class Refusal(Exception):
    """Why a file cannot be read, in words for its reader."""


def html(data: bytes) -> dict[str, Any]:
    """The running text of a page with its title, author, site and date."""
    import trafilatura

    page = _decoded(data)
    _refuse_monsters(page)
    tree = trafilatura.load_html(page)
    said = {} if tree is None else _page_header(tree)
    for time in () if tree is None else tree.iter("time"):
        time.tag = "span"  # else its words are taken for the page's and dropped from sentences
    found: Any = None
    if tree is not None:
        keep_asides(tree)
        found = trafilatura.bare_extraction(tree, include_comments=False)
    text = (found.text or "") if found is not None else ""
    if not text.strip():
        text = trafilatura.html2txt(page) or ""
    if not text.strip():
        raise Refusal("has no text in it; if a script fills the page, save it as text or PDF")
    return {"text": text, **said}


def _page_header(tree: Any) -> dict[str, str]:
    """Title, author, site, the day of publication, and the day of the last change if another.

    Only what is marked as a date counts: the year of a copyright line is no day of publication.
    """
    from trafilatura.metadata import extract_metadata

    first, last = (
        extract_metadata(tree, date_config={**_MARKED, "original_date": original})
        for original in (True, False)
    )
    found = {
        "title": first.title,
        "author": first.author,
        "publisher": first.sitename,
        "date": first.date,
        "changed": last.date if last.date != first.date else None,
    }
    return {key: value for key, value in found.items() if value}


def _refuse_monsters(page: str) -> None:
    """Refuse what the parser would drop silently or take minutes over."""
    if page.count("<") > MOST_TAGS:
        raise Refusal(f"has more than {MOST_TAGS:,} tags; save it as plain text or split it")
    if any(len(piece) > LONGEST_NODE for piece in page.split("<")):
        raise Refusal(f"has more than {LONGEST_NODE:,} characters in one paragraph; split it")
    if _depth(page) > DEEPEST:
        raise Refusal("has tags nested too deep to be read; save it as plain text")


def _decoded(data: bytes) -> str:
    """A page as text: by its byte-order mark, as UTF-8, by the charset it names or its letters."""
    named = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", data[:4096], re.IGNORECASE)
    charset = (named.group(1).decode("ascii", "replace"),) if named else ()
    utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    return _first_fitting(data, ("utf-16",) if utf16 else ("utf-8-sig", *charset))


def _first_fitting(data: bytes, encodings: tuple[str, ...]) -> str:
    """Bytes as text in the first of some encodings that fits, or in the likeliest of all."""
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    try:
        return data.decode(likeliest(data))
    except (UnicodeDecodeError, LookupError):
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
    for name in _word_parts(archive):
        _parse(_part(archive, name), body.start, body.end, body.text)
    text = "\n\n".join(paragraph for paragraph in body.paragraphs if paragraph.strip())
    if not text.strip():
        raise Refusal("has no text in it; if it holds pictures, run text recognition first")
    return {"text": text, **_core(archive)}


def _word_parts(archive: zipfile.ZipFile) -> list[str]:
    """The parts that hold the text: the body, then the notes."""
    names = archive.namelist()
    body = min((name for name in names if _BODY.fullmatch(name)), key=len, default="")
    if not body:
        raise Refusal("has no text in it; if it holds pictures, run text recognition first")
    return [body, *(name for name in _NOTES if name in names)]


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """One part of an archive, unless it swells beyond the limit."""
    if archive.getinfo(name).flag_bits & _LOCKED:
        raise Refusal("is protected by a password; save a copy without one")
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
    """The text of a Word file, gathered tag by tag so that no tree is ever built."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self._open: list[list[str]] = []
        """The pieces of each paragraph begun: a box of text stands within another."""
        self._tags: list[str] = []
        self._length = self._twice = 0

    def start(self, name: str, _: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        self._tags.append(tag)
        if len(self._tags) > DEEPEST:
            raise Refusal("has tags nested too deep to be read; save it as plain text")
        self._twice += tag == _AGAIN
        if tag == "p":
            self._open.append([])
        elif self._reads and self._tags[-2:-1] in (["r"], ["t"]):
            self._open[-1].append(_BREAKS.get(tag, ""))

    def end(self, _: str) -> None:
        tag = self._tags.pop()
        if tag == "p":
            words = "".join(self._open.pop())
            self.paragraphs += [] if self._twice else [words]
        self._twice -= tag == _AGAIN

    @property
    def _reads(self) -> bool:
        return bool(self._open) and not self._twice

    def text(self, words: str) -> None:
        if self._reads and self._tags[-1] == "t":
            self._open[-1].append(words)
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

    message = email.message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage):
        raise Refusal("is a mail without text in it; save what is attached to it")
    texts: list[str] = []
    left_out: list[str] = []
    _read_mail(message, texts, left_out)
    text = "\n\n".join(one for one in texts if one.strip())
    if not text.strip():
        raise Refusal("is a mail without text in it; save what is attached to it")
    return {"text": text, "left_out": left_out[:_MOST_NAMED], **_mail_header(message)}


def _read_mail(
    message: EmailMessage, texts: list[str], left_out: list[str], depth: int = 0
) -> None:
    """The words of a mail, then those of mails passed on with it; names of what is not read."""
    if len(texts) + len(left_out) > MOST_PARTS or depth > _MOST_PASSED_ON:
        raise Refusal("is a mail of too many parts; save its text alone")
    body = message.get_body(("plain", "html"))
    if body is not None:
        texts.append(_mail_words(body))
    for part in message.iter_attachments():
        kind, inline = part.get_content_type(), not part.is_attachment()
        if kind == "message/rfc822" and isinstance(inner := part.get_content(), EmailMessage):
            texts.append("\n".join(f"{name}: {inner[name]}" for name in _HEAD if inner[name]))
            _read_mail(inner, texts, left_out, depth + 1)
        elif part.is_multipart() and isinstance(part, EmailMessage):
            _read_mail(part, texts, left_out, depth + 1)
        elif inline and kind in ("text/plain", "text/html"):
            texts.append(_mail_words(part))
        elif not inline or not kind.startswith("image/"):
            left_out.append(" ".join(str(part.get_filename() or kind).split())[:100])


def _mail_words(part: MIMEPart) -> str:
    raw = part.get_payload(decode=True)
    raw = raw if isinstance(raw, bytes) else b""
    if part.get_content_type() == "text/html":
        return str(html(raw)["text"]) if raw.strip() else ""
    return _first_fitting(raw, (part.get_content_charset("utf-8"), "utf-8"))


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
