"""Days, numbers, names and expressions in words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from winset.dates import Edtf
from winset.model.expressions import And, Compare, Count, Expression, If, Iff, Name, Not, Or
from winset.model.issues import Issue
from winset.model.lines import Span
from winset.model.model import Model
from winset.record.record import Record
from winset.settlement.results import Package

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SIGNS = {"<": "below", "<=": "at most", ">": "above", ">=": "at least"}


@dataclass(frozen=True, slots=True)
class Names:
    """What ids are called: actors of the record, parties, factions and issues of a model."""

    actors: Mapping[str, str]
    parties: Mapping[str, str]
    issues: Mapping[str, Issue]

    def actor(self, key: str) -> str:
        """An actor's name; a party's where the record has no such actor."""
        return self.actors.get(key) or self.party(key)

    def party(self, key: str) -> str:
        """A party's name, or a faction's with its party's after it."""
        return self.parties.get(key) or self.actors.get(key) or key

    def issue(self, key: str) -> str:
        """An issue's title."""
        issue = self.issues.get(key)
        return issue.title if issue and issue.title else spaced(key)

    def option(self, issue: str, option: str) -> str:
        """An option in the model's words."""
        known = self.issues.get(issue)
        return (known.option_title(option) if known else "") or spaced(option)


def names_of(record: Record, models: Iterable[Model] = ()) -> Names:
    """What the record and the models call things; the first model wins."""
    parties: dict[str, str] = {}
    issues: dict[str, Issue] = {}
    for model in models:
        for issue in model.issues:
            issues.setdefault(issue.id, issue)
        for party in model.parties:
            name = party.name or spaced(party.id)
            parties.setdefault(party.id, name)
            own = {body.id: body.name for body in party.bodies}
            own |= {faction.id: faction.name for faction in party.factions}
            for key in (*own, *party.members):
                parties.setdefault(f"{party.id}.{key}", f"{own.get(key) or spaced(key)}, {name}")
    return Names({actor.id: actor.name for actor in record.actors}, parties, issues)


def spaced(key: str) -> str:
    """An id as words.

    >>> spaced("habitat_first")
    'habitat first'
    """
    return key.replace("_", " ").strip() or key


def listed(parts: Sequence[str], word: str = "and") -> str:
    """Parts as a list in a sentence.

    >>> listed(["a", "b", "c"]), listed(["law and order", "peace"])
    ('a, b and c', 'law and order; peace')
    """
    if len(parts) < 2:
        return "".join(parts)
    if any(f" {word} " in part or ", " in part for part in parts):
        return "; ".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def counted(count: int | None, noun: str, plural: str = "") -> str:
    """A count with its noun.

    >>> counted(1, "package"), counted(0, "line"), counted(1200, "day")
    ('one package', 'no lines', '1,200 days')
    """
    if count is None:
        return f"an uncounted number of {plural or noun + 's'}"
    return f"{number_word(count)} {noun if count == 1 else plural or noun + 's'}"


def number_word(count: int) -> str:
    """A number as a word up to ten, in figures above."""
    return _NUMBERS[count] if count < len(_NUMBERS) else figure(count)


def figure(count: int | None) -> str:
    """A count in figures; very large ones rounded, and said to be.

    >>> figure(12345), figure(6**40), figure(None)
    ('12,345', '≈ 1.34 × 10^31', 'not counted')
    """
    if count is None:
        return "not counted"
    if count < 10**12:
        return f"{count:,}"
    digits, power = f"{Decimal(count):.2e}".split("e+")
    return f"≈ {digits} × 10^{power}"


def amount(value: Fraction | float) -> str:
    """A worth, exact where it is a whole number and to three decimals where not.

    >>> amount(Fraction(7)), amount(Fraction(1, 3)), amount(2.5)
    ('7', '0.333', '2.5')
    """
    exact = Fraction(value).limit_denominator(10**9) if isinstance(value, float) else value
    if exact.denominator == 1:
        return f"{exact.numerator:,}"
    return f"{float(exact):.3f}".rstrip("0").rstrip(".")


def day_words(day: dt.date) -> str:
    """A day as it is written in a sentence.

    >>> day_words(dt.date(2018, 11, 14))
    '14 November 2018'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def date_words(date: Edtf | None) -> str:
    """An EDTF date in words; one that has no plain words is left as it is written.

    >>> date_words(Edtf.parse("1956~")), date_words(Edtf.parse("2016-12/2018-09"))
    ('about 1956', 'December 2016 to September 2018')
    """
    if date is None:
        return ""
    start, slash, end = date.text.partition("/")
    if not slash:
        return _one_date(start)
    if start in ("", ".."):
        return f"until {_one_date(end)}"
    if end in ("", ".."):
        return f"from {_one_date(start)}"
    return f"{_one_date(start)} to {_one_date(end)}"


def span_words(span: Span) -> str:
    """The days on which a line holds.

    >>> span_words(Span(dt.date(2001, 5, 1)))
    'from 1 May 2001'
    """
    if span.start and span.end:
        return f"from {day_words(span.start)} until {day_words(span.end)}"
    if span.start:
        return f"from {day_words(span.start)}"
    return f"until {day_words(span.end)}" if span.end else "throughout"


def package_words(package: Package, names: Names) -> str:
    """A package, issue by issue."""
    return "; ".join(
        f"{names.issue(issue)}: {names.option(issue, option)}" for issue, option in package
    )


def phrase(expression: Expression, names: Names) -> str:
    """An expression in words, with the titles of its issues; `or` within `and` is bracketed."""
    match expression:
        case Name():
            return f"{_name(expression.name, names)}: yes"
        case Not(part):
            return _negation(part, names)
        case Compare():
            return _comparison(expression, names)
        case And(parts):
            return " and ".join(_inner(part, names) for part in parts)
        case Or(parts):
            return " or ".join(_inner(part, names) for part in parts)
        case If(then, condition):
            return f"{_inner(then, names)}, if {_inner(condition, names)}"
        case Iff(left, right):
            return f"{_inner(left, names)}, exactly when {_inner(right, names)}"
        case Count(bound, count, parts):
            inner = "; ".join(phrase(part, names) for part in parts)
            return f"{bound} {count} of ({inner})"


def _negation(part: Expression, names: Names) -> str:
    match part:
        case Name(name):
            return f"{_name(name, names)}: no"
        case Compare(issue, "=" | "in", options):
            return _comparison(Compare(issue, "!=", options), names)
        case _:
            return f"not the case: {_inner(part, names)}"


def _inner(expression: Expression, names: Names) -> str:
    words = phrase(expression, names)
    return words if isinstance(expression, Name | Compare | Not | Count) else f"({words})"


def _comparison(compare: Compare, names: Names) -> str:
    options = listed([names.option(compare.issue, option) for option in compare.options], "or")
    issue = _name(compare.issue, names)
    match compare.sign:
        case "!=":
            return f"{issue}: anything but {options}"
        case "=" | "in":
            return f"{issue}: {options}"
        case sign:
            return f"{issue}: {_SIGNS.get(sign, sign)} {options}"


def _name(key: str, names: Names) -> str:
    return names.issue(key) if key in names.issues else spaced(key)


def _one_date(text: str) -> str:
    core = text.rstrip("?~%")
    parts = core.split("-")
    words = text
    if re.fullmatch(r"\d{4}", core):
        words = core
    elif re.fullmatch(r"\d{3}X", core):
        words = f"the {core[:3]}0s"
    elif re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", core):
        words = f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    elif re.fullmatch(r"\d{4}-\d\d-\d\d", core):
        words = day_words(dt.date.fromisoformat(core))
    doubt = text[len(core) :]
    if words == text and doubt:
        return text
    return {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(doubt, "") + words
