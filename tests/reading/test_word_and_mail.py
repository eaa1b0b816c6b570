"""Word and mail files, sound and hostile."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import pytest

from winset.errors import Misuse
from winset.reading import read_document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = (
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Port Talks</dc:title>'
    "<dc:creator>Anna Berg</dc:creator><dcterms:created>2015-06-03T08:00:00Z</dcterms:created>"
    "</cp:coreProperties>"
)


def word(body: str, core: str = CORE) -> bytes:
    return zipped(f"<w:document {W}><w:body>{body}</w:body></w:document>", core)


def zipped(document: str, core: str = CORE) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
        archive.writestr("docProps/core.xml", core)
    return file.getvalue()


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def test_a_word_file_gives_its_paragraphs_and_what_it_says_of_itself() -> None:
    data = word(paragraph("The talks ended.") + paragraph("They began<w:tab/>again."))
    found = read_document(data, "talks.docx")
    assert found.text == "The talks ended.\n\nThey began\tagain."
    assert (found.title, found.author, str(found.date)) == ("Port Talks", "Anna Berg", "2015-06-03")
    assert found.media_type.endswith("wordprocessingml.document")


def test_words_struck_out_in_a_word_file_are_not_read() -> None:
    struck = (
        "<w:p><w:del><w:r><w:delText>No. </w:delText></w:r></w:del><w:r><w:t>Yes.</w:t></w:r></w:p>"
    )
    assert read_document(word(struck), "a.docx").text == "Yes."


BOMB = (
    '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY a{n} "{"&a" + str(n - 1) * (n > 1) + ";" * 1}">' for n in range(1, 9))
    + "]>"
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped(f"{BOMB}<w:document {W}>&a8;</w:document>"), "entities"),
        (word(paragraph("a" * 150_000_000)), "swells"),
        (word("<w:p>" * 100_000), "nested too deep"),
        (word(""), "no text"),
        (zipped("<w:document"), "damaged"),
        (word(paragraph("Talks.")) [:300], "damaged"),
    ],
    ids=["entities", "zip bomb", "deep tags", "empty", "not XML", "cut off"],
)  # fmt: skip
def test_a_hostile_word_file_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Misuse, match=reason):
        read_document(data, "a.docx")


def mail(text: str, html: str = "") -> bytes:
    message = EmailMessage()
    message["From"] = "Anna Berg <berg@port.example>"
    message["To"] = "crew@port.example"
    message["Subject"] = "Port talks end"
    message["Date"] = "Wed, 03 Jun 2015 08:00:00 +0000"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return bytes(message)


@pytest.mark.parametrize("name", ["talks.eml", "talks"])
def test_a_mail_gives_its_words_subject_sender_and_day(name: str) -> None:
    found = read_document(mail("The talks ended. «Naïve», said Berg.\n", "<p>No</p>"), name)
    assert found.text.strip() == "The talks ended. «Naïve», said Berg."
    assert (found.title, found.author, str(found.date)) == (
        "Port talks end",
        "Anna Berg",
        "2015-06-03",
    )


NESTED = b"From: a\nSubject: b\nDate: never\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"


@pytest.mark.parametrize(
    "data",
    [
        NESTED * 500,
        b"From: a\nTo: b\nSubject: =?utf-8?b?////?=\nContent-Transfer-Encoding: base64\n\n\xff",
    ],
    ids=["nested", "bad base64"],
)
def test_a_mail_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(Misuse, match=r"a\.eml"):
        read_document(data, "a.eml")


def test_a_mail_in_a_charset_nobody_knows_is_read_all_the_same() -> None:
    data = b"From: a\nTo: b\nSubject: c\nContent-Type: text/plain; charset=no-such\n\nTalks \xff."
    assert read_document(data, "a.eml").text.startswith("Talks")
