"""Indirect speech: what somebody is reported to have said, by rules that seldom err."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

from winset.reading.dating.timeline import Timeline
from winset.reading.people.actors import NameIndex
from winset.reading.people.apposition import apposed
from winset.reading.people.mentions import Mention, is_pronoun, person, words_of
from winset.reading.speech.antecedents import person_before
from winset.reading.speech.pointing import everyone, name_of, pointed_at
from winset.reading.speech.report_verbs import FORMS
from winset.reading.speech.reporters import POLLED
from winset.reading.speech.reporting import told
from winset.reading.speech.scene import Scene
from winset.reading.speech.told_before import Told, leads_in
from winset.reading.suggestions import ReportSuggestion
from winset.reading.text.phrases import Sentence, words_at
from winset.reading.text.tokens import MASK, Token
from winset.reading.text.words import DOCUMENT_NOUNS, ROLE_NOUNS

_ACCORDING = re.compile(r"[Aa]ccording to (?P<who>[^,;]{3,80}?)(?:,\s|[.]?\s*$|[.]\s)")
_SILENT = DOCUMENT_NOUNS | POLLED
_CUES = FORMS.keys() | {"according"}
_lower = attrgetter("lower")
_SHORTEST, _WINDOW = 4, 250
_CONFIDENCE = {
    "said that": 0.91,
    "said": 0.86,
    "said after": 0.95,
    "said amid": 0.86,
    "adding": 0.82,
    "according to": 0.88,
    "urged": 0.76,
    "promised": 0.7,
    "accused": 0.75,
    "denied": 0.75,
}
"""How often words and speaker were right: by marks of a corpus, the last four by a draw."""


def reports(
    scene: Scene, sentences: tuple[Sentence, ...], timeline: Timeline, names: NameIndex
) -> Iterator[ReportSuggestion]:
    """What each sentence reports, where nothing of it is quoted."""
    for sentence in sentences:
        words = scene.words(sentence.start, sentence.end)
        for one in _told(scene, sentence, words):
            speakers = _speakers(scene, words, one.mention)
            if speakers:
                yield _suggestion(scene, sentence, one, speakers, timeline, names)


def _told(scene: Scene, sentence: Sentence, words: list[Token]) -> list[Told]:
    if _CUES.isdisjoint(map(_lower, words)):
        return []
    end = _end(scene.masked, sentence)
    quoted = scene.masked.find(MASK, sentence.start, sentence.end) >= 0
    pieces = _pieces(words) if quoted else [words]
    found = [one for piece in pieces if piece for one in told(piece, min(piece[-1].end, end))]
    found = found or _according(scene, sentence, words)
    return [one for one in found if _is_report(scene, one)]


def _speakers(scene: Scene, words: list[Token], mention: Mention) -> tuple[str, ...]:
    """Who reports, several where they speak together; none where a pronoun means nobody known."""
    if mention[0].lower in ("they", "it") and len(mention) == 1:
        return pointed_at(scene, mention[0])
    return tuple(_name(scene, one) for one in everyone(words, mention))


def _pieces(words: list[Token]) -> Iterator[list[Token]]:
    """The words of a sentence, cut where one ends before a quotation: `… said no. “We sail.”`"""
    start = 0
    for place, word in enumerate(words):
        if word.text[0] == MASK:
            stop = place - 1
            while stop > start and not words[stop].is_word and words[stop].text not in ".!?":
                stop -= 1
            if start < stop < place - 1 and words[stop].text in ".!?":
                yield words[start:stop]
                start = stop + 1
    yield words[start:]


def _is_report(scene: Scene, found: Told) -> bool:
    words = scene.masked[found.start : found.end]
    return MASK not in words and len(words.split()) >= _SHORTEST


def _suggestion(
    scene: Scene,
    sentence: Sentence,
    found: Told,
    speakers: tuple[str, ...],
    timeline: Timeline,
    names: NameIndex,
) -> ReportSuggestion:
    before = found.start if found.start > sentence.start else sentence.end
    told = timeline.within(max(sentence.start, min(found.end, before - 1)), before)
    if found.start > sentence.start:
        told = timeline.within(sentence.start, found.start)
    speaker, *others = speakers
    return ReportSuggestion(
        found.start,
        found.end,
        words_at(scene.text, found.start, found.end),
        speaker,
        found.mention[0].start,
        found.mention[-1].end,
        told[0].edtf if told else "",
        found.rule,
        _CONFIDENCE[found.rule],
        names.actor(speaker),
        tuple(others),
    )


def _according(scene: Scene, sentence: Sentence, words: list[Token]) -> list[Told]:
    """`According to the mayor, …`, or at the end of the sentence."""
    if "according" not in (lower := list(map(_lower, words))):
        return []
    place = lower.index("according")
    cue = _ACCORDING.match(scene.masked, words[place].start, sentence.end)
    if cue is None:
        return []
    who = scene.words(cue.start("who"), cue.end("who"))
    solid = any(word.is_capital or word.lower in ROLE_NOUNS for word in who)
    if not solid or any(word.lower in _SILENT for word in who):
        return []
    end = _end(scene.masked, sentence)
    if leads_in(words[:place]):
        return [Told("according to", who, place, cue.end(), end)] if cue.end() < end else []
    before = scene.masked[: cue.start()][-2:]
    last = cue.start() - before.count(", ") * 2
    return [Told("according to", who, place, sentence.start, last)]


def _end(text: str, sentence: Sentence) -> int:
    end = sentence.end
    while end > sentence.start and (text[end - 1].isspace() or text[end - 1] in ".!?"):
        end -= 1
    return end


def _name(scene: Scene, mention: Mention) -> str:
    if is_pronoun(mention):
        return person_before(scene, mention[0].start, mention) or words_of(mention)
    beside = apposed(scene.words(mention[-1].end, mention[-1].end + _WINDOW // 3), mention)
    if person(beside) and not person(mention):
        return scene.full_name(person(beside))
    return name_of(scene, mention)
