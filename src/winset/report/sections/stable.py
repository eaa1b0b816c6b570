"""Which states last, in which sense, and how they are reached from the status quo."""

from __future__ import annotations

from collections.abc import Iterator

from winset.model import Model, mentioned
from winset.report.basis import Basis
from winset.report.blocks import (
    Block,
    Figure,
    Heading,
    Items,
    Paragraph,
    Prose,
    Row,
    Section,
    Styled,
    Table,
    in_words,
)
from winset.report.charts.graph import graph_chart
from winset.report.findings import Route, StableStates, State
from winset.report.markup import anchor
from winset.report.words import counted, listed, package_words, phrase, spaced

CONCEPTS = {
    "nash": ("Nash", "no party gains by a move of its own"),
    "gmr": ("GMR", "every gain of a party can be answered to its loss"),
    "smr": ("SMR", "the answer stands even when the party moves once more"),
    "seq": ("SEQ", "the answer is itself a gain for those who give it"),
    "sseq": ("SSEQ", "the answer is a gain for its givers, and the party cannot undo it"),
}
_GRAPH_STATES = 14


def stable(basis: Basis) -> Section | None:
    """States and concepts as a table, and the routes; None where no analysis was made."""
    states = basis.findings.stability
    if states is None:
        return None
    return Section("Which states last", "stability", tuple(_blocks(basis, states)))


def concept_name(concept: str) -> str:
    """A concept by its usual short name."""
    return CONCEPTS.get(concept, (concept, ""))[0]


def lasting(states: StableStates) -> tuple[str, ...]:
    """Ids of the states that are an equilibrium under some concept, in the order of the states."""
    stable_ids = {key for _, keys in states.equilibria for key in keys}
    return tuple(state.id for state in states.states if state.id in stable_ids)


def firmest(states: StableStates) -> tuple[str, ...]:
    """The states that are an equilibrium under every concept, in the order of the states."""
    return tuple(
        key for key in lasting(states) if all(key in keys for _, keys in states.equilibria)
    )


def state_name(state: State) -> str:
    """What a state is called in a sentence."""
    return spaced(state.label or state.id)


def concepts_of(states: StableStates, key: str) -> tuple[str, ...]:
    """The concepts under which a state is an equilibrium."""
    return tuple(concept_name(concept) for concept, keys in states.equilibria if key in keys)


def _blocks(basis: Basis, states: StableStates) -> Iterator[Block]:
    title = f" of “{states.model.title}”" if states.model.title else ""
    many = counted(len(lasting(states)) + states.more, "is", "are")
    cut = (
        f" The table leaves {counted(states.more, 'of them', 'of them')} out."
        if states.more
        else ""
    )
    yield Paragraph(
        (
            f"Of the {counted(states.count, 'state')}{title}, "
            f"{many} stable for every party in some sense.{cut}",
        )
    )
    named = [concept for concept, _ in states.equilibria if concept in CONCEPTS]
    yield Items(
        tuple((Styled(CONCEPTS[key][0], "strong"), f": {CONCEPTS[key][1]}.") for key in named),
        style="terms",
    )
    yield _table(basis, states)
    yield from _preferences(basis, states.model)
    yield Heading("Paths from the status quo", "paths")
    if not states.routes:
        yield Paragraph(("No legal moves lead from the status quo to a stable state.",), "note")
        return
    if len(states.states) <= _GRAPH_STATES and any(route.moves for route in states.routes):
        yield _graph(basis, states)
        return
    yield Items(tuple(_route(basis, states, route) for route in states.routes), style="routes")


def _table(basis: Basis, states: StableStates) -> Table:
    concepts = tuple(concept for concept, _ in states.equilibria)
    rows = tuple(_row(basis, states, state, concepts) for state in states.states)
    head = ("State", "What holds", *map(concept_name, concepts))
    return Table(
        "States and the senses in which they are stable for every party", head, rows, "states"
    )


def _row(basis: Basis, states: StableStates, state: State, concepts: tuple[str, ...]) -> Row:
    held = dict(states.equilibria)
    quo: Prose = (" ", Styled("status quo", "soft")) if state.id == states.status_quo else ()
    marks = tuple(("✓ stable",) if state.id in held[key] else ("–",) for key in concepts)
    what = _held(basis, states.model, state)
    return Row(((state_name(state), *quo), (what or state.id,), *marks), anchor("state", state.id))


def _held(basis: Basis, model: Model, state: State) -> str:
    """The options of a state; of one that stands for several, only what is true of them all."""
    named = dict(model.states.names).get(state.id)
    if named is not None and model.states.same and len(mentioned(named)) < len(model.issues):
        return phrase(named, basis.names)
    return package_words(state.options, basis.names)


def _preferences(basis: Basis, model: Model) -> Iterator[Block]:
    """The statements by which each party orders states, and what they are read from."""
    ordered = [one for one in model.preferences if one.order]
    if not ordered:
        return
    rows = tuple(
        Row(
            (
                (basis.names.party(one.party),),
                ("; ".join(phrase(statement, basis.names) for statement in one.order),),
                (basis.evidence.cite(*one.because),),
            )
        )
        for one in ordered
    )
    yield Table(
        "What each party prefers, the most important first",
        ("Party", "Statements", "Read from"),
        rows,
        "preferences",
    )


def _route(basis: Basis, states: StableStates, route: Route) -> Prose:
    labels = {state.id: state_name(state) for state in states.states}
    end = Styled(labels.get(route.end, route.end), "strong")
    if not route.moves:
        return (end, ": the status quo itself.")
    steps = "; ".join(
        f"{listed([basis.names.party(mover) for mover in move.movers])} "
        f"{'moves' if len(move.movers) == 1 else 'agree to move'} to "
        f"“{labels.get(move.end, move.end)}”"
        for move in route.moves
    )
    gain = " Every mover gains by its own move." if route.improving else ""
    return (end, f" in {counted(len(route.moves), 'move')}: {steps}.{gain}")


def _graph(basis: Basis, states: StableStates) -> Figure:
    title = "Moves from the status quo to the stable states"
    described = " ".join(
        in_words(_route(basis, states, route)) for route in states.routes if route.moves
    )
    moves = dict.fromkeys(
        (move.start, move.end, listed([basis.names.party(mover) for mover in move.movers]))
        for route in states.routes
        for move in route.moves
    )
    held = set(lasting(states))
    nodes = tuple((state.id, state_name(state), state.id in held) for state in states.states)
    routes = tuple(_route(basis, states, route) for route in states.routes)
    return Figure(
        title,
        "Shortest legal sequences only; double rings are stable for every party in some sense.",
        graph_chart(nodes, tuple(moves), states.status_quo, title, described),
        (Items(routes),),
        "figure-paths",
        unfolded=True,
    )
