"""Who holds which office by the words of a text: `Mayor Anna Berg`, `the envoy, Ole Moe`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from winset.reading.people.capitals import LINKS
from winset.reading.people.mentions import Mention, person
from winset.reading.text.states import STATES
from winset.reading.text.tokens import CAPITALS, Words
from winset.reading.text.words import DETERMINERS, FORMS_OF_BE, POSSESSIVES, SPEECH_VERBS, lexicon

_NAMES = re.compile(
    rf"[{CAPITALS}][\w’'-]*+(?:[ \xa0](?:(?:de|da|di|van|von|der|al|el|bin)[ \xa0])?"
    rf"(?:[A-Z]\.|(?:[a-z]{{2}}-)?[{CAPITALS}][\w’'-]*+))++"
)
_HEADS = {
    word: office
    for office, words in {
        "premier": "premier pm",
        "president": "president",
        "minister": "minister",
        "chancellor": "chancellor",
        "monarch": "king queen emir sultan",
        "secretary": "secretary",
        "secretary-general": "secretary-general",
        "chief": "chief head",
        "leader": "leader",
        "spokesperson": "spokesman spokeswoman spokesperson",
        "director": "director director-general",
        "envoy": "envoy representative emissary",
        "ambassador": "ambassador",
        "mayor": "mayor",
        "governor": "governor gov",
        "commissioner": "commissioner",
        "negotiator": "negotiator",
        "mediator": "mediator facilitator",
        "adviser": "adviser advisor aide",
        "rapporteur": "rapporteur",
        "chair": "chairman chairwoman chairperson chair co-chair co-chairman",
        "senator": "senator sen",
        "congressman": "congressman congresswoman rep",
        "speaker": "speaker",
        "judge": "judge justice",
        "commander": "commander",
        "coordinator": "coordinator co-ordinator",
        "delegate": "delegate",
        "analyst": "analyst",
        "economist": "economist",
        "historian": "historian",
        "professor": "professor",
        "lawyer": "lawyer attorney",
        "diplomat": "diplomat",
        "official": "official",
        "lawmaker": "lawmaker legislator",
    }.items()
    for word in words.split()
}
"""Each word for an office to the office it is a word for."""
_RULERS = frozenset(("president", "premier", "chancellor", "monarch", "leader"))
_ALONE = frozenset(("premier", "minister", "spokesperson", "mayor", "governor", "ambassador"))
"""Offices of which nobody holds two at once."""
_APART = frozenset(("mediator", "leader"))
"""What somebody from a state may be called who has another office, or none any more."""
_QUALIFIERS = lexicon("former ex vice deputy assistant under co")
_RANKS = lexicon(
    "chief top lead senior special main key longtime veteran new current executive first personal"
    " permanent high sitting outgoing then visiting principal acting general sir mr mrs ms dr"
)
_NO_MODIFIERS = DETERMINERS | POSSESSIVES | _RANKS | frozenset(LINKS)
_NO_MODIFIERS |= {"and", "prime", "secretary", "director"}
_STARTS = DETERMINERS | POSSESSIVES
_INDEFINITE = DETERMINERS - {"the", "this", "that"}
_STOPS = frozenset(LINKS) | _STARTS
_ENDS = SPEECH_VERBS | FORMS_OF_BE | frozenset(("and", "who", "that", "which", "as", "by", "at"))
_REACH = 10
"""Words beside a name that are looked at for its office."""


def _short(state: str) -> str:
    """A state by its name, or by initials where that has several words: `un`."""
    return "".join(word[0] for word in state.split()).lower() if " " in state else state


_STATES = frozenset(map(_short, STATES.values()))


@dataclass(frozen=True, slots=True)
class Office:
    """An office as words tell it: its noun, `vice` and the like, and whose or of what it is."""

    head: str
    qualifiers: frozenset[str]
    modifiers: frozenset[str]


class Offices:
    """The offices of everybody a text names with one."""

    def __init__(self, text: Words, names: Mapping[str, str]) -> None:
        self._held: dict[str, list[Office]] = {}
        self._of: dict[str, set[str]] = {}
        for run in _NAMES.finditer(text.text):
            full = names.get(run.group().rpartition(" ")[2].rstrip("’'").removesuffix("’s"))
            if full is None:
                continue
            words = text.within(*run.span())
            own = text.whole(max(run.start() - 80, 0), run.start())
            after = text.whole(run.end(), run.end() + 100)
            for phrase, head in _beside(words, own, after):
                office = _office(phrase, head)
                self._held.setdefault(full, []).append(office)
                self._of.setdefault(full, set()).update(office.modifiers, _initials(phrase))

    def holder(self, mention: Mention) -> str:
        """The one person named with the office of a description; "" for none or several."""
        office = _described(mention)
        if office is None:
            return ""
        found = [name for name in self._held if self._may_be(name, office)]
        if not found and office.head in _APART and office.modifiers & _STATES:
            found = [name for name, of in self._of.items() if office.modifiers <= of]
        return found[0] if len(found) == 1 else ""

    def excludes(self, mention: Mention, name: str) -> bool:
        """Whether a description means others, or an office somebody cannot hold with their own."""
        office = _described(mention)
        if office is None:
            return False
        if any(one.head == office.head for held in self._held.values() for one in held):
            return name not in self._held or not self._may_be(name, office)
        held = {one.head for one in self._held.get(name, ())}
        return office.head in _ALONE and not _ALONE.isdisjoint(held)

    def _may_be(self, name: str, office: Office) -> bool:
        """Whether somebody holds an office of that noun, and nothing told of it is of another."""
        if not office.modifiers <= self._of[name]:
            return False
        ruler = office.head == "leader" and bool(office.modifiers)
        return any(
            (held.head == office.head or (ruler and held.head in _RULERS))
            and held.qualifiers == office.qualifiers
            for held in self._held[name]
        )


def heads_office(mention: Mention) -> bool:
    """Whether a mention has a word for an office, so that it may be worth asking who holds it."""
    return any(word.lower in _HEADS for word in mention)


def _described(mention: Mention) -> Office | None:
    """The office that `the port’s chief envoy to the bank` tells; None where it tells none."""
    if not mention or mention[0].lower in _INDEFINITE:
        return None
    found = _with_head(mention, first=True)
    return None if found is None or person(mention) else _office(*found)


def _beside(words: Mention, before: Mention, after: Mention) -> Iterable[tuple[Mention, int]]:
    """Each phrase that tells an office beside a name or within its capitals, with its noun."""
    inside = [n for n in range(len(words) - 1) if _head(words, n)]
    phrase = _phrase_back(before)
    if inside:
        yield [*phrase, *words[: inside[-1] + 1]], len(phrase) + inside[-1]
    elif phrase and _head(phrase, len(phrase) - 1):
        yield phrase, len(phrase) - 1
    set_apart = []
    led = before[: len(before) - len(phrase)]
    if led and led[-1].text == "," and not (after and after[0].is_capital):
        set_apart.append(_with_head(_phrase_back(led[:-1], across=True)))
    if after and after[0].text == ",":
        set_apart.append(_with_head(_phrase_after(after[1:]), first=True))
    yield from filter(None, set_apart)


def _with_head(phrase: Mention, first: bool = False) -> tuple[Mention, int] | None:
    """A phrase from its article on and the place of its office; None for none.

    A name after `an aide to the mayor` may be of either: None for two, unless the first will do.
    """
    links = [n for n, word in enumerate(phrase) if word.lower in LINKS]
    heads = [n for n in (*(link - 1 for link in links), len(phrase) - 1) if n >= 0]
    heads = [n for n in heads if _head(phrase, n)]
    if not heads or (len(heads) > 1 and heads[-1] == len(phrase) - 1 and not first):
        return None
    start = heads[0]
    while start and phrase[start - 1].lower not in _STARTS and start - 1 not in links:
        start -= 1
    return phrase[start:], heads[0] - start


def _phrase_back(words: Mention, across: bool = False) -> Mention:
    """The words of a phrase that ends with the last of some words, up to its article at most."""
    first = len(words)
    while first and len(words) - first < _REACH:
        word = words[first - 1]
        if not word.is_word or word.lower in _ENDS or (not across and word.lower in _STOPS):
            break
        first -= 1
    return words[first:]


def _phrase_after(words: Mention) -> Mention:
    """The words of a phrase set apart after a name; none where they are a clause of their own."""
    for last, word in enumerate(words):
        if word.lower in SPEECH_VERBS or word.lower in FORMS_OF_BE:
            return []
        if not word.is_word or word.lower in _ENDS:
            return words[:last]
    return []


def _head(words: Mention, place: int) -> str:
    """The office that the word at a place is a word for; "" for none."""
    word = words[place].lower.rstrip(".")
    before = words[place - 1].lower if place else ""
    if word == "minister" and before == "prime":
        return "premier"
    if word == "general":
        return _HEADS.get(f"{before}-general", "")
    return _HEADS.get(word, "")


def _office(words: Mention, head: int) -> Office:
    """The office whose noun is at `head`, with all that is told of it."""
    qualifiers, modifiers = set(), set()
    for place, word in enumerate(words):
        bare = _bare(word.text)
        lower = bare.lower().replace(".", "")
        if place == head or not word.is_word:
            continue
        if not _QUALIFIERS.isdisjoint(lower.split("-")):
            qualifiers.add("vice" if lower in ("deputy", "assistant") else lower)
        elif lower not in _NO_MODIFIERS:
            modifiers.add(_short(STATES[bare]) if bare in STATES else lower)
    return Office(_head(words, head), frozenset(qualifiers), frozenset(modifiers))


def _initials(phrase: Mention) -> Iterable[str]:
    """What bodies of a phrase may be called for short: `un` for United Nations."""
    run = ""
    for word in phrase:
        run = run + word.lower[0] if word.is_capital else ""
        if len(run) > 1:
            yield run


def _bare(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s").rstrip("’'")
