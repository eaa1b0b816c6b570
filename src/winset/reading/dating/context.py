"""What a date without its year or day leans on: the date of its part and the date last given."""

from __future__ import annotations

from bisect import bisect_right
from re import Match, Pattern

from winset.dates import Edtf
from winset.reading.dating.almanac import Moment, leads, moment, point
from winset.reading.dating.around import (
    DOES,
    NAMED_AFTER,
    TOLD_APART,
    YEAR_ALONE,
    YEAR_TELLS,
)
from winset.reading.dating.grammar import EXPLICIT, JOINED
from winset.reading.suggestions import PartSuggestion, QuoteSuggestion
from winset.reading.text.layout import Paragraph
from winset.reading.text.tense import STOP, sentence_before, tense
from winset.reading.text.words import lexicon

_SPANS = lexicon(
    "share shareof bareshare figured years season inseason relseason halfago endof newyear"
)
"""Rules for dates too long to lead others."""
_WITH_YEAR = EXPLICIT | {"yearof", "lastmonth"}
_PERHAPS_YEAR = JOINED | {"relative", "ago", "anaphor"}
"""Rules for dates with their year, and for those that may have it."""
NEAR_YEARS = {"last": -1, "this": 0, "next": 1}
STEPS = NEAR_YEARS | {"the previous": -1, "the following": 1, "the next": 1}
"""How many days, weeks, months or years on a word steps."""
_LATELY = 7
"""Days back to a day whose words a text still gives as spoken then."""
_FEW, _LONGEST_SENTENCE = 3, 600
_LONGEST_NAME = 30
_UNDER_HEADING = 3
"""Paragraphs that a year standing above them leads."""
_ARTICLES = (" the ", "\nThe ", " The ", "’s ", "'s ", " its ", " their ", " his ", " her ", " a ")
_ASIDE = (*_ARTICLES, " of ", "since ", "Since ")
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
        self._told = self._heading = self._entry = False
        self._leant = -1

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
        if not self.in_chronicle(place) and not (self._heading and back <= _UNDER_HEADING):
            if not leads(self.anchor, self.reference(place), back):
                return None
            if not (self.anchor.month or self._opens() or self._same_sentence(place)):
                return None
        self._leant = place if self._told else -1
        return self.anchor

    def lead_year(self, place: int) -> Moment | None:
        """The date already given whose year was told, which a bare month or day at `place` has."""
        return self.lead(place) if self._told else None

    def in_chronicle(self, place: int) -> bool:
        """Whether a date opens its line as the date last given did, whose year was told."""
        return self._entry and self.text[place - 1 : place] == "\n"

    def stand_alone(self) -> None:
        """Let the date being read lean on none, though it might have."""
        self._leant = -1

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

    def day_said(self, place: int) -> Moment:
        """The day of what is said at a place: in a quotation, of the days before the one told."""
        reference, told = self.reference(place), self.anchor
        if told is None or not told.day or not reference.day or not self.in_quote(place):
            return reference
        return told if 0 < (reference.first() - told.first()).days <= _LATELY else reference

    def some_year(self, word: str, place: int) -> int:
        """The year of `last year` or, by the date last given, of `that year`; 0 of none."""
        if word in NEAR_YEARS:
            return self.reference(place).year + NEAR_YEARS[word]
        lead = self.lead(place)
        return lead.year + STEPS.get(word, 0) if lead else 0

    def does(self, place: int) -> bool:
        """Whether the sentence up to a place tells of something done once, in the present tense."""
        return DOES.search(sentence_before(self.text, place)) is not None

    def heads(self, match: Match[str]) -> bool:
        """Whether a year stands first in its line and is its heading or its subject."""
        first = self.text[max(match.start() - 1, 0) : match.start()] in ("", "\n")
        return first and YEAR_ALONE.match(self.text, match.end()) is not None

    def remember(self, match: Match[str], edtf: str) -> None:
        """Let a date lead those after it, unless it is spoken or part of a name."""
        start, rule, found = match.start(), match.lastgroup or "", point(edtf)
        if found is None or rule in _SPANS or self.in_quote(start):
            return
        heading = rule == "year" and self.heads(match)
        if rule == "year" and not heading and not self._tells_when(match):
            return
        if self.text.endswith(_ASIDE, 0, start) and self._is_aside(match):
            return
        told = rule in _WITH_YEAR or start == self._leant
        self._told = told or (rule in _PERHAPS_YEAR and _has_year(rule, match))
        self._heading = heading
        self._entry = self._told and (start == 0 or self.text[start - 1] == "\n")
        self.anchor, self.anchor_end = found, match.end()
        self._anchor_start, self._anchor_paragraph = start, self._paragraph(start)

    def _is_aside(self, match: Match[str]) -> bool:
        """Whether a date is no time of a story: `since May`, `the May 2014 talks`, `Day of May`."""
        start = match.start()
        if self.text.endswith(_ARTICLES, 0, start):
            return TOLD_APART.match(self.text, match.end()) is not None
        if self.text.endswith(" of ", 0, start):
            return NAMED_AFTER.search(self.text, max(start - _LONGEST_NAME, 0), start) is not None
        return True

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
        return not attribute and self.led(YEAR_TELLS, match.start())

    def _paragraph(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1


def _has_year(rule: str, match: Match[str]) -> bool:
    """Whether the words of a date tell its year: with it, or by counting in years."""
    if rule in JOINED:
        return bool(match[f"{rule}_y"])
    return match[f"{rule}_u"].startswith(("year", "decade"))
