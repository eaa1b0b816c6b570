"""Files as they come: encodings, pages, PDFs, and those that cannot be read."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from winset.errors import Misuse
from winset.reading import LARGEST, load_file, read_document

TEXT = "Naïve crews met in the “port”\r\nof Elmira.\r\n"


def pdf(*pages: str, password: str = "") -> bytes:
    """A PDF with one line of text a page; an empty line leaves the page blank."""
    writer = pypdf.PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for line in pages:
        page = writer.add_blank_page(300, 300)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        stream = DecodedStreamObject()
        if line:
            stream.set_data(f"BT /F1 12 Tf 20 200 Td ({line}) Tj ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
    writer.add_metadata({"/Title": "Port Talks", "/Author": "Anna Berg"})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_text_in_each_encoding_keeps_its_words_and_line_ends(encoding: str) -> None:
    assert read_document(TEXT.encode(encoding), "a.txt").text == TEXT


def test_cyrillic_in_an_old_encoding_is_told() -> None:
    text = "Переговоры о рыболовстве продолжаются в порту, сказал министр. " * 20
    assert read_document(text.encode("cp1251"), "a.txt").text == text


def test_a_page_gives_its_text_and_what_it_says_of_itself() -> None:
    page = (
        "<!doctype html><html><head><title>Port talks end</title>"
        '<meta name="author" content="Anna Berg">'
        '<meta property="article:published_time" content="2015-06-03"></head><body><nav>Home</nav>'
        "<article><h1>Port talks end</h1><p>"
        + "The ministers of both ports met for the last time. " * 8
        + "</p><script>alert(1)</script></article></body></html>"
    )
    found = read_document(page.encode(), "page.html")
    assert "for the last time" in found.text
    assert "alert" not in found.text
    assert (found.media_type, found.title, found.author) == (
        "text/html",
        "Port talks end",
        "Anna Berg",
    )
    assert str(found.date) == "2015-06-03"
    assert {p.basis for p in found.proposals if p.field == "date"} == {"the page's metadata"}


def test_a_pdf_gives_its_text_page_by_page() -> None:
    found = read_document(pdf("The talks ended.", "They began again."), "talks.pdf")
    assert found.text == "The talks ended.\n\nThey began again."
    assert (found.media_type, found.title, found.author) == (
        "application/pdf",
        "Port Talks",
        "Anna Berg",
    )


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.txt", "a.txt is empty"),
        (b" \r\n\t\n", "a.txt", "nothing but white space"),
        (b"\xef\xbb\xbf", "a.txt", "nothing but white space"),
        (b"a\0b\0\0c" * 50, "a.txt", "null bytes"),
        (bytes(range(1, 32)) * 40, "a.txt", "binary"),
        (b"\xff\xfea\x00b", "a.txt", "breaks off"),
        (b"PK\x03\x04rest", "a.docx", "save it as text, HTML or PDF"),
        (b"\x89PNG\r\n\x1a\n", "a.png", "picture"),
        (b"{\\rtf1 talks}", "a.rtf", "RTF"),
        (b"talks", "a.pdf", "does not begin as one"),
        (b"%PDF-1.7\ntalks", "a.pdf", "damaged"),
        (b"<html><body></body></html>", "a.html", "no text"),
        (b"<html>" + b"<div>a" * 100_000, "a.html", "nested too deep"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(
    data: bytes, name: str, reason: str
) -> None:
    with pytest.raises(Misuse, match=reason):
        read_document(data, name)


def test_a_pdf_with_a_password_is_refused() -> None:
    with pytest.raises(Misuse, match="password"):
        read_document(pdf("Secret talks.", password="herring"), "a.pdf")


def test_a_scanned_pdf_is_refused() -> None:
    with pytest.raises(Misuse, match="scan"):
        read_document(pdf("", ""), "a.pdf")


def test_a_pdf_that_swells_is_refused_or_read_within_the_limits() -> None:
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(300, 300)
    stream = DecodedStreamObject()
    stream.set_data(b"BT " + b" " * 150_000_000 + b"ET")
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    file = io.BytesIO()
    writer.write(file)
    assert len(file.getvalue()) < 1_000_000
    with pytest.raises(Misuse, match=r"swell\.pdf"):
        read_document(file.getvalue(), "swell.pdf")


def test_a_file_over_the_limit_is_refused_at_once() -> None:
    began = time.monotonic()
    with pytest.raises(Misuse, match="the limit is 20 MB"):
        read_document(b"x" * (LARGEST + 1), "a.txt")
    assert time.monotonic() - began < 1


def test_loading_refuses_folders_missing_files_and_impossible_names(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="folder"):
        load_file(tmp_path)
    with pytest.raises(Misuse, match="does not exist"):
        load_file(tmp_path / "none.txt")
    with pytest.raises(Misuse):
        load_file(Path("a\0b"))
    with pytest.raises(Misuse):
        load_file(tmp_path / ("x" * 5000))


def test_loading_refuses_a_large_file_without_reading_it(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(Misuse, match="50 MB"):
        load_file(large)


def test_title_author_publisher_and_date_are_proposed_with_where_they_stood() -> None:
    text = (
        "The Harbour Institute\n\nJune 3, 2015\n\nA port divided\n\nBy Anna Berg\n\n"
        + "The ministers of both ports met for the last time this spring, and nothing came of it. "
        * 3
    )
    found = read_document(text.encode(), "a.txt")
    assert (found.title, found.author, found.publisher, str(found.date)) == (
        "A port divided",
        "Anna Berg",
        "The Harbour Institute",
        "2015-06-03",
    )
    assert all(proposal.basis for proposal in found.proposals)


def test_a_page_in_the_charset_it_names_is_read_in_it() -> None:
    words = "漁業交渉は続いている。" * 30
    page = f'<html><head><meta charset="shift_jis"></head><body><p>{words}</p></body></html>'
    assert words in read_document(page.encode("shift_jis"), "page.html").text
