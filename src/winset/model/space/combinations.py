"""Every combination of options that obeys given rules, as arrays."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from winset.errors import Misuse
from winset.model.evaluation import Truth, evaluate
from winset.model.expressions import And, Expression, mentioned
from winset.model.issues import Issue

MOST_STATES = 1 << 26
"""Combinations laid out at once; more would need ten gigabytes for the layout alone."""
MOST_BYTES = 12 * 10**9
"""Memory that laying out and analysing the states of one model may take, where none is given."""
_LARGEST_CODE = 2**62
_BYTES_PER_COMBINATION = 24
_BYTES_PER_ISSUE = 3
_BYTES_PER_PARTY = 36
_BYTES_OF_SCRATCH = 96

Columns = Mapping[str, NDArray[Any]]


class TooManyStates(Misuse):
    """The model has more combinations than can be held at once."""


@dataclass(frozen=True, slots=True, eq=False)
class Combinations:
    """Combinations of options in the order of their codes.

    A code is a mixed-radix number whose fastest digit is the first issue's option; `columns`
    hold the option indices of each issue, one for each combination.
    """

    issues: tuple[Issue, ...]
    codes: NDArray[np.int64]
    columns: Columns

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.codes)

    def where(self, expression: Expression) -> Truth:
        """Which of them satisfy an expression."""
        truth = evaluate(expression, self.columns, {issue.id: issue for issue in self.issues})
        return np.broadcast_to(truth, (self.count,))


def weights(issues: Sequence[Issue]) -> dict[str, int]:
    """What one option more of each issue adds to a code."""
    found: dict[str, int] = {}
    weight = 1
    for issue in issues:
        found[issue.id] = weight
        weight *= len(issue.options)
    return found


def combinations(issues: Sequence[Issue], rules: Sequence[Expression]) -> Combinations:
    """All combinations that satisfy every rule; raises TooManyStates.

    Issues are added one by one, and a rule is applied as soon as its last issue is there, so
    that rules keep the arrays small on the way.
    """
    if not are_codable(issues):
        raise _too_many(issues, math.prod(len(issue.options) for issue in issues))
    place = weights(issues)
    grown = Combinations((), np.zeros(1, dtype=np.int64), {})
    waiting = [(set(mentioned(part)), part) for rule in rules for part in _conjuncts(rule)]
    _refuse_excess(issues, [names for names, _ in waiting])
    for issue in issues:
        grown = _with_issue(grown, issue, place[issue.id], issues)
        ready = [rule for names, rule in waiting if names <= grown.columns.keys()]
        waiting = [(names, rule) for names, rule in waiting if not names <= grown.columns.keys()]
        for rule in ready:
            grown = _only(grown, grown.where(rule))
    return grown


def _refuse_excess(issues: Sequence[Issue], rules: Sequence[set[str]]) -> None:
    """Raises TooManyStates where there are too many before the first rule can be applied."""
    known: set[str] = set()
    reached = 1
    for issue in issues:
        known.add(issue.id)
        reached *= len(issue.options)
        if reached > MOST_STATES:
            raise _too_many(issues, reached)
        if any(names <= known for names in rules):
            return


def _conjuncts(rule: Expression) -> tuple[Expression, ...]:
    return rule.parts if isinstance(rule, And) else (rule,)


def _with_issue(
    grown: Combinations, issue: Issue, weight: int, issues: Sequence[Issue]
) -> Combinations:
    size, count = len(issue.options), grown.count
    if size * count > MOST_STATES:
        raise _too_many(issues, size * count)
    options = np.repeat(np.arange(size, dtype=_small_type(size)), count)
    columns = {name: np.tile(column, size) for name, column in grown.columns.items()}
    codes = np.tile(grown.codes, size) + options.astype(np.int64) * weight
    return Combinations((*grown.issues, issue), codes, {**columns, issue.id: options})


def _only(grown: Combinations, kept: Truth) -> Combinations:
    if kept.all():
        return grown
    columns = {name: column[kept] for name, column in grown.columns.items()}
    return Combinations(grown.issues, grown.codes[kept], columns)


def _small_type(size: int) -> type[np.int8] | type[np.int16]:
    return np.int8 if size <= 127 else np.int16


def are_codable(issues: Sequence[Issue]) -> bool:
    """Whether a code fits the machine's whole numbers."""
    return math.prod(len(issue.options) for issue in issues) <= _LARGEST_CODE


def bytes_needed(states: int, issues: int, parties: int) -> int:
    """About how much memory it takes to lay out and analyse so many states.

    >>> bytes_needed(2**20, 20, 4)
    339738624
    """
    each = _BYTES_PER_COMBINATION + _BYTES_PER_ISSUE * issues
    return states * (each + _BYTES_PER_PARTY * parties + _BYTES_OF_SCRATCH)


def require_room(states: int, issues: Sequence[Issue], parties: int, room: int) -> None:
    """Raises TooManyStates, with the memory they would need, where states do not fit in `room`."""
    need = bytes_needed(states, len(issues), parties)
    if need > room:
        raise TooManyStates(
            f"{_readable(states)} states of {len(issues)} issues and {parties} "
            f"{'party' if parties == 1 else 'parties'} need about "
            f"{_in_bytes(need)} of memory, and there is room for {_in_bytes(room)}: leave "
            "issues or options out, or rule combinations out with [states] impossible"
        )


def _too_many(issues: Sequence[Issue], reached: int) -> TooManyStates:
    total = math.prod(len(issue.options) for issue in issues)
    need = _in_bytes(reached * (_BYTES_PER_COMBINATION + _BYTES_PER_ISSUE * len(issues)))
    return TooManyStates(
        f"{len(issues)} issues make {_readable(total)} combinations, and listing them takes at "
        f"least {_readable(reached)} at once (about {need}); at most {MOST_STATES:,} can be "
        "listed: leave issues or options out, or rule combinations out with [states] impossible"
    )


def _readable(number: int) -> str:
    if number < 10**15:
        return f"{number:,}"
    return f"10^{int(number.bit_length() * math.log10(2))}"


def _in_bytes(number: int) -> str:
    for unit in ("bytes", "kB", "MB", "GB"):
        if number < 1000:
            return f"{number} {unit}"
        number //= 1000
    return f"{_readable(number)} TB"
