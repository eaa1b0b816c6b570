"""What is told before, or around, the clause that says who said it: `…, the mayor said`."""

from __future__ import annotations

from dataclasses import dataclass

from winset.reading.people.mentions import Mention, after_verb, can_speak
from winset.reading.speech.report_verbs import AFTERWARDS, FORMS
from winset.reading.speech.reporters import is_denied, named, reporter
from winset.reading.speech.told_words import after_hearer, after_time, is_finite, words_told
from winset.reading.text.tokens import Token
from winset.reading.text.words import DAY_WORDS, SUBORDINATORS, lexicon

_TURNING = ("but", "and", "yet", "still")
_LEADS = (SUBORDINATORS - {"but", "and"}) | DAY_WORDS | {"to"}
_CLAUSES = lexicon(
    "when after before while as since because if although though until once who which whose that"
)
_STOPS = (",", ";", ":", "—", "who", "which")
_TAIL, _LONG_TAIL, _TO_SPEAKER, _SHORTEST, _CLAUSE = 8, 14, 14, 4, 3


@dataclass(frozen=True, slots=True)
class Told:
    """What is reported at [start, end), by whose words and which rule; `verb` is its place."""

    rule: str
    mention: Mention
    verb: int
    start: int
    end: int


def told_before(words: list[Token], cues: list[int], end: int) -> Told | None:
    """`The bank will close in May, the mayor said on Monday.`"""
    for cue in reversed(cues):
        comma = _comma_before(words, cue) if words[cue].lower in AFTERWARDS else 0
        found = _saying(words, comma + 1, cue) if comma else None
        if found is None:
            continue
        mention, after = found
        if _goes_on(words, after):
            return _around(words, comma, mention, cue, after, end)
        if leads_in(words[:comma]) or _tells(words[:comma]):
            return None
        return Told("said after", mention, cue, _start(words), words[comma - 1].end)
    return None


def leads_in(words: list[Token]) -> bool:
    """Whether words before an aside only lead in to what is said: `But`, `In May,`."""
    stretch: list[Token] = []
    for word in [*words, Token(",", 0, 0)]:
        if word.text != ",":
            stretch.append(word)
            continue
        if len(stretch) >= _CLAUSE and not _is_lead(stretch):
            return False
        stretch = []
    return True


def _is_lead(stretch: list[Token]) -> bool:
    """Whether a stretch between commas hangs on what follows: `In May`, `While he was away`."""
    first = stretch[0].lower
    if first in _CLAUSES:
        return True
    return (first in _LEADS or first.endswith("ing")) and not any(map(is_finite, stretch))


def _comma_before(words: list[Token], verb: int) -> int:
    """The place of the last comma before a verb and its speaker; 0 for none."""
    for place in range(verb - 1, max(verb - _TO_SPEAKER, 0), -1):
        if words[place].text == ",":
            return place
    return 0


def _saying(words: list[Token], first: int, verb: int) -> tuple[Mention, int] | None:
    """Who speaks in a clause that says no more than that, and the place after it."""
    if is_denied(words, verb, FORMS[words[verb].lower].shape):
        return None
    if verb == first:
        return _inverted(words, verb)
    after = verb + 1
    if words[verb].lower == "told" and after < len(words):
        after = after_hearer(words, after) or _to_end(words, after)
    after = after_time(words, after)
    if not _closes(words[after:]):
        return None
    mention = reporter(words, verb)
    return (mention, after) if mention and mention[0].start == words[first].start else None


def _to_end(words: list[Token], first: int) -> int:
    """The place after a name that ends the sentence: `…, he told the Tarn Gazette`."""
    named = len(words) - first <= _TAIL and any(word.is_capital for word in words[first:])
    return len(words) if named and not any(map(is_finite, words[first:])) else first


def _closes(tail: list[Token]) -> bool:
    """Whether words after a verb of speech tell no more than when and where."""
    if not tail or tail[0].text == ",":
        return True
    led = tail[0].text in ".!" or tail[0].lower in SUBORDINATORS
    return led and len(tail) <= _LONG_TAIL and not any(map(is_finite, tail))


def _inverted(words: list[Token], verb: int) -> tuple[Mention, int] | None:
    """`…, said Berg, the mayor`: no verb of hers follows, and what was said has one."""
    mention = named(after_verb(words, verb))
    after = words[verb + 1 :]
    stop = next((n for n, word in enumerate(after) if word.lower in _STOPS), len(after))
    if not can_speak(mention) or any(map(is_finite, after[1:stop])):
        return None
    return (mention, len(words)) if any(map(is_finite, words[: verb - 1])) else None


def _goes_on(words: list[Token], after: int) -> bool:
    """Whether what was said goes on after `…, the mayor said, …`."""
    rest = words[after : after + 2]
    if len(rest) < 2 or rest[0].text != ",":
        return False
    return not rest[1].lower.endswith("ing") and rest[1].lower not in ("on", "who", "which")


def _around(
    words: list[Token], comma: int, mention: Mention, verb: int, after: int, end: int
) -> Told | None:
    """`In the end, the mayor said, the bank will close`: all of it, but for words that lead in."""
    before, rest = words[:comma], words[after + 1 :]
    if len(rest) < _SHORTEST or rest[0].lower == "that" or _tells(before):
        return None
    leads = len(before) == 1 or _is_lead(before)
    if leads and not is_finite(rest[0]):
        return Told("said amid", mention, verb, rest[0].start, end)
    if is_finite(rest[0]) or any(map(is_finite, before)):
        return Told("said amid", mention, verb, _start(words), end)
    return None


def _tells(words: list[Token]) -> bool:
    """Whether somebody speaks in some words already: `The mayor said no, but, she added, …`."""
    verbs = (place for place, word in enumerate(words) if word.lower in FORMS)
    return any(words_told(words, verb) and reporter(words, verb) for verb in verbs)


def _start(words: list[Token]) -> int:
    """Where a sentence begins after a word that ties it to the one before."""
    tied = words[0].lower in _TURNING and words[1].text != ","
    return words[1 if tied else 0].start
