"""The question of the inverse: which state, by which concept, and whose preference may change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from winset.errors import Misuse
from winset.problems import nearest_name
from winset.stability.concepts.manners import Manner, Situation, plain_situation, require_concept
from winset.stability.conflict import Conflict
from winset.stability.inverse.findings import Scale
from winset.stability.moves.relations import Ints

MOST_STATES = 1 << 14
"""States of a model that is asked the other way round: each preference tried ranks all of them."""


class Ties(Enum):
    """Which states may become equally good: none, those that are already, or any."""

    NONE = "none"
    STATED = "stated"
    ANY = "any"


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """May `state` be an equilibrium of `concept`, when the parties `free` change their minds?"""

    situation: Situation
    state: int
    concept: str
    free: tuple[str, ...]
    ties: Ties = Ties.STATED

    @property
    def conflict(self) -> Conflict:
        """Who moves from where to where."""
        return self.situation.conflict

    @property
    def manner(self) -> Manner:
        """In which manner stability is asked for."""
        return self.situation.manner

    @property
    def scales(self) -> tuple[Scale, ...]:
        """What free parties compare states on: strong preference only where it is asked for."""
        kinds = (False, True) if self.manner.strength in ("strong", "weak") else (False,)
        return tuple(Scale(party, strong) for party in self.free for strong in kinds)

    def stated(self, scale: Scale) -> Ints:
        """The ranks of all states on a scale, as the model has them."""
        row = self.conflict.parties.index(scale.party)
        return self.situation.levels[row] if scale.strong else self.conflict.ranks_of(scale.party)

    def under(self, ranks: Ints, levels: Ints | None = None) -> Situation:
        """The situation where the parties rank the states so: shape (parties, states)."""
        return self.situation.under(ranks, levels)


def question(
    asked: Conflict | Situation,
    state: int,
    concept: str,
    free: Sequence[str] = (),
    ties: Ties = Ties.STATED,
) -> Question:
    """The question, every party free when none is named.

    Raises Misuse for a state, concept or party that is not known, and for what has no inverse.
    """
    where = plain_situation(asked) if isinstance(asked, Conflict) else asked
    model = where.conflict
    _require(model, state, free)
    _require_few(model)
    require_inverse(where, concept)
    named = tuple(party for party in model.parties if party in free)
    return Question(where, state, concept, named or model.parties, ties)


def require_inverse(where: Situation, concept: str) -> None:
    """Raise Misuse for a concept that cannot be asked the other way round, saying why."""
    require_concept(where.manner, concept)
    if concept == "sim" and (where.space is None or where.space.combinations is None):
        raise Misuse(
            "SIM asks what moves made at the same time lead to; the other way round that is "
            "answered for models made of issues only: give the model with issues"
        )
    if concept == "nash" and where.manner.strength == "weak":
        raise Misuse("nothing deters anybody in Nash stability, so no state is weakly Nash stable")


def _require_few(model: Conflict) -> None:
    if model.count > MOST_STATES:
        raise Misuse(
            f"the model has {model.count:,} states; what would have to change is looked for in "
            f"models of at most {MOST_STATES:,}: leave issues or options out, or rule states out"
        )


def _require(model: Conflict, state: int, free: Sequence[str]) -> None:
    for name in free:
        if name not in model.parties:
            near = nearest_name(name, model.parties)
            hint = f"did you mean {near!r}?" if near else f"expected {', '.join(model.parties)}"
            raise Misuse(f"{name!r} is no party; {hint}")
    if not 0 <= state < model.count:
        raise Misuse(f"no state {state}: the model has {model.count}, counted from 0")
