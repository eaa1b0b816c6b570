"""Indirect speech: what somebody is reported to have said, by rules that seldom err."""

from __future__ import annotations

import re
from collections.abc import Iterator

from winset.reading.actors import NameIndex
from winset.reading.mentions import Mention, before_verb, is_pronoun, person, words_of
from winset.reading.phrases import Sentence, words_at
from winset.reading.scene import Scene
from winset.reading.suggestions import ReportSuggestion
from winset.reading.timeline import Timeline
from winset.reading.tokens import MASK, Token, place_of
from winset.reading.words import (
    AUXILIARIES,
    DETERMINERS,
    DOCUMENT_NOUNS,
    FORMS_OF_BE,
    NEGATIONS,
    ROLE_NOUNS,
)

_VERBS = (
    "said|says|stated|states|argued|argues|insisted|insists|stressed|stresses|emphasi[sz]ed|noted"
    "|warned|warns|claimed|claims|announced|announces|explained|added|adds|declared|suggested"
    "|suggests|acknowledged|conceded|admitted|confirmed|maintained|maintains|asserted|asserts"
    "|reiterated|believes|believed|contended|contends|predicted|pointed out|points out|replied"
    "|denied|denies|demanded|complained|recalled|pledged|vowed|promised|posited|indicated|told"
)
_CUE = re.compile(
    rf"\b(?P<verb>{_VERBS})\b(?P<object> (?:\w+ ){{0,4}}?\w+(?= that\b))?"
    r"(?P<time>,? (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
    r"(?P<that> that)?\s(?=\S)"
)
_ACCORDING = re.compile(r"\b[Aa]ccording to (?P<who>[^,.;]{3,80}),\s(?=\S)")
_BARE = re.compile(r"(?:the|it|he|she|they|there|his|her|their|its|a|an|no|[A-Z]\w+)\b")
_SHORTEST, _WINDOW = 4, 250
_CONFIDENCE = {"said that": 0.8, "according to": 0.75, "said": 0.65}


def reports(
    scene: Scene, sentences: tuple[Sentence, ...], timeline: Timeline, names: NameIndex
) -> Iterator[ReportSuggestion]:
    """One report at most for each sentence that quotes nothing after its verb of speech."""
    for sentence in sentences:
        found = _said(scene, sentence) or _according(scene, sentence)
        if found is not None:
            rule, mention, start = found
            end = _end(scene.masked, sentence)
            if (
                len(scene.text[start:end].split()) >= _SHORTEST
                and MASK not in scene.masked[start:end]
            ):
                told = timeline.within(sentence.start, start)
                speaker = _name(scene, mention)
                yield ReportSuggestion(
                    start,
                    end,
                    words_at(scene.text, start, end),
                    speaker,
                    mention[0].start,
                    mention[-1].end,
                    told[0].edtf if told else "",
                    rule,
                    _CONFIDENCE[rule],
                    names.actor(speaker),
                )


def _said(scene: Scene, sentence: Sentence) -> tuple[str, Mention, int] | None:
    for cue in _CUE.finditer(scene.masked, sentence.start, sentence.end):
        plain = cue["that"] is None
        if plain and (cue["verb"] not in ("said", "says") or not _clause(scene.masked, cue.end())):
            continue
        if cue["verb"] == "told" and cue["object"] is None:
            continue
        words = scene.words(max(sentence.start, cue.start() - _WINDOW), cue.end())
        verb = place_of(words, cue.start())
        mention = [] if verb is None else _speaker(words, verb)
        if mention:
            return "said" if plain else "said that", mention, cue.end()
    return None


def _clause(text: str, place: int) -> bool:
    """Whether a clause of its own can begin here."""
    return _BARE.match(text, place) is not None


def _speaker(words: list[Token], verb: int) -> Mention:
    """The subject, where it is a person, a body or a pronoun and no document."""
    mention = before_verb(words, verb)
    if not mention or any(word.lower in NEGATIONS for word in words[max(verb - 3, 0) : verb]):
        return []
    last = mention[-1].lower
    if any(word.lower in FORMS_OF_BE or word.lower in AUXILIARIES for word in mention):
        return []
    if words[verb - 1].lower in FORMS_OF_BE:
        return []
    vague = last in ("it", "who", "they", "we", "i", "that", "which") or last in DOCUMENT_NOUNS
    solid = any(word.is_capital for word in mention) or last in ROLE_NOUNS or is_pronoun(mention)
    return [] if vague or not solid else mention


def _according(scene: Scene, sentence: Sentence) -> tuple[str, Mention, int] | None:
    cue = _ACCORDING.search(scene.masked, sentence.start, sentence.end)
    if cue is None:
        return None
    words = scene.words(cue.start("who"), cue.end("who"))
    solid = any(word.is_capital or word.lower in ROLE_NOUNS for word in words)
    document = any(word.lower in DOCUMENT_NOUNS for word in words)
    return ("according to", words, cue.end()) if solid and not document else None


def _end(text: str, sentence: Sentence) -> int:
    end = sentence.end
    while end > sentence.start and (text[end - 1].isspace() or text[end - 1] in ".!?"):
        end -= 1
    return end


def _name(scene: Scene, mention: Mention) -> str:
    if is_pronoun(mention):
        return scene.person_before(mention[0].start) or words_of(mention)
    begins = 1 if mention[0].lower in DETERMINERS and len(mention) > 1 else 0
    return scene.full_name(person(mention)) or scene.holder(mention) or words_of(mention[begins:])
