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
        (b"\0talks", "a.docx", "called a Word file but does not begin as one"),
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


def page_of(head: str, body: str = "") -> bytes:
    words = "<p>The ministers of both ports met again, and nobody expects a text before June.</p>"
    return (
        f"<!doctype html><html><head><title>Talks</title>{head}</head><body><article>"
        f"<h1>Talks</h1>{body}{words * 6}</article><footer>Copyright 2004 Gull Press.</footer>"
        "</body></html>"
    ).encode()


def dates(data: bytes) -> list[tuple[str, str]]:
    found = read_document(data, "a.html").proposals
    return [(one.value, one.basis) for one in found if one.field == "date"]


def test_the_year_of_a_copyright_line_is_no_day_of_publication() -> None:
    assert dates(page_of("")) == []


def test_the_day_of_publication_and_of_the_last_change_are_two() -> None:
    head = (
        '<meta property="article:modified_time" content="2018-01-05T08:00:00Z">'
        '<meta property="article:published_time" content="1987-02-10T08:00:00Z">'
    )
    assert dates(page_of(head)) == [
        ("1987-02-10", "the page's metadata"),
        ("2018-01-05", "the page's metadata, for the last change"),
    ]


def test_the_first_publication_goes_before_the_day_on_the_web() -> None:
    head = '<meta property="article:published_time" content="2018-01-22">'
    line = "First published in The Gull on 17 February 2004"
    found = dates(page_of(head, f"<p>{line}</p>"))
    assert found == [
        ("2004-02-17", f"the line “{line}”"),
        ("2018-01-22", "the page's metadata"),
    ]


def test_days_that_a_page_marks_in_its_text_stay_in_it() -> None:
    body = "<p>They met in Lund on <time datetime='2004-02-03'>3 February</time>, and left.</p>"
    found = read_document(page_of("", body), "a.html")
    assert "They met in Lund on 3 February, and left." in found.text


RUSSIAN = "Переговоры возобновились.\nМинистр сказала, что ждать не станет.\n"
JAPANESE = "交渉が再開した。\n港湾相は待たないと述べた。\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("words", [RUSSIAN, JAPANESE, "Talks resume.\nNobody signed.\n"])
def test_utf16_without_a_mark_in_any_script(words: str, encoding: str) -> None:
    found = read_document(words.encode(encoding), "a.txt")
    assert (found.text, found.encoding) == (words, encoding)


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        (JAPANESE, "iso2022_jp"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN.replace("Переговоры", "ПЕРЕГОВОРЫ"), "iso8859-5"),
        ("Première séance à Évreux : l’été dernier, « rien » n’a été signé.\n", "cp1252"),
        ("Größere Boote müßten früher fertig werden, heißt es, für März.\n", "cp1252"),
    ],
)
def test_older_encodings_are_told(words: str, encoding: str) -> None:
    assert read_document(words.encode(encoding), "a.txt").text == words


def test_an_encoding_that_a_person_names_is_taken() -> None:
    words = "Żaden układ nie zostanie podpisany; łodzie będą policzone."
    data = words.encode("iso8859-2")
    assert read_document(data, "a.txt", encoding="iso8859-2").text == words
    with pytest.raises(Misuse, match="no encoding"):
        read_document(data, "a.txt", encoding="polish")
    with pytest.raises(Misuse, match="does not fit"):
        read_document(data, "a.txt", encoding="utf-8")
