"""Up to 64 questions asked of every state at once: one bit of a word for each.

Where parties compare states in ways that no ranks can hold, each state has to be judged by itself.
Legal sequences are then followed for 64 states in one go.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from winset.stability.moves.groups import FreeMoves
from winset.stability.moves.relations import Relation, Truths

WIDTH = 64
"""Questions that fit into one word."""

Words = NDArray[np.uint64]
"""One word for each state; bit k answers question k."""


def packed(answers: Truths) -> Words:
    """The words of answers of shape (states, questions), 64 questions at most."""
    every = answers
    if answers.shape[1] < WIDTH:
        every = np.zeros((len(answers), WIDTH), dtype=np.bool_)
        every[:, : answers.shape[1]] = answers
    return np.packbits(every, axis=1, bitorder="little").view("<u8").reshape(-1)


def after(words: Words, relation: Relation) -> Words:
    """What holds of some state one move away."""
    if isinstance(relation, FreeMoves):
        return _after_free(words, relation)
    found = np.zeros(relation.count, dtype=np.uint64)
    rows = np.flatnonzero(np.diff(relation.starts))
    if rows.size:
        found[rows] = np.bitwise_or.reduceat(words[relation.targets], relation.starts[rows])
    return found


def _after_free(words: Words, moves: FreeMoves) -> Words:
    """As `after`, block by block: what holds of another state of the block, or of a linked one."""
    found, whole = _none(words), []
    for members in moves.blocks.members:
        values = words[members]
        found[members] = _of_others(values)
        whole.append(np.bitwise_or.reduce(values, axis=0))
    if moves.links is not None:
        found |= after(np.concatenate(whole), moves.links)[moves.blocks.of]
    return found


def _of_others(values: Words) -> Words:
    """What holds of some other row, in each column."""
    found = np.zeros_like(values)
    found[1:] = np.bitwise_or.accumulate(values, axis=0)[:-1]
    found[:-1] |= np.bitwise_or.accumulate(values[::-1], axis=0)[::-1][1:]
    return found


def after_any(words: Words, moves: Sequence[Relation]) -> Words:
    """What holds of some state one move away, whoever moves."""
    return reduce(np.bitwise_or, (after(words, one) for one in moves), _none(words))


def after_sequences(words: Words, moves: Sequence[Relation]) -> Words:
    """What holds of some state that a legal sequence of one move or more leads to.

    `first[h]` holds what relation h finds when it moves first; recompute those whose successors
    changed until nothing is added. A sequence may lead back to where it began.
    """
    first = [_none(words) for _ in moves]
    due = [True] * len(moves)
    while any(due):
        for h, relation in enumerate(moves):
            if due[h]:
                others = (found for k, found in enumerate(first) if k != h)
                more = after(reduce(np.bitwise_or, others, words), relation)
                grown = not np.array_equal(more, first[h])
                first[h] = more
                due = [k != h and (due[k] or grown) for k in range(len(moves))]
    return reduce(np.bitwise_or, first, _none(words))


def _none(words: Words) -> Words:
    return np.zeros(len(words), dtype=np.uint64)
