"""What reading found in a document, as suggested entries of the record."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count

from winset.dates import Edtf
from winset.errors import Misuse
from winset.reading import (
    EventSuggestion,
    NameSuggestion,
    PositionSuggestion,
    QuoteSuggestion,
    ReportSuggestion,
    Suggestions,
    UndertakingSuggestion,
)
from winset.record.documents import Document, Passage
from winset.record.entries import Actor, Alias, Event, Origin, Statement, Status, Undertaking
from winset.record.kinds import Item
from winset.record.passages import make_passage, passage_id

RULES = "rules"
"""The name of the machine as an origin and in the journal."""
_LONGEST_NAME = 60
_LONGEST_ID = 100

Proposal = (
    QuoteSuggestion
    | ReportSuggestion
    | PositionSuggestion
    | EventSuggestion
    | UndertakingSuggestion
)


@dataclass(frozen=True, slots=True)
class Proposer:
    """One document with what was found in it, and the actors the case knows by name."""

    document: Document
    found: Suggestions
    actors: Mapping[str, str]
    """Ids by name, in lower case: names, aliases and the ids themselves."""
    by: str = RULES

    def items(self) -> tuple[Item, ...]:
        """Everything proposed, each item after what it rests on, each id once."""
        first: dict[str, Item] = {}
        for item in self._all():
            first.setdefault(item.id, item)
        return tuple(first.values())

    def _all(self) -> Iterator[Item]:
        for name in self.found.names:
            yield from self._new_name(name)
        for quote in self.found.quotes:
            if quote.kind == "speech":
                yield from self._quote(quote)
        for report in self.found.reports:
            yield from self._report(report)
        for position in self.found.positions:
            yield from self._position(position)
        ids = event_ids(self.document.id, self.found.events)
        for event, id_ in zip(self.found.events, ids, strict=True):
            yield from self._event(event, id_)
        for undertaking in self.found.undertakings:
            yield from self._undertaking(undertaking)

    def _new_name(self, name: NameSuggestion) -> Iterator[Item]:
        if name.name.casefold() in self.actors or not name.mentions:
            return
        place = make_passage(self.document, *name.mentions[0])
        known = [Alias(alias) for alias in name.aliases if alias != name.name]
        known += [Alias(name.role, "role")] if name.role else []
        kind = "government" if name.kind == "state" else name.kind
        id_ = actor_id(name.name)
        yield place
        yield Actor(id_, name.name, kind, aliases=tuple(known), because=(place.id,),
                    origin=self._origin(name.rule, name.confidence))  # fmt: skip

    def _quote(self, quote: QuoteSuggestion) -> Iterator[Item]:
        place = self._place(quote)
        yield place
        actor = yield from self._speaker(quote.speaker or "", quote.actor, quote, place)
        day = self._day("", quote.start)
        yield Statement(
            id=f"q:{place.id}",
            actor=actor,
            said=day,
            text=quote.text,
            speaker=quote.speaker or "",
            reporter=self._reporter,
            kind="quote" if quote.is_verbatim else "statement",
            reported=day,
            because=(place.id,),
            origin=self._origin(quote.rule, quote.confidence),
        )

    def _report(self, report: ReportSuggestion) -> Iterator[Item]:
        place = self._place(report)
        yield place
        actor = yield from self._speaker(report.speaker, report.actor, report, place)
        yield Statement(
            id=f"r:{place.id}",
            actor=actor,
            said=self._day(report.edtf, report.start),
            text=report.text,
            speaker=report.speaker,
            reporter=self._reporter,
            because=(place.id,),
            origin=self._origin(report.rule, report.confidence),
        )

    def _position(self, position: PositionSuggestion) -> Iterator[Item]:
        place = self._place(position)
        yield place
        actor = yield from self._speaker(position.actor, position.actor_id, position, place)
        yield Statement(
            id=f"p:{place.id}:{position.issue}"[:_LONGEST_ID],
            actor=actor,
            said=self._day(position.edtf, position.start),
            text=position.text,
            speaker=position.actor,
            reporter=self._reporter,
            issue=position.issue,
            option=position.option,
            stance=position.stance,
            because=(place.id,),
            note=f"cue: {position.cue}" if position.cue else "",
            origin=self._origin(position.rule, position.confidence),
        )

    def _event(self, event: EventSuggestion, id_: str) -> Iterator[Item]:
        place = self._place(event)
        yield place
        yield Event(
            id=id_,
            title=_title(event.text),
            date=self._day(event.edtf, event.start),
            kind=event.kind,
            text=event.text,
            basis=event.basis if event.edtf and event.basis else "inferred",
            place=event.place,
            participants=self._known(event.participants),
            because=(place.id,),
            origin=self._origin(event.rule, event.confidence),
        )

    def _undertaking(self, undertaking: UndertakingSuggestion) -> Iterator[Item]:
        place = self._place(undertaking)
        agreed = self._day(undertaking.agreed, undertaking.start)
        due = _date(undertaking.due)
        yield place
        yield Undertaking(
            id=f"u:{place.id}",
            text=undertaking.text,
            agreed=agreed,
            by=self._known(undertaking.by),
            due=due if due and due.last >= agreed.first else None,
            terms=undertaking.terms,
            because=(place.id,),
            origin=self._origin(undertaking.rule, undertaking.confidence),
        )

    def _speaker(
        self, name: str, known: str, proposal: Proposal, place: Passage
    ) -> Generator[Item, None, str]:
        """The id of who is named, "" for nobody; yields the actor where the case has none."""
        id_ = known or self.actors.get(name.casefold(), "")
        if id_ or not name:
            return id_
        id_ = actor_id(name)
        origin = self._origin(proposal.rule, proposal.confidence)
        yield Actor(id_, name, "person", because=(place.id,), origin=origin)
        return id_

    def _known(self, names: Sequence[str]) -> tuple[str, ...]:
        """The ids of those names that belong to an actor of the case or to one proposed here."""
        proposed = {one.name.casefold(): actor_id(one.name) for one in self.found.names}
        ids = (self.actors.get(one.casefold()) or proposed.get(one.casefold()) for one in names)
        return tuple(dict.fromkeys(one for one in ids if one))

    def _place(self, proposal: Proposal) -> Passage:
        return make_passage(self.document, proposal.start, proposal.end)

    def _day(self, edtf: str, start: int) -> Edtf:
        """The day that was found, else that of the part around, else the document's."""
        around = (part.date for part in self.document.parts if part.start <= start < part.end)
        return _date(edtf) or next((day for day in around if day), self.document.date)

    def _origin(self, rule: str, confidence: float) -> Origin:
        return Origin(self.by, rule, confidence, Status.SUGGESTED)

    @property
    def _reporter(self) -> str:
        return self.document.author or self.document.publisher


def event_ids(document: str, events: Iterable[EventSuggestion]) -> tuple[str, ...]:
    """The ids of a document's events: of several in one sentence the later by kind, or number."""
    ids: dict[str, None] = {}
    for event in events:
        id_ = f"e:{passage_id(document, event.start, event.end)}"
        kind = f"{id_}:{event.kind}"
        forms = chain((id_, kind), (f"{kind}-{number}" for number in count(2)))
        ids.setdefault(next(form for form in forms if form not in ids))
    return tuple(ids)


def names_of_actors(actors: Iterable[Actor]) -> dict[str, str]:
    """The ids of actors by every name they go by, in lower case."""
    ids: dict[str, str] = {}
    for actor in actors:
        for name in (actor.id, actor.name, *(alias.name for alias in actor.aliases)):
            ids.setdefault(name.casefold(), actor.id)
    return ids


def actor_id(name: str) -> str:
    """The id of somebody known by name only, the same for the same name.

    >>> actor_id("Jane A. Roe")
    'a:jane-a-roe'
    """
    return "a:" + ("-".join(re.findall(r"\w+", name.casefold()))[:_LONGEST_NAME] or "unnamed")


def _title(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 100 else words[:97].rsplit(" ", 1)[0] + " …"


def _date(edtf: str) -> Edtf | None:
    try:
        return Edtf.parse(edtf) if edtf else None
    except Misuse:
        return None
