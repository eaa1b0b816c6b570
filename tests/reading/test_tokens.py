"""Words and stops: any stretch of a text's words is what reading that stretch alone gives."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winset.reading.text.tokens import MASK, Words, ends_sentence, first_sentence, tokens
from winset.reading.text.words import by_letter

_PIECES = (
    "Berg",
    "U.S.",
    "A.B.Cd",
    "al-Roe",
    "p.m.",
    "e.g",
    "it’s",
    " ",
    ".",
    ",",
    MASK,
    "é-",
    "7",
)


@given(st.lists(st.sampled_from(_PIECES), max_size=8).map("".join))
def test_a_stretch_of_the_words_is_what_reading_it_alone_gives(text: str) -> None:
    words = Words(text, {"berg": "said"})
    for start in range(len(text) + 1):
        for end in range(start, len(text) + 1):
            assert words.within(start, end) == tokens(text, start, end, {"berg": "said"})


@given(st.text("abc ", max_size=12))
def test_patterns_grouped_by_letter_match_what_they_did(text: str) -> None:
    patterns = ("ab", "abc", "b[ab]", "c", "ac")
    plain = [found.span() for found in re.finditer("|".join(patterns), text)]
    assert [found.span() for found in re.finditer(by_letter(patterns), text)] == plain


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("It ended at 9 p.m. She left", True),
        ("It ended at 9 a.m. The crews left", True),
        ("It ended at 9 p.m. and she left", False),
        ("It ended at 9 p.m. Monday", False),
        ("It ended at 9 p.m. GMT", False),
        ("It ended at 9 p.m. Elmira time", False),
        ("It ended at 9 p.m.", False),
    ],
)
def test_an_hour_before_a_capital_ends_a_sentence(text: str, ended: bool) -> None:
    words = tokens(text, 0, len(text))
    hour = next(place for place, word in enumerate(words) if word.text in ("a.m.", "p.m."))
    assert ends_sentence(words, hour) is ended
    assert first_sentence(words) == (words[: hour + 1] if ended else words)
