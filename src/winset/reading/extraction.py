"""The child process that opens HTML and PDF: reads the file on stdin, answers JSON on stdout.

Run as `python -m winset.reading.extraction html|pdf`. It limits its own memory, time and files
before it looks at a byte, so that a hostile file can only end this process.
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from typing import Any

MEMORY = 1_500_000_000
SECONDS = 30
LONGEST_TEXT = 20_000_000
MOST_PAGES = 3_000
DEEPEST = 200
_NESTING = re.compile(
    r"<(/?)(?:div|span|section|table|ul|ol|blockquote|font|b|i|em|strong)\b", re.I
)


class Refusal(Exception):
    """Why a file cannot be read, in words for its reader."""


def html(data: bytes) -> dict[str, Any]:
    """The running text of a page with its title, author, site and date."""
    import trafilatura

    page = _decoded(data)
    if _depth(page) > DEEPEST:
        raise Refusal("has tags nested too deep to be read; save it as plain text")
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
        if length > LONGEST_TEXT:
            raise Refusal(f"holds more than {LONGEST_TEXT:,} characters: split it")
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


def _limit() -> None:
    try:
        import resource
    except ImportError:  # not on Windows: the parent's clock is the only limit there
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(read: Callable[[bytes], dict[str, Any]], data: bytes) -> dict[str, Any]:
    try:
        found = read(data)
    except Refusal as refusal:
        return {"refusal": str(refusal)}
    except MemoryError:
        return {"refusal": f"needs more than {MEMORY // 10**6:,} MB to open: split it"}
    except RecursionError:
        return {"refusal": "is nested too deep to be read; save it as plain text"}
    except Exception as error:  # whatever a parser raises on a broken file
        return {"refusal": f"is damaged or not what its name says ({type(error).__name__})"}
    if len(found["text"]) > LONGEST_TEXT:
        return {"refusal": f"holds more than {LONGEST_TEXT:,} characters: split it"}
    return found


def main() -> None:
    """Read stdin as the kind named by the first argument and print the answer."""
    _limit()
    answer = _answer({"html": html, "pdf": pdf}[sys.argv[1]], sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


if __name__ == "__main__":
    import logging

    logging.disable(logging.CRITICAL)
    main()
