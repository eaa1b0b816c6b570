"""What stability asks of preferences, as clauses, found where a preference falls short of it.

A state is stable when every improvement is lost or answered. Which answers there are depends, for
sequential concepts, on what the others like; so a clause is made from a preference that fails: one
of the improvement's movers must no longer like it, or a state the others reach must deter, or a
move that would take them further must become an improvement. Whatever the preferences, one of
these holds where the improvement is lost or answered, so the clauses never cut off an answer.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from winset.stability.explanation import explain
from winset.stability.inverse.atoms import TRUE, Atoms, Clause
from winset.stability.inverse.question import Question
from winset.stability.relations import Truths
from winset.stability.results import Step
from winset.stability.sequences import FAR, Sequences, sequences


def unmet(tried: Question, atoms: Atoms) -> list[Clause]:
    """A clause for every improvement from the state that nothing deters; none in equilibrium.

    `tried` is the question under the preferences to judge. The clauses hold of every preference
    under which the state is an equilibrium, and not of these.
    """
    found = [
        _clause(tried, atoms, party, answer.improvement)
        for party in tried.conflict.parties
        for answer in explain(tried.conflict, party, tried.state, tried.concept).answers
        if not answer.deterred
    ]
    return [*found, *atoms.taken()]


def _clause(tried: Question, atoms: Atoms, party: str, step: Step) -> Clause:
    lost = [atoms.at_least(mover, step.start, step.end) for mover in step.movers]
    if not tried.foresight.answered:
        return _simple(lost)
    reached = _reached(tried, party, step.end)
    deterring = _sanctions(tried, atoms, party, reached)
    return _simple([*lost, *deterring, *_onward(tried, atoms, party, reached)])


def _simple(literals: list[int]) -> Clause:
    """The clause without what never holds; what always holds does not come up."""
    return [literal for literal in dict.fromkeys(literals) if literal != -TRUE]


def _reached(tried: Question, party: str, start: int) -> Sequences:
    return sequences(
        tried.conflict, start, tried.foresight.improving, _never, _others(tried, party)
    )


def _never(reached: Truths) -> bool:
    return False


def _sanctions(tried: Question, atoms: Atoms, party: str, reached: Sequences) -> Iterator[int]:
    """That a state the others reach deters."""
    for end in np.flatnonzero((reached.lengths < FAR).any(axis=0)).tolist():
        needed = [atoms.at_least(party, tried.state, end)]
        if tried.foresight.symmetric:
            needed += _no_way_out(tried, atoms, party, end)
        yield atoms.every(needed)


def _no_way_out(tried: Question, atoms: Atoms, party: str, end: int) -> Iterator[int]:
    """That no move of the party from `end` mends the damage, or a partner will not make it."""
    for movers, target in _moves_of(tried, party, end):
        partners = [mover for mover in movers if mover != party]
        unwilling = [atoms.at_least(partner, end, target) for partner in partners]
        yield atoms.some([atoms.at_least(party, tried.state, target), *unwilling])


def _moves_of(tried: Question, party: str, state: int) -> Iterator[tuple[tuple[str, ...], int]]:
    for relation in tried.conflict.moves:
        if party in relation.movers:
            for target in relation.successors(np.array([state]))[1].tolist():
                yield relation.movers, target


def _onward(tried: Question, atoms: Atoms, party: str, reached: Sequences) -> Iterator[int]:
    """That a move which leads further than the others now come is one they like."""
    if not reached.improving:
        return
    for mover in _others(tried, party):
        relation = tried.conflict.moves[mover]
        sources = np.flatnonzero(_left_by(reached, mover))
        which, ends = relation.successors(sources)
        new = reached.lengths[mover, ends] == FAR
        for start, end in zip(sources[which[new]].tolist(), ends[new].tolist(), strict=True):
            yield atoms.every(atoms.prefers(one, end, start) for one in relation.movers)


def _left_by(reached: Sequences, mover: int) -> Truths:
    """The states a relation may move from: where another moved last, and the start."""
    there = np.asarray((np.delete(reached.lengths, mover, axis=0) < FAR).any(axis=0))
    there[reached.start] = True
    return there


def _others(tried: Question, party: str) -> list[int]:
    return [n for n, moves in enumerate(tried.conflict.moves) if party not in moves.movers]
