"""Names the case does not know yet: persons, bodies and states, each proposed once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from winset.reading.happening.places import ADJECTIVES, STATES
from winset.reading.people.actors import NameIndex
from winset.reading.people.mentions import person
from winset.reading.suggestions import NameSuggestion
from winset.reading.text.nouns import BODIES, LAST_OF_BODIES, THINGS
from winset.reading.text.tokens import tokens
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
    r"[A-ZÀ-Þ](?<![\w.’'].)(?:(?<=[A-Z])\.(?:[A-Z]\.)+|[\w’'-]*+)"
    r"(?:[ \xa0](?:(?:of|for|and|de|van|von|al|bin|the|del|da)[ \xa0](?=[A-ZÀ-Þ]))?"
    r"(?:[A-Z]\.|(?:[a-z]{2}-)?[A-ZÀ-Þ][\w’'-]*+))*"
)
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
_LONGEST_NAME = 150
_LEADS = DETERMINERS | PRONOUNS | SUBORDINATORS
_NO_PERSON = _NOT_NAMES | THINGS
_OFFICES = TITLES | ROLE_NOUNS - {"report", "people", "man", "woman", "members", "side"}
_LEADING = re.compile(r"(?:The|In|On|At|But|And|For|When|As|A|An|After|If|While)[ \xa0]")
_DATELINE = re.compile(r"([A-Z]{4,})[ \xa0](\w+)")
_CAPITALS = re.compile(r"[A-Z]{4,}[ \xa0]")
_NEXT_WORD = re.compile(r"(?:’s|'s)?\s(\w+)")
_POSSESSIVE = re.compile(r"[’']s[ \xa0]")
_HOLDER = re.compile(
    r"(?<=[a-z])[ \xa0](?=(?:President|Chairman|Chairwoman|Chair|Director|Minister|Secretary|Chief"
    r"|Spokesman|Spokeswoman|Commissioner|Leader|Ambassador|CEO|Envoy)"
    r"(?:[ \xa0][A-Z][\w’'-]*){2})"
)
"""Where a body's name ends and its head's office begins: `Port Council Chief Jane Roe`."""
_WORD = re.compile(r"[\w’'-]+")
_COMMON = re.compile(r"[a-z]{3,}")
_JOINS = re.compile(r"[ \xa0](?:and|for|the|of)[ \xa0]")
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


class Named(NamedTuple):
    """A mention of somebody or some state, by the name it is proposed under."""

    start: int
    end: int
    name: str
    kind: str


class Cast:
    """Everybody a text names, with every place."""

    def __init__(self, text: str, metonyms: tuple[tuple[str, str], ...] = ()) -> None:
        self._text = text
        self._metonyms = dict(metonyms)
        self._found: dict[str, _Found] = {}
        self._by_last: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self._nobody: set[str] = set()
        self._words: frozenset[str] | None = None
        runs = [
            (start, end)
            for match in _RUN.finditer(text)
            for start, end in _runs(match)
            if end - start <= _LONGEST_NAME
        ]
        for start, end in runs:
            self._take(start, end)
        self._merge_surnames()
        for start, end in runs:
            self._take_surname(start, end)
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

    def _take(self, start: int, end: int) -> None:
        words = self._text[start:end].replace("\xa0", " ")
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
        words = tokens(self._text, start, end)
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
        rule, sure = ("title and name", _TITLED_SURE) if role else ("two names", _PERSON_SURE)
        found = _Found(full, "person", rule, sure, role)
        self._by_last.setdefault(full.rpartition(" ")[2], full)
        known = self._by_last[full.rpartition(" ")[2]]
        if " " in full or known == full:
            if role:
                self._known[run] = full
            self._add(found, place, min(place + len(full), end))

    def _is_common(self, full: str) -> bool:
        """Whether a name without a role has words the text uses as common ones elsewhere."""
        if self._words is None:
            self._words = frozenset(_WORD.findall(self._text))
        first, _, last = full.lower().partition(" ")
        words = (first, last.rpartition(" ")[2])
        return any(word in self._words and _COMMON.fullmatch(word) for word in words)

    def _again(self, run: str, start: int, end: int) -> None:
        """One more mention of a run of capitals already read."""
        found = self._found[self._known[run]]
        place = start + max(self._text[start:end].find(found.name), 0)
        found.mentions.append((place, min(place + len(found.name), end)))

    def _role_before(self, start: int) -> str:
        before = _ROLE.search(self._text, max(start - 50, 0), start)
        words = before.group().replace(",", "").split() if before else []
        if not words or words[-1] not in _OFFICES:
            return ""
        first = len(words) - 1
        while first and (words[first - 1] in _OFFICES or words[first - 1][0].isupper()):
            first -= 1
        leads = words[first].lower() in _LEADS
        return " ".join(words[first + leads :])

    def _role_after(self, end: int) -> str:
        after = _APPOSED.match(self._text, end, end + 80)
        words = after.group(1).split() if after else []
        office = any(word.lower() in _OFFICES for word in words)
        said = any(word in SPEECH_VERBS for word in words)
        return " ".join(words) if office and not said else ""

    def _take_surname(self, start: int, end: int) -> None:
        words = self._text[start:end].split()
        last = words[-1].removesuffix("’s").removesuffix("'s")
        full = self._by_last.get(last)
        found = self._found.get(full or "")
        titled = all(word.rstrip(".").lower() in TITLES for word in words[:-1])
        if found is None or not titled:
            return
        place = end - len(words[-1])
        if all(not s <= place < e for s, e in found.mentions):
            found.mentions.append((place, place + len(last)))
            if last != full:
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


def _runs(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """A run of capitals, cut at small words unless it names a body, and after a possessive."""
    words, start = match.group(), match.start()
    if " " not in words and "\xa0" not in words:
        if words.lower() not in _NOT_NAMES:
            yield start, match.end()
        return
    body = any(word.lower() in BODIES for word in words.split())
    cuts = [] if body and " and " not in words else [m.span() for m in _JOINS.finditer(words)]
    cuts += [(m.end() - 1, m.end()) for m in _POSSESSIVE.finditer(words)]
    cuts += [m.span() for m in _HOLDER.finditer(words)] if body else []
    done = 0
    for begin, end in [*sorted(cuts), (len(words), len(words))]:
        piece = words[done:begin]
        offset = _lead(piece)
        if piece[offset:] and piece[offset:].lower() not in _NOT_NAMES:
            yield start + done + offset, start + begin
        done = end


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
    return any(word in BODIES for word in words) or words[-1] in LAST_OF_BODIES


def _is_persons(full: str, titled: bool) -> bool:
    """Whether a run of capitals names a person: two names, or a title before one."""
    names = full.replace("-", " ").split()
    other = any(name.lower() in _NO_PERSON or name in STATES for name in names)
    return bool(names) and not other and (len(names) > 1 or (titled and len(full) > 2))


def _is_known(one: _Found, known: NameIndex) -> bool:
    return any(known.knows(name) for name in (one.name, *one.aliases)) or (
        one.kind == "person" and known.knows(one.name.rpartition(" ")[2])
    )
