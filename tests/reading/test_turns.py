"""Turns of transcripts and interviews made up about made-up talks."""

from __future__ import annotations

import pytest

from winset.dates import Edtf
from winset.reading import suggest

DAY = Edtf.parse("2015-06-10")
INTERVIEW = """Port envoy Anna Berg spoke to the Harbour News.

Q: Who pays for the nets?

A: Both ports do, in equal parts.

– Question: And the fee?

– Answer: There is none."""
BRIEFING = """Jane A. Roe
Port spokeswoman

MS. ROE: Good afternoon.

QUESTION: Will you talk on Monday?

MS. ROE: We will.

(Laughter.)

We have a room."""
BROADCAST = """KARL LUND, HOST:

The herring talks go on. Anna Berg is at the port.

ANNA BERG, BYLINE: Good morning.

LUND: Who is winning?

BERG: Nobody is."""


def turns(text: str) -> list[tuple[str, str, str | None]]:
    found = suggest(text, DAY).quotes
    return [(one.text, one.kind, one.speaker) for one in found if one.rule == "turn"]


def test_questions_have_no_speaker_and_answers_that_of_the_introduction() -> None:
    assert turns(INTERVIEW) == [
        ("Who pays for the nets?", "question", None),
        ("Both ports do, in equal parts.", "speech", "Anna Berg"),
        ("And the fee?", "question", None),
        ("There is none.", "speech", "Anna Berg"),
    ]


def test_a_label_in_capitals_is_the_fullest_name_of_the_text() -> None:
    assert turns(BRIEFING) == [
        ("Good afternoon.", "speech", "Jane A. Roe"),
        ("Will you talk on Monday?", "question", None),
        ("We will.", "speech", "Jane A. Roe"),
    ]


def test_a_label_may_stand_on_a_line_of_its_own() -> None:
    assert turns(BROADCAST) == [
        ("The herring talks go on. Anna Berg is at the port.", "speech", "Karl Lund"),
        ("Good morning.", "speech", "Anna Berg"),
        ("Who is winning?", "speech", "Karl Lund"),
        ("Nobody is.", "speech", "Anna Berg"),
    ]


def test_a_guest_with_a_title_before_capitals_speaks_once_in_his_own_name() -> None:
    text = """HANNA VOSS, host:
The talks go on in Elmira.
President JANE ROE: We wait for the other port.
VOSS: An envoy is with us.
Mr. KARL LUND (Envoy of the Northern Ports): Thank you.
VOSS: Who is winning?"""
    assert turns(text) == [
        ("The talks go on in Elmira.", "speech", "Hanna Voss"),
        ("We wait for the other port.", "speech", "Jane Roe"),
        ("An envoy is with us.", "speech", "Hanna Voss"),
        ("Thank you.", "speech", "Karl Lund"),
        ("Who is winning?", "speech", "Hanna Voss"),
    ]


def test_a_paragraph_without_a_label_goes_on_between_two_with_one() -> None:
    text = INTERVIEW.replace("– Question", "Nobody pays more, and nobody pays less.\n\n– Question")
    assert ("Nobody pays more, and nobody pays less.", "speech", "Anna Berg") in turns(text)


@pytest.mark.parametrize(
    "text",
    [
        "Date: June 3\n\nPlace: Elmira\n\nSubject: Herring\n\nThe talks go on.",
        "ELMIRA: The talks go on.\n\nThe port was full.",
        "Anna Berg: “We wait.”\n\nThe port was full.",
        "President Roe: a life.\n\nThe port was full.\n\nMr. Lund: a life.\n\nThe crews were home.",
        "OSLO: The talks go on.\n\nOSLO: The port was full.\n\nOSLO: The crews were home.",
    ],
)
def test_labels_that_do_not_take_turns_are_no_transcript(text: str) -> None:
    assert turns(text) == []
