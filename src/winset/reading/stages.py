"""Everything reading proposes for a text, stage by stage; each stage reads the text once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from winset.dates import Edtf
from winset.reading.codebook import Codebook
from winset.reading.dating.days import days
from winset.reading.dating.timeline import Timeline
from winset.reading.happening.events import events
from winset.reading.happening.positions import Coder, Utterance
from winset.reading.happening.undertakings import undertakings
from winset.reading.people.actors import NameIndex
from winset.reading.people.foreign import foreign_states
from winset.reading.people.people import Cast, Named
from winset.reading.pieces.boilerplate import boilerplate
from winset.reading.pieces.parts import parts
from winset.reading.placing import placed
from winset.reading.speech.parsing import Parser
from winset.reading.speech.quotes import quotes, scene_of
from winset.reading.speech.reports import reports
from winset.reading.speech.turns import turns
from winset.reading.suggestions import (
    ActorSuggestion,
    EventSuggestion,
    KnownName,
    QuoteSuggestion,
    ReportSuggestion,
    Suggestions,
)
from winset.reading.text.evening import evened
from winset.reading.text.languages import language_of
from winset.reading.text.layout import Paragraph, paragraphs
from winset.reading.text.phrases import sentences_of

_NONE = Codebook()


def suggest(
    text: str,
    date: Edtf,
    names: Iterable[KnownName] | NameIndex = (),
    codebook: Codebook = _NONE,
    parser: Parser | None = None,
) -> Suggestions:
    """All that the rules find in a text published on `date`; `codebook` adds words of the case.

    An index of the names serves text after text. A `parser` finds more speakers; see `load_parser`.

    All of it is a proposal: nothing is changed in the text, and no rule raises on any text.

    >>> found = suggest('“No,” said Jane Roe.', Edtf.parse("2020"))
    >>> [(quote.text, quote.speaker, quote.rule) for quote in found.quotes]
    [('No,', 'Jane Roe', 'cue after')]
    """
    lines = paragraphs(text)
    even = evened(text, lines)
    index = names if isinstance(names, NameIndex) else NameIndex(names)
    if even is None:
        return _read(text, lines, date, index, codebook, parser)
    found = _read(even.text, paragraphs(even.text), date, index, codebook, parser)
    return placed(found, even, text)


def _read(
    text: str,
    blocks: tuple[Paragraph, ...],
    date: Edtf,
    index: NameIndex,
    codebook: Codebook,
    parser: Parser | None,
) -> Suggestions:
    """The stages one after another, over a text that is even."""
    language = language_of(text)
    page = boilerplate(text, blocks)
    skip = frozenset(page)
    pieces = parts(text, blocks, skip, date)
    scene, spans = scene_of(text, blocks, skip, roles(codebook), parser)
    said = quotes(scene, spans, index)
    dated = days(text, date, blocks, pieces, said)
    said = tuple(sorted([*said, *turns(scene, index)], key=lambda one: (one.start, -one.end)))
    sentences = sentences_of(text, scene.masked, blocks, skip)
    timeline = Timeline(dated, sentences)
    cast = Cast(scene.masked, scene.words, codebook.metonyms)
    known = index.find(text)
    named = _with_known(cast.mentions(), known, index)
    told = tuple(reports(scene, sentences, timeline, index))
    happened = tuple(events(scene, sentences, timeline, named, pieces, date))
    spoken = _utterances(said, told, happened, timeline, index)
    return Suggestions(
        parts=pieces,
        quotes=said,
        dates=dated,
        actors=known,
        boilerplate=tuple(page.values()),
        names=(*cast.suggestions(index), *foreign_states(text, language, index)),
        reports=told,
        events=happened,
        positions=tuple(_coder(codebook).positions(text, spoken)),
        undertakings=tuple(undertakings(scene, sentences, timeline, named)),
        language=language,
    )


def roles(codebook: Codebook) -> tuple[tuple[str, str], ...]:
    """The case's own verbs and titles, each with a common word that is read the same way."""
    verbs = ((verb.lower(), "said") for verb in codebook.speech_verbs)
    return (*verbs, *((title.lower(), "president") for title in codebook.titles))


def _with_known(
    cast: tuple[Named, ...], known: tuple[ActorSuggestion, ...], names: NameIndex
) -> tuple[Named, ...]:
    """Those named in a text, the case's own actors by the first of their names."""
    if not known:
        return cast
    mine = [Named(one.start, one.end, names.name_of(one.id), "actor") for one in known]
    ends = [one.end for one in mine]
    free = [one for one in cast if not _covered(one, mine, ends)]
    return tuple(sorted([*mine, *free], key=lambda one: (one.start, one.end)))


def _covered(one: Named, mine: list[Named], ends: list[int]) -> bool:
    place = bisect_right(ends, one.start)
    return place < len(mine) and mine[place].start < one.end


@lru_cache(maxsize=8)
def _coder(codebook: Codebook) -> Coder:
    return Coder(codebook)


def _utterances(
    said: tuple[QuoteSuggestion, ...],
    told: tuple[ReportSuggestion, ...],
    happened: tuple[EventSuggestion, ...],
    timeline: Timeline,
    index: NameIndex,
) -> Iterator[Utterance]:
    """Words with an owner: speeches, indirect speech, and deeds with their first participant."""
    starts = [report.start for report in told]
    for quote in said:
        if quote.kind == "speech" and quote.speaker and not _is_reported(quote, told, starts):
            day = timeline.day_of(quote.start, quote.end)
            edtf = day.edtf if day else ""
            yield Utterance(quote.start, quote.end, quote.speaker, quote.actor, edtf, "quote")
            for other in quote.others:
                yield Utterance(quote.start, quote.end, other, index.actor(other), edtf, "quote")
    for report in told:
        span, edtf = (report.start, report.end), report.edtf
        yield Utterance(*span, report.speaker, report.actor, edtf, "report")
        for other in report.others:
            yield Utterance(*span, other, index.actor(other), edtf, "report")
    for event in happened:
        apart = bisect_left(starts, event.start) == bisect_left(starts, event.end)
        if event.participants and apart and event.kind in ("proposal", "agreement", "statement"):
            actor = event.participants[0]
            yield Utterance(
                event.start, event.end, actor, index.actor(actor), event.edtf, event.kind
            )


def _is_reported(
    quote: QuoteSuggestion, told: tuple[ReportSuggestion, ...], starts: list[int]
) -> bool:
    """Whether a report by the same speaker holds a quotation: `she said it was “a wall”`."""
    number = bisect_right(starts, quote.start) - 1
    report = told[number] if number >= 0 else None
    return report is not None and quote.end <= report.end and quote.speaker == report.speaker
