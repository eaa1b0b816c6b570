"""Patterns taken apart match what they did whole; a quick look passes over no word for an event."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winset.reading.happening.happenings import happenings
from winset.reading.text.patterns import opened

PATTERNS = (
    "(?:a|ab)c|b",
    "(?:a|(?:b )?c)(?:b|c)",
    "(?:a )?(?:b|bc) ?c|c",
    "(?:a|b)+c|(?:b|c){2}a",
    r"(?<!a)b[(|]?|(?:\(|a)b",
    "(?:ab|)c?a",
)


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=st.text("abc (", max_size=12))
def test_the_parts_of_a_pattern_match_what_it_does(pattern: str, text: str) -> None:
    plain = [found.span() for found in re.finditer(pattern, text)]
    assert [found.span() for found in re.finditer("|".join(opened(pattern)), text)] == plain


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The envoys were to meet in Tarn", "meeting", "were to meet"),
        ("THE PORTS SIGNED IT", "agreement", "SIGNED"),
        ("It was held at sea", "phase", "was held"),
        ("Roe Visited the quay", "visit", "Visited"),
        ("They co-chaired it", "meeting", "co-chaired"),
        ("They cochaired it", "meeting", "cochaired"),
        ("It is to visit Tarn", "visit", "is to visit"),
    ],
)
def test_words_for_events_are_found_however_they_begin(text: str, kind: str, words: str) -> None:
    (found,) = happenings(text, 0, len(text))
    assert (found.kind, found.text) == (kind, words)
