# ruff: noqa: E501  (one rule a line)
"""Events a text tells of: words for what happened with the day they belong to and who was in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from winset.dates import Edtf
from winset.reading.dating.almanac import parsed
from winset.reading.dating.timeline import Timeline, carried
from winset.reading.happening.clauses import Dated, dated_happenings, main_happening
from winset.reading.happening.happenings import Happening
from winset.reading.happening.places import ADJECTIVES, STATES
from winset.reading.people.people import Named
from winset.reading.speech.scene import Scene
from winset.reading.suggestions import DateSuggestion, EventSuggestion, PartSuggestion
from winset.reading.text.layout import DATELINE
from winset.reading.text.phrases import Sentence, words_at
from winset.reading.text.tokens import MASK

_PLANNED = re.compile(
    r"\b(?:will|shall|to be held|to be opened|is to|are to|due|plans? to|planned|scheduled|expected to|set to|hopes? to|may|might|could|should"
    r"|would (?:meet|visit|hold|sign|resume|reopen|travel|host|begin|be)|upcoming|impending|forthcoming|next (?:week|month|year)|agreed to (?:meet|hold|visit))\b"
)
_PLACE = re.compile(
    r"\b(?:in|at|near|outside|aboard) (?:the )?(?:[\w-]+ (?:capital|city|town|port|resort|village)(?: of)? |(?:capital|city|town|port|resort|village) (?:of )?)?"
    r"((?:[A-ZÀ-Þ][\w’'-]+)(?: (?:of |de |la )?[A-ZÀ-Þ][\w’'-]+){0,3})"
)
_DAY_WORD = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$"
)
_OF_THINGS = re.compile(
    r" (?!(?:on|in|at|to|and|for|with|by|last|this|late|early|after|before|from|as|when|where|who|that|which|was|were|is|are|has|have|had|will|or|but|about|amid|earlier|during|over|next)\b)[a-z]+"
)
"""After a name that only says of which things it speaks: `in the Elmirian hills`."""
_NEAR_PLACE = 24
_NO_PLACE = re.compile(r"(?:The|A|An|His|Her|Its|Their)$|[A-Z][a-z]+[’']s$")
_NEGATED = re.compile(
    r"\b(?:not|never|no|n[’']t|without|if|whether|unless|neither|nor|refus\w+(?: to)?|declin\w+(?: to)?|fail\w+(?: to)?|yet(?: to)?|possibility of|possible|call(?:s|ed|ing)? for|urg\w+|appeal\w* for|demand\w*|cancel\w*|suspen\w+|boycott\w*|walk\w+ (?:away|out))\s(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
_STANDING = re.compile(r"\b(?:is|are) (?:\w+ )?$")
_UNTIL = re.compile(
    r"\b(?:until|till|by|before|through)(?: (?:late|early|mid|the end of|at least))? $"
)
_UP_TO = re.compile(r"\b(?:to|for)(?: (?:late|early|mid))? $")
_PUT_OFF = (
    "extend",
    "prolong",
    "postpone",
    "adjourn",
    "delay",
    "put off",
    "renew",
    "was postponed",
    "were postponed",
    "was adjourned",
    "were adjourned",
    "was delayed",
)
_FIRST = re.compile(r"\b(?:first|last|latest|not|never|only|longest|biggest|worst)\b")
_SINCE = re.compile(
    r"\b(?:since|in|for) (?:\w+ )?(?:years|months|weeks|decades)|\bsince ", re.IGNORECASE
)
_TO_COME = re.compile(
    r"(?:will|would|shall|could|may|might|is|are|due|scheduled|set|expected|plan|be)\b",
    re.IGNORECASE,
)
_AS = re.compile(r"\bas\s(?:[\w-]+\s){0,3}$")
_PERFECT = re.compile(r"\b(?:has|have|is|are|also) (?:[\w-]+ )?$")
_MEASURED = re.compile(
    r"\b(?:based on|regardless of|irrespective of|according to|line with) (?:the|its|their|this) $"
)
_REFERS = re.compile(
    r"\b(?<!conclusion )(?<!signing )(?:on|for|under|of|to|about|toward|towards|in) (?:the|a|an|this|that|its|their) (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_MEDIA = re.compile(
    r"\b(?:(?:agency|newspaper|daily|television|TV|radio|website|AFP|Xinhua|Reuters|AP|BBC|CNN|Interfax|Times|Post|report|reports|journal|magazine|broadcaster|media)(?: (?:has|had|also))?"
    r"|News|it is|which|[Aa]nalysts|[Oo]bservers|[Ee]xperts|[Ee]conomists|[Tt]raders|[Dd]ealers) $"
)
_PASSIVE = re.compile(r"\b(?:be|been|being|was|were|is|are|as|not|n[’']t) (?:\w+ly )?$")
_TELLS_OF = re.compile(r"quoted|was quoted|were quoted|(?:was|were) announced", re.IGNORECASE)
_LED = re.compile(
    r"\b(?:with|to|by|from|against|for|between|on|in|at)\s(?:[\w-]+\s){0,3}$|\bof\s(?:the\s)?$",
    re.IGNORECASE,
)
_SURE = {
    ("statement", 0): 0.9,
    ("verb", 0): 0.85,
    ("verb", 1): 0.75,
    ("noun", 0): 0.8,
    ("noun", 1): 0.85,
}
"""Share right of events told or named by a word and dated to the day, or to a month or year."""
_CARRIED_SURE = 0.55
_VAGUE = ("decade", "century", "years")
_HERE = re.compile(r"\bhere\b")
_MOST, _NEAR_SUBJECT, _HEAD = 4, 40, 400
_TO_THE_DAY = 2
"""Hyphens in the EDTF of a day."""
_MOST_DAYS = 12
"""Days of one sentence that are looked at: a list of more is no telling of events."""


def events(
    scene: Scene,
    sentences: tuple[Sentence, ...],
    timeline: Timeline,
    cast: tuple[Named, ...],
    parts: tuple[PartSuggestion, ...],
    date: Edtf,
) -> Iterator[EventSuggestion]:
    """At most four events a sentence, no two of one kind and day."""
    place, paragraph = 0, 0
    here = _Written(scene.text, parts, date)
    before: tuple[DateSuggestion, ...] = ()
    for sentence in sentences:
        days = timeline.within(sentence.start, sentence.end)
        own = _own_days(scene.masked, days)
        if own:
            found = dated_happenings(scene.masked, sentence, own)
        else:
            day = carried(before, sentence.paragraph - paragraph)
            found = _carried(scene.masked, sentence, day) if day else []
        before, paragraph = days, sentence.paragraph
        if not found:
            continue
        while place < len(cast) and cast[place].end <= sentence.start:
            place += 1
        last = place
        while last < len(cast) and cast[last].start < sentence.end:
            last += 1
        yield from _in_sentence(scene, sentence, found, cast[place:last], here)


def _carried(text: str, sentence: Sentence, day: DateSuggestion) -> list[Dated]:
    """What a sentence without a day tells first, with the one day of the sentence before it."""
    if text[day.start] == MASK:
        return []
    word = main_happening(text, sentence)
    if word is None or word.kind in ("statement", "poll") or _PLANNED.match(word.text):
        return []
    if _PERFECT.search(text, max(word.start - 24, sentence.start), word.start):
        return []
    return [Dated(word, day, sentence.start, sentence.end)]


def _own_days(masked: str, days: tuple[DateSuggestion, ...]) -> tuple[DateSuggestion, ...]:
    """The days a sentence gives in its own words and not in somebody's it quotes."""
    own = [day for day in days if day.rule not in _VAGUE and masked[day.start] != MASK]
    return tuple(own[:_MOST_DAYS])


def _in_sentence(
    scene: Scene,
    sentence: Sentence,
    told: list[Dated],
    named: tuple[Named, ...],
    here: _Written,
) -> Iterator[EventSuggestion]:
    seen: set[tuple[str, str]] = set()
    for found in told:
        word, edtf = found.happening, found.day.edtf
        if (word.kind, edtf) in seen or _is_denied(scene.masked, sentence, found):
            continue
        if word.kind == "statement" and not _is_said(scene.masked, found):
            continue
        seen.add((word.kind, edtf))
        yield _event(scene, sentence, found, named, here)
        if len(seen) == _MOST:
            return


def _is_denied(text: str, sentence: Sentence, found: Dated) -> bool:
    """Whether a sentence says that it did not happen, or only names what was agreed on before."""
    word = found.happening
    begin = max(word.start - 40, sentence.start)
    if _NEGATED.search(text, begin, word.start):
        return True
    if found.day.start >= word.end and _is_limit(text, found):
        return True
    if word.kind == "incident" and _STANDING.search(text, begin, word.start):
        return True
    if not word.is_verb and _AS.search(text, begin, word.start):
        return True
    if word.kind == "agreement" and _MEASURED.search(text, begin, min(found.day.start, word.start)):
        return True
    named = not word.is_verb and word.kind == "agreement" and found.day.start > word.start
    return named and _REFERS.search(text, begin, word.start) is not None


def _is_limit(text: str, found: Dated) -> bool:
    """Whether a day after a word is an end that was set, or one since when nothing like it was."""
    word, day = found.happening, found.day.start
    if _UNTIL.search(text, max(word.end, day - 24), day):
        return not _TO_COME.match(word.text)
    if word.text.lower().startswith(_PUT_OFF):
        return _UP_TO.search(text, word.end, day) is not None
    if _SINCE.search(text, max(word.end, day - 8), found.day.end) is None:
        return False
    return _FIRST.search(text, max(word.start - 40, found.start), word.start) is not None


def _is_said(text: str, found: Dated) -> bool:
    """Whether somebody makes a statement, and no newspaper, agency or nobody at all does."""
    word = found.happening
    if not word.is_verb or _TELLS_OF.match(word.text):
        return True
    before = text[max(word.start - _NEAR_SUBJECT, found.start) : word.start]
    return _PASSIVE.search(before) is None and _MEDIA.search(before) is None


def _event(
    scene: Scene, sentence: Sentence, found: Dated, named: tuple[Named, ...], here: _Written
) -> EventSuggestion:
    word, day = found.happening, found.day
    where = _place(scene.masked, found, named) or here.place(found.start, found.end)
    end = sentence.end
    while scene.text[end - 1].isspace():
        end -= 1
    own = sentence.start <= day.start < sentence.end
    planned = _is_planned(scene.masked, found, here.date(found.start))
    return EventSuggestion(
        sentence.start,
        end,
        words_at(scene.text, sentence.start, end),
        word.kind,
        day.edtf,
        day.basis if own else "inferred",
        day.start,
        day.end,
        where,
        _participants(scene.masked, found, named, where),
        planned,
        f"{word.kind}: {word.text.lower().strip()}",
        _share_right(word, day) if own else _CARRIED_SURE,
    )


def _share_right(word: Happening, day: DateSuggestion) -> float:
    coarse = int(day.edtf.count("-") < _TO_THE_DAY)
    form = "verb" if word.is_verb else "noun"
    return _SURE["statement" if word.kind == "statement" and not coarse else form, coarse]


def _is_planned(text: str, found: Dated, written: Edtf) -> bool:
    """Whether an event was still to come when it was written of."""
    day = parsed(found.day.edtf)
    if day is not None and (day.first > written.last or day.last < written.first):
        return day.first > written.last
    return _PLANNED.search(text, found.start, found.happening.end) is not None


def _participants(text: str, found: Dated, named: tuple[Named, ...], where: str) -> tuple[str, ...]:
    """Those named in the clause of an event, of a statement only who makes it."""
    inside = [one for one in named if found.start <= one.start and one.end <= found.end]
    if found.happening.kind == "statement":
        inside = [one for one in inside if _is_subject(text, one, found)][-1:]
    names = (_without_day(one.name) for one in inside if one.kind != "place")
    return tuple(dict.fromkeys(name for name in names if name and name != where))


def _is_subject(text: str, one: Named, found: Dated) -> bool:
    """Whether somebody named before a verb can be its subject: not led to, and owning nothing."""
    led = _LED.search(text, max(one.start - 40, found.start), one.start) is not None
    owner = text[one.end : one.end + 2] in ("’s", "'s") or text[one.end - 2 : one.end] in (
        "’s",
        "'s",
    )
    return one.end <= found.happening.start and not led and not owner


def _without_day(name: str) -> str:
    words = name.split()
    while words and _DAY_WORD.match(words[-1]):
        words.pop()
    return " ".join(words)


def _place(text: str, found: Dated, named: tuple[Named, ...]) -> str:
    """The place named in the clause of an event, after its word or else before it."""
    people = {one.start for one in named if one.kind == "person"}
    word, day = found.happening, found.day
    last = found.end if word.kind != "statement" else max(word.end, day.end) + _NEAR_PLACE
    for start, end in ((word.start, min(last, found.end)), (found.start, word.start)):
        for match in _PLACE.finditer(text, start, end):
            name = _without_day(match.group(1))
            if name and match.start(1) not in people and _is_place(text, name, match):
                return name.removesuffix("’s").removesuffix("'s")
    return ""


def _is_place(text: str, name: str, match: re.Match[str]) -> bool:
    """Whether a name after `in` or `at` is no adjective, owner or body."""
    first = name.partition(" ")[0]
    if _NO_PLACE.match(first) or name in ADJECTIVES or first in ADJECTIVES:
        return False
    if name.isupper() and name not in STATES:
        return False
    return not (" the " in match.group() and _OF_THINGS.match(text, match.end()))


class _Written:
    """Where and when each part of a text was written: what `here` and `still to come` mean."""

    def __init__(self, text: str, parts: tuple[PartSuggestion, ...], date: Edtf) -> None:
        self._text, self._parts, self._date = text, parts, date
        self._starts = [part.start for part in parts]

    def date(self, place: int) -> Edtf:
        """The date of the part a place is in, or else of the document."""
        part = self._part(place)
        return part.date if part and part.date else self._date

    def place(self, start: int, end: int) -> str:
        """Where a part was written by its dateline, if text[start:end] says `here`."""
        part = self._part(start) if self._text.find("here", start, end) >= 0 else None
        if part is None or _HERE.search(self._text, start, end) is None:
            return ""
        line = DATELINE.search(self._text, part.start, min(part.end, part.start + _HEAD))
        return re.split(r"[,(—–]| -", line.group())[0].strip().title() if line else ""

    def _part(self, place: int) -> PartSuggestion | None:
        number = bisect_right(self._starts, place) - 1
        part = self._parts[number] if number >= 0 else None
        return part if part and place < part.end else None
