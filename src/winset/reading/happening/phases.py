"""What `began`, `took place` and their like tell of: the kind of event that did."""

from __future__ import annotations

import re

from winset.reading.happening.clauses import is_subject
from winset.reading.happening.happenings import Happening

_FEW = 4
"""Words for events before a verb that may be its subject."""
_LASTING = ("agreement", "law", "meeting")
_USUAL = (("held", "meeting"), ("convened", "meeting"), ("force", "law"))
"""What a verb such as `was held` tells of where no noun says it."""
_FAILING = re.compile(
    r"broke (?:down|off)|collapsed?|stall(?:ed|s)|falter(?:ed|s)|fell (?:apart|through)|lapsed",
    re.IGNORECASE,
)
"""Ends that are events of their own: talks that collapsed were not held that day."""
_ENDING = re.compile(r"(?:end|expire|lapse)[ds]?|ended|broke up|r[au]ns? out", re.IGNORECASE)
_ABOUT = re.compile(r" (?:on|over|about|for|to|with|between|aimed at)(?: the| a)? [\w-]+")
"""What leads from talks to what they are on: `talks on a truce`, `talks to end the war`."""
_OBJECT_OF = re.compile(
    r"(?: (?!(?:with|without|in|on|by|at|after|when|as|to|for|over)\b)[\w’'-]+){0,4} "
)


def with_phases(text: str, words: list[Happening]) -> list[Happening]:
    """The words with `began`, `took place` and their like given the kind of what did."""
    if all(word.kind != "phase" for word in words):
        return words
    return [
        found
        for number, word in enumerate(words)
        if (found := _of_kind(text, words, number) if word.kind == "phase" else word)
    ]


def is_object(text: str, verb: Happening, noun: Happening) -> bool:
    """Whether a noun stands right after a verb as what it is done to: `offered a new pact`."""
    return _OBJECT_OF.fullmatch(text, verb.end, noun.start) is not None


def _of_kind(text: str, words: list[Happening], number: int) -> Happening | None:
    """A verb such as `began` as one of the kind of its subject, or else of its object."""
    verb = words[number]
    for noun in reversed(words[max(number - _FEW, 0) : number]):
        if noun.is_verb:
            if noun.kind in _LASTING and text[noun.end : verb.start].endswith(" and "):
                return verb._replace(kind=noun.kind)
        elif is_subject(text, noun.end, verb.start):
            return verb._replace(kind=_phase(verb, _head(text, words, noun, verb)))
    after = words[number + 1] if number + 1 < len(words) else None
    if after and not after.is_verb and is_object(text, verb, after):
        return verb._replace(kind=after.kind)
    usual = next((kind for ending, kind in _USUAL if verb.text.endswith(ending)), "")
    return verb._replace(kind=usual) if usual else None


def _head(text: str, words: list[Happening], noun: Happening, verb: Happening) -> Happening:
    """The talks that are on what a noun names: `talks to end the war` resumed, the war did not."""
    place = words.index(noun)
    about = words[place - 1] if place else noun
    if about.kind != "meeting" or about.is_verb:
        return noun
    led = _ABOUT.match(text, about.end)
    return about if led and is_subject(text, led.end(), verb.start) else noun


def _phase(verb: Happening, noun: Happening) -> str:
    """The kind of a phase of what a noun names: the end of a truce is an incident."""
    ends = noun.kind == "agreement" and _ENDING.fullmatch(verb.text)
    return "incident" if ends or _FAILING.fullmatch(verb.text) else noun.kind
