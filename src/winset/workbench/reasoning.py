"""Questions behind a stability analysis: why a state lasts, by what ways it is reached."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from winset.errors import Misuse
from winset.model.model import Model
from winset.model.preferences import Preference
from winset.model.space import StateSpace, state_space
from winset.stability.concepts.coalitions import GROUP_CONCEPTS
from winset.stability.conflict import conflict
from winset.stability.evolution import Routes, routes_in
from winset.stability.reasons.asking import (
    Unseen,
    WeakExplanation,
    narrate_unseen,
    narrate_weak,
    round_of,
    viewed,
)
from winset.stability.reasons.explanation import FORESIGHT, SIMULTANEOUS, Explanation
from winset.stability.reasons.foreseeing import Foreseen, foresee, narrate_foreseen
from winset.stability.reasons.narration import narrate, narrate_alike
from winset.stability.results import CONCEPTS
from winset.workbench.analysis import (
    STABILITY_NAMES,
    Chosen,
    StabilityAnswer,
    chosen_model,
    unknown_name,
)
from winset.workbench.kinds import Kind, horizon_of, manner_of
from winset.workbench.lasting import lasting_states
from winset.workbench.opening import opened

MOST_ROUTES = 100
"""Shortest ways to one state that are listed."""


@dataclass(frozen=True, slots=True)
class Behind:
    """What to show of an analysis besides its answer: why a state lasts, and which ways lead."""

    why: str = ""
    parties: tuple[str, ...] = ()
    paths: str = "one"
    where: str = ""

    def __post_init__(self) -> None:
        if self.where and self.why:
            raise Misuse("--where chooses among the states that last; --why explains one state")
        if self.parties and not self.why:
            raise Misuse("--party goes with --why STATE; without it every party is shown")


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A model, and one of its states."""

    chosen: Chosen
    space: StateSpace
    state: int


Reason = Explanation | WeakExplanation | Foreseen | Unseen


@dataclass(frozen=True, slots=True, eq=False)
class WhyAnswer:
    """Why a state is stable, or is not, for each party and concept asked for, party by party."""

    asked: Asked
    explanations: tuple[Reason, ...]
    believed: Mapping[str, StateSpace] = field(default_factory=dict)
    """For each party that goes by its own view, the states with the preferences it believes in."""

    def space_of(self, found: Reason) -> StateSpace:
        """The states as whoever asks sees them."""
        return self.believed.get(found.party, self.asked.space)


@dataclass(frozen=True, slots=True)
class Evolution:
    """The shortest ways from the status quo to states that last, by any moves and by improvements.

    `targets` are the states looked for; `left_out` counts those that were not.
    """

    moves: tuple[Routes, ...]
    gains: tuple[Routes, ...]
    targets: tuple[int, ...]
    left_out: int = 0

    def missing(self, routes: Sequence[Routes]) -> tuple[int, ...]:
        """The states that none of some ways lead to."""
        ends = {route.end for route in routes}
        return tuple(target for target in self.targets if target not in ends)


def find_reasons(
    path: Path,
    behind: Behind,
    concepts: Sequence[str] = (),
    wanted: str = "",
    known: dt.date | None = None,
    kind: Kind = Kind(),  # noqa: B008 (frozen)
) -> WhyAnswer:
    """Why a state of the model at `path` is stable for parties, all when none is named.

    `kind` is the sense in which stability is asked for. With `known` nothing counts that rests
    only on works published after that day.
    """
    manner = manner_of(kind)
    asked = asked_of(path, behind.why, wanted, known)
    if kind.horizon:
        return WhyAnswer(asked, _foreseen(asked, behind.parties, kind.horizon, concepts))
    if kind.views:
        return _by_views(asked, behind.parties, concepts)
    usual = GROUP_CONCEPTS if manner.groups else CONCEPTS
    chosen = _concepts(concepts, usual, usual if manner.groups else (*usual, "sim"))
    everyone = round_of(asked.space, manner)
    sides = _sides(asked.space.model, everyone.sides, behind.parties)
    found = (everyone.asked(side, asked.state, chosen) for side in sides)
    return WhyAnswer(asked, tuple(one for some in found for one in some))


def _concepts(
    concepts: Sequence[str], usual: Sequence[str], known: Sequence[str]
) -> tuple[str, ...]:
    """The concepts asked for, the usual ones when none is; raises Misuse for an unknown one."""
    for concept in concepts:
        if concept.casefold() not in known:
            raise Misuse(unknown_name("concept", concept, known))
    return tuple(dict.fromkeys(concept.casefold() for concept in concepts)) or tuple(usual)


def _sides(
    model: Model, sides: Sequence[tuple[str, ...]], wanted: Sequence[str]
) -> Sequence[tuple[str, ...]]:
    """Those of the parties or groups that are named, by ids or names; all when none is."""
    ids = {party.name.casefold(): party.id for party in model.parties if party.name}
    ids |= {party.id.casefold(): party.id for party in model.parties}
    known = {frozenset(side): side for side in sides}
    found = []
    for text in wanted:
        named = [part.strip() for part in text.split("+")]
        side = known.get(frozenset(ids.get(name.casefold(), name) for name in named))
        if side is None:
            raise Misuse(_no_side(text, named, ids, ["+".join(side) for side in sides]))
        found.append(side)
    return found or sides


def _no_side(text: str, named: Sequence[str], ids: Mapping[str, str], sides: Sequence[str]) -> str:
    for name in named:
        if name.casefold() not in ids:
            return unknown_name("party", name, tuple(dict.fromkeys(ids.values())))
    return f"{text!r} is not asked here; expected one of {', '.join(sides)}"


def _foreseen(
    asked: Asked, parties: Sequence[str], text: str, concepts: Sequence[str]
) -> tuple[Foreseen, ...]:
    """What each party expects of the play that follows its moves."""
    if concepts:
        raise Misuse("--horizon is a concept of its own; expected it without --concept")
    model, horizon = conflict(asked.space), horizon_of(text)
    sides = _sides(asked.space.model, [(party,) for party in model.parties], parties)
    return tuple(foresee(model, party, asked.state, horizon) for (party,) in sides)


def _by_views(asked: Asked, parties: Sequence[str], concepts: Sequence[str]) -> WhyAnswer:
    """Why a state is stable for each party, going by what it sees."""
    model = asked.space.model
    chosen = _concepts(concepts, CONCEPTS, CONCEPTS)
    sides = _sides(model, [(party.id,) for party in model.parties], parties)
    views = {party: viewed(asked.space, party, asked.state, chosen) for (party,) in sides}
    found = tuple(one for view in views.values() for one in view.found)
    return WhyAnswer(asked, found, {party: view.space for party, view in views.items()})


def narrated(space: StateSpace, found: Reason) -> tuple[str, ...]:
    """A reason in sentences: the verdict first, then a paragraph for each improvement or move."""
    if isinstance(found, Foreseen):
        return narrate_foreseen(space, found)
    if isinstance(found, WeakExplanation):
        return narrate_weak(space, found)
    if isinstance(found, Unseen):
        return narrate_unseen(space, found)
    return narrate(space, found)


def told(answer: WhyAnswer) -> Iterator[tuple[str, ...]]:
    """Each reason in sentences; what is the same by several concepts once, for all of them."""
    for _, some in groupby(answer.explanations, key=lambda found: found.party):
        alike = tuple(some)
        space = answer.space_of(alike[0])
        yield from narrate_alike(space, (one for one in alike if isinstance(one, Explanation)))
        others = (narrated(space, one) for one in alike if not isinstance(one, Explanation))
        yield from dict.fromkeys(others)


def grounds(answer: WhyAnswer) -> tuple[Preference, ...]:
    """The preferences weighed in the reasons that name entries of the record as their evidence."""
    parties = {party for found in answer.explanations for party in _weighed(found)}
    stated = answer.asked.space.model.preferences
    return tuple(one for one in stated if one.because and one.party in parties)


def _weighed(found: Reason) -> Iterator[str]:
    """The parties whose preferences a reason rests on."""
    if isinstance(found, Unseen):
        return
    if isinstance(found, Foreseen):
        yield found.party
        yield from (turn.mover for line in found.lines for turn in line.turns)
        return
    yield from found.members
    if isinstance(found, WeakExplanation):
        yield from _weighed(found.general)
        yield from _weighed(found.strong)
        return
    willing = FORESIGHT.get(found.concept, SIMULTANEOUS).improving
    for answer in found.answers:
        yield from answer.improvement.movers
        if willing and answer.reply is not None:
            yield from answer.reply.as_step.movers
        if answer.misfire is not None:
            yield from (mover for step in answer.misfire.moves for mover in step.movers)


def find_routes(answer: StabilityAnswer, targets: int = 12, most: int = MOST_ROUTES) -> Evolution:
    """The shortest ways from the status quo to what lasts, `most` of each length at most.

    Merged parties make their moves together; under a reading of unknown preference movers also
    make moves that they may like.
    """
    start = answer.space.status_quo
    if start is None:
        raise Misuse("the model names no status quo; [states] status_quo = … tells where to start")
    everyone = round_of(answer.space, manner_of(answer.kind))
    lasting = lasting_states(answer.found)
    ends = lasting[:targets]
    moves, gains = (
        routes_in(everyone.conflict, start, ends, everyone.consent(improvements), most)
        for improvements in (False, True)
    )
    return Evolution(moves, gains, tuple(ends), len(lasting) - len(ends))


def asked_of(path: Path, state: str, wanted: str, known: dt.date | None = None) -> Asked:
    """The model at `path` and the state of that name; raises Misuse or Faulty."""
    chosen = chosen_model(replace(opened(path), known_by=known), STABILITY_NAMES, wanted)
    space = state_space(chosen.model)
    return Asked(chosen, space, space.index_of(state))
