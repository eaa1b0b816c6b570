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


def test_what_only_lays_out_a_word_file_is_no_text() -> None:
    stops = '<w:pPr><w:tabs><w:tab w:val="left"/><w:tab w:val="left"/></w:tabs></w:pPr>'
    data = word(f"<w:p>{stops}<w:r><w:t>Yes.</w:t><w:tab/><w:t>No.</w:t></w:r></w:p>")
    assert read_document(data, "a.docx").text == "Yes.\tNo."


def test_a_box_of_a_word_file_is_read_once_and_apart() -> None:
    """Word keeps its words twice: for itself and for older programs."""
    box = f"<w:txbxContent>{paragraph('The box.')}</w:txbxContent>"
    twice = f"<m:Choice>{box}</m:Choice><m:Fallback><w:pict>{box}</w:pict></m:Fallback>"
    body = (
        f'<w:p xmlns:m="m"><w:r><w:t>Before </w:t><m:AlternateContent>{twice}</m:AlternateContent>'
        "<w:t>after.</w:t></w:r></w:p>"
    )
    assert read_document(word(body), "a.docx").text == "The box.\n\nBefore after."


def test_notes_of_a_word_file_follow_its_text() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, root, words in (
            ("document2", "document", "The claim."),
            ("footnotes", "footnotes", "A footnote."),
            ("endnotes", "endnotes", "An endnote."),
        ):
            archive.writestr(f"word/{name}.xml", f"<w:{root} {W}>{paragraph(words)}</w:{root}>")
    text = read_document(file.getvalue(), "a.docx").text
    assert text == "The claim.\n\nA footnote.\n\nAn endnote."


def test_all_words_of_a_mail_are_read_and_what_is_attached_is_named() -> None:
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "Ada Holm <ada@gull.example>", "The pier"
    inner.set_content("Voss refused.")
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "b@c.example", "Fwd"
    mail.set_content("See below.")
    mail.add_attachment("And more.", disposition="inline")
    mail.add_attachment(inner)
    mail.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="pier.pdf")
    mail.add_attachment("Notes.", filename="notes.txt")
    found = read_document(bytes(mail), "fwd.eml")
    assert [part.strip() for part in found.text.split("\n\n")] == [
        "See below.",
        "And more.",
        "From: Ada Holm <ada@gull.example>\nSubject: The pier",
        "Voss refused.",
    ]
    assert found.left_out == ("pier.pdf", "notes.txt")


def test_mails_passed_on_in_mails_come_to_an_end() -> None:
    mail = EmailMessage()
    mail.set_content("The last.")
    for _ in range(60):
        outer = EmailMessage()
        outer.set_content("See below.")
        outer.add_attachment(mail)
        mail = outer
    with pytest.raises(Misuse, match="too many parts"):
        read_document(bytes(mail), "fwd.eml")
