"""Whom `they` and `it` point back at: several who spoke or were spoken of together, or a body."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from operator import attrgetter

from winset.reading.people.mentions import (
    Mention,
    after_verb,
    can_speak,
    is_pronoun,
    person,
    words_of,
)
from winset.reading.speech.joint import joined_after, joined_before
from winset.reading.speech.report_verbs import FORMS
from winset.reading.speech.reporters import is_many, main_subject, named, reporter
from winset.reading.speech.scene import Scene
from winset.reading.text.nouns import BODIES
from winset.reading.text.states import STATES
from winset.reading.text.tokens import Token, sentences_back
from winset.reading.text.words import DETERMINERS, FORMS_OF_BE, IRREGULAR, SPEECH_VERBS

_BACK = 3
"""Sentences, its own and those before it, in which a pronoun's owner is looked for."""
_PARAGRAPH = 1000
_lower = attrgetter("lower")
_VERBS = SPEECH_VERBS | IRREGULAR | FORMS_OF_BE | {"will", "would", "have", "had", "agreed"}


def pointed_at(scene: Scene, pronoun: Token) -> tuple[str, ...]:
    """The names of those whom `they` or `it` means; empty where nothing tells."""
    for words in islice(_before(scene, pronoun.start), _BACK):
        together = _joint(words)
        head = named(main_subject(words))
        if pronoun.lower == "they":
            if together:
                return tuple(name_of(scene, one) for one in together)
            several = next(filter(_is_several, (head, *_reporters(words))), [])
            several = several or (head if _is_body(head) and not _tells_several(words) else [])
            if several:
                return (name_of(scene, several),)
        elif head and not is_pronoun(head):
            return (name_of(scene, head),) if _is_body(head) and not together else ()
    return ()


def everyone(words: list[Token], mention: Mention, cue: int = -1) -> tuple[Mention, ...]:
    """All who speak by one verb, in their order."""
    if "and" not in map(_lower, words):
        return (mention,)
    return (*joined_before(words, mention), mention, *joined_after(words, mention, cue))


def name_of(scene: Scene, mention: Mention) -> str:
    """The fullest name for a mention, without the article it begins with."""
    begins = 1 if mention[0].lower in DETERMINERS and len(mention) > 1 else 0
    return scene.full_name(person(mention)) or scene.holder(mention) or words_of(mention[begins:])


def _before(scene: Scene, place: int) -> Iterator[list[Token]]:
    """The words before a place in its sentence, then the sentences before, in two paragraphs."""
    number = bisect_right(scene.paragraphs, place, key=lambda one: one.start) - 1
    for back in range(number, max(number - 2, -1), -1):
        end = min(place, scene.paragraphs[back].end)
        start = max(scene.paragraphs[back].start, end - _PARAGRAPH)
        yield from sentences_back(scene.words(start, end))


def _joint(words: list[Token]) -> tuple[Mention, ...]:
    """Those who speak, or do something, together in a sentence."""
    verbs = [n for n, word in enumerate(words) if word.lower in FORMS]
    spoke = (found(words, n) for n in verbs for found in (reporter, after_verb))
    for mention in (*spoke, main_subject(words)):
        if mention:
            first = (n for n, w in enumerate(words) if w.start > mention[-1].start)
            verb = next((n for n in first if words[n].lower in _VERBS), -1)
            together = everyone(words, mention, verb)
            if len(together) > 1:
                return together
    return ()


def _reporters(words: list[Token]) -> Iterator[Mention]:
    """Those who say something in a sentence, in their order."""
    return (named(reporter(words, n)) for n, word in enumerate(words) if word.lower in FORMS)


def _is_several(mention: Mention) -> bool:
    """Whether a mention is of several who can speak: `senior captains`."""
    return bool(mention) and is_many(mention[-1]) and can_speak(mention) and not person(mention)


def _tells_several(words: list[Token]) -> bool:
    """Whether a sentence has a word for several who can speak."""
    return any(is_many(word) and can_speak([word]) for word in words)


def _is_body(head: Mention) -> bool:
    body = any(word.lower in BODIES or word.text in STATES for word in head)
    return body and not person(head)
