# ruff: noqa: E501  (one case a line)
"""Indirect speech, in sentences made up about made-up talks."""

from __future__ import annotations

import pytest

from winset.dates import Edtf
from winset.reading import ReportSuggestion, suggest

DAY = Edtf.parse("2015-06-10")


def read(text: str) -> list[ReportSuggestion]:
    return list(suggest(text, DAY).reports)


@pytest.mark.parametrize(
    ("text", "speaker", "told"),
    [
        ("Anna Berg said that the bank would close in May.", "Anna Berg", "the bank would close in May"),
        ("Anna Berg said on Monday that the bank would close.", "Anna Berg", "the bank would close"),
        ("The ministry says the bank has been closed.", "ministry", "the bank has been closed"),
        ("Anna Berg warned the bank would close in May.", "Anna Berg", "the bank would close in May"),
        ("Anna Berg told the crews that the bank would close.", "Anna Berg", "the bank would close"),
        ("The bank will close in May, the mayor said on Monday.", "mayor", "The bank will close in May"),
        ("The bank will close in May, said Anna Berg, the mayor.", "Anna Berg", "The bank will close in May"),
        ("According to Anna Berg, the bank will close in May.", "Anna Berg", "the bank will close in May"),
        ("The bank will close in May, according to Anna Berg.", "Anna Berg", "The bank will close in May"),
        ("Advisers to Anna Berg said that the bank would close.", "Advisers to Anna Berg", "the bank would close"),
        ("Officials who met Karl Lund said that the bank would close.", "Officials", "the bank would close"),
    ],
)  # fmt: skip
def test_words_reported_without_marks_have_a_speaker(text: str, speaker: str, told: str) -> None:
    assert [(report.speaker, report.text) for report in read(text)] == [(speaker, told)]


@pytest.mark.parametrize(
    "text",
    [
        "The treaty says that the bank is open to both ports.",
        "Anna Berg did not say that the bank would close in May.",
        "In a talk on the quay last May, Anna Berg said nothing of nets.",
        "While he was walking along the quay, Berg said.",
        "About seven in ten voters said that the bank should close.",
        "Anna Berg said the bank was “closed for good” in May.",
        "It is said that the bank was once a forest.",
    ],
)
def test_what_nobody_is_reported_to_have_said_is_left_out(text: str) -> None:
    assert read(text) == []


def test_the_place_of_a_report_holds_its_words() -> None:
    text = "The bank, Anna Berg said in March, is closed. It will open in May, she said."
    for report in read(text):
        assert text[report.start : report.end] == report.text
        assert text[report.speaker_start : report.speaker_end]
