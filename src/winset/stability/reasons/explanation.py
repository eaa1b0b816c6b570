"""Why a state is stable for a party, or is not: what it could gain and what would deter it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from winset.errors import Misuse
from winset.problems import nearest_name
from winset.stability.concepts.attitudes import by_ranks
from winset.stability.conflict import Conflict
from winset.stability.moves.relations import Ints
from winset.stability.moves.sequences import Sequences
from winset.stability.reasons.standpoint import PLAIN, Sense, Standpoint
from winset.stability.results import Path, Step


@dataclass(frozen=True, slots=True)
class Foresight:
    """What a party reckons with: answers at all, answers their authors like, ways out of them."""

    answered: bool
    improving: bool = False
    symmetric: bool = False


FORESIGHT: Mapping[str, Foresight] = {
    "nash": Foresight(answered=False),
    "gmr": Foresight(answered=True),
    "smr": Foresight(answered=True, symmetric=True),
    "seq": Foresight(answered=True, improving=True),
    "sseq": Foresight(answered=True, improving=True, symmetric=True),
}
"""What each concept supposes of a party."""
SIMULTANEOUS = Foresight(answered=True, improving=True)
"""What SIM supposes: others make moves they like, at the same time."""


@dataclass(frozen=True, slots=True)
class Misfire:
    """Moves that others may make at the same time, and the states all may then come to."""

    moves: tuple[Step, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An improvement, and what the others can make of it.

    Where the improvement is deterred `reply` is a shortest legal sequence of the others to a
    sanction, the first state among the nearest. Where it is not, it leads to the worst of the
    states they can bring about, `reached` in number, None without any. `way_out` is the best that
    can be made of where the reply ends, None without a move, or where the concept does not ask.
    For SIM, `misfire` holds what deters in the place of a reply.
    """

    path: Path
    deterred: bool
    reply: Path | None = None
    way_out: Path | None = None
    reached: int = 0
    misfire: Misfire | None = None

    @property
    def improvement(self) -> Step:
        """The improvement as one step, by whoever moves on its path."""
        return self.path.as_step


@dataclass(frozen=True, slots=True)
class Explanation:
    """Every improvement a party has at a state, the best first, with the others' answers.

    `members` are those who ask: a party, or several that are one party or a group moving
    `in_turn`.
    """

    party: str
    state: int
    concept: str
    answers: tuple[Answer, ...]
    members: tuple[str, ...]
    sense: Sense = PLAIN
    in_turn: bool = False

    @property
    def stable(self) -> bool:
        """Whether everything is deterred."""
        return self.undeterred is None

    @property
    def undeterred(self) -> Answer | None:
        """The best improvement that nothing deters, None where there is none."""
        return next((answer for answer in self.answers if not answer.deterred), None)


def explain(conflict: Conflict, party: str, state: int, concept: str) -> Explanation:
    """Why a state is stable for a party by a concept, or is not.

    Raises Misuse for a party, state or concept that is not known.
    """
    require(conflict, party, state, concept)
    (found,) = explanations(Standpoint(conflict, (party,), state, by_ranks(conflict)), [concept])
    return found


def explanations(asker: Standpoint, concepts: Sequence[str]) -> tuple[Explanation, ...]:
    """Why the state is stable for whoever asks, or is not, by each of the concepts.

    Steps: list the improvements. For each, follow the others' sequences move by move until every
    concept has met a sanction, or there is nowhere left to go.

    Raises Misuse for a concept that is not known.
    """
    for concept in concepts:
        require_known("concept that can be explained", concept, tuple(FORESIGHT))
    kinds = tuple(dict.fromkeys(FORESIGHT[concept] for concept in concepts))
    rows = [_answers(asker, path, kinds) for path in asker.improvements()]
    return tuple(
        Explanation(
            asker.name,
            asker.state,
            concept,
            tuple(row[FORESIGHT[concept]] for row in rows),
            asker.members,
            asker.sense,
            asker.in_turn,
        )
        for concept in concepts
    )


def require(conflict: Conflict, party: str, state: int, concept: str) -> None:
    """Raise Misuse for a party, state or concept that is not known."""
    require_known("party", party, conflict.parties)
    require_known("concept that can be explained", concept, tuple(FORESIGHT))
    if not 0 <= state < conflict.count:
        raise Misuse(f"no state {state}: the model has {conflict.count}, counted from 0")


def require_known(kind: str, name: str, known: Sequence[str]) -> None:
    """Raise Misuse, with the nearest name, for one that is not known."""
    if name not in known:
        near = nearest_name(name, known)
        hint = f"did you mean {near!r}?" if near else f"expected one of {', '.join(known)}"
        raise Misuse(f"{name!r} is no {kind}; {hint}")


def _answers(
    asker: Standpoint, path: Path, kinds: Sequence[Foresight]
) -> Mapping[Foresight, Answer]:
    """What becomes of an improvement, by what is reckoned with."""
    found = {kind: Answer(path, False) for kind in kinds if not kind.answered}
    for willing in (False, True):
        alike = [kind for kind in kinds if kind.answered and kind.improving == willing]
        if alike:
            found |= _replied(asker, path, willing, alike)
    return found


def _replied(
    asker: Standpoint, path: Path, willing: bool, kinds: Sequence[Foresight]
) -> Mapping[Foresight, Answer]:
    """What the others can make of an improvement, by concepts that differ in ways out only."""
    found: dict[Foresight, Answer] = {}
    replies = asker.replies(path.end, willing)
    reached: list[Ints] = []
    for states in replies.spread():
        reached.append(states)
        for kind in kinds:
            sanction = None if kind in found else _sanction(asker, states, kind)
            if sanction is not None:
                way_out = asker.way_out(sanction) if kind.symmetric else None
                found[kind] = Answer(path, True, replies.path_to(sanction), way_out)
        if len(found) == len(kinds):
            return found
    every = np.concatenate([np.zeros(0, dtype=np.int64), *reached])
    for kind in kinds:
        if kind not in found:
            found[kind] = _undeterred(asker, path, replies, every, kind)
    return found


def _sanction(asker: Standpoint, states: Ints, kind: Foresight) -> int | None:
    """The first of some states that deters, and that whoever asks cannot mend where that counts."""
    deterring = states[asker.deters(states)]
    if kind.symmetric and deterring.size:
        deterring = deterring[~asker.mended(deterring)]
    return int(deterring[0]) if deterring.size else None


def _undeterred(
    asker: Standpoint, path: Path, replies: Sequences, every: Ints, kind: Foresight
) -> Answer:
    """The improvement with the worst the others can do.

    That is what would deter but for a way out, else what the first member ranks lowest; of equals
    the nearest.
    """
    if not every.size:
        return Answer(path, False)
    deterring = every[asker.deters(every)]
    some = deterring if deterring.size else every
    worst = int(some[np.argmin(asker.conflict.ranks_of(asker.members[0])[some])])
    way_out = asker.way_out(worst) if kind.symmetric else None
    return Answer(path, False, replies.path_to(worst), way_out, len(every))
