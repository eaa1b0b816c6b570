"""Words are found in documents of any script, best first, and never where they are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.record.examples import TEXT, day
from winset.errors import Misuse
from winset.record import Document, hash_text
from winset.store import Case

TEXTS = {
    "n1": TEXT,
    "ru": "Переговоры о рыбе закончились без соглашения.",
    "ja": "日ソ共同宣言は4島交渉の出発点である。交渉は続く。",
    "wide": "ＮＡＴＯ加盟と漁業ｶﾞｲﾄﾞﾗｲﾝ、１２３隻。"
    "Señor Peña signed the ﬁnal dra\xadft. Ещё раз: мой порт.",
    "odd": 'A "quoted" NEAR(word) AND col:umn -minus * \x00 null. \u202eright to left',
}


@pytest.fixture
def library(case: Case) -> Case:
    """A case with a document in each of three scripts, and one of marks only a query knows."""
    for name, text in TEXTS.items():
        document = Document(name, f"Title of {name}", text, hash_text(text), day("2001-06-01"))
        case.add_document(document, text.encode(), "me")
    return case


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("quota", ["n1"]),
        ("QUOTA landing", ["n1"]),
        ("landing quota", ["n1"]),
        ('"landing quota"', []),
        ('"landing rights"', ["n1"]),
        ("quot", []),
        ("quot*", ["n1", "odd"]),
        ("herring", []),
        ("переговоры", ["ru"]),
        ("交渉", ["ja"]),
        ("渉交", []),
        ("4島", ["ja"]),
        ("title ru", ["ru"]),
        ("nato", ["wide"]),
        ("加盟", ["wide"]),
        ("ガイドライン", ["wide"]),
        ("ﾗｲﾝ", ["wide"]),
        ("ガイト", []),
        ("123", ["wide"]),
        ("４島", ["ja"]),
        ("４島　交渉", ["ja"]),
        ("PENA final", ["wide"]),
        ("draft", ["wide"]),
        ("еще", ["wide"]),
        ("МОЙ ПОРТ", ["wide"]),
        ("мои", []),
        ("NEAR", ["odd"]),
        ("col:umn", ["odd"]),
        ("-minus", ["odd"]),
        ("landing)", ["n1"]),
    ],
)
def test_documents_with_all_the_words(library: Case, words: str, expected: list[str]) -> None:
    assert sorted(hit.document for hit in library.search(words)) == sorted(expected)


@pytest.mark.parametrize("words", ["", "  ", '* " - (', "\x00", "。"])
def test_a_query_without_words_is_refused(library: Case, words: str) -> None:
    with pytest.raises(Misuse, match="holds no word to look for"):
        library.search(words)


def test_too_many_words_are_refused(library: Case) -> None:
    with pytest.raises(Misuse, match="33 words are too many"):
        library.search("fish " * 33)


def test_a_hit_shows_its_place(library: Case) -> None:
    (hit,) = library.search("LANDING  rights")
    assert TEXT[hit.start : hit.end] == hit.words == "landing"
    assert hit.before.endswith("No quota, no ")
    assert (hit.title, hit.date) == ("Title of n1", "2001-06-01")
    (hit,) = library.search('"chance in  five"')
    assert hit.words == "chance in five"
    (hit,) = library.search("交渉")
    assert TEXTS["ja"][hit.start : hit.end] == "交渉"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("nato", "ＮＡＴＯ"),
        ("ガイドライン", "ｶﾞｲﾄﾞﾗｲﾝ"),
        ("123", "１２３"),
        ("senor pena", "Señor"),
        ('"FINAL DRAFT"', "ﬁnal dra\xadft"),
        ("еще", "Ещё"),
        ("п*", "порт"),
    ],
)
def test_a_place_is_true_to_the_text_however_it_was_typed(
    library: Case, words: str, shown: str
) -> None:
    (hit,) = [one for one in library.search(words) if one.document == "wide"]
    assert TEXTS["wide"][hit.start : hit.end] == hit.words
    assert shown.startswith(hit.words)


def test_the_title_is_found_anew_when_it_is_changed(library: Case) -> None:
    (document,) = [one for one in library.record().documents if one.id == "ru"]
    library.put([replace(document, title="Улов")], by="me")
    assert [hit.document for hit in library.search("улов")] == ["ru"]
    assert library.search("title ru") == ()
    library.undo(by="me")
    assert [hit.document for hit in library.search("title ru")] == ["ru"]
    assert library.search("улов") == ()


def test_a_document_that_was_taken_back_is_not_found(library: Case) -> None:
    library.undo(by="me")
    assert library.search("quoted") == ()


def test_no_more_than_asked_for(library: Case) -> None:
    assert len(library.search("title", limit=2)) == 2
