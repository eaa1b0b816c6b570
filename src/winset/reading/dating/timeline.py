"""The day of what a sentence tells: given in it, or by the sentences before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from winset.reading.suggestions import DateSuggestion
from winset.reading.text.phrases import Sentence

_BACK = 2
"""Paragraphs after its own in which a day still tells when things happened."""
_TO_THE_MONTH, _TO_THE_DAY = 1, 2
"""Hyphens in the EDTF of a month, and of a day."""
_VAGUE = ("decade", "century", "years")


class Told(NamedTuple):
    """A day as EDTF, with its basis and the words that give it."""

    edtf: str
    basis: str
    day: DateSuggestion


class Timeline:
    """The days of a text in their order, and the sentences they stand in."""

    def __init__(self, dates: tuple[DateSuggestion, ...], sentences: tuple[Sentence, ...]) -> None:
        self._dates = dates
        self._starts = [date.start for date in dates]
        self._sentences = sentences
        self._sentence_starts = [sentence.start for sentence in sentences]

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence a place lies in."""
        number = bisect_right(self._sentence_starts, place) - 1
        return self._sentences[number] if number >= 0 else None

    def within(self, start: int, end: int) -> tuple[DateSuggestion, ...]:
        """The days named at [start, end)."""
        return self._dates[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def day_of(self, start: int, end: int) -> Told | None:
        """When what is told at [start, end) happened, None when nothing says so.

        The day named there; else the nearest in its sentence; else the last one before it in
        the same paragraph or, for a sentence that names none, the two before.
        """
        inside = _best(self.within(start, end), (start + end) // 2)
        if inside is not None:
            return Told(inside.edtf, inside.basis, inside)
        sentence = self.sentence_at(start)
        if sentence is None:
            return None
        beside = _best(self.within(sentence.start, max(sentence.end, end)), start)
        if beside is not None:
            return Told(beside.edtf, beside.basis, beside)
        return self._before(sentence)

    def _before(self, sentence: Sentence) -> Told | None:
        for number in range(bisect_left(self._starts, sentence.start) - 1, -1, -1):
            date = self._dates[number]
            there = self.sentence_at(date.start)
            if there is None or sentence.paragraph - there.paragraph > _BACK:
                return None
            if date.rule not in _VAGUE:
                return Told(date.edtf, "inferred", date)
        return None


def carried(days: Sequence[DateSuggestion], paragraphs: int) -> DateSuggestion | None:
    """The one day a sentence gives to the next, in its paragraph (0) or the one after (1)."""
    if len(days) != 1 or paragraphs > 1:
        return None
    wanted = _TO_THE_DAY if paragraphs else _TO_THE_MONTH
    return days[0] if days[0].edtf.count("-") >= wanted else None


def _best(dates: tuple[DateSuggestion, ...], place: int) -> DateSuggestion | None:
    """The most precise day, of those the one nearest to a place."""
    if not dates:
        return None
    return min(dates, key=lambda date: (-_precision(date), abs(date.start - place)))


def _precision(date: DateSuggestion) -> int:
    if date.rule in _VAGUE:
        return 0
    return 2 if date.edtf.count("-") >= 1 else 1
