"""The state graph of a model, drawn: every state, or groups of states where there are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from winset.errors import Misuse
from winset.model.space import StateSpace
from winset.report.charts.states import Arrow, Node, state_graph
from winset.report.words import figure
from winset.stability.conflict import Conflict, conflict
from winset.workbench.analysis import StabilityAnswer, find_stability
from winset.workbench.files import write_whole
from winset.workbench.tableau import chosen_states, senses_of

READABLE = 40
"""More states than this are drawn in groups."""
MOST_STATES = 20_000
"""More states than this are not drawn: every move between them is looked at."""


def draw_states(path: Path, output: Path, where: str = "", wanted: str = "") -> tuple[int, int]:
    """Write the state graph of the model at `path` as SVG; how many states, in how many nodes.

    States that satisfy `where` are drawn. More than 40 are grouped: those that are stable for
    all in the same senses, and for as many parties alone, make one node.
    """
    answer = find_stability(path, wanted=wanted, targets=0)
    states = chosen_states(answer, where)
    if not states:
        raise Misuse(f"no state satisfies {where!r}, so there is nothing to draw")
    if len(states) > MOST_STATES:
        raise Misuse(
            f"{figure(len(states))} states are too many to draw; "
            f"--where EXPRESSION picks at most {figure(MOST_STATES)}"
        )
    moves = conflict(answer.space)
    arrows = tuple(_arrows(moves, states))
    nodes, arrows = _states(answer, states, arrows)
    if len(states) > READABLE:
        nodes, arrows = _groups(answer, states, arrows)
    title = _title(answer)
    movers = [_named(answer, relation.movers) for relation in moves.moves]
    svg = state_graph(title, movers, nodes, arrows)
    write_whole(output, f"{svg.text}\n".encode())
    return len(states), len(nodes)


def _title(answer: StabilityAnswer) -> str:
    """The model's title, and in which order the options of a state are written."""
    issues = [issue.id for issue in answer.space.issues]
    title = answer.chosen.model.title or "States and moves"
    return f"{title}; states by {', '.join(issues)}" if issues else title


def _named(answer: StabilityAnswer, movers: Sequence[str]) -> str:
    names = {party.id: party.name or party.id for party in answer.chosen.model.parties}
    return " and ".join(names[mover] for mover in movers)


def _arrows(moves: Conflict, states: Sequence[int]) -> Iterator[Arrow]:
    """The moves among the states, by their places in `states`."""
    chosen = np.array(states)
    place = {state: number for number, state in enumerate(states)}
    for mover, relation in enumerate(moves.moves):
        which, ends = relation.successors(chosen)
        gains = moves.all_prefer(relation.movers, chosen[which], ends)
        for start, end, gain in zip(which.tolist(), ends.tolist(), gains.tolist(), strict=True):
            if end in place:
                yield Arrow(start, place[end], mover, gain)


def _states(
    answer: StabilityAnswer, states: Sequence[int], arrows: tuple[Arrow, ...]
) -> tuple[tuple[Node, ...], tuple[Arrow, ...]]:
    space, titles = answer.space, dict(answer.chosen.model.states.titles)
    nodes = tuple(
        Node(
            titles.get(space.id(state), "") or brief_name(space, state),
            _senses(answer, state),
            state == space.status_quo,
        )
        for state in states
    )
    return nodes, arrows


def brief_name(space: StateSpace, state: int) -> str:
    """A name to draw: the model's own or short one, else the options alone in issue order."""
    if state in space.names or space.short(state) != space.id(state) or not space.issues:
        return space.short(state) if state not in space.names else space.names[state]
    yes_no = {issue.id: issue.yes_no for issue in space.issues}
    options = space.options(state).items()
    return " ".join(option[0].upper() if yes_no[issue] else option for issue, option in options)


def _senses(answer: StabilityAnswer, state: int) -> str:
    senses = senses_of(answer, state)
    if len(senses) == len(answer.found.stable):
        return "in every sense"
    return " ".join("Nash" if sense == "nash" else sense.upper() for sense in senses)


def _groups(
    answer: StabilityAnswer, states: Sequence[int], arrows: Sequence[Arrow]
) -> tuple[tuple[Node, ...], tuple[Arrow, ...]]:
    """Groups of states in the place of states, the status quo kept apart; moves within are left."""
    alone = answer.found.stable["nash"].sum(axis=0)
    keys = [
        (state == answer.space.status_quo, _senses(answer, state), int(alone[state]))
        for state in states
    ]
    sizes = Counter(keys)
    place = {key: number for number, key in enumerate(sizes)}
    nodes = tuple(_group(answer, key, size) for key, size in sizes.items())
    found = dict.fromkeys(
        Arrow(place[keys[one.start]], place[keys[one.end]], one.mover, one.improving)
        for one in arrows
        if keys[one.start] != keys[one.end]
    )
    return nodes, tuple(found)


def _group(answer: StabilityAnswer, key: tuple[bool, str, int], size: int) -> Node:
    is_status_quo, senses, alone = key
    parties = len(answer.found.parties)
    name = "status quo" if is_status_quo else f"{figure(size)} states, {alone}/{parties} content"
    return Node(name, senses, is_status_quo)
