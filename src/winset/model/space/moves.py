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
_ROWS = 1 << 15
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
    pairs = list(_pairs(issues, all_states))
    starts = home[np.concatenate([start for start, _ in pairs])]
    targets = home[np.concatenate([target for _, target in pairs])]
    if count < all_states.count:
        starts, targets = _distinct(starts, targets, count)
    return _compressed(group, starts, targets, count)


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


def _pairs(issues: Sequence[Issue], states: Combinations) -> Iterator[tuple[Indices, Indices]]:
    """Moves between combinations, some thousand starts at a time, in the order of the starts."""
    place = weights(states.issues)
    choices = np.array(list(product(*(range(len(i.options)) for i in reversed(issues)))))[:, ::-1]
    step = choices @ np.array([place[issue.id] for issue in issues], dtype=np.int64)
    lookup = _lookup(states)
    rows = max(1, min(_ROWS, _ROWS * 64 // len(choices)))
    for begin in range(0, states.count, rows):
        chunk = slice(begin, begin + rows)
        own = sum(states.columns[i.id][chunk].astype(np.int64) * place[i.id] for i in issues)
        ends = (states.codes[chunk] - own)[:, None] + step[None, :]
        found = lookup(ends)
        legal = (found >= 0) & (ends != states.codes[chunk, None])
        for number, issue in enumerate(issues):
            if issue.moves is not None:
                allowed = _allowed(issue)[states.columns[issue.id][chunk]]
                legal &= allowed[:, choices[:, number]]
        yield begin + np.nonzero(legal)[0], found[legal]


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


def _lookup(states: Combinations) -> _Lookup:
    return _Lookup(states)


def _distinct(starts: Indices, targets: Indices, count: int) -> tuple[Indices, Indices]:
    moving = starts != targets
    keys = np.unique(starts[moving] * count + targets[moving])
    return keys // count, keys % count


def _compressed(group: tuple[str, ...], starts: Indices, targets: Indices, count: int) -> Moves:
    ends = np.zeros(count + 1, dtype=np.int64)
    np.cumsum(np.bincount(starts, minlength=count), out=ends[1:])
    return Moves(group, ends, targets)
