"""Words and stops: any stretch of a text's words is what reading that stretch alone gives."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from winset.reading.text.tokens import MASK, Words, tokens
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
