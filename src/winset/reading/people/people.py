"""Names the case does not know yet: persons, bodies and states, each proposed once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from winset.reading.people.actors import NameIndex
from winset.reading.people.mentions import person
from winset.reading.suggestions import NameSuggestion
from winset.reading.text.nouns import BODIES, LAST_OF_BODIES, THINGS
from winset.reading.text.states import ADJECTIVES, STATES
from winset.reading.text.tokens import CAPITALS, Token
from winset.reading.text.words import (
    DETERMINERS,
    MONTHS,
    PRONOUNS,
    ROLE_NOUNS,
    SPEECH_VERBS,
    SUBORDINATORS,
    TITLES,
    WEEKDAYS,
)

_RUN = re.compile(
    rf"[{CAPITALS}](?<![\w.’'].)(?:(?<=[A-Z])\.(?:[A-Z]\.)+|[\w’'-]*+)"
    rf"(?:[ \xa0](?:(?:of|for|and|de|van|von|al|bin|the|del|da)[ \xa0](?=[{CAPITALS}]))?"
    rf"(?:[A-Z]\.|(?:[a-z]{{2}}-)?[{CAPITALS}][\w’'-]*+))*"
)
_OFFICE = re.compile(r"([a-z]++),? $")
_ROLE = re.compile(r"(?:[A-Za-z][\w’'-]*+[ ]){0,4}[a-z]+,? $")
_APPOSED = re.compile(r", (?:the |an? )?((?:[a-z][\w’'-]*[ ,])*[\w’' -]{3,60}?)(?=,|\.\s|;| who)")
_LEADS_TO_PLACE = re.compile(
    r"\b(?:in|at|from|to|near|outside|into|of|through|across|around|toward|towards|via|visit(?:ed|s)?"
    r"|between|against|with)\s(?:the\s)?$"
)
_NOT_NAMES = (
    DETERMINERS | PRONOUNS | SUBORDINATORS | frozenset(MONTHS) | frozenset(WEEKDAYS)
    | frozenset(("i", "if", "there", "what", "why", "how", "not", "no", "yes", "who", "here"))
)  # fmt: skip
_LONGEST_NAME, _LONGEST_OFFICE = 150, 24
_MANY = 1 << 12
"""Different runs of capitals whose pieces are remembered."""
_FEW_NAMES = 50
"""Names for whose words a text is searched one by one, before all its words are taken down."""
_LEADS = DETERMINERS | PRONOUNS | SUBORDINATORS
_NO_PERSON = _NOT_NAMES | THINGS
_OFFICES = TITLES | ROLE_NOUNS - {"report", "people", "man", "woman", "members", "side"}
_LEADING = re.compile(r"(?:The|In|On|At|But|And|For|When|As|A|An|After|If|While)[ \xa0]")
_DATELINE = re.compile(r"([A-Z]{4,})[ \xa0](\w+)")
_CAPITALS = re.compile(r"[A-Z]{4,}[ \xa0]")
_NEXT_WORD = re.compile(r"(?:’s|'s)?\s(\w+)")
_OWNED = re.compile(r"(?<=[’']s)[ \xa0]")
_APART = re.compile(rf"[ \xa0](?:and|for|the|of)[ \xa0]|{_OWNED.pattern}")
_HOLDER = re.compile(
    r"(?<=[a-z])[ \xa0](?=(?:President|Chairman|Chairwoman|Chair|Director|Minister|Secretary|Chief"
    r"|Spokesman|Spokeswoman|Commissioner|Leader|Ambassador|CEO|Envoy)"
    r"(?:[ \xa0][A-Z][\w’'-]*){2})"
)
"""Where a body's name ends and its head's office begins: `Port Council Chief Jane Roe`."""
_WORD = re.compile(r"[\w’'-]+")
_ALONE = re.compile(r"(?<![\w’'-])[a-z]++(?![\w’'-])")
_COMMON = re.compile(r"[a-z]{3,}")
_STATE_SURE, _PERSON_SURE, _TITLED_SURE, _BODY_SURE, _METONYM_SURE = 0.9, 0.7, 0.9, 0.6, 0.75


@dataclass
class _Found:
    """One name as it is met in the text."""

    name: str
    kind: str
    rule: str
    sure: float
    role: str = ""
    stands_for: str = ""
    aliases: dict[str, None] = field(default_factory=dict)
    mentions: list[tuple[int, int]] = field(default_factory=list)

    def is_at(self, place: int) -> bool:
        """Whether one of its mentions, which are in their order, covers a place."""
        number = bisect_right(self.mentions, place, key=itemgetter(0)) - 1
        return number >= 0 and place < self.mentions[number][1]


class Named(NamedTuple):
    """A mention of somebody or some state, by the name it is proposed under."""

    start: int
    end: int
    name: str
    kind: str


class Cast:
    """Everybody a text names, with every place."""

    def __init__(
        self,
        text: str,
        words: Callable[[int, int], list[Token]],
        metonyms: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self._text, self._tokens = text, words
        self._metonyms = dict(metonyms)
        self._found: dict[str, _Found] = {}
        self._by_last: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self._nobody: set[str] = set()
        self._words: frozenset[str] = frozenset()
        self._asked = 0
        runs = [run for match in _RUN.finditer(text) for run in _names(match)]
        for run in runs:
            self._take(*run)
        self._merge_surnames()
        self._take_surnames(runs)
        for found in self._found.values():
            found.mentions.sort()

    def mentions(self) -> tuple[Named, ...]:
        """Every mention in the order of the text."""
        every = [
            Named(start, end, found.stands_for or found.name, found.kind)
            for found in self._found.values()
            for start, end in found.mentions
        ]
        return tuple(sorted(every, key=lambda one: (one.start, one.end)))

    def suggestions(self, known: NameIndex) -> tuple[NameSuggestion, ...]:
        """Each name nobody in the case goes by yet, in the order of its first mention."""
        new = [one for one in self._found.values() if not _is_known(one, known)]
        return tuple(
            NameSuggestion(
                one.name,
                one.kind,
                one.role,
                one.stands_for,
                tuple(one.aliases),
                tuple(one.mentions),
                one.rule,
                one.sure,
            )
            for one in sorted(new, key=lambda one: one.mentions[0])
        )

    def _take(self, words: str, start: int, end: int) -> None:
        bare = words[:-2] if words.endswith(("’s", "'s")) else words.rstrip("’'")
        meant = self._metonyms.get(bare)
        if meant is not None:
            self._add(_Found(bare, "group", "metonym", _METONYM_SURE, "", meant), start, end)
        elif bare in STATES:
            self._take_state(bare, start, end)
        elif " " not in bare or words in self._nobody or bare.isupper():
            return  # a word alone, or a heading in capitals
        elif words in self._known:
            self._again(words, start, end)
        elif _names_body(bare):
            self._add(_Found(bare, "group", "word for a body", _BODY_SURE), start, end)
        else:
            self._take_person(words, start, end)

    def _take_state(self, name: str, start: int, end: int) -> None:
        if name == STATES[name]:
            self._add(_Found(name, "state", "list of states", _STATE_SURE), start, end)
        elif name not in ADJECTIVES and self._acts(start, end):
            found = _Found(name, "group", "metonym", _METONYM_SURE, "", STATES[name])
            self._add(found, start, end)

    def _acts(self, start: int, end: int) -> bool:
        """Whether a capital does something here, as a government does, and is not only a place."""
        if _LEADS_TO_PLACE.search(self._text, max(start - 12, 0), start):
            return False
        after = _NEXT_WORD.match(self._text, end)
        word = after.group(1) if after else ""
        auxiliary = word in ("has", "had", "will", "would", "is", "was", "may", "must", "and")
        return word in SPEECH_VERBS or auxiliary or word.endswith(("ed", "s")) or word == "wants"

    def _take_person(self, run: str, start: int, end: int) -> None:
        words = self._tokens(start, end)
        full = person(words)
        titled = len(words) > 1 and words[0].lower in TITLES
        if words[0].lower == "by" or not _is_persons(full, titled):  # a byline names no actor
            self._nobody.add(run)
            return
        place = start + max(self._text[start:end].find(full), 0)
        titles = [w.text for w in words if w.end <= place and w.lower not in _NOT_NAMES]
        role = " ".join(titles) or self._role_before(start) or self._role_after(end)
        if not role and self._is_common(full):
            self._nobody.add(run)
            return
        if not role and full not in self._found and self._is_inside(start):
            return
        rule, sure = ("title and name", _TITLED_SURE) if role else ("two names", _PERSON_SURE)
        found = _Found(full, "person", rule, sure, role)
        self._by_last.setdefault(full.rpartition(" ")[2], full)
        known = self._by_last[full.rpartition(" ")[2]]
        if " " in full or known == full:
            if role:
                self._known[run] = full
            self._add(found, place, min(place + len(full), end))

    def _is_inside(self, start: int) -> bool:
        """Whether something is in it or near it, as with a place: `in San Orm`."""
        return self._text[max(start - 6, 0) : start].endswith((" in ", " near "))

    def _is_common(self, full: str) -> bool:
        """Whether a name without a role has words the text uses as common ones elsewhere."""
        first, _, last = full.lower().partition(" ")
        words = list(filter(_COMMON.fullmatch, (first, last.rpartition(" ")[2])))
        self._asked += 1
        if self._asked <= _FEW_NAMES:
            return any(map(self._has, words))
        if not self._words:
            self._words = frozenset(_WORD.findall(self._text))
        return not self._words.isdisjoint(words)

    def _has(self, word: str) -> bool:
        """Whether small letters stand somewhere in the text as a word of their own."""
        place = self._text.find(word)
        while place >= 0:
            alone = _ALONE.match(self._text, place)
            if alone is not None and alone.end() == place + len(word):
                return True
            place = self._text.find(word, place + 1)
        return False

    def _again(self, run: str, start: int, end: int) -> None:
        """One more mention of a run of capitals already read."""
        found = self._found[self._known[run]]
        place = start + max(self._text[start:end].find(found.name), 0)
        found.mentions.append((place, min(place + len(found.name), end)))

    def _role_before(self, start: int) -> str:
        office = _OFFICE.search(self._text, max(start - _LONGEST_OFFICE, 0), start)
        known = office is not None and office.group(1) in _OFFICES
        before = _ROLE.search(self._text, max(start - 50, 0), start) if known else None
        if before is None:
            return ""
        words = before.group().replace(",", "").split()
        first = len(words) - 1
        while first and (words[first - 1] in _OFFICES or words[first - 1][0].isupper()):
            first -= 1
        leads = words[first].lower() in _LEADS
        return " ".join(words[first + leads :])

    def _role_after(self, end: int) -> str:
        apposed = self._text.startswith(", ", end)
        after = _APPOSED.match(self._text, end, end + 80) if apposed else None
        words = after.group(1).split() if after else []
        office = not _OFFICES.isdisjoint(map(str.lower, words))
        return " ".join(words) if office and SPEECH_VERBS.isdisjoint(words) else ""

    def _take_surnames(self, runs: list[tuple[str, int, int]]) -> None:
        """Let a last name alone or after titles be one more mention of its person."""
        for one in self._found.values():
            one.mentions.sort()
        more: list[tuple[_Found, str, int]] = []
        for run, _, end in runs:
            titles, _, word = run.rpartition(" ")
            last = word.removesuffix("’s").removesuffix("'s")
            if last not in self._by_last:
                continue
            found, place = self._found.get(self._by_last[last]), end - len(word)
            if found and not found.is_at(place) and all(map(_is_title, titles.split())):
                more.append((found, last, place))
        for found, last, place in more:
            found.mentions.append((place, place + len(last)))
            if last != found.name:
                found.aliases[last] = None

    def _merge_surnames(self) -> None:
        """Let a surname met first with a title alone stand for the full name met later."""
        for found in [one for one in self._found.values() if one.kind == "person"]:
            _, _, rest = found.name.partition(" ")
            particled = rest[:1].upper() + rest[1:] if rest[:1].islower() else ""
            for last in (found.name.rpartition(" ")[2], particled):  # `De Roe` is Jane de Roe
                short = self._found.get(last) if rest else None
                if short is not None and short.kind == "person":
                    del self._found[last]
                    found.mentions += short.mentions
                    found.aliases[last] = None
                    self._by_last[last] = found.name

    def _add(self, found: _Found, start: int, end: int) -> None:
        first = self._found.setdefault(found.name, found)
        if not first.role and found.role:
            first.role, first.rule, first.sure = found.role, found.rule, found.sure
        first.mentions.append((start, start + len(found.name)))


def _names(match: re.Match[str]) -> list[tuple[str, int, int]]:
    """The names in a run of capitals, each with its place."""
    words, start = match.group(), match.start()
    cut = _pieces_again if len(words) <= _LONGEST_NAME else _pieces
    return [(name, start + first, start + last) for name, first, last in cut(words)]


def _pieces(words: str) -> Iterator[tuple[str, int, int]]:
    """A run cut at small ones of its words unless it names a body, and after a possessive."""
    body = not BODIES.isdisjoint(words.lower().split())
    apart = _OWNED if body and " and " not in words else _APART
    cuts = [cut.span() for cut in apart.finditer(words)]
    if body:
        cuts = sorted(cuts + [cut.span() for cut in _HOLDER.finditer(words)])
    done = 0
    for begin, end in (*cuts, (len(words), len(words))):
        first = done + _lead(words[done:begin])
        piece = words[first:begin].replace("\xa0", " ")
        if piece and len(piece) <= _LONGEST_NAME and piece.lower() not in _NOT_NAMES:
            yield piece, first, begin
        done = end


@lru_cache(maxsize=_MANY)
def _pieces_again(words: str) -> tuple[tuple[str, int, int], ...]:
    """The pieces of a run that may be met in text after text."""
    return tuple(_pieces(words))


def _lead(piece: str) -> int:
    """How long the words are that a run opens with and are no part of a name."""
    dateline = _CAPITALS.match(piece)
    place = dateline.group()[:-1].title() if dateline else ""
    after = (
        dateline.end()
        if dateline and (place in STATES or piece[dateline.end() :].startswith("The "))
        else 0
    )
    lead = _LEADING.match(piece, after)
    return lead.end() if lead else after


def _names_body(name: str) -> bool:
    words = name.lower().split()
    return not BODIES.isdisjoint(words) or words[-1] in LAST_OF_BODIES


def _is_title(word: str) -> bool:
    return word.rstrip(".").lower() in TITLES


def _is_persons(full: str, titled: bool) -> bool:
    """Whether a run of capitals names a person: two names, or a title before one."""
    names = full.replace("-", " ").split()
    if not names or not (len(names) > 1 or (titled and len(full) > 2)):
        return False
    return _NO_PERSON.isdisjoint(map(str.lower, names)) and STATES.keys().isdisjoint(names)


def _is_known(one: _Found, known: NameIndex) -> bool:
    last = [one.name.rpartition(" ")[2]] if one.kind == "person" else []
    return any(map(known.knows, (one.name, *one.aliases, *last)))
