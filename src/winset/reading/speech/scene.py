"""What the rules about one quotation can see: the words around it and what was said before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from winset.reading.people.gender import Pronouns
from winset.reading.people.mentions import (
    Mention,
    person,
)
from winset.reading.speech.offices import Offices, heads_office
from winset.reading.speech.parsing import Parser
from winset.reading.text.layout import DATELINE, Paragraph
from winset.reading.text.marks import Span
from winset.reading.text.nouns import THINGS
from winset.reading.text.states import PLACE_WORDS, STATES
from winset.reading.text.tokens import (
    CAPITALS,
    MASK,
    Token,
    Words,
    ends_sentence,
    first_sentence,
    last_sentence,
    masked,
    unfinished,
)
from winset.reading.text.words import TITLES

_NAME_RUN = re.compile(
    rf"[{CAPITALS}][\w’'-]*+(?:[ \xa0](?:(?:de|da|di|van|von|der|al|el|bin)[ \xa0])?"
    rf"(?:[A-Z]\.|(?:[a-z]{{2}}-)?[{CAPITALS}][\w’'-]*+)){{1,5}}"
)
_CAPITALS_AND_COLON = re.compile(r"([A-ZÀ-Ý][A-ZÀ-Ý ’'-]{2,20}): ")
_PARTICLES = ("de", "da", "di", "van", "von", "der", "al", "el", "bin")
_WINDOW = 500
_STOPS = (".", "!", "?")
_CLOSING_MARKS = "”’'\"» \xa0"
_LONGEST_DATELINE = 90
_lower = attrgetter("lower")
_NO_GIVEN_NAMES = PLACE_WORDS | THINGS | TITLES


def _place_before_colon(text: str, start: int, end: int) -> re.Match[str] | None:
    """A dateline that is only a place: `OSLO: The envoy …`, and no speaker in a transcript."""
    line = _CAPITALS_AND_COLON.match(text, start, end)
    return line if line and line.group(1).title() in STATES else None


_NOBODY: Mention = []


class Verdict(NamedTuple):
    """What one rule makes of a quotation."""

    kind: str
    rule: str
    mention: Mention = _NOBODY
    speaker: str = ""
    others: tuple[str, ...] = ()


class Voice(NamedTuple):
    """Who was last heard: up to where, whose name, and the words that named them."""

    end: int
    speaker: str
    mention: Mention


class Scene:
    """A text with its outermost quotations blanked out, and who has spoken so far."""

    def __init__(
        self,
        text: str,
        paragraphs: tuple[Paragraph, ...],
        top: tuple[Span, ...],
        page: frozenset[int],
        roles: tuple[tuple[str, str], ...] = (),
        parser: Parser | None = None,
    ) -> None:
        self._roles = dict(roles)
        self.parser = parser
        self.text, self.paragraphs, self.top, self.page = text, paragraphs, top, page
        self.masked = masked(text, top)
        self._words = Words(self.masked, self._roles)
        self.words = self._words.within
        """The words at [start, end), quotations blanked out."""
        self.full_names = _full_names(self._words) if top else {}
        self.voice: Voice | None = None
        self.verdicts: list[Verdict] = []
        self._read: tuple[int, list[Token]] = (-1, [])
        self._said_before: tuple[int, list[Token]] = (-1, [])
        self._lower_before: tuple[int, list[str]] = (-1, [])
        self._said_after: tuple[int, list[Token]] = (-1, [])
        self._whole: tuple[int, list[Token]] = (-1, [])
        self._opened = (-1, 0)
        self._offices: Offices | None = None
        self.pronouns = Pronouns(text)
        self.told_of: dict[str, int] = {}
        """Where each noun was first used of somebody not named, as `antecedents` found it."""
        self.spoken_of: dict[tuple[int, str, bool], str] = {}
        """Whom each paragraph was last about, as `antecedents` found it."""

    def before(self, place: int) -> list[Token]:
        """The words of the quote's own sentence before it, back to the last quote at most."""
        if self._said_before[0] != place:
            words = unfinished(self.behind(place))
            words = words[1:] if words and words[0].text in _STOPS else words
            self._said_before = (place, words)
        return self._said_before[1]

    def lower_before(self, place: int) -> list[str]:
        """The same words in lower case, for a quick look."""
        if self._lower_before[0] != place:
            self._lower_before = (place, list(map(_lower, self.before(place))))
        return self._lower_before[1]

    def joined(self, place: int) -> bool:
        """Whether no sentence ends between the quote before, in the same paragraph, and this."""
        if place == 0 or self.top[place - 1].paragraph != self.top[place].paragraph:
            return False
        words = self.behind(place)
        ended = len(self.before(place)) < len(words)
        before = self.text[self.top[place - 1].end - 1]
        anew = words[0].is_capital if words else self.text[self.top[place].start].isupper()
        return not ended and not (before in ".?!" and anew)

    def whole_before(self, place: int) -> list[Token]:
        """The words of the sentence before the quote, other quotes in it blanked out."""
        if self._whole[0] != place:
            self._whole = (place, self._whole_before(place))
        return self._whole[1]

    def _whole_before(self, place: int) -> list[Token]:
        span = self.top[place]
        start = max(self._opening(span.paragraph), span.outer_start - _WINDOW)
        words = self.words(start, span.outer_start)
        for number in range(len(words) - 2, -1, -1):
            if ends_sentence(words, number) or self._stops_inside(words, number):
                return words[number + 1 :]
        return words

    def _opening(self, number: int) -> int:
        """Where a paragraph begins after its dateline, if it has one."""
        if self._opened[0] != number:
            paragraph = self.paragraphs[number]
            end = min(paragraph.end, paragraph.start + _LONGEST_DATELINE)
            line = DATELINE.match(self.text, paragraph.start, end)
            line = line or _place_before_colon(self.text, paragraph.start, end)
            self._opened = (number, line.end() if line else paragraph.start)
        return self._opened[1]

    def _stops_inside(self, words: list[Token], number: int) -> bool:
        """Whether a blanked-out quotation ends a sentence: its own stop, then a capital."""
        if words[number].text[0] != MASK or self.text[words[number].end - 1] not in ".?!":
            return False
        after = words[number + 2 : number + 3]
        return bool(after) and after[0].is_capital

    def sentence_around(self, place: int) -> tuple[int, int]:
        """Where the sentence that holds the quote starts and ends."""
        span = self.top[place]
        before = self.whole_before(place)
        start = min(before[0].start if before else span.outer_start, span.outer_start)
        end = min(self.paragraphs[span.paragraph].end, span.outer_end + _WINDOW // 2)
        after = self.words(span.outer_end, max(end, span.outer_end))
        for number, word in enumerate(after):
            if ends_sentence(after, number) or self._stops_inside(after, number):
                return start, word.end
        return start, max(end, span.outer_end)

    def within(self, start: int, end: int) -> tuple[Span, ...]:
        """The outermost quotes that lie wholly at [start, end)."""
        first = bisect_left(self.top, start, key=lambda span: span.outer_start)
        last = bisect_right(self.top, end, key=lambda span: span.outer_end)
        return self.top[first:last]

    def after(self, place: int) -> list[Token]:
        """The words after the quote, to the end of the sentence or the next quote."""
        if self._said_after[0] != place:
            span = self.top[place]
            paragraph = self.paragraphs[span.paragraph]
            if span.outer_end > paragraph.end:  # it runs on into the next
                paragraph = self.paragraphs[span.paragraph + 1]
            end = min(paragraph.end, span.outer_end + _WINDOW // 2)
            if place + 1 < len(self.top):
                end = min(end, max(self.top[place + 1].outer_start, span.outer_end))
            self._said_after = (place, first_sentence(self.words(span.outer_end, end)))
        return self._said_after[1]

    def ending(self, place: int) -> str:
        """The last letter or stop of the quote, but for marks that close another within it."""
        span = self.top[place]
        end = span.end
        while end > span.start + 1 and self.text[end - 1] in _CLOSING_MARKS:
            end -= 1
        return self.text[end - 1]

    def starts_paragraph(self, place: int) -> bool:
        """Whether nothing stands before the quote in its paragraph."""
        span = self.top[place]
        return span.outer_start == self.paragraphs[span.paragraph].start

    def fills_paragraph(self, place: int) -> bool:
        """Whether nothing else stands in the quote's paragraph."""
        span = self.top[place]
        end = self.paragraphs[span.paragraph].end
        return self.starts_paragraph(place) and span.outer_end >= end - 1

    def sentence_of(self, number: int, last: bool) -> list[Token]:
        """The last or first sentence of a paragraph, empty where there is no such paragraph."""
        if not 0 <= number < len(self.paragraphs) or number in self.page:
            return []
        paragraph = self.paragraphs[number]
        if last:
            start = max(paragraph.start, paragraph.end - _WINDOW)
            return last_sentence(self.words(start, paragraph.end))
        end = min(paragraph.end, paragraph.start + _WINDOW)
        return first_sentence(self.words(paragraph.start, end))

    def read_names(self) -> None:
        """Read the names of a text without quotations, where nobody has asked for them yet."""
        self.full_names = self.full_names or _full_names(self._words)

    def full_name(self, speaker: str) -> str:
        """The fullest form in the text of a name given by its last word."""
        last = speaker.rpartition(" ")[2]
        known = self.full_names.get(last, "")
        if last == speaker or speaker.partition(" ")[0].lower() in _PARTICLES:
            return known or self._by_part(speaker)
        longer = known and speaker.endswith(f" {known}")  # `Trade Gao Feng`, no `aide to Gao Feng`
        return known if longer and all(word[0].isupper() for word in speaker.split()) else speaker

    def _by_part(self, name: str) -> str:
        """The one name of two words that begins with a word or has an article before it."""
        if not name[:1].isupper() or name.lower() in _NO_GIVEN_NAMES:
            return name
        given, double = self._parts
        found = {full for last, full in double if last.endswith(f"-{name}")}
        found |= given.get(name, set())
        full = min(found) if len(found) == 1 else name
        last = full.rpartition(" ")[2].lower()
        return name if last in THINGS or f" {last} " in self.text else full

    @cached_property
    def _parts(self) -> tuple[dict[str, set[str]], tuple[tuple[str, str], ...]]:
        """Full names by the words before their last, and those whose last is a double one."""
        given: dict[str, set[str]] = {}
        for last, full in self.full_names.items():
            given.setdefault(full.removesuffix(f" {last}"), set()).add(full)
        return given, tuple(one for one in self.full_names.items() if "-" in one[0])

    def holder(self, mention: Mention) -> str:
        """The one person the text names with an office: `the prime minister`; "" for none."""
        return self.offices_held().holder(mention) if heads_office(mention) else ""

    def offices_held(self) -> Offices:
        """Who holds which office by the words of the text, read when first asked for."""
        if self._offices is None:
            self._offices = Offices(self._words, self.full_names)
        return self._offices

    def behind(self, place: int) -> list[Token]:
        """The words before a quote, back to the one before it; kept for the rules that follow."""
        if self._read[0] != place:
            self._read = (place, self._wordsbehind(place))
        return self._read[1]

    def _wordsbehind(self, place: int) -> list[Token]:
        span = self.top[place]
        start = max(self._opening(span.paragraph), span.outer_start - _WINDOW)
        if place:
            start = max(start, self.top[place - 1].outer_end)
        return self.words(start, max(span.outer_start, start))


def _full_names(text: Words) -> dict[str, str]:
    """Last word of each personal name in a text to the first full form of it."""
    names: dict[str, str] = {}
    for run in {m.group(): m for m in _NAME_RUN.finditer(text.text)}.values():
        start, end = run.span()
        if run.group().endswith(("’s", "'s")):  # `Anna Berg’s plan` names her too
            end -= 2
            if run.group().rpartition(" ")[2][:-2] in names:
                continue
        full = person(text.within(start, end))
        if " " in full:
            last = full.rpartition(" ")[2]
            if names.get(last, "").endswith(f" {full}"):  # `Ministry of Trade Gao Feng`
                names[last] = full
            names.setdefault(last, full)
    return names
