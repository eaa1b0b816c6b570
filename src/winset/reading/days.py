"""Words that name days, resolved against the date of the document into EDTF."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from re import Match

from winset.dates import Edtf
from winset.reading.almanac import (
    Moment,
    after_or_in,
    before_or_in,
    leads,
    moment,
    nearest,
    shifted,
    week,
    weekday_after,
    weekday_before,
)
from winset.reading.grammar import (
    AHEAD,
    ARTICLE_BEFORE,
    EXPLICIT,
    FUTURE,
    LEANING,
    MONTH_BEFORE,
    NAME_BEFORE,
    NAMED_AFTER,
    PAST,
    YEAR_BEFORE,
    named_days,
)
from winset.reading.layout import Paragraph
from winset.reading.suggestions import DateSuggestion, PartSuggestion, QuoteSuggestion
from winset.reading.words import MONTHS, NUMBERS, SEASONS, WEEKDAYS

_WINDOW = 80
_YEAR_TO_COME = re.compile(
    r"(?: and | to | or | until | through |\s?[-–—/]\s?)(?:\d\d? )?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d\d?,)? (\d{4})\b"
)
_JOINING = re.compile(r"\b(?:and|or|on|as|was|is|held|again|back|come)\s$")
_NEVER_BARE = ("may", "march")


def stated_days(text: str) -> list[str]:
    """The days and months with their year that a short text states, in order, as EDTF."""
    found = [_explicit(match) for match in named_days(text)]
    return [edtf for edtf in found if "-" in edtf and "/" not in edtf]


def days(
    text: str,
    date: Edtf,
    paragraphs: tuple[Paragraph, ...],
    parts: tuple[PartSuggestion, ...],
    said: tuple[QuoteSuggestion, ...],
) -> tuple[DateSuggestion, ...]:
    """Every day, month, year or decade a text names, resolved from the date of its part."""
    return tuple(_Reader(text, date, paragraphs, parts, said).read())


def _explicit(match: Match[str]) -> str:
    """The EDTF of a date that needs no other to be understood, "" of any other."""
    rule = match.lastgroup or ""
    return _EXPLICIT[rule](match) if rule in _EXPLICIT else ""


def _day(year: str, month: str | int, day: str) -> str:
    number = month if isinstance(month, int) else _month(month)
    return Moment(int(year), number, int("".join(c for c in day if c.isdigit()) or "0")).edtf()


def _month(word: str) -> int:
    return MONTHS[word.rstrip(".").lower()]


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


_EXPLICIT: dict[str, Callable[[Match[str]], str]] = {
    "iso": lambda m: _day(m["iso_y"], int(m["iso_m"]), m["iso_d"]),
    "cjk": _cjk,
    "dmy": lambda m: _day(m["dmy_y"], m["dmy_m"], m["dmy_d"]),
    "mdy": lambda m: _day(m["mdy_y"], m["mdy_m"], m["mdy_d"]),
    "my": lambda m: _day(m["my_y"], m["my_m"], ""),
    "slash": _slash,
    "season": lambda m: f"{m['season_y']}-{SEASONS[m['season_s'].lower()]}",
    "decade": lambda m: f"{m['decade_y']}X",
    "years": _years,
    "century": lambda m: f"{int(m['century_n']) - 1}XX",
}


class _Reader:
    """Reads a text once, remembering the date last given: later ones may lean on it."""

    def __init__(
        self,
        text: str,
        date: Edtf,
        paragraphs: tuple[Paragraph, ...],
        parts: tuple[PartSuggestion, ...],
        said: tuple[QuoteSuggestion, ...],
    ) -> None:
        self.text = text
        self.document = moment(date)
        self.starts = [paragraph.start for paragraph in paragraphs]
        self.parts = [part for part in parts if part.date is not None]
        self.said = [quote for quote in said if quote.kind != "orphan"]
        self.said_starts = [quote.start for quote in self.said]
        self.anchor: Moment | None = None
        self.anchor_paragraph = self.anchor_end = 0

    def read(self) -> Iterator[DateSuggestion]:
        for match in named_days(self.text):
            rule = match.lastgroup or ""
            edtf = self._value(rule, match)
            if not edtf:
                continue
            start, end = match.span()
            basis = "stated" if rule in EXPLICIT else "inferred"
            yield DateSuggestion(start, end, self.text[start:end], edtf, basis, rule)
            self._remember(match, edtf)

    def _value(self, rule: str, match: Match[str]) -> str:
        if rule in _EXPLICIT:
            return _EXPLICIT[rule](match)
        found = _RESOLVERS[rule](self, match)
        return found.edtf() if isinstance(found, Moment) else found or ""

    def _remember(self, match: Match[str], edtf: str) -> None:
        """Let a date lead those after it, unless it is spoken or part of a name."""
        start = match.start()
        named = match.lastgroup == "year" and self._is_attribute(match)
        if (
            named
            or NAMED_AFTER.search(self.text, max(start - 30, 0), start)
            or self._in_quote(start)
        ):
            return
        plain = edtf.replace("~", "").partition("/")[0].split("-")
        if all(piece.isdigit() for piece in plain) and (len(plain) < 2 or int(plain[1]) <= 12):
            self.anchor = Moment(*(int(piece) for piece in plain))
            self.anchor_paragraph, self.anchor_end = self._paragraph(start), match.end()

    def _is_attribute(self, match: Match[str]) -> bool:
        """Whether a year belongs to a name, as in `the 1977 Treaties`."""
        after = self.text[match.end() : match.end() + 2]
        return after[:1] == "-" or (after[:1] == " " and after[1:].isupper())

    def _in_quote(self, place: int) -> bool:
        index = bisect_right(self.said_starts, place) - 1
        return index >= 0 and place < self.said[index].end

    def _paragraph(self, place: int) -> int:
        return bisect_right(self.starts, place) - 1

    def _reference(self, place: int) -> Moment:
        for part in self.parts:
            if part.start <= place < part.end and part.date is not None:
                return moment(part.date)
        return self.document

    def _lead(self, place: int) -> Moment | None:
        """The date already given that a bare one at `place` leans on."""
        if self.anchor is None:
            return None
        back = self._paragraph(place) - self.anchor_paragraph
        return self.anchor if leads(self.anchor, self._reference(place), back) else None

    def _before(self, match: Match[str]) -> str:
        return self.text[max(match.start() - 12, 0) : match.start()]

    def _tense(self, match: Match[str]) -> str:
        """Whether the words around a date look ahead ("future"), may do so, or do not."""
        before = self.text[max(match.start() - _WINDOW, 0) : match.start()]
        before = before[before.rfind(". ") + 1 :]
        if PAST.search(before):
            return "past"
        after = self.text[match.end() : match.end() + _WINDOW].partition(". ")[0]
        if FUTURE.search(before) or FUTURE.search(after.partition("\n")[0]):
            return "future"
        if self._in_quote(match.start()) and before.endswith(("by ", "until ")):
            return "future"
        return "leaning" if LEANING.search(before) else "past"

    def _looks_ahead(self, match: Match[str]) -> bool:
        """Whether the sentence so far speaks of what is still to come on the document's day."""
        before = self.text[max(match.start() - _WINDOW, 0) : match.start()]
        return AHEAD.search(before[before.rfind(". ") + 1 :]) is not None

    def _undated(self, match: Match[str], month: int, day: int) -> Moment:
        """A day or month without its year."""
        reference, lead = self._reference(match.start()), self._lead(match.start())
        shared = _YEAR_TO_COME.match(self.text, match.end(), match.end() + 40)
        if shared:
            return Moment(int(shared.group(1)), month, day)
        tense = self._tense(match)
        if lead is not None:
            found = nearest(month, day, lead)
            late = (found.year, found.month) > (reference.year, reference.month or 12)
            past = (found.year, found.month) < (reference.year, reference.month or 1)
            ahead = past and self._looks_ahead(match) and lead.year >= reference.year - 1
            if not ahead and (not late or tense != "past"):
                return found
        if tense == "future":
            return after_or_in(month, day, reference)
        if tense == "leaning" and reference.month:
            return nearest(month, day, reference)
        return before_or_in(month, day, reference)

    def days(self, m: Match[str]) -> str:
        """Two days of one month: `May 3-5, 2014`, `3 and 4 May`."""
        rule = m.lastgroup or ""
        month, year = _month(m[f"{rule}_m"]), m[f"{rule}_y"]
        a, b = _figures(m[f"{rule}_a"]), _figures(m[f"{rule}_b"])
        base = Moment(int(year), month) if year else self._undated(m, month, b)
        first, last = (Moment(base.year, month, day).edtf() for day in (a, b))
        return f"{first}/{last}" if first and last and first < last else ""

    def relseason(self, m: Match[str]) -> str:
        """`last summer`: the last one that had begun before the document's month."""
        season, reference = SEASONS[m["relseason_s"].lower()], self._reference(m.start())
        begins, word = (season - 20) * 3, m["relseason_w"].lower()
        if not reference.month:
            return ""
        begun = reference.month >= begins
        offset = {"last": 0 if reference.month >= begins + 3 else -1, "this": 0}
        year = reference.year + offset.get(word, 1 if begun else 0)
        return f"{year:04d}-{season}"

    def weekend(self, m: Match[str]) -> str:
        """Saturday and Sunday before the document's day, or after it for `next` and `this`."""
        reference = self._reference(m.start())
        ahead = m["weekend_w"].lower() in ("next", "this")
        saturday = (
            weekday_after(5, reference) if ahead else weekday_before(5, reference, strictly=True)
        )
        sunday = shifted(saturday, 1, "day") if saturday else None
        return f"{saturday.edtf()}/{sunday.edtf()}" if saturday and sunday else ""

    def dayby(self, m: Match[str]) -> Moment | None:
        """`the day before`, from the date last given; `the day before yesterday`."""
        back = m["dayby_w"] == "before"
        if m.group().endswith(("yesterday", "tomorrow")):
            return shifted(self._reference(m.start()), -2 if back else 2, "day")
        lead = self._lead(m.start())
        return shifted(lead, -1 if back else 1, "day") if lead and lead.day else None

    def md(self, m: Match[str]) -> Moment | None:
        return self._undated(m, _month(m["md_m"]), _figures(m["md_d"]))

    def dm(self, m: Match[str]) -> Moment | None:
        return self._undated(m, _month(m["dm_m"]), _figures(m["dm_d"]))

    def month(self, m: Match[str]) -> Moment | None:
        """A month by name alone: after a preposition, or before a noun (`the June talks`)."""
        before, word = self._before(m), m["month_m"]
        if word.lower() in _NEVER_BARE and _JOINING.search(before):
            return None
        noun = self.text[m.end() : m.end() + 2]
        led = MONTH_BEFORE.search(before) is not None
        if noun[1:].isupper() and NAME_BEFORE.search(before):
            return None  # a person's name: `by April Jones`
        attribute = ARTICLE_BEFORE.search(before) and noun[:1] == " " and noun[1:].islower()
        if not led and not (attribute and word.lower() not in _NEVER_BARE):
            return None
        return self._undated(m, _month(word), 0)

    def year(self, m: Match[str]) -> Moment | None:
        """A year: four figures after a word that leads to one."""
        return Moment(int(m["year_y"])) if YEAR_BEFORE.search(self._before(m)) else None

    def yearof(self, m: Match[str]) -> Moment | None:
        base = self._year(m["yearof_w"], m.start())
        return Moment(base.year, _month(m["yearof_m"])) if base else None

    def lastmonth(self, m: Match[str]) -> Moment | None:
        month, reference = _month(m["lastmonth_m"]), self._reference(m.start())
        word = m["lastmonth_w"].lower()
        if word == "this":
            return Moment(reference.year, month)
        if word in ("next", "this coming"):
            following = shifted(Moment(reference.year, reference.month or 12), 1, "month")
            return after_or_in(month, 0, following or reference)
        preceding = shifted(Moment(reference.year, reference.month or 1), -1, "month")
        return before_or_in(month, 0, preceding or reference)

    def weekday(self, m: Match[str]) -> Moment | None:
        weekday, reference = WEEKDAYS[m["weekday_w"].lower()], self._reference(m.start())
        word = (m["weekday_r"] or "").strip().lower()
        if word == "next" or (not word and self._tense(m) == "future"):
            return weekday_after(weekday, reference)
        return weekday_before(weekday, reference, strictly=word == "last")

    def ago(self, m: Match[str]) -> str:
        """`two years ago` from the document, `two months prior` from the date last given."""
        word = m["ago_w"]
        place = m.start()
        base = self._reference(place) if word == "ago" else self._lead(place)
        back = word not in ("later", "after that")
        return _approximate(base, m["ago_n"], m["ago_u"], back) if base else ""

    def afterthis(self, m: Match[str]) -> Moment | None:
        """`On 19 March, four days after this`: the day of what is meant by `this`."""
        close = self.text[self.anchor_end : m.start()].strip() in (",", "")
        if self.anchor is None or not self.anchor.day or not close:
            return None
        unit, count = _unit(m["afterthis_u"]), _number(m["afterthis_n"])
        if unit not in ("day", "week"):
            return None
        return shifted(self.anchor, -count if m["afterthis_w"] == "after" else count, unit)

    def relative(self, m: Match[str]) -> Moment | str | None:
        offset = {"last": -1, "this": 0, "next": 1}[m["relative_w"].lower()]
        reference, unit = self._reference(m.start()), m["relative_u"]
        if self._in_quote(m.start()):
            reference = self._lead(m.start()) or reference
        if unit == "week":
            return week(reference, offset)
        return shifted(reference if unit == "month" else Moment(reference.year), offset, unit)

    def anaphor(self, m: Match[str]) -> Moment | None:
        """`that year`, `the following month`, `the previous evening`."""
        word, unit, place = m["anaphor_w"].lower(), m["anaphor_u"], m.start()
        if unit == "year":
            return self._year(word, place)
        offset = {"the previous": -1, "the following": 1, "the next": 1}.get(word, 0)
        lead = self._lead(place)
        if unit == "month":
            return shifted(lead, offset, "month") if lead else None
        base = lead if lead and lead.day else None
        if base is None and offset == -1:
            base = self._reference(place)
        return shifted(base, offset, "day") if base else None

    def nearday(self, m: Match[str]) -> Moment | None:
        word = m["nearday_w"].lower()
        offset = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
        return shifted(self._reference(m.start()), offset, "day")

    def _year(self, word: str, place: int) -> Moment | None:
        reference = self._reference(place)
        if word in ("this", "last", "next"):
            return Moment(reference.year + {"this": 0, "last": -1, "next": 1}[word])
        lead = self._lead(place)
        offset = {"the following": 1, "the next": 1, "the previous": -1}.get(word, 0)
        return Moment(lead.year + offset) if lead else None


_RESOLVERS: dict[str, Callable[[_Reader, Match[str]], Moment | str | None]] = {
    "days": _Reader.days,
    "ddm": _Reader.days,
    "relseason": _Reader.relseason,
    "weekend": _Reader.weekend,
    "dayby": _Reader.dayby,
    "md": _Reader.md,
    "dm": _Reader.dm,
    "month": _Reader.month,
    "year": _Reader.year,
    "yearof": _Reader.yearof,
    "lastmonth": _Reader.lastmonth,
    "weekday": _Reader.weekday,
    "ago": _Reader.ago,
    "afterthis": _Reader.afterthis,
    "relative": _Reader.relative,
    "anaphor": _Reader.anaphor,
    "nearday": _Reader.nearday,
}


def _approximate(base: Moment, count: str, unit: str, back: bool) -> str:
    """A date some time off, as precise as its unit; weeks are never meant to the day."""
    unit, number = _unit(unit), _number(count)
    if unit == "decade":
        unit, number = "year", number * 10
    found = shifted(base, -number if back else number, unit)
    edtf = found.edtf() if found else ""
    return f"{edtf}~" if edtf and unit == "week" else edtf


def _unit(word: str) -> str:
    return word.rstrip("s")


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def _figures(word: str) -> int:
    return int("".join(letter for letter in word if letter.isdigit()))
