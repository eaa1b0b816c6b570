"""Days counted from another: a bare month, a weekday, `last year`, `two weeks later`."""

from __future__ import annotations

from collections.abc import Callable
from re import Match

from winset.reading.dating.almanac import (
    Moment,
    after_or_in,
    before_or_in,
    counted,
    nearest,
    shifted,
    week,
    weekday_after,
    weekday_before,
)
from winset.reading.dating.context import Context
from winset.reading.dating.grammar import (
    AGE_BEFORE,
    ARTICLE_BEFORE,
    JOINING_BEFORE,
    MONTH_BEFORE,
    NAME_BEFORE,
    RECURS_BEFORE,
    SEASON_BEFORE,
    YEAR_BEFORE,
    YEAR_NOUN,
    YEAR_TO_COME,
)
from winset.reading.dating.stated import figures, month_of
from winset.reading.text.tense import FUTURE, LEANING, LOOSELY_PAST, PAST, UNTOLD, speaks_now
from winset.reading.text.words import SEASONS, WEEKDAYS

_LAST_WEEKS = 45
"""Days before its document's in which a bare day most likely lies."""
_LONG_PAST = 9
"""Months after which a month of the same name still to come is meant, but for a verb beside it."""
_NEVER_BARE = ("may", "march")
_STEPS = {"last": -1, "this": 0, "the current": 0, "next": 1, "the previous": -1}
_STEPS |= {"the following": 1, "the next": 1}
_OLD_WORDS = 2
"""Years before its document's from which a date tells when words were said that it leads to."""
_LOOKING_AHEAD = 3
"""Years before its document's within which a date no longer leads what is still to come."""


def _undated(context: Context, match: Match[str], month: int, day: int) -> Moment:
    """A day or month without its year."""
    place = match.start()
    reference, lead = context.reference(place), context.lead(place)
    shared = YEAR_TO_COME.match(context.text, match.end(), match.end() + 40)
    if shared:
        return Moment(int(shared.group(1)), month, day)
    told = context.tense(match)
    if lead is not None and not (day and _is_recent(context, place, month, day)):
        found = nearest(month, day, lead)
        late = (found.year, found.month) > (reference.year, reference.month or 12)
        early = (found.year, found.month) < (reference.year, reference.month or 1)
        recent = lead.year >= reference.year - _LOOKING_AHEAD
        ahead = early and recent and speaks_now(context.text, place)
        if not ahead and (not late or told not in (PAST, LOOSELY_PAST)):
            return found
    return _in_tense(told, month, day, reference)


def _is_recent(context: Context, place: int, month: int, day: int) -> bool:
    """Whether a day is one of the last weeks, with no date in its own paragraph to lean on."""
    reference = context.reference(place)
    last = before_or_in(month, day, reference)
    if not reference.day or not last.edtf() or context.leads_here(place):
        return False
    return (reference.first() - last.first()).days <= _LAST_WEEKS


def _of_weekday(weekday: int, month: int, day: int, base: Moment) -> Moment | None:
    """The year nearest to the base's in which a day of a month is such a weekday."""
    for year in (base.year, base.year - 1, base.year + 1, base.year - 2, base.year + 2):
        found = Moment(year, month, day)
        if found.edtf() and found.first().weekday() == weekday:
            return found
    return None


def _in_tense(told: str, month: int, day: int, reference: Moment) -> Moment:
    ahead, past = after_or_in(month, day, reference), before_or_in(month, day, reference)
    if told == FUTURE and not (day and _months(reference, ahead) >= _LONG_PAST):
        return ahead
    if told == PAST or not reference.month:
        return past
    near = nearest(month, day, reference)
    return near if told in (LEANING, UNTOLD) or _months(past, reference) >= _LONG_PAST else past


def _months(earlier: Moment, later: Moment) -> int:
    return 12 * (later.year - earlier.year) + later.month - earlier.month


def _two_days(context: Context, m: Match[str]) -> str:
    """Two days of one month: `May 3-5, 2014`, `3 and 4 May`."""
    rule = m.lastgroup or ""
    month, year = month_of(m[f"{rule}_m"]), m[f"{rule}_y"]
    a, b = figures(m[f"{rule}_a"]), figures(m[f"{rule}_b"])
    base = Moment(int(year), month) if year else _undated(context, m, month, b)
    first, last = (Moment(base.year, month, day).edtf() for day in (a, b))
    return f"{first}/{last}" if first and last and first < last else ""


def _day_of_month(context: Context, m: Match[str]) -> Moment | None:
    """`3 May`; where its weekday is named, of a year in which it was that weekday."""
    rule, first = m.lastgroup or "", m.group().split()[0].strip(",.").lower()
    month, day = month_of(m[f"{rule}_m"]), figures(m[f"{rule}_d"])
    found = _undated(context, m, month, day)
    weekday = next((n for name, n in WEEKDAYS.items() if name[:3] == first[:3]), None)
    if weekday is None:
        return found
    return _of_weekday(weekday, month, day, found) or found


_HOLIDAYS = {"Christmas Eve": (12, 24), "New Year's Eve": (12, 31), "New Year's Day": (1, 1)}


def _holiday(context: Context, m: Match[str]) -> Moment | None:
    name = m["holiday_n"].replace("’", "'")
    return _undated(context, m, *_HOLIDAYS.get(name, (12, 25)))


def _month(context: Context, m: Match[str]) -> Moment | None:
    """A month by name alone: after a preposition, or before a noun (`the June talks`)."""
    place, word = m.start(), m["month_m"]
    if word.lower() in _NEVER_BARE and JOINING_BEFORE.search(context.before(place)):
        return None
    noun = context.text[m.end() : m.end() + 2]
    named = noun[1:].isupper() and context.led(NAME_BEFORE, place)
    if named or context.led(RECURS_BEFORE, place):
        return None  # every June; a person's name: `by April Jones`
    led = context.led(MONTH_BEFORE, place)
    attribute = noun[:1] == " " and noun[1:].islower() and context.led(ARTICLE_BEFORE, place)
    if not led and not (attribute and word.lower() not in _NEVER_BARE):
        return None
    return _undated(context, m, month_of(word), 0)


def _year(context: Context, m: Match[str]) -> Moment | None:
    """A year: four figures after a word that leads to one, or before a noun it tells apart."""
    led = context.led(YEAR_BEFORE, m.start())
    led = led or YEAR_NOUN.match(context.text, m.end()) is not None
    return Moment(int(m["year_y"])) if led else None


def _month_of_year(context: Context, m: Match[str]) -> Moment | None:
    base = _some_year(context, m["yearof_w"], m.start())
    return Moment(base.year, month_of(m["yearof_m"])) if base else None


def _near_month(context: Context, m: Match[str]) -> Moment | None:
    """`last June`, `next June`: before or after the document's month; `this June`."""
    month, reference = month_of(m["lastmonth_m"]), context.reference(m.start())
    word = m["lastmonth_w"].lower()
    if word == "this":
        return Moment(reference.year, month)
    if word in ("next", "this coming"):
        following = shifted(Moment(reference.year, reference.month or 12), 1, "month")
        return after_or_in(month, 0, following or reference)
    preceding = shifted(Moment(reference.year, reference.month or 1), -1, "month")
    return before_or_in(month, 0, preceding or reference)


def _near_season(context: Context, m: Match[str]) -> str:
    """`last summer`: the last one that had begun before the document's month."""
    season, reference = SEASONS[m["relseason_s"].lower()], context.reference(m.start())
    begins, word = (season - 20) * 3, m["relseason_w"].lower()
    if not reference.month:
        return ""
    begun = reference.month >= begins
    last = 0 if reference.month >= begins + 3 else -1
    offset = {"last": last, "this past": last, "this": 0}.get(word, 1 if begun else 0)
    return f"{reference.year + offset:04d}-{season}"


def _bare_season(context: Context, m: Match[str]) -> str:
    """`in the spring`, as its tense has it: the last one begun, the next one, or the nearest."""
    if not context.led(SEASON_BEFORE, m.start()):
        return ""
    season = SEASONS[m["inseason_s"].lower()]
    found = _undated(context, m, (season - 20) * 3, 0)
    return f"{found.year:04d}-{season}"


def _weekend(context: Context, m: Match[str]) -> str:
    """Saturday and Sunday before the document's day, or after it for `next` and `this`."""
    reference = context.reference(m.start())
    ahead = m["weekend_w"].lower() in ("next", "this")
    saturday = weekday_after(5, reference) if ahead else weekday_before(5, reference, strictly=True)
    sunday = shifted(saturday, 1, "day") if saturday else None
    return f"{saturday.edtf()}/{sunday.edtf()}" if saturday and sunday else ""


def _weekday(context: Context, m: Match[str]) -> Moment | None:
    """`on Friday`: the last one, or the next where its sentence looks ahead."""
    if context.led(RECURS_BEFORE, m.start()):
        return None
    weekday, reference = WEEKDAYS[m["weekday_w"].lower()], context.reference(m.start())
    word = (m["weekday_r"] or "").strip().lower()
    if word in ("next", "coming", "this coming"):
        return weekday_after(weekday, reference)
    of_today = context.before(m.start()).endswith(("later ", "earlier "))
    if not word and not of_today and context.tense(m) == FUTURE:
        return weekday_after(weekday, reference, strictly=False)
    return weekday_before(weekday, reference, strictly=word == "last")


def _weekday_of_week(context: Context, m: Match[str]) -> Moment | None:
    """`Tuesday of last week`, counted from the document's week."""
    offset = _STEPS[m["weekdayof_w"]]
    reference = context.reference(m.start())
    if not reference.day:
        return None
    days = WEEKDAYS[m["weekdayof_d"].lower()] - reference.first().weekday() + 7 * offset
    return shifted(reference, days, "day")


def _weekday_from_lead(context: Context, m: Match[str]) -> Moment | None:
    """`the following Tuesday`, from the date last given or from the document's."""
    lead, weekday = context.lead(m.start()), WEEKDAYS[m["weekdayby_d"].lower()]
    base = lead if lead and lead.day else context.reference(m.start())
    if m["weekdayby_w"] == "previous":
        return weekday_before(weekday, base, strictly=True)
    return weekday_after(weekday, base)


def _ago(context: Context, m: Match[str]) -> str:
    """`two years ago` from the document, `two months prior` from the date last given."""
    word, place = m["ago_w"], m.start()
    base = context.lead(place)
    if word in ("ago", "from now", "from today"):
        base = context.reference(place)
    back = word not in ("later", "after that", "from now", "from today")
    return _shift(base, counted(m["ago_n"]), m["ago_u"], back) if base else ""


def _long_ago(context: Context, m: Match[str]) -> str:
    years = {"half a century": 50, "two centuries": 200, "a century": 100}
    count = years.get(m["halfago_n"].lower(), 25)
    return Moment(context.reference(m.start()).year - count).edtf() + "~"


def _shift(base: Moment, number: int, unit: str, back: bool) -> str:
    """A date some time off, as precise as its unit; weeks are never meant to the day."""
    unit = unit.rstrip("s")
    if unit == "decade":
        unit, number = "year", number * 10
    found = shifted(base, -number if back else number, unit)
    edtf = found.edtf() if found else ""
    return f"{edtf}~" if edtf and unit == "week" else edtf


def _after_this(context: Context, m: Match[str]) -> Moment | None:
    """`On 19 March, four days after this`: the day of what is meant by `this` or named next."""
    close = context.text[context.anchor_end : m.start()].strip() in (",", "")
    if context.anchor is None or not context.anchor.day or not close:
        return None
    unit, count = m["afterthis_u"].rstrip("s"), counted(m["afterthis_n"])
    if unit not in ("day", "week"):
        return None
    return shifted(context.anchor, -count if m["afterthis_w"] == "after" else count, unit)


def _near(context: Context, m: Match[str]) -> Moment | str | None:
    """`last month`, `this year`, `next week`; in somebody's words from the date last given."""
    offset = _STEPS[m["relative_w"].lower()]
    reference, unit = context.reference(m.start()), m["relative_u"]
    lead = context.lead(m.start()) if context.in_quote(m.start()) else None
    if lead is not None and reference.year - lead.year >= _OLD_WORDS:
        reference = lead
    if unit == "week":
        return week(reference, offset)
    return shifted(reference if unit == "month" else Moment(reference.year), offset, unit)


def _end_of(context: Context, m: Match[str]) -> Moment | None:
    """`the end of the year`: of the document's year or month."""
    reference = context.reference(m.start())
    if m["endof_u"] != "month":
        return Moment(reference.year)
    return Moment(reference.year, reference.month) if reference.month else None


def _within(context: Context, m: Match[str]) -> Moment | str | None:
    """`earlier in the week`: the document's week, month, year or day."""
    reference, unit = context.reference(m.start()), m["inyear_u"]
    if unit == "day":  # of the day last told, if any
        lead = context.lead(m.start())
        base = lead if lead and lead.day else reference
        return shifted(base, 0, "day") if base.day else None
    if unit == "week":
        return week(reference, 0)
    if unit == "year":
        return Moment(reference.year)
    return shifted(reference, 0, unit) if reference.month else None


def _anaphor(context: Context, m: Match[str]) -> Moment | str | None:
    """`that year`, `the following month`, `the previous evening`."""
    word, unit, place = m["anaphor_w"].lower(), m["anaphor_u"], m.start()
    if unit == "year":
        return _some_year(context, word, place)
    offset = _STEPS.get(word, 0)
    lead = context.lead(place)
    if unit == "month":
        return shifted(lead, offset, "month") if lead else None
    if unit == "week":
        return week(lead, offset) if lead else None
    base = lead if lead and lead.day else None
    if base is None and offset == -1:
        base = context.reference(place)
    return shifted(base, offset, "day") if base else None


def _day_by(context: Context, m: Match[str]) -> Moment | None:
    """`the day before`, from the date last given; `the day before yesterday`, from today."""
    unit, offset = m["dayby_u"], -1 if m["dayby_w"] == "before" else 1
    if m.group().endswith(("yesterday", "tomorrow")):
        return shifted(context.reference(m.start()), 2 * offset, "day") if unit == "day" else None
    if m.group().endswith("last"):
        reference = context.reference(m.start())
        return Moment(reference.year - 2) if unit == "year" else None
    lead = context.lead(m.start())
    if lead is None or unit == "week":
        return None
    if unit in ("day", "night"):
        return shifted(lead, offset, "day")
    return shifted(Moment(lead.year) if unit == "year" else lead, offset, unit)


def _near_day(context: Context, m: Match[str]) -> Moment | None:
    """`yesterday`, `tonight`; `today` where it is a day and not an age."""
    word = m["nearday_w"].lower()
    if word == "today" and not _is_day(context, m):
        return None
    offset = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
    return shifted(context.reference(m.start()), offset, "day")


def _is_day(context: Context, m: Match[str]) -> bool:
    """Whether `today` is the day of the report: in a sentence of what was done or will be."""
    before = context.before(m.start())
    named = m.group()[0] == "T" and before.rstrip("\n ")[-1:].isalpha()  # the Today programme
    if named or context.led(AGE_BEFORE, m.start()):
        return False
    return context.tense(m) in (PAST, LOOSELY_PAST, LEANING, FUTURE)


def _some_year(context: Context, word: str, place: int) -> Moment | None:
    """The document's year or one beside it; `that year` and the like from the date last given."""
    reference = context.reference(place)
    if word in ("this", "last", "next"):
        return Moment(reference.year + _STEPS[word])
    lead = context.lead(place)
    return Moment(lead.year + _STEPS.get(word, 0)) if lead else None


RESOLVERS: dict[str, Callable[[Context, Match[str]], Moment | str | None]] = {
    "days": _two_days,
    "ddm": _two_days,
    "relseason": _near_season,
    "inseason": _bare_season,
    "weekend": _weekend,
    "dayby": _day_by,
    "md": _day_of_month,
    "dm": _day_of_month,
    "holiday": _holiday,
    "month": _month,
    "year": _year,
    "yearof": _month_of_year,
    "lastmonth": _near_month,
    "weekday": _weekday,
    "weekdayof": _weekday_of_week,
    "weekdayby": _weekday_from_lead,
    "ago": _ago,
    "halfago": _long_ago,
    "afterthis": _after_this,
    "relative": _near,
    "endof": _end_of,
    "inyear": _within,
    "anaphor": _anaphor,
    "nearday": _near_day,
}
