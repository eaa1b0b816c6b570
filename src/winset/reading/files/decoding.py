"""Bytes to text: byte-order marks, UTF-8, UTF-16 and the older encodings; nothing else changes."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter

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
_STOPS = " \n.\u3001\u3002"
_FEW_STOPS = 0.01
_NO_TEXT = frozenset(("Cn", "Co", "Cs"))
_SYLLABLE, _HALF_WIDE = re.compile(r"[\u3040-\u30ff]"), re.compile(r"[\uff61-\uff9f]")
_CYRILLIC = ("cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5")
_COMMON_RUSSIAN, _RUSSIAN = "оеаинтсрвлі", 0.45
"""Two letters of three in running text are of these; of another encoding's, less than half."""
_PUNCTUATION = frozenset("«»“”‘’„–—…€°§№¡¿ºª·•†±×½¼©®™\xa0\xad")
_CENTRAL = ("áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "ąćęłńóśźż", "áéíóöőúüű", "čćđšž", "ăâîşţ")
"""The letters past ASCII of Czech, Slovak, Polish, Hungarian, Croatian and Romanian."""
_ALPHABETS = (
    (
        "cp1252",
        (
            "àâæçéèêëîïôœùûü",
            "äöüß",
            "áéíñóúü",
            "áàâãçéêíóôõúü",
            "åäöé",
            "æøåéóòâ",
            "àèéìíîòóùú",
            "áéíóúýþæöð",
        ),
    ),
    ("cp1250", _CENTRAL),
    ("iso8859_2", _CENTRAL),
    ("cp1254", ("çğıi̇öşüâîû",)),
    ("cp1257", ("ąčęėįšųūž", "āčēģīķļņšūž")),
)
"""The letters past ASCII of languages, by the encodings they were written in."""
_FITTING, _FEWEST_LETTERS = 0.98, 3
"""The share of letters that must fit a language, and how many different ones tell a rarer one."""
_WESTERN = frozenset("àâäáçèéêëîïíôöóùûüúñßœæ")
_MIXED = re.compile(r"[a-z][\u0400-\u04ff]|[\u0400-\u04ff][a-z]")
EXPECTED = "text, HTML, PDF, Word (docx) or mail (eml)"
"""What can be read, as a refusal names it."""
_FEW_ACCENTS, _FEW_MARKS = 0.04, 0.1
"""Below these shares of bytes past ASCII a guess is worse than the usual Windows encoding."""


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of a plain file without its byte-order mark, and the encoding; raises Misuse."""
    found = _marked(data, name) or _shifted(data) or _utf8(data) or _unmarked_utf16(data)
    text, encoding = found or ("", "")
    if not encoding:
        if b"\0" in data:
            raise _null_bytes(name)
        text, encoding = _legacy(data, name)
    _refuse_controls(text, name)
    return text, encoding


def decode_as(data: bytes, name: str, encoding: str) -> tuple[str, str]:
    """The text of a plain file in the encoding that a person names; raises Misuse."""
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
    except LookupError:
        raise Misuse(f"{encoding[:40]!r} is no encoding known here; expected one as windows-1251, "
                     "shift_jis or utf-16") from None  # fmt: skip
    except UnicodeDecodeError as error:
        raise Misuse(f"{name} is not in {encoding}: byte {error.start} does not fit") from None
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


def _shifted(data: bytes) -> tuple[str, str] | None:
    """Japanese in the seven bits of older mails, which change letters by an escape."""
    if b"\x1b$" not in data[:_SAMPLE]:
        return None
    try:
        return data.decode("iso2022_jp_2"), "iso2022_jp"
    except UnicodeDecodeError:
        return None


def _unmarked_utf16(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark: in one of the two orders it is text, with spaces and stops in it."""
    if len(data) % 2 or b"\0" not in data:
        return None
    found = []
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:_SAMPLE]
        stops = sum(sample.count(stop) for stop in _STOPS)
        odd = any(unicodedata.category(letter) in _NO_TEXT for letter in sample)
        if stops > _FEW_STOPS * len(sample) and not odd:
            found.append((stops, text, encoding))
    return max(found)[1:] if found else None


def _legacy(data: bytes, name: str) -> tuple[str, str]:
    for encoding in (likeliest(data), "cp1252", "latin-1"):
        try:
            return data.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError):
            continue
    raise Misuse(f"{name} is in no text encoding that could be told; save it as UTF-8")


def likeliest(data: bytes) -> str:
    """The encoding older than UTF-8 that bytes seem to be in."""
    sample = data[:_SAMPLE]
    accents = sum(byte >= 0xC0 for byte in sample)
    others = sum(0x80 <= byte < 0xA0 for byte in sample)  # quotation marks and dashes
    if accents <= _FEW_ACCENTS * len(sample) and others <= _FEW_MARKS * len(sample):
        return _by_alphabet(sample) or "cp1252"
    if told := _by_script(sample):
        return told
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


def _by_script(sample: bytes) -> str:
    """The encoding in which the bytes are Japanese, Russian or Latin as written; "" for none.

    A general guess takes few lines of the one for rare letters of the other.
    """
    for encoding in ("cp932", "euc_jp"):
        text = _begun(sample, encoding)
        foreign = sum(letter > "\x7f" for letter in text)
        syllables = len(_SYLLABLE.findall(text))
        if syllables > 0.15 * foreign and len(_HALF_WIDE.findall(text)) <= 0.02 * foreign:
            return encoding
    scores = {encoding: _russian(_begun(sample, encoding)) for encoding in _CYRILLIC}
    likeliest = max(scores, key=lambda encoding: scores[encoding])
    if scores[likeliest] > _RUSSIAN:
        return likeliest
    if told := _by_alphabet(sample):
        return told
    western = sample.decode("cp1252", "ignore")
    accents = {letter.lower() for letter in western if letter > "\x7f"} - _PUNCTUATION
    return "cp1252" if accents <= _WESTERN else ""


def _by_alphabet(sample: bytes) -> str:
    """The encoding in which the letters past ASCII are those of one language; "" for none."""
    counts = Counter(sample.translate(None, bytes(range(128))))
    for encoding, alphabets in _ALPHABETS:
        letters = [
            (letter, number)
            for byte, number in counts.items()
            if (letter := bytes([byte]).decode(encoding, "replace").lower()) not in _PUNCTUATION
        ]
        total = sum(number for _, number in letters)
        for alphabet in alphabets:
            fitting = sum(number for letter, number in letters if letter in alphabet)
            several = encoding == "cp1252" or len(letters) >= _FEWEST_LETTERS
            if fitting >= _FITTING * total and several:
                return encoding
    return ""


def _begun(sample: bytes, encoding: str) -> str:
    """The beginning of a text, whose last letter may be cut; "" where it is in no such encoding."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return ""


def _russian(text: str) -> float:
    """The share of the commonest letters of Russian, all small, among the letters past ASCII."""
    letters = [letter for letter in text if letter > "\x7f" and letter not in _PUNCTUATION]
    mixed = len(_MIXED.findall(text))
    if not letters or mixed > 0.02 * len(letters):
        return 0.0
    return sum(letter in _COMMON_RUSSIAN for letter in letters) / len(letters)


def _null_bytes(name: str) -> Misuse:
    return Misuse(f"{name} contains null bytes, so it is not plain text; expected {EXPECTED}")


def _refuse_controls(text: str, name: str) -> None:
    """Refuse what decodes but is no text: null bytes, or many control characters."""
    if "\0" in text:
        raise _null_bytes(name)
    sample = text[:_SAMPLE]
    controls = sum(unicodedata.category(letter) == "Cc" for letter in sample)
    spaces = sum(sample.count(space) for space in "\n\r\t\f\v\x85")
    if controls - spaces > _FEW_CONTROLS * len(sample):
        raise Misuse(f"{name} is not text but binary data; expected {EXPECTED}")
