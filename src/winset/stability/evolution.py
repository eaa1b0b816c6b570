"""How a conflict can come from the status quo to where it may settle."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from winset.errors import Misuse
from winset.stability.conflict import Conflict, conflict
from winset.stability.relations import Ints
from winset.stability.results import Path, Step

if TYPE_CHECKING:
    from winset.model.space import StateSpace

NOBODY = -1
"""The last mover before the first move."""
NOWHERE = -2
"""Not reached yet."""


def paths(
    space: StateSpace, start: int, targets: Iterable[int], improvements: bool
) -> tuple[Path, ...]:
    """A shortest legal sequence from `start` to each of `targets` that can be reached.

    With `improvements` every move must be one that all its movers prefer. Among sequences of
    the same length the one found first is given, movers tried in the order of the model and
    states in theirs. Targets that cannot be reached are left out; the order is that of `targets`.

    Raises Misuse when `start` or a target is no state.
    """
    return paths_in(conflict(space), start, targets, improvements)


def paths_in(
    conflict: Conflict, start: int, targets: Iterable[int], improvements: bool
) -> tuple[Path, ...]:
    """As `paths`, in a conflict that need not come from a model."""
    wanted = tuple(dict.fromkeys(int(target) for target in targets))
    for state in (start, *wanted):
        if not 0 <= state < conflict.count:
            raise Misuse(f"no state {state}: the model has {conflict.count}, counted from 0")
    search = _Search(conflict, start, improvements)
    while search.frontier and not all(search.reached(target) for target in wanted):
        search.advance()
    return tuple(search.path(target) for target in wanted if search.reached(target))


class _Search:
    """Breadth-first search over (state, last mover), one level at a time.

    `origin` and `mover_before`, of shape (movers, states), tell how each pair was first reached;
    `last` tells which mover first reached each state. `frontier` holds the states reached in the
    last level, by mover.
    """

    def __init__(self, conflict: Conflict, start: int, improvements: bool) -> None:
        self.conflict = conflict
        self.start = start
        self.improvements = improvements
        count, moves = conflict.count, conflict.moves
        self.origin = np.full((len(moves), count), NOWHERE)
        self.mover_before = np.full((len(moves), count), NOBODY)
        self.last = np.full(count, NOWHERE)
        self.last[start] = NOBODY
        self.frontier: dict[int, Ints] = {NOBODY: np.array([start])}

    def reached(self, state: int) -> bool:
        """Whether some sequence leads to `state`."""
        return bool(self.last[state] != NOWHERE)

    def advance(self) -> None:
        """Let every mover move once more, unless it moved last."""
        found = {mover: self._arrivals(mover) for mover in range(len(self.conflict.moves))}
        self.frontier = {mover: states for mover, states in found.items() if states.size}

    def _arrivals(self, mover: int) -> Ints:
        """The states `mover` reaches for the first time, how noted down."""
        others = [(last, states) for last, states in self.frontier.items() if last != mover]
        if not others:
            return np.array([], dtype=np.int64)
        sources = np.concatenate([states for _, states in others])
        movers = np.repeat([last for last, _ in others], [len(states) for _, states in others])
        which, targets = self._successors(mover, sources)
        new, first = np.unique(targets, return_index=True)
        fresh = self.origin[mover, new] == NOWHERE
        new, first = new[fresh], first[fresh]
        self.origin[mover, new] = sources[which[first]]
        self.mover_before[mover, new] = movers[which[first]]
        self.last[new[self.last[new] == NOWHERE]] = mover
        return np.asarray(new)

    def _successors(self, mover: int, sources: Ints) -> tuple[Ints, Ints]:
        """The moves open to `mover`: the place of each start in `sources`, and its end."""
        relation = self.conflict.moves[mover]
        which, targets = relation.successors(sources)
        if not self.improvements:
            return which, targets
        keep = self.conflict.all_prefer(relation.movers, sources[which], targets)
        return which[keep], targets[keep]

    def path(self, end: int) -> Path:
        """The sequence to `end`, walked backwards and turned round."""
        steps = []
        state, mover = end, int(self.last[end])
        while mover != NOBODY:
            origin, before = int(self.origin[mover, state]), int(self.mover_before[mover, state])
            steps.append(Step(self.conflict.moves[mover].movers, origin, state))
            state, mover = origin, before
        return Path(self.start, end, tuple(reversed(steps)))
