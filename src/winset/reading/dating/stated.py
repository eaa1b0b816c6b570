"""Days that stand on their own: what they mean needs nothing but their own words."""

from __future__ import annotations

from collections.abc import Callable
from re import Match

from winset.reading.dating.almanac import Moment, half, quarter
from winset.reading.dating.grammar import named_days
from winset.reading.text.words import MONTHS, SEASONS


def stated_days(text: str) -> list[str]:
    """The days and months with their year that a short text states, in order, as EDTF."""
    found = [stated(match) for match in named_days(text)]
    return [edtf for edtf in found if "-" in edtf and "/" not in edtf]


def stated(match: Match[str]) -> str:
    """The EDTF of a date that needs no other to be understood, "" of any other."""
    rule = match.lastgroup or ""
    return STATED[rule](match) if rule in STATED else ""


def month_of(word: str) -> int:
    """The number of a month by its name or the short form of it."""
    return MONTHS[word.rstrip(".").lower()]


def figures(word: str) -> int:
    """The number in `3rd` or `12`; 0 where there is none."""
    return int(word.rstrip("dhnrst") or 0)


def _day(year: str, month: int, day: str) -> str:
    return Moment(int(year), month, figures(day)).edtf()


def _cjk(m: Match[str]) -> str:
    return Moment(int(m["cjk_y"]), int(m["cjk_m"] or 0), int(m["cjk_d"] or 0)).edtf()


def _slash(m: Match[str]) -> str:
    """Day and month in figures; with slashes only where no other order is possible."""
    a, b = int(m["slash_a"]), int(m["slash_b"])
    if a <= 12 and b <= 12 and a != b and m["slash_s"] == "/":
        return ""
    day, month = (b, a) if b > 12 else (a, b)
    return Moment(int(m["slash_y"]), month, day).edtf() if month and day else ""


def _years(m: Match[str]) -> str:
    first, last = m["years_a"], m["years_b"]
    last = first[:2] + last if len(last) == 2 else last
    return f"{first}/{last}" if first < last else ""


def part_of_year(nth: str, unit: str, year: int) -> str:
    """`the second half of 2014`, `the third quarter of 2014`, as the months they last."""
    count = ("first", "second", "third", "fourth", "last").index(nth) + 1
    if unit == "half":
        return half(year, 2 if count == 5 else count)
    return quarter(year, min(count, 4))


def _century(m: Match[str]) -> str:
    """`the 19th century`, `the nineteenth century`, by the first figures of its years."""
    if m["century_n"]:
        return f"{int(m['century_n']) - 1}XX"
    return (
        f"{16 + ('seventeen', 'eighteen', 'nineteen', 'twentie').index(m['century_w'].lower())}XX"
    )


STATED: dict[str, Callable[[Match[str]], str]] = {
    "iso": lambda m: _day(m["iso_y"], int(m["iso_m"]), m["iso_d"]),
    "cjk": _cjk,
    "ymd": lambda m: _day(m["ymd_y"], month_of(m["ymd_m"]), m["ymd_d"]),
    "dmy": lambda m: _day(m["dmy_y"], month_of(m["dmy_m"]), m["dmy_d"]),
    "mdy": lambda m: _day(m["mdy_y"], month_of(m["mdy_m"]), m["mdy_d"]),
    "my": lambda m: _day(m["my_y"], month_of(m["my_m"]), ""),
    "slash": _slash,
    "season": lambda m: f"{m['season_y']}-{SEASONS[m['season_s'].lower()]}",
    "share": lambda m: part_of_year(m["share_n"], m["share_u"], int(m["share_y"])),
    "figured": lambda m: quarter(int(m["figured_y"]), int(m["figured_n"])),
    "fiscal": lambda m: m["fiscal_y"],
    "shortly": lambda m: f"19{m['shortly_y']}X",
    "decade": lambda m: f"{m['decade_y']}X",
    "years": _years,
    "century": _century,
}
