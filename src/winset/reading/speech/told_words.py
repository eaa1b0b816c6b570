"""The words that a verb of speech leads to: where they begin, and by which rule."""

from __future__ import annotations

from winset.reading.speech.report_verbs import FORMS, Takes
from winset.reading.text.tokens import Token
from winset.reading.text.words import (
    AUXILIARIES,
    DAY_WORDS,
    DETERMINERS,
    FORMS_OF_BE,
    IRREGULAR,
    MONTHS,
    POSSESSIVES,
    PRONOUNS,
    SUBORDINATORS,
    lexicon,
)

Found = tuple[str, int]
"""A rule and the place of the first word told."""
_FINITE = (
    FORMS_OF_BE
    | IRREGULAR
    | lexicon("will would can could may might must should shall has had have does do did")
)
_NO_CLAUSE = lexicon(
    """
    of about to for at with from by as into so yes goodbye hello
    not thanks how what why where who whether if because than only and or but here
    """
)
"""Words after a verb of speech that begin no clause."""
_AMOUNTS = lexicon("no nothing something anything little more much few most")
"""Words that begin a clause only where its verb follows: `said more talks were needed`."""
_ASIDES = (
    DAY_WORDS
    | MONTHS.keys()
    | lexicon("in on at during to through via by after before late early last earlier this later")
    | lexicon("yesterday today again privately publicly afterwards ,")
)
_NEAR_DAYS = lexicon("on late early last this earlier later")
_TIMES = DAY_WORDS | MONTHS.keys() | lexicon("year this last late early earlier later ago")
_VENUES = lexicon("statement interview speech letter tweet post memo debate address email e-mail")
_OPENING = DETERMINERS - {"that"} | POSSESSIVES
_NOT_TOLD = _FINITE | {"about"}
_NO_HEARER = PRONOUNS | DETERMINERS | {"there"}
_SUBJECTS = lexicon("he she it they we i there that who")
_CLAUSE_ENDS = lexicon(", ; : — which that who whose where")
"""What ends the part of a clause its own verb stands in."""
_KINDS = lexicon("kind sort type much time day year")
_ASIDE, _HEARER, _OTHERS, _CLAUSE, _AMOUNT, _SHORTEST = 16, 7, 9, 14, 5, 4


def words_told(words: list[Token], verb: int) -> Found | None:
    """By which rule words follow the verb at `verb`, and the place of the first of them."""
    first = verb + 1
    if first < len(words) and words[first].lower == "out" and words[verb].lower in _POINT:
        first += 1
    if first + _SHORTEST > len(words):
        return None
    for rule in _RULES_OF[words[verb].lower]:
        found = rule(words, first, verb)
        if found is not None:
            return found
    return None


def _promised(words: list[Token], first: int, _verb: int) -> Found | None:
    """`promised on Monday not to sail`."""
    to = after_time(words, first)
    led = words[to].lower == "to" or (words[to].lower == "not" and words[to + 1].lower == "to")
    return ("promised", to) if led else None


def _called_for(words: list[Token], first: int, _verb: int) -> Found | None:
    """`called for talks`, `appealed to both sides to return`."""
    first = after_time(words, first)
    led = words[first].lower == "for" and not (first > 1 and words[first - 2].lower == "it")
    led = led or (words[first].lower in ("on", "upon", "to") and _others(words, first + 1, "to"))
    return ("urged", first + 1) if led else None


def _demanded(words: list[Token], first: int, _verb: int) -> Found | None:
    return ("urged", first) if words[first].lower in _OPENING else None


def _urged(words: list[Token], first: int, _verb: int) -> Found | None:
    """`urged both sides to return`."""
    return ("urged", first) if _others(words, first, "to") else None


def _denied(words: list[Token], first: int, verb: int) -> Found | None:
    """The words from the denial on: those after it alone would tell the reverse."""
    after = words[first].lower
    clause = after == "that" or after.endswith("ing") or _is_clause(words, first, verb)
    return ("denied", verb) if clause else None


def _accused(words: list[Token], first: int, verb: int) -> Found | None:
    """The words from the verb on: `accused both sides of delay`."""
    return ("accused", verb) if _others(words, first, "of") else None


def _clause(words: list[Token], first: int, verb: int) -> Found | None:
    """`said on Monday that the bank was open`, `told reporters it was`."""
    hearer = after_hearer(words, first) if words[verb].lower in _HEARD else first
    if hearer is None and words[verb].lower in _ALWAYS_HEARD:
        return None
    first = first if hearer is None else hearer
    first = after_time(words, first)
    that = _that(words, first)
    if that is not None:
        return "said that", that
    return ("said", first) if _is_clause(words, first, verb) else None


_RULES = (
    (Takes.TO, _promised),
    (Takes.FOR, _called_for),
    (Takes.THING, _demanded),
    (Takes.OTHERS_TO, _urged),
    (Takes.DENIED, _denied),
    (Takes.OTHERS_OF, _accused),
    (Takes.ANYTHING | Takes.CLAUSE | Takes.HEARER, _clause),
)
_RULES_OF = {
    form: tuple(rule for takes, rule in _RULES if takes & found.takes)
    for form, found in FORMS.items()
}
_POINT = ("point", "points", "pointed", "pointing")
_FREELY = {form for form, found in FORMS.items() if Takes.ANYTHING in found.takes}
_HEARD = {form for form, found in FORMS.items() if Takes.HEARER in found.takes}
_ALWAYS_HEARD = {form for form in _HEARD if Takes.CLAUSE not in FORMS[form].takes}


def _others(words: list[Token], first: int, link: str) -> bool:
    """Whether others are named and `to` or `of` follows: `both sides to return`."""
    if words[first].lower == "not":
        return False
    for place in range(first, min(first + _OTHERS, len(words) - 1)):
        word, after = words[place], words[place + 1]
        if word.lower == link and place > first:
            return after.is_word and not after.is_capital and after.lower not in DETERMINERS
        subject = word.lower in _SUBJECTS and place > first
        if not (word.is_word or word.text == ".") or word.lower in _FINITE or subject:
            return False
    return False


def after_hearer(words: list[Token], first: int) -> int | None:
    """The place after those who were told: `reporters on Monday that`, `him`."""
    if words[first].lower == "that" or words[first].lower in SUBORDINATORS:
        return None
    if words[first].lower in PRONOUNS or words[first].lower in ("me", "us", "reporters"):
        return first + 1
    for place in range(first + 1, min(first + _HEARER, len(words))):
        word = words[place]
        if word.lower == "that" or word.lower in _ASIDES or word.lower in _NO_HEARER:
            return place
        if not (word.is_word or word.text in ".&") or word.lower in _NOT_TOLD:
            return None
    return None


def _that(words: list[Token], first: int) -> int | None:
    """The place after `that`, where only a time or a place stands before it."""
    if first >= len(words) or (words[first].lower != "that" and words[first].lower not in _ASIDES):
        return None
    for place in range(first, min(first + _ASIDE, len(words) - 1)):
        word, after = words[place], words[place + 1]
        if word.lower == "that":
            clause = place == first or not (_is_verb(after) or after.lower in AUXILIARIES)
            return place + 1 if clause and after.lower not in _KINDS else None
        if is_finite(word) or word.text in ";:—–.":
            return None
    return None


def after_time(words: list[Token], first: int) -> int:
    """The place after a time or a well-known place: `on Monday`, `in a statement`."""
    while first < len(words) - 1:
        step = _time(words, first) or _venue(words, first)
        if not step:
            break
        first += step
    return first


def _time(words: list[Token], place: int) -> int:
    """How many words at a place tell a time."""
    word, after = words[place].lower, words[place + 1]
    if word in DAY_WORDS or word in ("yesterday", "today", "again", "here"):
        return 1
    ago = next((n for n, one in enumerate(words[place : place + 4]) if one.lower == "ago"), 0)
    if ago:
        return ago + 1
    dated = word in MONTHS and after.text.isdigit()
    return 2 if dated or (word in _NEAR_DAYS and after.lower in _TIMES) else 0


def _venue(words: list[Token], place: int) -> int:
    """How many words at a place tell where something was said: `in a joint statement`."""
    if words[place].lower not in ("in", "at", "during", "on"):
        return 0
    if words[place + 1].lower not in DETERMINERS and words[place + 1].lower not in POSSESSIVES:
        return 0
    near = range(2, min(5, len(words) - place))
    return next((n + 1 for n in near if words[place + n].lower in _VENUES), 0)


def _is_clause(words: list[Token], first: int, verb: int) -> bool:
    """Whether a clause of its own begins at a place, without `that` before it."""
    if first + _SHORTEST > len(words) or not words[first].is_word:
        return False
    word, freely = words[first].lower, words[verb].lower in _FREELY
    counted = word == "about" and (
        words[first + 1].text.isdigit() or words[first + 1].lower == "half"
    )
    if not counted and (word in SUBORDINATORS or word == "if"):
        return freely and _leads_in(words, first)
    if (word in _NO_CLAUSE and not counted) or word in _FINITE:
        return False  # as in `a net which he said was torn`
    if word not in _AMOUNTS and (freely or word in ("there", "it’s", "it's", "he’s", "he's")):
        return True
    if word in PRONOUNS:
        return word not in ("him", "them", "who")
    after = words[first + 1 : first + (_AMOUNT if word in _AMOUNTS else _CLAUSE)]
    stop = next((n for n, one in enumerate(after) if one.lower in _CLAUSE_ENDS), len(after))
    return any(map(_is_verb, after[:stop]))


def _leads_in(words: list[Token], first: int) -> bool:
    """Whether words that lead in to a clause are followed by one: `if he won, he would sail`."""
    comma = next((n for n in range(first, len(words)) if words[n].text == ","), len(words))
    return any(map(_is_verb, words[comma + 2 : comma + _CLAUSE]))


def _is_verb(word: Token) -> bool:
    return word.lower in _FINITE or word.lower.endswith(("n’t", "n't"))


def is_finite(word: Token) -> bool:
    """Whether a word is most likely a verb: `was`, `would`, `went`, `failed`."""
    regular = word.lower.endswith("ed") and not word.is_capital and "-" not in word.text
    return regular or _is_verb(word)
