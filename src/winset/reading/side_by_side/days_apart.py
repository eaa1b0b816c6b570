"""Days of one event that two documents tell differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from winset.reading.dating.almanac import parsed
from winset.reading.side_by_side.accounts import DifferenceSuggestion, Read
from winset.reading.side_by_side.tellings import STEM, Telling, alike, at_odds, sentence_at, telling
from winset.reading.suggestions import DateSuggestion

_ALIKE, _ALIKE_BUT_FOR_NAMES = 0.7, 0.65
_FEWEST_WORDS, _SEVERAL_NAMES, _MOST_DAYS = 5, 2, 10
_SURE = 0.7


def dated_otherwise(documents: Sequence[Read]) -> Iterator[DifferenceSuggestion]:
    """Two sentences in like words that each name one day, and not the same."""
    found = (day for one in documents for day in _dated(one))
    for a, b in at_odds(found, _may_be_one):
        shared = ", ".join(sorted(a.names & b.names)[:3])
        rule = f"one event, another date: {round(100 * alike(a, b))} % of the words"
        accounts = (a.account(_day(a).isoformat()), b.account(_day(b).isoformat()))
        yield DifferenceSuggestion(f"day ({shared})", "date", accounts, rule, _SURE)


def _may_be_one(a: Telling, b: Telling) -> bool:
    """Whether two sentences are alike, and each could be written knowing the other's day.

    Words such as `on Friday` in both mean two days only by the dates of the documents.
    """
    if alike(a, b) < _ALIKE or not _told_alike(a, b):
        return False
    if a.value.casefold() == b.value.casefold() or abs(a.low - b.low) > _MOST_DAYS:
        return False
    shared = len(a.names & b.names)
    return max(len(a.names ^ b.names), _SEVERAL_NAMES) <= shared and _known_to_both(a, b)


def _told_alike(a: Telling, b: Telling) -> bool:
    """Whether two sentences share most of their words that name nobody."""
    names = {name[:STEM] for name in a.names | b.names}
    first, second = a.words - names, b.words - names
    common = len(first & second)
    return common >= max(_FEWEST_WORDS, _ALIKE_BUT_FOR_NAMES * min(len(first), len(second)))


def _known_to_both(a: Telling, b: Telling) -> bool:
    """Whether both days lie before both documents, or both after: no news of day after day."""
    if a.told is None or b.told is None:
        return True
    first, last = sorted((a.told, b.told))
    return max(_day(a), _day(b)) <= first or min(_day(a), _day(b)) > last


def _day(one: Telling) -> date:
    return date.fromordinal(int(one.low))


def _dated(one: Read) -> Iterator[Telling]:
    """Sentences that name one full day and no other time."""
    found: dict[int, list[DateSuggestion]] = {}
    for told in one.found.dates:
        found.setdefault(sentence_at(one.text, told.start, told.end)[0], []).append(told)
    for first, *more in found.values():
        day = parsed(first.edtf)
        sure = not more and not first.edtf.endswith(("~", "?"))
        if sure and day is not None and day.first == day.last:
            ordinal = day.first.toordinal()
            yield telling(one, (first.start, first.end), "day", ordinal, ordinal)
