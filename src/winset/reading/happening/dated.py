"""Which words for events of a sentence belong to the days it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from winset.reading.happening.clauses import (
    VERB,
    Span,
    breaks_of,
    clause_around,
    first_verb,
    is_front,
    is_past,
    last_verb,
    opens,
    told_by,
)
from winset.reading.happening.happenings import Happening, happenings
from winset.reading.happening.nearness import (
    is_beside,
    is_named_by,
    reaches,
    tells_deadline,
    tells_which,
)
from winset.reading.happening.phases import is_object, with_phases
from winset.reading.suggestions import DateSuggestion
from winset.reading.text.phrases import Sentence

_NEAR_SUBJECT = 24
"""Characters between a day and the verb after it."""
_DONE = ("statement", "agreement", "proposal", "law", "visit")
"""Kinds of verbs that own the day rather than their object: `he offered a pact on Monday`."""
_OCCASIONS = ("meeting", "visit")
"""Kinds of nouns that something else is done at: `he offered a pact at talks on Monday`."""
_NAMED, _TELLING = ("noun", "name"), ("verb", "noun")
_TO_THE_DAY = 2
"""Hyphens in the EDTF of a day."""
_SAID_AT = re.compile(
    r"[^,;]{0,40} (?:(?:in|at|during|on) (?:a|an|the|his|her|their|its)\b|during (?:[\w-]+ ){0,2}$)"
)
_AT = re.compile(r"[^,;]{0,60} (?:in|at|during|after|following) (?:[\w’'-]+ ){0,4}$")
_OPENS_AT = re.compile(
    r"\W*(?:(?:but|and|meanwhile|also|earlier|later|then),? )?"
    r"(?:at|in|during|after|following) (?:[\w’'-]+ ){0,6}",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"(?: (?:between|with|of|in|at)\b[^,;]{1,120})?,")
"""After the day of an occasion that opens a sentence: ` between the two,`."""
_THERE = re.compile(r" (?:in|at|during|after|following) (?:(?:the|a|an|his|her|its|their) )?")
_ASIDE = re.compile(
    r",? ?(?:after|despite|amid|with|following|in|at|during|as part of|ahead of|before)\b"
    r"[^,]{0,120},"
)
_ENTRY = re.compile(r" ?[:–—] | - ")
"""After a day that a chronicle gives first: `5 May 2014: the two meet`."""
_SAME_TIME = re.compile(
    r"(?: (?:morning|afternoon|evening|night))?,? (?:when|as)\b(?! (?:early|soon|well|late|of)\b)"
)
_STARTING = re.compile(
    r" (?:on|in|(?:beginning|starting|scheduled for|set for|due|planned for)(?: on| in)?) "
)
_AND_THEN = re.compile(
    r"[^;:()]{0,160}[ ,]and (?:(?:also|then|later|both|jointly|formally|again|finally) )?"
)
_AND_ON = re.compile(r",? (?:and|or|then)(?: on| in)? ")
_ENDS = re.compile(r"[.,;)]|$| (?:in|at|to)\b")
_AGREED_TO = re.compile(r"agreed to ", re.IGNORECASE)
"""What was done on one day, and may be to be done on another: `agreed on Monday to meet in May`."""
_SHORTLY = re.compile(
    r",? (?:shortly|hours|minutes|soon|just|moments|immediately) (?:before|after|ahead of) "
)


class Dated(NamedTuple):
    """A word for an event with the day it is said to be of."""

    happening: Happening
    day: DateSuggestion
    start: int
    end: int
    """The clause both stand in."""


class _Read(NamedTuple):
    """A sentence with its words for events and the places where its clauses part."""

    text: str
    sentence: Sentence
    words: list[Happening]
    breaks: list[Span]

    def after(self, place: int) -> list[Happening]:
        """The words for events from a place on."""
        return [word for word in self.words if word.start >= place]


def dated_happenings(text: str, sentence: Sentence, days: list[DateSuggestion]) -> list[Dated]:
    """The words for events in a sentence whose day it gives, in their order."""
    words = list(happenings(text, sentence.start, sentence.end))
    if not words:
        return []
    read = _Read(text, sentence, with_phases(text, words), breaks_of(text, sentence))
    found: dict[tuple[int, int], Dated] = {}
    before: Dated | None = None
    for day in days:
        if before and _is_another(text, before, day):
            before = before._replace(day=day)
            found[before.happening.start, day.start] = before
            continue
        before = _told_on(read, day)
        if before is not None:
            agreed = _AGREED_TO.match(before.happening.text) is not None
            key = before.happening.start, agreed and day.start > before.happening.start
            known = found.get(key)
            if known is None or _is_finer(day, known.day):
                found[key] = before
    for one in [other for told in found.values() for other in _besides(read, told)]:
        found.setdefault((one.happening.start, 0), one)
    return [found[key] for key in sorted(found)]


def _is_another(text: str, told: Dated, day: DateSuggestion) -> bool:
    """Whether a day is joined to the one before it: `met on 5 May and on 9 June`."""
    if told.happening.end > day.start or not _AND_ON.fullmatch(text, told.day.end, day.start):
        return False
    span = text.endswith(("between ", "from "), 0, told.day.start)
    return not span and _ENDS.match(text, day.end) is not None


def main_happenings(text: str, sentence: Sentence, start: int) -> Iterator[Happening]:
    """The words for events that are the first verb after a place in a sentence and the next."""
    words = [w for w in happenings(text, start, sentence.end) if w.is_verb and w.kind != "phase"]
    if not words:
        return
    first = first_verb(text, start, sentence.end)
    word = words[0] if first is None or words[0].start < first.start() else told_by(first, words)
    if word is None:
        return
    yield word
    after = words.index(word) + 1
    if after < len(words) and _joined(text, word, word.end, words[after]):
        yield words[after]


def _told_on(read: _Read, day: DateSuggestion) -> Dated | None:
    """The event that a sentence tells of one of its days."""
    if tells_deadline(read.text, day):
        return None
    start, end = clause_around(read.text, day, read.sentence, read.breaks)
    word = _named_by(read, day) or _owner(read, day, (start, end))
    if word is None:
        word, start, end = _led_to(read, day, (start, end))
    return Dated(word, day, start, end) if word else None


def _besides(read: _Read, told: Dated) -> Iterator[Dated]:
    """What else was done that day: on which occasion, at it, or next."""
    word, day, start, end = told
    if day.edtf.count("-") >= _TO_THE_DAY:
        for other in (_occasion(read, day, word), _done_there(read, day, word), _next(read, told)):
            if other is not None:
                yield Dated(other, day, start, max(end, other.end))
    if word.form != "verb" and word.start >= day.end:
        agreed = _agreed_there(read, day, word)
        if agreed is not None:
            yield Dated(agreed, day, min(start, agreed.start), end)


def _named_by(read: _Read, day: DateSuggestion) -> Happening | None:
    """The noun a day stands before as its name: `Monday's talks`, `the 1956 declaration`."""
    noun = next((word for word in read.words if word.start >= day.end), None)
    if noun is None or (noun.form not in _NAMED and (noun.kind, noun.form) != ("poll", "topic")):
        return None
    return noun if is_named_by(read.text, day, noun) else None


def _owner(read: _Read, day: DateSuggestion, clause: Span) -> Happening | None:
    """The word for an event a day belongs to: the verb before it, or else the verb after it."""
    text, (start, end) = read.text, clause
    before = [
        w
        for w in read.words
        if start < w.end <= day.start and (w.form in _TELLING or _is_set_for(text, w, day))
    ]
    after = [w for w in read.words if day.end <= w.start < end and w.form in _TELLING]
    if (not before and not after) or tells_which(text, day):
        return None
    verb = last_verb(text, start, day.start, before)
    noun = before[-1] if before and not before[-1].is_verb else None
    told = next((w for w in before if verb is not None and w.start <= verb < w.end), None)
    if told and told.kind == "incident":
        return told
    if noun and (verb is None or verb < noun.start) and is_beside(text, noun.end, day):
        return _of_verb_or_noun(text, day, told, noun)
    if verb is not None:
        if told is None:
            return _beside_verb(text, verb, day, after)
        return told if told.is_verb and reaches(text, told, day) else None
    return _after(read, day, clause, after) if after else None


def _beside_verb(
    text: str, verb: int, day: DateSuggestion, after: list[Happening]
) -> Happening | None:
    """The verb right after a day, whose clause no other is of: `When he left, they Monday met`."""
    if not after or not after[0].is_verb or after[0].start != day.end + 1:
        return None
    return after[0] if "," in text[verb : day.start] else None


def _is_set_for(text: str, word: Happening, day: DateSuggestion) -> bool:
    """Whether a noun tells of an event, as `strike` does only with `beginning on Monday`."""
    if word.kind not in ("poll", "incident") or (word.form, word.kind) == ("topic", "incident"):
        return False
    return _STARTING.fullmatch(text, word.end, day.start) is not None


def _of_verb_or_noun(
    text: str, day: DateSuggestion, told: Happening | None, noun: Happening
) -> Happening | None:
    """Whether a day after a verb and a noun is of what was done or of what the noun names."""
    if told and told.kind in _DONE:
        if is_object(text, told, noun):
            other = noun if noun.kind in _OCCASIONS else None
            return told if reaches(text, told, day) else other
        if _SAID_AT.match(text, told.end, noun.start):
            return told
    return noun


def _occasion(read: _Read, day: DateSuggestion, word: Happening) -> Happening | None:
    """The occasion something was done on that day: `offered a pact at talks in Tarn on Monday`."""
    if not word.is_verb or word.kind in _OCCASIONS or word.end > day.start:
        return None
    nouns = (w for w in read.words if word.end < w.start < w.end <= day.start)
    noun = next((w for w in nouns if w.form == "noun" and w.kind in _OCCASIONS), None)
    if noun is None or not _AT.fullmatch(read.text, word.end, noun.start):
        return None
    return noun if is_beside(read.text, noun.end, day) else None


def _done_there(read: _Read, day: DateSuggestion, word: Happening) -> Happening | None:
    """What was done on an occasion told first: `At talks in Oslo on Monday, he offered …`."""
    text, start = read.text, read.sentence.start
    held = word.is_verb and any(w.end + 1 == word.start and w.kind == word.kind for w in read.words)
    if (word.is_verb and not held) or not _OPENS_AT.fullmatch(text, start, word.start):
        return None
    closed = _CLOSED.match(text, day.end, read.sentence.end)
    first = first_verb(text, closed.end(), read.sentence.end) if closed else None
    return told_by(first, read.after(day.end)) if first else None


def _agreed_there(read: _Read, day: DateSuggestion, word: Happening) -> Happening | None:
    """What was done on an occasion that its day names: `the swap agreed at Monday's talks`."""
    if word.kind not in _OCCASIONS:
        return None
    verbs = (w for w in read.words if w.is_verb and w.kind in _DONE and w.end <= day.start)
    verb = max(verbs, default=None)
    return verb if verb and _THERE.fullmatch(read.text, verb.end, day.start) else None


def _joined(text: str, word: Happening, place: int, verb: Happening) -> bool:
    """Whether a verb goes on from a word and a place after it: `met on Monday and signed`."""
    if word.kind == "statement" or _AND_THEN.fullmatch(text, place, verb.start) is None:
        return False
    return VERB.search(text, place, verb.start) is None and is_past(text, verb)


def _next(read: _Read, told: Dated) -> Happening | None:
    """What was done next: `met on Monday and signed a pact`, `shortly before they began talks`."""
    word, place = told.happening, max(told.happening.end, told.day.end)
    if not word.is_verb:
        return None
    verb = next((w for w in read.after(place) if w.is_verb), None)
    if verb is None:
        return None
    soon = _SHORTLY.match(read.text, place, verb.start)
    if soon:
        first = first_verb(read.text, soon.end(), read.sentence.end)
        return verb if first and verb.start <= first.start() < verb.end else None
    return verb if _joined(read.text, word, place, verb) else None


def _led_to(read: _Read, day: DateSuggestion, clause: Span) -> tuple[Happening | None, int, int]:
    """The first verb of what a day leads to: `on Monday, when …`, `5 May: …`; with its clause."""
    text, sentence, (start, end) = read.text, read.sentence, clause
    if is_front(text, sentence.start, day.start):
        entry = _ENTRY.match(text, day.end, sentence.end)
        if entry:
            verbs = (word for word in read.after(entry.end()) if word.is_verb)
            return next(verbs, None), entry.end(), sentence.end
    led = _SAME_TIME.match(text, day.end, sentence.end)
    if led and led.group().endswith("as") and day.edtf.count("-") < _TO_THE_DAY:
        led = None
    if led is None and opens(text, sentence.start, day) and not VERB.search(text, start, end):
        led = _ASIDE.match(text, end, sentence.end)
    if led is None:
        return None, start, end
    end = min((at for at, _ in read.breaks if at > led.end()), default=sentence.end)
    first = first_verb(text, led.end(), end)
    after = [word for word in read.after(led.end()) if word.end <= end]
    return (told_by(first, after) if first else None), led.end(), end


def _after(
    read: _Read, day: DateSuggestion, clause: Span, after: list[Happening]
) -> Happening | None:
    """The first verb after a day that opens its clause or stands by the verb; a noun beside it."""
    text, (start, end) = read.text, clause
    first = first_verb(text, day.end, end)
    noun = None if after[0].is_verb else after[0]
    sooner = noun is not None and (first is None or noun.start < first.start())
    if noun and sooner and is_named_by(text, day, noun, determined=False):
        return noun
    if first is None:
        return None
    near = first.start() - day.end <= _NEAR_SUBJECT or day.rule == "ago"
    beside = near and "," not in text[day.end : first.start()]
    return told_by(first, after) if opens(text, start, day) or beside else None


def _is_finer(day: DateSuggestion, known: DateSuggestion) -> bool:
    return day.edtf.count("-") > known.edtf.count("-")
