"""Who can move from which state to which: by options alone, by agreement, or as listed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from winset.errors import Misuse
from winset.model.issues import Issue
from winset.model.model import Graph, Model
from winset.model.space.combinations import Combinations, weights

MOST_MOVES = 1 << 27
"""Moves of one mover that can be held (a gigabyte)."""
_ENTRIES = 1 << 18
_DENSEST = 1 << 24

Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Moves:
    """The moves of one party, or of several by agreement.

    State i moves to `targets[starts[i]:starts[i + 1]]`, in ascending order; `starts` has one
    entry more than there are states.
    """

    movers: tuple[str, ...]
    starts: Indices
    targets: Indices

    def of(self, state: int) -> Indices:
        """Where the movers can go from a state."""
        return self.targets[self.starts[state] : self.starts[state + 1]]


@dataclass(frozen=True, slots=True, eq=False)
class Control:
    """What one party, or several by agreement, can make of each combination, without listing it.

    The movers go between any two combinations with one label, and from those with one label to
    those with another where `links` lead from label to label. `transitive` says whether two moves
    in a row are one move, or lead back. Labels count from 0 without a gap.
    """

    movers: tuple[str, ...]
    label: Indices
    links: Moves | None
    transitive: bool


def movers(model: Model) -> tuple[tuple[str, ...], ...]:
    """Every party alone, then every group that changes issues by agreement, in model order."""
    groups = [_in_order(model, issue.by) for issue in model.issues if issue.is_term]
    return (*((party.id,) for party in model.parties), *dict.fromkeys(groups))


def controlled(model: Model, group: tuple[str, ...]) -> tuple[Issue, ...]:
    """The issues that exactly these movers change."""
    return tuple(issue for issue in model.issues if _in_order(model, issue.by) == group)


def option_moves(
    model: Model, group: tuple[str, ...], all_states: Combinations, home: Indices, count: int
) -> Moves:
    """The moves of a group that changes options.

    A move changes one or more of the group's issues at once, each in an allowed way, and ends
    in a feasible state. `home` maps feasible combinations to the `count` states; combinations
    that count as one share their moves.
    """
    issues = controlled(model, group)
    if not issues:
        return Moves(group, np.zeros(count + 1, dtype=np.int64), np.zeros(0, dtype=np.int64))
    _refuse_excess(group, issues, all_states.count)
    chunks = tuple(_chunks(issues, all_states))
    counts = np.concatenate([number for number, _ in chunks])
    targets = np.concatenate([ends for _, ends in chunks])
    if count == all_states.count:
        return Moves(group, _starts(counts), targets)
    starts = np.repeat(home, counts)
    return _compressed(group, *_distinct(starts, home[targets], count), count)


def control(model: Model, group: tuple[str, ...], all_states: Combinations) -> Control:
    """What a group can make of combinations, each taken by itself.

    Issues that it changes freely are left out of the labels; those that change in some ways only
    make the links.
    """
    issues = controlled(model, group)
    place = weights(all_states.issues)
    free = [issue for issue in issues if issue.moves is None or _allowed(issue).all()]
    bound = tuple(issue for issue in issues if issue not in free)
    rest = all_states.codes
    for issue in free:
        own = all_states.columns[issue.id].astype(np.int64)
        own *= place[issue.id]
        rest = rest - own
    label, codes = _labelled(rest)
    if not bound:
        return Control(group, label, None, True)
    one = np.empty(len(codes), dtype=np.int64)
    one[label] = np.arange(len(label))
    columns = {issue.id: all_states.columns[issue.id][one] for issue in bound}
    _refuse_excess(group, bound, len(codes))
    chunks = tuple(_chunks(bound, Combinations(all_states.issues, codes, columns)))
    starts = _starts(np.concatenate([number for number, _ in chunks]))
    links = Moves(group, starts, np.concatenate([ends for _, ends in chunks]))
    return Control(group, label, links, all(map(_is_transitive, bound)))


def _labelled(values: Indices) -> tuple[Indices, Indices]:
    """For each value its place among all that differ, and those in ascending order."""
    if values.max(initial=0) < 8 * len(values):  # counting is many times faster than sorting
        there = np.zeros(int(values.max(initial=0)) + 1, dtype=np.bool_)
        there[values] = True
        places = np.cumsum(there, dtype=np.int32) - np.int32(1)
        return places[values], np.flatnonzero(there)
    found, places = np.unique(values, return_inverse=True)
    return places.reshape(-1).astype(np.int32), found


def _is_transitive(issue: Issue) -> bool:
    allowed = _allowed(issue)
    return bool((allowed @ allowed <= allowed).all())


def graph_moves(graph: Graph, group: tuple[str, ...]) -> Moves:
    """The moves of a party as listed."""
    index = {state: place for place, state in enumerate(graph.states)}
    listed = dict(graph.moves).get(group[0], ()) if len(group) == 1 else ()
    pairs = [(index[start], index[end]) for start, ends in listed for end in ends]
    ordered = np.array(sorted(set(pairs)), dtype=np.int64).reshape(-1, 2)
    return _compressed(group, ordered[:, 0], ordered[:, 1], len(graph.states))


def _in_order(model: Model, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(party.id for party in model.parties if party.id in names)


def _refuse_excess(group: tuple[str, ...], issues: Sequence[Issue], states: int) -> None:
    most = states * (math.prod(len(issue.options) for issue in issues) - 1)
    if most > MOST_MOVES:
        raise Misuse(
            f"{' and '.join(group)} could make about {most:,} moves between {states:,} states "
            f"(about {most * 8 // 10**9 + 1} GB); at most {MOST_MOVES:,} can be listed: leave "
            "issues or options out, or rule states out with [states] impossible"
        )


def _chunks(issues: Sequence[Issue], states: Combinations) -> Iterator[tuple[Indices, Indices]]:
    """For some thousand combinations at a time: how many moves each has, and all their ends."""
    place = weights(states.issues)
    choices = np.array(list(product(*(range(len(i.options)) for i in reversed(issues)))))[:, ::-1]
    steps = choices @ np.array([place[issue.id] for issue in issues], dtype=np.int64)
    lookup = _Lookup(states)
    rows = max(1, _ENTRIES // len(choices))
    for begin in range(0, states.count, rows):
        columns = [states.columns[issue.id][begin : begin + rows] for issue in issues]
        own = np.zeros(len(columns[0]), dtype=np.int64)
        for issue, column in zip(issues, columns, strict=True):
            own += column.astype(np.int64) * place[issue.id]
        others = states.codes[begin : begin + rows] - own
        picked = _other_choices(np.searchsorted(steps, own), len(choices))
        found = lookup(others[:, None] + steps[picked])
        legal = found >= 0
        for number, (issue, column) in enumerate(zip(issues, columns, strict=True)):
            if issue.moves is not None:
                legal &= _allowed(issue)[column[:, None], choices[picked, number]]
        yield legal.sum(axis=1), found[legal]


def _other_choices(own: Indices, count: int) -> Indices:
    """For each combination every choice but its own, in ascending order."""
    others = np.arange(count - 1)[None, :]
    return others + (others >= own[:, None])


def _allowed(issue: Issue) -> NDArray[np.bool_]:
    allowed = np.eye(len(issue.options), dtype=np.bool_)
    for start, end in issue.moves or ():
        allowed[issue.options.index(start), issue.options.index(end)] = True
    return allowed


class _Lookup:
    """From codes to places among the feasible combinations, -1 where there is none."""

    def __init__(self, states: Combinations) -> None:
        self.codes = states.codes
        total = math.prod(len(issue.options) for issue in states.issues)
        self.complete = total == states.count
        self.table: NDArray[np.int32] | None = None
        if not self.complete and total <= _DENSEST:
            self.table = np.full(total, -1, dtype=np.int32)
            self.table[self.codes] = np.arange(states.count, dtype=np.int32)

    def __call__(self, codes: Indices) -> Indices:
        if self.complete:
            return codes
        if self.table is not None:
            return self.table[codes].astype(np.int64)
        places = np.minimum(np.searchsorted(self.codes, codes), len(self.codes) - 1)
        return np.where(self.codes[places] == codes, places, -1)


def _distinct(starts: Indices, targets: Indices, count: int) -> tuple[Indices, Indices]:
    moving = starts != targets
    keys = starts[moving] * count + targets[moving]
    keys.sort()
    keys = keys[np.diff(keys, prepend=-1) > 0]
    return keys // count, keys % count


def _compressed(group: tuple[str, ...], starts: Indices, targets: Indices, count: int) -> Moves:
    return Moves(group, _starts(np.bincount(starts, minlength=count)), targets)


def _starts(counts: Indices) -> Indices:
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(counts, dtype=np.int64)])
