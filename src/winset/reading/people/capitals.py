"""Runs of capitals in a mention, and what of them is a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from winset.reading.text.nouns import BODIES
from winset.reading.text.states import PLACE_WORDS
from winset.reading.text.tokens import Token
from winset.reading.text.words import (
    CLAUSE_WORDS,
    COLLECTIVES,
    DAY_WORDS,
    DETERMINERS,
    PEOPLE_OF,
    ROLE_NOUNS,
    SENTENCE_ADVERBS,
    SUBORDINATORS,
    TITLES,
    lexicon,
)

LINKS = ("to", "of", "for", "in", "with", "from", "on")
_PARTICLES = lexicon("de da di du del la le van von der den bin al el")
_BELONGING = PEOPLE_OF | COLLECTIVES | {"office", "campaign", "team", "camp", "family"}
_FULL = 2
_NO_NAME = SUBORDINATORS | SENTENCE_ADVERBS | DAY_WORDS | CLAUSE_WORDS | {"of", "earlier"}
_NO_NAME |= lexicon("feb aug sep sept oct nov dec ok okay newly recently previously formerly")
_OF_NATIONS = ("ian", "ese", "ish", "can", "ean", "aeli", "aqi", "ani")
_TITLE_STARTS = TITLES | {"vice", "ex"}
_OPENING_PLACES = lexicon("port fort lake mount mt cape camp isle saint st puerto new")
_CLOSING_PLACES = lexicon(
    "island islands province county prefecture peninsula district strait airport act"
)
_LONGEST_PLACE = 3
_COMMA = Token(",", 0, 0)


def runs_of(mention: Sequence[Token]) -> Iterable[list[Token]]:
    """Runs of capitals, but for whom somebody belongs to: `a spokesman for Anna Berg`."""
    run: list[Token] = []
    led = apart = False
    before = ""
    for place, word in enumerate(mention):
        if (run or word.is_capital) and in_name(mention, place, bool(run)):
            run.append(word)
            if word.text.endswith(("’s", "'s", "s’", "s'")):
                run = []
            continue
        led_now = word.lower in LINKS
        if run and not (led_now and len(run) > 1 and is_title(run[-1])):
            yield _after_link(run, led, apart or (before == "in" and len(run) == _FULL))
        before = run[0].lower if len(run) == 1 and run[0].lower != "secretary" else before
        if led_now:
            body = bool(run) and any(map(is_organisation, run))
            apart = body or before in _BELONGING or before.endswith("s")
        elif word.lower not in DETERMINERS:
            apart = False
        led = led_now or (apart and word.lower in DETERMINERS)
        run, before = [], word.lower
    yield _after_link(run, led, apart or (before == "in" and len(run) == _FULL))


def in_name(mention: Sequence[Token], place: int, begun: bool) -> bool:
    """Whether a word is a name or, within one, a particle as in `Staffan de Roe`."""
    word = mention[place]
    if word.is_capital:
        return word.lower not in DETERMINERS
    if not begun or word.text == ".":
        return begun
    return word.lower in _PARTICLES and any(w.is_capital for w in mention[place + 1 : place + 2])


def _after_link(run: list[Token], led: bool, apart: bool) -> list[Token]:
    """A run without the office or place it opens with after `of`: `of Norland Anna Berg`."""
    if led and (apart or len(run) == 1):
        return []
    return run[1:] if led and len(run) > _FULL else run


def is_whole(run: list[Token], mention: Sequence[Token]) -> bool:
    """Whether capitals are a whole name and none of a place or body: `the Roe Lund group`."""
    end = run[-1].end
    if mention[-1].end > end:
        after = next((word for word in mention if word.start >= end), _COMMA)
        if after.lower in BODIES:
            return False
    if run[-1].lower in _CLOSING_PLACES:
        return False
    if run[0].lower in _OPENING_PLACES and len(run) <= _LONGEST_PLACE:
        return _is_led_by_title(run, mention)
    return " ".join(word.lower for word in run) not in PLACE_WORDS


def _is_led_by_title(run: list[Token], mention: Sequence[Token]) -> bool:
    """Whether a name that could be a place is a person’s: `Mr St. Roe`, and no `St. Roe`."""
    before = [word for word in mention if word.end <= run[0].start][-2:]
    return bool(before) and (
        is_title(before[-1]) or (before[-1].text == "." and is_title(before[0]))
    )


def stands_alone(word: Token, mention: Sequence[Token]) -> bool:
    """Whether one capitalised word is a surname, and not as in `a U.S. official`."""
    after = [later.lower for later in mention if later.start >= word.end][:1]
    if "." in word.text or word.lower in PLACE_WORDS or word.lower in _NO_NAME:
        return False
    return not after or after[0] in ("of", "from", ",", ".")


def without_titles(run: list[Token]) -> list[Token]:
    for place in range(len(run) - 2, -1, -1):
        if _is_title_word(run[place].lower):
            run = run[place + 1 :]
            break
    while run and (is_title(run[0]) or _is_nationality(run) or not run[0].is_word):
        run = run[1:]
    while len(run) > 1 and run[0].lower in _NO_NAME:
        run = run[1:]
    while run and not run[-1].is_word:
        run = run[:-1]
    office = len(run) > 1 and run[0].lower in PLACE_WORDS and is_title(run[-1])
    return [] if office else run  # `the Norland Premier` is no name


def is_title(word: Token) -> bool:
    """Whether a word is an office or a form of address, as `Mrs` or `ex-mayor`."""
    return _is_title_word(word.lower)


@lru_cache(maxsize=4096)
def _is_title_word(lower: str) -> bool:
    lower = lower.rstrip(".")
    return lower in TITLES or lower.split("-")[0] in _TITLE_STARTS or lower in ROLE_NOUNS


def _is_nationality(run: list[Token]) -> bool:
    """An adjective such as Russian or Egyptian, which is no first name when a title follows."""
    led = len(run) > 2 or (len(run) == 2 and is_title(run[1]))
    return led and run[0].lower.endswith(_OF_NATIONS)


def is_organisation(word: Token) -> bool:
    """Whether a word names a body wherever it stands in its name."""
    return word.lower in BODIES


def bare(text: str) -> str:
    return text[:-2] if text.endswith(("’s", "'s")) else text.rstrip("’'")
