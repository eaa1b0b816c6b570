"""The tableau of a conflict: each party's states, best first, with their stability in a letter."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from winset.errors import Misuse
from winset.model.vocabulary import checked_expression
from winset.stability.conflict import Conflict, conflict
from winset.stability.reasons.explanation import explain
from winset.stability.results import Step
from winset.workbench.analysis import StabilityAnswer, find_stability

LETTERS = (("nash", "r"), ("seq", "s"), ("smr", "m"), ("gmr", "g"))
"""A state's letter for a party: that of the first of these concepts it is stable in, else u."""
UNSTABLE = "u"
MOST_STATES = 4096
"""More states than this cannot be read; `--where` picks some."""


@dataclass(frozen=True, slots=True)
class Place:
    """A state in one party's column: `rank` 1 is best, equals share one."""

    state: int
    rank: int
    letter: str
    improvements: tuple[Step, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Tableau:
    """The states shown, party by party; `lasting` holds those stable for all, with their senses."""

    answer: StabilityAnswer
    columns: tuple[tuple[str, tuple[Place, ...]], ...]
    lasting: tuple[tuple[int, tuple[str, ...]], ...]
    left_out: int = 0


def find_tableau(path: Path, where: str = "", limit: int = 40, wanted: str = "") -> Tableau:
    """The tableau of the model at `path`, of the states that satisfy `where`, at most `limit`.

    Of more states those are kept that are stable for all in most senses, then the first.
    Raises Misuse for a `where` that is no expression of the model.
    """
    answer = find_stability(path, wanted=wanted, targets=0)
    states = chosen_states(answer, where)
    shown = _foremost(answer, states, limit)
    moves = conflict(answer.space)
    columns = tuple(
        (party, tuple(_column(answer, moves, row, party, shown)))
        for row, party in enumerate(answer.found.parties)
    )
    lasting = tuple((state, senses) for state in shown if (senses := senses_of(answer, state)))
    return Tableau(answer, columns, lasting, len(states) - len(shown))


def chosen_states(answer: StabilityAnswer, where: str) -> tuple[int, ...]:
    """The states that satisfy an expression; all when it is empty."""
    if not where:
        return tuple(range(answer.space.count))
    issues = {issue.id: issue for issue in answer.chosen.model.issues}
    expression, problems = checked_expression(where, issues)
    if expression is None:
        raise Misuse("\n".join(f"--where: {problem}" for problem in problems))
    return tuple(int(state) for state in answer.space.where(expression))


def tableau_csv(tableau: Tableau) -> str:
    """The tableau as comma-separated values: a row for each party and state."""
    space, text = tableau.answer.space, io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["party", "state", "rank", "stability", "improvements"])
    for party, places in tableau.columns:
        for place in places:
            ends = " | ".join(space.id(step.end) for step in place.improvements)
            writer.writerow([party, space.id(place.state), place.rank, place.letter, ends])
    return text.getvalue()


def _foremost(answer: StabilityAnswer, states: Sequence[int], limit: int) -> tuple[int, ...]:
    if len(states) <= limit:
        return tuple(states)
    order = sorted(states, key=lambda state: (-len(senses_of(answer, state)), state))
    return tuple(sorted(order[: min(limit, MOST_STATES)]))


def senses_of(answer: StabilityAnswer, state: int) -> tuple[str, ...]:
    """The concepts by which a state is stable for every party."""
    found = answer.found
    return tuple(concept for concept in found.stable if found.stable[concept][:, state].all())


def _column(
    answer: StabilityAnswer, moves: Conflict, row: int, party: str, states: Sequence[int]
) -> Iterator[Place]:
    ranks = moves.ranks_of(party)
    better = np.unique(ranks)[::-1]
    for state in sorted(states, key=lambda one: (-int(ranks[one]), one)):
        place = int(np.searchsorted(-better, -ranks[state])) + 1
        steps = tuple(one.improvement for one in explain(moves, party, state, "nash").answers)
        yield Place(state, place, _letter(answer, row, state), steps)


def _letter(answer: StabilityAnswer, row: int, state: int) -> str:
    stable = answer.found.stable
    return next((letter for name, letter in LETTERS if stable[name][row, state]), UNSTABLE)
