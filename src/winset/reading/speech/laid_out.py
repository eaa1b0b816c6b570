"""Words in marks that stand apart from sentences: in a headline, or as an item of a list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import attrgetter

from winset.reading.speech.antecedents import antecedent
from winset.reading.speech.scene import Scene, Verdict
from winset.reading.speech.terms import LONG, length
from winset.reading.suggestions import QuoteSuggestion
from winset.reading.text.words import DOCUMENT_NOUNS

_BULLETS = ("-", "–", "—", "•", "*", "■", "·")
_lower = attrgetter("lower")


def whole_of(words: str, quotes: Iterable[QuoteSuggestion]) -> QuoteSuggestion | None:
    """The first speech that holds two or more words of a headline; None where nobody spoke them."""
    part = words.strip(" .,!…").casefold()
    if " " not in part:
        return None
    whole = re.compile(rf"\b{re.escape(part)}\b")
    spoken = (quote for quote in quotes if quote.kind == "speech" and quote.speaker)
    return next((quote for quote in spoken if whole.search(quote.text.casefold())), None)


def item(scene: Scene, place: int) -> Verdict | None:
    """A long item of a list: speech, or words of the document that the list is led in by."""
    if length(scene, place) < LONG or not _has_bullet(scene, place):
        return None
    number = scene.top[place].paragraph
    if place and scene.top[place - 1].paragraph == number - 1 and _has_bullet(scene, place - 1):
        last = scene.verdicts[-1]
        return last if last.kind in ("speech", "document") else None
    lead = map(_lower, scene.sentence_of(number - 1, last=True))
    if not DOCUMENT_NOUNS.isdisjoint(lead):
        return Verdict("document", "document word")
    return by_nearest(scene, place)


def by_nearest(scene: Scene, place: int) -> Verdict:
    """Speech of the person last spoken of, if any."""
    speaker = antecedent(scene, place)
    return Verdict("speech", "nearest name" if speaker else "alone", [], speaker)


def _has_bullet(scene: Scene, place: int) -> bool:
    """Whether nothing but a bullet stands before the quote in its paragraph."""
    start = scene.paragraphs[scene.top[place].paragraph].start
    return scene.text[start : scene.top[place].outer_start].strip() in _BULLETS
