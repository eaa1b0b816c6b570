"""Folding keeps words that differ, and every place in a folded text is a place of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winset.store.folding import folded, unfolded

ODD = (
    "aZ é\u0301\u0327ñöşİßﬁﬃ½…㈱Ａ！　ｶﾞﾊﾟガカ゛"
    "\u3099交渉йиёЁўςΣΐ\xad\u200b\u0600한ᄒ\u1161ﾡￂ\u314f“”\n"
)
texts = st.text(st.one_of(st.sampled_from(ODD), st.characters(exclude_categories=["Cs"])))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＡＢＣ　１２３", "abc 123"),
        ("ﾊﾟﾅﾏ条約", "パナマ条約"),
        ("ﬁrst draft", "First DRAFT"),
        ("Muñoz", "MUNOZ"),
        ("Ho\u0302\u0300 Chi\u0301", "hồ chí"),
        ("STRASSE", "Straße"),
        ("ЕЩЁ", "еще"),
        ("ΣΟΦΟΣ", "σοφός"),
        ("agree\xadment", "agreement"),
    ],
)
def test_the_same_words_written_otherwise(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("мой", "мои"), ("ガス", "カス"), ("boat", "coat")])
def test_other_words_stay_others(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(texts, texts)
def test_more_text_never_folds_to_less(one: str, more: str) -> None:
    assert len(folded(one + more)) >= len(folded(one))


@given(texts)
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(texts, st.sampled_from(["Müller", "ﾊﾟﾅﾏ", "ﬁn", "мой", "Σας", "quota"]), texts)
def test_a_word_is_found_at_its_own_place(before: str, word: str, after: str) -> None:
    text = f"{before} {word} {after}"
    start = len(folded(f"{before} "))
    found = unfolded(text, start, start + len(folded(word)))
    assert text[slice(*found)].strip() == word


@given(st.lists(st.sampled_from(ODD), min_size=100, max_size=300), st.integers(0, 99))
def test_a_place_far_into_a_long_text_is_found(letters: list[str], place: int) -> None:
    text = "".join(letters[:place]) + "漁業" + "".join(letters[place:])
    start = len(folded(text[:place]))
    first, last = unfolded(text, start, start + 2)
    assert text[first:last].lstrip("\u0301\u0327\xad")[:2] == "漁業"
    assert folded(text[first:last]) in ("漁業", "漁業\u3099")


@given(texts)
def test_a_whole_text_is_a_place_of_it(text: str) -> None:
    assert unfolded(text, 0, len(folded(text)))[1] == len(text)
