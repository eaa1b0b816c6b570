# ruff: noqa: E501  (one list a line)
"""Clauses of a sentence, and which verb of it a day belongs to."""

from __future__ import annotations

import re
from typing import NamedTuple

from winset.reading.happening.happenings import Happening, happenings
from winset.reading.suggestions import DateSuggestion
from winset.reading.text.phrases import Sentence
from winset.reading.text.tense import PAST_FORM
from winset.reading.text.words import by_letter

_LEADING = (
    "that which who whom whose when while after before although though because since where "
    "whether unless if as"
)
_LEADS = rf"(?:{by_letter([*_LEADING.split(), 'ahead of', 'prior to'])})\b(?! (?:early|soon|well|late|of)\b)"
_BREAK = re.compile(
    rf"[;:(),\s](?:(?<=[;:()])|(?<=\s)[-–—]{{1,2}}\s|(?<=,) {_LEADS}|(?<= ){_LEADS}"
    r"|(?<=,) (?=(?:but|and|or|with|saying|adding|calling|warning|telling|according|followed|following|despite|amid|including)\b)|(?<=[a-z] )(?:(?:but|despite|amid) |and (?=(?:at|in|on|then|later)\b)))"
)
_PRESENT = (
    "is are has have will would can could may might must should shall does says set meets holds "
    "opens begins starts ends visits travels"
)
_VERB = re.compile(rf"(?=[a-z])\b(?<!-)(?:{by_letter(_PRESENT.split())}|{PAST_FORM})\b")
_NEAR_NOUN, _NEAR_SPEECH, _NEAR_SUBJECT = 40, 32, 24
_NEAR_PHRASE, _NEAR_AUXILIARY, _FAR_SPEECH = 120, 14, 110
_FAR_SUBJECT, _FEW = 200, 4
"""Characters between a day and the noun, verb of speech or subject that it stands with."""
_AUXILIARY = re.compile(r"is|are|was|were|has|have|had|will|would|can|could|may|might")
_SUBORDINATE = re.compile(
    r"(?:As|When|While|After|Before|Although|Though|Since|Because|Once)\b[^,]*,"
)
_BETWEEN = re.compile(
    r" (?:between|of|with|in|at|by|on)\b.* (?:in|on|at|by|early|late)(?: early| late)? $|.{0,40}$",
    re.DOTALL,
)
_FRONT = re.compile(
    r"\W*(?:(?:meanwhile|earlier|later|also|then|and|but|so|yet|however|early|late|only|just|back|on|in|by|at|since|around|about|during|as|of|from|until|afterwards?|finally|again),? )*$",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"\W*(?:(?:meanwhile|earlier|later|also|then|and|but|so|yet|however),? )*(?:at|in|on|during|after|before|following|by|late|early|over|under|with|speaking|addressing|talking|writing|testifying|appearing|asked|visiting|from|since|as|for|through|throughout)\b",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"\bto (?!(?:the|a|an|his|her|its|their|reporters)\b)[a-z]+ |\bof\b")


_OCCASION = re.compile(
    r"(?: (?:reporters|journalists|lawmakers|parliament|(?:(?:the|a|an|his|its|senior|top|local) )?(?:[\w-]+ ){0,2}[\w-]+|[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}))?"
    r"(?: (?:in|at|during|via|through|on|after|following|from|before|to|with|for|by)\b(?! [A-Z]?[a-z]+ing\b)(?:(?! to\b| (?:the )?(?:next|coming)\b)[^,;]){0,90})?"
    r"(?: (?:on|late|early|late on|early on|earlier|last))? "
)
"""What may stand between a verb of speech and its day: to whom and on what occasion."""
_OPENS_AT = re.compile(
    r"\W*(?:(?:but|and|meanwhile|also|earlier|later|then),? )?(?:at|in|during|after|following) (?:[\w’'-]+ ){0,6}",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",? ?(?:after|despite|amid|with|following|in|at|during|as part of|ahead of|before)\b[^,]{0,120},"
)
_DONE = ("statement", "agreement", "proposal", "law")
"""Kinds of verbs that own the day rather than their object: `he offered a pact on Monday`."""
_SAID_AT = re.compile(r"[^,;]{0,40} (?:in|at|during|on) (?:a|an|the|his|her|their|its)\b")
_APPOSED = re.compile(r",[^,;]*,")
"""An aside between commas."""
_NAMED = ("noun", "name")
_TELLING = ("verb", "noun")
_LASTING = ("agreement", "law", "meeting")
_USUAL = (("held", "meeting"), ("convened", "meeting"), ("force", "law"))
"""What a verb such as `was held` tells of where no noun says it."""
_OBJECT_OF = re.compile(
    r"(?: (?!(?:with|without|in|on|by|at|after|when|as|to|for|over)\b)[\w’'-]+){0,4} "
)
_SHOWN = re.compile(r"(?:posted|published|released|issued|broadcast|aired|carried)")
_BE = re.compile(r"\b(?:be|been|being|was|were|is|are|has|had|have)(?: \w+)? $")
_NAMES = re.compile(
    r"(?:['’]s?)?(?: (?!(?:to|of|in|on|at|and|or|that|the|a|an|his|her|their|its|with|for|as|by|after|before|from|but|said)\b)[\w'’-]+){0,4} "
)
"""Between a day and the noun it names."""
_DETERMINED = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|her|this|that|our|both|first|original)|['’]s?)\s(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
_TO_THE_DAY = 2
"""Hyphens in the EDTF of a day."""
_WHICH = re.compile(
    r"\b(?:the|a|an|his|her|its|their) (?:\d{4}|(?-i:[A-Z])[a-z]+) (?!(?:in|on|at|by|and|or|to|for|with|as|when|after|that|is|was|were|had|has|of|but|who)\b)[a-z]"
)
_ENTRY = re.compile(r" ?[:–—] | - ")
"""After a day that a chronicle gives first: `5 May 2014: the two meet`."""
_SAME_TIME = re.compile(
    r"(?: (?:morning|afternoon|evening|night))?,? (?:when|as)\b(?! (?:early|soon|well|late|of)\b)"
)

_COUNTED_YEARS = ("relative", "ago", "inyear", "endof")
"""Rules for days that tell which of several is meant, and seldom when: `this year's summit`."""


class Dated(NamedTuple):
    """A word for an event with the day it is said to be of."""

    happening: Happening
    day: DateSuggestion
    start: int
    end: int
    """The clause both stand in."""


def dated_happenings(
    text: str, sentence: Sentence, days: tuple[DateSuggestion, ...]
) -> list[Dated]:
    """The words for events in a sentence whose day it gives, each once, in their order."""
    words = list(happenings(text, sentence.start, sentence.end))
    if not words:
        return []
    breaks = [m.span() for m in _BREAK.finditer(text, sentence.start, sentence.end)]
    words = _with_phases(text, words)
    found: dict[int, Dated] = {}
    for day in days:
        start, end = _clause(text, day, sentence, breaks)
        word = _named_by(text, day, words) or _owner(text, day, (start, end), words, sentence)
        if word is None:
            word, start, end = _led_to(text, day, (start, end), sentence, breaks, words)
        if word is not None:
            known = found.get(word.start)
            if known is None or _is_finer(day, known.day):
                found[word.start] = Dated(word, day, start, end)
    return [found[start] for start in sorted(found)]


def _with_phases(text: str, words: list[Happening]) -> list[Happening]:
    """The words with `began`, `took place` and their like given the kind of what did."""
    if all(word.kind != "phase" for word in words):
        return words
    return [
        found
        for number, word in enumerate(words)
        if (found := _of_kind(text, words, number) if word.kind == "phase" else word)
    ]


def _of_kind(text: str, words: list[Happening], number: int) -> Happening | None:
    """A verb such as `began` as one of the kind of its subject, or else of its object."""
    verb = words[number]
    for noun in reversed(words[max(number - _FEW, 0) : number]):
        if noun.is_verb:
            if noun.kind in _LASTING and text[noun.end : verb.start].endswith(" and "):
                return verb._replace(kind=noun.kind)
        elif _is_subject(text, noun.end, verb.start):
            return verb._replace(kind=noun.kind)
    after = words[number + 1] if number + 1 < len(words) else None
    if after and not after.is_verb and _OBJECT_OF.fullmatch(text, verb.end, after.start):
        return verb._replace(kind=after.kind)
    usual = next((kind for ending, kind in _USUAL if verb.text.endswith(ending)), "")
    return verb._replace(kind=usual) if usual else None


def _is_subject(text: str, start: int, end: int) -> bool:
    """Whether nothing between a noun and a verb keeps them from being subject and verb."""
    if end - start > _FAR_SUBJECT:
        return False
    between = _APPOSED.sub(lambda aside: " " * len(aside.group()), text[start:end])
    verbs = _VERB.finditer(between)
    return all(
        _AUXILIARY.fullmatch(verb.group()) or _is_participle(between, verb) for verb in verbs
    )


def _is_participle(text: str, verb: re.Match[str]) -> bool:
    """Whether a past form only describes: `talks brokered by the mayor`, `a letter sent late`."""
    described = text.startswith((" by ", " at "), verb.end()) or _SHOWN.fullmatch(verb.group())
    return bool(described) and not _BE.search(text, max(verb.start() - 16, 0), verb.start())


def _named_by(text: str, day: DateSuggestion, words: list[Happening]) -> Happening | None:
    """The noun a day stands before as its name: `Monday's talks`, `the 1956 declaration`."""
    noun = next((word for word in words if word.start >= day.end), None)
    if noun is None or noun.form not in _NAMED or noun.start - day.end > _NEAR_NOUN:
        return None
    owns = "-" in day.edtf and text[day.end : day.end + 2] in ("’s", "'s")
    if day.rule in _COUNTED_YEARS and not owns:
        return None
    between = _NAMES.fullmatch(text, day.end, noun.start)
    if between is None:
        return None
    if between.group().startswith(("’", "'")):
        return noun
    if any(_VERB.fullmatch(word) for word in between.group().split()):
        return None
    return noun if _DETERMINED.search(text, max(day.start - 40, 0), day.start) else None


def _clause(
    text: str, day: DateSuggestion, sentence: Sentence, breaks: list[tuple[int, int]]
) -> tuple[int, int]:
    """The clause around a day, whose own words (`two months prior to that`) break none."""
    opened = text.rfind("(", sentence.start, day.start)
    inside = opened >= 0 and text.find(")", opened, day.start) < 0
    starts = [
        end for start, end in breaks if end <= day.start and (inside or text[start] not in "()")
    ]
    ends = [
        start for start, _ in breaks if start >= day.end and (inside or text[start] not in "()")
    ]
    return max(starts, default=sentence.start), min(ends, default=sentence.end)


def _led_to(
    text: str,
    day: DateSuggestion,
    clause: tuple[int, int],
    sentence: Sentence,
    breaks: list[tuple[int, int]],
    words: list[Happening],
) -> tuple[Happening | None, int, int]:
    """The first verb of what a day leads to: `on Monday, when …`, `5 May: …`; with its clause."""
    start, end = clause
    if _FRONT.fullmatch(text, sentence.start, day.start):
        entry = _ENTRY.match(text, day.end, sentence.end)
        if entry:
            verbs = (word for word in words if word.start >= entry.end() and word.is_verb)
            return next(verbs, None), entry.end(), sentence.end
    led = _SAME_TIME.match(text, day.end, sentence.end)
    if led and led.group().endswith("as") and day.edtf.count("-") < _TO_THE_DAY:
        led = None
    if led is None and _opens(text, sentence.start, day) and not _VERB.search(text, start, end):
        led = _ASIDE.match(text, end, sentence.end)
    if led is None:
        return None, start, end
    end = min((at for at, _ in breaks if at > led.end()), default=sentence.end)
    first = _VERB.search(text, led.end(), end)
    after = [word for word in words if led.end() <= word.start and word.end <= end]
    return (_told_by(first, after) if first else None), led.end(), end


def _owner(
    text: str,
    day: DateSuggestion,
    clause: tuple[int, int],
    words: list[Happening],
    sentence: Sentence,
) -> Happening | None:
    """The word for an event a day belongs to: the verb before it, or else the verb after it."""
    start, end = clause
    before = [w for w in words if start < w.end <= day.start and w.form in _TELLING]
    after = [w for w in words if day.end <= w.start < end and w.form in _TELLING]
    if (not before and not after) or _tells_which(text, day):
        return None
    verb = _last_verb(text, start, day.start, before)
    noun = before[-1] if before and not before[-1].is_verb else None
    told = next((w for w in before if verb is not None and w.start <= verb < w.end), None)
    if told and told.kind == "incident":
        return told
    if noun and (verb is None or verb < noun.start) and _is_beside(text, noun.end, day):
        if told and told.kind in _DONE:
            if _OBJECT_OF.fullmatch(text, told.end, noun.start):
                return told if _reaches(text, told, day) else None
            if _SAID_AT.match(text, told.end, noun.start):
                return told
        return _after_occasion(text, day, sentence, noun, words) or noun
    if verb is not None:
        return told if told and told.is_verb and _reaches(text, told, day) else None
    return _after(text, day, clause, after) if after else None


def _tells_which(text: str, day: DateSuggestion) -> bool:
    """Whether a day only tells which thing is meant: `Monday's gale`, `her 2016 herring race`."""
    if text[day.end : day.end + 2] in ("’s", "'s"):
        return True
    coarse = day.edtf.count("-") < _TO_THE_DAY
    return coarse and _WHICH.search(text, max(day.start - 8, 0), day.end + 16) is not None


def _after_occasion(
    text: str, day: DateSuggestion, sentence: Sentence, noun: Happening, words: list[Happening]
) -> Happening | None:
    """What was done on an occasion told first: `At talks in Oslo on Monday, he offered …`."""
    if (
        not _OPENS_AT.fullmatch(text, sentence.start, noun.start)
        or text[day.end : day.end + 1] != ","
    ):
        return None
    first = _VERB.search(text, day.end, sentence.end)
    after = [word for word in words if word.start >= day.end]
    return _told_by(first, after) if first else None


def _after(
    text: str, day: DateSuggestion, clause: tuple[int, int], after: list[Happening]
) -> Happening | None:
    """The first verb after a day that opens its clause or stands by the verb; a noun beside it."""
    start, end = clause
    first = _VERB.search(text, day.end, end)
    noun = None if after[0].is_verb else after[0]
    if noun and (first is None or noun.start < first.start()) and _leads_to(text, day, noun):
        return noun
    if first is None:
        return None
    opens = _opens(text, start, day)
    beside = first.start() - day.end <= _NEAR_SUBJECT and "," not in text[day.end : first.start()]
    if not opens and not beside:
        return None
    return _told_by(first, after)


def _opens(text: str, start: int, day: DateSuggestion) -> bool:
    """Whether a day stands at the front of its clause: `On Friday he …`, `At sea on Friday, he …`."""
    part = max(text.rfind(",", start, day.start) + 1, start)
    if _FRONT.fullmatch(text, part, day.start):
        return True
    ends = text[day.end : day.end + 1] == ","
    return ends and _ADVERBIAL.match(text, part, day.start) is not None


def _leads_to(text: str, day: DateSuggestion, noun: Happening) -> bool:
    """Whether a day stands before a noun and tells which is meant: `the 1956 declaration`."""
    near = noun.start - day.end <= _NEAR_NOUN and "," not in text[day.end : noun.start]
    return near and day.rule not in _COUNTED_YEARS


def _told_by(verb: re.Match[str], words: list[Happening]) -> Happening | None:
    """The word for an event that a verb is or, as `had` and `was` do, leads to."""
    reach = _NEAR_AUXILIARY if _AUXILIARY.fullmatch(verb.group()) else 0
    near = (w for w in words if w.is_verb and w.end > verb.start())
    return next((w for w in near if w.start <= verb.start() or w.start - verb.end() < reach), None)


def main_happening(text: str, sentence: Sentence) -> Happening | None:
    """The word for an event that is the first verb of a sentence's main clause."""
    aside = _SUBORDINATE.match(text, sentence.start, sentence.end)
    start = aside.end() if aside else sentence.start
    words = [w for w in happenings(text, start, sentence.end) if w.is_verb and w.kind != "phase"]
    if not words:
        return None
    first = _VERB.search(text, start, sentence.end)
    if first is None or words[0].start < first.start():
        return words[0]
    return _told_by(first, words)


def _is_beside(text: str, end: int, day: DateSuggestion) -> bool:
    """Whether a day after a noun ends its phrase: `the talks between the two in Oslo in May`."""
    between = text[end : day.start]
    if (
        len(between) > _NEAR_PHRASE
        or "," in between
        or (day.rule in _COUNTED_YEARS and "-" not in day.edtf)
    ):
        return False
    return _BETWEEN.fullmatch(between) is not None


def _reaches(text: str, word: Happening, day: DateSuggestion) -> bool:
    """Whether a day after a verb tells its day: for a verb of speech, right after it."""
    if word.kind != "statement":
        return True
    between = text[word.end : day.start]
    if len(between) <= _NEAR_SPEECH:
        return _INFINITIVE.search(between) is None
    return len(between) <= _FAR_SPEECH and _OCCASION.fullmatch(between) is not None


def _last_verb(text: str, start: int, end: int, words: list[Happening]) -> int | None:
    """Where the last verb of text[start:end] begins, words for events being verbs too."""
    found = [
        word.start
        for word in words
        if word.is_verb and not (text.startswith(" by ", word.end) and word.kind == "meeting")
    ]
    found += [
        verb.start() for verb in _VERB.finditer(text, start, end) if not _is_participle(text, verb)
    ]
    return max(found, default=None)


def _is_finer(day: DateSuggestion, known: DateSuggestion) -> bool:
    return day.edtf.count("-") > known.edtf.count("-")
