"""Whom `he`, `the envoy` or a body's `it` points back at: who was last heard or spoken of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from winset.reading.people.apposition import apposed
from winset.reading.people.mentions import (
    Mention,
    after_verb,
    before_verb,
    is_description,
    is_pronoun,
    names_in,
    person,
    subject,
    words_of,
)
from winset.reading.speech.offices import heads_office
from winset.reading.speech.scene import Scene
from winset.reading.text.nouns import THINGS
from winset.reading.text.tokens import Token, sentences_back
from winset.reading.text.words import (
    CLAUSE_WORDS,
    DETERMINERS,
    FORMS_OF_BE,
    MENTION_STOPS,
    SPEECH_VERBS,
    TITLES,
    lexicon,
)

_BODIES = lexicon(
    "statement communique communiqué declaration report post message ministry government office"
    " agency embassy commission council party company union army military mission court bank"
    " committee delegation group parliament cabinet presidency secretariat"
)
_ENDS_PHRASE = SPEECH_VERBS | CLAUSE_WORDS | MENTION_STOPS | FORMS_OF_BE | {"to", "of", "for"}
_LONGEST_PHRASE = 4
_HIDDEN = frozenset(("named", "identified", "anonymity", "anonymous", "anonymously"))
_NEAR = 12
_PARAGRAPH = 1000
_PARAGRAPHS_BACK = 3
_CLOSE = 2
_SEXES = dict.fromkeys(("man", "spokesman", "chairman", "congressman", "king", "father"), "he")
_SEXES |= dict.fromkeys(("woman", "spokeswoman", "chairwoman", "congresswoman", "queen"), "she")
_TWO = 2
_VOICES_BACK = 6


def antecedent(
    scene: Scene, place: int, meant: Mention | None = None, answering: bool = False
) -> str:
    """The person last spoken of before a quote, or before the mention of whoever spoke it.

    "" when none is near. Only a pronoun can mean somebody who is described and not named.
    """
    mention = meant or []
    span = scene.top[place]
    words = scene.behind(place)
    if mention and mention[0].start < span.start:
        words = [word for word in words if word.start < mention[0].start]
    found = _person_in(scene, words, mention, answering)
    for back in range(span.paragraph, max(span.paragraph - _PARAGRAPHS_BACK, 0) - 1, -1):
        if found:
            return found
        if scene.voice is not None and scene.voice.end > scene.paragraphs[back].start:
            found = _last_heard(scene, mention)
        if back < span.paragraph:
            found = found or _person_of(scene, back, mention, answering)
    return found


def person_before(scene: Scene, place: int, meant: Mention | None = None) -> str:
    """The person last spoken of before a place, in its paragraph or the two before."""
    mention = meant or []
    number = bisect_right(scene.paragraphs, place, key=lambda one: one.start) - 1
    start = max(scene.paragraphs[number].start, place - _PARAGRAPH)
    found = _person_in(scene, scene.words(start, place), mention, False)
    for back in range(number - 1, max(number - _PARAGRAPHS_BACK, -1), -1):
        found = found or _person_of(scene, back, mention, False)
    return found


def body_before(scene: Scene, place: int) -> str:
    """The body or document last spoken of before a quote; "" for none."""
    number = scene.top[place].paragraph
    found = _last_phrase(scene.behind(place))
    for back in range(number - 1, max(number - _PARAGRAPHS_BACK, -1), -1):
        paragraph = scene.paragraphs[back]
        found = found or _last_phrase(scene.words(paragraph.start, paragraph.end))
    return found


def one_of_two(scene: Scene, mention: Mention) -> str:
    """Whom `the former` or `the latter` of two just named means; "" where not two are named."""
    words = [word.lower for word in mention]
    if words not in (["the", "former"], ["the", "latter"]):
        return ""
    start = max(mention[0].start - _PARAGRAPH // 2, 0)
    for sentence in islice(sentences_back(scene.words(start, mention[0].start)), 2):
        two = list(dict.fromkeys(filter(None, (scene.full_names.get(w.text) for w in sentence))))
        if len(two) == _TWO:
            return two[words[1] == "latter"]
    return ""


def unnamed(scene: Scene, mention: Mention, words: list[Token]) -> str:
    """What to call one described and not named: after `a diplomat`, or `who asked not to be`."""
    if is_pronoun(mention):
        return ""
    after = (word for word in words if word.start > mention[-1].start)
    hidden = any(word.lower in _HIDDEN for word in islice(after, _NEAR))
    if not (hidden or _first_told(scene, mention[-1].lower) <= mention[0].start):
        return ""
    heard = scene.voice.speaker if scene.voice is not None else ""
    return heard if heard.startswith(("a ", "an ", "one ")) else words_of(mention)


def _first_told(scene: Scene, noun: str) -> int:
    """Where the first words end that tell of somebody and do not name them."""
    if noun not in scene.told_of:
        found = _one_of(noun).search(scene.masked)
        scene.told_of[noun] = found.end() if found else len(scene.masked)
    return scene.told_of[noun]


@lru_cache(maxsize=64)
def _one_of(noun: str) -> re.Pattern[str]:
    """`A senior diplomat`, who is not named after it."""
    return re.compile(
        rf"\b(?<!, )(?:[Aa]n?|[Oo]ne) (?:[\w.’-]+ ){{0,3}}?{re.escape(noun)}\b(?!,? [A-Z])"
    )


def _last_heard(scene: Scene, mention: Mention) -> str:
    """Who was last heard of those few that a mention can mean; "" for none."""
    last = reversed(scene.verdicts[-_VOICES_BACK:])
    heard = (one.speaker for one in last if one.kind == "speech" and one.speaker)
    return next((name for name in heard if _may_mean(scene, mention, name)), "")


def _may_mean(scene: Scene, mention: Mention, name: str) -> bool:
    """Whether a pronoun or description can mean somebody, by sex and by office."""
    if not mention:
        return True
    if is_pronoun(mention):
        named = THINGS.isdisjoint(name.lower().split())
        return named and not scene.pronouns.contrary(mention[0].lower, name)
    if scene.pronouns.contrary(_SEXES.get(mention[-1].lower, ""), name):
        return False
    return not (heads_office(mention) and scene.offices_held().excludes(mention, name))


def _person_of(scene: Scene, number: int, mention: Mention, answering: bool) -> str:
    """Whom a paragraph was last about; remembered, since quote after quote may ask."""
    key = (number, words_of(mention).lower(), answering)
    if key not in scene.spoken_of:
        paragraph = scene.paragraphs[number]
        words = scene.words(max(paragraph.start, paragraph.end - _PARAGRAPH), paragraph.end)
        scene.spoken_of[key] = _person_in(scene, words, mention, answering)
    return scene.spoken_of[key]


def _person_in(scene: Scene, words: list[Token], meant: Mention, answering: bool) -> str:
    """Whom some words were last about of those that a mention can mean; "" for none."""
    for sentence in sentences_back(words):
        head = subject(sentence)
        for found in _leading(scene, sentence, head, answering):
            if _may_mean(scene, meant, found):
                return found
        if is_pronoun(meant) and not answering and is_description(head):
            return _meant(scene, head)
        for found in map(scene.full_name, names_in(sentence)):
            known = " " in found or _surely(scene, meant, found)
            if known and _may_mean(scene, meant, found):
                return found
    return ""


def _meant(scene: Scene, described: Mention) -> str:
    """Whom a description that begins a sentence means, or its own words."""
    found = scene.holder(described)
    if not found and heads_office(described) and not unnamed(scene, described, []):
        found = person_before(scene, described[0].start, described)
    return found or words_of(described)


def _leading(scene: Scene, sentence: list[Token], head: Mention, answering: bool) -> Iterator[str]:
    """The names of those a sentence is about, the likeliest first."""
    for mention, sure in _heads(sentence, head, answering):
        found = scene.full_name(person(mention))
        if not found or found.isupper() or is_pronoun(mention):
            continue  # capitals are the label of a speaker in a transcript
        if sure or " " in found or mention[0].lower in TITLES:
            yield found
    beside = person(apposed(sentence, head)) if head else ""
    if beside:
        yield scene.full_name(beside)
    owner = head[0].text[:-2] if head and head[0].text.endswith(("’s", "'s")) else ""
    if owner in scene.full_names:  # `Berg’s visit ended`
        yield scene.full_name(owner)


def _surely(scene: Scene, meant: Mention, name: str) -> bool:
    """Whether a pronoun is that of somebody known to be a man, or a woman."""
    return is_pronoun(meant) and scene.pronouns.of(name) == meant[0].lower


def _last_phrase(words: list[Token]) -> str:
    """The last phrase that ends with a body or document, from its article or first name on."""
    for last in range(len(words) - 1, -1, -1):
        if words[last].lower not in _BODIES:
            continue
        first = last
        while first > 0 and last - first < _LONGEST_PHRASE and _in_phrase(words[first - 1]):
            first -= 1
            if words[first].lower in DETERMINERS:
                break
        return words_of(words[first : last + 1])
    return ""


def _in_phrase(word: Token) -> bool:
    return word.is_word and word.lower not in _ENDS_PHRASE


def _heads(sentence: list[Token], head: Mention, answering: bool) -> Iterator[tuple[Mention, bool]]:
    """Whom a sentence is about: who was asked, who spoke, who is its subject, in that order.

    With each goes whether a surname alone may be taken for a person.
    """
    verbs = [n for n, word in enumerate(sentence) if word.lower in SPEECH_VERBS and n]
    asked = [verb for verb in verbs if answering and sentence[verb].lower == "asked"]
    for verb in reversed(asked):
        yield after_verb(sentence, verb), True
    if verbs and len(sentence) - verbs[-1] <= _CLOSE and sentence[verbs[-1] - 1].is_capital:
        yield before_verb(sentence, verbs[-1]), True  # `The port vowed to wait, Berg said.`
    for verb in verbs:
        if sentence[verb - 1].lower not in FORMS_OF_BE:
            yield before_verb(sentence, verb), True
    yield head, False
