# ruff: noqa: E501  (one list a line)
"""Clauses of a sentence, and which verb of it a day belongs to."""

from __future__ import annotations

import re
from typing import NamedTuple

from winset.reading.happening.happenings import Happening, happenings
from winset.reading.suggestions import DateSuggestion
from winset.reading.text.phrases import Sentence
from winset.reading.text.tense import PAST_FORM
from winset.reading.text.words import by_letter

_LEADING = (
    "that which who whom whose when while after before although though because since where "
    "whether unless if as"
)
_LEADS = rf"(?:{by_letter([*_LEADING.split(), 'ahead of', 'prior to'])})\b(?! (?:early|soon|well|late|of)\b)"
_BREAK = re.compile(
    rf"[;:(),\s](?:(?<=[;:()])|(?<=\s)[-–—]{{1,2}}\s|(?<=,) {_LEADS}|(?<= ){_LEADS}"
    r"|(?<=,) (?=(?:but|and|or|with|saying|adding|calling|warning|telling|according|followed|following|despite|amid|including)\b)|(?<=[a-z] )(?:(?:but|despite|amid) |and (?=(?:at|in|on|then|later)\b)))"
)
_PRESENT = (
    "is are has have will would can could may might must should shall does says set meets holds "
    "opens begins starts ends visits travels"
)
_VERB = re.compile(rf"(?=[a-z])\b(?:{by_letter(_PRESENT.split())}|{PAST_FORM})\b")
_NEAR_NOUN, _NEAR_SPEECH, _NEAR_SUBJECT = 40, 32, 24
_NEAR_PHRASE, _NEAR_AUXILIARY = 120, 14
"""Characters between a day and the noun, verb of speech or subject that it stands with."""
_AUXILIARY = re.compile(r"is|are|was|were|has|have|had|will|would|can|could|may|might")
_SUBORDINATE = re.compile(
    r"(?:As|When|While|After|Before|Although|Though|Since|Because|Once)\b[^,]*,"
)
_BETWEEN = re.compile(
    r" (?:between|of|with|in|at|by|on)\b.* (?:in|on|at|by|early|late)(?: early| late)? $|.{0,40}$",
    re.DOTALL,
)
_FRONT = re.compile(
    r"\W*(?:(?:meanwhile|earlier|later|also|then|and|but|so|yet|however|early|late|only|just|back|on|in|by|at|since|around|about|during|as|of|from|until|afterwards?|finally|again),? )*$",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"\bto (?!(?:the|a|an|his|her|its|their|reporters)\b)[a-z]+ |\bof\b")


_COUNTED_YEARS = ("relative", "ago", "inyear", "endof")
"""Rules for days that tell which of several is meant, and seldom when: `this year's summit`."""


class Dated(NamedTuple):
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
    if not words:
        return []
    breaks = [m.span() for m in _BREAK.finditer(text, sentence.start, sentence.end)]
    found: dict[int, Dated] = {}
    for day in days:
        start, end = _clause(day, sentence, breaks)
        word = _owner(text, day, (start, end), words)
        if word is not None:
            known = found.get(word.start)
            if known is None or _is_finer(day, known.day):
                found[word.start] = Dated(word, day, start, end)
    return [found[start] for start in sorted(found)]


def _clause(
    day: DateSuggestion, sentence: Sentence, breaks: list[tuple[int, int]]
) -> tuple[int, int]:
    """The clause around a day, whose own words (`two months prior to that`) break none."""
    starts = [end for _, end in breaks if end <= day.start]
    ends = [start for start, _ in breaks if start >= day.end]
    return max(starts, default=sentence.start), min(ends, default=sentence.end)


def _owner(
    text: str, day: DateSuggestion, clause: tuple[int, int], words: list[Happening]
) -> Happening | None:
    """The word for an event a day belongs to: the verb before it, or else the verb after it."""
    start, end = clause
    before = [word for word in words if start < word.end <= day.start]
    after = [word for word in words if day.end <= word.start and word.end <= end]
    if not before and not after:
        return None
    verb = _last_verb(text, start, day.start, before)
    noun = before[-1] if before and before[-1].is_noun else None
    told = next((w for w in before if verb is not None and w.start <= verb < w.end), None)
    if told and told.kind == "incident":
        return told
    if noun and (verb is None or verb < noun.start) and _is_beside(text, noun.end, day):
        return noun
    if verb is not None:
        return told if told and not told.is_noun and _reaches(text, told, day) else None
    return _after(text, day, clause, after) if after else None


def _after(
    text: str, day: DateSuggestion, clause: tuple[int, int], after: list[Happening]
) -> Happening | None:
    """The first verb after a day that opens its clause or stands by the verb; a noun beside it."""
    start, end = clause
    first = _VERB.search(text, day.end, end)
    noun = after[0] if after[0].is_noun else None
    if noun and (first is None or noun.start < first.start()) and _leads_to(text, day, noun):
        return noun
    if first is None:
        return None
    opens = _opens(text, start, day)
    beside = first.start() - day.end <= _NEAR_SUBJECT and "," not in text[day.end : first.start()]
    if not opens and not beside:
        return None
    return _told_by(first, after)


def _opens(text: str, start: int, day: DateSuggestion) -> bool:
    """Whether a day stands at the front of its clause: `On Friday he …`, `At sea on Friday, he …`."""
    comma = text.rfind(",", start, day.start)
    if _FRONT.fullmatch(text, comma + 1 if comma >= 0 else start, day.start):
        return True
    return comma < 0 and text[day.end : day.end + 1] == ","


def _leads_to(text: str, day: DateSuggestion, noun: Happening) -> bool:
    """Whether a day stands before a noun and tells which is meant: `the 1956 declaration`."""
    near = noun.start - day.end <= _NEAR_NOUN and "," not in text[day.end : noun.start]
    return near and day.rule not in _COUNTED_YEARS


def _told_by(verb: re.Match[str], words: list[Happening]) -> Happening | None:
    """The word for an event that a verb is or, as `had` and `was` do, leads to."""
    reach = _NEAR_AUXILIARY if _AUXILIARY.fullmatch(verb.group()) else 0
    near = (w for w in words if not w.is_noun and w.end > verb.start())
    return next((w for w in near if w.start <= verb.start() or w.start - verb.end() < reach), None)


def main_happening(text: str, sentence: Sentence) -> Happening | None:
    """The word for an event that is the first verb of a sentence's main clause."""
    aside = _SUBORDINATE.match(text, sentence.start, sentence.end)
    start = aside.end() if aside else sentence.start
    words = [w for w in happenings(text, start, sentence.end) if not w.is_noun]
    if not words:
        return None
    first = _VERB.search(text, start, sentence.end)
    if first is None or words[0].start < first.start():
        return words[0]
    return _told_by(first, words)


def _is_beside(text: str, end: int, day: DateSuggestion) -> bool:
    """Whether a day after a noun ends its phrase: `the talks between the two in Oslo in May`."""
    between = text[end : day.start]
    if len(between) > _NEAR_PHRASE or "," in between or day.rule in _COUNTED_YEARS:
        return False
    return _BETWEEN.fullmatch(between) is not None


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
