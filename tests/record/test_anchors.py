"""Passages found again in a corrected text, the places counted by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.record.examples import NOTE, TEXT, document
from tests.record.strategies import unhurried
from winset.record import locate, make_passage
from winset.record.anchors import anchor

CHANCE = locate(NOTE, "one chance in five")


def test_the_same_words_further_down() -> None:
    corrected = document("n2", "Corrected on 2 June.\n" + TEXT)
    found = anchor(CHANCE, corrected)
    assert found.kind == "exact"
    assert corrected.text[found.start : found.end] == "one chance in five"
    assert found.start == CHANCE.start + 21


def test_words_that_stand_twice_are_told_apart_by_what_is_around_them() -> None:
    corrected = document("n2", "He had given one chance in five. " + TEXT)
    assert anchor(CHANCE, corrected).start == CHANCE.start + 33
    twin = document("n2", TEXT + TEXT)
    assert anchor(CHANCE, twin).kind == "near"


def test_a_corrected_word_must_be_confirmed() -> None:
    corrected = document("n2", TEXT.replace("one chance in five", "one chance in four"))
    found = anchor(CHANCE, corrected)
    assert found.kind == "near"
    assert corrected.text[found.start : found.end] == "one chance in four"
    assert found.likeness < 100


def test_what_was_taken_out_is_an_orphan() -> None:
    assert anchor(CHANCE, document("n2", "Nothing of it.")).kind == "orphan"
    assert anchor(CHANCE, document("n2", "x")).kind == "orphan"


@unhurried
@given(st.integers(0, len(TEXT) - 1), st.integers(1, 40), st.text(max_size=40))
def test_text_put_before_moves_a_passage_by_its_length(start: int, size: int, more: str) -> None:
    place = make_passage(NOTE, start, min(start + size, len(TEXT)))
    whole = more.encode(errors="ignore").decode() + TEXT
    found = anchor(place, document("n2", whole))
    if found.kind == "exact":
        assert whole[found.start : found.end].split() == place.exact.split()
    else:
        assert found.kind == "near" or not place.exact.strip()


def test_few_words_that_stand_once_among_others_must_be_confirmed() -> None:
    """Another's same words remain when one's own were taken out."""
    first = "Asked about the pier, Voss said: “We refuse.” She then left for the harbour at once."
    other = "The crews of Sudmark, asked whether they would count boats on a Sunday: “We refuse.”"
    passage = locate(document("n1", first + "\n\n" + other), "We refuse.", "Voss said: “")
    assert passage.exact == "We refuse."
    assert anchor(passage, document("n2", other)).kind == "near"
    assert anchor(passage, document("n2", "Corrected. " + first)).kind == "exact"
