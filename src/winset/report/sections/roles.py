"""Whose consent decides nothing on a day, and what each red line does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from winset.report.basis import Basis
from winset.report.blocks import Block, Folded, Paragraph, Row, Table
from winset.report.words import counted, figure, listed, number_word
from winset.settlement.results import LineRole, Settlement

_LISTED = 40


def absorbed(basis: Basis, settlement: Settlement) -> Iterator[Block]:
    """The parties whose consent decides nothing, where that of others does."""
    names = [basis.names.party(party) for party in settlement.absorbed]
    if 0 < len(names) < len(settlement.win_sets):
        yield Paragraph((absorbed_words(names, settlement.is_open),))


def absorbed_words(names: Sequence[str], is_open: bool) -> str:
    """A sentence on absorbed parties, by their names."""
    if not is_open:
        which = names[0] if len(names) == 1 else f"any one of {listed(names)}"
        return f"Even without {which} the others could agree on nothing."
    if len(names) == 1:
        return f"{names[0]} accepts whatever all the others accept: its consent decides nothing."
    return (
        f"{listed(names)} each accept whatever all the others accept: the consent of any one of "
        "them decides nothing."
    )


def roles(basis: Basis, settlement: Settlement) -> Iterator[Block]:
    """In how many blocks each line stands, and what giving it up alone would add."""
    telling = telling_roles(settlement)
    if not telling:
        return
    head = ("Red line", "Blocks it stands in", "Packages its end alone would add")
    rows = tuple(
        Row((basis.line_jump(one.line), (figure(one.blocks),), (added(one.adds),)))
        for one in telling[:_LISTED]
    )
    table = Table("What each red line does", head, rows, "openings")
    most = most_telling(settlement)
    summary = f"What each red line does{f': {_most(basis, most, settlement)}' if most else ''}"
    notes = (Paragraph((one,), "note") for one in rest_words(settlement, len(rows)))
    yield Folded(summary, (table, *notes), printed=False)


def telling_roles(settlement: Settlement) -> tuple[LineRole, ...]:
    """The lines that stand in a block or keep packages out, those that do most first."""
    telling = [one for one in settlement.lines if one.blocks or one.adds]
    return tuple(sorted(telling, key=lambda one: (-one.blocks, -(one.adds or 0))))


def most_telling(settlement: Settlement) -> LineRole | None:
    """The line that does most, where it stands in several blocks or the zone is open."""
    telling = telling_roles(settlement)
    if not telling or (not settlement.is_open and telling[0].blocks < 2):
        return None
    return telling[0]


def added(adds: int | None) -> str:
    """How many packages giving up a line alone would add to the zone."""
    return "none" if adds == 0 else figure(adds)


def rest_words(settlement: Settlement, shown: int) -> Iterator[str]:
    """Sentences on the lines that a list of the `shown` most telling ones leaves out."""
    telling = telling_roles(settlement)
    if len(telling) > shown:
        yield f"{counted(len(telling) - shown, 'more line')} do less.".capitalize()
    idle = len(settlement.lines) - len(telling)
    if not idle:
        return
    counts = all(one.adds is not None for one in settlement.lines)
    alone = " and keep nothing out alone" if counts else ""
    if idle == 1:
        alone = alone.replace("keep", "keeps")
        yield f"The other line in force stands in no block listed{alone}."
    else:
        yield f"The other {number_word(idle)} lines in force stand in no block listed{alone}."


def _most(basis: Basis, most: LineRole, settlement: Settlement) -> str:
    name = f"“{basis.line_words(most.line)}” ({basis.owner(most.line)})"
    if not settlement.is_open:
        return f"{name} stands in {counted(most.blocks, 'block')} of {len(settlement.blocks)}"
    return f"without {name} there would be {figure(most.adds)} packages more"
