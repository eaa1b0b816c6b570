"""Words after a quotation that say who spoke it: `“…,” said the mayor`."""

from __future__ import annotations

from winset.reading.people.mentions import (
    Mention,
    after_verb,
    before_verb,
    can_speak,
    heads_phrase,
    is_pronoun,
    person,
    subject,
)
from winset.reading.speech.cues_before import cue_before
from winset.reading.speech.scene import Scene, Verdict
from winset.reading.speech.speaking import spoken
from winset.reading.text.tokens import Token
from winset.reading.text.words import (
    AUXILIARIES,
    BASE_VERBS,
    CLAUSE_WORDS,
    DETERMINERS,
    FORMS_OF_BE,
    MENTION_STOPS,
    NAMING_VERBS,
    PERSON_PRONOUNS,
    POSSESSIVES,
    PRONOUNS,
    ROLE_NOUNS,
    SPEECH_VERBS,
    SUBORDINATORS,
    TITLES,
)

_OPENING = SUBORDINATORS | DETERMINERS
_FINITE = frozenset(word for word in SPEECH_VERBS - BASE_VERBS if not word.endswith("ing"))
_VERBS = _FINITE | BASE_VERBS | {"quoted", "went"}
_BEGINNING = _OPENING | {"he", "she", "it", "they", "we", "there"}
"""Words that begin a sentence where they have a capital."""
_CLOSING = ",?!.…—–-;"
_FURTHEST_AFTER = 30
_LONGEST_TRADE = 12
_NO_TRADE = CLAUSE_WORDS | SUBORDINATORS | FORMS_OF_BE | AUXILIARIES | {"of", "to", "not", "no"}
_LONGEST_ASIDE = 8
_FAR = 200
_MODALS = ("could", "would", "should", "will", "can", "must", "may", "might", "had", "has", "have")
_GIVING = ("quoted", "quotes", "cited", "cites", "reported", "reports")
_RELAYING = ("according", "reported", "reports")
_PLAIN = ("said", "says", "told", "asked", "added", "adds", "wrote", "writes")


def cue_after(scene: Scene, place: int) -> Verdict | None:
    """`…,” said the mayor` and `…,” the mayor said`."""
    words = scene.after(place)
    comma = bool(words) and words[0].text == ","
    words = _without_brackets(words[1:] if comma else words)
    words = words[1:] if words and words[0].lower == "as" else words
    words = _named_in_brackets(words) if words[1:2] and words[1].text == "[" else words
    words = words[2:] if [word.lower for word in words[:2]] == ["is", "how"] else words
    ending = scene.ending(place)
    if not words or _named_before(scene, place) or _starts_anew(ending, words[0]):
        return None
    quoted = _as_saying(words)
    if quoted:
        return spoken(scene, place, quoted, words, 0, "cue after")
    verb = _verb_after(words, bool(scene.before(place)))
    closed = comma or ending in _CLOSING or words[0].lower == "according"
    if not closed and not (verb is not None and _attached(scene, place, words, verb)):
        return None
    if verb is None:
        return _acting(scene, place, words)
    if words[verb].lower in _RELAYING:
        heard = cue_before(scene, place)  # `Berg said it was “shut,” the Harbour News reported`
        if heard is not None and heard.kind == "speech" and _is_other(heard, words[verb:]):
            return heard
    mention = _who(scene, place, words, verb)
    return spoken(scene, place, mention, words, verb, "cue after") if mention else None


def _who(scene: Scene, place: int, words: list[Token], verb: int) -> Mention:
    """Who speaks by the verb at `verb` of the words after a quote."""
    if verb:
        return _cut(words[:verb])
    if words[0].lower == "according":
        return after_verb(words, 1)
    if not _has_object(words):
        return after_verb(words, 0)
    mention = subject(scene.before(place))  # `Berg, citing “the law,” said Roe could go`
    return mention if can_speak(mention) else []


def _has_object(words: list[Token]) -> bool:
    """Whether a clause follows a verb of speech, and not who spoke: `said the port could`."""
    found = after_verb(words, 0)
    if words[0].lower not in _PLAIN or not found:
        return False
    after = [word for word in words if word.start >= found[-1].end]
    clause = [*found[1:], *after[:1]]
    return any(word.lower in FORMS_OF_BE or word.lower in _MODALS for word in clause)


def _as_saying(words: list[Token]) -> Mention:
    """Whose words others give: `the Harbour News quoted Berg as saying`."""
    places = [n for n, word in enumerate(words) if word.lower == "as" and n > 1]
    if not places or [word.lower for word in words[places[0] + 1 : places[0] + 2]] != ["saying"]:
        return []
    given = [n for n, word in enumerate(words[: places[0]]) if word.lower in _GIVING]
    return after_verb(words[: places[0]], given[0]) if given else []


def _is_other(heard: Verdict, words: list[Token]) -> bool:
    """Whether a person or body was heard before a quote that the words after it only relay."""
    return bool(person(heard.mention)) and not person(after_verb(words, 1))


def cue_later(scene: Scene, place: int) -> Verdict | None:
    """`The crews were “lucky” this time, the mayor said`: named later in the sentence."""
    last = _last_of_sentence(scene, place)
    words = scene.after(last)
    if words and words[0].is_capital and words[0].lower in _BEGINNING:
        return None
    if last != place and scene.ending(last) == ",":
        words = [Token(",", words[0].start, words[0].start), *words] if words else []
    for comma, word in enumerate(words):
        clause = words[comma + 1 : comma + 1 + _LONGEST_ASIDE] if word.text == "," else []
        mention = _who_later(clause) if clause else []
        if mention:
            return spoken(scene, place, mention, words, comma + 1, "same sentence")
    return None


def _who_later(clause: list[Token]) -> Mention:
    """Who speaks by a clause after a comma: `the mayor said`, `according to the mayor`."""
    if clause[0].lower == "according":
        return after_verb(clause, 1)
    verb = next((number for number, word in enumerate(clause) if word.lower in _PLAIN), None)
    if verb is None:
        return []
    mention = before_verb(clause, verb) if verb else after_verb(clause, 0)
    return mention if verb == 0 or mention[:1] == clause[:1] else []


def _last_of_sentence(scene: Scene, place: int) -> int:
    """The last quote of a sentence, by the stops within and between its quotes."""
    text, top = scene.text, scene.top
    for following in range(place + 1, len(top)):
        quote, after = top[following - 1], top[following]
        between = text[quote.outer_end : min(after.outer_start, quote.outer_end + _FAR)]
        stops = text[quote.end - 1] + between
        if after.paragraph != quote.paragraph or any(stop in stops for stop in ".?!"):
            return following - 1
        if after.outer_start - quote.outer_end > _FAR:
            return following - 1
    return len(top) - 1


def _named_before(scene: Scene, place: int) -> bool:
    """Whether the quote is a name given (`what he called “…”`) and no speech of what follows."""
    words = scene.before(place)
    return bool(words) and words[-1].lower in NAMING_VERBS


def _attached(scene: Scene, place: int, words: list[Token], verb: int) -> bool:
    """Whether a sentence without its comma is followed by little but who said it."""
    starts = not scene.before(place) and not scene.text[scene.top[place].start].islower()
    named = all(word.is_capital or word.text == "." for word in words[:verb])
    short = named or is_pronoun(words[:verb])
    return starts and words[verb].lower in _PLAIN and short


def _without_brackets(words: list[Token]) -> list[Token]:
    """Words without what stands in brackets: `Rep. Roe (D-Ohio) said`."""
    if all(word.text != "(" for word in words):
        return words
    found: list[Token] = []
    depth = 0
    for word in words:
        if word.text == "(" and found:
            depth += 1
        elif word.text == ")" and depth:
            depth -= 1
        elif not depth:
            found.append(word)
    return found


def _named_in_brackets(words: list[Token]) -> list[Token]:
    """Words with the name that an editor sets beside a pronoun for it: `he [Berg] said`."""
    close = next((n for n, word in enumerate(words) if word.text == "]"), 0)
    named = is_pronoun(words[:1]) and close > 2 and words[2].is_capital
    return [*words[2:close], *words[close + 1 :]] if named else words


def _acting(scene: Scene, place: int, words: list[Token]) -> Verdict | None:
    """A whole sentence, then what its speaker did: `“No,” he shrugs.`"""
    starts = not scene.text[scene.top[place].start].islower() and not scene.before(place)
    verb = words[0].lower
    if starts and verb.endswith("ed") and words[0].text.islower() and len(words) > 2:
        named = after_verb(words, 0)
        return spoken(scene, place, named, words, 0, "cue after") if person(named) else None
    person_first = words[0].lower in PERSON_PRONOUNS or (
        words[0].is_capital and not words[0].text.isupper() and words[0].lower not in DETERMINERS
    )
    if scene.ending(place) not in ",?!—" or not person_first or len(words) < 2:
        return None
    last = 1 if words[0].lower in PERSON_PRONOUNS or not words[1].is_capital else 2
    if last >= len(words) or not words[last].lower.endswith(("ed", "s")):
        return None
    closed = last + 1 == len(words) or words[last + 1].text in ",.:;"
    known = words[last].is_capital or words[last].lower in FORMS_OF_BE
    if not closed or not starts or known:
        return None
    return spoken(scene, place, words[:last], words, last, "cue after")


def _starts_anew(ending: str, word: Token) -> bool:
    """Whether the words after a quote are a sentence of their own."""
    if ending == ".":
        return word.is_capital
    return ending in "?!…" and word.is_capital and word.lower in _OPENING


def _verb_after(words: list[Token], led: bool) -> int | None:
    if words[0].lower == "according" and len(words) > 2:
        return 0
    if not (_begins_clause(words) or (not led and _without_article(words))):
        return None
    for place, word in enumerate(words[:_FURTHEST_AFTER]):
        if word.text in ";:(":
            return None
        if word.lower not in _VERBS:
            continue
        following = words[place + 1].lower if place + 1 < len(words) else ""
        if word.lower == "quoted" and place and words[place - 1].lower in FORMS_OF_BE:
            return place - 1
        if word.lower == "went" and following == "on" and place:
            return place
        finite = word.lower in _FINITE
        finite = finite or (word.lower in BASE_VERBS and place > 0 and _of_many(words[place - 1]))
        named = word.is_capital and words[place - 1].text != ","
        if finite and not named and following not in ("that", "by"):
            return place
        if finite and following == "that":
            return None
    return None


def _of_many(word: Token) -> bool:
    """Whether a form such as `argue` or `claim` can follow as a verb: `critics argue`."""
    return word.lower in ("they", "we", "i") or (word.is_word and word.lower.endswith("s"))


def _begins_clause(words: list[Token]) -> bool:
    word = words[0]
    return (
        word.is_capital
        or word.lower in SPEECH_VERBS
        or word.lower in DETERMINERS
        or word.lower in PRONOUNS
        or word.lower in ROLE_NOUNS
        or word.lower in TITLES
        or word.lower in POSSESSIVES
        or heads_phrase(words)
    )


def _without_article(words: list[Token]) -> bool:
    """Whether a trade and a name, or several, speak: `union clerk Anna Berg said`."""
    for place, word in enumerate(words[:_LONGEST_TRADE]):
        before = words[place - 1] if place else word
        if word.lower in _FINITE:
            several = word.lower in _PLAIN and before.lower.endswith("s")
            return place > 0 and (before.is_capital or several)
        if not word.is_word or (word.lower in _NO_TRADE and not before.is_capital):
            return False
    return False


def _cut(words: list[Token]) -> Mention:
    """A subject without what is said about it: `a source quoted by the paper`."""
    found: Mention = []
    for word in words:
        stop = word.lower in MENTION_STOPS or not (word.is_word or word.text in ".&")
        if found and stop:
            break
        found.append(word)
    while len(found) > 1 and not found[-1].is_capital and found[-1].lower.endswith(("ed", "ly")):
        found.pop()
    while len(found) > 1 and (found[-1].lower in AUXILIARIES or found[-1].lower in FORMS_OF_BE):
        found.pop()
    return found
