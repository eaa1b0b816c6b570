"""Places in documents, against plain slices of the text."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record.examples import NOTE, document
from tests.record.strategies import TEXTS, unhurried
from winset.errors import Misuse
from winset.record import Document, hash_text, locate, make_passage
from winset.record.passages import find_words, is_faithful


def test_the_hash_is_that_of_the_utf8_bytes() -> None:
    assert hash_text("é") == hashlib.sha256(b"\xc3\xa9").hexdigest()


@unhurried
@given(TEXTS, st.integers(0, 30), st.integers(0, 30))
def test_a_passage_is_a_slice_with_its_context(text: str, start: int, end: int) -> None:
    made = document(text=text)
    if not start < end <= len(text):
        with pytest.raises(Misuse, match=f"the text's {len(text)} characters"):
            make_passage(made, start, end)
        return
    passage = make_passage(made, start, end)
    assert passage.exact == text[start:end]
    assert (passage.prefix + passage.exact + passage.suffix) in text
    assert len(passage.prefix) == min(start, 32)
    assert len(passage.suffix) == min(len(text) - end, 32)
    assert is_faithful(passage, made)


def test_offsets_are_code_points() -> None:
    fish = document(text="🎣🎣 cod")
    assert locate(fish, "cod").start == 3


def test_words_are_found_across_a_line_break() -> None:
    passage = locate(NOTE, "Marit Voe. The islanders")
    assert passage.exact == "Marit Voe.\nThe islanders"


def test_the_id_is_the_same_every_time() -> None:
    start = NOTE.text.index("one chance")
    assert locate(NOTE, "one chance").id == f"n1:{start}-{start + len('one chance')}"


def test_a_prefix_tells_equal_words_apart() -> None:
    with pytest.raises(Misuse, match=r"stands 2 times in n1; expected a `prefix`"):
        locate(NOTE, "talks")
    after = NOTE.text.index("talks were")
    assert locate(NOTE, "talks", "in five. The ").start == after
    assert locate(NOTE, "talks", "five.  The").start == after
    with pytest.raises(Misuse, match="does not stand in n1 after 'Not the'"):
        locate(NOTE, "talks", "Not the")


@pytest.mark.parametrize("words", ["", "   ", "no quota", "No quota, no fishing rights"])
def test_words_that_are_not_there(words: str) -> None:
    with pytest.raises(Misuse, match="does not stand in n1"):
        locate(NOTE, words)


def test_the_message_says_how_far_the_words_agree() -> None:
    with pytest.raises(Misuse, match="the text agrees up to 'No quota, no landing'"):
        locate(NOTE, "No quota, no landing place")


def test_overlapping_places_are_all_found() -> None:
    assert find_words("aaa", "aa") == ((0, 2), (1, 3))


@unhurried
@given(TEXTS, TEXTS)
def test_literal_words_are_found_where_they_stand(text: str, words: str) -> None:
    places = [n for n in range(len(text)) if text.startswith(words, n)]
    if places and words.strip():
        assert [start for start, _ in find_words(text, words)] == places


def test_a_changed_text_is_noticed() -> None:
    passage = locate(NOTE, "one chance")
    assert not is_faithful(passage, document(text=NOTE.text + " "))
    moved = Document("n1", "", "x" + NOTE.text, NOTE.hash, NOTE.date)
    assert not is_faithful(passage, moved)


@pytest.mark.parametrize(
    ("text", "typed", "there"),
    [
        ("Jose\u0301 Pen\u0303a left.", "José Peña", "Jose\u0301 Pen\u0303a"),
        ("José Peña left.", "Jose\u0301 Pen\u0303a", "José Peña"),
        ("\uff21\uff22\uff23条約に署名した。", "ABC条約", "\uff21\uff22\uff23条約"),
        ("The of\ufb01ce closed.", "office", "of\ufb01ce"),
    ],
)
def test_the_same_letters_written_otherwise_are_found(text: str, typed: str, there: str) -> None:
    ((start, end),) = find_words(text, typed)
    assert text[start:end] == there


def test_letters_set_as_one_are_not_cut() -> None:
    assert find_words("The \ufb01nd of the year.", "find") == ((4, 7),)
    assert find_words("The \ufb01nd of the year.", "The f") == ()
