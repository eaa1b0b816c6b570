"""Bytes to text: byte-order marks, UTF-8, UTF-16 and the older encodings; nothing else changes."""

from __future__ import annotations

import codecs
import unicodedata

from winset.errors import Misuse

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536
_FEW_CONTROLS = 0.01
_FEW_ACCENTS, _FEW_MARKS = 0.04, 0.1
"""Below these shares of bytes past ASCII a guess is worse than the usual Windows encoding."""


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of a plain file without its byte-order mark, and the encoding; raises Misuse."""
    text, encoding = _marked(data, name) or _utf8(data) or _unmarked_utf16(data) or ("", "")
    if not encoding:
        if b"\0" in data:
            raise Misuse(
                f"{name} contains null bytes, so it is not plain text; expected text, HTML or PDF"
            )
        text, encoding = _legacy(data, name)
    _refuse_controls(text, name)
    return text, encoding


def _marked(data: bytes, name: str) -> tuple[str, str] | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise Misuse(
                    f"{name} begins as {encoding.upper()} but breaks off at byte {error.start}; "
                    "save it again as UTF-8"
                ) from None
    return None


def _utf8(data: bytes) -> tuple[str, str] | None:
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return None


def _unmarked_utf16(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark shows as a null in nearly every other byte of Western text."""
    sample = data[:_SAMPLE]
    half = max(len(sample) // 2, 1)
    even, odd = sample[::2], sample[1::2]
    for nulls, letters, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        alternate = nulls.count(0) > 0.4 * half and letters.count(0) < 0.05 * half
        if len(data) % 2 == 0 and alternate:
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError:
                return None
    return None


def _legacy(data: bytes, name: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    accents = sum(byte >= 0xC0 for byte in sample)
    others = sum(0x80 <= byte < 0xA0 for byte in sample)  # quotation marks and dashes
    western = accents <= _FEW_ACCENTS * len(sample) and others <= _FEW_MARKS * len(sample)
    best = None if western else from_bytes(sample).best()
    for encoding in (best.encoding if best else "cp1252", "cp1252", "latin-1"):
        try:
            return data.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError):
            continue
    raise Misuse(f"{name} is in no text encoding that could be told; save it as UTF-8")


def _refuse_controls(text: str, name: str) -> None:
    """Refuse what decodes but is no text: null bytes, or many control characters."""
    if "\0" in text:
        raise Misuse(
            f"{name} contains null bytes, so it is not plain text; expected text, HTML or PDF"
        )
    sample = text[:_SAMPLE]
    controls = sum(unicodedata.category(letter) == "Cc" for letter in sample)
    spaces = sum(sample.count(space) for space in "\n\r\t\f\v\x85")
    if controls - spaces > _FEW_CONTROLS * len(sample):
        raise Misuse(f"{name} is not text but binary data; expected text, HTML or PDF")
