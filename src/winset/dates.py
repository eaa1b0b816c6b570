"""Days as people know them: EDTF expressions with a first and a last possible day."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import warnings
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from winset.errors import Misuse

EXPECTED = "an EDTF date such as 2016-12-15, 2016-12, 1956~, 196X or 2016-12/2018-09"
_LONGEST = 64
_OPEN = ("", "..")
_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Edtf:
    """A day or span known as precisely as its text says (EDTF, ISO 8601-2 level 1).

    `first` and `last` are the earliest and the latest day it can mean; an open end is
    `date.min` or `date.max`.

    >>> Edtf.parse("2016-12").first, Edtf.parse("2016-12").last
    (datetime.date(2016, 12, 1), datetime.date(2016, 12, 31))
    """

    first: dt.date
    last: dt.date
    text: str
    precision: str = field(compare=False)
    """One of "day", "month", "season", "year", "decade", "century" or "interval"."""
    approximate: bool = field(default=False, compare=False)
    uncertain: bool = field(default=False, compare=False)

    @staticmethod
    def parse(text: str) -> Edtf:
        """The meaning of an EDTF text; raises Misuse with an example when it has none."""
        return _parse(text.strip())

    @staticmethod
    def of(day: dt.date) -> Edtf:
        """A day known exactly."""
        return Edtf(day, day, day.isoformat(), "day")

    def __str__(self) -> str:
        return self.text


def parse_day(text: str) -> dt.date:
    """A single calendar day, as options such as `--as-of` take it; raises Misuse."""
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        raise Misuse(f"{_short(text)!r} is not a day; expected YYYY-MM-DD, as 2018-11-14") from None


@lru_cache(maxsize=4096)
def _parse(text: str) -> Edtf:
    if not text or len(text) > _LONGEST:
        raise _no_date(text)
    first, last = _interval(text) if "/" in text else _bounds(text)
    if last < first:
        raise Misuse(f"{text!r} ends before it begins; expected {EXPECTED}")
    approximate, uncertain = (any(mark in text for mark in marks) for marks in ("~%", "?%"))
    return Edtf(first, last, text, _precision(text), approximate, uncertain)


def _interval(text: str) -> tuple[dt.date, dt.date]:
    """The bounds of `start/end`; ".." or nothing on a side leaves it open."""
    start, _, end = text.partition("/")
    if start in _OPEN and end in _OPEN:
        raise _no_date(text)
    first = dt.date.min if start in _OPEN else _bounds(start)[0]
    return first, dt.date.max if end in _OPEN else _bounds(end)[1]


def _bounds(text: str) -> tuple[dt.date, dt.date]:
    """The first and last day a date that is no interval can mean."""
    try:
        # Plain days, months and years are nearly all there is; edtf takes 20 ms for each.
        if plain := _PLAIN.fullmatch(text):
            year, month, day = (int(part or 0) for part in plain.groups())
            last_month = month or 12
            last_day = day or calendar.monthrange(year, last_month)[1]
            return dt.date(year, month or 1, day or 1), dt.date(year, last_month, last_day)
        parsed = _edtf_parser()(text)
        return _day(parsed.lower_strict()), _day(parsed.upper_strict())
    except Exception as error:  # the parser's own errors share no base class
        raise _no_date(text) from error


def _edtf_parser() -> Any:
    with warnings.catch_warnings():
        # The grammar of edtf 5 is built with a spelling newer pyparsing warns about.
        warnings.simplefilter("ignore")
        from edtf import parse_edtf
    return parse_edtf


def _day(moment: Any) -> dt.date:
    return dt.date(moment.tm_year, moment.tm_mon, moment.tm_mday)


def _precision(text: str) -> str:
    if "/" in text:
        return "interval"
    core = text.rstrip("?~%")
    if core.endswith("XX") and "-" not in core:
        return "century"
    if core.endswith("X") and "-" not in core:
        return "decade"
    parts = core.count("-")
    if parts == 1 and core[-2:].isdigit() and int(core[-2:]) > 12:
        return "season"
    return ("year", "month", "day")[min(parts, 2)]


def _no_date(text: str) -> Misuse:
    return Misuse(f"{_short(text)!r} is not a date; expected {EXPECTED}")


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "..."
