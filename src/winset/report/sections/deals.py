"""What a deal would look like: the fair points, the frontier, and what any two sides share."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from winset.report.basis import Basis
from winset.report.blocks import Block, Figure, Folded, Row, Table
from winset.report.charts.frontier import Worth, frontier_chart
from winset.report.charts.overlaps import Shared, overlap_chart
from winset.report.words import amount, counted, figure, package_words
from winset.settlement.results import Outcome, Settlement

_SOLUTIONS = (
    ("nash", "Nash", "largest product of gains over no deal"),
    ("kalai_smorodinsky", "Kalai–Smorodinsky", "largest smallest share of the possible gain"),
    ("egalitarian", "Egalitarian", "largest smallest gain"),
    ("utilitarian", "Utilitarian", "largest sum"),
)
_SHORT = {"Kalai–Smorodinsky": "K–S"}
_LISTED = 24


def deals(basis: Basis, settlement: Settlement, anchor: str) -> Iterator[Block]:
    """The fair points as a table, and the frontier drawn and listed."""
    rows = tuple(
        _outcome(basis, f"{name}: {rule}", outcome)
        for field, name, rule in _SOLUTIONS
        for outcome in getattr(settlement.solutions, field)
    )
    if rows:
        yield Table("Fair points of the zone", ("Rule", "Package", "Worth"), rows, "solutions")
    if settlement.frontier:
        yield _frontier(basis, settlement, anchor)


def overlaps(basis: Basis, settlement: Settlement, anchor: str) -> Iterator[Block]:
    """What any two of three or more sides could both accept; of two, that is the zone."""
    if len(settlement.win_sets) < 3 or not settlement.overlaps:
        return
    place = {party: number for number, (party, _) in enumerate(settlement.win_sets)}
    names = [basis.names.party(party) for party in place]
    shared = [
        Shared(place[each.parties[0]], place[each.parties[1]], each.packages)
        for each in settlement.overlaps
    ]
    title = "Packages that two sides could both accept"
    sizes = [count for _, count in settlement.win_sets]
    rows = tuple(
        Row(((names[one.one],), (names[one.two],), (figure(one.packages),))) for one in shared
    )
    table = Table(title, ("Side", "And side", "Packages"), rows, "numbers")
    yield Figure(
        title,
        "A square is filled as far as the smaller win-set lies within the other; so is its share.",
        overlap_chart(names, sizes, shared, title),
        (table,),
        f"overlaps-{anchor}",
        summary="The same as a table",
    )


def _frontier(basis: Basis, settlement: Settlement, anchor: str) -> Block:
    """The frontier in a plane or on parallel axes; with one party alone there is none to draw."""
    head = ("No.", "Package", "Worth")
    front = tuple(
        _outcome(basis, str(place), outcome)
        for place, outcome in enumerate(islice(settlement.frontier, _LISTED), start=1)
    )
    table = Table("Packages no other beats for all", head, front, "solutions")
    title = f"The frontier: {counted(len(settlement.frontier), 'package')}"
    parties = [party for party, _ in settlement.frontier[0].points]
    if len(parties) < 2:
        return Folded(title, (table,))
    names = [basis.names.party(party) for party in parties]
    worths = [_worth(settlement, outcome) for outcome in settlement.frontier]
    return Figure(
        title,
        "Worth of each, on each party's own scale; fair points named (K–S: Kalai–Smorodinsky).",
        frontier_chart(names, worths, title, "The fair points are in the table above."),
        (table,),
        f"frontier-{anchor}",
        summary="The packages as a table",
    )


def _worth(settlement: Settlement, outcome: Outcome) -> Worth:
    """A point of the frontier with the rules of which some solution has this worth."""
    rules = tuple(
        _SHORT.get(name, name)
        for field, name, _ in _SOLUTIONS
        if any(one.points == outcome.points for one in getattr(settlement.solutions, field))
    )
    return Worth(tuple(float(points) for _, points in outcome.points), rules)


def _outcome(basis: Basis, rule: str, outcome: Outcome) -> Row:
    worth = "; ".join(
        f"{basis.names.party(party)} {amount(points)}" for party, points in outcome.points
    )
    return Row(((rule,), (package_words(outcome.package, basis.names),), (worth,)))
