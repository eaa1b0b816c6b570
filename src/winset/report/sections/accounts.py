"""Two accounts of one thing, side by side."""

from __future__ import annotations

from collections.abc import Iterator

from winset.record.entries import Difference
from winset.report.basis import Basis, entry_anchor, standing_mark
from winset.report.blocks import Block, Heading, Paragraph, Prose, Section, Sides, Styled


def accounts(basis: Basis) -> Section | None:
    """Every difference with its accounts; none is put above the other."""
    title, own = "Two accounts, side by side", basis.record.differences
    if not own:
        return None
    return Section(title, "accounts", tuple(block for one in own for block in _one(basis, one)))


def _one(basis: Basis, difference: Difference) -> Iterator[Block]:
    yield Heading(difference.about, entry_anchor(difference))
    sides: list[tuple[Prose, Prose]] = []
    for place, account in enumerate(difference.accounts):
        cite = basis.evidence.cite(*account.because, *account.sources)
        head = basis.names.actor(account.by) if account.by else f"Account {'ABCDEFGH'[place % 8]}"
        sides.append(((Styled(head, "strong"),), (account.text, cite)))
    yield Sides(tuple(sides))
    own = basis.evidence.cite(*difference.because, *difference.sources)
    resolution: Prose = (f"What the analyst makes of it: {difference.resolution}",)
    mark = standing_mark(difference.origin)
    if difference.resolution or mark or own.passages or own.sources:
        rests: Prose = ("Rests on", own) if not difference.resolution else (*resolution, own)
        yield Paragraph((*rests, *mark), "note")
