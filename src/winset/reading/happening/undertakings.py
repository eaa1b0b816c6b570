# ruff: noqa: E501  (one rule a line)
"""Undertakings: what parties agreed, pledged or promised to do, and by when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from winset.reading.dating.almanac import NUMBER, counted, moment, parsed, shifted
from winset.reading.dating.timeline import Timeline
from winset.reading.people.mentions import before_verb, is_pronoun, words_of
from winset.reading.people.people import Named
from winset.reading.speech.antecedents import person_before
from winset.reading.speech.scene import Scene
from winset.reading.suggestions import UndertakingSuggestion
from winset.reading.text.phrases import Sentence, holding, words_at
from winset.reading.text.tokens import place_of
from winset.reading.text.words import CLAUSE_WORDS, FORMS_OF_BE, NEGATIONS, WEEKDAYS

_CUE = re.compile(
    r"\b(?P<verb>agreed|pledged|undertook|promised|committed (?:themselves|itself|himself|herself)"
    r"|committed|vowed|consented|undertake|undertakes|pledges|have agreed|(?:shall|will) jointly)"
    r"(?: (?:on|with|at|in) (?P<aside>(?:(?!that\b|would\b|will\b)[^,.;\s]++ ?){1,8}?)|(?: on)? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?,? to "
    r"(?P<deed>(?!(?:the|an?|its|their|his|her|this|that|such|any|some|no|two|three|four)\b)[a-z]+ |(?:an? )(?=[\w-]*(?: [\w-]+)? ?(?:cease-?fire|truce|withdrawal|halt|freeze)\b))"
)
_THREATS = re.compile(
    r"(?:destroy|boycott|fight|resist|retaliate|avenge|block|oppose|press|continue|keep|attack|crush|defeat|defy|reject|never) "
)
"""Deeds that are threatened or gone on with, and owed to nobody."""
_SHALL = re.compile(
    r"\b(?P<who>(?:[Tt]he |[Bb]oth |[Ee]ach )?(?:[Pp]art(?:y|ies)|[Ss]ides|[Gg]overnments?|[Ss]tates)"
    r"(?: of [A-Z]\w+)?) (?P<verb>shall) (?P<deed>(?!not be)[a-z]+ )"
)
_TERMS = re.compile(
    r"\b(?:by|before|until|no later than|not later than|not after|after|once|following|upon)\s(?P<what>[^,.;]{3,80})"
    r"|\bwithin (?P<span>[^,.;]{3,60})"
)
_TIMES = re.compile(
    r"\b(?:days?|weeks?|months?|years?|decades?|hours?|end|deadline|spring|summer|autumn|winter|noon|midnight"
    r"|signing|signature|ratification|entry|conclusion|completion|release|withdrawal|elections?|return|adoption|approval|summit)\b"
)
"""What tells when something is due where no day does."""
_SPAN = re.compile(
    rf"within (?:the (?:next|coming) )?(?P<count>{NUMBER}|an?|\d{{1,3}}) (?P<unit>days?|weeks?|months?|years?)\b"
)
_STEMS = ("agree", "pledge", "undert", "promise", "commit", "vow", "consent", "jointly", "shall")
"""What one of the words is bound to hold that the slower expressions above look for."""
_CLAUSE = re.compile(
    r"[;:]|, (?!and\b|[A-ZÀ-Þ])|\b(?:that|which|who|whom|when|while|after|before|as|said)\b"
)
_SURE = {"agreed to": 0.7, "shall": 0.65, "pledged to": 0.65}


def undertakings(
    scene: Scene, sentences: tuple[Sentence, ...], timeline: Timeline, cast: tuple[Named, ...]
) -> Iterator[UndertakingSuggestion]:
    """One a sentence: the deed, from its verb to the end of the clause."""
    for sentence in holding(sentences, iter(_stems(scene.masked))):
        cue = _CUE.search(scene.masked, sentence.start, sentence.end)
        rule = "agreed to" if cue and "agreed" in cue["verb"] else "pledged to"
        if cue is None:
            cue, rule = _SHALL.search(scene.masked, sentence.start, sentence.end), "shall"
        if cue is None:
            continue
        by = _parties(scene, sentence, cue, cast)
        threat = "vowed" in cue.group() and _THREATS.match(cue["deed"])
        if by and not threat:
            yield _undertaking(scene, sentence, timeline, cue, by, rule)


def _stems(text: str) -> list[int]:
    """Where a word stands that may tell of an undertaking."""
    found = []
    for stem in _STEMS:
        place = text.find(stem)
        while place >= 0:
            found.append(place)
            place = text.find(stem, place + 1)
    return sorted(found)


def _undertaking(
    scene: Scene,
    sentence: Sentence,
    timeline: Timeline,
    cue: re.Match[str],
    by: tuple[str, ...],
    rule: str,
) -> UndertakingSuggestion:
    start, end = cue.start("deed"), sentence.end
    while end > start and (scene.text[end - 1].isspace() or scene.text[end - 1] in ".!?"):
        end -= 1
    terms = _terms(scene.masked, timeline, start, end)
    due = timeline.within(terms.start(), terms.end()) if terms else ()
    told = timeline.day_of(cue.start(), cue.end())
    agreed = told.edtf if told and told.day.start < start else ""
    return UndertakingSuggestion(
        start,
        end,
        words_at(scene.text, start, end),
        by,
        agreed,
        due[0].edtf if due else _counted(terms, agreed),
        words_at(scene.text, terms.start(), terms.end()) if terms else "",
        rule,
        _SURE[rule],
    )


def _terms(text: str, timeline: Timeline, start: int, end: int) -> re.Match[str] | None:
    """The words that say when it is due: those with a day, or with a word for a time."""
    for terms in _TERMS.finditer(text, start, end):
        dated = timeline.within(terms.start(), terms.end())
        if dated or _TIMES.search(terms.group()):
            return terms
    return None


def _counted(terms: re.Match[str] | None, agreed: str) -> str:
    """The day of `within six months`, counted from the day of the agreement where that is known."""
    span = _SPAN.match(terms.group()) if terms else None
    date = parsed(agreed)
    if span is None or date is None:
        return ""
    found = shifted(moment(date), counted(span["count"]), span["unit"].rstrip("s"))
    return found.edtf() if found else ""


def _parties(
    scene: Scene, sentence: Sentence, cue: re.Match[str], cast: tuple[Named, ...]
) -> tuple[str, ...]:
    """Who undertook it: those named in the subject, or its own words."""
    if "who" in (cue.re.groupindex or {}):
        return (" ".join(cue["who"].split()),)
    words = scene.words(sentence.start, cue.end())
    verb = place_of(words, cue.start())
    if verb is None or any(word.lower in NEGATIONS for word in words[max(verb - 3, 0) : verb]):
        return ()
    mention = before_verb(words, verb)
    if not mention or mention[-1].lower in CLAUSE_WORDS | {"it"}:
        return ()
    if is_pronoun(mention):
        found = (
            person_before(scene, mention[0].start, mention)
            if mention[0].lower in ("he", "she")
            else ""
        )
        return (found,) if found else ()
    if mention[-1].lower in FORMS_OF_BE and cue["verb"] != "committed":
        return ()
    mention = [w for w in mention if w.lower not in FORMS_OF_BE and w.lower not in WEEKDAYS]
    if not mention:
        return ()
    begin = _subject_start(scene.masked, sentence, mention[0].start)
    named = _named_in(cast, begin, cue.start())
    if cue["aside"] and "with" in cue.group():
        named += _named_in(cast, cue.start("aside"), cue.end("aside"))
    return tuple(dict.fromkeys(named)) or (words_of(mention),)


def _named_in(cast: tuple[Named, ...], start: int, end: int) -> list[str]:
    """Those named at [start, end), in their order."""
    first = bisect_left(cast, start, key=attrgetter("start"))
    last = bisect_left(cast, end, first, key=attrgetter("start"))
    return [one.name for one in cast[first:last] if one.end <= end]


def _subject_start(text: str, sentence: Sentence, place: int) -> int:
    """Where the subject that ends in a mention begins: `Anna Berg and` Karl Lund."""
    begin = sentence.start
    for stop in _CLAUSE.finditer(text, sentence.start, place):
        begin = stop.end()
    return begin if " and " in text[begin:place] else place
