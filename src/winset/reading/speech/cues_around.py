"""Who spoke a quotation, told by the paragraphs around it or by how it is worded."""

from __future__ import annotations

from winset.reading.people.mentions import Mention, after_verb, before_verb, person, subject
from winset.reading.speech.scene import Scene, Verdict
from winset.reading.speech.speaking import NEAR, governs, spoken, subject_before, verbs_back
from winset.reading.text.tokens import Token, tokens
from winset.reading.text.words import CUE_NOUNS, POSSESSIVES

_HEARD = frozenset(("i", "we", "our", "my", "us", "me", "you"))
_SHORT_FORMS = ("’re", "'re", "n’t", "n't", "’ll", "'ll", "’m", "'m", "’ve", "'ve")


def paragraph_before(scene: Scene, place: int) -> Verdict | None:
    """A quote that fills its paragraph, led in by the sentence before: `She replied as follows.`"""
    if not scene.starts_paragraph(place):
        return None
    words = scene.sentence_of(scene.top[place].paragraph - 1, last=True)
    if not words or words[-1].text not in ".:,":
        return None
    for verb in verbs_back(words, 1, len(words)):
        if governs(words, verb):
            mention = subject_before(words, verb)
            if mention:
                return spoken(scene, place, mention, words, verb, "paragraph before")
    for noun in range(1, len(words)):
        if words[noun].lower in CUE_NOUNS and words[noun - 1].lower in POSSESSIVES:
            return spoken(scene, place, [words[noun - 1]], words, noun, "paragraph before")
        if words[noun].lower in CUE_NOUNS and words[noun - 1].text.endswith(("’s", "'s")):
            return spoken(scene, place, [words[noun - 1]], words, noun, "paragraph before")
    return None


def paragraph_after(scene: Scene, place: int) -> Verdict | None:
    """A quote that fills its paragraph and is taken up by the next: `This remark by the mayor`."""
    if not scene.fills_paragraph(place):
        return None
    words = scene.sentence_of(scene.top[place].paragraph + 1, last=False)
    for noun in range(1, len(words) - 1):
        pointing = words[noun - 1].lower in ("this", "these", "that", "those", "the", "such")
        if words[noun].lower not in CUE_NOUNS or not pointing:
            continue
        if words[noun + 1].lower in ("by", "from", "of"):
            mention = after_verb(words, noun + 1)
        else:
            mention = _maker(words, noun)
        if mention:
            return spoken(scene, place, mention, words, noun, "paragraph after")
    return None


def _maker(words: list[Token], noun: int) -> Mention:
    """Who `made the remarks`, given where `remarks` is."""
    for verb in range(noun - 2, max(noun - 4, 0), -1):
        if words[verb].lower in ("made", "gave", "issued", "delivered"):
            return before_verb(words, verb)
    return []


def first_person(scene: Scene, place: int) -> Verdict | None:
    """Part of a sentence in which its subject is heard: `Berg gave it “a year, if we’re lucky”`."""
    span = scene.top[place]
    words = {word.lower for word in tokens(scene.text, span.start, min(span.end, span.start + 400))}
    spoken = words & _HEARD or any(word.endswith(_SHORT_FORMS) for word in words)
    if not spoken or len(words) < NEAR:
        return None
    mention = subject(scene.whole_before(place))
    speaker = scene.full_name(person(mention)) if mention else ""
    if mention and speaker:
        return Verdict("speech", "long fragment", mention, speaker)
    return None
