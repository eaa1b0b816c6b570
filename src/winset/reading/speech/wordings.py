"""Words that are a document's own, a title or a name: announced, or ascribed by the words after."""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter

from winset.reading.people.mentions import Mention, after_verb, before_verb, subject, words_of
from winset.reading.speech.cues_after import cue_later
from winset.reading.speech.papers import PAPERS, is_document, paper_before
from winset.reading.speech.scene import Scene, Verdict
from winset.reading.speech.speaking import spoken
from winset.reading.speech.terms import WORKS
from winset.reading.text.tokens import Token
from winset.reading.text.words import (
    CUE_NOUNS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    DOCUMENT_VERBS,
    SAYINGS,
    SPEECH_VERBS,
    TITLING,
    WORDINGS,
)

_REFERRING = ("refer", "refers", "referred")
_MEANING = ("mean", "means", "meant")
_SHORTEST, _NEAR = 4, 6
_STATING = DOCUMENT_VERBS - SPEECH_VERBS
_lower = attrgetter("lower")
_ONLY_VERBS, _SPEAKING = SPEECH_VERBS - CUE_NOUNS, SPEECH_VERBS - PAPERS
_COMMON = DETERMINERS | {"old", "common", "popular"}
_ANNOUNCING = SAYINGS | TITLING | WORDINGS
_ANNOUNCING |= {"so-called", "author", "writer", "director"}
_ANNOUNCING |= {"called", "refer", "refers"}
_ANNOUNCING |= {"known", "referred", "nicknamed", "dubbed"}
"""Words one of which stands right before every name, title or wording that is announced."""


def document_speaks(scene: Scene, place: int) -> Verdict | None:
    """`Article 7 provides that “…”`, `its first clause calls for “…”`."""
    words, before = scene.before(place), scene.lower_before(place)
    known = not DOCUMENT_VERBS.isdisjoint(before)
    for verb in range(len(words) - 1, 0, -1) if known else ():
        if words[verb].lower not in DOCUMENT_VERBS or words[verb].is_capital:
            continue
        mention = paper_before(words, verb) or before_verb(words, verb) or subject(words[:verb])
        if len(mention) == 1 and mention[0].lower == "it":
            found = spoken(scene, place, mention, words, verb, "same sentence")
            return found if found.speaker.lower() != "it" else _by(mention)
        if mention and is_document(mention, words[verb]):
            return _by(mention)
    lower = [word.lower for word in scene.whole_before(place)[:8]]
    source = lower[:2] == ["according", "to"]
    span = scene.top[place]
    words_in = len(scene.text[span.start : min(span.end, span.start + 80)].split())
    led = source or (lower[:1] in (["under"], ["in"]) and words_in >= _SHORTEST)
    if led and words and not PAPERS.isdisjoint(lower) and _SPEAKING.isdisjoint(before):
        return Verdict("document", "document word")
    mention = subject(words) if words and scene.text[span.start].islower() else []
    if DOCUMENT_NOUNS.isdisjoint([word.lower for word in mention]):
        return None
    told = is_document(mention, words[-1]) and cue_later(scene, place) is None
    return _by(mention) if told else None


def _by(mention: Mention) -> Verdict:
    return Verdict("document", "document speaks", mention, words_of(mention))


def of_document_after(scene: Scene, place: int) -> Verdict | None:
    """`“…” set out in Article 4`: words that the next ones ascribe to a document."""
    after = scene.after(place)
    if DOCUMENT_NOUNS.isdisjoint(map(_lower, after)):
        return None
    mention = _stating(after[1:] if after[0].text == "," else after)
    if mention:
        return _by(mention)
    words = [word.lower for word in after if word.is_word][:8]
    led = words[:2] in _FROM or words[:1] in ([part[0]] for part in _FROM_ONE)
    if led and not DOCUMENT_NOUNS.isdisjoint(words):
        return Verdict("document", "document word")
    return None


def _stating(words: list[Token]) -> Mention:
    """The document that states it: `“…,” the treaty provides`, `“…,” states Article 7`."""
    verb = next((n for n, word in enumerate(words[:_NEAR]) if word.lower in _STATING), None)
    if verb is None:
        return []
    mention = paper_before(words, verb) if verb else after_verb(words, 0)
    whole = mention and mention[0].start == words[0 if verb else 1].start
    return mention if whole and is_document(mention, words[verb]) else []


_FROM = (
    *(["set", "out"], ["laid", "down"], ["contained", "in"], ["enshrined", "in"]),
    *(["stipulated", "in"], ["set", "forth"], ["used", "in"], ["provided", "for"]),
    *(["found", "in"], ["defined", "in"], ["mentioned", "in"], ["described", "in"]),
)
_FROM_ONE = (("stated",),)


def named(scene: Scene, place: int) -> Verdict | None:
    """A title (`entitled “…”`) or the wording of a document (`the clause “…”`)."""
    if _ANNOUNCING.isdisjoint(scene.lower_before(place)):
        return None
    words = _last_words(scene.before(place), 4)
    near = [word.lower for word in words[-3:]]
    if _ANNOUNCING.isdisjoint(near):
        return None
    if near[-1] == "called" and _is_work(scene, place, near[-2:-1]):
        return Verdict("title", "titled")
    if near[1:] == ["to", "as"] and near[0] in _REFERRING:
        capital = scene.text[scene.top[place].start].isupper()
        called = capital and "what" not in scene.lower_before(place)
        return Verdict("term", "name given") if called else None
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
        after = scene.after(place)
        if after and after[0].lower in _MEANING:
            return Verdict("term", "name given")  # `the phrase “half open” means`
        return Verdict("document", "document word")
    return None


def _is_work(scene: Scene, place: int, before: list[str]) -> bool:
    """Whether a work is called so (`the speech is called “…”`), and not by somebody."""
    if any(word.lower == "by" for word in scene.after(place)[:2]):
        return False
    work = not WORKS.isdisjoint(scene.lower_before(place)[-_NEAR:])
    return work and not (WORKS | {"is"}).isdisjoint(before)


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
    if near[-1:] in (["article"], ["articles"]) and scene.before(place)[-1].text == "(":
        return Verdict("title", "titled")
    if any(word in DOCUMENT_NOUNS and word != "line" for word in near):
        return Verdict("document", "document word")
    return None
