"""Numbers of one thing that two documents tell differently: the dead, the votes, the boats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import inf

from winset.reading.dating.almanac import NUMBER, counted
from winset.reading.side_by_side.accounts import DifferenceSuggestion, Read
from winset.reading.side_by_side.tellings import Telling, alike, at_odds, telling
from winset.reading.text.words import lexicon

_BOUND = (
    r"(?i:(?P<bound>(?:at )?least|more than|over|as many as|up to|fewer than|less than|about"
    r"|around|some|nearly|almost|roughly|estimated|approximately))"
)
_NUMBER = (
    rf"(?P<figure>\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,12}}|(?i:{NUMBER}))(?![\d.,:/–-]{{0,9}}\d)"
)
_BEFORE = r"(?<![\w.,$£€#:/–-])(?<!\bof )(?<!\bof the )(?<!ty )"
_FATES = "killed|dead|deaths|died|injured|wounded|hurt|missing|arrested|detained"
_COUNTED = re.compile(
    rf"{_BEFORE}(?:{_BOUND} )?{_NUMBER}(?:(?:[ -][A-Za-z]{{1,30}}){{0,3}}? (?P<fate>{_FATES})"
    r"|(?: (?!others?\b|more\b|or\b|and\b)[A-Za-z-]{1,30})??[ -](?P<unit>[A-Za-z]{3,30}s|people))\b"
)
_LED = re.compile(
    r"\b(?P<fate>killed|killing|kills|injured|injuring|wounded|wounding|toll|arrested|detained)"
    r"(?: (?:of|to|at|rose|rises|stands|stood|was|is|had|has|risen|reached|now|a)){0,3} "
    rf"(?:{_BOUND} )?{_NUMBER}"
)
_ONE_FATE = {
    "killed": "dead", "killing": "dead", "kills": "dead", "died": "dead", "toll": "dead",
    "deaths": "dead", "injuring": "injured", "hurt": "injured", "wounded": "injured",
    "wounding": "injured", "detained": "arrested",
}  # fmt: skip
_FATE_THINGS = ("dead", "injured", "missing", "arrested")
_NO_UNITS = lexicon(
    """
    days weeks months years times hours minutes seconds millions thousands hundreds ways others
    meters metres kilometers kilometres miles feet inches points yards goals games degrees this
    was has does his its dollars euros pounds percentages cents shares barrels stocks
    """
)
"""Words after a number that count nothing that happened: times, measures, prices and scores."""
_NEARLY, _FEWEST_WORDS, _SEVERAL_NAMES, _NEAR_DAYS = 0.15, 4, 2, 4
_FATES_ALIKE, _UNITS_ALIKE, _ALIKE = 0.45, 0.5, 0.7
_SURE = 0.8


def counted_otherwise(documents: Sequence[Read]) -> Iterator[DifferenceSuggestion]:
    """Two sentences in like words that count one thing, and not to the same number."""
    found = (figure for one in documents for figure in _figures(one))
    for a, b in at_odds(found, _may_be_one):
        shared = ", ".join(sorted(a.names & b.names)[:3])
        rule = f"one thing, two numbers: {round(100 * alike(a, b))} % of the words"
        accounts = (a.account(a.value), b.account(b.value))
        yield DifferenceSuggestion(f"{a.thing} ({shared})", "number", accounts, rule, _SURE)


def _may_be_one(a: Telling, b: Telling) -> bool:
    """Whether two sentences are alike in words and names, and can be of one time."""
    shared, fate = len(a.names & b.names), a.thing in _FATE_THINGS
    least = _FATES_ALIKE if fate else _UNITS_ALIKE
    if shared < _SEVERAL_NAMES:
        least = _ALIKE if fate else inf
    if alike(a, b) < least or len(a.words & b.words) < _FEWEST_WORDS:
        return False
    return len(a.names ^ b.names) <= shared + fate and _of_one_time(a, b)


def _of_one_time(a: Telling, b: Telling) -> bool:
    """By the days that both name, or else by when they were written."""
    if a.days and b.days:
        return a.days[0] <= b.days[1] and b.days[0] <= a.days[1]
    return a.told is None or b.told is None or abs((a.told - b.told).days) <= _NEAR_DAYS


def _figures(one: Read) -> Iterator[Telling]:
    """What the sentences of a document count, where a sentence counts it once."""
    found: dict[tuple[int, str], list[Telling]] = {}
    for pattern in (_LED, _COUNTED):
        for match in pattern.finditer(one.text):
            figure = _figure(one, match)
            if figure is not None:
                found.setdefault((figure.start, figure.thing), []).append(figure)
    fates = {(f.start, f.low) for same in found.values() for f in same if f.thing in _FATE_THINGS}
    for same in found.values():
        first = same[0]
        twice = first.thing not in _FATE_THINGS and (first.start, first.low) in fates
        if not twice and len({(figure.low, figure.high) for figure in same}) == 1:
            yield first


def _figure(one: Read, match: re.Match[str]) -> Telling | None:
    fate = match["fate"]
    thing = _ONE_FATE.get(fate, fate) if fate else match["unit"].lower()
    if thing in _NO_UNITS:
        return None
    number = counted(match["figure"].replace(",", ""))
    return telling(one, match.span(), thing, *_bounds(number, (match["bound"] or "").lower()))


def _bounds(number: int, bound: str) -> tuple[float, float]:
    """Between which numbers `at least`, `up to` or `about` leaves a number."""
    if bound.endswith("least") or bound in ("more than", "over"):
        return number, inf
    if bound in ("up to", "as many as", "fewer than", "less than"):
        return 0, number
    slack = number * _NEARLY if bound else 0
    return number - slack, number + slack
