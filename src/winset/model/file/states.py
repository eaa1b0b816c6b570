"""`[states]` and `[graph]`: which states there are, and what they are called."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from winset.model.file.expressions import expression_of, read_expressions
from winset.model.file.tables import Faults, Table, read_titles, without_doubles
from winset.model.issues import Issue
from winset.model.model import Graph, StateRules
from winset.model.names import composed
from winset.model.naming import is_state_name, options_of
from winset.model.vocabulary import checked_expression
from winset.model.wording import shown

_NAME = "text without quotes, '>', '~' or line breaks"
Finder = Callable[[str], bool]


def read_states(root: Table, issues: Mapping[str, Issue], graph: Graph | None) -> StateRules:
    """The rules for states of a model made of options, or the status quo of a graph."""
    table = root.table("states")
    if graph is not None:
        table.allow("status_quo")
        return StateRules(status_quo_name=_graph_status_quo(table, graph))
    table.allow("impossible", "same", "status_quo", "names", "titles")
    names = _names(table.table("names"), issues)
    rules = StateRules(
        read_expressions(table, "impossible", issues),
        read_expressions(table, "same", issues),
        names=names,
        titles=read_titles(table, "state in [states.names]", [name for name, _ in names]),
    )
    return _with_status_quo(rules, table, issues)


def read_graph(root: Table, parties: Sequence[str]) -> Graph | None:
    """The listed states and moves, None when the file has no `[graph]`."""
    if not root.has("graph"):
        return None
    table = root.table("graph")
    table.allow("states", "moves")
    states = _graph_states(table)
    return Graph(states, _graph_moves(table.table("moves"), states, parties))


def check_state(text: str, key: str, column: int, faults: Faults, states: StateFinder) -> None:
    """Note a text that names no state."""
    if not text:
        faults.add(key, "a state is missing here", column=column, expected="s1 > s2 ~ s3 >> s4")
    elif not states.finds(text):
        faults.unknown(key, "state", text, states.names, column)


class StateFinder:
    """Tells which texts can name a state of the model."""

    def __init__(self, rules: StateRules, issues: Sequence[Issue], graph: Graph | None) -> None:
        self.names = graph.states if graph else tuple(name for name, _ in rules.names)
        self.issues = () if graph else tuple(issues)

    def finds(self, text: str) -> bool:
        """Whether the text is a name of a state, or a long or short id of one."""
        return text in self.names or bool(self.issues and options_of(text, self.issues))


def _names(table: Table, issues: Mapping[str, Issue]) -> tuple[tuple[str, Any], ...]:
    names: dict[str, Any] = {}
    for raw in table.data:
        name, text = composed(raw), table.text(raw)
        if not is_state_name(name):
            table.fault(raw, f"{shown(raw)} cannot name a state", expected=_NAME)
        elif _means_something(name, issues):
            table.fault(raw, f"{shown(name)} already says something of options", expected="a name")
        elif name in names:
            table.fault(raw, f"the state {shown(name)} is given twice", expected="it once")
        elif isinstance(table.data[raw], str):
            expression = expression_of(text, table.path(raw), issues, table.faults)
            if expression is not None:
                names[name] = expression
    return tuple(names.items())


def _means_something(name: str, issues: Mapping[str, Issue]) -> bool:
    if name in issues or options_of(name, tuple(issues.values())) is not None:
        return True
    return checked_expression(name, issues)[0] is not None


def _with_status_quo(rules: StateRules, table: Table, issues: Mapping[str, Issue]) -> StateRules:
    text = composed(table.text("status_quo"))
    if not isinstance(table.data.get("status_quo"), str):
        return rules
    is_expression = text in issues or (len(issues) == 1 and "=" in text)
    if not is_expression and StateFinder(rules, tuple(issues.values()), None).finds(text):
        return replace(rules, status_quo_name=text)
    expression = expression_of(text, table.path("status_quo"), issues, table.faults)
    return replace(rules, status_quo=expression)


def _graph_status_quo(table: Table, graph: Graph) -> str:
    value = table.data.get("status_quo")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    name = composed(value) if isinstance(value, str) else table.text("status_quo")
    if name and name not in graph.states:
        table.faults.unknown(table.path("status_quo"), "state", name, graph.states)
    return name


def _graph_states(table: Table) -> tuple[str, ...]:
    found: list[tuple[str, str]] = []
    for path, raw in table.texts("states", numbers=True):
        if is_state_name(composed(raw)):
            found.append((path, composed(raw)))
        else:
            table.faults.add(path, f"{shown(raw)} cannot name a state", expected=_NAME)
    if not table.data.get("states"):
        table.fault("states", "the graph has no states", expected='states = ["s1", "s2"]')
    return without_doubles(found, table.faults, "state")


def _graph_moves(
    table: Table, states: tuple[str, ...], parties: Sequence[str]
) -> tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]:
    moves: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for raw in table.data:
        name = composed(raw)
        if name not in parties:
            table.faults.unknown(table.path(raw), "party", name, parties)
        moves[name] = _moves_of(table.table(raw), states)
    return tuple((party, moves[party]) for party in parties if party in moves)


def _moves_of(table: Table, states: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    known, moves = frozenset(states), {}
    for raw in table.data:
        start, path = composed(raw), table.path(raw)
        if start not in known:
            table.faults.unknown(path, "state", start, states)
        if start in moves:
            table.fault(raw, f"the moves from {shown(start)} are given twice")
        targets = [(place, composed(text)) for place, text in table.texts(raw, numbers=True)]
        for place, end in targets:
            if end not in known:
                table.faults.unknown(place, "state", end, states)
            elif end == start:
                table.faults.add(place, "the move stays where it is", expected="another state")
        moves[start] = without_doubles(targets, table.faults, "state")
    return tuple(moves.items())
