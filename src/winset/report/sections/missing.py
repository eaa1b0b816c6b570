"""What the case does not hold yet, said once."""

from __future__ import annotations

from winset.report.basis import Basis
from winset.report.blocks import Items, Section


def missing(basis: Basis, cited: tuple[str, ...]) -> Section | None:
    """A sentence for each kind of thing there is none of; None where nothing is missing."""
    record = basis.record
    positions = [one for one in record.statements if one.issue]
    none = (
        (record.documents or record.sources, "The case holds no documents yet."),
        (record.events, "No event has been recorded."),
        (positions, "No position has been recorded."),
        (record.undertakings, "No undertaking has been recorded."),
        (record.forecasts, "No forecast has been recorded."),
        (record.differences, "No differing accounts have been recorded."),
        (cited, "No conclusion of this report rests on a passage."),
    )
    sentences = tuple((sentence,) for found, sentence in none if not found)
    return Section("What is not recorded", "missing", (Items(sentences),)) if sentences else None
