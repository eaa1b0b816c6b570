"""Words that name days, resolved against the date of the document into EDTF."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from winset.dates import Edtf
from winset.reading.dating.almanac import Moment
from winset.reading.dating.around import ABOUT_BEFORE
from winset.reading.dating.context import Context
from winset.reading.dating.grammar import EXPLICIT, JOINED, named_days
from winset.reading.dating.relative import RESOLVERS
from winset.reading.dating.stated import STATED
from winset.reading.suggestions import DateSuggestion, PartSuggestion, QuoteSuggestion
from winset.reading.text.layout import Paragraph

_COARSE = (4, 7)
"""Lengths of an EDTF text that words such as `about` make approximate: years and months."""


def days(
    text: str,
    date: Edtf,
    paragraphs: tuple[Paragraph, ...],
    parts: tuple[PartSuggestion, ...],
    said: tuple[QuoteSuggestion, ...],
) -> tuple[DateSuggestion, ...]:
    """Every day, month, year or decade a text names, resolved from the date of its part."""
    return tuple(_read(text, Context(text, date, paragraphs, parts, said)))


def _read(text: str, context: Context) -> Iterator[DateSuggestion]:
    """The days of a text in their order, each remembered: later ones may lean on it."""
    for match in named_days(text):
        rule = match.lastgroup or ""
        edtf = _value(context, rule, match)
        if not edtf:
            continue
        start, end = match.span()
        full = (rule in EXPLICIT and edtf[-1] != "?") or (rule in JOINED and match[f"{rule}_y"])
        basis = "stated" if full else "inferred"
        about = len(edtf) in _COARSE and context.led(ABOUT_BEFORE, start)
        shown = f"{edtf}~" if about else edtf
        yield DateSuggestion(start, end, text[start:end], shown, basis, rule)
        context.remember(match, edtf)


def _value(context: Context, rule: str, match: Match[str]) -> str:
    if rule in STATED and (edtf := STATED[rule](match)):
        return edtf
    if rule not in RESOLVERS:
        return ""
    found = RESOLVERS[rule](context, match)
    return found.edtf() if isinstance(found, Moment) else found or ""
