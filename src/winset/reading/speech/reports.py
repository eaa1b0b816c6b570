"""Indirect speech: what somebody is reported to have said, by rules that seldom err."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from winset.reading.dating.timeline import Timeline
from winset.reading.people.actors import NameIndex
from winset.reading.people.mentions import (
    DAY_WORDS,
    Mention,
    after_verb,
    apposed,
    before_verb,
    is_pronoun,
    person,
    words_of,
)
from winset.reading.speech.scene import Scene
from winset.reading.suggestions import ReportSuggestion
from winset.reading.text.phrases import Sentence, words_at
from winset.reading.text.tokens import MASK, Token, place_of
from winset.reading.text.words import (
    AUXILIARIES,
    DETERMINERS,
    DOCUMENT_NOUNS,
    FORMS_OF_BE,
    IRREGULAR,
    NEGATIONS,
    ROLE_NOUNS,
    SUBORDINATORS,
    by_letter,
    lexicon,
)

_VERBS = (
    "said|says|stated|states|argued|argues|insisted|insists|stressed|stresses|emphasi[sz]ed|noted"
    "|warned|warns|claimed|claims|announced|announces|explained|added|adds|declared|suggested"
    "|suggests|acknowledged|conceded|admitted|confirmed|maintained|maintains|asserted|asserts"
    "|reiterated|believes|believed|contended|contends|predicted|pointed out|points out|replied"
    "|denied|denies|demanded|complained|recalled|pledged|vowed|promised|posited|indicated|told|say"
    "|concluded|concedes|acknowledges|thinks|argue|insist|fears|feared|hopes|hoped|replies|warn"
)
_VERB = by_letter(_VERBS.split("|"))
_CUE = re.compile(
    rf"\b(?P<verb>{_VERB})\b(?P<object> (?!that\b)(?:\w++ ){{0,4}}?\w++(?= that\b))?"
    r"(?P<time>,? (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
    r"(?P<that> that(?! (?:kind|sort|type)\b))?\s(?=\S)"
)
_ACCORDING = re.compile(r"\b(?P<lead>[Aa])ccording to (?P<who>[^,;]{3,80}?)(?:,\s|[.]?\s*$|[.]\s)")
_CUES = re.compile(rf"\b(?:{_VERB}|According|according)\b")
_MODALS = lexicon("has had have will would can could should may might must did does do")
_POLLED = lexicon(
    """
    percent poll polls survey surveys voters respondents data figures indictment complaint filing
    lawsuit affidavit interviews calculations database records estimates
    """
)
_WITH_THAT = (
    *("told", "demanded", "recalled", "denied", "denies", "confirmed", "announced", "declared"),
    *("explained", "suggested", "suggests", "promised", "pledged", "vowed", "indicated", "stated"),
)
"""Verbs after which words without `that` are seldom a clause."""
_TELLING = ("told", "warned", "warns", "warn")
_OF_TIME = SUBORDINATORS | DAY_WORDS | AUXILIARIES
_FINITE = FORMS_OF_BE | IRREGULAR | _MODALS
_SILENT = DOCUMENT_NOUNS | _POLLED
_LEADS = SUBORDINATORS | DAY_WORDS | {"who", "which", "whose", "that"}
_BARE = re.compile(r"(?:the|it|he|she|they|there|his|her|their|its|a|an|no|[A-Z]\w+)\b")
_SHORTEST, _WINDOW = 4, 250
_LONGEST_CLAUSE, _LONGEST_TAIL = 12, 8
_PLAIN = ("said", "says", "added", "adds", "warned", "explained", "argued", "noted", "predicted")
_AFTER = re.compile(rf",[^,]{{1,120}}?\b(?:{'|'.join(_PLAIN)})\b|, (?:{'|'.join(_PLAIN)})\b")
_CONFIDENCE = {"said that": 0.84, "said after": 0.83, "according to": 0.9, "said": 0.82}


@dataclass(frozen=True, slots=True)
class _Found:
    """What is reported at [start, end), by whose words and which rule."""

    rule: str
    mention: Mention
    start: int
    end: int


def reports(
    scene: Scene, sentences: tuple[Sentence, ...], timeline: Timeline, names: NameIndex
) -> Iterator[ReportSuggestion]:
    """One report at most for each sentence, where nothing in it is quoted."""
    for sentence in sentences:
        if not _CUES.search(scene.masked, sentence.start, sentence.end):
            continue
        found = (
            _said(scene, sentence) or _said_after(scene, sentence) or _according(scene, sentence)
        )
        if found is not None and _is_report(scene, found):
            yield _suggestion(scene, sentence, found, timeline, names)


def _is_report(scene: Scene, found: _Found) -> bool:
    words = scene.masked[found.start : found.end]
    return MASK not in words and len(words.split()) >= _SHORTEST


def _suggestion(
    scene: Scene, sentence: Sentence, found: _Found, timeline: Timeline, names: NameIndex
) -> ReportSuggestion:
    before = found.start if found.start > sentence.start else sentence.end
    told = timeline.within(max(sentence.start, min(found.end, before - 1)), before)
    if found.start > sentence.start:
        told = timeline.within(sentence.start, found.start)
    speaker = _name(scene, found.mention)
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
    )


def _said(scene: Scene, sentence: Sentence) -> _Found | None:
    for cue in _CUE.finditer(scene.masked, sentence.start, sentence.end):
        plain = cue["that"] is None
        if (plain and not _clause(scene, cue)) or not _object_fits(cue):
            continue
        words = scene.words(max(sentence.start, cue.start() - _WINDOW), cue.end())
        verb = place_of(words, cue.start())
        if verb is None or (plain and _follows(scene, words, verb, sentence)):
            continue
        mention = _speaker(words, verb)
        if mention:
            rule = "said" if plain else "said that"
            return _Found(rule, mention, cue.end(), _end(scene.masked, sentence))
    return None


def _clause(scene: Scene, cue: re.Match[str]) -> bool:
    """Whether a clause of its own begins after a verb of speech without `that`."""
    if _BARE.match(scene.masked, cue.end()) is None or cue["verb"] in _WITH_THAT:
        return False
    after = scene.words(cue.end(), cue.end() + _WINDOW // 3)
    stop = next((n for n, word in enumerate(after) if word.text in ",;:—."), len(after))
    return cue["verb"] in ("said", "says") or any(map(_is_finite, after[1:stop]))


def _object_fits(cue: re.Match[str]) -> bool:
    """Whether words before `that` are those told, or a time and place: `said on Monday that`."""
    first = (cue["object"] or "").split()[:1]
    if cue["verb"] in _TELLING:
        return bool(first) or cue["verb"] != "told"
    return not first or first[0].lower() in _OF_TIME


def _follows(scene: Scene, words: list[Token], verb: int, sentence: Sentence) -> bool:
    """Whether a verb after a comma follows what was said: `…, said Berg, the mayor`."""
    if verb == 0 or words[verb - 1].text != ",":
        return False
    after = scene.words(words[verb].end, min(sentence.end, words[verb].end + _WINDOW))
    stop = next((n for n, word in enumerate(after) if word.text in ",;:—"), len(after))
    return not any(_is_finite(word) for word in after[1:stop])


def _is_finite(word: Token) -> bool:
    """Whether a word is surely a verb: `was`, `would`, `went`, `failed`."""
    known = word.lower in _FINITE
    return known or (word.lower.endswith("ed") and not word.is_capital)


def _said_after(scene: Scene, sentence: Sentence) -> _Found | None:
    """`The bank will close in May, the mayor said on Monday.`"""
    end = _end(scene.masked, sentence)
    start = max(sentence.start, end - _WINDOW)
    if _AFTER.search(scene.masked, start, end) is None:
        return None
    words = scene.words(start, end)
    for comma in range(len(words) - 1, 0, -1):
        if words[comma].text != ",":
            continue
        mention = _clause_of_saying(words[comma + 1 :])
        if mention:
            whole = start > sentence.start or _is_main(words[:comma])
            found = _Found("said after", mention, sentence.start, words[comma].start)
            return found if whole else None
    return None


def _clause_of_saying(clause: list[Token]) -> Mention:
    """Who speaks in a clause that says no more than that: `the mayor said on Monday`."""
    verb = next((place for place, word in enumerate(clause) if word.lower in _PLAIN), None)
    if verb is None or verb > _LONGEST_CLAUSE:
        return []
    mention = _speaker(clause, verb) if verb else _named(after_verb(clause, 0))
    whole = mention and (verb == 0 or mention[0] == clause[0])
    tail = clause[verb + 1 :]
    short = len(tail) <= (_LONGEST_TAIL if verb else _LONGEST_CLAUSE * 2)
    return mention if whole and short and not any(map(_is_finite, tail)) else []


def _is_main(words: list[Token]) -> bool:
    """Whether a stretch between commas is a clause of its own, and none that leads in to one."""
    stretch: list[Token] = []
    for word in [*words, Token(",", 0, 0)]:
        if word.text != ",":
            stretch.append(word)
            continue
        leads = stretch and (stretch[0].lower in _LEADS or stretch[0].lower.endswith("ing"))
        if not leads and any(map(_is_finite, stretch[1:])):
            return True
        stretch = []
    return False


def _speaker(words: list[Token], verb: int) -> Mention:
    """The subject of a verb that is not denied, where it can speak."""
    if any(word.lower in NEGATIONS for word in words[max(verb - 3, 0) : verb]):
        return []
    if words[verb - 1].lower in FORMS_OF_BE:
        return []
    return _named(before_verb(words, verb))


def _named(mention: Mention) -> Mention:
    """A mention that is of a person, a body or a pronoun, and of no document or poll."""
    last = mention[-1].lower if mention else "it"
    if any(word.lower in FORMS_OF_BE or word.lower in AUXILIARIES for word in mention):
        return []
    if any(word.text.isdigit() or word.lower in _POLLED for word in mention):
        return []
    vague = last in ("it", "who", "they", "we", "i", "that", "which") or last in DOCUMENT_NOUNS
    solid = any(word.is_capital for word in mention) or last in ROLE_NOUNS or is_pronoun(mention)
    return [] if vague or not solid else mention


def _according(scene: Scene, sentence: Sentence) -> _Found | None:
    """`According to the mayor, …`, or at the end of the sentence."""
    cue = _ACCORDING.search(scene.masked, sentence.start, sentence.end)
    if cue is None:
        return None
    words = scene.words(cue.start("who"), cue.end("who"))
    solid = any(word.is_capital or word.lower in ROLE_NOUNS for word in words)
    if not solid or any(word.lower in _SILENT for word in words):
        return None
    end = _end(scene.masked, sentence)
    if cue["lead"] == "A":
        return _Found("according to", words, cue.end(), end) if cue.end() < end else None
    before = scene.masked[: cue.start()][-2:]
    return _Found("according to", words, sentence.start, cue.start() - before.count(", ") * 2)


def _end(text: str, sentence: Sentence) -> int:
    end = sentence.end
    while end > sentence.start and (text[end - 1].isspace() or text[end - 1] in ".!?"):
        end -= 1
    return end


def _name(scene: Scene, mention: Mention) -> str:
    if is_pronoun(mention):
        return scene.person_before(mention[0].start) or words_of(mention)
    beside = apposed(scene.words(mention[-1].end, mention[-1].end + _WINDOW // 3), mention)
    if person(beside) and not person(mention):
        return scene.full_name(person(beside))
    begins = 1 if mention[0].lower in DETERMINERS and len(mention) > 1 else 0
    return scene.full_name(person(mention)) or scene.holder(mention) or words_of(mention[begins:])


_RULES = (_said, _said_after, _according)
