"""What the rules about one quotation can see: the words around it and what was said before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from winset.reading.happening.places import STATES
from winset.reading.people.apposition import apposed
from winset.reading.people.mentions import (
    Mention,
    before_verb,
    first_named,
    is_description,
    is_pronoun,
    person,
    subject,
    words_of,
)
from winset.reading.people.mentions import after_verb as after_inverted
from winset.reading.speech.offices import offices
from winset.reading.speech.parsing import Parser
from winset.reading.text.layout import DATELINE, Paragraph
from winset.reading.text.marks import Span
from winset.reading.text.tokens import (
    MASK,
    Token,
    Words,
    ends_sentence,
    first_sentence,
    last_sentence,
    masked,
    sentences_back,
    unfinished,
)
from winset.reading.text.words import (
    CLAUSE_WORDS,
    DETERMINERS,
    FORMS_OF_BE,
    MENTION_STOPS,
    ROLE_NOUNS,
    SPEECH_VERBS,
    TITLES,
    lexicon,
)

_NAME_RUN = re.compile(
    r"[A-Z][\w’'-]*+(?:[ \xa0](?:(?:de|da|di|van|von|der|al|el|bin)[ \xa0])?"
    r"(?:[A-Z]\.|(?:[a-z]{2}-)?[A-Z][\w’'-]*+)){1,5}"
)
_CAPITALS_AND_COLON = re.compile(r"([A-ZÀ-Ý][A-ZÀ-Ý ’'-]{2,20}): ")
_PARTICLES = ("De", "Da", "Di", "Van", "Von", "Al", "El", "Bin")
_BODIES = lexicon(
    "statement communique communiqué declaration report post message ministry government office"
    " agency embassy commission council party company union army military mission court bank"
    " committee delegation group parliament cabinet presidency secretariat"
)
_ENDS_PHRASE = SPEECH_VERBS | CLAUSE_WORDS | MENTION_STOPS | FORMS_OF_BE | {"to", "of", "for"}
_LONGEST_PHRASE = 4
_OFFICES = TITLES | ROLE_NOUNS
_WINDOW = 500
_PARAGRAPHS_BACK = 3
_OPENING = 10
_STOPS = (".", "!", "?")
_CLOSING_MARKS = "”’'\"» \xa0"
_LONGEST_DATELINE = 90


def _place_before_colon(text: str, start: int, end: int) -> re.Match[str] | None:
    """A dateline that is only a place: `OSLO: The envoy …`, and no speaker in a transcript."""
    line = _CAPITALS_AND_COLON.match(text, start, end)
    return line if line and line.group(1).title() in STATES else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one rule makes of a quotation."""

    kind: str
    rule: str
    mention: Mention = field(default_factory=list)
    speaker: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
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
        self.full_names = _full_names(self._words) if top else {}
        self.voice: Voice | None = None
        self.verdicts: list[Verdict] = []
        self._read: tuple[int, list[Token]] = (-1, [])
        self._said_before: tuple[int, list[Token]] = (-1, [])
        self._said_after: tuple[int, list[Token]] = (-1, [])
        self._whole: tuple[int, list[Token]] = (-1, [])
        self._opened = (-1, 0)
        self._offices: dict[str, str] | None = None
        self._people: dict[tuple[int, bool, bool], str] = {}

    def words(self, start: int, end: int) -> list[Token]:
        """The words at [start, end), quotations blanked out."""
        return self._words.within(start, end)

    def before(self, place: int) -> list[Token]:
        """The words of the quote's own sentence before it, back to the last quote at most."""
        if self._said_before[0] != place:
            words = unfinished(self._behind(place))
            words = words[1:] if words and words[0].text in _STOPS else words
            self._said_before = (place, words)
        return self._said_before[1]

    def joined(self, place: int) -> bool:
        """Whether no sentence ends between the quote before, in the same paragraph, and this."""
        if place == 0 or self.top[place - 1].paragraph != self.top[place].paragraph:
            return False
        words = self._behind(place)
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
        last = speaker.rpartition(" ")[2] if speaker.partition(" ")[0] in _PARTICLES else speaker
        return self.full_names.get(last, speaker)

    def holder(self, mention: Mention) -> str:
        """The one person the text names with an office: `the prime minister`; "" for none."""
        words = [word.lower for word in mention if word.is_word]
        if words[:1] != ["the"] or len(words) < 2 or words[-1] not in _OFFICES:
            return ""
        states = [STATES[word.text] for word in mention if word.text in STATES]
        if states:
            office = " ".join(word for word in words if word in TITLES)
            holders = self._holders()
            return holders.get(f"{states[0]} {office}") or holders.get(f"{states[0]} leader", "")
        for number in (3, 2, 1):
            found = self._holders().get(" ".join(words[1:][-number:]), "")
            if found and len(words) - 1 >= number:
                return found
        return ""

    def _holders(self) -> dict[str, str]:
        if self._offices is None:
            self._offices = offices(self._words) if self.top else {}
        return self._offices

    def antecedent(self, place: int, answering: bool = False, pronoun: bool = False) -> str:
        """The person last spoken of before the quote, "" when none is near.

        Only a pronoun can mean somebody who is described and not named.
        """
        number = self.top[place].paragraph
        words = self._behind(place)
        found = self._person_in(words, answering, pronoun)
        if found:
            return found
        for back in range(number, max(number - _PARAGRAPHS_BACK, 0) - 1, -1):
            start = self.paragraphs[back].start
            if self.voice is not None and self.voice.end > start:
                return self.voice.speaker
            if back < number:
                found = self._person_of(back, answering, pronoun)
            if found:
                return found
        return ""

    def body_before(self, place: int) -> str:
        """The body or document last spoken of before a quote; "" for none."""
        number = self.top[place].paragraph
        found = _last_phrase(self._behind(place))
        for back in range(number - 1, max(number - _PARAGRAPHS_BACK, -1), -1):
            paragraph = self.paragraphs[back]
            found = found or _last_phrase(self.words(paragraph.start, paragraph.end))
        return found

    def person_before(self, place: int) -> str:
        """The person last spoken of before a place, in its paragraph or the two before."""
        number = bisect_right(self.paragraphs, place, key=lambda one: one.start) - 1
        start = max(self.paragraphs[number].start, place - 2 * _WINDOW)
        words = self.words(start, place)
        found = self._person_in(words, False, False)
        for back in range(number - 1, max(number - _PARAGRAPHS_BACK, -1), -1):
            found = found or self._person_of(back, False, False)
        return found

    def _person_of(self, number: int, answering: bool, pronoun: bool) -> str:
        key = (number, answering, pronoun)
        if key not in self._people:
            paragraph = self.paragraphs[number]
            start = max(paragraph.start, paragraph.end - 2 * _WINDOW)
            words = self.words(start, paragraph.end)
            self._people[key] = self._person_in(words, answering, pronoun)
        return self._people[key]

    def _person_in(self, words: list[Token], answering: bool, pronoun: bool) -> str:
        for sentence in sentences_back(words):
            head = subject(sentence)
            for mention, sure in _heads(sentence, head, answering):
                found = self.full_name(person(mention))
                if not found or found.isupper() or is_pronoun(mention):
                    continue  # capitals are the label of a speaker in a transcript
                if sure or " " in found or mention[0].lower in TITLES:
                    return found
            beside = apposed(sentence, head) if head else []
            if person(beside):
                return self.full_name(person(beside))
            if pronoun and not answering and is_description(head):
                return self.holder(head) or words_of(head)
            found = first_named(sentence[:_OPENING]) or first_named(sentence)
            if found:
                return found
        return ""

    def _behind(self, place: int) -> list[Token]:
        """The words before a quote, back to the one before it; kept for the rules that follow."""
        if self._read[0] != place:
            self._read = (place, self._words_behind(place))
        return self._read[1]

    def _words_behind(self, place: int) -> list[Token]:
        span = self.top[place]
        start = max(self._opening(span.paragraph), span.outer_start - _WINDOW)
        if place:
            start = max(start, self.top[place - 1].outer_end)
        return self.words(start, max(span.outer_start, start))


def _last_phrase(words: list[Token]) -> str:
    """The last phrase that ends with a body or document, from its article or first name on."""
    for last in range(len(words) - 1, -1, -1):
        if words[last].lower not in _BODIES:
            continue
        first = last
        while first > 0 and last - first < _LONGEST_PHRASE and _in_phrase(words[first - 1]):
            first -= 1
            if words[first].lower in DETERMINERS:
                break
        return words_of(words[first : last + 1])
    return ""


def _in_phrase(word: Token) -> bool:
    return word.is_word and word.lower not in _ENDS_PHRASE


def _heads(sentence: list[Token], head: Mention, answering: bool) -> Iterator[tuple[Mention, bool]]:
    """Whom a sentence is about: who was asked, who spoke, who is its subject, in that order.

    With each goes whether a surname alone may be taken for a person.
    """
    verbs = [n for n, word in enumerate(sentence) if word.lower in SPEECH_VERBS and n]
    asked = [verb for verb in verbs if answering and sentence[verb].lower == "asked"]
    for verb in reversed(asked):
        yield after_inverted(sentence, verb), True
    for verb in verbs:
        if sentence[verb - 1].lower not in FORMS_OF_BE:
            yield before_verb(sentence, verb), True
    yield head, False


def _full_names(text: Words) -> dict[str, str]:
    """Last word of each personal name in a text to the first full form of it."""
    names: dict[str, str] = {}
    for run in {m.group(): m for m in _NAME_RUN.finditer(text.text)}.values():
        full = person(text.within(*run.span()))
        if " " in full:
            names.setdefault(full.rpartition(" ")[2], full)
    return names
