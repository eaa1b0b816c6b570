"""Many files read at once by a few processes that are kept."""

from __future__ import annotations

import hashlib
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest

from tests.reading.test_documents import pdf
from winset.errors import Misuse
from winset.reading import FileReading, Worker, language_of, near_duplicates, read_files, shingles
from winset.reading.files import extraction

PAGE = (
    "<!doctype html><html><body><article><p>"
    + "The ministers of both ports met for the last time, again. " * 8
    + "{}</p></article></body></html>"
)


def files(folder: Path) -> list[Path]:
    found = []
    for number in range(6):
        found.append(folder / f"{number}.html")
        found[-1].write_text(PAGE.format(number), encoding="utf-8")
        found.append(folder / f"{number}.txt")
        found[-1].write_text(f"Talks number {number}.", encoding="utf-8")
    bad = folder / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 nothing")
    return [*found, bad, folder / "missing.txt"]


def test_every_file_is_answered_in_its_order_and_told_as_it_is_done(tmp_path: Path) -> None:
    given = files(tmp_path)
    seen: list[FileReading] = []
    found = list(read_files(iter(given), workers=2, watch=seen.append))
    assert [one.file for one in found] == given
    assert seen == found
    assert [bool(one.refused) for one in found] == [False] * 12 + [True, True]
    assert all(one.reading is not None and one.data for one in found[:12])


def test_bytes_that_are_known_are_not_read_again(tmp_path: Path) -> None:
    given = files(tmp_path)
    known = [hashlib.sha256(file.read_bytes()).hexdigest() for file in (given[0], given[12])]
    found = list(read_files(given, known=known))
    assert [one.file for one in found if one.known] == [given[0], given[12]]
    assert found[0] == FileReading(given[0], data=given[0].read_bytes(), known=True)
    assert found[1:12] == list(read_files(given[1:12]))


def test_no_file_is_opened_long_before_it_is_wanted(tmp_path: Path) -> None:
    taken: list[Path] = []

    def paths() -> object:
        for number in range(100):
            path = tmp_path / f"{number}.txt"
            path.write_text("Talks.", encoding="utf-8")
            taken.append(path)
            yield path

    reading = read_files(paths(), workers=2)  # type: ignore[arg-type]
    next(reading)
    assert len(taken) < 10
    reading.close()


def test_one_process_opens_file_after_file_and_another_takes_over_when_it_ends() -> None:
    with Worker() as worker:
        first = worker.extract(PAGE.format(1).encode(), "a.html", "html")
        process = worker._process
        assert worker.extract(pdf("Talks."), "a.pdf", "pdf")["text"] == "Talks."
        assert worker._process is process
        assert process is not None
        process.kill()
        process.wait()
        assert worker.extract(PAGE.format(1).encode(), "a.html", "html") == first
    assert worker._process is None


@pytest.mark.parametrize(
    ("held", "answered"),
    [
        ([1, 1, 1, 1], 3),
        ([1, extraction.SWOLLEN + 1, 1, 1], 1),
        ([2 * extraction.SWOLLEN] * 4, 3),  # all of it by the program that started the process
        ([2 * extraction.SWOLLEN, 2 * extraction.SWOLLEN, 3 * extraction.SWOLLEN, 1], 2),
    ],
)
def test_a_process_that_has_grown_too_large_opens_no_further_file(
    held: list[int], answered: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extraction, "_memory", partial(next, iter(held)))
    monkeypatch.setattr(extraction, "_allow_seconds", tuple)  # these limits are a child's own
    page = PAGE.format(1).encode()
    frames, answers = BytesIO(b"html %d\n%b" % (len(page), page) * 3), BytesIO()
    extraction.serve(frames, answers)
    assert len(answers.getvalue().splitlines()) == answered


def test_a_refusal_leaves_the_process_fit_for_the_next_file() -> None:
    with Worker() as worker:
        with pytest.raises(Misuse, match="damaged"):
            worker.extract(b"%PDF-1.7 nothing", "a.pdf", "pdf")
        assert worker.extract(pdf("Talks."), "b.pdf", "pdf")["text"] == "Talks."


TEXT = " ".join(f"word{number} of the talks in port {number % 7}" for number in range(300))


def test_texts_that_share_most_runs_of_words_are_one_group() -> None:
    other = " ".join(f"quite another sentence number {number}" for number in range(300))
    prints = [
        ("a", shingles(TEXT)),
        ("b", shingles(other)),
        ("c", shingles("HARBOUR NEWS " + TEXT + " All rights reserved.")),
        ("d", shingles(TEXT[: len(TEXT) * 3 // 4])),
    ]
    assert near_duplicates(prints) == (("a", "c", "d"),)


def test_a_text_is_like_itself_and_unlike_a_short_one() -> None:
    assert near_duplicates([("a", shingles("x")), ("b", shingles("x"))]) == (("a", "b"),)
    assert near_duplicates([("a", shingles(TEXT)), ("b", shingles("Talks."))]) == ()
    assert near_duplicates([]) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The talks ended and the ministers left for the port.", "en"),
        ("Переговоры о рыболовстве продолжаются, сказал министр.", "ru"),
        ("Переговори тривають, і їхній перебіг відомий.", "uk"),
        ("漁業交渉は続いている。", "ja"),
        ("渔业谈判仍在继续。", "zh"),
        ("어업 협상이 계속되고 있다.", "ko"),
        ("Les négociations sur la pêche se poursuivent dans le port.", "fr"),
        ("Die Verhandlungen über die Fischerei gehen weiter, und das ist gut.", "de"),
        ("1234 5678", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_text_is_told(text: str, code: str) -> None:
    assert language_of(text) == code
