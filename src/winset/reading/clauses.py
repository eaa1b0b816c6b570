# ruff: noqa: E501  (one list a line)
"""Clauses of a sentence, and which verb of it a day belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from winset.reading.happenings import Happening, happenings
from winset.reading.phrases import Sentence
from winset.reading.suggestions import DateSuggestion

_BREAK = re.compile(
    r"[;:()]|\s[-–—]{1,2}\s|,? (?:that|which|who|whom|whose|when|while|after|before|although|though|because|since|where|whether|unless|if|as|ahead of|prior to)\b(?! (?:early|soon|well|late|of)\b)"
    r"|, (?=(?:but|and|or|with|saying|adding|calling|warning|telling|according|followed|following|despite|amid|including|in (?:a|an|the) )\b)|(?<=[a-z]) (?:(?:but|despite|amid) |and (?=(?:at|in|on|then|later)\b))"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|does|did|says|said|told|met|held|began|took|went|came|spoke|wrote|gave|left|made|saw|won|lost|fell|rose|broke|sent|got|led|built"
    r"|sought|struck|flew|withdrew|shot|quit|put|set|brought|kept|froze|fled|sank|paid|drew|bore|caught|chose|dealt|fought|forgot|heard|hit|knew|laid|lay|let|lit|meant|ran|rode|rang|sat|sold|shook|shut|slept|spent|split|stood|stuck|swore|taught|thought|threw|tore|understood|woke|meets|holds|opens|begins|starts|ends|visits|travels|(?!united|hundred|so-called|limited|[a-z]*[cfnsp]eed\b)[a-z]{2,}ed)\b"
)
_NEAR_NOUN, _NEAR_SPEECH, _NEAR_SUBJECT = 40, 32, 24
"""Characters between a day and the noun, verb of speech or subject that it stands with."""
_FRONT = re.compile(r"\W*(?:\w+,? ){0,2}(?:on |in |by |at |late |early |around )?$", re.IGNORECASE)
_INFINITIVE = re.compile(r"\bto (?!(?:the|a|an|his|her|its|their|reporters)\b)[a-z]+ |\bof\b")


_COUNTED_YEARS = ("relative", "ago", "inyear", "endof")
"""Rules for days that tell which of several is meant, and seldom when: `this year's summit`."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A word for an event with the day it is said to be of."""

    happening: Happening
    day: DateSuggestion
    start: int
    end: int
    """The clause both stand in."""


def dated_happenings(
    text: str, sentence: Sentence, days: tuple[DateSuggestion, ...]
) -> list[Dated]:
    """The words for events in a sentence whose day it gives, each once, in their order."""
    words = list(happenings(text, sentence.start, sentence.end))
    breaks = [m.span() for m in _BREAK.finditer(text, sentence.start, sentence.end)]
    found: dict[int, Dated] = {}
    for day in days:
        start, end = _clause(day.start, sentence, breaks)
        word = _owner(text, day, (start, end), words)
        if word is not None:
            known = found.get(word.start)
            if known is None or _is_finer(day, known.day):
                found[word.start] = Dated(word, day, start, end)
    return [found[start] for start in sorted(found)]


def _clause(place: int, sentence: Sentence, breaks: list[tuple[int, int]]) -> tuple[int, int]:
    number = bisect_left(breaks, (place, place))
    start = breaks[number - 1][1] if number else sentence.start
    return start, breaks[number][0] if number < len(breaks) else sentence.end


def _owner(
    text: str, day: DateSuggestion, clause: tuple[int, int], words: list[Happening]
) -> Happening | None:
    """The word for an event a day belongs to: the verb before it, or else the verb after it."""
    start = clause[0]
    before = [word for word in words if start <= word.start and word.end <= day.start]
    verb = _last_verb(text, start, day.start, before)
    noun = before[-1] if before and before[-1].is_noun else None
    told = next((w for w in before if verb is not None and w.start <= verb < w.end), None)
    if told and told.kind == "incident":
        return told
    if noun and (verb is None or verb < noun.start) and _is_beside(text, noun.end, day):
        return noun
    if verb is not None:
        return told if told and not told.is_noun and _reaches(text, told, day) else None
    return _after(text, day, clause, words)


def _after(
    text: str, day: DateSuggestion, clause: tuple[int, int], words: list[Happening]
) -> Happening | None:
    """The first verb after a day that opens its clause or stands by the verb; a noun beside it."""
    start, end = clause
    first = _VERB.search(text, day.end, end)
    after = [word for word in words if day.end <= word.start and word.end <= end]
    if after and after[0].is_noun and (first is None or after[0].start < first.start()):
        near = (
            after[0].start - day.end <= _NEAR_NOUN // 2
            and "," not in text[day.end : after[0].start]
        )
        return after[0] if near and day.rule not in _COUNTED_YEARS else None
    if first is None:
        return None
    opens = _FRONT.match(text, start, day.start) is not None or text[day.end : day.end + 1] == ","
    if not opens and first.start() - day.end > _NEAR_SUBJECT:
        return None
    return next((w for w in after if not w.is_noun and w.start <= first.start() < w.end), None)


def main_happening(text: str, sentence: Sentence) -> Happening | None:
    """The word for an event that is the first verb of a sentence."""
    first = _VERB.search(text, sentence.start, sentence.end)
    if first is None:
        return None
    words = happenings(text, sentence.start, sentence.end)
    return next((w for w in words if not w.is_noun and w.start <= first.start() < w.end), None)


def _is_beside(text: str, end: int, day: DateSuggestion) -> bool:
    """Whether only a few words that join stand between a noun and a day after it."""
    near = day.start - end <= _NEAR_NOUN and "," not in text[end : day.start]
    return near and day.rule not in _COUNTED_YEARS


def _reaches(text: str, word: Happening, day: DateSuggestion) -> bool:
    """Whether a day after a verb tells its day: for a verb of speech, right after it."""
    if word.kind != "statement":
        return True
    between = text[word.end : day.start]
    return len(between) <= _NEAR_SPEECH and _INFINITIVE.search(between) is None


def _last_verb(text: str, start: int, end: int, words: list[Happening]) -> int | None:
    """Where the last verb of text[start:end] begins, words for events being verbs too."""
    found = [word.start for word in words if not word.is_noun]
    found += [verb.start() for verb in _VERB.finditer(text, start, end)]
    return max(found, default=None)


def _is_finer(day: DateSuggestion, known: DateSuggestion) -> bool:
    return day.edtf.count("-") > known.edtf.count("-")
