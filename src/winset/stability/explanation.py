"""Why a state is stable for a party, or is not: what it could gain and what would deter it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from winset.errors import Misuse
from winset.problems import nearest_name
from winset.stability.conflict import Conflict, improving_responses, responses
from winset.stability.propagation import least_reachable
from winset.stability.relations import Ints, Truths
from winset.stability.results import Path, Step
from winset.stability.sanctions import ranks_with_way_out
from winset.stability.sequences import FAR, sequences, successors


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
"""What each concept that can be explained supposes of a party."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An improvement, and what the others can make of it.

    Where the improvement is deterred `reply` is a shortest legal sequence of the others to a
    sanction. Where it is not, it leads to the worst they can do, None when they can do nothing
    worse than leave things as they are. `way_out` is the party's best move from there, None
    without any, or where the concept does not ask for one.
    """

    improvement: Step
    deterred: bool
    reply: Path | None = None
    way_out: Step | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Every improvement a party has at a state, the best first, with the others' answers."""

    party: str
    state: int
    concept: str
    answers: tuple[Answer, ...]

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
    reader = _reader(conflict, party, state, FORESIGHT[concept])
    ranks = conflict.ranks_of(party)
    steps = sorted(
        _improvements(conflict, party, state), key=lambda step: (-int(ranks[step.end]), step.end)
    )
    return Explanation(party, state, concept, tuple(reader.answer(step) for step in steps))


def require(conflict: Conflict, party: str, state: int, concept: str) -> None:
    """Raise Misuse for a party, state or concept that is not known."""
    for kind, name, known in (
        ("party", party, conflict.parties),
        ("concept that can be explained", concept, tuple(FORESIGHT)),
    ):
        if name not in known:
            near = nearest_name(name, known)
            hint = f"did you mean {near!r}?" if near else f"expected one of {', '.join(known)}"
            raise Misuse(f"{name!r} is no {kind}; {hint}")
    if not 0 <= state < conflict.count:
        raise Misuse(f"no state {state}: the model has {conflict.count}, counted from 0")


@dataclass(frozen=True, slots=True, eq=False)
class _Reader:
    """Reads the others' answers: `values` is what a party is left with where they stop.

    `least[q]` is the least of them that the others can bring about from q, by the relations
    `movers`; what is no more than `bar` deters.
    """

    conflict: Conflict
    party: str
    foresight: Foresight
    bar: int
    values: Ints
    least: Ints
    movers: tuple[int, ...]

    def answer(self, step: Step) -> Answer:
        if not self.foresight.answered:
            return Answer(step, deterred=False)
        deterred = bool(self.least[step.end] <= self.bar)
        wanted = self.values <= self.bar if deterred else self.values == self.least[step.end]
        if wanted[step.end]:
            return Answer(step, deterred)
        reply = self._reply(step.end, wanted)
        return Answer(step, deterred, reply, self._way_out(reply.end))

    def _reply(self, start: int, wanted: Truths) -> Path:
        """A shortest sequence to a wanted state: of equally near ones the worst, then the first."""

        def enough(reached: Truths) -> bool:
            return bool((reached & wanted).any())

        found = sequences(self.conflict, start, self.foresight.improving, enough, self.movers)
        distances = np.where(wanted, found.distances(), FAR)
        nearest = np.flatnonzero(distances == distances.min())
        path = found.shortest(int(nearest[np.argmin(self.values[nearest])]))
        assert path is not None, "the least value is found where sequences lead"
        return path

    def _way_out(self, state: int) -> Step | None:
        if not self.foresight.symmetric:
            return None
        ranks = self.conflict.ranks_of(self.party)
        steps = _ways_out(self.conflict, self.party, state)
        return max(steps, key=lambda step: int(ranks[step.end]), default=None)


def _reader(conflict: Conflict, party: str, state: int, foresight: Foresight) -> _Reader:
    ranks = conflict.ranks_of(party)
    values = ranks_with_way_out(conflict, party) if foresight.symmetric else ranks
    least = values
    if foresight.answered:
        answers = improving_responses if foresight.improving else responses
        least = least_reachable(values, answers(conflict, party))
    movers = tuple(
        number for number, moves in enumerate(conflict.moves) if party not in moves.movers
    )
    return _Reader(conflict, party, foresight, int(ranks[state]), values, least, movers)


def _improvements(conflict: Conflict, party: str, state: int) -> Iterator[Step]:
    for number, relation in enumerate(conflict.moves):
        if party in relation.movers:
            for end in successors(conflict, number, np.array([state]), improving=True)[1]:
                yield Step(relation.movers, state, int(end))


def _ways_out(conflict: Conflict, party: str, state: int) -> Iterator[Step]:
    for relation in conflict.moves:
        if party in relation.movers:
            ends = relation.successors(np.array([state]))[1]
            partners = [mover for mover in relation.movers if mover != party]
            agreed = conflict.all_prefer(partners, np.full(len(ends), state), ends)
            for end in ends[agreed]:
                yield Step(relation.movers, state, int(end))
