"""Explanations held to the definitions: every improvement, sanction and way out, by plain sets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.reference.stability import Movers, Plain
from winset.stability.reasons.explanation import Answer, Explanation
from winset.stability.results import Path

IMPROVING = {"seq", "sseq"}
SYMMETRIC = {"smr", "sseq"}

Likes = Callable[[str, int, int], bool]
"""Of a party, whether it takes the first state (where it would be) to the second (where it is)."""
May = Callable[[Movers, int, int], bool]


@dataclass(frozen=True)
class Grounds:
    """What an explanation has to be true of: who asks, and how parties compare states."""

    plain: Plain
    members: tuple[str, ...]
    leaves: Likes
    joins: Likes
    deters: Likes
    in_turn: bool = False

    def own(self, start: int) -> dict[int, int]:
        """Where the members can go, with the number of moves: outsiders must join in."""

        def may(movers: Movers, end: int, here: int) -> bool:
            outside = [one for one in movers if one not in self.members]
            return any(one in self.members for one in movers) and all(
                self.joins(one, end, here) for one in outside
            )

        return walks(self.plain, start, may, limit=None if self.in_turn else 1)

    def replies(self, start: int, willing: bool) -> dict[int, int]:
        """Where the others can go, with the number of moves."""

        def may(movers: Movers, end: int, here: int) -> bool:
            if any(one in self.members for one in movers):
                return False
            return not willing or all(self.joins(one, end, here) for one in movers)

        return walks(self.plain, start, may)

    def deterring(self, end: int, state: int) -> bool:
        """Whether some member is deterred."""
        return any(self.deters(one, end, state) for one in self.members)

    def is_sanction(self, end: int, state: int, concept: str) -> bool:
        """Whether a state deters by the definition of the concept."""
        if not self.deterring(end, state):
            return False
        return concept not in SYMMETRIC or all(self.deterring(t, state) for t in self.own(end))


def plain_grounds(model: Plain, members: tuple[str, ...], in_turn: bool = False) -> Grounds:
    """Those of parties whose preference is known."""

    def deters(party: str, end: int, state: int) -> bool:
        return not model.likes(party, end, state)

    return Grounds(model, members, model.likes, model.likes, deters, in_turn)


def walks(plain: Plain, start: int, may: May, limit: int | None = None) -> dict[int, int]:
    """The length of a shortest legal sequence of one move or more to each state it can reach."""
    found: dict[int, int] = {}
    seen: set[tuple[int, Movers]] = set()
    level: set[tuple[int, Movers]] = {(start, ())}
    length = 0
    while level and (limit is None or length < limit):
        length += 1
        level = {
            (end, movers)
            for here, last in level
            for movers, _, end in plain.leaving[here]
            if movers != last and (end, movers) not in seen and may(movers, end, here)
        }
        seen |= level
        for end, _ in level:
            found.setdefault(end, length)
    return found


def check(grounds: Grounds, found: Explanation) -> None:
    """That an explanation holds, move by move, and that what it denies is nowhere."""
    own = grounds.own(found.state)
    gains = {
        end for end in own if all(grounds.leaves(one, end, found.state) for one in grounds.members)
    }
    assert {answer.path.end for answer in found.answers} == gains
    ranks = [grounds.plain.ranks[grounds.members[0]][one.path.end] for one in found.answers]
    assert ranks == sorted(ranks, reverse=True)
    for answer in found.answers:
        assert len(answer.path.steps) == own[answer.path.end]
        _walk(grounds, answer.path, found.state, range(len(answer.path.steps)), own=True)
        _check_answer(grounds, found, answer)
    assert found.stable == all(answer.deterred for answer in found.answers)


def _check_answer(grounds: Grounds, found: Explanation, answer: Answer) -> None:
    state, concept = found.state, found.concept
    if concept == "nash":
        assert (answer.deterred, answer.reply, answer.way_out) == (False, None, None)
        return
    replies = grounds.replies(answer.path.end, concept in IMPROVING)
    sanctions = {end for end in replies if grounds.is_sanction(end, state, concept)}
    assert answer.deterred == bool(sanctions)
    if answer.deterred:
        nearest = min(replies[end] for end in sanctions)
        assert answer.reply is not None
        assert answer.reply.end == min(end for end in sanctions if replies[end] == nearest)
    else:
        assert answer.reached == len(replies)
        assert (answer.reply is None) == (not replies)
    if answer.reply is not None:
        assert len(answer.reply.steps) == replies[answer.reply.end]
        willing = range(len(answer.reply.steps)) if concept in IMPROVING else ()
        _walk(grounds, answer.reply, answer.path.end, willing, own=False)
    _check_way_out(grounds, found, answer)


def _check_way_out(grounds: Grounds, found: Explanation, answer: Answer) -> None:
    if answer.reply is None or found.concept not in SYMMETRIC:
        assert answer.way_out is None
        return
    out = grounds.own(answer.reply.end)
    assert (answer.way_out is None) == (not out)
    if answer.way_out is not None:
        assert answer.way_out.end in out
        steps = range(len(answer.way_out.steps))
        _walk(grounds, answer.way_out, answer.reply.end, steps, own=True)
        helps = not grounds.deterring(answer.way_out.end, found.state)
        assert helps == any(not grounds.deterring(end, found.state) for end in out)


def _walk(grounds: Grounds, path: Path, start: int, willing: Iterable[int], *, own: bool) -> None:
    """The path is legal: the model's own moves, by who may make them, nobody twice in a row."""
    here: int = start
    last: Movers = ()
    asked = set(willing)
    for number, step in enumerate(path.steps):
        inside = [one for one in step.movers if one in grounds.members]
        assert (step.movers, step.start, step.end) in grounds.plain.moves
        assert (step.start, bool(inside)) == (here, own)
        assert step.movers != last
        outside = [one for one in step.movers if one not in grounds.members]
        assert number not in asked or all(grounds.joins(one, step.end, here) for one in outside)
        here, last = step.end, step.movers
    assert (path.start, path.end) == (start, here)
