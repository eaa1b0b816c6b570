"""Who said what on no issue of its own: quotations and reported words, by day."""

from __future__ import annotations

from winset.record.entries import Statement
from winset.report.basis import Basis, entry_anchor, standing_mark
from winset.report.blocks import Prose, Row, Section, Table
from winset.report.evidence import is_suggested
from winset.report.sections.positions import who
from winset.report.words import date_words


def said(basis: Basis) -> Section | None:
    """The statements that are no position, in the order of their days; None without any."""
    spoken = sorted(
        (one for one in basis.record.statements if not one.issue),
        key=lambda one: (one.said.first, one.id),
    )
    if not spoken:
        return None
    rows = tuple(_row(basis, one) for one in spoken)
    head = ("Day", "Who", "What was said")
    return Section(
        "Who said what",
        "said",
        (Table("Statements in the order of their days", head, rows, "said"),),
    )


def _row(basis: Basis, statement: Statement) -> Row:
    words = f"“{statement.text}”" if statement.kind == "quote" else statement.text
    cells: tuple[Prose, ...] = (
        (date_words(statement.said),),
        who(basis, statement),
        (words, *standing_mark(statement.origin), basis.evidence.cite(statement.id)),
    )
    return Row(cells, entry_anchor(statement), is_suggested(statement.origin))
