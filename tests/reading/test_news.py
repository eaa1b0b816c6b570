"""The articles that reading is timed with are as dense as news that was published."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from benchmarks.news import DENSITIES, LENGTH, written

_COUNTED = {
    "quotations": r"(?m)(?:^|[\s(—–-])[“‘\"'](?=\w)",
    "paragraphs": r"(?m)^.*\S",
    "sentences": r"[.!?][”’\"')]*(?=\s|$)",
    "words": r"\w[\w’'-]*",
    "capitals": r"\b[A-Z]\w",
    "days": r"\b(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber"
    r"|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:1[89]|20)\d\d)\b",
    "numbers": r"\d[\d.,]*",
    "words of speech": r"\b(?:said|says|told|added|asked|called|warned|according to)\b",
    "commas": ",",
}


@pytest.mark.parametrize("what", DENSITIES)
def test_of_what_costs_time_as_much_as_in_published_news_or_a_quarter_more(what: str) -> None:
    here, published = DENSITIES[what]
    found = sum(len(re.findall(_COUNTED[what], text)) for text in written())
    assert round(found / sum(map(len, written())) * LENGTH, 1) == here
    assert published <= here <= 1.25 * published


def test_every_article_has_the_length_of_an_agency_report() -> None:
    assert len(written()) >= 8
    assert all(0.97 * LENGTH <= len(text) <= 1.05 * LENGTH for text in written())


def test_no_words_are_used_twice() -> None:
    runs: Counter[tuple[str, ...]] = Counter()
    for text in written():
        words = re.findall(r"\w+", text.casefold())
        runs.update(zip(*(words[start:] for start in range(8)), strict=False))
    assert not [run for run, times in runs.items() if times > 1]
