"""Who a clause is about: noun phrases beside a verb, and the names in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import attrgetter

from winset.reading.people.capitals import (
    LINKS,
    bare,
    in_name,
    is_organisation,
    is_title,
    is_whole,
    runs_of,
    stands_alone,
    without_titles,
)
from winset.reading.text.nouns import BODIES
from winset.reading.text.states import PLACE_WORDS, STATES
from winset.reading.text.tokens import Token
from winset.reading.text.words import (
    AUXILIARIES,
    CLAUSE_WORDS,
    COLLECTIVES,
    DAY_WORDS,
    DETERMINERS,
    FORMS_OF_BE,
    IRREGULAR,
    MENTION_STOPS,
    MONTHS,
    PERSON_PRONOUNS,
    POSSESSIVES,
    PRONOUNS,
    ROLE_NOUNS,
    SENTENCE_ADVERBS,
    SPEAKING_NOUNS,
    SPEECH_VERBS,
    SUBORDINATORS,
    TITLES,
    WEEKDAYS,
)

Mention = list[Token]
_lower = attrgetter("lower")
_LONGEST = 14
_LEADING_TO_DAYS = frozenset(("on", "late", "early", "last", "earlier", "this", "that", "the"))
_LEADING_TO_DAYS |= frozenset(WEEKDAYS)
_NO_SUBJECT = SUBORDINATORS | SENTENCE_ADVERBS | DAY_WORDS | {"of", "earlier"}
_LONGEST_PLACE = 3
_SPEAKING_PRONOUNS = PERSON_PRONOUNS | {"they"}
_SPEAKERS = ROLE_NOUNS | BODIES | TITLES | SPEAKING_NOUNS
_POINTING = ("the", "this", "his", "her")
_LONGEST_NAME = 5
_COMMA = Token(",", 0, 0)
_RECENT = 512
"""Mentions whose person is remembered, since one rule after another asks for the same."""
_ANY_PRONOUN = _SPEAKING_PRONOUNS | {"we", "i"}
_DETERMINED = DETERMINERS | POSSESSIVES
_ONE_PERSON = ROLE_NOUNS - COLLECTIVES
_ENDING = IRREGULAR | FORMS_OF_BE | AUXILIARIES | SPEECH_VERBS | CLAUSE_WORDS | SUBORDINATORS
_BREAKS = CLAUSE_WORDS | SPEECH_VERBS
_OPENING = DETERMINERS | PRONOUNS | ROLE_NOUNS | TITLES | POSSESSIVES


def before_verb(words: list[Token], verb: int) -> Mention:
    """The subject that ends right before the verb at `verb`; empty when there is none."""
    last = before_asides(words, verb - 1)
    if last < 0:
        return []
    if words[last].text in ",)—–":
        return subject(words[: last + 1])
    first = last
    while first >= 0 and last - first < _LONGEST and _within_phrase(words[first]):
        first -= 1
    found = _trimmed(words[first + 1 : last + 1])
    if len(found) > 1 and found[0].lower in _SPEAKING_PRONOUNS:
        return []  # a clause: `he had no cost estimates`
    if 1 < first <= _LONGEST_NAME and words[first].text == ",":
        named = words[:first]  # `Anna Berg, envoy to the bank said`, without its second comma
        if all(word.is_capital for word in named) and " " in person(named) and not person(found):
            return named
    if first > 1 and words[first].lower == "and" and _is_between(words, first):
        return subject(words[:verb])  # `A judge in talks between the port and Elmira said`
    relative = first > 0 and words[first].lower == "who" and found != words[first + 1 : last + 1]
    return (before_verb(words, first) or found) if relative else found


def _is_between(words: list[Token], joint: int) -> bool:
    """Whether an `and` joins the two that something is between."""
    return any(word.lower == "between" for word in words[max(joint - _LONGEST_NAME, 0) : joint])


def before_asides(words: list[Token], last: int) -> int:
    """The place of the last word before adverbs and words of time: `Berg on Monday also …`."""
    while last >= 0:
        word = words[last]
        adverb = word.lower.endswith("ly") and not word.is_capital and len(word.text) > 4
        if last > 0 and word.lower in DAY_WORDS:
            last -= 1
            while last > 0 and words[last].lower in _LEADING_TO_DAYS:
                last -= 1
        elif adverb or word.lower in AUXILIARIES:
            last -= 1
        else:
            break
    return last


def after_verb(words: list[Token], verb: int) -> Mention:
    """The subject that follows an inverted verb: `said the minister, who …`."""
    found: Mention = []
    for word in words[verb + 1 : verb + 1 + _LONGEST]:
        stop = word.lower in MENTION_STOPS or not (word.is_word or word.text in ".&")
        if stop or (word.lower in ("to", "for") and not (found and is_title(found[-1]))):
            break
        found.append(word)
    while found and not found[-1].is_word:
        found.pop()
    named = any(word.is_capital for word in found[:6])
    return found if found and (named or _can_begin(found[0])) else []


def subject(words: list[Token]) -> Mention:
    """The subject a sentence begins with, after any introductory phrases."""
    led: list[Token] = []
    place: Mention = []
    for segment in map(_without_time, _segments(words)):
        first = segment[0]
        if _leads_in(segment):
            led = segment
            continue
        found = _leading(segment)
        if place and not led and (first.text.endswith(("’s", "'s")) or is_title(first)):
            return place  # `In Elmira, Berg, Norland’s envoy, said`
        if found and found[0].lower in _SPEAKING_PRONOUNS:
            return found[:1]
        if found and not place and _is_place(led, segment):
            region = words_of(segment).lower() in PLACE_WORDS
            place = [] if region else found  # `Speaking in Elmira, Norland, Berg said`
            led = []
        elif place and not first.is_capital:
            return place
        elif found and any(w.is_capital or w.lower in _DETERMINED for w in found):
            return found
        elif place:
            return place
    return place


def _leads_in(segment: list[Token]) -> bool:
    """Whether the words before a comma tell a time, a place or what was done meanwhile."""
    first = segment[0]
    if first.lower in _NO_SUBJECT or first.text.isdigit() or _is_participle(segment):
        return True
    return segment[-1].lower in ("later", "ago", "earlier")


def _is_place(led: list[Token], segment: list[Token]) -> bool:
    """Whether capitals alone between commas may tell where the place before them is."""
    place = len(led) > 1 and led[-1].is_capital
    return place and len(segment) < _LONGEST_PLACE and all(w.is_capital for w in segment)


def _is_participle(segment: list[Token]) -> bool:
    """Whether a clause opens with a form such as `meeting`, and no name such as Beijing."""
    first = segment[0]
    if not first.lower.endswith("ing") or first.text in STATES:
        return False
    return not any(word.lower in BODIES for word in segment[1:2])


def person(mention: Mention) -> str:
    """The name of a person in a mention, without titles; "" when there is none.

    >>> from winset.reading.text.tokens import tokens
    >>> person(tokens("Elmira's mayor Jane Roe", 0, 23))
    'Jane Roe'
    """
    for word in mention:
        if word.is_capital:
            return _person(tuple(mention))
    return ""


@lru_cache(maxsize=_RECENT)
def _person(mention: tuple[Token, ...]) -> str:
    lone = ""
    for run in filter(None, map(without_titles, runs_of(mention))):
        if not BODIES.isdisjoint(map(_lower, run)):
            continue
        if len(run) > 1:
            if is_whole(run, mention):
                return " ".join(bare(word.text) for word in run).replace(" .", ".")
        elif not lone and stands_alone(run[0], mention):
            lone = bare(run[0].text)
    return lone


def name(mention: Mention) -> str:
    """What to call a mention: the person's name, or its own words."""
    return person(mention) or words_of(mention)


def words_of(mention: Mention) -> str:
    """The words of a mention as the text has them, single-spaced."""
    text, end = "", mention[0].start if mention else 0
    for word in mention:
        text += (" " if word.start > end else "") + word.text
        end = word.end
    return text


def can_speak(mention: Mention) -> bool:
    """Whether a mention is of somebody: a name, a pronoun, a role or a body.

    >>> from winset.reading.text.tokens import tokens
    >>> [can_speak(tokens(words, 0, len(words))) for words in ("the mayor", "the weather")]
    [True, False]
    """
    if person(mention) or (mention and mention[0].lower in _ANY_PRONOUN):
        return True
    return any(word.lower in _SPEAKERS or word.text in STATES for word in mention)


def is_pronoun(mention: Mention) -> bool:
    """Whether a mention is one pronoun."""
    return len(mention) == 1 and mention[0].lower in PRONOUNS


def is_description(mention: Mention) -> bool:
    """Whether a mention points back at somebody already named, as in `the senator`."""
    return (
        len(mention) > 1
        and (mention[0].lower in _POINTING or mention[0].text.endswith(("’s", "'s")))
        and mention[-1].lower in _ONE_PERSON
        and not person(mention[:-1] if mention[-1].is_word else mention).count(" ")
    )


def first_named(words: list[Token]) -> str:
    """The first full personal name among words, "" when there is none."""
    return next((found for found in names_in(words) if " " in found), "")


def names_in(words: list[Token]) -> Iterator[str]:
    """The personal names among words; one word alone only after a title."""
    run: Mention = []
    ended = [*words, _COMMA]
    for place, word in enumerate(ended):
        if word.is_capital or (run and in_name(ended, place, begun=True)):
            run.append(word)
            continue
        found = person(run) if len(run) > 1 and run[1].is_word else ""
        if found:
            yield found
        run = []


def _segments(words: list[Token]) -> Iterable[list[Token]]:
    segment: list[Token] = []
    for word in words:
        if word.text in ",;:—–(":
            if segment:
                yield segment
            segment = []
        elif word.is_word or word.text in ".&":
            segment.append(word)
    if segment:
        yield segment


def _without_time(segment: list[Token]) -> list[Token]:
    """A clause without a day or year it opens with: `In 1988 my predecessor stood …`."""
    if len(segment) < 4 or segment[0].lower not in ("in", "on", "by", "late", "early", "last"):
        return segment
    for place in range(1, min(5, len(segment) - 2)):
        word = segment[place]
        if word.text.isdigit() or word.lower in DAY_WORDS or word.lower in MONTHS:
            after = segment[place + 1]
            if not (after.text.isdigit() or after.lower in MONTHS or after.lower in SUBORDINATORS):
                return segment[place + 1 :]
    return segment


def _leading(segment: list[Token]) -> Mention:
    found: Mention = []
    for word in segment[:_LONGEST]:
        if found and not word.is_capital and _ends_phrase(word, found):
            break
        found.append(word)
    return found


def _ends_phrase(word: Token, found: Mention) -> bool:
    if word.lower in ("of", "the"):
        return False
    if word.lower in ("to", "for") and is_title(found[-1]):
        return False
    named = found[-1].is_capital and not found[-1].text.endswith(("’s", "'s"))
    adjective = found[-1].lower in PLACE_WORDS
    after_name = (
        len(found) > 1 and named and not (is_title(word) or is_organisation(word) or adjective)
    )
    if word.lower in _ENDING or word.lower.endswith(("ed", "ly")) or after_name:
        return True
    body = found[-1].lower in BODIES and not found[-1].is_capital  # `the group seeks to stop it`
    return body and word.lower.endswith("s") and word.lower not in _SPEAKERS


def _within_phrase(word: Token) -> bool:
    return word.lower not in _BREAKS if word.is_word else word.text in ".&"


def _trimmed(words: Mention) -> Mention:
    """Cut a phrase down to its head: from the last `the`, pronoun or run of capitals on."""
    while words and not words[0].is_word:
        words = words[1:]
    if not words:
        return []
    if words[-1].lower in PRONOUNS and not (len(words) > 2 and words[-2].lower == "of"):
        return words[-1:]
    if words[0].lower in SUBORDINATORS:
        return _last_run(words)
    while len(words) > 1 and not (_can_begin(words[0]) or heads_phrase(words)):
        words = words[1:]
    return words if _can_begin(words[0]) or heads_phrase(words) else []


def heads_phrase(words: Mention) -> bool:
    """Whether a noun for several is said to be of somebody: `advisers to the mayor`."""
    plural = words[0].lower.endswith("s") and not words[0].lower.endswith(("ss", "us", "’s", "'s"))
    return plural and len(words) > 2 and words[1].lower in LINKS and len(words[0].lower) > 3


def _last_run(words: Mention) -> Mention:
    """The last run of capitals, or the phrase from the last article on."""
    last = len(words)
    first = last
    while first > 0 and words[first - 1].is_capital and words[first - 1].lower not in SUBORDINATORS:
        first -= 1
    if first < last:
        return words[first:]
    for place in range(last - 1, -1, -1):
        if words[place].lower in DETERMINERS:
            return words[place:]
    return words[-1:] if words[-1].lower in ROLE_NOUNS else []


def _can_begin(word: Token) -> bool:
    return word.is_capital or word.lower in _OPENING
