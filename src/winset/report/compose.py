"""Findings → the report's blocks, section by section; the same for every writer."""

from __future__ import annotations

from winset.report.basis import Basis
from winset.report.blocks import Report, citations
from winset.report.sections.accounts import accounts
from winset.report.sections.answer import answer
from winset.report.sections.chronology import chronology
from winset.report.sections.days import days
from winset.report.sections.followup import forecasts, undertakings
from winset.report.sections.judgements import judgements
from winset.report.sections.lines import lines
from winset.report.sections.missing import missing
from winset.report.sections.places import places
from winset.report.sections.positions import positions
from winset.report.sections.references import passages, sources
from winset.report.sections.said import said
from winset.report.sections.sizes import sizes
from winset.report.sections.stable import stable
from winset.report.sharing import sharing_words
from winset.report.words import counted

_SECTIONS = (
    answer,
    chronology,
    positions,
    said,
    sizes,
    days,
    lines,
    stable,
    undertakings,
    forecasts,
    accounts,
    places,
)


def compose(basis: Basis) -> Report:
    """The whole report; sections that a case has nothing for are left out."""
    written = tuple(part for section in _SECTIONS if (part := section(basis)))
    cites = tuple(citations(written))
    cited = tuple(dict.fromkeys(key for cite in cites for key in cite.passages))
    works = dict.fromkeys(key for cite in cites for key in cite.sources)
    known = tuple(dict.fromkeys((*works, *basis.evidence.sources)))
    ends = (passages(basis, cited), sources(basis, known), missing(basis, cited))
    return Report(
        basis.record.title or "Untitled case",
        basis.record.question,
        _basis_line(basis),
        sharing_words(basis.findings.sharing),
        (*written, *(part for part in ends if part), judgements(basis)),
        cited,
        known,
    )


def _basis_line(basis: Basis) -> str:
    record = basis.record
    positions = sum(1 for one in record.statements if one.issue)
    parts = [
        counted(len(record.documents), "document"),
        counted(len(record.sources), "published source"),
        counted(len(record.events), "event"),
        counted(positions, "position"),
    ]
    if others := len(record.statements) - positions:
        parts.append(counted(others, "other statement" if positions else "statement"))
    if basis.lines:
        parts.append(counted(len(basis.lines), "line of the model", "lines of the model"))
    return (
        f"Rests on {', '.join(parts)}. Numbers in brackets lead to the passage a sentence rests on."
    )
