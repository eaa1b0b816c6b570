"""What happened, in order."""

from __future__ import annotations

from winset.record.entries import Event
from winset.report.basis import Basis, entry_anchor, standing_mark
from winset.report.blocks import Figure, Inline, Row, Section, Styled, Table
from winset.report.charts.timeline import Happening, timeline_chart
from winset.report.evidence import is_suggested
from winset.report.words import counted, date_words, listed

_BASES = {"inferred": "day inferred", "recalled": "day recalled, not checked"}


def chronology(basis: Basis) -> Section | None:
    """The timeline as a drawing and as a table; None where no event is recorded."""
    events = tuple(sorted(basis.record.events, key=lambda event: (event.date.first, event.id)))
    if not events:
        return None
    years = dict.fromkeys(event.date.first.year for event in (events[0], events[-1]))
    title = f"{counted(len(events), 'event').capitalize()}, {' to '.join(map(str, years))}"
    figure = Figure(
        title,
        "One mark for each event, by year; only years with events are shown, and ⋯ marks the "
        "years left out. ■ agreements and events that red lines rest on, written out where there "
        "is room; ● all others.",
        timeline_chart(_happenings(basis, events), title, _spoken(events)),
        (_table(basis, events),),
        "figure-timeline",
        "All events, with their evidence",
    )
    return Section("Timeline", "timeline", (figure,))


def _happenings(basis: Basis, events: tuple[Event, ...]) -> tuple[Happening, ...]:
    key_events = {key for line in basis.lines.values() for key in line.because}
    key_events.update(agreement.event for agreement in basis.record.agreements)
    return tuple(
        Happening(
            event.title,
            event.date.first.year,
            date_words(event.date),
            entry_anchor(event),
            event.id in key_events or event.kind == "agreement",
            is_suggested(event.origin),
        )
        for event in events
    )


def _spoken(events: tuple[Event, ...]) -> str:
    first, last = events[0], events[-1]
    return (
        f"From {date_words(first.date)} ({first.title}) to {date_words(last.date)} ({last.title}). "
        "The table below lists every event."
    )


def _table(basis: Basis, events: tuple[Event, ...]) -> Table:
    rows = tuple(_row(basis, event) for event in events)
    return Table(
        "Events in the order of their days", ("Day", "What happened", "Who"), rows, "events"
    )


def _row(basis: Basis, event: Event) -> Row:
    doubt = _BASES.get(event.basis, "" if event.basis == "stated" else event.basis)
    day: tuple[Inline, ...] = (date_words(event.date),)
    what: tuple[Inline, ...] = (
        Styled(event.title, "strong"),
        f" {event.text}" if event.text else "",
        *((" ", Styled(f"({doubt})", "soft")) if doubt else ()),
        *standing_mark(event.origin),
        basis.evidence.cite(event.id),
    )
    who = listed([basis.names.actor(key) for key in event.participants])
    where = f"{who}; {event.place}" if who and event.place else who or event.place
    return Row((day, what, (where,)), entry_anchor(event), is_suggested(event.origin))
