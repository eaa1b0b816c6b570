"""Documents made to do harm: refused or read within limits, with a reason, never a hang."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from itertools import islice

import pytest

from tests.reading.fuzzing import SEEDS, broken, mutants
from winset.dates import Edtf
from winset.errors import Misuse
from winset.reading import Worker, as_json, read_document, suggest

DAY = Edtf.parse("2015-06-10")
SECONDS = 15


def within(seconds: float, work: Callable[[], object]) -> None:
    began = time.process_time()
    work()
    assert time.process_time() - began < seconds


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html><body>" + b"<p>a</p>" * 1_000_000, "tags"),
        (b"<html><body><p>" + b"word " * 2_500_000, "one paragraph"),
        (b"<html><body>" + b"<div>" * 100_000, "nested too deep"),
    ],
    ids=["a million paragraphs", "one paragraph", "deep"],
)
def test_a_monstrous_page_is_refused_with_its_reason_and_soon(data: bytes, reason: str) -> None:
    began = time.monotonic()
    with pytest.raises(Misuse, match=reason):
        read_document(data, "a.html")
    assert time.monotonic() - began < SECONDS


def test_entities_a_page_defines_for_itself_do_not_swell() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    page = f'<!DOCTYPE html [<!ENTITY a0 "ha">{laughs}]><html><p>Talks ended. &a9;</p></html>'
    assert len(read_document(page.encode(), "a.html").text) < 5_000


@pytest.mark.parametrize(
    "text",
    [
        "A word of the talks. " * 50_000,
        "Anna Berg said that " * 30_000,
        "met with Karl Lund in Tarn on 3 May 2014 " * 10_000,
        "agreed to " * 30_000,
        "Anna Berg of the " * 20_000,
        "A. B. C. " * 30_000,
        "the prime minister " * 100_000 + "“no,” she said.",
        "\u202e\u200f“No,” said Anna Berg.\ud800\x00" * 5_000,
        "the “" * 50_000,
        ", one " * 100_000 + "sniffed, “no”",
    ],
    ids=lambda text: repr(text[:14]),
)
def test_no_line_takes_the_rules_long(text: str) -> None:
    within(SECONDS, lambda: suggest(text, DAY))


@pytest.mark.parametrize(
    "data",
    [
        b"\xed\xa0\x80 talks \xed\xbf\xbf",
        "\u202eskat eht\u202c \u200fof\u200e the port".encode(),
        b"talks\r\rtalks\r\n\r\ntalks\x0btalks\x0c",
        b"\xef\xbb\xbf\xef\xbb\xbftalks",
        "\ufffe\uffff talks \U0010ffff".encode(),
    ],
    ids=["lone surrogates", "right to left", "line ends", "two marks", "no characters"],
)
def test_odd_letters_are_read_and_kept(data: bytes) -> None:
    found = read_document(data, "a.txt")
    assert "talks" in found.text or "skat" in found.text
    found.text.encode("utf-8")
    suggest(found.text, DAY)


def test_a_line_of_nineteen_megabytes_is_read() -> None:
    text = "The ports met again and agreed on nothing at all " * 390_000
    assert read_document(text.encode(), "a.txt").text == text


@pytest.mark.parametrize("seed", range(4))
def test_mutated_texts_break_no_rule(seed: int) -> None:
    for text in islice(mutants(random.Random(seed)), 40):
        found = suggest(text, DAY)
        assert all(text[quote.start : quote.end] == quote.text for quote in found.quotes)
        assert as_json(found)


def test_mutated_files_are_read_or_refused() -> None:
    chance = random.Random(7)
    with Worker() as worker:
        for name, data in SEEDS.items():
            for _ in range(12):
                try:
                    read_document(broken(data, chance), name, worker)
                except Misuse as refusal:
                    assert str(refusal)  # noqa: PT017  (either outcome is right)
