# ruff: noqa: E501  (one rule a line)
"""Undertakings: what parties agreed, pledged or promised to do, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from winset.reading.mentions import before_verb, is_pronoun, words_of
from winset.reading.people import Named
from winset.reading.phrases import Sentence, words_at
from winset.reading.scene import Scene
from winset.reading.suggestions import UndertakingSuggestion
from winset.reading.timeline import Timeline
from winset.reading.tokens import place_of
from winset.reading.words import CLAUSE_WORDS, NEGATIONS

_CUE = re.compile(
    r"\b(?P<verb>agreed|pledged|undertook|promised|committed (?:themselves|itself|himself|herself)"
    r"|committed|vowed|consented|decided|undertake|undertakes|pledges|have agreed|(?:shall|will) jointly)"
    r"(?: (?:on|with|at|in) (?P<aside>[^,.;]{2,60}?))?,? to (?P<deed>[a-z]+ )"
)
_SHALL = re.compile(
    r"\b(?P<who>(?:[Tt]he |[Bb]oth |[Ee]ach )?(?:[Pp]art(?:y|ies)|[Ss]ides|[Gg]overnments?|[Ss]tates)"
    r"(?: of [A-Z]\w+)?) (?P<verb>shall) (?P<deed>(?!not be)[a-z]+ )"
)
_TERMS = re.compile(
    r"\b(?:by|before|until|no later than|not later than|within|after|once|following|upon)\s"
    r"(?P<what>[^,.;]{3,80})"
)
_SPAN = re.compile(r"within (?:the next )?(\w+) (days?|weeks?|months?|years?)\b")
_SURE = {"agreed to": 0.7, "shall": 0.65, "pledged to": 0.65}


def undertakings(
    scene: Scene, sentences: tuple[Sentence, ...], timeline: Timeline, cast: tuple[Named, ...]
) -> Iterator[UndertakingSuggestion]:
    """One a sentence: the deed, from its verb to the end of the clause."""
    for sentence in sentences:
        cue = _CUE.search(scene.masked, sentence.start, sentence.end)
        rule = "agreed to" if cue and "agreed" in cue["verb"] else "pledged to"
        if cue is None:
            cue, rule = _SHALL.search(scene.masked, sentence.start, sentence.end), "shall"
        if cue is None:
            continue
        by = _parties(scene, sentence, cue, cast)
        if by:
            yield _undertaking(scene, sentence, timeline, cue, by, rule)


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
    terms = _TERMS.search(scene.masked, start, end)
    due = timeline.within(terms.start(), terms.end()) if terms else ()
    told = timeline.day_of(cue.start(), cue.end())
    agreed = told.edtf if told and not any(day is told.day for day in due) else ""
    return UndertakingSuggestion(
        start,
        end,
        words_at(scene.text, start, end),
        by,
        agreed,
        due[0].edtf if due else "",
        words_at(scene.text, terms.start(), terms.end()) if terms else "",
        rule,
        _SURE[rule],
    )


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
        found = scene.person_before(mention[0].start) if mention[0].lower in ("he", "she") else ""
        return (found,) if found else ()
    begin = (
        sentence.start
        if " and " in scene.masked[sentence.start : mention[0].start]
        else mention[0].start
    )
    named = dict.fromkeys(one.name for one in cast if begin <= one.start and one.end <= cue.start())
    if cue["aside"] and "with" in cue.group():
        inside = (cue.start("aside"), cue.end("aside"))
        named |= dict.fromkeys(o.name for o in cast if inside[0] <= o.start and o.end <= inside[1])
    return tuple(named) or (words_of(mention),)
