"""Files and folders as nobody wishes them: bombs, broken and locked files, pipes, odd names."""

from __future__ import annotations

import io
import os
import socket
import struct
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from tests.reading.test_documents import pdf
from tests.reading.test_word_and_mail import W, paragraph, word
from winset.errors import Misuse
from winset.reading import load_file, read_document, read_files
from winset.reading.files import documents

GOOD = word(paragraph("The talks ended in Tarn."))
posix = pytest.mark.skipif(sys.platform == "win32", reason="a file of this kind is none there")


def overlapping(parts: int, body: bytes) -> bytes:
    """A Word file whose parts are all the same few bytes, told of many times over."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(body) + packer.flush()
    sizes = struct.pack("<III", zlib.crc32(body), len(packed), len(body))
    name = b"word/document.xml"
    file = struct.pack("<4sHHHI", b"PK\3\4", 20, 0, 8, 0x210000) + sizes
    file += struct.pack("<HH", len(name), 0) + name + packed
    names = [name, *(b"word/part%d.xml" % number for number in range(1, parts))]
    index = b"".join(
        struct.pack("<4sHHHHI", b"PK\1\2", 20, 20, 0, 8, 0x210000)
        + sizes
        + struct.pack("<HHHHHII", len(one), 0, 0, 0, 0, 0, 0)
        + one
        for one in names
    )
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, parts, parts, len(index), len(file), 0)
    return file + index + end


def body(text: str) -> bytes:
    return f"<w:document {W}><w:body>{text}</w:body></w:document>".encode()


def many_parts() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", body(paragraph("Talks.")))
        for number in range(20_000):
            archive.writestr(f"x/{number}", "")
    return file.getvalue()


def changed(data: bytes, sign: bytes, place: int, mark: int) -> bytes:
    """A file with a byte put in at a place after the first occurrence of a sign."""
    at = data.index(sign) + place
    return data[:at] + bytes([mark]) + data[at + 1 :]


LOCKED = changed(changed(GOOD, b"PK\3\4", 6, 1), b"PK\1\2", 8, 1)
PACKED_ODDLY = changed(changed(GOOD, b"PK\3\4", 8, 99), b"PK\1\2", 10, 99)


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (overlapping(5_000, body(paragraph("a" * 1000) * 30_000)), "a.docx", "20,000,000 char"),
        (overlapping(10, body(paragraph("a" * 110_000_000))), "a.docx", "swells to more than"),
        (many_parts(), "a.docx", "more than 10,000 parts"),
        (LOCKED, "a.docx", "protected by a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "a.docx", "one with a password"),
        (PACKED_ODDLY, "a.docx", "damaged"),
        (GOOD[: len(GOOD) // 2], "a.docx", "damaged"),
        (GOOD[:-30], "a.docx", "damaged"),
        (pdf("The talks ended.")[:300], "a.pdf", "damaged"),
        (pdf("The talks ended.")[:-20], "a.pdf", "damaged"),
    ],
    ids=[
        "overlapping parts",
        "swelling parts",
        "many parts",
        "locked",
        "locked by a program",
        "packed oddly",
        "half a Word file",
        "no index",
        "half a PDF",
        "no end",
    ],
)
def test_a_hostile_or_broken_file_is_refused_with_its_reason(
    data: bytes, name: str, reason: str
) -> None:
    with pytest.raises(Misuse, match=reason):
        read_document(data, name)


def test_parts_that_overlap_are_read_where_they_are_small() -> None:
    data = overlapping(50, body(paragraph("The talks ended.")))
    assert read_document(data, "a.docx").text == "The talks ended."


@posix
def test_what_is_no_file_is_refused_and_nobody_is_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "lost.txt").symlink_to("nowhere.txt")
    (tmp_path / "endless.txt").symlink_to("/dev/zero")
    names = ["pipe", "loop", "lost", "endless"]
    found = list(read_files([tmp_path / f"{name}.txt" for name in names]))
    reasons = [one.refused.partition(".txt ")[2] for one in found]
    assert reasons == ["is not a file", *["points to no file"] * 2, "is not a file"]


@posix
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the whole path may be too long for one
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("talks.txt")
        with pytest.raises(Misuse, match=r"talks\.txt is not a file"):
            load_file(Path("talks.txt"))


@posix
def test_a_pipe_that_takes_the_place_of_a_file_keeps_nobody_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "talks.txt")
    monkeypatch.setattr(Path, "is_file", lambda _: True)
    assert load_file(tmp_path / "talks.txt") == b""


def test_a_file_that_grows_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "talks.txt"
    file.write_bytes(b"Talks. " * 20)
    monkeypatch.setattr(documents, "LARGEST", 100)
    earlier = os.stat_result((33188, 0, 0, 1, 0, 0, 50, 0, 0, 0))
    monkeypatch.setattr(os, "fstat", lambda _: earlier)
    monkeypatch.setattr("builtins.open", lambda *_, **__: io.FileIO(file))
    with pytest.raises(Misuse, match="the limit is"):
        load_file(file)


def test_a_file_that_vanishes_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(3)]
    for file in files:
        file.write_text("The talks ended.", encoding="utf-8")
    files[1].unlink()
    assert [one.refused == "" for one in read_files(files)] == [True, False, True]


@posix
@pytest.mark.parametrize(
    "name", ["two\nlines.txt", "tab\there.txt", "\u202etxt.exe.txt", "-r.txt", "[a]*?.txt"]
)
def test_a_file_may_have_an_odd_name(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text("The talks ended.", encoding="utf-8")
    (found,) = read_files([file])
    assert found.reading is not None
    file.write_bytes(b"")
    (refused,) = read_files([file])
    assert refused.refused.splitlines() == [refused.refused]


@posix
def test_a_name_in_no_encoding_is_no_hindrance(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"talks\xff.txt")
    try:
        file.write_text("The talks ended.", encoding="utf-8")
    except OSError:
        pytest.skip("this disk takes no such name")
    (found,) = read_files([file])
    assert found.reading is not None
