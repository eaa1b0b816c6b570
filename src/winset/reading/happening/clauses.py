"""Where the clauses of a sentence begin and end, and which of its words are verbs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from winset.reading.happening.happenings import Happening
from winset.reading.suggestions import DateSuggestion
from winset.reading.text.patterns import any_of, in_one_line
from winset.reading.text.phrases import Sentence
from winset.reading.text.tense import PAST_FORM
from winset.reading.text.words import by_letter

Span = tuple[int, int]
_LEADING = """
    that which who whom whose when while after before although though because where whether unless
    if
"""
_DAYS = any_of(
    r"\d Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec last next"
)
_ROLES = any_of(
    "president chair chairman chairwoman chairperson leader head chief minister premier chancellor"
    " envoy mediator ambassador negotiator director speaker governor mayor spokesman spokeswoman"
    " secretary commander member observer candidate judge host guest guarantor formateur part"
    " capital prime_minister foreign_minister"
)
_ROLE = rf"(?:(?:a|an|the|its|his|her|their) )?(?:{_ROLES})\b(?! [A-Z])"
"""After `as`, what somebody is, and no clause: `resigned as mayor on Monday`."""
_NO_LEADS = rf"as(?! (?:{_DAYS}|{_ROLE}))", rf"since(?! (?:(?:early|late|mid) )?(?:{_DAYS}))"
_LEADS = (
    rf"(?:{by_letter([*_LEADING.split(), 'ahead of', 'prior to', *_NO_LEADS])})\b"
    r"(?! (?:early|soon|well|late|of)\b)"
)
_AFTER_COMMA = any_of(
    "but and or with saying adding calling warning telling according followed following despite"
    " amid including"
)
_BREAK = re.compile(
    in_one_line(
        rf"""
        [;:(),\s](?:(?<=[;:()])(?!(?<=\d:)\d)|(?<=\s)[-–—]{{1,2}}\s|(?<=,) {_LEADS}|(?<= ){_LEADS}|
        (?<=,) (?=(?:{_AFTER_COMMA})\b)|
        (?<=[a-z] )(?:(?:but|despite|amid) |and (?=(?:at|in|on|then|later)\b)))
        """
    )
)
_PRESENT = """
    is are has have will would can could may might must should shall does says set meets holds
    opens begins starts ends visits travels
"""
VERB = re.compile(rf"(?=[a-z])\b(?<!-)(?:{by_letter(_PRESENT.split())}|{PAST_FORM})\b")
AUXILIARY = re.compile(any_of("is are was were has have had will would can could may might"))
_PAST = re.compile(rf"\b(?:{PAST_FORM})\b")
_AHEAD = re.compile(r"(?:will|would|shall|could|may|might|plans?)\b|(?:[a-z]+ )?to [a-z]", re.I)
_MODAL = re.compile(
    r"\b(?:will|would|shall|could|may|might|can|must|should|to|is|are)"
    r"(?: \w+)?(?: be| have been)? $"
)
_NEAR_AUXILIARY, _FAR_SUBJECT = 14, 200
_FRONT_WORDS = any_of(
    "meanwhile earlier later also then and but so yet however early late only just back on in by at"
    " since around about during as of from until afterwards? finally again"
)
_FRONT = re.compile(rf"\W*(?:(?:{_FRONT_WORDS}),? )*$", re.IGNORECASE)
_ADVERBIAL = re.compile(
    in_one_line(
        rf"""
        \W*(?:(?:meanwhile|earlier|later|also|then|and|but|so|yet|however),? )*
        (?:{any_of(
            "at in on during after before following by late early over under with speaking"
            " addressing talking writing testifying appearing asked visiting from since as for"
            " through throughout"
        )})\b
        """
    ),
    re.IGNORECASE,
)  # fmt: skip
_WHAT = re.compile(r"\bwhat (?:it|he|she|they|[Tt]he \w+) $")
"""Before the verb of a clause that stands for a thing: `offered what it called a plan`."""
_SHOWN = re.compile(any_of("posted published released issued broadcast aired carried"))
_REDUCED = re.compile(rf" (?:{PAST_FORM}) (?:as|by|at|in|to|under|with|for|between|among)\b")
"""After a noun, a form that only describes it: `talks billed as the last are set for Monday`."""
_BE = re.compile(r"\b(?:be|been|being|was|were|is|are|has|had|have)(?: \w+)? $")
_ASIDE = re.compile(r",[^,;]*,|\([^()]*\)")
"""An aside between commas or brackets."""


def breaks_of(text: str, sentence: Sentence) -> list[Span]:
    """Where one clause of a sentence ends and another begins."""
    return [found.span() for found in _BREAK.finditer(text, sentence.start, sentence.end)]


def clause_around(text: str, day: DateSuggestion, sentence: Sentence, breaks: list[Span]) -> Span:
    """The clause around a day, whose own words (`two months prior to that`) break none."""
    opened = text.rfind("(", sentence.start, day.start)
    inside = opened >= 0 and text.find(")", opened, day.start) < 0
    start, end = sentence.start, sentence.end
    for first, last in breaks:
        if inside or text[first] not in "()":
            if last <= day.start:
                start = last
            elif first >= day.end:
                return start, first
    return start, end


def first_verb(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first verb of text[start:end]."""
    return VERB.search(text, start, end)


def last_verb(text: str, start: int, end: int, words: Iterable[Happening]) -> int | None:
    """Where the last verb of text[start:end] begins, words for events being verbs too."""
    found = [
        word.start
        for word in words
        if word.is_verb and not (text.startswith(" by ", word.end) and word.kind == "meeting")
    ]
    found += [
        verb.start()
        for verb in VERB.finditer(text, start, end)
        if not is_participle(text, verb) and not _is_bracketed(text, verb, end)
    ]
    return max(found, default=None)


def is_participle(text: str, verb: re.Match[str]) -> bool:
    """Whether a past form only describes: `talks brokered by the mayor`, `a letter sent late`."""
    described = text.startswith((" by ", " at "), verb.end()) or _SHOWN.fullmatch(verb.group())
    if described and not _BE.search(text, max(verb.start() - 16, 0), verb.start()):
        return True
    return _WHAT.search(text, max(verb.start() - 24, 0), verb.start()) is not None


def _is_bracketed(text: str, verb: re.Match[str], end: int) -> bool:
    """Whether a verb stands in an aside that is closed before `end`: `(not pictured)`."""
    closed = text.find(")", verb.end(), end)
    return closed >= 0 and text.find("(", verb.end(), closed) < 0


def is_subject(text: str, start: int, end: int) -> bool:
    """Whether nothing between a noun and a verb keeps them from being subject and verb."""
    if end - start > _FAR_SUBJECT:
        return False
    between = _ASIDE.sub(lambda aside: " " * len(aside.group()), text[start:end])
    verbs = VERB.finditer(between)
    reduced = _REDUCED.match(between)
    if reduced:
        verbs = VERB.finditer(between, reduced.end())
    return all(AUXILIARY.fullmatch(verb.group()) or is_participle(between, verb) for verb in verbs)


def opens(text: str, start: int, day: DateSuggestion) -> bool:
    """Whether a day stands at the front of its clause: `On Friday he …`, `At sea on Friday, …`."""
    part = max(text.rfind(",", start, day.start) + 1, start)
    if is_front(text, part, day.start):
        return True
    ends = text[day.end : day.end + 1] == ","
    return ends and _ADVERBIAL.match(text, part, day.start) is not None


def is_front(text: str, start: int, end: int) -> bool:
    """Whether words only lead in to what follows: `Meanwhile, late on `."""
    return _FRONT.fullmatch(text, start, end) is not None


def told_by(verb: re.Match[str], words: Iterable[Happening]) -> Happening | None:
    """The word for an event that a verb is or, as `had` and `was` do, leads to."""
    reach = _NEAR_AUXILIARY if AUXILIARY.fullmatch(verb.group()) else 0
    near = (w for w in words if w.is_verb and w.end > verb.start())
    return next((w for w in near if w.start <= verb.start() or w.start - verb.end() < reach), None)


def looks_ahead(word: Happening) -> bool:
    """Whether a word tells of what is still to be done: `will meet`, `agreed to meet`."""
    return _AHEAD.match(word.text) is not None


def is_past(text: str, word: Happening) -> bool:
    """Whether a word is a past form that nothing before it turns to what is to come."""
    if not word.is_verb or looks_ahead(word) or not _PAST.search(word.text):
        return False
    return _MODAL.search(text, max(word.start - 24, 0), word.start) is None
