"""How much each side could accept, from day to day."""

from __future__ import annotations

from winset.report.basis import Basis
from winset.report.blocks import Figure, Inline, Paragraph, Row, Section, Table
from winset.report.charts.steps import Series, steps_chart
from winset.report.words import counted, day_words, figure
from winset.settlement.results import Change

_NOTE = (
    "A win-set is the number of packages a side could accept and carry at home; the zone is what "
    "lies in all of them. Steps are equally wide whatever the days between them, the scale is "
    "logarithmic, zero stands on a line of its own, and shading marks the days without a zone."
)


def sizes(basis: Basis) -> Section | None:
    """Win-sets and zone over time, as steps and as a table; None where there is no model."""
    changes = basis.findings.changes
    if basis.findings.model is None:
        return None
    if not changes:
        none = Paragraph(
            ("No line of the model begins or ends on a day: nothing changes.",), "note"
        )
        return Section("Win-sets and zone over time", "winsets", (none,))
    title = "Packages acceptable to each side, and to all"
    figure_ = Figure(
        title,
        _NOTE,
        steps_chart(
            _series(basis), [_short(change) for change in changes], title, _spoken(changes)
        ),
        (_table(basis),),
        "figure-winsets",
        "The sizes as a table, with what changed",
    )
    return Section(
        "Win-sets and zone over time", "winsets", (Paragraph((_spoken(changes),)), figure_)
    )


def openings_and_closings(changes: tuple[Change, ...]) -> tuple[tuple[Change, bool], ...]:
    """The changes on which the zone opened (True) or closed (False); the first counts as one."""
    found: list[tuple[Change, bool]] = []
    for change in changes:
        if change.zone is not None and (not found or found[-1][1] != (change.zone > 0)):
            found.append((change, change.zone > 0))
    return tuple(found)


def _series(basis: Basis) -> tuple[Series, ...]:
    changes = basis.findings.changes
    parties = tuple(dict.fromkeys(party for change in changes for party, _ in change.win_sets))
    sizes_by_day = [dict(change.win_sets) for change in changes]
    return (
        *(
            Series(basis.names.party(party), tuple(sizes.get(party) for sizes in sizes_by_day))
            for party in parties
        ),
        Series("Zone: all sides", tuple(change.zone for change in changes), main=True),
    )


def _short(change: Change) -> str:
    return change.day.isoformat()


def _spoken(changes: tuple[Change, ...]) -> str:
    turns = openings_and_closings(changes)
    if not turns:
        return "The size of the zone could not be counted on any of the days."
    parts = [
        f"{'open' if is_open else 'closed'} from {day_words(change.day)}"
        for change, is_open in turns
    ]
    days = counted(len(changes), "day")
    return f"The lines change on {days}. The zone of agreement is {', '.join(parts)}."


def _table(basis: Basis) -> Table:
    series = _series(basis)
    head = ("Day", "Begins", "Ends", *(one.label for one in series), "All packages")
    rows = tuple(
        Row(
            (
                (day_words(change.day),),
                _lines(basis, change.begun),
                _lines(basis, change.ended),
                *((figure(one.values[place]),) for one in series),
                (figure(change.packages),),
            )
        )
        for place, change in enumerate(basis.findings.changes)
    )
    return Table("Sizes from each day on", head, rows, "sizes")


def _lines(basis: Basis, keys: tuple[str, ...]) -> tuple[Inline, ...]:
    return basis.line_jumps(keys) or ("–",)
