"""Who spoke a quotation, told by the paragraphs around it or by how it is worded."""

from __future__ import annotations

from winset.reading.people.mentions import Mention, after_verb, before_verb, person, subject
from winset.reading.speech.scene import Scene, Verdict
from winset.reading.speech.speaking import NEAR, governs, spoken, subject_before, verbs_back
from winset.reading.speech.whose import owner
from winset.reading.suggestions import SUMMARIZED
from winset.reading.text.tokens import Token, lower_words
from winset.reading.text.words import CUE_NOUNS, FORMS_OF_BE, POSSESSIVES, lexicon

_HEARD = frozenset(("i", "we", "our", "my", "us", "me", "you"))
_SAID = lexicon(
    "said says told tells put puts spoke speaks wrote writes explained explains answered replied"
    " described describes summed phrased announced declared argued warned asked recalled added"
)
_SUMMED = lexicon("summarized summarised summed paraphrased condensed shortened abridged")
_SPEAKING = lexicon(
    "speaking talking responding commenting reacting replying referring answering testifying"
)
_THESE = ("this", "that", "these", "those", "it", "such")
_BELONGING = FORMS_OF_BE | {"belong", "belongs", "belonged", "came", "come", "comes"}
_SHORTEST, _NEAR_COMMA, _LONGEST_NAME = 3, 8, 12
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
    summed = any(word.lower in _SUMMED for word in words)
    rule = SUMMARIZED if summed else "paragraph before"
    for noun in range(1, len(words)):
        if words[noun].lower in CUE_NOUNS and words[noun - 1].lower in POSSESSIVES:
            return spoken(scene, place, [words[noun - 1]], words, noun, rule)
        if words[noun].lower in CUE_NOUNS and words[noun - 1].text.endswith(("’s", "'s")):
            return spoken(scene, place, owner([words[noun - 1]]), words, noun, rule)
    return None


def paragraph_after(scene: Scene, place: int) -> Verdict | None:
    """A quote standing alone, taken up by the next sentence: `That was how the mayor put it.`"""
    if scene.before(place):
        return None
    words = scene.after(place)
    if words and words[-1].lower in _SAID:
        mention = before_verb(words, len(words) - 1)
        if mention and mention[0].start == words[0].start:  # `“We wait.” Berg said.`
            return spoken(scene, place, mention, words, len(words) - 1, "cue after")
    if not words and scene.fills_paragraph(place):
        words = scene.sentence_of(scene.top[place].paragraph + 1, last=False)
    if len(words) < _SHORTEST:
        return None
    mention, cue = _said_it(words)
    if not mention and not _is_heard(scene, place):
        mention, cue = _was_speaking(words)
    if not mention and scene.fills_paragraph(place):
        mention, cue = _remark_by(words)
    return spoken(scene, place, mention, words, cue, "paragraph after") if mention else None


def _said_it(words: list[Token]) -> tuple[Mention, int]:
    """Who said what stands before a sentence, and the place of the word that tells."""
    first, second = words[0].lower, words[1].lower
    if first in ("so", "thus") and second in _SAID:
        return after_verb(words, 1), 1
    if first in _THESE and second in FORMS_OF_BE:
        return _it_was(words)
    if first in FORMS_OF_BE:
        mention, cue = _it_was([words[0], *words])  # `“…” is how Berg put it`
        return mention, cue - 1
    if first == "with" and second in _THESE:
        comma = next((n for n, word in enumerate(words[:_NEAR_COMMA]) if word.text == ","), 0)
        named = any(word.lower in CUE_NOUNS for word in words[2:comma])
        return (subject(words[comma:]), comma) if named else ([], 0)
    if first == "the" and second in CUE_NOUNS and words[2].lower in _BELONGING:
        return _of_whom(words, 3)
    return [], 0


def _is_heard(scene: Scene, place: int) -> bool:
    """Whether somebody spoke just before, in the same paragraph or the last one."""
    before = scene.paragraphs[max(scene.top[place].paragraph - 1, 0)]
    return scene.voice is not None and scene.voice.end > before.start


def _was_speaking(words: list[Token]) -> tuple[Mention, int]:
    """`Karl Berg, a skipper, was speaking at the fish hall`."""
    for verb in range(1, min(len(words) - 1, _LONGEST_NAME)):
        if words[verb + 1].lower in _SPEAKING and words[verb].lower in FORMS_OF_BE:
            mention = before_verb(words, verb)
            opens = mention and mention[0].start == words[0].start
            return (mention, verb) if opens else ([], 0)
    return [], 0


def _it_was(words: list[Token]) -> tuple[Mention, int]:
    """`That was how Berg put it`, `It was Berg who said so`, `Those were Berg’s words`."""
    for number in range(2, min(len(words) - 1, _LONGEST_NAME)):
        word = words[number]
        if word.lower in ("how", "what", "way"):
            clause = words[number + 1 :]
            verb = next((n for n, word in enumerate(clause) if word.lower in _SAID), 0)
            return (before_verb(clause, verb), number + 1 + verb) if verb else ([], 0)
        if word.lower == "who" and words[number + 1].lower in _SAID:
            return words[2:number], number + 1
        if word.text.endswith(("’s", "'s")):
            named = any(word.lower in CUE_NOUNS for word in words[number + 1 : number + 4])
            return (owner(words[2 : number + 1]), number) if named else ([], 0)
        if word.lower in CUE_NOUNS:
            return _of_whom(words, number + 1)
    return [], 0


def _of_whom(words: list[Token], start: int) -> tuple[Mention, int]:
    """Whose words they were: `those of Karl Berg`, `to the mayor`."""
    for number in range(start, min(start + 3, len(words) - 1)):
        if words[number].lower in ("of", "by", "from", "to"):
            return after_verb(words, number), number
    return [], 0


def _remark_by(words: list[Token]) -> tuple[Mention, int]:
    """Who made the remark that a sentence points back at: `This remark by the mayor`."""
    for noun in range(1, len(words) - 1):
        pointing = words[noun - 1].lower in ("this", "these", "that", "those", "the", "such")
        if words[noun].lower not in CUE_NOUNS or not pointing:
            continue
        by = words[noun + 1].lower in ("by", "from", "of")
        mention = after_verb(words, noun + 1) if by else _maker(words, noun)
        if mention:
            return mention, noun
    return [], 0


def _maker(words: list[Token], noun: int) -> Mention:
    """Who `made the remarks`, given where `remarks` is."""
    for verb in range(noun - 2, max(noun - 4, 0), -1):
        if words[verb].lower in ("made", "gave", "issued", "delivered"):
            return before_verb(words, verb)
    return []


def first_person(scene: Scene, place: int) -> Verdict | None:
    """Part of a sentence in which its subject is heard: `Berg gave it “a year, if we’re lucky”`."""
    span = scene.top[place]
    words = set(lower_words(scene.text, span.start, min(span.end, span.start + 400)))
    spoken = words & _HEARD or any(word.endswith(_SHORT_FORMS) for word in words)
    if not spoken or len(words) < NEAR:
        return None
    mention = subject(scene.whole_before(place))
    speaker = scene.full_name(person(mention)) if mention else ""
    if mention and speaker:
        return Verdict("speech", "long fragment", mention, speaker)
    return None
