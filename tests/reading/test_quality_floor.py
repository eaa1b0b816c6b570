"""The quality reached on five real articles with a gold standard: a floor that may only rise.

The articles are not part of the project; without them beside it these tests are skipped.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from winset.dates import Edtf
from winset.reading import QuoteSuggestion, Suggestions, suggest

SHARED = Path(__file__).parents[3] / "shared" / "data"
GOLD = SHARED / "articles_gold.json"
pytestmark = pytest.mark.skipif(
    not GOLD.exists(), reason="../shared/data with the articles and their gold standard is missing"
)

PUBLISHED = {"000": "2019-06", "001": "2017-01", "002": "2016-09-03", "003": "2019-04-07"}
PUBLISHED |= {"004": "2021-03"}

SPEECHES_FOUND = 33
FALSE_SPEECHES = 0
SPEAKERS_RIGHT = 32
EVENT_DAYS_RIGHT = 48
BOILERPLATE_BLOCKS = 17
FALSE_BOILERPLATE = 0


@dataclass(frozen=True)
class Article:
    name: str
    text: str
    found: Suggestions


@lru_cache(maxsize=1)
def gold() -> dict[str, Any]:
    return dict(json.loads(GOLD.read_text(encoding="utf-8")))


@lru_cache(maxsize=1)
def articles() -> tuple[Article, ...]:
    found = []
    for name in [file["file"] for file in gold()["files"]]:
        text = (SHARED / "articles" / name).read_bytes().decode("utf-8")
        date = Edtf.parse(PUBLISHED[name[:3]])
        found.append(Article(name, text, suggest(text, date)))
    return tuple(found)


def same_words(quote: QuoteSuggestion, entry: dict[str, Any]) -> bool:
    common = min(quote.end, entry["end"]) - max(quote.start, entry["start"])
    longer = max(quote.end - quote.start, entry["end"] - entry["start"])
    return bool(common > 0.8 * longer)


def speech_pairs() -> tuple[list[tuple[QuoteSuggestion, dict[str, Any]]], int]:
    """Speech offered and in the gold standard, paired; and how much is offered falsely."""
    pairs, false = [], 0
    for article in articles():
        entries = [q for q in gold()["quotes"] if q["file"] == article.name]
        for quote in article.found.quotes:
            if quote.kind != "speech":
                continue
            same = [entry for entry in entries if same_words(quote, entry)]
            if same and same[0]["kind"] == "speech":
                pairs.append((quote, same[0]))
            else:
                false += 1
    return pairs, false


def right_speaker(quote: QuoteSuggestion, entry: dict[str, Any]) -> bool:
    """A part of the person's name, or for nameless sources the same words in the text."""
    names = {word for word in entry["speaker"].split() if word[0].isupper()}
    mention = entry["speaker_mention"]
    if entry["speaker"][0].isupper():
        return bool(quote.speaker and names & set(quote.speaker.split()))
    if not mention or quote.speaker_start is None or quote.speaker_end is None:
        return False
    return bool(quote.speaker_start < mention["end"] and mention["start"] < quote.speaker_end)


def test_speeches_found_and_offered_falsely() -> None:
    pairs, false = speech_pairs()
    assert len(pairs) >= SPEECHES_FOUND
    assert false <= FALSE_SPEECHES


def test_speakers_right() -> None:
    pairs, _ = speech_pairs()
    assert sum(right_speaker(quote, entry) for quote, entry in pairs) >= SPEAKERS_RIGHT


def test_days_of_events_found_near_their_evidence() -> None:
    right = 0
    for event in gold()["events"]:
        place = event["evidence"]
        (article,) = [a for a in articles() if a.name == place["file"]]
        near = [
            day.edtf
            for day in article.found.dates
            if place["start"] - 200 <= day.start < place["end"] + 100
        ]
        right += event["date"]["value"] in near
    assert right >= EVENT_DAYS_RIGHT


def test_boilerplate_found_and_none_falsely() -> None:
    blocks, false = 0, 0
    for article in articles():
        entries = [b for b in gold()["boilerplate"] if b["file"] == article.name]
        offered = [(b.start, b.end) for b in article.found.boilerplate]
        blocks += sum(any(s < b["end"] and b["start"] < e for s, e in offered) for b in entries)
        false += sum(all(e <= b["start"] or b["end"] <= s for b in entries) for s, e in offered)
    assert blocks >= BOILERPLATE_BLOCKS
    assert false <= FALSE_BOILERPLATE


@pytest.mark.parametrize("number", ["000", "002"])
def test_parts_of_the_articles_that_hold_several(number: str) -> None:
    (article,) = [a for a in articles() if a.name.startswith(number)]
    expected = [s for s in gold()["segments"] if s["file"] == article.name]
    assert len(article.found.parts) == len(expected)
    for part, entry in zip(article.found.parts, expected, strict=True):
        assert part.end == entry["end"]
        assert abs(part.start - entry["start"]) < 150
