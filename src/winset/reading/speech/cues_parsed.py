"""Who speaks a quotation by the parse of its sentence: the subject of the verb it hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from winset.reading.people.mentions import can_speak
from winset.reading.speech.parsing import Parser, Word
from winset.reading.speech.scene import Scene, Verdict
from winset.reading.speech.speaking import spoken
from winset.reading.text.marks import Span
from winset.reading.text.words import DOCUMENT_NOUNS, SPEECH_VERBS

_WHOLE = 6
_HIGHEST = 12
_SHARED = ("conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp")
"""Roles of a clause whose subject may be that of the clause above it."""
_OF_SUBJECT = frozenset(
    ("det", "compound", "amod", "poss", "case", "nummod", "nmod", "flat", "pobj", "pnc")
)


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A sentence as it was parsed, the place of each letter in the text, and the quote's words."""

    text: str
    places: Sequence[int]
    words: tuple[Word, ...]
    quote: frozenset[int]

    def lower(self, number: int) -> str:
        word = self.words[number]
        return self.text[word.start : word.end].lower()


def parsed(scene: Scene, place: int) -> Verdict | None:
    """The subject of the verb of speech that the quote, or what it is part of, hangs on."""
    if scene.parser is None:
        return None
    sentence = _parse(scene, place, scene.parser)
    verbs = [verb for verb in _above(sentence) if sentence.words[verb].kind == "VERB"]
    of_speech = [verb for verb in verbs if sentence.lower(verb) in SPEECH_VERBS]
    if not of_speech and not _is_long(scene, place):
        return None
    for verb in of_speech[:1] or verbs:
        subject = _subject(sentence, verb)
        found = None if subject is None else _verdict(scene, place, sentence, subject)
        if found is not None:
            return found
    return None


def _is_long(scene: Scene, place: int) -> bool:
    """Whether part of a sentence is too long to be a term, whatever verb it hangs on."""
    span = scene.top[place]
    words = scene.text[span.start : min(span.end, span.start + 400)].split()
    return len(words) > _WHOLE and scene.text[span.start].islower()


def _parse(scene: Scene, place: int, parser: Parser) -> _Parsed:
    """The quote's sentence parsed; quotes that are sentences themselves are one word in it."""
    start, end = scene.sentence_around(place)
    pieces: list[str] = []
    places: list[int] = []
    inside = (0, 0)
    done = start
    for span in scene.within(start, end):
        pieces.append(scene.text[done : span.outer_start])
        places += range(done, span.outer_start)
        words = _stand_in(scene.text, span)
        if span == scene.top[place]:
            inside = (len(places), len(places) + len(words))
        pieces.append(words)
        places += [span.start] * len(words)
        done = span.outer_end
    text = "".join([*pieces, scene.text[done:end]])
    found = parser.parse(text)
    quote = (n for n, word in enumerate(found) if inside[0] <= word.start < inside[1])
    return _Parsed(text, [*places, *range(done, end)], found, frozenset(quote))


def _stand_in(text: str, span: Span) -> str:
    words = text[span.start : min(span.end, span.start + 400)].rstrip(",")
    whole = len(words.split()) > _WHOLE or any(stop in words for stop in ".?!")
    return '"this"' if whole else f'"{words}"'


def _above(sentence: _Parsed) -> Iterator[int]:
    """The words the quote depends on, from the nearest up."""
    words, quote = sentence.words, sentence.quote
    here = min((n for n in quote if words[n].head not in quote), default=-1)
    for _ in range(_HIGHEST if here >= 0 else 0):
        here = words[here].head
        if here not in quote:
            yield here
        if words[here].head == here:
            return


def _subject(sentence: _Parsed, verb: int) -> int | None:
    """The head of a verb's subject, of the verb above where it has none; None for a passive."""
    words = sentence.words
    for _ in range(_HIGHEST):
        for number, word in enumerate(words):
            if word.head == verb and word.role == "nsubj" and number not in sentence.quote:
                relative = words[verb].role == "relcl" and word.kind == "PRON"
                return words[verb].head if relative else number
        if words[verb].role == "acl":
            return words[verb].head
        if words[verb].role not in _SHARED or words[verb].head == verb:
            return None
        verb = words[verb].head
    return None


def _verdict(scene: Scene, place: int, sentence: _Parsed, subject: int) -> Verdict | None:
    """Speech by the words of a subject, where they can speak."""
    phrase = {subject}
    for _ in range(4):
        phrase |= {n for n, word in enumerate(sentence.words) if _belongs(sentence, n, phrase)}
    start = min(sentence.words[number].start for number in phrase)
    end = max(sentence.words[number].end for number in phrase)
    mention = scene.words(sentence.places[start], sentence.places[end - 1] + 1)
    if sentence.lower(subject) in DOCUMENT_NOUNS or not can_speak(mention):
        return None
    words = scene.words(sentence.places[0], sentence.places[-1] + 1)
    return spoken(scene, place, mention, words, 0, "parse")


def _belongs(sentence: _Parsed, number: int, phrase: set[int]) -> bool:
    word = sentence.words[number]
    if word.head not in phrase or number in sentence.quote:
        return False
    return word.role in _OF_SUBJECT or (word.role == "prep" and sentence.lower(number) == "of")
