"""Documents that speak: which subjects are a statement, a treaty or a report, and no person."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from operator import attrgetter

from winset.reading.people.capitals import LINKS
from winset.reading.people.mentions import (
    Mention,
    before_asides,
    can_speak,
    is_pronoun,
    person,
    subject,
)
from winset.reading.speech.scene import Scene, Verdict
from winset.reading.text.tokens import Token, sentences_back
from winset.reading.text.words import (
    AUXILIARIES,
    DETERMINERS,
    DOCUMENT_NOUNS,
    DOCUMENT_VERBS,
    POSSESSIVES,
    PRONOUNS,
    SPEECH_VERBS,
    SUBORDINATORS,
    lexicon,
)

PAPERS = (DOCUMENT_NOUNS - {"line", "lines", "act", "sign", "signs"}) | lexicon(
    """
    report reports release letter letters factsheet analysis study paper papers dossier circular
    plan plans proposal proposals framework roadmap blueprint package deal draft summary survey
    manifesto
    """
)
"""Nouns for what is written, so that its words are nobody's speech."""
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "next", "last")
_PREPOSITIONS = SUBORDINATORS | {*LINKS, "behind", "between"}
_OF = {*LINKS, "behind", "between", "against", "by", "near"}
_ENDING = _PREPOSITIONS | DOCUMENT_VERBS
_DETERMINED = DETERMINERS | POSSESSIVES
_IT_VERBS = (DOCUMENT_VERBS - SPEECH_VERBS) | {"read", "reads"}
_READ_OUT = PAPERS | {"sign", "signs"}
_ISSUED = lexicon(
    "statement declaration release letter memo note message post communique communiqué"
)
"""What somebody issues to say something: `issued a statement saying “…”` is his own speech."""
_THOSE = ("those", "one", "many")
_JOINT = re.compile(
    r"\bjoint (?:[a-z]+ )?(?:statement|release|communiqu|declaration|note|letter|message)",
    re.IGNORECASE,
)
_LONGEST, _NEAR, _REACH, _FAR, _BESIDE = 6, 6, 500, 3000, 50
_lower = attrgetter("lower")


def is_document(mention: Mention, verb: Token) -> bool:
    """Whether a subject is a document and no person, judged with its verb."""
    if mention[-1].lower == "it":
        return verb.lower in _IT_VERBS
    if mention[-1].lower in _ORDINALS:
        return mention[0].lower in POSSESSIVES
    return not PAPERS.isdisjoint(map(_lower, mention)) and _is_paper(mention)


def _is_paper(mention: Mention) -> bool:
    """Whether the noun a mention is about is a document: `the text` in `the text of the deal`."""
    link = (n for n, word in enumerate(mention) if n and word.lower in _ENDING)
    head = [word for word in mention[: next(link, None)] if word.is_word]
    for number, word in enumerate(head):
        after = head[number + 1].lower if number + 1 < len(head) else "ed"
        if word.lower in PAPERS and (after.isdigit() or after.endswith("ed")):
            return " " not in person(head[:number])
    return False


def paper_before(words: list[Token], verb: int) -> Mention:
    """The document that a verb belongs to, empty for `critics of the accord say`."""
    last = verb - 1
    if last > 0 and words[last].lower in AUXILIARIES:
        last = before_asides(words, last)
    if last < 0 or words[last].lower not in _READ_OUT:
        return []
    if words[verb].lower.endswith("ing") and (
        words[last].lower in _ISSUED or len(words) - verb > _NEAR
    ):
        return []
    first = last
    while first > 0 and words[first].lower not in _DETERMINED and _goes_back(words, first, last):
        first -= 1
    before = words[first - 1].lower if first else ""
    others = before in _OF and first > 1 and _may_speak(words[first - 2])
    return [] if others else words[first : last + 1]


def _goes_back(words: list[Token], first: int, last: int) -> bool:
    """Whether a phrase begins before the word at `first`."""
    before = words[first - 1]
    near = last - first < _LONGEST and before.is_word
    return near and before.lower not in _PREPOSITIONS and before.lower not in SPEECH_VERBS


def _may_speak(word: Token) -> bool:
    """Whether somebody is named by a word that a document is added to: `critics of the accord`."""
    if word.lower in PAPERS or word.lower in _ORDINALS:
        return False
    return word.is_capital or word.lower.endswith("s") or can_speak([word]) or word.lower in _THOSE


def of_paper(scene: Scene, verdict: Verdict) -> Verdict:
    """What a rule took for speech, as the words of a document where that is what speaks.

    What somebody issues to say something speaks for him, unless it is several who issue it.
    """
    mention = verdict.mention
    if verdict.kind != "speech" or not mention:
        return verdict
    first = mention[0].lower
    if first == "it":
        paper = len(mention) == 1 and _it_is_paper(scene, verdict)
        issued = verdict.speaker.rpartition(" ")[2].lower() in _ISSUED
    elif first == "they":
        paper, issued = _in_joint_paper(scene, mention[0].start), False
    elif first in PRONOUNS or PAPERS.isdisjoint(map(_lower, mention)):
        return verdict
    else:
        paper = _is_paper(mention)
        issued = not _ISSUED.isdisjoint(map(_lower, mention))
    if not paper or (issued and not _is_joint(scene, mention[-1].end)):
        return verdict
    return verdict._replace(kind="document", rule="document speaks")


def _is_joint(scene: Scene, end: int) -> bool:
    """Whether a statement is one of several together, as told with it or before."""
    return _JOINT.search(scene.text, max(end - _FAR, 0), end) is not None


def _in_joint_paper(scene: Scene, place: int) -> bool:
    """Whether they speak in a statement of theirs: `in a joint statement, they said`."""
    joint = _JOINT.search(scene.text, max(place - _BESIDE, 0), place)
    return joint is not None and "." not in scene.text[joint.end() : place]


def _it_is_paper(scene: Scene, verdict: Verdict) -> bool:
    """Whether `it` takes up a document: what the sentence before is about, or the last body."""
    if verdict.speaker.rpartition(" ")[2].lower() in PAPERS:
        return True
    for words in islice(_sentences_before(scene, verdict.mention[0].start), 3):
        head = subject(words)
        if head and not is_pronoun(head) and not person(head):
            return _is_paper(head)
    return False


def _sentences_before(scene: Scene, place: int) -> Iterator[list[Token]]:
    """The sentences before a place, the last one first, in its paragraph and the one before."""
    number = bisect_right(scene.paragraphs, place, key=attrgetter("start")) - 1
    for back in range(number, max(number - 2, -1), -1):
        start, end, _ = scene.paragraphs[back]
        end = min(end, place)
        yield from sentences_back(scene.words(max(start, end - _REACH), end))
