"""Whether a sentence tells that an event took place on its day, or only speaks of it."""

from __future__ import annotations

import re

from winset.dates import Edtf
from winset.reading.dating.almanac import parsed
from winset.reading.happening.clauses import is_past, looks_ahead
from winset.reading.happening.dated import Dated
from winset.reading.text.patterns import any_of
from winset.reading.text.phrases import Sentence

_WINDOW, _NEAR_SUBJECT = 40, 40
"""Characters before a word for an event that may deny it, or name its subject."""
_TO_THE_DAY = 2
"""Hyphens in the EDTF of a day."""
_DENYING = (
    r"not|never|no|n[’']t|without|if|whether|unless|neither|nor|yet(?: to)?|possibility of|possible"
    r"|(?:refus|declin|fail)\w+(?: to)?|call(?:s|ed|ing)? for|appeal\w* for"
    r"|(?:urg|demand|cancel|suspen|boycott)\w*|walk\w+ (?:away|out)"
)
_OTHER_CLAUSE = r"(?:and|but) (?:the|an?|his|her|its|their|he|she|it|they)\b"
_NEGATED = re.compile(rf"\b(?:{_DENYING})\s(?:(?!{_OTHER_CLAUSE})[\w-]+\s){{0,3}}$", re.IGNORECASE)
_STANDING = re.compile(r"\b(?:is|are) (?:\w+ )?$")
_UNTIL = re.compile(
    r"\b(?:until|till|by|before|through)(?: (?:late|early|mid|the end of|at least))? $"
)
_UP_TO = re.compile(r"\b(?:to|for)(?: (?:late|early|mid))? $")
_PUT_OFF = (
    *("extend", "prolong", "postpone", "adjourn", "delay", "put off", "renew"),
    *("was postponed", "were postponed", "was adjourned", "were adjourned", "was delayed"),
)
_FIRST = re.compile(r"\b(?:first|last|latest|not|never|only|longest|biggest|worst)\b")
_SINCE = re.compile(
    r"\b(?:since|in|for) (?:\w+ )?(?:years|months|weeks|decades)|\bsince ", re.IGNORECASE
)
_TO_COME = re.compile(
    r"(?:will|would|shall|could|may|might|is|are|due|scheduled|set|expected|plan|be)\b",
    re.IGNORECASE,
)
_AS = re.compile(r"\bas\s(?:[\w-]+\s){0,3}$")
_MEASURED = re.compile(
    r"\b(?:based on|regardless of|irrespective of|according to|line with) (?:the|its|their|this) $"
)
_REFERS = re.compile(
    r"\b(?<!conclusion )(?<!signing )(?:on|for|under|of|to|about|toward|towards|in) "
    r"(?:the|a|an|this|that|its|their) (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_OUTLETS = any_of(
    "agency newspaper daily television TV radio website AFP Xinhua Reuters AP BBC CNN Interfax"
    " Times Post report reports journal magazine broadcaster media outlets Politico Bloomberg"
    " Guardian Herald Tribune Gazette Telegraph Chronicle Globe [Ff]igures"
)
_MEDIA = re.compile(
    rf"\b(?:(?:{_OUTLETS})(?: (?:has|had|also))?|News|it is|which"
    r"|[Aa]nalysts|[Oo]bservers|[Ee]xperts|[Ee]conomists|[Tt]raders|[Dd]ealers) $"
)
_PASSIVE = re.compile(r"\b(?:be|been|being|was|were|is|are|as|not|n[’']t) (?:\w+ly )?$")
_BY_WHOM = re.compile(r" (?:\w+ )?by [A-Zthm]")
_TELLS_OF = re.compile(r"quoted|was quoted|were quoted|(?:was|were) announced", re.IGNORECASE)
_OFTEN = re.compile(r"\b(?:has|have|had) (?:\w+ ){0,2}$")
_GRACE = 1
"""Days after its document's that a day told as past may bear, written elsewhere on the globe."""


def is_denied(text: str, sentence: Sentence, found: Dated, written: Edtf) -> bool:
    """Whether a sentence says that it did not happen, or not on that day."""
    word = found.happening
    if word.kind == "statement" and _is_unsaid(text, found):
        return True
    begin = max(word.start - _WINDOW, sentence.start)
    if _NEGATED.search(text, begin, word.start) or is_contradicted(text, found, written):
        return True
    if found.day.start >= word.end and _is_limit(text, found):
        return True
    standing = word.kind == "incident" and _STANDING.search(text, begin, word.start)
    if standing and not looks_ahead(word):
        return True
    if not word.is_verb and _AS.search(text, begin, word.start):
        return True
    if word.kind == "agreement" and _MEASURED.search(text, begin, min(found.day.start, word.start)):
        return True
    named = not word.is_verb and word.kind == "agreement" and found.day.start > word.start
    return named and _REFERS.search(text, begin, word.start) is not None


def is_contradicted(text: str, found: Dated, written: Edtf) -> bool:
    """Whether a verb tells as past what a day still to come would be of: `agreed to sail` on it."""
    day = parsed(found.day.edtf)
    if day is None or (day.first - written.last).days <= _GRACE:
        return False
    return is_past(text, found.happening)


def _is_limit(text: str, found: Dated) -> bool:
    """Whether a day after a word is an end that was set, or one since when nothing like it was."""
    word, day = found.happening, found.day.start
    if _UNTIL.search(text, max(word.end, day - 24), day):
        return not _TO_COME.match(word.text)
    if word.text.lower().startswith(_PUT_OFF):
        return _UP_TO.search(text, word.end, day) is not None
    if _SINCE.search(text, max(word.end, day - 8), found.day.end) is None:
        return False
    return _FIRST.search(text, max(word.start - _WINDOW, found.start), word.start) is not None


def _is_unsaid(text: str, found: Dated) -> bool:
    """Whether a newspaper, an agency or nobody at all makes a statement, or somebody for months."""
    word = found.happening
    if not word.is_verb or _TELLS_OF.match(word.text):
        return False
    before = text[max(word.start - _NEAR_SUBJECT, found.start) : word.start]
    if text.endswith("since ", 0, found.day.start):
        return True
    if found.day.edtf.count("-") < _TO_THE_DAY and _OFTEN.search(before):
        return True
    passive = _PASSIVE.search(before) and not _BY_WHOM.match(text, word.end)
    return bool(passive) or _MEDIA.search(before) is not None
