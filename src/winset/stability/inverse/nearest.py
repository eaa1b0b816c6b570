"""The least changes of preference that make a state an equilibrium, nearest first.

A preference falls short for reasons: comparisons one of which has to turn out otherwise. So begin
with the stated preference, and from the nearest preference in which some comparisons have turned
go on to those in which one reason more is met, always from the one that is nearest. Whatever
preference makes the state an equilibrium meets every reason on one of these ways; what is found
first is therefore the nearest there is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

import numpy as np

from winset.stability.inverse.bundles import Reach
from winset.stability.inverse.cheapest import Nearest, Preference
from winset.stability.inverse.findings import Fact, Option, Scale
from winset.stability.inverse.judging import Judge, Terrain
from winset.stability.inverse.minds import RankedMinds
from winset.stability.inverse.question import Question
from winset.stability.moves.relations import Ints

MOST_TRIED = 3_000
"""Preferences looked for or judged before the search gives up; fewer of large models."""
_MOST_WORK = 2_000_000
"""States looked at in all, those of the whole model each time."""
_LEAST_TRIED = 60
_MOST_WAITING = 500_000
_MOST_LISTED = 1000
_MOST_COMPARED = 2_000
"""States up to which all pairs that are seen otherwise are listed."""

Wanted = tuple[Fact, ...]
"""Facts that have to hold, in order."""


@dataclass(frozen=True, slots=True)
class Revision:
    """Two states a party comes to see otherwise; a sign is 1 where it prefers the first.

    `strong` speaks of strong preference only.
    """

    party: str
    first: int
    second: int
    before: int
    after: int
    strong: bool = False


@dataclass(frozen=True, slots=True)
class PreferenceChange:
    """One way to change preferences, and what they are then.

    `distance` counts 2 for two states turned round and 1 for two that become or cease to be
    equally good (Kemeny and Snell), and the same again for strong preference where it is asked
    for. `decisive` are the comparisons that have to turn; all revisions come with them (of large
    models those are listed in which a state of a decisive comparison takes part). `ranks`
    holds, for each party that changes, its new ranks; `levels` those of strong preference.
    """

    distance: int
    revisions: tuple[Revision, ...]
    ranks: tuple[tuple[str, tuple[int, ...]], ...]
    levels: tuple[tuple[str, tuple[int, ...]], ...] = ()
    decisive: Wanted = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes that make a state an equilibrium, nearest first.

    None of them has all the decisive comparisons of one before it. One change of distance 0 says
    that it is one already; none at all, where `complete`, that no preference of the free parties
    makes it one. `given_up` says that the search was cut short, not the list alone.
    """

    state: int
    concept: str
    free: tuple[str, ...]
    changes: tuple[PreferenceChange, ...]
    complete: bool
    given_up: bool = False


def nearest_changes(question: Question, limit: int = 10) -> Changes:
    """The changes of the free parties' preferences that do it, the nearest first."""
    limit = min(max(limit, 1), _MOST_LISTED)
    search = _Search(question)
    found: list[PreferenceChange] = []
    for change in search.answers():
        if len(found) == limit:
            return Changes(question.state, question.concept, question.free, tuple(found), False)
        found.append(change)
    return Changes(
        question.state,
        question.concept,
        question.free,
        tuple(found),
        complete=not search.given_up,
        given_up=search.given_up,
    )


class _Search:
    """Goes from preference to preference, the nearest first."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.terrain, self.reach = Terrain(question), Reach(question)
        self.nearest = Nearest(question)
        self.given_up = False
        self._found: list[frozenset[Fact]] = []
        self._left = max(_LEAST_TRIED, min(MOST_TRIED, _MOST_WORK // question.conflict.count))
        self._waiting: list[tuple[int, int, int, Wanted]] = []
        self._seen: set[Wanted] = set()

    def answers(self) -> Iterator[PreferenceChange]:
        """The changes as they are found, until none is left or enough was tried."""
        self._wait(0, ())
        while self._waiting:
            bound, _, _, wanted = heappop(self._waiting)
            if any(one <= frozenset(wanted) for one in self._found):
                continue
            preferences = self._cheapest(wanted)
            if preferences is None:
                continue
            distance = sum(one.distance for one in preferences)
            self._left -= 1
            if self._left < 0 or len(self._waiting) > _MOST_WAITING:
                self.given_up = True
                return
            if distance > bound:
                self._wait(distance, wanted, again=True)
                continue
            ranks = {scale: row for one in preferences for scale, row in one.ranks.items()}
            reasons = self._reasons(ranks)
            if not reasons:
                self._found.append(frozenset(wanted))
                yield self._change(distance, ranks, wanted)
            elif all(reasons):
                self._go_on(wanted, preferences, reasons)

    def _wait(self, bound: int, wanted: Wanted, again: bool = False) -> None:
        """Come back when nothing is nearer; of equally near ones to the deepest first."""
        if again or wanted not in self._seen:
            self._seen.add(wanted)
            heappush(self._waiting, (bound, -len(wanted), len(self._seen), wanted))

    def _cheapest(self, wanted: Wanted) -> list[Preference] | None:
        """For each free party its nearest preference in which what is wanted holds."""
        found = []
        for party in self.question.free:
            own = frozenset(fact for fact in wanted if fact.scale.party == party)
            preference = self.nearest.of(party, own)
            if preference is None:
                return None
            found.append(preference)
        return found

    def _reasons(self, ranks: dict[Scale, Ints]) -> list[tuple[Option, ...]]:
        """Why preferences fall short or are no news: for each reason, options to choose from."""
        minds = RankedMinds(self.question, ranks)
        old = [facts for facts in self._found if all(_holds(ranks, fact) for fact in facts)]
        if old:
            return [tuple((fact.denied,) for fact in sorted(facts)) for facts in old]
        demands = Judge(self.terrain, minds).demands()
        return [demand.mends for demand in demands if not demand.truth]

    def _go_on(
        self, wanted: Wanted, now: list[Preference], reasons: list[tuple[Option, ...]]
    ) -> None:
        """Wait for each way to meet one of the reasons, the one whose nearest way is furthest."""
        distances = dict(zip(self.question.free, (one.distance for one in now), strict=True))
        bounds = [{option: self._bound(option, distances) for option in ways} for ways in reasons]
        for option, bound in max(bounds, key=lambda ways: (min(ways.values()), -len(ways))).items():
            self._wait(bound, tuple(sorted({*wanted, *option})))

    def _bound(self, option: Option, distances: dict[str, int]) -> int:
        """How near preferences can be at most in which an option holds besides."""
        furthest = dict(distances)
        for fact in option:
            party = fact.scale.party
            furthest[party] = max(furthest[party], self.reach.least(fact))
        return sum(furthest.values())

    def _compared(self, wanted: Wanted) -> Sequence[int]:
        """The states whose comparisons are listed: of large models those a change turns on."""
        if self.question.conflict.count <= _MOST_COMPARED:
            return range(self.question.conflict.count)
        return sorted({state for fact in wanted for state in (fact.first, fact.second)})

    def _change(self, distance: int, ranks: dict[Scale, Ints], wanted: Wanted) -> PreferenceChange:
        question = self.question
        shown = self._compared(wanted)
        revisions = tuple(
            revision
            for scale in question.scales
            for revision in revisions_of(scale, question.stated(scale), ranks[scale], shown)
            if scale.strong
            or not self.terrain.is_unknown(scale.party, revision.first, revision.second)
        )
        touched = {Scale(revision.party, revision.strong) for revision in revisions}
        mild, strong = (
            tuple(
                (scale.party, tuple(ranks[scale].tolist()))
                for scale in question.scales
                if scale in touched and scale.strong is is_strong
            )
            for is_strong in (False, True)
        )
        decisive = tuple(fact for fact in wanted if not self.reach.is_stated(fact))
        return PreferenceChange(distance, revisions, mild, strong, decisive)


def _holds(ranks: dict[Scale, Ints], fact: Fact) -> bool:
    row = ranks[fact.scale]
    return bool(row[fact.first] >= row[fact.second]) is fact.holds


def revisions_of(
    scale: Scale, before: Ints, after: Ints, shown: Sequence[int]
) -> Iterator[Revision]:
    """Every two states seen otherwise than before, one of them in `shown`, in order."""
    pairs: set[tuple[int, int]] = set()
    for state in shown:
        old, new = (np.sign(ranks[state] - ranks) for ranks in (before, after))
        others = np.flatnonzero(old != new).tolist()
        pairs.update((min(state, other), max(state, other)) for other in others)
    for first, second in sorted(pairs):
        old, new = (int(np.sign(ranks[first] - ranks[second])) for ranks in (before, after))
        yield Revision(scale.party, first, second, old, new, scale.strong)
