"""Why a party that looks ahead stays at a state, or leaves it: the line of play it expects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

from winset.stability.concepts.limited import NON_MYOPIC, anticipated, limited_stability_of
from winset.stability.moves.relations import Ints
from winset.stability.reasons.explanation import require_known
from winset.stability.reasons.telling import Teller
from winset.stability.results import Step

if TYPE_CHECKING:
    from winset.model.space import StateSpace
    from winset.stability.conflict import Conflict


@dataclass(frozen=True, slots=True)
class Turn:
    """What a party is expected to do at a state with `left` moves still to look ahead.

    It moves `to` another state when it prefers what comes of that, `end`, else it stops, `to`
    being None; `end` is then what its best move would have come to, None without one.
    """

    mover: str
    state: int
    left: int
    to: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """A move, what each party is expected to do after it, and where that ends."""

    step: Step
    turns: tuple[Turn, ...]
    end: int
    worthwhile: bool


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Every move a party has at a state, the best end first, with the play it expects after it.

    `horizon` counts the moves it looks ahead. With `far` it is stable when it stays for every
    horizon from some on; the one shown is the first of those, or the first in which it leaves.
    """

    party: str
    state: int
    horizon: int
    lines: tuple[Line, ...]
    far: bool = False

    @property
    def concept(self) -> str:
        """What the analysis calls it."""
        return NON_MYOPIC if self.far else f"l{self.horizon}"

    @property
    def stable(self) -> bool:
        """Whether no move is worth while."""
        return not any(line.worthwhile for line in self.lines)


def foresee(conflict: Conflict, party: str, state: int, horizon: int | None) -> Foreseen:
    """The play a party expects at a state, looking `horizon` moves ahead; any number for None.

    Raises Misuse as `analyse_limited` does, and for an unknown party.
    """
    require_known("party", party, conflict.parties)
    limited_stability_of(conflict, horizon)
    play = _Play(conflict, horizon)
    row = conflict.parties.index(party)
    if horizon is not None:
        return Foreseen(party, state, horizon, play.lines(row, state, horizon))
    leaves = (h for h in play.rounds if play.ends(h)[row][state] != state)
    shown = next(leaves, play.rounds[0])
    return Foreseen(party, state, shown, play.lines(row, state, shown), far=True)


class _Play:
    """What both parties expect, for every horizon up to the last one asked for."""

    def __init__(self, conflict: Conflict, horizon: int | None) -> None:
        self.conflict = conflict
        self._ends: list[Ints] = []
        self._period = 0
        seen: dict[bytes, int] = {}
        for number, ends in enumerate(anticipated(conflict)):
            key = sha256(ends.tobytes()).digest()
            if key in seen:
                self._period = number - seen[key]
                break
            seen[key] = number
            self._ends.append(ends)
            if number == horizon:
                break

    @property
    def rounds(self) -> range:
        """One horizon of each kind that comes again and again, 1 at least."""
        first = max(1, len(self._ends) - self._period)
        return range(first, first + self._period)

    def ends(self, horizon: int) -> Ints:
        """Where each party moving first expects to end: shape (2, states)."""
        if horizon < len(self._ends):
            return self._ends[horizon]
        first = len(self._ends) - self._period
        return self._ends[first + (horizon - first) % self._period]

    def lines(self, row: int, state: int, horizon: int) -> tuple[Line, ...]:
        """The party's moves from a state, those with the best ends first."""
        ranks = self.conflict.ranks[row]
        then = self.ends(horizon - 1)[1 - row]
        ordered = sorted(self._moves(row, state), key=lambda end: (-int(ranks[then[end]]), end))
        return tuple(
            Line(
                Step((self.conflict.parties[row],), state, end),
                tuple(self._turns(1 - row, end, horizon - 1)),
                int(then[end]),
                bool(ranks[then[end]] > ranks[state]),
            )
            for end in ordered
        )

    def _turns(self, row: int, state: int, left: int) -> Iterator[Turn]:
        """What is expected of the parties in turn, until one stops."""
        turn = self._turn(row, state, left)
        yield turn
        while turn.to is not None:
            row, left = 1 - row, left - 1
            turn = self._turn(row, turn.to, left)
            yield turn

    def _turn(self, row: int, state: int, left: int) -> Turn:
        mover, ranks = self.conflict.parties[row], self.conflict.ranks[row]
        moves = self._moves(row, state) if left else []
        if not moves:
            return Turn(mover, state, left, None, None)
        then = self.ends(left - 1)[1 - row]
        best = max(moves, key=lambda end: (int(ranks[then[end]]), -end))
        goes = bool(ranks[then[best]] > ranks[state])
        return Turn(mover, state, left, best if goes else None, int(then[best]))

    def _moves(self, row: int, state: int) -> list[int]:
        party = self.conflict.parties[row]
        (own,) = (moves for moves in self.conflict.moves if moves.movers == (party,))
        ends: list[int] = own.successors(np.array([state]))[1].tolist()
        return ends


def narrate_foreseen(space: StateSpace, found: Foreseen) -> tuple[str, ...]:
    """The explanation in sentences: the verdict, then a paragraph for each move."""
    teller = Teller(space)
    return (_verdict(teller, found), *(_told(teller, found, line) for line in found.lines))


def _verdict(teller: Teller, found: Foreseen) -> str:
    party, count = teller.party(found.party), len(found.lines)
    concept = "non-myopically" if found.far else f"L{found.horizon}"
    head = f"{teller.name(found.state)} is {'' if found.stable else 'not '}{concept} stable"
    if not count:
        return f"{head} for {party}: from there it has no move."
    ahead = f"looking {found.horizon} move{'' if found.horizon == 1 else 's'} ahead"
    good = sum(line.worthwhile for line in found.lines)
    moves = "its one move" if count == 1 else f"{good} of its {count} moves"
    if found.stable:
        ahead = f"from {found.horizon} moves ahead on" if found.far and found.horizon > 1 else ahead
        ends = "its one move does not end" if count == 1 else f"none of its {count} moves ends"
        return f"{head} for {party}: {ahead}, {ends} where it would rather be."
    return f"{head} for {party}: {ahead}, it expects {moves} to end where it would rather be."


def _told(teller: Teller, found: Foreseen, line: Line) -> str:
    turns = " ".join(f"Then {_turn_words(teller, turn)}." for turn in line.turns)
    ends = f"So this ends at {teller.name(line.end)}"
    verdict = teller.compared(found.party, line.end, found.state)
    worth = "it is worth while" if line.worthwhile else "it is not worth while"
    return f"{teller.move(line.step)}. {turns} {ends}, and {worth}: {verdict}."


def _turn_words(teller: Teller, turn: Turn) -> str:
    """What a party does, and why."""
    mover = teller.party(turn.mover)
    if turn.to is not None and turn.end is not None:
        move = teller.move(Step((turn.mover,), turn.state, turn.to))
        ahead = "" if turn.end == turn.to else f"it expects to end at {teller.name(turn.end)} and "
        return f"{move}, since {ahead}{teller.compared(turn.mover, turn.end, turn.state)}"
    stops = f"{mover} stops at {teller.name(turn.state)}"
    if turn.end == turn.state:
        return f"{stops}, since its best move would come back there in the end"
    if turn.end is not None:
        worse = teller.compared(turn.mover, turn.end, turn.state)
        return f"{stops}, since its best move would end at {teller.name(turn.end)}, and {worse}"
    if not turn.left:
        return f"{stops}, the last state looked at"
    return f"{stops}, having no move there"
