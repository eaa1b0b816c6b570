"""The question and its answer in up to five sentences, each one a conclusion with its passages.

The sentences are tried in a fixed order of importance and the first five that the findings
allow are taken; suggestions that nobody has accepted yet never enter one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from winset.record.entries import Forecast, Undertaking
from winset.report.basis import Basis
from winset.report.blocks import Inline, Items, Jump, Paragraph, Prose, Section
from winset.report.evidence import is_suggested
from winset.report.sections.days import day_anchor, opening_words
from winset.report.sections.sizes import openings_and_closings
from winset.report.sections.stable import concepts_of, lasting
from winset.report.words import amount, counted, day_words, figure, listed, package_words
from winset.settlement.results import Settlement

_MOST = 5


def answer(basis: Basis) -> Section:
    """The answer, at the head of the report."""
    sentences = conclusions(basis)
    if not sentences:
        none = Paragraph(
            ("Nothing has been recorded yet, so there is nothing to conclude.",), "note"
        )
        return Section("The answer", "answer", (none,))
    return Section("The answer", "answer", (Items(sentences, ordered=True, style="answer"),))


def conclusions(basis: Basis) -> tuple[Prose, ...]:
    """Up to five sentences, the most important first."""
    return tuple(islice(_sentences(basis), _MOST))


def _sentences(basis: Basis) -> Iterator[Prose]:
    if basis.findings.days:
        yield from _last_day(basis)
    yield from _over_time(basis)
    yield from _lasting(basis)
    yield from _kept(basis)
    yield from _foretold(basis)
    yield from _recorded(basis)


def _last_day(basis: Basis) -> Iterator[Prose]:
    day, settlement = basis.findings.days[-1]
    where = Jump(day_words(day), day_anchor(day))
    yield _zone(basis, where, settlement)
    if settlement.blocks:
        yield _block(basis, settlement)
    if settlement.openings:
        yield _opening(basis, settlement)
    if settlement.is_open:
        yield from _fair(basis, settlement)


def _zone(basis: Basis, where: Jump, settlement: Settlement) -> Prose:
    sides = listed(
        [f"{figure(count)} to {basis.names.party(party)}" for party, count in settlement.win_sets]
    )
    of = f" of the {counted(settlement.packages, 'possible package')}"
    lines = dict.fromkeys(line for block in settlement.blocks for line in block.lines)
    first = (
        basis.evidence.cite(*_first_grounds(basis, tuple(lines or settlement.lines_in_force))),
    )
    if settlement.is_open:
        zone = counted(settlement.zone, "package")
        return ("On ", where, f" a deal was possible: {zone}{of} could be accepted by all.", *first)
    return (
        "On ", where, f" no deal was possible:{of} {sides} were acceptable, but none to all at once.",
        *first,
    )  # fmt: skip


def _first_grounds(basis: Basis, lines: tuple[str, ...]) -> tuple[str, ...]:
    """The first passage of each line, enough to lead to it from a sentence."""
    cites = (basis.evidence.cite(*basis.lines[key].because) for key in lines if key in basis.lines)
    return tuple(key for cite in cites for key in (*cite.passages[:1], *cite.sources[:1]))


def _block(basis: Basis, settlement: Settlement) -> Prose:
    block, count = settlement.blocks[0], len(settlement.blocks)
    parts: list[Inline] = []
    for key in block.lines:
        parts += [" against "] if parts else []
        parts += basis.line_jump(key)
    start = (
        "What blocked it is "
        if count == 1
        else f"{counted(count, 'block').capitalize()} stood in the way, the smallest being "
    )
    return (start, *parts, ".", basis.evidence.cite(*_all_grounds(basis, block.lines)))


def _all_grounds(basis: Basis, lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key for line in lines if line in basis.lines for key in basis.lines[line].because)


def _opening(basis: Basis, settlement: Settlement) -> Prose:
    opening = settlement.openings[0]
    ties = sum(other.weight == opening.weight for other in settlement.openings) - 1
    also = f", as cheap as {counted(ties, 'other opening')}" if ties else ""
    deal = (
        f" (for example {package_words(opening.example, basis.names)})" if opening.example else ""
    )
    opened = (
        f" would open {counted(opening.opened, 'package')}{deal}"
        if opening.opened
        else " would open a deal"
    )
    return (
        "The cheapest way out: giving up ",
        *opening_words(basis, opening),
        f"{opened}, at a weight of {amount(opening.weight)}{also}.",
        basis.evidence.cite(*_all_grounds(basis, opening.lines)),
    )


def _fair(basis: Basis, settlement: Settlement) -> Iterator[Prose]:
    cite = basis.evidence.cite(*_first_grounds(basis, settlement.lines_in_force))
    for outcome in settlement.solutions.nash[:1]:
        worth = listed(
            [f"{amount(points)} to {basis.names.party(party)}" for party, points in outcome.points]
        )
        package = package_words(outcome.package, basis.names)
        yield (f"The fairest by Nash's rule is {package}, worth {worth}.", cite)
    if settlement.frontier:
        many = counted(len(settlement.frontier), "package")
        yield (
            f"{many.capitalize()} of the zone could not be bettered for one side without loss to another.",
            cite,
        )


def _over_time(basis: Basis) -> Iterator[Prose]:
    turns = openings_and_closings(basis.findings.changes)
    if not turns:
        return
    change, is_open = turns[-1]
    never = len(turns) == 1
    start = (
        "On every day looked at the zone was "
        if never
        else f"The zone opened or closed {counted(len(turns) - 1, 'time')}; since "
    )
    parts: list[Inline] = [start]
    if never:
        parts += ["open" if is_open else "closed", f", from {day_words(change.day)} on."]
        yield (*parts, basis.evidence.cite(*_first_grounds(basis, change.begun)))
        return
    moved = change.ended if is_open else change.begun
    verb = ("ended", "opened") if is_open else ("came into force", "closed")
    parts += [
        Jump(day_words(change.day), "winsets"),
        f" it has been {verb[1] if False else ('open' if is_open else 'closed')}",
    ]
    for place, key in enumerate(moved[:2]):
        parts += [", when " if place == 0 else " and ", *basis.line_jump(key)]
    parts += [f" {verb[0]}." if moved else "."]
    yield (*parts, basis.evidence.cite(*_all_grounds(basis, moved[:2])))


def _lasting(basis: Basis) -> Iterator[Prose]:
    states = basis.findings.stability
    if states is None:
        return
    held, quo = lasting(states), states.status_quo
    count = f"{counted(len(held), 'state')} of {figure(states.count)} {'lasts' if len(held) == 1 else 'last'}"
    senses = listed(concepts_of(states, quo)) if quo else ""
    now = ""
    if quo:
        now = (
            f"; the status quo is stable for all ({senses})"
            if senses
            else "; the status quo is not among them"
        )
    reached = [route for route in states.routes if route.moves]
    ways = f", and {len(reached)} can be reached from it" if reached else ""
    yield (
        "Played move by move, ",
        Jump(count, "stability"),
        f" in some sense{now}{ways}.",
        basis.evidence.cite(*_first_grounds(basis, tuple(basis.lines))),
    )


def _kept(basis: Basis) -> Iterator[Prose]:
    own: tuple[Undertaking, ...] = tuple(
        one for one in basis.record.undertakings if not is_suggested(one.origin)
    )
    if not own:
        return
    tally: dict[str, int] = {}
    for one in own:
        outcome = one.outcome or "open"
        tally[outcome] = tally.get(outcome, 0) + 1
    parts = listed([f"{count} {outcome}" for outcome, count in tally.items()])
    yield (
        "Of ",
        Jump(counted(len(own), "undertaking"), "undertakings"),
        f": {parts}.",
        basis.evidence.cite(*(one.id for one in own)),
    )


def _foretold(basis: Basis) -> Iterator[Prose]:
    own: tuple[Forecast, ...] = tuple(
        one for one in basis.record.forecasts if not is_suggested(one.origin)
    )
    if not own:
        return
    told = [one for one in own if one.resolution and one.resolution.outcome is not None]
    true = sum(bool(one.resolution and one.resolution.outcome) for one in told)
    score = basis.findings.scores[0] if basis.findings.scores else None
    rule = (
        f"; {score.of} score {amount(score.value)} against {amount(score.baseline_value)} for the baseline"
        if score
        else ""
    )
    yield (
        "Of ",
        Jump(counted(len(own), "forecast"), "forecasts"),
        f", {len(told)} can be told true or false and {true} came true{rule}.",
        basis.evidence.cite(*(one.id for one in own)),
    )


def _recorded(basis: Basis) -> Iterator[Prose]:
    record = basis.record
    spoken = [one for one in record.statements if not is_suggested(one.origin) and one.issue]
    if spoken:
        actors = counted(len(dict.fromkeys(one.actor for one in spoken)), "actor")
        yield (
            f"{actors.capitalize()} took ",
            Jump(counted(len(spoken), "position"), "positions"),
            ".",
            basis.evidence.cite(*(one.id for one in spoken)),
        )
    for one in record.differences[:1]:
        many = counted(len(record.differences), "thing")
        cite = basis.evidence.cite(*(each.id for each in record.differences))
        yield (f"Of {many} there are differing accounts, the first being: {one.about}.", cite)
