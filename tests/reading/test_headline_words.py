# ruff: noqa: E501  (one case a line)
"""Words in marks in a headline or heading, which somebody in the article may have spoken."""

from __future__ import annotations

import pytest

from winset.dates import Edtf
from winset.reading import suggest

DAY = Edtf.parse("2015-06-10")


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Port talks ‘close to a deal’ after storm", "“We are very, very close to a deal,” said Karl Berg."),
        ("Ferry crews 'running out of patience'", "Karl Berg said the crews were “running out of patience”."),
        ("Storm talks: ‘Red lines’ to the fore", "“Our red lines are known to all,” Karl Berg said."),
        ("‘Fair wages’", "Karl Berg said: “The crews ask for fair wages and for no more.”"),
    ],
)  # fmt: skip
def test_words_of_a_heading_are_of_the_one_who_spoke_them(heading: str, said: str) -> None:
    quotes = suggest(f"{heading}\n\n{said}\n\nThe ferry stays in port.", DAY).quotes
    assert [(quote.kind, quote.speaker) for quote in quotes] == [("speech", "Karl Berg")] * 2


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Port opens ‘toll museum’ after storm", "“We are glad of the museum,” said Karl Berg."),
        ("Port shuts ‘red line’ after storm", "“The tired liners may wait,” said Karl Berg."),
        ("Port shuts ‘bar’ after storm", "“The bar was a danger to all,” said Karl Berg."),
        ("Port shuts ‘red line’ after storm", "The “red line” of the ferry is long, and Karl Berg likes it."),
    ],
)  # fmt: skip
def test_words_of_a_heading_that_nobody_spoke_are_no_speech(heading: str, said: str) -> None:
    first = suggest(f"{heading}\n\n{said}\n\nThe ferry stays in port.", DAY).quotes[0]
    assert (first.kind, first.speaker) == ("term", None)


def test_a_caption_may_tell_whose_its_words_are() -> None:
    caption = "Tolls are becoming “more likely” according to Karl Berg"
    quotes = suggest(f"The ferry stays in port.\n\n{caption}\n\nThe crews left.", DAY).quotes
    assert [(quote.kind, quote.speaker) for quote in quotes] == [("speech", "Karl Berg")]


def test_a_paragraph_that_opens_with_a_half_of_a_sentence_is_no_heading() -> None:
    text = "The crews met.\n“On the whole,” Karl Berg said, “we are where we were in the spr\n"
    first = suggest(text, DAY).quotes[0]
    assert (first.kind, first.speaker) == ("speech", "Karl Berg")
