"""Whether the words around a date speak of what was, or of what is still to come."""

from __future__ import annotations

import re
from collections import deque
from re import Match

from winset.reading.text.words import IRREGULAR, by_letter

PAST, LOOSELY_PAST, FUTURE, FORESEEN, LEANING = "past", "loose", "future", "foreseen", "leaning"
UNTOLD = ""
"""What the words around a date say: that it is past, that a verb before it is, that it is still
to come, that it once was, that it may be either, or nothing."""

_IRREGULAR = (IRREGULAR | {"said", "told", "was", "were", "had", "did", "fled"}) - {"read", "set"}
_REGULAR = (
    r"(?=[a-z]++(?<=[a-z]{2}ed))"
    r"(?!united|armed|limited|needed|hundred|required|sacred|un|[a-z]*[cfnsp]eed)[a-z]++"
)
PAST_FORM = f"{by_letter(sorted(_IRREGULAR))}|{_REGULAR}"
"""A pattern for a verb that tells of what was."""
_WINDOW = 110
_WILL = ("to", "will", "would", "can", "could", "may", "might", "must", "should", "shall")
_ARE = ("is", "are", "be", "been", "being", "as")
_BOUND = ("hoped", "vowed", "vows", "pledged", "pledges", "promised", "promises", "aims")
_MEAN = (
    "hopes?",
    "hoping",
    "expects?",
    "intends?",
    "plans?",
    "planning",
    "agreed",
    "decided",
    *_BOUND,
)
_PUT_OFF = ("postponed?", "extend(?:ed|s)", "delayed", "adjourned", "put off", "valid")
_FUTURE = (
    *(rf"{verb} be [\w-]+" for verb in _WILL),
    *(rf"{verb} (?:\w+ )?planned" for verb in _ARE),
    *(rf"{verb} to(?: be [\w-]+)?(?= \w)" for verb in ("going", "is", "are", "set", *_MEAN)),
    *(rf"{verb}(?: \w+){{0,5}}? (?:until|till|to|for)(?= )" for verb in _PUT_OFF),
    *(
        "will",
        "shall",
        "should",
        "must",
        "can",
        "could(?! not )",
        "would(?! have)",
        "may(?= [a-z])",
    ),
    *("scheduled", "rescheduled", "slated", "due", "payable", "expected", "supposed", "effective"),
    *("upcoming", "forthcoming", "next(?! to )", "deadline", "planned (?:to|for)(?= )", "set for"),
    *("ahead of", "in time for", "as (?:early|soon) as", "between now and"),
    *("expires?", "lapses?", "runs? out", "comes into (?:force|effect)", "enters into force"),
    *("opens", "begins", "starts", "ends", "convenes", "takes (?:place|effect)"),
    *("resumes", "reconvenes", "r(?<!to r)(?<!not r)e(?:sume|convene)(?= )"),
    r"given(?: \w+){0,5}? (?:until|till)(?= )",
)
_FORESEEN = (
    r"w(?:as|ere) (?:\w+ly )?(?:(?:due|set|expected|scheduled|rescheduled|slated|planned|poised)"
    r"(?: to| for)?|to)(?: be)?(?: [\w-]+)?(?= )"
)
_LEANING = (
    "to (?:meet|hold|visit|sign|attend|host|begin|start|take|discuss|resume|open|travel|return"
    "|convene|gather|launch|end|expire|vote|review|go|leave|arrive|speak|talk|reach|conclude"
    "|finali[sz]e)",
    *("meets", "hosts", "arrives", "departs", "visits", "travels", "returns", "proposed"),
)
_DONE = (
    r"had been (?:due|scheduled|expected|set|slated|planned)(?: to(?: \w+)?)?"
    "|(?:was|were) supposed|(?:has|have) been"
)
"""What had been to come and no longer is, and what lasts since."""
_SIGNAL = re.compile(
    rf"(?=[a-z])\b(?:(?P<foreseen>{_FORESEEN})|(?P<future>{by_letter(_FUTURE)})"
    rf"|(?P<leaning>{by_letter(_LEANING)})|(?P<past>{_DONE}|{PAST_FORM}))\b"
)
_HOLDS = re.compile(
    r"\b(?:was|were|remained|lasted|stayed|ran|continued|had) (?:\w+ ){0,3}(?:until|till) $"
)
_LIMIT = re.compile(r"\b(?:by|until|till|before|no later than) (?:late |early |the end of )?$")
_LIMITS = ("by ", "until ", "till ", "before ", "than ", "late ", "early ", "the end of ")
"""What such words end with, for a quick look."""
_DEADLINE = re.compile(r" (?:deadline|target date)\b")
_GRANTED = re.compile(r"\b(?:has|have|gives?|giving) (?:\w+ ){0,3}(?:until|till) $")
_BESIDE_VERB = re.compile(
    r" (?:(?:also|again|later|then|\w+ly) )?[“\"]?"
    r"(?!(?:was|were) (?:to|due|set|expected|scheduled|slated|planned)\b)"
    rf"(?:{PAST_FORM})\b"
)
_FEW = 3
"""Words before a day at the front of its sentence, where the verb after it tells when."""
_POSSESSIVE = re.compile(r"(?: (?:morning|afternoon|evening|night))?['’]s ")
_BESIDE = re.compile(r"(?: (?!to\b)[\w’']+){0,3} $")
STOP = re.compile(
    r"[,;.?!\n](?:(?<=[,;]) but |(?<=;) |(?<=[\w”’\")][\w”’\")][.?!])[\"”’)]* (?=[^\da-z])"
    r"|(?<=\n))"
)
_SPEAKS_NOW = re.compile(
    r"\b(?:will|shall|hopes? to|plans? to|upcoming|forthcoming"
    r"|(?:is|are) (?:due|expected|likely|planned|scheduled|set|slated|to)|(?:has|have) until"
    r"|expires?|lapses?|runs? out|must)\b"
)


def tense(text: str, start: int, end: int) -> str:
    """What the words around a date at [start, end) speak of, by the nearest verb of its sentence.

    >>> text = "They met on Friday and will sign on Monday."
    >>> tense(text, 12, 18), tense(text, 36, 42)
    ('past', 'future')
    """
    before, after = sentence_before(text, start), _sentence_after(text, end)
    if _BESIDE_VERB.match(after):
        return PAST
    nearest = _nearest(before)
    if _DEADLINE.match(after) or _is_limit(before, nearest, after):
        return FUTURE
    if _POSSESSIVE.match(after) and not (nearest and nearest.group() == "ahead of"):
        return FUTURE if _first(after) == FUTURE else PAST
    if nearest is None:
        first = _first(after)
        return LOOSELY_PAST if first == PAST and before.count(" ") > _FEW else first
    if _is(nearest, LEANING) and nearest.group().startswith("to ") and _opens(before, nearest):
        return LEANING if _first(after) == PAST else FUTURE  # a headline: `Talks to resume Friday`
    if not _is(nearest, PAST):
        return nearest.lastgroup or UNTOLD
    if before.find("since ", nearest.end()) >= 0:
        return PAST
    near = _BESIDE.match(before, nearest.end()) and not nearest.group().startswith("had been ")
    return PAST if near else LOOSELY_PAST


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
    if len(last) == 2 and _is(last[1], LEANING) and last[0].lastgroup in (FUTURE, FORESEEN):
        return last[0]
    return last[-1] if last else None


def _opens(before: str, signal: Match[str]) -> bool:
    """Whether no other verb of its sentence stands before one that tells."""
    first = _SIGNAL.search(before) if len(before) < _WINDOW else None
    return first is not None and first.start() == signal.start()


def _first(after: str) -> str:
    """What the first verb after a date says."""
    signal = _SIGNAL.search(after)
    return signal.lastgroup or UNTOLD if signal else UNTOLD


def _is(signal: Match[str] | None, told: str) -> bool:
    return signal is not None and signal.lastgroup == told


def _is_limit(before: str, nearest: Match[str] | None, after: str) -> bool:
    """Whether a date is the end of a time that was given: `by Monday`, with nothing past."""
    if not before.endswith(_LIMITS):
        return False
    if _GRANTED.search(before):
        return True
    if not _LIMIT.search(before) or _HOLDS.search(before) or _first(after) == PAST:
        return False
    return before.endswith(("until ", "till ")) or not _is(nearest, PAST)
