"""Laws that hold for every text, however odd."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winset.dates import Edtf
from winset.reading import KnownName, Suggestions, as_json, suggest

DAY = Edtf.parse("2015-06-10")
NAMES = (KnownName("berg", "Anna Berg"), KnownName("port", "Port"), KnownName("ryo", "漁業省"))
PIECES = (
    "said told “ ” ‘ ’ \" ' « » 「 」 „ , . ? ! : ; ( ) \n \n\n \n\n\n\n \r\n Anna Berg he the"
    " minister Port Moe that to asked Monday May 3 2014 last next year month two ago prior to that"
    " ■ By > | share © Leave a Reply 漁業省 \u202e \ud800 \x00 \ue000 statement phrase such as"
)
WORDS = PIECES.split(" ")
TEXTS = st.one_of(
    st.text(),
    st.lists(st.sampled_from(WORDS), max_size=120).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=120).map("".join),
)


def spots(found: Suggestions) -> list[tuple[int, int]]:
    return [
        *[(part.start, part.end) for part in found.parts],
        *[(quote.start, quote.end) for quote in found.quotes],
        *[(day.start, day.end) for day in found.dates],
        *[(actor.start, actor.end) for actor in found.actors],
        *[(block.start, block.end) for block in found.boilerplate],
    ]


@given(TEXTS)
def test_every_suggestion_is_a_true_place_in_the_text(text: str) -> None:
    found = suggest(text, DAY, NAMES)
    assert all(0 <= start < end <= len(text) for start, end in spots(found))
    assert all(text[quote.start : quote.end] == quote.text for quote in found.quotes)
    assert all(text[day.start : day.end] == day.text for day in found.dates)
    known = {known.id: known.name for known in NAMES}
    assert all(text[actor.start : actor.end] == known[actor.id] for actor in found.actors)


@given(TEXTS)
def test_every_date_is_one_the_record_can_hold(text: str) -> None:
    for day in suggest(text, DAY).dates:
        assert Edtf.parse(day.edtf).text == day.edtf


@given(TEXTS)
def test_parts_and_outer_quotes_do_not_overlap_and_stand_in_order(text: str) -> None:
    found = suggest(text, DAY)
    for places in (
        [(part.start, part.end) for part in found.parts],
        [(day.start, day.end) for day in found.dates],
        [(block.start, block.end) for block in found.boilerplate],
    ):
        assert all(a[1] <= b[0] for a, b in pairwise(places))
    assert [q.start for q in found.quotes] == sorted(q.start for q in found.quotes)


@given(TEXTS)
def test_a_speaker_has_a_name_and_a_place_or_neither(text: str) -> None:
    for quote in suggest(text, DAY).quotes:
        assert (quote.speaker_start is None) == (quote.speaker_end is None)
        if quote.speaker_start is not None and quote.speaker_end is not None:
            assert quote.speaker
            assert 0 <= quote.speaker_start < quote.speaker_end <= len(text)


@given(TEXTS)
def test_the_same_text_gives_the_same_suggestions(text: str) -> None:
    assert as_json(suggest(text, DAY, NAMES)) == as_json(suggest(text, DAY, NAMES))


@pytest.mark.parametrize(
    "text",
    [
        "“" * 100_000,
        "“" * 50_000 + "”" * 50_000,
        "”" * 100_000,
        '"' * 100_000,
        "“a” " * 20_000,
        "“We stay,” he said. " * 4_000,
        "the boys’ " * 50_000,
        "‘the boys’ " * 20_000,
        "said " * 100_000 + "“no”",
        "share " * 160 + "z",
        ("share " * 150 + "z\n") * 200,
        "May 2014 " * 20_000,
        "1" * 1_000_000,
        "four days after this " * 10_000,
        "a > " * 100_000,
        "\n" * 2_000_000,
        "“" + " " * 1_000_000 + "”",
        "\u202e“a” \ud800" * 10_000,
        "word " * 1_000_000,
        "\n\n".join(["“A long way to go.”"] * 5_000),
    ],
    ids=lambda text: repr(text[:12]),
)
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    suggest(text, DAY, NAMES)
    assert time.process_time() - began < 20


def test_the_json_has_the_documented_keys() -> None:
    text = "“No,” said Anna Berg on May 3, 2014."
    found = as_json(suggest(text, DAY, NAMES))
    assert set(found["parts"][0]) >= {"start", "end"}
    assert set(found["quotes"][0]) >= {
        *("start", "end", "text", "kind", "speaker", "speaker_start", "speaker_end", "rule"),
    }
    assert set(found["dates"][0]) >= {"start", "end", "text", "edtf"}
    assert found["boilerplate"] == []
    assert found["actors"] == [{"id": "berg", "start": 11, "end": 20}]
