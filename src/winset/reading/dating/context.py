"""What a date without its year or day leans on: the date of its part and the date last given."""

from __future__ import annotations

from bisect import bisect_right
from re import Match, Pattern

from winset.dates import Edtf
from winset.reading.dating.almanac import Moment, leads, moment, point
from winset.reading.dating.grammar import NAMED_AFTER, YEAR_LEADS
from winset.reading.suggestions import PartSuggestion, QuoteSuggestion
from winset.reading.text.layout import Paragraph
from winset.reading.text.tense import STOP, sentence_before, tense

_SPANS = ("share", "years", "season", "inseason", "relseason", "halfago")
"""Rules for dates too long to lead others."""
_FEW, _LONGEST_SENTENCE = 3, 600
_LONGEST_NAME = 30
_LOOK = 16
"""Characters before a date that tell how it is meant."""


class Context:
    """A text read once from its first word on, with the date it gave last."""

    def __init__(
        self,
        text: str,
        date: Edtf,
        paragraphs: tuple[Paragraph, ...],
        parts: tuple[PartSuggestion, ...],
        said: tuple[QuoteSuggestion, ...],
    ) -> None:
        self.text = text
        self._document = moment(date)
        self._starts = [paragraph.start for paragraph in paragraphs]
        self._parts = [(part, moment(part.date)) for part in parts if part.date is not None]
        self._part_starts = [part.start for part, _ in self._parts]
        self._said = [quote for quote in said if quote.kind != "orphan"]
        self._said_starts = [quote.start for quote in self._said]
        self.anchor: Moment | None = None
        self.anchor_end = 0
        self._anchor_paragraph = 0
        self._anchor_start = 0

    def before(self, place: int) -> str:
        """The last few words before a place."""
        return self.text[max(place - _LOOK, 0) : place]

    def led(self, words: Pattern[str], place: int) -> bool:
        """Whether some words in small letters stand before a place, in capitals or not."""
        return words.search(self.before(place).casefold()) is not None

    def reference(self, place: int) -> Moment:
        """The date of the part a place is in, or else of the document."""
        number = bisect_right(self._part_starts, place) - 1
        if number >= 0 and place < self._parts[number][0].end:
            return self._parts[number][1]
        return self._document

    def lead(self, place: int) -> Moment | None:
        """The date already given that a bare one at `place` leans on."""
        if self.anchor is None:
            return None
        back = self._paragraph(place) - self._anchor_paragraph
        if not leads(self.anchor, self.reference(place), back):
            return None
        near = self.anchor.month or self._opens() or self._same_sentence(place)
        return self.anchor if near else None

    def leads_here(self, place: int) -> bool:
        """Whether the date last given stands in the same paragraph."""
        return self.anchor is not None and self._paragraph(place) == self._anchor_paragraph

    def tense(self, match: Match[str]) -> str:
        """What the words around a date speak of, as `tense.tense` says it."""
        return tense(self.text, match.start(), match.end())

    def in_quote(self, place: int) -> bool:
        """Whether somebody is quoted at a place."""
        index = bisect_right(self._said_starts, place) - 1
        return index >= 0 and place < self._said[index].end

    def remember(self, match: Match[str], edtf: str) -> None:
        """Let a date lead those after it, unless it is spoken or part of a name."""
        start, found = match.start(), point(edtf)
        if found is None or match.lastgroup in _SPANS or self.in_quote(start):
            return
        if match.lastgroup == "year" and not self._tells_when(match):
            return
        name = max(start - _LONGEST_NAME, 0)
        if self.text.endswith(" of ", name, start) and NAMED_AFTER.search(self.text, name, start):
            return
        self.anchor, self.anchor_end = found, match.end()
        self._anchor_start, self._anchor_paragraph = start, self._paragraph(start)

    def _opens(self) -> bool:
        """Whether the date last given stands at the front of its sentence."""
        return len(sentence_before(self.text, self._anchor_start).split()) <= _FEW

    def _same_sentence(self, place: int) -> bool:
        far = place - self.anchor_end > _LONGEST_SENTENCE
        return not far and STOP.search(self.text, self.anchor_end, place) is None

    def _tells_when(self, match: Match[str]) -> bool:
        """Whether a year says when, and is no part of a name as in `the 1977 Treaties`."""
        after = self.text[match.end() : match.end() + 2]
        attribute = after[:1] == "-" or (after[:1] == " " and after[1:].isupper())
        return not attribute and self.led(YEAR_LEADS, match.start())

    def _paragraph(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1
