"""The other concepts, slow and plain: each condition is the sentence of its definition.

Built on the plain engine of `stability.py`; nothing here knows of ranks reached or of bits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations, product

from tests.reference.stability import Arrow, Movers, Plain, replies

Prefers = Callable[[str, int, int], bool]
"""Whether a party compares the second state with the first in a certain way."""


@dataclass(frozen=True)
class Doubtful:
    """A conflict with pairs of states whose order a party does not know."""

    plain: Plain
    unknown: dict[str, set[frozenset[int]]]

    def unsure(self, party: str, a: int, b: int) -> bool:
        return frozenset((a, b)) in self.unknown[party]

    def surely_better(self, party: str, end: int, start: int) -> bool:
        return not self.unsure(party, end, start) and self.plain.likes(party, end, start)

    def surely_no_better(self, party: str, end: int, start: int) -> bool:
        return not self.unsure(party, end, start) and not self.plain.likes(party, end, start)

    def leaves(self, reading: str, party: str, end: int, start: int) -> bool:
        venture = reading in "ac" and self.unsure(party, end, start)
        return venture or self.surely_better(party, end, start)

    def deters(self, reading: str, party: str, end: int, start: int) -> bool:
        fear = reading in "cd" and self.unsure(party, end, start)
        return fear or self.surely_no_better(party, end, start)

    def joins(self, party: str, end: int, start: int) -> bool:
        return self.unsure(party, end, start) or self.surely_better(party, end, start)


def _walks(arrows: set[Arrow], state: int, may: Callable[[Movers, int, int], bool]) -> set[int]:
    """The ends of legal sequences of one move or more."""
    waiting: list[tuple[int, Movers]] = [(state, ())]
    seen: set[tuple[int, Movers]] = set()
    while waiting:
        here, last = waiting.pop()
        for movers, start, end in arrows:
            step = (end, movers)
            if start == here and movers != last and step not in seen and may(movers, end, here):
                seen.add(step)
                waiting.append(step)
    return {end for end, _ in seen}


def unknown_stable(
    model: Doubtful,
    reading: str,
    concept: str,
    party: str,
    state: int,
    levels: dict[str, list[int]] | None = None,
) -> bool:
    """Stability under one reading of unknown preference; strong stability where levels tell it."""

    def partners_join(movers: Movers, end: int, start: int) -> bool:
        return all(model.joins(one, end, start) for one in movers if one != party)

    def own(start: int) -> set[int]:
        return {
            end
            for movers, begin, end in model.plain.moves
            if begin == start and party in movers and partners_join(movers, end, start)
        }

    def deters(end: int) -> bool:
        if levels is None:
            return model.deters(reading, party, end, state)
        if model.unsure(party, end, state):
            return reading in "cd"
        return levels[party][end] < levels[party][state]

    def sanction(end: int) -> bool:
        return deters(end) and (concept not in ("smr", "sseq") or all(map(deters, own(end))))

    def may(movers: Movers, end: int, start: int) -> bool:
        return concept in ("gmr", "smr") or all(model.joins(one, end, start) for one in movers)

    theirs = {arrow for arrow in model.plain.moves if party not in arrow[0]}
    departures = [end for end in own(state) if model.leaves(reading, party, end, state)]
    if concept == "nash":
        return not departures
    return all(any(map(sanction, _walks(theirs, end, may))) for end in departures)


def strongly_stable(
    model: Plain, levels: dict[str, list[int]], concept: str, party: str, state: int
) -> bool:
    """Every improvement meets a sanction that is strongly worse, and so is every way out."""

    def departures(start: int) -> set[int]:
        return {
            end
            for movers, begin, end in model.moves
            if begin == start and party in movers and model.all_like(movers, end, start)
        }

    def ways_out(start: int) -> set[int]:
        return {
            end
            for movers, begin, end in model.moves
            if begin == start
            and party in movers
            and model.all_like(tuple(one for one in movers if one != party), end, start)
        }

    def much_worse(end: int) -> bool:
        return levels[party][end] < levels[party][state]

    def sanction(end: int) -> bool:
        if not much_worse(end):
            return False
        return concept not in ("smr", "sseq") or all(map(much_worse, ways_out(end)))

    if concept == "nash":
        return not departures(state)
    improving = concept in ("seq", "sseq")
    return all(
        any(map(sanction, replies(model, party, end, improving))) for end in departures(state)
    )


def group_reach(model: Plain, group: tuple[str, ...], state: int) -> set[int]:
    """R_H(s), with the joint moves that everyone outside the group prefers."""

    def may(movers: Movers, end: int, start: int) -> bool:
        return model.all_like(tuple(one for one in movers if one not in group), end, start)

    own = {arrow for arrow in model.moves if set(group) & set(arrow[0])}
    return _walks(own, state, may)


def group_stable(model: Plain, group: tuple[str, ...], concept: str, state: int) -> bool:
    """Stability for a group of two or more."""

    def some_no_better(end: int) -> bool:
        return any(not model.likes(one, end, state) for one in group)

    def sanction(end: int) -> bool:
        if not some_no_better(end):
            return False
        escapes = group_reach(model, group, end) if concept in ("smr", "sseq") else ()
        return all(map(some_no_better, escapes))

    def may(movers: Movers, end: int, start: int) -> bool:
        return concept in ("gmr", "smr") or model.all_like(movers, end, start)

    theirs = {arrow for arrow in model.moves if not set(group) & set(arrow[0])}
    gains = [end for end in group_reach(model, group, state) if not some_no_better(end)]
    if concept == "nash":
        return not gains
    return all(any(map(sanction, _walks(theirs, end, may))) for end in gains)


def united_stable(model: Plain, group: tuple[str, ...], concept: str, state: int) -> bool:
    """Stability for several parties that move as one; their moves bear all their names."""

    def outsiders_join(movers: Movers, end: int, start: int) -> bool:
        return model.all_like(tuple(one for one in movers if one not in group), end, start)

    def own(start: int) -> set[int]:
        return {
            end
            for movers, begin, end in model.moves
            if begin == start and set(group) & set(movers) and outsiders_join(movers, end, start)
        }

    def no_better(end: int) -> bool:
        return not model.all_like(group, end, state)

    def sanction(end: int) -> bool:
        return no_better(end) and (concept not in ("smr", "sseq") or all(map(no_better, own(end))))

    def may(movers: Movers, end: int, start: int) -> bool:
        return concept in ("gmr", "smr") or model.all_like(movers, end, start)

    theirs = {arrow for arrow in model.moves if not set(group) & set(arrow[0])}
    gains = [end for end in own(state) if not no_better(end)]
    if concept == "nash":
        return not gains
    return all(any(map(sanction, _walks(theirs, end, may))) for end in gains)


def together(model: Plain, moves: frozenset[Arrow]) -> set[int]:
    """What listed moves from one state come to at once: each ends what the others began."""
    if len(moves) == 1:
        return {end for _, _, end in moves}
    before = {last: together(model, moves - {last}) for last in moves}
    return {
        end
        for end in range(model.count)
        if all(any((last[0], s, end) in model.moves for s in before[last]) for last in moves)
    }


def listed_sim_stable(model: Plain, group: tuple[str, ...], state: int) -> bool:
    """Each improvement of a party, or of a merged one, is blocked by others' listed moves."""

    def deters(end: int) -> bool:
        return any(not model.likes(one, end, state) for one in group)

    liked = [m for m in model.moves if m[1] == state and model.all_like(m[0], m[2], state)]
    own = [move for move in liked if set(group) & set(move[0])]
    others = [move for move in liked if not set(group) & set(move[0])]

    def blocks(move: Arrow, partners: tuple[Arrow, ...]) -> bool:
        names = [name for movers, _, _ in (move, *partners) for name in movers]
        if len(names) > len(set(names)):
            return False
        ends = together(model, frozenset((move, *partners)))
        return bool(ends) and all(map(deters, ends))

    return all(
        any(
            blocks(move, partners)
            for number in range(1, len(model.parties))
            for partners in combinations(others, number)
        )
        for move in own
    )


def expected_end(model: Plain, party: str, state: int, horizon: int) -> int:
    """G_h(i, s), worked out from the last move backwards."""
    if horizon == 0:
        return state
    (other,) = (one for one in model.parties if one != party)
    ends = sorted(end for movers, start, end in model.moves if (movers, start) == ((party,), state))
    best = state
    for end in ends:
        then = expected_end(model, other, end, horizon - 1)
        if model.likes(party, then, best):
            best = then
    return best


Options = tuple[int, ...]
"""A state as the chosen option of every issue."""


@dataclass(frozen=True)
class Chosen:
    """A conflict made of options: `owners[k]` change issue k, `allowed` says which changes."""

    owners: tuple[Movers, ...]
    states: tuple[Options, ...]
    allowed: tuple[frozenset[tuple[int, int]], ...]
    ranks: dict[str, dict[Options, int]]

    def likes(self, party: str, end: Options, start: Options) -> bool:
        return self.ranks[party][end] > self.ranks[party][start]

    def moves(self, movers: Movers, start: Options) -> list[Options]:
        """Every other state that differs in issues of these movers only, changes allowed."""
        return [
            end
            for end in self.states
            if end != start
            and all(
                a == b or (self.owners[k] == movers and (a, b) in self.allowed[k])
                for k, (a, b) in enumerate(zip(start, end, strict=True))
            )
        ]


Compares = Callable[[str, Options, Options], bool]
"""Of a party, the end and the start of a move."""


@dataclass(frozen=True)
class Tempers:
    """What a party leaves for, what others move for, and what deters."""

    leaves: Compares
    joins: Compares
    deters: Compares


def plain_tempers(model: Chosen) -> Tempers:
    """Of parties whose preference is known."""
    return Tempers(model.likes, model.likes, lambda *states: not model.likes(*states))


def sim_stable(model: Chosen, side: Movers, state: Options, tempers: Tempers | None = None) -> bool:
    """Every improvement is blocked by improvements others make from the state meanwhile."""
    asked = tempers or plain_tempers(model)
    groups = sorted(set(model.owners))
    others = [group for group in groups if not set(side) & set(group)]

    def liked(movers: Movers) -> list[Options]:
        def would(one: str, end: Options) -> bool:
            return (asked.leaves if one in side else asked.joins)(one, end, state)

        return [end for end in model.moves(movers, state) if all(would(one, end) for one in movers)]

    def together(movers: Movers, end: Options) -> list[Options]:
        ends = []
        for number in range(1, len(others) + 1):
            for partners in combinations(others, number):
                names = [one for group in (movers, *partners) for one in group]
                if len(names) > len(set(names)):
                    continue
                for moves in product(*map(liked, partners)):
                    changed = dict(enumerate(end))
                    for group, goal in zip(partners, moves, strict=True):
                        changed |= {k: goal[k] for k in changed if model.owners[k] == group}
                    ends.append(tuple(changed.values()))
        return [one for one in ends if one in model.states]

    return all(
        any(asked.deters(one, then, state) for then in together(movers, end) for one in side)
        for movers in groups
        if set(side) & set(movers)
        for end in liked(movers)
    )
