"""Verbs of speech and who speaks by them: the clause around a verb, and the speaker it names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from operator import attrgetter

from winset.reading.people.apposition import apposed
from winset.reading.people.mentions import (
    Mention,
    after_verb,
    before_asides,
    before_verb,
    can_speak,
    is_description,
    is_pronoun,
    name,
    person,
    subject,
    words_of,
)
from winset.reading.speech.antecedents import antecedent, body_before, one_of_two, unnamed
from winset.reading.speech.pointing import everyone, pointed_at
from winset.reading.speech.scene import Scene, Verdict
from winset.reading.text.states import PLACE_WORDS
from winset.reading.text.tokens import Token, sentences_back
from winset.reading.text.words import (
    AUXILIARIES,
    BASE_VERBS,
    DETERMINERS,
    FORMS_OF_BE,
    LOOSE_VERBS,
    NAMING_VERBS,
    NEGATIONS,
    PEOPLE_OF,
    POSSESSIVES,
    ROLE_NOUNS,
    SPEAKING_NOUNS,
    SPEECH_VERBS,
    TITLES,
    lexicon,
)

NEAR = 4
_MOST_VERBS = 12
"""Verbs of speech that are looked at in one sentence; only one made up for it has more."""
_VERBS = SPEECH_VERBS | {"agrees"}
_FINITE = SPEECH_VERBS - BASE_VERBS
_PEOPLE = ROLE_NOUNS | PEOPLE_OF | SPEAKING_NOUNS | TITLES
_PAPERS = lexicon("statement communique communiqué letter message post email e-mail memo release")
_GIVEN_OUT = ("issued", "released", "signed", "written", "published", "sent", "posted")
_TO = ("to", "in", "with", "from", "on", "at")
_AUTHORS = ("by", "from")
_ANSWERS = ("responded", "replied", "answered", "responds", "replies", "answers")
_PLURALS = lexicon(
    "answers appeals boasts calls charges claims comments counters cries demands estimates fears"
    " finds forecasts hints jokes laments notes objects offers orders points praises promises"
    " protests questions reads remarks reports signals thanks tweets voices vows worries"
)
"""Forms of verbs of speech that are nouns too."""
_lower = attrgetter("lower")
_SHOWING = lexicon("show shows showed heard hear hears quoted quotes quoting saw sees")
"""What is followed by somebody speaking: `the files show Berg stating his “doubts”`."""
_THE = ("the", "this")
_THEIRS = ("his", "her", "their", "its")
_NOT_MANY = FORMS_OF_BE | AUXILIARIES | DETERMINERS
_PLAIN = ("said", "says", "argued", "argues", "notes", "noted", "writes", "wrote", "adds", "added")
_MANY = ("they", "we", "you", "i", "who", "people", "police", "media", "many", "some")


def spoken(
    scene: Scene, place: int, mention: Mention, words: list[Token], cue: int, rule: str
) -> Verdict:
    """Speech, with a pronoun or description resolved to the person it points back at."""
    mention = author(words, mention) or mention
    if len(mention) == 1 and mention[0].lower == "they":
        meant = pointed_at(scene, mention[0])
        if meant:
            return Verdict("speech", rule, mention, meant[0], meant[1:])
    together = everyone(words, mention, cue)
    first, *others = [_speaker(scene, place, one, words, cue) for one in together]
    whole = _between(words, together[0], together[-1]) if others else mention
    return Verdict("speech", rule, whole, first, tuple(others))


def author(words: list[Token], mention: Mention) -> Mention:
    """Who wrote what is said to speak: `a statement from Berg`; empty where nothing tells."""
    paper = next((word for word in mention if word.lower in _PAPERS), None)
    if paper is None:
        return []
    after = [word for word in words if word.start >= paper.end]
    link = next((n for n, word in enumerate(after[:3]) if word.lower in _AUTHORS), None)
    if link is None or (link and after[link - 1].lower not in _GIVEN_OUT):
        return []
    found = after_verb(after, link)
    verb = next((n for n, word in enumerate(found) if word.lower in SPEECH_VERBS), len(found))
    return found[:verb] if can_speak(found[:verb]) else []


def _speaker(scene: Scene, place: int, mention: Mention, words: list[Token], cue: int) -> str:
    named = person(mention)
    paper = not named and mention[0].lower in _THE and mention[1:2] and mention[1].lower in _PAPERS
    beside = (_issuer(scene, place) if paper else []) or ([] if named else apposed(words, mention))
    if beside:
        return scene.full_name(name(beside))
    if mention[-1].lower in ("it", "they") and is_pronoun(mention):
        body = mention[0].lower == "it"  # who they are was told by `pointed_at`, if anything tells
        return (body_before(scene, place) if body else "") or words_of(mention)
    meant = "" if named else scene.holder(mention) or one_of_two(scene, mention)
    if not meant and (is_pronoun(mention) or is_description(mention) or _of_theirs(mention)):
        answering = words[cue].lower in _ANSWERS
        meant = (
            _set_apart(mention)
            or unnamed(scene, mention, words)
            or antecedent(scene, place, mention, answering)
        )
    return meant or scene.full_name(named or words_of(mention))


def _issuer(scene: Scene, place: int) -> Mention:
    """Who was told to issue the statement that a quote is of; empty where nothing tells."""
    start = scene.paragraphs[max(scene.top[place].paragraph - 1, 0)].start
    for words in islice(sentences_back(scene.words(start, scene.top[place].outer_start)), NEAR):
        paper = next((n for n, word in enumerate(words) if word.lower in _PAPERS), 0)
        near = [word.lower for word in words[max(paper - 3, 0) : paper]]
        found = subject(words) if "in" in near else author(words, words[paper : paper + 1])
        if paper and person(found):
            return found
    return []


def _between(words: list[Token], first: Mention, last: Mention) -> Mention:
    return [word for word in words if first[0].start <= word.start and word.end <= last[-1].end]


def governs(words: list[Token], verb: int) -> bool:
    """Whether the word at `verb` can be the verb that a quote after it hangs on."""
    word = words[verb].lower
    if word not in SPEECH_VERBS or (words[verb].is_capital and verb):
        return False
    distance = len(words) - verb
    if word in ("agreed", "agrees"):
        return False  # `they agreed to “…”` tells what was agreed, not who spoke
    stands_far = distance > NEAR + 3 and "that" not in [w.lower for w in words[verb + 1 : verb + 4]]
    if word in LOOSE_VERBS and word not in NAMING_VERBS and stands_far:
        return False
    back = [earlier.lower for earlier in words[max(verb - 3, 0) : verb]]
    if any(earlier in NEGATIONS for earlier in back) and back[-1] != ",":
        return False
    following = words[verb + 1].lower if verb + 1 < len(words) else ""
    if following == "by" or (word in _PLURALS and _is_noun(back, following)):
        return False
    if word in BASE_VERBS and not _is_verb(words, verb):
        return False
    passive = bool(back) and back[-1] in FORMS_OF_BE and not word.endswith("ing")
    return not passive


def verbs_back(words: list[Token], start: int, end: int) -> Iterator[int]:
    """The places in [start, end) of the last few words that may be verbs of speech, last first."""
    found = (place for place in range(end - 1, start - 1, -1) if words[place].lower in _VERBS)
    return islice(found, _MOST_VERBS)


def subject_before(words: list[Token], verb: int) -> Mention:
    """Who speaks by the verb at `verb`, of the words before it."""
    before = words[verb - 1].lower if verb else ""
    if before == "to" and verb > 1 and words[verb - 2].lower == "used":
        return before_verb(words, verb - 2)
    if before == "as":
        return _quoted(words, verb - 1)
    last = before_asides(words, verb - 1)
    if last > 0 and words[last].lower in ("who", "which"):
        return _antecedent(words, last)
    taken = _taken_up(words, last) if last > 0 and words[last].lower == "that" else []
    if taken:
        return taken
    dependent = words[verb].lower.endswith("ing") or before in ("to", "and", "but", "or")
    found = [] if dependent else before_verb(words, verb)
    if words[verb].lower.endswith("ing") and before not in ("", ","):
        beside = before_verb(words, verb)  # `with one side calling it`
        led = next((w.lower for w in reversed(words) if beside and w.end <= beside[0].start), "")
        anew = led == "and" and words[0].lower == "and" and words[1:2] == beside[:1]
        shown = next((n for n, w in enumerate(beside[:-1]) if w.lower in _SHOWING), -1)
        beside = beside[shown + 1 :]
        found = beside if led == "with" or led in _SHOWING or shown > 0 or anew else found
    if not found or _is_bare(found):
        found = _main_subject(words, verb)
    return [] if _is_bare(found) else found


def inverted(words: list[Token], verb: int) -> Mention:
    """The subject after a verb in an aside before the quote: `Nor, argues Jane Roe, “…”`."""
    if verb == 0 and len(words) > 2 and words[-1].text == ":":
        return after_verb(words, 0)  # `Said one of the skippers: “…”`
    if verb == 0 or words[verb - 1].text != "," or words[verb].lower.endswith("ing"):
        return []
    if words[verb].lower not in _PLAIN:
        return []
    found = after_verb(words, verb)
    return found if person(found) else []


def _is_noun(back: list[str], following: str) -> bool:
    """Whether a form such as `claims` or `demands` is a plural noun here."""
    led = bool(back) and (
        back[-1] in DETERMINERS or back[-1] in POSSESSIVES or back[-1].endswith(("’s", "'s"))
    )
    his = back[-2:-1] and back[-2] in POSSESSIVES and back[-1] not in _PEOPLE  # `his last remarks`
    return bool(led or his) or following in (
        "for",
        "of",
        "on",
        "from",
        "about",
        "between",
        "against",
    )


def _is_verb(words: list[Token], verb: int) -> bool:
    """Whether a form such as `claim` or `demand` is a verb here: of many, or after `would`."""
    last = before_asides(words, verb - 1)
    if last != verb - 1 or (verb and words[last].lower == "to"):
        return True
    before = words[last].lower if last >= 0 else ""
    many = before.endswith("s") and before not in POSSESSIVES and not before.endswith(("’s", "'s"))
    return before in _MANY or (many and before not in _NOT_MANY)


def _taken_up(words: list[Token], that: int) -> Mention:
    """The noun that `that` takes up: `it followed a post from the embassy that said: “…”`."""
    for first in range(that - 1, -1, -1):
        if not words[first].is_word or words[first].lower in _FINITE:
            return []
        if words[first].lower in DETERMINERS:
            return words[first:that] if first < that - 1 else []
    return []


def _antecedent(words: list[Token], relative: int) -> Mention:
    """Whom `who` takes up: `Anna Berg, a lawyer, who argued …`."""
    last = relative - 1 if words[relative - 1].text == "," else relative
    found = before_verb(words, last)
    if words[relative].lower == "which":  # `Roe flew to Norland, which said`
        link = next((n for n in range(len(found) - 1, 0, -1) if found[n].lower in _TO), -1)
        found = found[link + 1 :]
    if found and found[0].lower in ("a", "an") and not person(found):
        comma = next(number for number, word in enumerate(words) if word.start == found[0].start)
        if comma and words[comma - 1].text == ",":
            return before_verb(words, comma - 1) or found
    return found


def _quoted(words: list[Token], as_: int) -> Mention:
    """Whose words a paper gives: `the paper quoted Berg as saying`, `Berg was quoted as saying`."""
    for verb in range(as_ - 1, -1, -1):
        if words[verb].lower in ("quoted", "quotes", "quoting", "cited", "citing", "reported"):
            between = after_verb(words[:as_], verb)
            return between or subject(words[:verb])
    return subject(words[:as_])


def _main_subject(words: list[Token], verb: int) -> Mention:
    """The subject of the last verb of speech before a dependent one, or of the sentence."""
    for earlier in verbs_back(words, 1, verb):
        dependent = words[earlier].lower.endswith("ing") or words[earlier - 1].lower == "to"
        if not dependent and governs(words, earlier):
            found = before_verb(words, earlier)
            if found and not _is_bare(found):
                return found
    return subject(words[:verb])


def _is_bare(mention: Mention) -> bool:
    return all(
        word.lower in DETERMINERS or word.lower in ("it", "who") for word in mention
    ) and not (len(mention) == 1 and mention[0].lower == "it")


def _of_theirs(mention: Mention) -> bool:
    """Whether a mention says whose somebody is, without a name: `its envoy`."""
    return mention[0].lower in _THEIRS and not person(mention[1:])


def _set_apart(mention: Mention) -> str:
    """A description that tells itself whom it means: `the Moravian president`."""
    capital = any(word.is_capital and word.lower not in TITLES for word in mention[1:])
    place = not PLACE_WORDS.isdisjoint(map(_lower, mention))
    owned = any(word.text.endswith(("’s", "'s", "s’")) for word in mention)
    return words_of(mention) if capital or place or owned else ""
