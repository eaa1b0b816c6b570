"""Quotations with their kind and speaker: rules tried in order, the first that speaks decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import product

from winset.reading.people.actors import NameIndex
from winset.reading.people.mentions import first_named
from winset.reading.speech.authored import authored, authored_after
from winset.reading.speech.cues_after import cue_after, cue_later
from winset.reading.speech.cues_around import first_person, paragraph_after, paragraph_before
from winset.reading.speech.cues_before import (
    according_to,
    across,
    aside,
    by_subject,
    colon,
    cue_before,
    in_heading,
    script,
)
from winset.reading.speech.cues_parsed import parsed
from winset.reading.speech.halves import first_half, second_half
from winset.reading.speech.laid_out import by_nearest, item, whole_of
from winset.reading.speech.papers import of_paper
from winset.reading.speech.parsing import Parser
from winset.reading.speech.predicates import of_subject
from winset.reading.speech.scene import Scene, Verdict, Voice
from winset.reading.speech.terms import (
    FIRST_PERSON,
    LONG,
    apposed_title,
    attribute,
    capitals,
    described,
    enumerated,
    length,
    paper,
)
from winset.reading.speech.wordings import (
    beside_document,
    document_speaks,
    named,
    of_document_after,
)
from winset.reading.suggestions import SUMMARIZED, QuoteSuggestion
from winset.reading.text.layout import Paragraph, is_heading
from winset.reading.text.marks import Span, is_whole, spans
from winset.reading.text.tokens import Token
from winset.reading.text.words import (
    FORMS_OF_BE,
    SPEECH_VERBS,
)

CONFIDENCE = {
    "cue after": 0.97,
    "cue before": 0.89,
    "parse": 0.6,
    "same sentence": 0.86,
    "paragraph before": 0.66,
    "paragraph after": 0.6,
    SUMMARIZED: 0.6,
    "joined": 0.78,
    "described": 0.6,
    "nearest name": 0.4,
    "continuation": 0.94,
    "long fragment": 0.55,
    "alone": 0.3,
    "document speaks": 0.74,
    "document word": 0.74,
    "document goes on": 0.74,
    "titled": 0.81,
    "name given": 0.81,
    "heading": 0.81,
    "page": 0.81,
    "question": 0.56,
    "summed up": 0.7,
    "list": 0.56,
    "nested": 0.56,
    "no cue": 0.56,
    "one mark": 0.96,
}
"""How often each rule was right about the speaker (or, without one, the kind); see the docs."""

_SHORT, _STOPS, _HEAD = 3, ".?!", 80
_HEADED = ("heading", "page")
_NEXT = re.compile(r"[a-z]{2}[.?!] [A-Z]")
"""Where one sentence ends and the next begins."""
_VERBS = SPEECH_VERBS | FORMS_OF_BE


def scene_of(
    text: str,
    paragraphs: tuple[Paragraph, ...],
    page: frozenset[int],
    roles: tuple[tuple[str, str], ...] = (),
    parser: Parser | None = None,
) -> tuple[Scene, tuple[Span, ...]]:
    """A text ready to be read, and every quotation in it; `page` numbers the boilerplate."""
    every = spans(text, paragraphs)
    top = tuple(span for span in every if span.depth == 0 and is_whole(span, paragraphs))
    return Scene(text, paragraphs, _apart(top), page, roles, parser), every


def quotes(scene: Scene, every: tuple[Span, ...], names: NameIndex) -> tuple[QuoteSuggestion, ...]:
    """Every quotation with its kind and speaker."""
    text, top = scene.text, scene.top
    found = [_outer(scene, place, names) for place in range(len(top))]
    found = [
        one if one.kind == "speech" else _headed(scene, place, found)
        for place, one in enumerate(found)
    ]
    inside = set(top)
    found += [_inner(text, span) for span in every if span not in inside]
    return tuple(sorted(found, key=lambda quote: (quote.start, -quote.end)))


def _apart(top: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without those that overlap an earlier one."""
    kept: list[Span] = []
    for span in top:
        if not kept or span.outer_start >= kept[-1].outer_end:
            kept.append(span)
    return tuple(kept)


def _outer(scene: Scene, place: int, names: NameIndex) -> QuoteSuggestion:
    span = scene.top[place]
    verdict = _verdict(scene, place)
    scene.verdicts.append(verdict)
    mention, spoken = verdict.mention, verdict.kind in ("speech", "document")
    if verdict.kind == "speech" and verdict.speaker:
        scene.voice = Voice(span.outer_end, verdict.speaker, mention)
    return QuoteSuggestion(
        span.start,
        span.end,
        scene.text[span.start : span.end],
        verdict.kind,
        (verdict.speaker or None) if spoken else None,
        mention[0].start if mention and spoken else None,
        mention[-1].end if mention and spoken else None,
        verdict.rule,
        CONFIDENCE[verdict.rule],
        names.actor(verdict.speaker) if spoken and verdict.speaker else "",
        verdict.others if spoken else (),
    )


def _headed(scene: Scene, place: int, found: list[QuoteSuggestion]) -> QuoteSuggestion:
    """Words of a headline or heading, with the speaker of the sentence that they are out of."""
    quote = found[place]
    headed = quote.rule in _HEADED or (quote.rule == "no cue" and scene.fills_paragraph(place))
    source = whole_of(quote.text, found) if headed else None
    if source is None:
        return quote
    heard = replace(quote, kind="speech", speaker=source.speaker, actor=source.actor)
    return replace(heard, rule="heading", confidence=CONFIDENCE["heading"])


def _verdict(scene: Scene, place: int) -> Verdict:
    orphan = scene.top[place].orphan
    half = scene.top[place].continues or (place > 0 and scene.top[place - 1].continues)
    led, followed = _right_before(scene, place), bool(scene.after(place))
    for rule in _UNCLOSED if orphan else _RULES[led, followed, half]:
        found = rule(scene, place)
        if found is not None:
            return of_paper(scene, found)
    return Verdict("orphan", "one mark") if orphan else _term(scene, place)


def _right_before(scene: Scene, place: int) -> str:
    """What of the sentence stands right before a quote: one of `_LEADS`."""
    before = scene.before(place)
    if not before:
        return ""
    last = before[-1]
    return "word" if last.is_word else last.text if last.text in _CUES else "stop"


def _inner(text: str, span: Span) -> QuoteSuggestion:
    kind, rule = ("orphan", "one mark") if span.orphan else ("term", "nested")
    words = text[span.start : span.end]
    return QuoteSuggestion(
        span.start, span.end, words, kind, None, None, None, rule, CONFIDENCE[rule]
    )


def _page(scene: Scene, place: int) -> Verdict | None:
    """Words of a menu, a headline or a heading."""
    span = scene.top[place]
    if span.paragraph in scene.page and not _has_source(scene, place):
        return Verdict(_kind_in_heading(scene, span), "page")
    paragraph = scene.paragraphs[span.paragraph]
    heading = is_heading(scene.masked, paragraph) and not scene.fills_paragraph(place)
    heading = heading and scene.ending(place) != "," and not _has_source(scene, place)
    if heading and not _ends_closed(scene, place):
        found = item(scene, place) or in_heading(scene, place)
        return found or Verdict(_kind_in_heading(scene, span), "heading")
    return None


def _has_source(scene: Scene, place: int) -> bool:
    """Whether a caption tells whose its words are: `Tolls are “too high”, according to Berg`."""
    return any(word.lower == "according" for word in scene.after(place)[:2])


def _kind_in_heading(scene: Scene, span: Span) -> str:
    words = scene.text[span.start : min(span.end, span.start + _HEAD)].split()
    return "term" if len(words) < 2 or words[0][0].islower() else "title"


def _ends_closed(scene: Scene, place: int) -> bool:
    """Whether the paragraph ends with a quote that ends with a stop, as a sentence may."""
    end = scene.paragraphs[scene.top[place].paragraph].end
    return any(stop in ".?!,…" for stop in scene.text[max(end - 2, 0) : end])


def _listed(scene: Scene, place: int) -> Verdict | None:
    """The next in a list of quotations: `“…”; “…” and “…”`."""
    if not scene.joined(place):
        return None
    words = scene.before(place)
    if _previous(scene).kind == "document" and len(words) <= _SHORT * 2 and _runs_on(words):
        previous = _previous(scene)
        return Verdict("document", "list", previous.mention, previous.speaker)
    if len(words) > 3 or any(w.is_word and w.lower not in _LIST_WORDS for w in words):
        return None
    previous = _previous(scene)
    if previous.kind == "speech" and scene.voice is not None:
        return Verdict("speech", "joined", scene.voice.mention, scene.voice.speaker)
    if previous.kind == "question":
        return Verdict("question", "list")
    if previous.kind in ("document", "term", "title", "summary"):
        return Verdict(previous.kind, "list", previous.mention, previous.speaker)
    return None


def _runs_on(words: list[Token]) -> bool:
    """Whether only small words stand between two quotations: `in return for`."""
    return all(word.is_word and not word.is_capital and word.lower not in _VERBS for word in words)


_LIST_WORDS = frozenset(("and", "or", "but", "as", "well", "that", "to"))


def _previous(scene: Scene) -> Verdict:
    return scene.verdicts[-1] if scene.verdicts else Verdict("term", "no cue")


def _more_of_it(scene: Scene, place: int) -> Verdict | None:
    """A whole sentence in quotes after one of a document, here or a paragraph before."""
    previous = _previous(scene)
    if previous.rule not in ("document speaks", "document goes on") or not place:
        return None
    back = scene.top[place].paragraph - scene.top[place - 1].paragraph
    near = back == 0 or (back == 1 and scene.fills_paragraph(place))
    if not near or not previous.mention or not _is_sentence(scene, place, shortest=1):
        return None
    return Verdict("document", "document goes on", previous.mention, previous.speaker)


def _following(scene: Scene, place: int) -> Verdict | None:
    """A whole sentence in quotes after one by a known speaker, here or a paragraph before."""
    voice = scene.voice
    if voice is None or not _is_sentence(scene, place, shortest=1):
        return None
    number = scene.top[place].paragraph
    after_title = _previous(scene).kind == "title" and voice.end > scene.paragraphs[number].start
    heard = _previous(scene).kind == "speech" or after_title  # `Berg said on “The Hour.” “No.”`
    if place and scene.top[place - 1].paragraph == number and heard:
        return Verdict("speech", "continuation", voice.mention, voice.speaker)
    near = number > 0 and voice.end >= scene.paragraphs[number - 1].start
    if near and _is_sentence(scene, place) and scene.fills_paragraph(place):
        return Verdict("speech", "continuation", voice.mention, voice.speaker)
    return None


def _unclosed(scene: Scene, place: int) -> Verdict | None:
    """A paragraph whose mark is never closed, after a sentence that somebody spoke."""
    fragment = place > 0 and scene.text[scene.top[place - 1].start].islower()
    return None if fragment else _following(scene, place)


def _nearest(scene: Scene, place: int) -> Verdict | None:
    """A whole sentence in quotes with no cue: the person last spoken of, if any."""
    return by_nearest(scene, place) if _is_sentence(scene, place) else None


def _fragment(scene: Scene, place: int) -> Verdict | None:
    """Part of a sentence, too long to be a term, or sentences within one."""
    span = scene.top[place]
    if length(scene, place) < LONG:
        return None
    if scene.text[span.start].islower():
        return by_subject(scene, place)
    if scene.ending(place) not in _STOPS:
        return None
    own = scene.text.startswith(FIRST_PERSON, span.start)
    if not own and not _NEXT.search(scene.text, span.start, span.end):
        return None
    voice, number = scene.voice, max(span.paragraph - 1, 0)
    if (
        first_named(scene.before(place))
        or voice is None
        or voice.end < scene.paragraphs[number].start
    ):
        return Verdict("speech", "long fragment")
    return Verdict("speech", "long fragment", voice.mention, voice.speaker)


def _term(scene: Scene, place: int) -> Verdict:
    span = scene.top[place]
    if scene.text[span.end - 1] == "?" and length(scene, place) >= LONG:
        return Verdict("question", "question")
    return item(scene, place) or Verdict("term", "no cue")


def _is_sentence(scene: Scene, place: int, shortest: int = 4) -> bool:
    """Whether the quote is a sentence or more, and none of another sentence."""
    span = scene.top[place]
    if scene.before(place):
        return False
    cut_off = span.end == span.outer_end >= len(scene.text) - 1
    closed = scene.text[span.end - 1] in ".?!…,—" or span.continues or cut_off
    return not scene.text[span.start].islower() and closed and length(scene, place) >= shortest


_Rule = Callable[[Scene, int], Verdict | None]
RULES: tuple[_Rule, ...] = (
    _page,
    _listed,
    capitals,
    paper,
    cue_after,
    authored_after,
    apposed_title,
    second_half,
    authored,
    named,
    enumerated,
    of_document_after,
    according_to,
    aside,
    script,
    attribute,
    described,
    cue_before,
    document_speaks,
    across,
    cue_later,
    parsed,
    beside_document,
    colon,
    first_half,
    paragraph_after,
    paragraph_before,
    _more_of_it,
    _following,
    _nearest,
    of_subject,
    first_person,
    _fragment,
)
"""In their order; what none of them speaks of is a term or a question."""
_CUES = (",", ":")
_LEADS = ("", "word", *_CUES, "stop")
"""What can stand right before a quote in its sentence: nothing, a word, a stop."""
_AFTER_WORDS: dict[_Rule, tuple[str, ...]] = {
    **dict.fromkeys((authored, named, enumerated, according_to), _LEADS[1:]),
    **dict.fromkeys((cue_before, beside_document), _LEADS[1:]),
    **dict.fromkeys((capitals, attribute, described, of_subject), ("word",)),
    **dict.fromkeys((script, colon), (":",)),
    **dict.fromkeys((aside, apposed_title), (",",)),
}
_BEFORE_WORDS: tuple[_Rule, ...] = (
    *(paper, cue_after, authored_after, of_document_after, cue_later),
)
_OF_HALVES: tuple[_Rule, ...] = (first_half, second_half)
_RULES = {
    (led, followed, half): tuple(
        rule
        for rule in RULES
        if led in _AFTER_WORDS.get(rule, _LEADS)
        and (followed or rule not in _BEFORE_WORDS)
        and (half or rule not in _OF_HALVES)
    )
    for led, followed, half in product(_LEADS, (True, False), (True, False))
}
"""Those that can speak by what stands right before a quote, and whether anything stands after it
in its sentence, and where the quote is one paragraph of a speech of several."""

_UNCLOSED: tuple[_Rule, ...] = (_page, _unclosed, paragraph_before)
"""The rules for a paragraph that opens with a mark and never closes it."""
