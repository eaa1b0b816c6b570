"""Why a state is simultaneously stable, or is not: what others may do at the same time."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import TYPE_CHECKING, Protocol

import numpy as np

from winset.errors import Misuse
from winset.stability.moves.actions import actions_of
from winset.stability.moves.cubes import Cubes, Move
from winset.stability.moves.relations import Ints, Relation
from winset.stability.reasons.explanation import Answer, Explanation, Misfire
from winset.stability.reasons.standpoint import Standpoint
from winset.stability.results import Path, Step

if TYPE_CHECKING:
    from winset.model.model import Model
    from winset.model.space import StateSpace

MOST_AT_ONCE = 1 << 24
"""Ways in which some of the others can move at the same time that are looked at for a move."""

Picked = tuple[tuple[int, ...], tuple[int, ...]]
"""Where partners move to, and the states that this comes to together with the improvement."""


def explain_simultaneous(asker: Standpoint, space: StateSpace, model: Model) -> Explanation:
    """Why a state is SIM stable for whoever asks, or is not.

    Steps: for each improvement try the others' moves that they like from the state, one of them
    at a time, then two, …, until some come to what deters.

    `model` says who controls the issues of the space.
    """
    if space.combinations is None:
        return explain_of_listed(asker)
    return _explained(_Options(asker, space, model))


def explain_of_listed(asker: Standpoint) -> Explanation:
    """As `explain_simultaneous`, of moves that are listed."""
    return _explained(_Listed(asker))


def _explained(field: _Field) -> Explanation:
    asker = field.asker
    answers = [_answer(field, start, own) for start in field.starts for own in _own(field, start)]
    ranks = asker.conflict.ranks_of(asker.members[0])
    ordered = sorted(answers, key=lambda one: (-int(ranks[one.path.end]), one.path.end))
    return Explanation(
        asker.name, asker.state, "sim", _each_once(ordered), asker.members, asker.sense
    )


class _Field(Protocol):
    """What moves come to at once: of states, or of the combinations that a state stands for."""

    asker: Standpoint
    moves: tuple[Relation, ...]
    home: Ints

    @property
    def starts(self) -> list[int]:
        """The places that stand for the state."""

    def blocking(self, start: int, own: Move, partners: Sequence[int]) -> Picked | None:
        """The first of the partners' moves that block an improvement."""


def _own(field: _Field, start: int) -> Iterator[Move]:
    for number, relation in enumerate(field.moves):
        if not set(field.asker.members).isdisjoint(relation.movers):
            yield from ((number, end) for end in _liked(field, start, number).tolist())


def _liked(field: _Field, start: int, number: int) -> Ints:
    """Where a relation leads that the members leave for and all others in it join in."""
    asker, relation = field.asker, field.moves[number]
    ends = relation.successors(np.array([start]))[1]
    keep = np.ones(len(ends), dtype=np.bool_)
    for mover in relation.movers:
        asks = asker.attitude.leaves if mover in asker.members else asker.attitude.joins
        keep &= asks(mover, np.array([asker.state]), field.home[ends])
    return np.asarray(ends[keep])


def _lists(field: _Field, start: int, partners: Sequence[int]) -> list[Ints]:
    """Where each of the partners would go; raises Misuse where they can do so in too many ways."""
    lists = [_liked(field, start, partner) for partner in partners]
    number = math.prod(map(len, lists))
    if number > MOST_AT_ONCE:
        raise Misuse(
            f"the others can move in {number:,} ways at the same time from this state, and at "
            f"most {MOST_AT_ONCE:,} are looked at; leave out SIM, or issues or options"
        )
    return lists


def _answer(field: _Field, start: int, own: Move) -> Answer:
    """What others may make of an improvement by moving at the same time, fewest of them first."""
    here, movers = field.asker.state, field.moves[own[0]].movers
    end = int(field.home[own[1]])
    path = Path(here, end, (Step(movers, here, end),))
    for partners in _choices(field, own):
        picked = field.blocking(start, own, partners)
        if picked is not None:
            ends, met = picked
            steps = zip(partners, ends, strict=True)
            moves = (Step(field.moves[k].movers, here, int(field.home[to])) for k, to in steps)
            return Answer(path, True, misfire=Misfire(tuple(moves), met))
    return Answer(path, False)


def _choices(field: _Field, own: Move) -> Iterator[tuple[int, ...]]:
    """The others' relations that may move at the same time, nobody in two of them."""
    asker, moves = field.asker, field.moves
    others = [n for n, one in enumerate(moves) if set(asker.members).isdisjoint(one.movers)]
    for number in range(1, len(others) + 1):
        for partners in combinations(others, number):
            names = [mover for n in (own[0], *partners) for mover in moves[n].movers]
            if len(names) == len(set(names)):
                yield partners


def _each_once(answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """One answer for each improvement, one that nothing deters where there is one."""
    bare_first = sorted(answers, key=lambda one: one.deterred)
    kept = {(one.improvement.movers, one.path.end): one for one in reversed(bare_first)}
    return tuple(one for one in answers if one is kept[one.improvement.movers, one.path.end])


class _Options:
    """Moves as changes of options: the codes of changes to different issues add up."""

    def __init__(self, asker: Standpoint, space: StateSpace, model: Model) -> None:
        every = space.combinations
        assert every is not None, "asked of options only"
        self.asker, self.codes, self.home = asker, every.codes, space.home
        merged = space.count < every.count
        self.moves = actions_of(space, model, every).moves if merged else asker.conflict.moves

    @property
    def starts(self) -> list[int]:
        """The combinations that the state stands for."""
        return np.flatnonzero(self.home == self.asker.state).tolist()

    def blocking(self, start: int, own: Move, partners: Sequence[int]) -> Picked | None:
        """The first of the partners' moves that block an improvement."""
        lists = _lists(self, start, partners)
        sums = self.codes[[own[1]]]
        for ends in lists:
            sums = (sums[:, None] + (self.codes[ends] - self.codes[start])).reshape(-1)
        places = np.minimum(np.searchsorted(self.codes, sums), len(self.codes) - 1)
        met = self.home[places]
        blocks = (self.codes[places] == sums) & self.asker.deters(met)
        if not blocks.any():
            return None
        first = int(np.argmax(blocks))
        which = np.unravel_index(first, [len(ends) for ends in lists])
        picked = (int(ends[k]) for ends, k in zip(lists, which, strict=True))
        return tuple(picked), (int(met[first]),)


class _Listed:
    """Listed moves: together they come to what completes the cube they span."""

    def __init__(self, asker: Standpoint) -> None:
        self.asker, self.moves = asker, asker.conflict.moves
        self.home = np.arange(asker.conflict.count)
        self._cubes = Cubes(self.moves)

    @property
    def starts(self) -> list[int]:
        """The state itself."""
        return [self.asker.state]

    def blocking(self, start: int, own: Move, partners: Sequence[int]) -> Picked | None:
        """The first of the partners' moves that block an improvement."""
        for picked in product(*(ends.tolist() for ends in _lists(self, start, partners))):
            moves = frozenset({own, *zip(partners, picked, strict=True)})
            met = tuple(sorted(self._cubes.ends(moves)))
            if met and self.asker.deters(np.array(met)).all():
                return picked, met
        return None
