"""Days and months without their year: the year is that of a date before, or what the tense asks."""

from __future__ import annotations

from re import Match

from winset.reading.dating.almanac import (
    Moment,
    after_or_in,
    before_or_in,
    nearest,
    shifted,
    week,
)
from winset.reading.dating.around import (
    ARTICLE_BEFORE,
    JOINING_BEFORE,
    MONTH_BEFORE,
    NAME_BEFORE,
    RECURS_BEFORE,
    YEAR_TO_COME,
)
from winset.reading.dating.context import Context
from winset.reading.dating.stated import figures, month_of
from winset.reading.text.tense import (
    FORESEEN,
    FUTURE,
    LEANING,
    LOOSELY_PAST,
    PAST,
    UNTOLD,
    speaks_now,
)
from winset.reading.text.words import WEEKDAYS

LAST_WEEKS = 45
"""Days before its document's in which a bare day most likely lies."""
_LONG_PAST = 9
"""Months after which a month of the same name still to come is meant, but for a verb beside it."""
_LOOKING_AHEAD = 3
"""Years before its document's within which a date no longer leads what is still to come."""
_WEEKDAY_STARTS = {name[:3]: number for name, number in WEEKDAYS.items()}
_JUST_PAST = 10
"""Months after which a month still to come is more likely the one just past."""
_NEVER_BARE = ("may", "march")
_MAY = 5
_NAMES_TOO = ("may", "april", "june", "august")


def undated(context: Context, match: Match[str], month: int, day: int) -> Moment:
    """A day or month without its year."""
    place = match.start()
    reference, lead = context.reference(place), context.lead_year(place)
    shared = YEAR_TO_COME.match(context.text, match.end(), match.end() + 40)
    if shared:
        return Moment(int(shared.group(1)), month, day)
    if lead is not None and context.in_chronicle(place):
        return after_or_in(month, day, lead)
    told = context.tense(match)
    if lead is not None and not (day and _is_recent(context, place, month, day)):
        found = nearest(month, day, lead)
        late = (found.year, found.month) > (reference.year, reference.month or 12)
        early = (found.year, found.month) < (reference.year, reference.month or 1)
        recent = lead.year >= reference.year - _LOOKING_AHEAD
        ahead = early and recent and speaks_now(context.text, place)
        if not ahead and (not late or told not in (PAST, LOOSELY_PAST)):
            return found
    context.stand_alone()
    return _in_tense(told, month, day, reference)


def _is_recent(context: Context, place: int, month: int, day: int) -> bool:
    """Whether a day is one of the last weeks, with no date in its own paragraph to lean on."""
    reference = context.reference(place)
    last = before_or_in(month, day, reference)
    if not reference.day or not last.edtf() or context.leads_here(place):
        return False
    return (reference.first() - last.first()).days <= LAST_WEEKS


def _in_tense(told: str, month: int, day: int, reference: Moment) -> Moment:
    ahead, past = after_or_in(month, day, reference), before_or_in(month, day, reference)
    if told == FUTURE and _months(reference, ahead) < (_LONG_PAST if day else _JUST_PAST):
        return ahead
    if told == PAST or not reference.month:
        return past
    near = nearest(month, day, reference)
    return (
        near
        if told in (FORESEEN, LEANING, UNTOLD) or _months(past, reference) >= _LONG_PAST
        else past
    )


def _months(earlier: Moment, later: Moment) -> int:
    return 12 * (later.year - earlier.year) + later.month - earlier.month


def two_days(context: Context, m: Match[str]) -> str:
    """Two days joined: `May 3-5, 2014`, `3 and 4 May`, `30 May–2 June`."""
    rule = m.lastgroup or ""
    month, year, other = month_of(m[f"{rule}_m"]), m[f"{rule}_y"], m.groupdict().get(f"{rule}_n")
    a, b = figures(m[f"{rule}_a"]), figures(m[f"{rule}_b"])
    ends = month_of(other) if other else month
    last = Moment(int(year), ends, b) if year else undated(context, m, ends, b)
    first = Moment(last.year - (month > ends), month, a)
    return _span(first, last)


def two_months(context: Context, m: Match[str]) -> str:
    """`May-July 2014`."""
    begins, ends = month_of(m["months_a"]), month_of(m["months_b"])
    year = m["months_y"]
    last = Moment(int(year), ends) if year else undated(context, m, ends, 0)
    return _span(Moment(last.year - (begins > ends), begins), last)


def _span(first: Moment, last: Moment) -> str:
    a, b = first.edtf(), last.edtf()
    return f"{a}/{b}" if a and b and a < b else ""


def day_of_month(context: Context, m: Match[str]) -> Moment | str | None:
    """`3 May`; where its weekday is named, of a year in which it was that weekday."""
    rule, first = m.lastgroup or "", m.group().split()[0].strip(",.").lower()
    month, day = month_of(m[f"{rule}_m"]), figures(m[f"{rule}_d"])
    year = context.some_year(m[f"{rule}_w"], m.start()) if m[f"{rule}_w"] else 0
    found = Moment(year, month, day) if year else undated(context, m, month, day)
    weekday = _WEEKDAY_STARTS.get(first[:3])
    if weekday is not None:
        return _of_weekday(weekday, month, day, found) or found
    if found.edtf() and context.before(m.start()).endswith(" week of "):
        return week(found, 0)
    return found


def _of_weekday(weekday: int, month: int, day: int, base: Moment) -> Moment | None:
    """The year nearest to the base's in which a day of a month is such a weekday."""
    for year in (base.year, base.year - 1, base.year + 1, base.year - 2, base.year + 2):
        found = Moment(year, month, day)
        if found.edtf() and found.first().weekday() == weekday:
            return found
    return None


def bare_month(context: Context, m: Match[str]) -> Moment | None:
    """A month by name alone: after a preposition, or before a noun (`the June talks`)."""
    place, word = m.start(), m["month_m"]
    before, noun = context.before(place), context.text[m.end() : m.end() + 3]
    if word.lower() in _NEVER_BARE and JOINING_BEFORE.search(before):
        return None
    named = noun[:1] == " " and noun[1:2].isupper() and context.led(NAME_BEFORE, place)
    if named or recurs(before):
        return None  # every June; a person's name: `by April Jones`
    if not (context.led(MONTH_BEFORE, place) or _is_attribute(context, place, word, noun)):
        return None
    return undated(context, m, month_of(word), 0)


def recurs(before: str) -> bool:
    """Whether what follows is a day or month of each week or year: `every June`."""
    if "ach " not in before and "very " not in before:
        return False
    return RECURS_BEFORE.search(before.casefold()) is not None


def _is_attribute(context: Context, place: int, word: str, after: str) -> bool:
    """Whether a month stands before its noun, or closes a bracket: `(Tarn, November)`."""
    if after[:1] == ")":
        return context.before(place).endswith((", ", "("))
    if after in ("'s ", "’s "):
        return word.lower() not in _NAMES_TOO
    attribute = after[:1] == " " and after[1:2].islower() and word.lower() not in _NEVER_BARE
    return attribute and context.led(ARTICLE_BEFORE, place)


def near_month(context: Context, m: Match[str]) -> Moment | None:
    """`last June`, `next June`: before or after the document's month; `this June`, `that June`."""
    month, reference = month_of(m["lastmonth_m"]), context.reference(m.start())
    word = m["lastmonth_w"].lower()
    if word == "this":
        return Moment(reference.year, month)
    if word == "that":
        lead, after = context.lead_year(m.start()), context.text[m.end() : m.end() + 2]
        named = month == _MAY or after[1:].isupper()  # that April Jones; that May might
        return Moment(lead.year, month) if lead and not named else None
    if word in ("next", "this coming"):
        following = shifted(Moment(reference.year, reference.month or 12), 1, "month")
        return after_or_in(month, 0, following or reference)
    preceding = shifted(Moment(reference.year, reference.month or 1), -1, "month")
    return before_or_in(month, 0, preceding or reference)
