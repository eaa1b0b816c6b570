"""Whether a day stands so that it tells when a noun beside it, or a verb before it, happened."""

from __future__ import annotations

import re

from winset.reading.happening.clauses import VERB
from winset.reading.happening.happenings import Happening
from winset.reading.suggestions import DateSuggestion
from winset.reading.text.patterns import any_of

_NEAR_NOUN, _NEAR_SPEECH, _NEAR_PHRASE, _FAR_SPEECH = 40, 32, 120, 110
"""Characters between a day and the noun or verb of speech that it stands with."""
_COUNTED_YEARS = ("relative", "ago", "inyear", "endof")
"""Rules for days that tell which of several is meant, and seldom when: `this year's summit`."""
_TO_THE_DAY = 2
"""Hyphens in the EDTF of a day."""

_PREPOSITIONS = any_of("between of with in at by on over for from among about against under into")
_TO_DAY = r"(?:(?:in|on|at|by|since|beginning|starting)(?: (?:early|late|on|in))?|early|late)"
_BETWEEN = re.compile(
    rf" (?:(?!and\b|but\b|to\b)[\w’'-]+ ){{0,3}}(?:{_PREPOSITIONS})\b.* {_TO_DAY} $|.{{0,40}}$",
    re.DOTALL,
)
"""What may stand between a noun and its day: `between the two in Oslo in `."""
_BARE_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow")
_TO_BARE_DAY = re.compile(rf" (?:{_PREPOSITIONS})\b.* $", re.DOTALL)
"""What may stand between a noun and a day that no `on` leads to: `in Oslo `."""

_NO_NAME = any_of(
    "to of in on at and or that the a an his her their its with for as by after before from but"
    " said"
)
_NAMES = re.compile(rf"(?:['’]s?)?(?: \([^()]{{1,16}}\))?(?: (?!(?:{_NO_NAME})\b)[\w'’-]+){{0,4}} ")
"""Between a day and the noun it names."""
_DETERMINED = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|her|this|that|our|both|first|original)|['’]s?)\s"
    r"(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
_NO_THING = any_of(
    "in on at by and or to for with as when after that is was were had has of but who"
)
_WHICH = re.compile(
    rf"\b(?:the|a|an|his|her|its|their) (?:\d{{4}}|(?-i:[A-Z])[a-z]+) (?!(?:{_NO_THING})\b)[a-z]"
)
_DEADLINE = re.compile(r"(?:['’]s)? (?:[\w-]+ )?(?:deadline|target|cut-?off|anniversary)\b")

_INFINITIVE = re.compile(
    r"\bto (?!(?:the|a|an|his|her|its|their)\b|[a-z]+(?:[^aisu]s|men) (?:on|late|early)\b)[a-z]+ "
    r"|\bof\b"
)
_TO_WHOM = (
    r"reporters|journalists|lawmakers|parliament"
    r"|(?:(?:the|a|an|his|its|senior|top|local) )?(?:[\w-]+ ){0,2}[\w-]+"
    r"|[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}"
)
_WHERE = (
    r"(?:in|at|during|via|through|on|after|following|from|before|to|with|for|by)\b"
    r"(?! [A-Z]?[a-z]+ing\b)(?:(?! to\b| (?:the )?(?:next|coming)\b)[^,;]){0,90}"
)
_OCCASION = re.compile(
    rf"(?: (?:{_TO_WHOM}))?(?: {_WHERE})?"
    r"(?: (?:on|late|early|later|late on|early on|later on|earlier|last))? "
)
"""What may stand between a verb of speech and its day: to whom and on what occasion."""
_JUDGING = any_of(
    "rejected rejects denied condemned condemns welcomed dismissed denounced criticised criticized"
    " praised hailed slammed endorsed backed_the backed_a opposed turned_down announced confirmed"
)
_JUDGED = re.compile(rf"(?:{_JUDGING})(?: (?!that\b|it\b)[\w’'-]+){{1,12}} (?:on |late |early )*")
"""A verb of speech with what it is about, up to its day: `rejected the offer of the union on `."""
_LATER = re.compile(r"[^,;]*\b(?:later|earlier)(?: on)? $")


def is_named_by(
    text: str, day: DateSuggestion, noun: Happening, *, determined: bool = True
) -> bool:
    """Whether a day before a noun tells which is meant: `Monday's talks`, `the 1956 accord`."""
    if noun.start - day.end > _NEAR_NOUN or "," in text[day.end : noun.start]:
        return False
    owns = "-" in day.edtf and text[day.end : day.end + 2] in ("’s", "'s")
    if day.rule in _COUNTED_YEARS and not owns:
        return False
    if not determined:
        return True
    between = _NAMES.fullmatch(text, day.end, noun.start)
    if between is None:
        return False
    if between.group().startswith(("’", "'")):
        return True
    if any(VERB.fullmatch(word) for word in between.group().split()):
        return False
    return _DETERMINED.search(text, max(day.start - 40, 0), day.start) is not None


def tells_which(text: str, day: DateSuggestion) -> bool:
    """Whether a day only tells which thing is meant: `Monday's gale`, `her 2016 herring race`."""
    if text[day.end : day.end + 2] in ("’s", "'s"):
        return True
    coarse = day.edtf.count("-") < _TO_THE_DAY
    return coarse and _WHICH.search(text, max(day.start - 8, 0), day.end + 16) is not None


def tells_deadline(text: str, day: DateSuggestion) -> bool:
    """Whether a day is one that something is due by: `the 2 May deadline`."""
    return _DEADLINE.match(text, day.end) is not None


def is_beside(text: str, end: int, day: DateSuggestion) -> bool:
    """Whether a day after a noun ends its phrase: `the talks between the two in Oslo in May`."""
    between = text[end : day.start]
    if len(between) > _NEAR_PHRASE or "," in between:
        return False
    if day.rule in _COUNTED_YEARS and "-" not in day.edtf:
        return False
    if _BETWEEN.fullmatch(between):
        return True
    return _BARE_DAY.match(day.text) is not None and _TO_BARE_DAY.fullmatch(between) is not None


def reaches(text: str, word: Happening, day: DateSuggestion) -> bool:
    """Whether a day after a verb tells its day: for a verb of speech, right after it."""
    if word.kind != "statement":
        return True
    between = text[word.end : day.start]
    if len(between) <= _NEAR_SPEECH:
        return _INFINITIVE.search(between) is None
    if len(between) > _FAR_SPEECH:
        return False
    if _OCCASION.fullmatch(between) or _LATER.fullmatch(between):
        return True
    exact = day.edtf.count("-") >= _TO_THE_DAY and _INFINITIVE.search(between) is None
    return exact and _JUDGED.fullmatch(text, word.start, day.start) is not None
