"""Events a text tells of: words for what happened with the day they belong to and who was in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from winset.dates import Edtf
from winset.reading.dating.almanac import parsed
from winset.reading.dating.timeline import Timeline, carried
from winset.reading.happening.dated import Dated, dated_happenings, main_happenings
from winset.reading.happening.denials import is_denied
from winset.reading.happening.happenings import Happening
from winset.reading.happening.where import Written, place_of_event, without_day
from winset.reading.people.people import Named
from winset.reading.speech.scene import Scene
from winset.reading.suggestions import DateSuggestion, EventSuggestion, PartSuggestion
from winset.reading.text.patterns import any_of
from winset.reading.text.phrases import Sentence, words_at
from winset.reading.text.tokens import MASK

_PLANNED = re.compile(
    r"\b(?:will|shall|to be held|to be opened|is to|are to|due|plans? to|planned|scheduled"
    r"|expected to|set to|hopes? to|may|might|could|should"
    r"|would (?:meet|visit|hold|sign|resume|reopen|travel|host|begin|be)"
    r"|upcoming|impending|forthcoming|next (?:week|month|year)|agreed to (?:meet|hold|visit))\b"
)
_AGREED_TO = re.compile(r"agreed to ", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"(?:As|When|While|After|Before|Although|Though|Since|Because|Once)\b[^,]*,"
)
_PERFECT = re.compile(r"\b(?:has|have|is|are|also) (?:[\w-]+ ){0,2}$")
_REDUCED = re.compile(r"(?:under|by|in|at|with|between|during|among)\b")
"""After a form that only describes: `The pact, agreed under the old mayor, …`."""
_STARTS = ("The ", "Both ", "They ")
_THOSE_WHO_MET = any_of(
    "sides parties delegations ministers leaders presidents negotiators teams governments"
    " officials countries talks meetings? summit sessions? discussions consultations negotiations"
)
_GOES_ON = re.compile(
    rf"(?:(?:The (?:[\w-]+ ){{0,2}}|Both )(?:{_THOSE_WHO_MET})|Both|They)\b(?! of\b)"
)
"""Who goes on doing what they met for, or the talks themselves: `The two sides agreed on …`."""
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
_CARRIED_SURE, _QUOTED_SURE = 0.55, 0.65
_VAGUE = ("decade", "century", "years")
_OWN_DAY = ("statement", "poll")
"""Kinds that are of no day but one their sentence gives."""
_GOING_ON = 6
"""Sentences without a day after that of talks which may go on telling of them."""
_MOST = 4
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
    here = Written(scene.text, parts, date)
    before: Sequence[DateSuggestion] = ()
    account: list[Dated] = []
    since = 0
    for sentence, days in _with_days(sentences, timeline):
        if days:
            found = _dated(scene, sentence, days)
            account, since = found, 0
        else:
            day = carried(before, sentence.paragraph - paragraph) if before else None
            since += 1
            if day is None and account and since <= _GOING_ON:
                day = _day_of_talks(account) if _goes_on(scene.masked, sentence) else None
            found = _carried(scene.masked, sentence, day, here) if day else []
        before, paragraph = days, sentence.paragraph
        if not found:
            continue
        while place < len(cast) and cast[place].end <= sentence.start:
            place += 1
        last = place
        while last < len(cast) and cast[last].start < sentence.end:
            last += 1
        yield from _in_sentence(scene, sentence, found, cast[place:last], here)


def _day_of_talks(found: list[Dated]) -> DateSuggestion | None:
    """The day of the talks that a sentence tells of."""
    days = (one.day for one in found if one.happening.kind == "meeting")
    return next((day for day in days if day.edtf.count("-") == _TO_THE_DAY), None)


def _goes_on(text: str, sentence: Sentence) -> bool:
    """Whether a sentence begins with those who met, or with the talks."""
    if not text.startswith(_STARTS, sentence.start):
        return False
    return _GOES_ON.match(text, sentence.start, sentence.end) is not None


def _with_days(
    sentences: tuple[Sentence, ...], timeline: Timeline
) -> Iterator[tuple[Sentence, Sequence[DateSuggestion]]]:
    """Each sentence with the days it names."""
    every = timeline.within(0, sentences[-1].end) if sentences else ()
    place = 0
    for sentence in sentences:
        while place < len(every) and every[place].start < sentence.start:
            place += 1
        first = place
        while place < len(every) and every[place].start < sentence.end:
            place += 1
        yield sentence, every[first:place]


def _dated(scene: Scene, sentence: Sentence, days: Sequence[DateSuggestion]) -> list[Dated]:
    """What a sentence tells of its days, or else of those somebody names whom it quotes."""
    own = [day for day in days if day.rule not in _VAGUE and scene.masked[day.start] != MASK]
    if own:
        return dated_happenings(scene.masked, sentence, own[:_MOST_DAYS])
    quoted = [day for day in days[:_MOST_DAYS] if day.edtf.count("-") >= _TO_THE_DAY]
    return dated_happenings(scene.text, sentence, quoted) if quoted else []


def _carried(text: str, sentence: Sentence, day: DateSuggestion, here: Written) -> list[Dated]:
    """What a sentence without a day tells first, and what it joins to it, with a day before it."""
    if text[day.start] == MASK:
        return []
    aside = _SUBORDINATE.match(text, sentence.start, sentence.end)
    words = list(main_happenings(text, sentence, aside.end() if aside else sentence.start))
    if not words or words[0].kind in _OWN_DAY:
        return []
    word = words[0]
    if _PLANNED.match(word.text) and not _is_to_come(day, here.date(sentence.start)):
        return []
    perfect = _PERFECT.search(text, max(word.start - 24, sentence.start), word.start)
    if perfect and not (perfect.group().startswith("also") and _goes_on(text, sentence)):
        return []
    if text[word.start - 2] == "," and _REDUCED.match(text, word.end + 1):
        return []
    told = [word for word in words if word.kind not in _OWN_DAY]
    return [Dated(word, day, sentence.start, sentence.end) for word in told]


def _is_to_come(day: DateSuggestion, written: Edtf) -> bool:
    """Whether a day is not over yet when it is written of."""
    span = parsed(day.edtf)
    return span is not None and span.first >= written.last


def _in_sentence(
    scene: Scene,
    sentence: Sentence,
    told: list[Dated],
    named: tuple[Named, ...],
    here: Written,
) -> Iterator[EventSuggestion]:
    seen: set[tuple[str, str]] = set()
    written = here.date(sentence.start)
    for found in told:
        word, edtf = found.happening, found.day.edtf
        if (word.kind, edtf) in seen or is_denied(scene.masked, sentence, found, written):
            continue
        seen.add((word.kind, edtf))
        yield _event(scene, sentence, _agreed(found, written), named, here)
        if len(seen) == _MOST:
            return


def _agreed(found: Dated, written: Edtf) -> Dated:
    """What was agreed to be done as an agreement where the day is not still to come."""
    word, day = found.happening, parsed(found.day.edtf)
    if not _AGREED_TO.match(word.text) or day is None or day.first > written.last:
        return found
    return found._replace(happening=word._replace(kind="agreement"))


def _event(
    scene: Scene, sentence: Sentence, found: Dated, named: tuple[Named, ...], here: Written
) -> EventSuggestion:
    word, day = found.happening, found.day
    where = place_of_event(scene.masked, found, named) or here.place(found.start, found.end)
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
        _share_right(scene, word, day) if own else _CARRIED_SURE,
    )


def _share_right(scene: Scene, word: Happening, day: DateSuggestion) -> float:
    if scene.masked[day.start] == MASK:
        return _QUOTED_SURE
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
    people = ("person", "actor")
    names = (without_day(one.name, one.kind in people) for one in inside if one.kind != "place")
    return tuple(dict.fromkeys(name for name in names if name and name != where))


def _is_subject(text: str, one: Named, found: Dated) -> bool:
    """Whether somebody named before a verb can be its subject: not led to, and owning nothing."""
    led = _LED.search(text, max(one.start - 40, found.start), one.start) is not None
    owns = ("’s", "'s")
    owner = text[one.end : one.end + 2] in owns or text[one.end - 2 : one.end] in owns
    return one.end <= found.happening.start and not led and not owner
