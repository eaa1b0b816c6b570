# ruff: noqa: E501  (one list a line)
"""Whether the words around a date speak of what was, or of what is still to come."""

from __future__ import annotations

import re
from collections import deque
from re import Match

from winset.reading.text.words import IRREGULAR, by_letter

PAST, LOOSELY_PAST, FUTURE, LEANING, UNTOLD = "past", "loose", "future", "leaning", ""
"""What the words around a date say: that it is past, that a verb before it is, that it is still
to come, that it may be either, or nothing."""

_IRREGULAR = (IRREGULAR | {"said", "told", "was", "were", "had", "did", "fled"}) - {"read", "set"}
_REGULAR = (
    r"(?=[a-z]++(?<=[a-z]{2}ed))"
    r"(?!united|armed|limited|needed|hundred|required|sacred|un|[a-z]*[cfnsp]eed)[a-z]++"
)
PAST_FORM = f"{by_letter(sorted(_IRREGULAR))}|{_REGULAR}"
"""A pattern for a verb that tells of what was."""
_WINDOW = 110
_FUTURE = (
    *("will", "shall", "upcoming", "forthcoming", "next", "scheduled", "rescheduled", "slated", "due", "payable", "effective"),
    *("deadline", "expected", "supposed"),
    *(rf"{form} (?:\w+ )?planned" for form in ("is", "are", "was", "were", "be", "been", "being", "as")),
    *(rf"{verb} be [\w-]+" for verb in ("to", "will", "would", "can", "could", "may", "might", "must", "should", "shall")),
    "planned (?:to|for)(?= )",
    *(rf"{verb} to(?: be [\w-]+)?(?= \w)" for verb in ("going", "is", "are", "was", "were", "set", "agreed")),
    *(rf"{verb} to(?: be [\w-]+)?(?= \w)" for verb in ("hopes?", "hoping", "expects?", "intends?", "plans?", "planning")),
    *("set for", "would(?! have)", "ahead of", "in time for", "as (?:early|soon) as"),
    *(rf"{verb}(?: \w+){{0,5}}? (?:until|till|to|for)(?= )" for verb in ("postponed?", "extend(?:ed|s)", "delayed", "adjourned", "put off", "valid", "given")),
    *("may(?= [a-z])", "could", "should", "must", "can", "expires?"),
)  # fmt: skip
_LEANING = (
    "to (?:meet|hold|visit|sign|attend|host|begin|start|take|discuss|resume|open|travel|return|convene|gather|launch|end|expire|vote|review|go|leave|arrive|speak|talk|reach|conclude|finali[sz]e)",
    *("meets", "opens", "begins", "starts", "takes (?:place|effect)", "ends", "resumes", "reconvenes", "convenes", "hosts"),
    *("arrives", "departs", "visits", "travels", "returns", "proposed"),
)  # fmt: skip
_SIGNAL = re.compile(
    rf"(?=[a-z])\b(?:(?P<future>{by_letter(_FUTURE)})|(?P<leaning>{by_letter(_LEANING)})|(?P<past>{PAST_FORM}))\b"
)
_HOLDS = re.compile(
    r"\b(?:was|were|remained|lasted|stayed|ran|continued|had) (?:\w+ ){0,3}(?:until|till) $"
)
_LIMIT = re.compile(r"\b(?:by|until|till|before|no later than) (?:late |early |the end of )?$")
_LIMITS = ("by ", "until ", "till ", "before ", "than ", "late ", "early ", "the end of ")
"""What such words end with, for a quick look."""
_DEADLINE = re.compile(r" (?:deadline|target date)\b")
_BESIDE_VERB = re.compile(rf" (?:(?:also|again|later|then|\w+ly) )?{_SIGNAL.pattern}")
_POSSESSIVE = re.compile(r"(?: (?:morning|afternoon|evening|night))?['’]s ")
_BESIDE = re.compile(r"(?: (?!to\b)[\w’']+){0,3} $")
STOP = re.compile(
    r"[,;.?!\n](?:(?<=[,;]) but |(?<=;) |(?<=\w\w[.?!])[\"”’)]* (?=[^\da-z])|(?<=\n))"
)
_SPEAKS_NOW = re.compile(
    r"\b(?:will|shall|hopes? to|plans? to|upcoming|forthcoming"
    r"|(?:is|are) (?:due|expected|planned|scheduled|set|slated|to))\b"
)


def tense(text: str, start: int, end: int) -> str:
    """What the words around a date at [start, end) speak of, by the nearest verb of its sentence.

    >>> text = "They met on Friday and will sign on Monday."
    >>> tense(text, 12, 18), tense(text, 36, 42)
    ('past', 'future')
    """
    before, after = sentence_before(text, start), _sentence_after(text, end)
    if _is(_BESIDE_VERB.match(after), PAST):
        return PAST
    nearest = _nearest(before)
    if _DEADLINE.match(after) or _is_limit(before, nearest, after):
        return FUTURE
    if _POSSESSIVE.match(after) and not (nearest and nearest.group() == "ahead of"):
        return FUTURE if _first(after) == FUTURE else PAST
    if nearest is None:
        return _first(after)
    if not _is(nearest, PAST):
        return nearest.lastgroup or UNTOLD
    return PAST if _BESIDE.match(before, nearest.end()) else LOOSELY_PAST


def speaks_now(text: str, start: int) -> bool:
    """Whether the sentence up to a date tells what its writer sees coming."""
    return _SPEAKS_NOW.search(sentence_before(text, start)) is not None


def sentence_before(text: str, start: int) -> str:
    """The words of a sentence before a place in it, or the last of them."""
    begin = max(start - _WINDOW, 0)
    for stop in STOP.finditer(text, begin, start + 1):
        if stop.end() <= start:
            begin = stop.end()
    return text[begin:start]


def _sentence_after(text: str, end: int) -> str:
    stop = STOP.search(text, end, end + _WINDOW)
    return text[end : stop.start() if stop else end + _WINDOW]


def _nearest(before: str) -> Match[str] | None:
    """The last verb before a date; of `is due to meet` the one that looks ahead."""
    last = deque(_SIGNAL.finditer(before), maxlen=2)
    if len(last) == 2 and _is(last[1], LEANING) and _is(last[0], FUTURE):
        return last[0]
    return last[-1] if last else None


def _first(after: str) -> str:
    """What the first verb after a date says."""
    signal = _SIGNAL.search(after)
    return signal.lastgroup or UNTOLD if signal else UNTOLD


def _is(signal: Match[str] | None, told: str) -> bool:
    return signal is not None and signal.lastgroup == told


def _is_limit(before: str, nearest: Match[str] | None, after: str) -> bool:
    """Whether a date is the end of a time that was given: `by Monday`, with nothing past."""
    if (
        not before.endswith(_LIMITS)
        or not _LIMIT.search(before)
        or _HOLDS.search(before)
        or _first(after) == PAST
    ):
        return False
    return before.endswith(("until ", "till ")) or not _is(nearest, PAST)
