"""How a conflict can come from the status quo to where it may settle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from winset.errors import Misuse
from winset.stability.conflict import Conflict, conflict
from winset.stability.moves.sequences import Sequences, sequences_from
from winset.stability.moves.spreading import Consent
from winset.stability.results import Path

if TYPE_CHECKING:
    from winset.model.space import StateSpace


@dataclass(frozen=True, slots=True)
class Routes:
    """The shortest legal sequences to one state; not `complete` where a limit left some out."""

    end: int
    paths: tuple[Path, ...]
    complete: bool


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
    found = _towards(conflict, start, wanted, Consent(improvements))
    firsts = (found.shortest(target) for target in wanted)
    return tuple(path for path in firsts if path is not None)


def all_paths(
    space: StateSpace, start: int, targets: Iterable[int], improvements: bool, limit: int = 100
) -> tuple[Routes, ...]:
    """Every shortest legal sequence from `start` to each of `targets`, `limit` of each at most.

    Targets that cannot be reached are left out. Raises Misuse as `paths` does.
    """
    return all_paths_in(conflict(space), start, targets, improvements, limit)


def all_paths_in(
    conflict: Conflict, start: int, targets: Iterable[int], improvements: bool, limit: int = 100
) -> tuple[Routes, ...]:
    """As `all_paths`, in a conflict that need not come from a model."""
    return routes_in(conflict, start, targets, Consent(improvements), limit)


def routes_in(
    conflict: Conflict, start: int, targets: Iterable[int], consent: Consent, limit: int
) -> tuple[Routes, ...]:
    """As `all_paths_in`, by moves that those asked consent to."""
    wanted = tuple(dict.fromkeys(int(target) for target in targets))
    found = _towards(conflict, start, wanted, consent)
    routes = (_routes(found, target, limit) for target in wanted)
    return tuple(route for route in routes if route.paths)


def _routes(found: Sequences, end: int, limit: int) -> Routes:
    some = tuple(islice(found.all_shortest(end), limit + 1))
    return Routes(end, some[:limit], len(some) <= limit)


def _towards(
    conflict: Conflict, start: int, wanted: tuple[int, ...], consent: Consent
) -> Sequences:
    for state in (start, *wanted):
        if not 0 <= state < conflict.count:
            raise Misuse(f"no state {state}: the model has {conflict.count}, counted from 0")
    found = sequences_from(conflict, start, consent)
    missing = set(wanted) - {start}
    for states in found.spread() if missing else ():
        missing.difference_update(states.tolist())
        if not missing:
            break
    return found
