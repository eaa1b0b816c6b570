"""Words that are a document's own, a title or a name: announced, or ascribed by the words after."""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter

from winset.reading.people.mentions import Mention, before_verb, person, subject, words_of
from winset.reading.speech.scene import Scene, Verdict
from winset.reading.text.tokens import Token
from winset.reading.text.words import (
    CUE_NOUNS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    DOCUMENT_VERBS,
    POSSESSIVES,
    SAYINGS,
    SPEECH_VERBS,
    TITLING,
    WORDINGS,
)

_SHORTEST = 4
_lower = attrgetter("lower")
_ONLY_VERBS = SPEECH_VERBS - CUE_NOUNS
_COMMON = DETERMINERS | {"old", "common", "popular"}
_ANNOUNCING = SAYINGS | TITLING | WORDINGS
_ANNOUNCING |= {"so-called", "author", "writer", "director"}
_ANNOUNCING |= {"known", "referred", "nicknamed", "dubbed"}
"""Words one of which stands right before every name, title or wording that is announced."""


def document_speaks(scene: Scene, place: int) -> Verdict | None:
    """`Article 7 provides that “…”`, `its first clause calls for “…”`."""
    words, lower = scene.before(place), scene.lower_before(place)
    known = not DOCUMENT_VERBS.isdisjoint(lower)
    for verb in range(len(words) - 1, 0, -1) if known else ():
        if words[verb].lower not in DOCUMENT_VERBS or words[verb].is_capital:
            continue
        mention = before_verb(words, verb) or subject(words[:verb])
        if mention and is_document(mention, words[verb]):
            return Verdict("document", "document speaks", mention, words_of(mention))
    opening = [word.lower for word in scene.whole_before(place)[:8]]
    led = opening[:1] in (["under"], ["in"]) and not DOCUMENT_NOUNS.isdisjoint(opening)
    span = scene.top[place]
    led = led and len(scene.text[span.start : min(span.end, span.start + 80)].split()) >= _SHORTEST
    if led and SPEECH_VERBS.isdisjoint(lower):
        return Verdict("document", "document word")
    mention = subject(words) if scene.text[span.start].islower() else []
    if mention and is_document(mention, words[-1]):
        return Verdict("document", "document speaks", mention, words_of(mention))
    return None


def of_document_after(scene: Scene, place: int) -> Verdict | None:
    """`“…” set out in Article 4`: words that the next ones ascribe to a document."""
    after = scene.after(place)
    if DOCUMENT_NOUNS.isdisjoint(map(_lower, after)):
        return None
    words = [word.lower for word in after if word.is_word][:8]
    led = words[:2] in _FROM or words[:1] in ([part[0]] for part in _FROM_ONE)
    if led and not DOCUMENT_NOUNS.isdisjoint(words):
        return Verdict("document", "document word")
    return None


_FROM = (
    *(["set", "out"], ["laid", "down"], ["contained", "in"], ["enshrined", "in"]),
    *(["stipulated", "in"], ["set", "forth"], ["used", "in"], ["provided", "for"]),
    *(["found", "in"], ["defined", "in"], ["mentioned", "in"], ["described", "in"]),
)
_FROM_ONE = (("stated",),)


def is_document(mention: Mention, verb: Token) -> bool:
    """Whether a subject is a document and no person, judged with its verb."""
    named = [word for word in mention if word.text[0].isalpha()] or mention
    last = named[-1]
    if last.lower == "it":
        return verb.lower in DOCUMENT_VERBS
    heads = [word for word in named[:3] if word.lower in DOCUMENT_NOUNS]
    if heads and (last.text.isdigit() or verb.lower in DOCUMENT_VERBS) and not person(mention):
        return True
    ordinal = last.lower in _ORDINALS and named[0].lower in POSSESSIVES
    return (last.lower in DOCUMENT_NOUNS and last.lower != "line") or ordinal


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "next", "last")


def named(scene: Scene, place: int) -> Verdict | None:
    """A title (`entitled “…”`) or the wording of a document (`the clause “…”`)."""
    if _ANNOUNCING.isdisjoint(scene.lower_before(place)):
        return None
    words = _last_words(scene.before(place), 4)
    near = [word.lower for word in words[-3:]]
    if _ANNOUNCING.isdisjoint(near):
        return None
    verbs = [place for place, word in enumerate(near) if word in _ONLY_VERBS]
    if _is_saying(words):
        return Verdict("term", "name given")
    near = near[verbs[-1] + 1 :] if verbs and near[verbs[-1]] not in TITLING else near
    authored = near[-2:] in (["author", "of"], ["writer", "of"], ["director", "of"])
    if authored or any(word in TITLING for word in near[-2:]):
        return Verdict("title", "titled")
    named = near[-2:] in (
        ["known", "as"],
        ["referred", "as"],
        ["nicknamed", "the"],
        ["dubbed", "the"],
    )
    if "so-called" in near or named or near == ["known", "as", "the"]:
        return Verdict("term", "name given")
    if any(word in WORDINGS for word in near):
        return Verdict("document", "document word")
    return None


def _last_words(words: list[Token], number: int) -> list[Token]:
    """The last words of a list, without the stops between them."""
    found = [word for word in words[-3 * number :] if word.is_word]
    return found[-number:]


def _is_saying(words: list[Token]) -> bool:
    """Whether common words are led in (`an old saying: “…”`) and not those of one speaker."""
    return any(
        word.lower in SAYINGS and (word.lower != "saying" or before.lower in _COMMON)
        for before, word in pairwise(words)
    )


def beside_document(scene: Scene, place: int) -> Verdict | None:
    """Words set beside a document, with nobody to say them: `the treaty’s “…”`."""
    if DOCUMENT_NOUNS.isdisjoint(scene.lower_before(place)):
        return None
    near = [word.lower for word in _last_words(scene.before(place), 3)]
    if any(word in DOCUMENT_NOUNS and word != "line" for word in near):
        return Verdict("document", "document word")
    return None
