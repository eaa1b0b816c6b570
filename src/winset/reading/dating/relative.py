"""Days counted from another: a bare month, a weekday, `last year`, `two weeks later`."""

from __future__ import annotations

from collections.abc import Callable
from re import Match

from winset.reading.dating.almanac import (
    Moment,
    counted,
    shifted,
    week,
    weekday_after,
    weekday_before,
)
from winset.reading.dating.around import (
    AGE_BEFORE,
    TODAY_DOES,
    TODAYS,
    YEAR_BEFORE,
    YEAR_NOUN,
)
from winset.reading.dating.context import STEPS, Context
from winset.reading.dating.occasions import (
    bare_quarter,
    bare_season,
    end_of,
    feast,
    near_season,
    new_year,
    share,
    weekend,
)
from winset.reading.dating.stated import month_of
from winset.reading.dating.undated import (
    LAST_WEEKS,
    bare_month,
    day_of_month,
    near_month,
    recurs,
    two_days,
    two_months,
)
from winset.reading.text.tense import FORESEEN, FUTURE, LEANING, LOOSELY_PAST, PAST
from winset.reading.text.words import SEASONS, WEEKDAYS

_OLD_WORDS = 2
"""Years before its document's from which a date tells when words were said that it leads to."""
_LONGEST_ROW = 3
"""Days of the week that can be joined into one: more are those of every week."""
_SHORT = 24
"""Characters after `today` that tell what it is."""
_HALF_A_WEEK = 3
_NO_WEEK = ("Good ", "Bloody ", "Black ", "Palm ", "Ash ", "Maundy ", "Easter ", "Super ")
"""What a weekday follows where it is the name of a feast or of a day long past."""


def _year(context: Context, m: Match[str]) -> Moment | None:
    """A year: four figures after a word that leads to one, or before a noun it tells apart."""
    led = context.led(YEAR_BEFORE, m.start())
    led = led or YEAR_NOUN.match(context.text, m.end()) is not None or context.heads(m)
    return Moment(int(m["year_y"])) if led else None


def _either_way(context: Context, m: Match[str]) -> str:
    """`03/05/2014`: the order that falls in the weeks up to the document's day, as uncertain."""
    a, b, year = int(m["slash_a"]), int(m["slash_b"]), int(m["slash_y"])
    if not (1 <= a <= 12 and 1 <= b <= 12):
        return ""
    reference = context.reference(m.start())
    both = [Moment(year, b, a), Moment(year, a, b)]
    if reference.day:
        known = reference.first()
        close = [one for one in both if 0 <= (known - one.first()).days <= LAST_WEEKS]
        if len(close) == 1:
            return f"{close[0].edtf()}?"
    return f"{year:04d}"


def _month_of_year(context: Context, m: Match[str]) -> Moment | str | None:
    """`May last year`, `autumn of the following year`."""
    year, name = context.some_year(m["yearof_w"], m.start()), m["yearof_m"]
    if not year:
        return None
    season = SEASONS.get(name.lower())
    return f"{year:04d}-{season}" if season else Moment(year, month_of(name))


def _weekday(context: Context, m: Match[str]) -> Moment | None:
    """`on Friday`: the last one, or the next where its sentence looks ahead."""
    before = context.before(m.start())
    if recurs(before) or before.endswith(_NO_WEEK):
        return None
    weekday, reference = WEEKDAYS[m["weekday_w"].lower()], context.reference(m.start())
    word = (m["weekday_r"] or "").strip().lower()
    if word in ("next", "coming", "this coming"):
        return weekday_after(weekday, reference)
    if before.endswith(("week ", "week on ")):
        offset = STEPS.get(before.split("week")[0].split()[-1].lower(), 0)
        return _of_week(weekday, reference, offset)
    of_today = before.endswith(("later ", "earlier "))
    told = "" if word or of_today else context.tense(m)
    if told == FUTURE or (told == FORESEEN and _is_nearer_ahead(weekday, reference)):
        return weekday_after(weekday, reference, strictly=False)
    return weekday_before(weekday, reference, strictly=word == "last")


def _is_nearer_ahead(weekday: int, reference: Moment) -> bool:
    """Whether the next such weekday is nearer than the last; both are not without a known day."""
    return bool(reference.day) and (weekday - reference.first().weekday()) % 7 <= _HALF_A_WEEK


def _weekdays(context: Context, m: Match[str]) -> str:
    """`Sunday-Monday`; longer rows such as `Monday-Friday` are those of every week."""
    first, last = (WEEKDAYS[m[f"weekdays_{end}"].lower()] for end in "ab")
    days, reference = (last - first) % 7, context.reference(m.start())
    if not 0 < days < _LONGEST_ROW:
        return ""
    ahead = context.tense(m) == FUTURE
    began = (weekday_after if ahead else weekday_before)(first, reference, strictly=False)
    ended = shifted(began, days, "day") if began else None
    return f"{began.edtf()}/{ended.edtf()}" if began and ended else ""


def _weekday_of_week(context: Context, m: Match[str]) -> Moment | None:
    """`Tuesday of last week`, counted from the document's week."""
    weekday, offset = WEEKDAYS[m["weekdayof_d"].lower()], STEPS[m["weekdayof_w"]]
    return _of_week(weekday, context.reference(m.start()), offset)


def _of_week(weekday: int, reference: Moment, offset: int) -> Moment | None:
    if not reference.day:
        return None
    return shifted(reference, weekday - reference.first().weekday() + 7 * offset, "day")


def _weekday_from_lead(context: Context, m: Match[str]) -> Moment | None:
    """`the following Tuesday`, from the date last given or from the document's."""
    lead, weekday = context.lead(m.start()), WEEKDAYS[m["weekdayby_d"].lower()]
    base = lead if lead and lead.day else context.reference(m.start())
    if m["weekdayby_w"] == "previous":
        return weekday_before(weekday, base, strictly=True)
    return weekday_after(weekday, base)


def _ago(context: Context, m: Match[str]) -> str:
    """`two years ago` from the document, `two months prior` from the date last given."""
    word, place, unit = m["ago_w"] or "", m.start(), m["ago_u"].rstrip("s")
    written = not word or word.startswith(("ago", "from"))
    base = context.reference(place) if written else context.lead(place)
    if base is None:
        return ""
    number = counted(m["ago_n"]) * (1 if word in _ON else -1) if word else counted(m["ago_n"])
    if m["ago_h"] or m["ago_o"] == " and a half":
        return _about(_and_a_half(base, number, unit))
    if word == "ago today":
        return _anniversary(base, number, unit)
    found = _shift(base, number, unit)
    return _about(found) if m["ago_o"] else found


_ON = ("later", "after that", "from now", "from today")
"""Words that count on from a date, not back."""


def _and_a_half(base: Moment, number: int, unit: str) -> str:
    """`two and a half years ago`, as its year; of weeks and days there is no half."""
    if unit != "year" or not base.month:
        return ""
    found = shifted(base, 12 * number + (6 if number > 0 else -6), "month")
    return Moment(found.year).edtf() if found else ""


def _anniversary(base: Moment, number: int, unit: str) -> str:
    """`a year ago today`, to the day."""
    if unit == "year":
        return Moment(base.year + number, base.month, base.day).edtf()
    return _shift(base, number, unit).rstrip("~") if unit in ("day", "week") else ""


def _long_ago(context: Context, m: Match[str]) -> str:
    reference = context.reference(m.start())
    if m["halfago_n"].endswith("year"):
        found = shifted(reference, -6, "month")
        return _about(found.edtf()) if found else ""
    years = {"half a century": 50, "two centuries": 200, "a century": 100}
    count = years.get(m["halfago_n"].lower(), 25)
    return _about(Moment(reference.year - count).edtf())


def _about(edtf: str) -> str:
    return f"{edtf.rstrip('~')}~" if edtf else ""


def _shift(base: Moment, number: int, unit: str) -> str:
    """A date some time off, as precise as its unit; weeks are never meant to the day."""
    if unit == "decade":
        unit, number = "year", number * 10
    found = shifted(base, number, unit)
    edtf = found.edtf() if found else ""
    return _about(edtf) if unit == "week" else edtf


def _after_this(context: Context, m: Match[str]) -> Moment | None:
    """`On 19 March, four days after this`: the day of what is meant by `this` or named next."""
    close = context.text[context.anchor_end : m.start()].strip() in (",", "")
    if context.anchor is None or not context.anchor.day or not close:
        return None
    unit, count = m["afterthis_u"].rstrip("s"), counted(m["afterthis_n"])
    if unit not in ("day", "week"):
        return None
    return shifted(context.anchor, -count if m["afterthis_w"] == "after" else count, unit)


_COMING = {"coming": 1, "upcoming": 1, "past": -1}


def _near(context: Context, m: Match[str]) -> Moment | str | None:
    """`last month`, `this year`, `next week`; in somebody's words from the date last given."""
    word = m["relative_w"].lower()
    offset = STEPS.get(word, 0) or _COMING.get(word.rpartition(" ")[2], 0)
    reference, unit = context.reference(m.start()), m["relative_u"]
    lead = context.lead(m.start()) if context.in_quote(m.start()) else None
    if lead is not None and reference.year - lead.year >= _OLD_WORDS:
        reference = lead
    if unit == "week":
        return week(reference, offset)
    return shifted(reference if unit == "month" else Moment(reference.year), offset, unit)


def _within(context: Context, m: Match[str]) -> Moment | str | None:
    """`earlier in the week`: the document's week, month, year or day."""
    reference, unit = context.reference(m.start()), m["inyear_u"]
    if unit == "day":  # of the day last told, if any that is not still to come
        lead = context.lead(m.start())
        base = lead if lead and lead.day and lead <= reference else reference
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
        year = context.some_year(word, place)
        return Moment(year) if year else None
    offset = STEPS.get(word, 0)
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
    return shifted(context.day_said(m.start()), offset, "day")


def _is_day(context: Context, m: Match[str]) -> bool:
    """Whether `today` is the day of the report: in a sentence of what is done, was or will be."""
    before, after = context.before(m.start()), context.text[m.end() : m.end() + _SHORT]
    named = m.group()[0] == "T" and before.rstrip("\n ")[-1:].isalpha()  # the Today programme
    if named or context.led(AGE_BEFORE, m.start()) or TODAYS.match(after):
        return False
    return (
        context.tense(m) in (PAST, LOOSELY_PAST, FORESEEN, LEANING, FUTURE)
        or TODAY_DOES.match(after) is not None
        or context.does(m.start())
    )


RESOLVERS: dict[str, Callable[[Context, Match[str]], Moment | str | None]] = {
    "days": two_days,
    "ddm": two_days,
    "mdmd": two_days,
    "dmdm": two_days,
    "months": two_months,
    "md": day_of_month,
    "dm": day_of_month,
    "month": bare_month,
    "lastmonth": near_month,
    "holiday": feast,
    "newyear": new_year,
    "relseason": near_season,
    "inseason": bare_season,
    "shareof": share,
    "bareshare": bare_quarter,
    "weekend": weekend,
    "endof": end_of,
    "slash": _either_way,
    "year": _year,
    "yearof": _month_of_year,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "weekdayof": _weekday_of_week,
    "weekdayby": _weekday_from_lead,
    "ago": _ago,
    "halfago": _long_ago,
    "afterthis": _after_this,
    "relative": _near,
    "inyear": _within,
    "anaphor": _anaphor,
    "dayby": _day_by,
    "nearday": _near_day,
}
