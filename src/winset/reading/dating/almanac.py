"""Day arithmetic in EDTF: months and years before or after, the nearest month of a name."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import NamedTuple

from winset.dates import Edtf
from winset.errors import Misuse
from winset.reading.text.words import NUMBERS

FIRST_YEAR, LAST_YEAR = 1000, 2999
_RECENT = 3
"""Years within which a date still leads the paragraphs after its own."""
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety"
_COUNTS = (
    NUMBERS
    | {word: number for number, word in enumerate(_TEENS.split(), start=13)}
    | {word: 10 * number for number, word in enumerate(_TENS.split(), start=1)}
)


NUMBER = "|".join(
    sorted((word for word in _COUNTS if word not in ("zero", "a", "an")), key=len, reverse=True)
)
"""A pattern for a number in words."""


def counted(word: str) -> int:
    """The number a word or figures stand for.

    >>> counted("12"), counted("a"), counted("twenty-five")
    (12, 1, 25)
    """
    tens, _, ones = word.lower().partition("-")
    return int(tens) if tens.isdigit() else _COUNTS[tens] + (_COUNTS[ones] if ones else 0)


def parsed(edtf: str) -> Edtf | None:
    """The meaning of an EDTF text, None where it has none."""
    try:
        return Edtf.parse(edtf)
    except Misuse:
        return None


class Moment(NamedTuple):
    """A year, perhaps with a month, perhaps with a day (0 where unknown)."""

    year: int
    month: int = 0
    day: int = 0

    def edtf(self) -> str:
        """The EDTF text, "" where there is no such day."""
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            return ""
        if not self.month:
            return f"{self.year:04d}"
        if not 1 <= self.month <= 12:
            return ""
        if not self.day:
            return f"{self.year:04d}-{self.month:02d}"
        try:
            return dt.date(self.year, self.month, self.day).isoformat()
        except ValueError:
            return ""

    def first(self) -> dt.date:
        """The earliest day it can be."""
        return dt.date(self.year, self.month or 1, self.day or 1)


@lru_cache(maxsize=1 << 10)
def point(edtf: str) -> Moment | None:
    """The year, month or day that an EDTF text gives or begins with; None of a season or decade.

    >>> point("1956-10~"), point("201X")
    (Moment(year=1956, month=10, day=0), None)
    """
    pieces = edtf.replace("~", "").partition("/")[0].split("-")
    if not all(piece.isdigit() for piece in pieces) or int("".join(pieces[1:2]) or 0) > 12:
        return None
    return Moment(*map(int, pieces))


def moment(date: Edtf) -> Moment:
    """A date as precisely as a calendar can say: its last possible day where it is a span."""
    day = date.last if date.last < dt.date.max else date.first
    if date.precision == "day":
        return Moment(day.year, day.month, day.day)
    if date.precision == "month":
        return Moment(day.year, day.month)
    return Moment(day.year)


def shifted(base: Moment, count: int, unit: str) -> Moment | None:
    """`base` some days, weeks, months or years on (or back); None where it is too vague."""
    if unit in ("day", "week"):
        if not base.day:
            return None
        days = count * (7 if unit == "week" else 1)
        try:
            day = base.first() + dt.timedelta(days=days)
        except OverflowError:
            return None
        return Moment(day.year, day.month, day.day)
    if unit == "month":
        if not base.month:
            return None
        months = base.year * 12 + base.month - 1 + count
        return Moment(months // 12, months % 12 + 1)
    return Moment(base.year + count)


def before_or_in(month: int, day: int, reference: Moment) -> Moment:
    """The last such month or day up to the reference."""
    this = Moment(reference.year, month, day)
    known = (reference.month or 12, reference.day or 31)
    later = (month, day if reference.day else 0) > known
    return Moment(this.year - 1, month, day) if later else this


def after_or_in(month: int, day: int, reference: Moment) -> Moment:
    """The next such month or day from the reference on."""
    known = (reference.month or 1, reference.day)
    earlier = (month, day or 31) < known
    return Moment(reference.year + 1 if earlier else reference.year, month, day)


def nearest(month: int, day: int, base: Moment) -> Moment:
    """The year of `base` where it has no month, else that which brings the month nearest."""
    if not base.month:
        return Moment(base.year, month, day)
    ahead = (month - base.month) % 12
    year = base.year + (base.month + ahead > 12)
    return Moment(year if ahead <= 6 else year - 1, month, day)


def weekday_before(weekday: int, reference: Moment, strictly: bool) -> Moment | None:
    """The last such weekday up to the reference, or before it; None without a known day."""
    if not reference.day:
        return None
    back = (reference.first().weekday() - weekday) % 7
    return shifted(reference, -(7 if strictly and not back else back), "day")


def weekday_after(weekday: int, reference: Moment, strictly: bool = True) -> Moment | None:
    """The next such weekday after the reference, or from it on; None without a known day."""
    if not reference.day:
        return None
    ahead = (weekday - reference.first().weekday()) % 7
    return shifted(reference, 7 if strictly and not ahead else ahead, "day")


def week(reference: Moment, offset: int) -> str:
    """Monday to Sunday of the reference's week, or of one before or after it."""
    if not reference.day:
        return ""
    monday = shifted(reference, 7 * offset - reference.first().weekday(), "day")
    sunday = shifted(monday, 6, "day") if monday else None
    return f"{monday.edtf()}/{sunday.edtf()}" if monday and sunday else ""


def leads(anchor: Moment, reference: Moment, paragraphs_back: int) -> bool:
    """Whether a date already given still tells the year of the bare months after it."""
    if paragraphs_back == 0:
        return True
    near = abs(reference.year - anchor.year) <= _RECENT
    return bool(anchor.month) and near and paragraphs_back <= 2


def half(year: int, number: int) -> str:
    """The first or second six months of a year."""
    return f"{year:04d}-01/{year:04d}-06" if number == 1 else f"{year:04d}-07/{year:04d}-12"


def quarter(year: int, number: int) -> str:
    """The three months of a quarter from 1 to 4."""
    return f"{year:04d}-{3 * number - 2:02d}/{year:04d}-{3 * number:02d}"
