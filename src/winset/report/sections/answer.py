"""The question and its answer in up to five sentences, each one a conclusion with its passages.

The sentences are tried in a fixed order of importance and the first five that the findings
allow are taken; suggestions that nobody has accepted yet never enter one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from winset.record.entries import Forecast, Undertaking
from winset.report.basis import Basis
from winset.report.blocks import Cite, Items, Jump, Paragraph, Prose, Section
from winset.report.counts import zone_size
from winset.report.evidence import is_suggested
from winset.report.findings import StableStates
from winset.report.ladders import ladder_words
from winset.report.sections.days import (
    acceptable,
    day_anchor,
    day_title,
    main_day,
    packages,
    possible,
)
from winset.report.sections.sizes import turn_words
from winset.report.sections.stable import concepts_of, firmest, state_name
from winset.report.words import (
    amount,
    counted,
    day_words,
    listed,
    number_word,
    package_words,
)
from winset.settlement.results import Opening, Settlement
from winset.settlement.win_sets.sweep import turns

_MOST = 5


def answer(basis: Basis) -> Section:
    """The answer, at the head of the report."""
    sentences = conclusions(basis)
    if not sentences:
        return Section("The answer", "answer", (Paragraph((_nothing(basis),), "note"),))
    return Section("The answer", "answer", (Items(sentences, ordered=True, style="answer"),))


def _nothing(basis: Basis) -> str:
    """Why nothing is concluded."""
    if basis.record.events or basis.record.statements:
        return "The record holds no positions and no model yet, so there is nothing to conclude."
    return "Nothing has been recorded yet, so there is nothing to conclude."


def conclusions(basis: Basis) -> tuple[Prose, ...]:
    """Up to five sentences, the most important first."""
    return tuple(islice(_sentences(basis), _MOST))


def _sentences(basis: Basis) -> Iterator[Prose]:
    if basis.findings.days:
        yield from _main_day(basis)
    yield from _over_time(basis)
    yield from _lasting(basis)
    yield from _kept(basis)
    yield from _foretold(basis)
    yield from _recorded(basis)


def _main_day(basis: Basis) -> Iterator[Prose]:
    day, settlement = main_day(basis)
    start: Prose = ("On " if day else "With ", Jump(day_title(day), day_anchor(day)))
    yield _zone(basis, start, settlement)
    if settlement.blocks:
        yield _block(basis, settlement)
    if settlement.openings:
        yield _opening(basis, settlement)
    if settlement.is_open:
        yield from _fair(basis, settlement)


def _zone(basis: Basis, start: Prose, settlement: Settlement) -> Prose:
    blocking = dict.fromkeys(line for block in settlement.blocks for line in block.lines)
    cite = _first_grounds(basis, tuple(blocking) or settlement.lines_in_force)
    of = possible(settlement)
    if settlement.is_open:
        many = f"{zone_size(settlement)} could be accepted by all"
        return (*start, f" a deal was possible: of {of}, {many}.", cite)
    none = "none was acceptable to all"
    return (
        *start,
        f" no deal was possible: of {of}, {acceptable(basis, settlement)}, but {none}.",
        cite,
    )


def _first_grounds(basis: Basis, lines: tuple[str, ...]) -> Cite:
    """The first passage (or source) of each line, enough to lead to it from a sentence."""
    cites = [basis.evidence.cite(*basis.grounds((line,))) for line in lines]
    passages = dict.fromkeys(key for cite in cites for key in cite.passages[:1])
    sources = dict.fromkeys(key for cite in cites for key in cite.sources[:1])
    return Cite(tuple(passages), tuple(sources))


def _block(basis: Basis, settlement: Settlement) -> Prose:
    block, count = settlement.blocks[0], len(settlement.blocks)
    many = f"{counted(count, 'block').capitalize()} stood in the way, the smallest being "
    start = "What blocked it was " if count == 1 else many
    cite = _first_grounds(basis, (*block.lines, *block.links))
    links = listed([f"“{basis.line_words(key)}”" for key in block.links])
    given = f", as long as {links} {'holds' if len(block.links) == 1 else 'hold'}" if links else ""
    return (start, *basis.block_words(block.lines), f"{given}.", cite)


def _opening(basis: Basis, settlement: Settlement) -> Prose:
    opening = settlement.openings[0]
    ties = sum(other.weight == opening.weight for other in settlement.openings) - 1
    also = f", as cheap as {counted(ties, 'other way', 'other ways')}" if ties else ""
    opened = f"open {packages(opening.opened)}" if opening.opened else "open a deal"
    return (
        "The cheapest way out was to give up ",
        *basis.line_jumps(opening.lines),
        f", at a weight of {amount(opening.weight)}{also}; it would {opened}.",
        _less(basis, opening),
        _first_grounds(basis, opening.lines),
    )


def _less(basis: Basis, opening: Opening) -> str:
    """How little would do in its place, where less than giving up does."""
    nearest = next(ladder_words(opening, basis.owner, basis.names), "")
    return f" Less would do. {nearest}" if nearest else ""


def _fair(basis: Basis, settlement: Settlement) -> Iterator[Prose]:
    cite = _first_grounds(basis, settlement.lines_in_force)
    for outcome in settlement.solutions.nash[:1]:
        worth = listed(
            [f"{amount(points)} to {basis.names.party(party)}" for party, points in outcome.points]
        )
        package = package_words(outcome.package, basis.names)
        yield (f"The fairest by Nash's rule was {package}, worth {worth}.", cite)
    if settlement.frontier:
        many = counted(len(settlement.frontier), "package").capitalize()
        yield (f"{many} could not be bettered for one side without loss to another.", cite)


def _over_time(basis: Basis) -> Iterator[Prose]:
    changes = basis.findings.changes
    if not changes:
        return
    moved = turns(changes)
    if not moved:
        state = "closed" if changes[0].zone == 0 else "open"
        day = Jump(day_words(changes[0].day), "winsets")
        cite = _first_grounds(basis, changes[0].begun)
        yield (f"The zone has been {state} throughout, from ", day, " on.", cite)
        return
    last = moved[-1]
    state, verb = ("open", "opened") if last.opened else ("closed", "closed")
    often = f"changed {number_word(len(moved))} times, last" if len(moved) > 1 else verb
    day = Jump(day_words(last.day), "winsets")
    cite = _first_grounds(basis, last.by or (*last.begun, *last.ended))
    cause = turn_words(basis, last)
    yield (f"The zone {often} on ", day, ", ", *cause, f"; it has been {state} since.", cite)


def _lasting(basis: Basis) -> Iterator[Prose]:
    states = basis.findings.stability
    if states is None:
        return
    labels = {state.id: state_name(state) for state in states.states}
    firm = [labels[key] for key in firmest(states) if key in labels]
    names = listed([f"“{name}”" for name in firm[:4]]) if len(firm) <= 4 else ""
    which = f" ({names})" if names else ""
    cite = _positions_on(basis, states)
    judged: Prose = (" (", Jump("preferences are judgements", "assumptions"), ")")
    least = "at least " if states.more else ""
    of = counted(states.count, "state")
    yield (
        f"Played move by move, {least}{number_word(len(firm))} of {of} ",
        Jump(f"{'lasts' if len(firm) == 1 else 'last'} in every sense", "stability"),
        f"{which}{_status_quo(states)}",
        *(() if cite.passages or cite.sources else judged),
        ".",
        cite,
    )


def _status_quo(states: StableStates) -> str:
    if not states.status_quo:
        return ""
    senses = concepts_of(states, states.status_quo)
    if len(senses) == len(states.equilibria):
        return "; the status quo is among them"
    return f"; the status quo lasts {f'only under {listed(senses)}' if senses else 'in no sense'}"


def _positions_on(basis: Basis, states: StableStates) -> Cite:
    """What the preferences rest on; where the model does not say, the demands on its issues."""
    stated = [key for one in states.model.preferences for key in one.because]
    if stated:
        return basis.evidence.cite(*stated)
    issues = {issue.id for issue in states.model.issues}
    lines = tuple(line.id for line in states.model.red_lines)
    own = [
        one.id
        for one in basis.record.statements
        if one.kind in ("red_line", "demand") and not is_suggested(one.origin)
    ]
    asked = [one for one in own if getattr(basis.evidence.entries[one], "issue", "") in issues]
    return basis.evidence.cite(*(asked or basis.grounds(lines)))


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
        "What became of ",
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
    rule = ""
    if score:
        baseline = f"{amount(score.baseline_value)} for the baseline"
        rule = f"; {score.of} score {amount(score.value)} against {baseline}"
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
