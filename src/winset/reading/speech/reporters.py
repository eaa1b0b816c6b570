"""Whose words are reported: the subject of a verb of speech, where it can speak."""

from __future__ import annotations

from winset.reading.people.mentions import (
    Mention,
    before_asides,
    before_verb,
    is_pronoun,
    subject,
)
from winset.reading.speech.report_verbs import FORMS
from winset.reading.text.nouns import BODIES
from winset.reading.text.tokens import Token
from winset.reading.text.words import (
    AUXILIARIES,
    CLAUSE_WORDS,
    COLLECTIVES,
    DAY_WORDS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    FORMS_OF_BE,
    IRREGULAR,
    MONTHS,
    NEGATIONS,
    POSSESSIVES,
    ROLE_NOUNS,
    SENTENCE_ADVERBS,
    SPEAKING_NOUNS,
    SUBORDINATORS,
    TITLES,
    lexicon,
)

POLLED = lexicon(
    """
    percent poll polls survey surveys voters respondents data figures indictment complaint filing
    lawsuit affidavit interviews calculations database records estimates report reports study
    studies investigation research paper account accounts findings
    """
)
"""Those who are asked, and papers that are read: they are counted, or cited, and do not speak."""
_ISSUED = lexicon("statement communiqué communique")
"""Papers that speak for those who issue them."""
_MANY = lexicon("people police women men families some many others several critics")
_VAGUE = lexicon(
    "having who we i that which you this these those what none neither nobody few other"
)
_SMALL = DETERMINERS | POSSESSIVES | {"of", "for", "from"}
_NO_SUBJECT = FORMS_OF_BE | AUXILIARIES | POLLED | IRREGULAR | {"said", "says"}
_DETERMINED = DETERMINERS | POSSESSIVES
_ADVERBS = AUXILIARIES | SENTENCE_ADVERBS | lexicon("themselves itself")
_SAYING = ("said", "says", "say", "saying", "told", "tells")
_TIMES = DAY_WORDS | MONTHS.keys() | lexicon("late early last this the year")
_LINKS = SUBORDINATORS | {"of", "to", "for"}
_NOT_NAMES = DETERMINERS | POSSESSIVES | SUBORDINATORS
_DENIALS = NEGATIONS | lexicon("will would can could may might must should shall")
_NO_VERB_AFTER = DETERMINERS | POSSESSIVES | {"to", "of"}
_LEADING = lexicon("but and yet so still then also")
UNHEARD = (DOCUMENT_NOUNS | lexicon("proposal proposals plan plans")) - _ISSUED
"""Papers that say something and yet report nobody's words."""
_SPEAKERS = ROLE_NOUNS | COLLECTIVES | BODIES | SPEAKING_NOUNS | TITLES
_LONGEST_PHRASE, _MOST_ASIDES, _LONGEST_DATELINE = 6, 3, 12


def reporter(words: list[Token], verb: int) -> Mention:
    """Who speaks by the verb at `verb`; empty where nobody does that surely can."""
    return speaker_at(words, before_asides(words, verb - 1), verb)


def speaker_at(words: list[Token], last: int, verb: int) -> Mention:
    """Who speaks by the verb at `verb`, adverbs between that and the word at `last`."""
    while last > 0 and words[last].lower in _ADVERBS:
        last = before_asides(words, last - 1)
    if last < 0:
        return []
    if words[last].lower in ("who", "which"):
        comma = last > 0 and words[last - 1].text == ","
        return named(before_verb(words, last - 1 if comma else last))
    if words[last].text in ",)—–":
        return _before_aside(words, last)
    mention = _without_time(before_verb(words, last + 1))
    known = named(mention) or named(_plural(words, last))
    return known or (
        _any_subject(mention) if words[verb : verb + 1] and words[verb].lower in _SAYING else []
    )


def is_denied(words: list[Token], verb: int, shape: str) -> bool:
    """Whether a verb is denied, only thought of, passive, or a noun or name."""
    if words[verb].is_capital or verb == 0:
        return words[verb].is_capital
    before = words[verb - 1].lower
    if before == "as":
        return verb < 2 or words[verb - 2].lower not in ("quoted", "cited", "reported")
    if before in _NO_VERB_AFTER or before.endswith(("’s", "'s")):
        return True
    if before in FORMS_OF_BE and shape != "ing":
        return True
    for place in range(verb - 1, max(verb - 4, -1), -1):
        word = words[place].lower
        denied = word in _DENIALS or word.endswith(("n’t", "n't"))
        if denied or word in ",;:":
            return denied
    return False


def main_subject(words: list[Token]) -> Mention:
    """Whom a sentence is about, past a dateline or a word that ties it to the one before."""
    dash = next((n for n, word in enumerate(words[:_LONGEST_DATELINE]) if word.text in "—–-"), 0)
    first = dash if dash and words[0].text.isupper() else 0
    while first < len(words) and (words[first].lower in _LEADING or not words[first].is_word):
        first += 1
    return subject(words[first:])


def _before_aside(words: list[Token], last: int) -> Mention:
    """The subject before something set apart: `Berg, a lawyer who fished, said`."""
    opening = "(" if words[last].text == ")" else words[last].text
    places = [n for n in range(last - 1, 0, -1) if words[n].text == opening]
    described = [n for n in places if opening == "," and words[n + 1].lower in ("who", "whose")]
    for place in (*described[:1], *places)[:_MOST_ASIDES]:
        found = named(before_verb(words, place))
        if found:
            return found
    return []


def _without_time(mention: Mention) -> Mention:
    """A mention without a time it ends in: `the council in late September`."""
    for place in range(len(mention) - 1, 0, -1):
        word = mention[place].lower
        if word in ("in", "on", "at"):
            return mention[:place]
        if word not in _TIMES and not mention[place].text.isdigit():
            break
    return mention


def _plural(words: list[Token], last: int) -> Mention:
    """A noun for several without an article: `company executives said`."""
    first = last
    while first >= 0 and last - first < _LONGEST_PHRASE and _is_plain(words[first]):
        first -= 1
    found = words[first + 1 : last + 1]
    return found if found and is_many(found[-1]) else []


def _is_plain(word: Token) -> bool:
    clause = word.lower in CLAUSE_WORDS or word.lower in SUBORDINATORS
    return word.is_word and not clause and word.lower not in FORMS_OF_BE


def is_many(word: Token) -> bool:
    """Whether a noun is of several, by its ending or as a word for many."""
    plural = word.lower.endswith("s") and not word.lower.endswith(("ss", "us", "’s", "'s"))
    return word.lower in _MANY or (plural and not word.is_capital)


def named(mention: Mention) -> Mention:
    """A mention that is of a person, a body or a pronoun, and of no document or poll."""
    while len(mention) > 1 and mention[0].lower in _ADVERBS:
        mention = mention[1:]
    if not _can_be_subject(mention):
        return []
    last = mention[-1].lower
    capital = any(word.is_capital and word.lower not in _NOT_NAMES for word in mention)
    known = capital or last in _SPEAKERS or is_pronoun(mention) or is_many(mention[-1])
    return mention if known else []


def _any_subject(mention: Mention) -> Mention:
    """The subject of a plain `said`, who is hardly ever a thing: `the magnate`."""
    led = len(mention) > 1 and mention[0].lower in _DETERMINED and mention[-1].lower != "that"
    return mention if led and _can_be_subject(mention) else []


def _can_be_subject(mention: Mention) -> bool:
    """Whether a mention holds no verb, number, poll or document."""
    if not mention or mention[0].lower in _LINKS:
        return False
    last = mention[-1].lower
    if last in _VAGUE or last in UNHEARD:
        return False
    if mention[0].lower in FORMS and not mention[0].is_capital:
        return False
    if last in _ADVERBS:
        return False
    return not any(
        word.lower in _NO_SUBJECT or word.text.isdigit() or (place and _is_past(word))
        for place, word in enumerate(mention)
    )


def _is_past(word: Token) -> bool:
    return (
        word.text.endswith("ed")
        and not word.is_capital
        and word.lower not in ("united", "armed", "unnamed", "retired")
    )


def is_somebody(mention: Mention) -> bool:
    """Whether a mention is a name, an office or a pronoun and holds no other noun before `of`."""
    link = next((n for n, word in enumerate(mention) if n and word.lower in ("of", "for")), None)
    return bool(mention) and all(
        word.is_capital or word.lower in _SPEAKERS or word.lower in _SMALL or is_pronoun([word])
        for word in mention[:link]
        if word.is_word
    )
