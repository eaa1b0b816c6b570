"""Where moves lead from some states, and from where they lead to one, without asking all states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from winset.stability.concepts.attitudes import Comparison
from winset.stability.conflict import Conflict
from winset.stability.moves.groups import FreeMoves
from winset.stability.moves.relations import HIGHEST, Ints, Relation, Truths

_AT_ONCE = 1 << 20
"""Moves that are listed at a time, about."""
_DENSE = 8
"""One state in so many: from more it is quicker to go through all blocks than to pick theirs."""


@dataclass(frozen=True, slots=True)
class Consent:
    """Which moves may be made.

    With `improving` all who make a move must like it, but for those in `unasked`; `joins` tells
    whether they do, their ranks where it is left out. For a party in `doubted` it is the ranks
    that tell, but from the states given there.
    """

    improving: bool = False
    unasked: tuple[str, ...] = ()
    joins: Comparison | None = None
    doubted: Mapping[str, Ints] = field(default_factory=dict)

    def asked(self, movers: Sequence[str]) -> tuple[str, ...]:
        """Who of the movers must like their move."""
        return tuple(one for one in movers if one not in self.unasked) if self.improving else ()

    def allows(self, conflict: Conflict, movers: Sequence[str], starts: Ints, ends: Ints) -> Truths:
        """Where a move is allowed, pair by pair."""
        asked = self.asked(movers)
        if self.joins is None:
            return conflict.all_prefer(asked, starts, ends)
        agreed = np.ones(len(ends), dtype=np.bool_)
        for party in asked:
            agreed &= self.joins(party, starts, ends)
        return agreed

    def by_ranks(self, party: str, sources: Ints) -> tuple[Ints, Ints]:
        """The states from which ranks tell what a party likes, and the others."""
        if self.joins is None:
            return sources, sources[:0]
        if party not in self.doubted:
            return sources[:0], sources
        doubted = np.isin(sources, self.doubted[party])
        return sources[~doubted], sources[doubted]


def ends_from(conflict: Conflict, relation: Relation, sources: Ints, consent: Consent) -> Ints:
    """The states that allowed moves of a relation lead to from any of `sources`, in order."""
    asked = consent.asked(relation.movers)
    if isinstance(relation, FreeMoves):
        dense = len(sources) * _DENSE > relation.count
        if not asked:
            return relation.ends_of(sources) if dense else _ends_of(relation, sources)
        if len(relation.movers) == 1:
            plain, doubted = consent.by_ranks(asked[0], sources)
            ranks = conflict.ranks_of(asked[0])
            above = (
                relation.ends_above(plain, ranks) if dense else _ends_above(relation, plain, ranks)
            )
            return union([above, *_listed(conflict, relation, doubted, consent)])
    return union(list(_listed(conflict, relation, sources, consent)))


def origins_of(conflict: Conflict, relation: Relation, state: int, consent: Consent) -> Ints:
    """The states from which an allowed move of a relation leads to `state`, in order."""
    origins = _origins(relation, state)
    ends = np.full(len(origins), state)
    return np.asarray(origins[consent.allows(conflict, relation.movers, origins, ends)])


def portions(relation: Relation, sources: Ints) -> Iterator[slice]:
    """Slices of `sources` whose moves can be listed at a time, going by those of the first."""
    moves = len(relation.successors(sources[:1])[1])
    size = max(1, _AT_ONCE // (moves + 1))
    return (slice(begin, begin + size) for begin in range(0, len(sources), size))


def union(parts: Sequence[Ints]) -> Ints:
    """Every state in any of the parts, once, in order."""
    every = np.sort(np.concatenate([np.zeros(0, dtype=np.int64), *parts]))
    return np.asarray(every[np.diff(every, prepend=-1) > 0])


def _ends_of(relation: FreeMoves, sources: Ints) -> Ints:
    """Where moves from any of `sources` lead: their blocks, but for what stands there alone."""
    blocks, first, standing = np.unique(
        relation.blocks.of[sources], return_index=True, return_counts=True
    )
    which, ends = relation.members.successors(blocks)
    kept = (standing[which] > 1) | (ends != sources[first[which]])
    linked = _linked(relation, blocks)
    return union([ends[kept], relation.members.successors(linked[1])[1]])


def _ends_above(relation: FreeMoves, sources: Ints, ranks: Ints) -> Ints:
    """Where moves from any of `sources` lead that rank higher, by the least rank in each block."""
    blocks, place = np.unique(relation.blocks.of[sources], return_inverse=True)
    floors = np.full(len(blocks), HIGHEST, dtype=ranks.dtype)
    np.minimum.at(floors, place, ranks[sources])
    which, linked = _linked(relation, blocks)
    reached, floors = np.concatenate([blocks, linked]), np.concatenate([floors, floors[which]])
    which, ends = relation.members.successors(reached)
    return union([ends[ranks[ends] > floors[which]]])


def _linked(relation: FreeMoves, blocks: Ints) -> tuple[Ints, Ints]:
    """The blocks linked to some: the place of each start among them, and its end."""
    if relation.links is None:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    return relation.links.successors(blocks)


def _origins(relation: Relation, state: int) -> Ints:
    if not isinstance(relation, FreeMoves):
        return relation.predecessors(state)
    block = relation.blocks.of[[state]]
    if relation.links is not None:
        block = union([block, relation.links.predecessors(int(block[0]))])
    found = np.sort(relation.members.successors(block)[1])
    return np.asarray(found[found != state])


def _listed(
    conflict: Conflict, relation: Relation, sources: Ints, consent: Consent
) -> Iterator[Ints]:
    """The ends of the moves allowed from `sources`, some at a time."""
    for portion in portions(relation, sources):
        some = sources[portion]
        which, ends = relation.successors(some)
        keep = consent.allows(conflict, relation.movers, some[which], ends)
        yield ends[keep]
