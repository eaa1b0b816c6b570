"""Feasts, seasons, quarters and weekends, of the year or week that their words and tense ask."""

from __future__ import annotations

import re
from re import Match

from winset.reading.dating.almanac import (
    Moment,
    quarter,
    shifted,
    week,
    weekday_after,
    weekday_before,
)
from winset.reading.dating.around import NEW_YEAR_BEFORE, SEASON_BEFORE
from winset.reading.dating.context import Context
from winset.reading.dating.stated import part_of_year
from winset.reading.dating.undated import undated
from winset.reading.text.tense import FUTURE, LOOSELY_PAST, PAST
from winset.reading.text.words import SEASONS

_FEASTS = {
    "Christmas": (12, 25),
    "Christmas Day": (12, 25),
    "Christmas Eve": (12, 24),
    "Boxing Day": (12, 26),
    "New Year's Eve": (12, 31),
    "New Year's Day": (1, 1),
    "Valentine's Day": (2, 14),
    "St Patrick's Day": (3, 17),
    "May Day": (5, 1),
    "Bastille Day": (7, 14),
    "Halloween": (10, 31),
    "Armistice Day": (11, 11),
}
_SEASON_OF = re.compile(
    r" (?:holidays?|break|recess|season|period|party|trees?|presents?|gifts?|carols?|cards?"
    r"|markets?|message|spirit|everyone|truce|Island)\b"
)
"""What stands after `Christmas` that is no day."""
_AFTER_NEW_YEAR = 2
"""The last month in which `since the new year` is the one just begun."""


def feast(context: Context, m: Match[str]) -> Moment | None:
    """A holiday with a day of its own; Christmas only where its words tell when."""
    name, place = m["holiday_n"].replace("’", "'").replace("St.", "St"), m.start()
    if name == "Christmas":
        when = context.led(SEASON_BEFORE, place)
        if not when or _SEASON_OF.match(context.text, m.end()):
            return None
    return undated(context, m, *_FEASTS[name])


def new_year(context: Context, m: Match[str]) -> Moment | None:
    """`by the new year`: the year to come, or the one just begun where that is told of."""
    if not context.led(NEW_YEAR_BEFORE, m.start()):
        return None
    reference = context.reference(m.start())
    begun = 0 < reference.month <= _AFTER_NEW_YEAR and context.tense(m) in (PAST, LOOSELY_PAST)
    return Moment(reference.year if begun else reference.year + 1)


def near_season(context: Context, m: Match[str]) -> str:
    """`last summer`: the last one that had begun before the document's month."""
    season, reference = SEASONS[m["relseason_s"].lower()], context.reference(m.start())
    begins, word = (season - 20) * 3, m["relseason_w"].lower()
    if not reference.month:
        return ""
    if word == "that":
        lead = context.lead_year(m.start())
        return f"{lead.year:04d}-{season}" if lead else ""
    begun = reference.month >= begins
    last = 0 if reference.month >= begins + 3 else -1
    offset = {"last": last, "this past": last, "this": 0}.get(word, 1 if begun else 0)
    return f"{reference.year + offset:04d}-{season}"


def bare_season(context: Context, m: Match[str]) -> str:
    """`in the spring`, as its tense has it: the last one begun, the next one, or the nearest."""
    if not context.led(SEASON_BEFORE, m.start()):
        return ""
    season = SEASONS[m["inseason_s"].lower()]
    found = undated(context, m, (season - 20) * 3, 0)
    return f"{found.year:04d}-{season}"


def share(context: Context, m: Match[str]) -> str:
    """`the first half of this year`."""
    year = context.some_year(m["shareof_w"], m.start())
    return part_of_year(m["shareof_n"], m["shareof_u"], year) if year else ""


def bare_quarter(context: Context, m: Match[str]) -> str:
    """`in the third quarter`: the last one that has begun, or the next where it is to come."""
    reference, before = context.reference(m.start()), context.before(m.start())
    if not reference.month or not before.endswith((" in the ", " for the ", " during the ")):
        return ""
    count = ("first", "second", "third", "fourth").index(m["bareshare_n"]) + 1
    this = (reference.month + 2) // 3
    if context.tense(m) == FUTURE:
        return quarter(reference.year + (count < this), count)
    return quarter(reference.year - (count > this), count)


def weekend(context: Context, m: Match[str]) -> str:
    """Saturday and Sunday of the week just past, or of this one where they are to come."""
    reference, word = context.reference(m.start()), m["weekend_w"].lower()
    if not reference.day:
        return ""
    days = reference.first().weekday()
    ahead = word in ("next", "this", "this coming", "the coming")
    if not ahead and word not in ("last", "this past", "the past"):
        ahead = context.tense(m) == FUTURE
    now = days >= 5 and word not in ("last", "next", "this past", "this coming", "the coming")
    if ahead and not now:
        saturday = weekday_after(5, reference)
    else:
        saturday = weekday_before(5, reference, strictly=word in ("last", "this past"))
    sunday = shifted(saturday, 1, "day") if saturday else None
    return f"{saturday.edtf()}/{sunday.edtf()}" if saturday and sunday else ""


def end_of(context: Context, m: Match[str]) -> Moment | str | None:
    """`the end of the year`: the last month of the document's year, its month or week."""
    reference, unit = context.reference(m.start()), m["endof_u"] or m["endof_x"]
    if unit == "week":
        return week(reference, 0)
    if unit == "month":
        return Moment(reference.year, reference.month) if reference.month else None
    return Moment(reference.year, 1 if m["endof_w"] in ("start", "beginning") else 12)
