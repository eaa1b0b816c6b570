"""Which states some other offers more in every respect: comparing by several rankings at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from itertools import combinations

import numpy as np

from winset.stability.moves.relations import Ints, Truths


def dominated(label: Ints, offers: Ints, ranks: Ints) -> Truths:
    """Where some state with the same label offers more than the ranks in every row.

    `offers` and `ranks` have shape (rows, states) and are not negative.

    Steps: two rows are settled by sorting. Of more, every two must be; what is left is settled
    label by label.
    """
    if len(ranks) == 1:
        return _by_two(label, offers[[0, 0]], ranks[[0, 0]])
    pairs = (list(pair) for pair in combinations(range(len(ranks)), 2))
    found = reduce(np.logical_and, (_by_two(label, offers[p], ranks[p]) for p in pairs))
    if len(ranks) > 2:
        for states, asked in _by_label(label, found):
            found[asked] = _among(offers[:, states], ranks[:, asked])
    return found


def alike_in(ranks: Ints) -> Ints:
    """A number from 0 for each column of ranks, the same for equal columns: shape (states,)."""
    alike = np.zeros(ranks.shape[1], dtype=np.int64)
    for row in ranks:
        alike = np.unique(alike * (int(row.max(initial=0)) + 1) + row, return_inverse=True)[1]
    return alike.reshape(-1)


def _by_two(label: Ints, offers: Ints, ranks: Ints) -> Truths:
    """As `dominated`, of two rows.

    Sorted by label and by the first row, the running maximum of the second from the top answers
    every state by one search.
    """
    width = np.int64(max(offers[0].max(initial=0), ranks[0].max(initial=0)) + 2)
    keys = label * width + offers[0]
    order = np.argsort(keys)
    heights = np.int64(offers[1].max(initial=0) + 1)
    falling = label[order][::-1]
    raised = (label.max(initial=0) - falling) * heights + offers[1][order][::-1]
    best = (np.maximum.accumulate(raised) % heights)[::-1]
    place = np.searchsorted(keys[order], label * width + ranks[0], side="right")
    there = np.minimum(place, len(order) - 1)
    found = (place < len(order)) & (label[order][there] == label)
    return np.asarray(found & (best[there] > ranks[1]))


def _by_label(label: Ints, chosen: Truths) -> Iterator[tuple[Ints, Ints]]:
    """The states of each label that has any chosen, and the chosen ones among them."""
    order = np.argsort(label, kind="stable")
    ends = np.flatnonzero(np.diff(label[order], append=-1)) + 1
    for begin, end in zip((0, *ends[:-1].tolist()), ends.tolist(), strict=True):
        states = order[begin:end]
        asked = states[chosen[states]]
        if asked.size:
            yield states, asked


def _among(offers: Ints, ranks: Ints) -> Truths:
    """Which columns of ranks some column of offers exceeds in every row.

    Steps: ask of one column. What exceeds it, and of that what offers most, exceeds others too;
    where nothing does, nothing exceeds columns that are nowhere lower.
    """
    found = np.zeros(ranks.shape[1], dtype=np.bool_)
    open_ = np.arange(ranks.shape[1])
    while open_.size:
        asked = ranks[:, open_]
        better = np.flatnonzero((offers > asked[:, :1]).all(axis=0))
        if better.size:
            most = offers[:, better[offers[:, better].sum(axis=0, dtype=np.int64).argmax()]]
            settled = (asked < most[:, np.newaxis]).all(axis=0)
            found[open_[settled]] = True
        else:
            settled = (asked >= asked[:, :1]).all(axis=0)
        open_ = open_[~settled]
    return found
