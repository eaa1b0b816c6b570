"""The states of a model, made of options or listed, with their names, moves and ranks."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from winset.errors import Misuse
from winset.model.expressions import Expression, Not
from winset.model.issues import Issue
from winset.model.model import Model
from winset.model.names import composed
from winset.model.naming import long_id, options_of
from winset.model.preferences import Preference
from winset.model.space.assumptions import assumptions
from winset.model.space.combinations import (
    MOST_BYTES,
    Columns,
    Combinations,
    are_codable,
    combinations,
    require_room,
    weights,
)
from winset.model.space.moves import Control, Moves, control, graph_moves, movers, option_moves
from winset.model.space.ranks import (
    Ranks,
    levels_by_groups,
    ranks_by_groups,
    ranks_by_points,
    ranks_by_statements,
)
from winset.model.vocabulary import checked_expression
from winset.model.writer import write_expression
from winset.problems import nearest_name

_IDS_AT_ONCE = 1 << 12
_MOST_NAMES = 2000
"""Among more states than this none is called the nearest: looking would take too long."""


@dataclass(frozen=True, eq=False)  # not slotted: what is costly is computed when first asked for
class StateSpace:
    """The feasible states of a model, numbered from 0.

    Made of options, they come in the order of their codes, the first issue's option changing
    fastest; states that count as one are represented by the lowest code. `home` maps every
    feasible combination to its state. Listed states keep the order of the list.
    """

    model: Model
    count: int
    codes: NDArray[np.int64]
    columns: Columns
    combinations: Combinations | None
    home: NDArray[np.int64]
    _ranks: dict[str, Ranks] = field(default_factory=dict, repr=False)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """The issues that make up the states; empty for listed states."""
        return () if self.model.graph else self.model.issues

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The id of every state."""
        return tuple(self.id(state) for state in range(self.count))

    def id(self, state: int) -> str:
        """The model's name of a state, else its options in full."""
        if self.model.graph:
            return self.model.graph.states[state]
        return self.names.get(state) or long_id(self.options(state))

    def options(self, state: int) -> dict[str, str]:
        """The option of every issue in a state; those of the lowest code where several are one."""
        return {
            issue.id: issue.options[int(self.columns[issue.id][state])] for issue in self.issues
        }

    def short(self, state: int) -> str:
        """A name for display: Y and N where all issues are yes/no, else the id.

        A dash stands where states that count as one differ.
        """
        if not self.issues or not all(issue.yes_no for issue in self.issues):
            return self.id(state)
        return "".join(self._letter(issue.id, state) for issue in self.issues)

    @cached_property
    def names(self) -> dict[int, str]:
        """The names the model gives, by state; the first where it gives several."""
        names: dict[int, str] = {}
        for name, expression in self.model.states.names:
            for state in self.where(expression)[:1]:
                names.setdefault(int(state), name)
        return names

    def where(self, expression: Expression) -> NDArray[np.int64]:
        """The states an expression is true of, in any of the combinations they stand for."""
        if self.combinations is None:
            raise Misuse("the states of this model are listed; name one, as " + self.ids[0])
        found = np.flatnonzero(self.combinations.where(expression))
        if self.count == self.combinations.count:
            return found
        return np.unique(self.home[found])

    def matching(self, text: str) -> NDArray[np.bool_]:
        """Which states an expression, or a state's name, is true of; raises Misuse for none."""
        matching = np.zeros(self.count, dtype=np.bool_)
        matching[self._indices_of(composed(text.strip()))] = True
        if not matching.any():
            raise Misuse(f"{text!r} is true of no feasible state")
        return matching

    def ids_of(self, states: NDArray[np.int64]) -> Iterator[str]:
        """The ids of some states, one after another, without holding those of all."""
        if self.model.graph:
            yield from (self.model.graph.states[state] for state in states)
            return
        words = [[long_id({issue.id: option}) for option in issue.options] for issue in self.issues]
        for begin in range(0, len(states), _IDS_AT_ONCE):
            some = states[begin : begin + _IDS_AT_ONCE].tolist()
            options = [
                [known[option] for option in self.columns[issue.id][some].tolist()]
                for issue, known in zip(self.issues, words, strict=True)
            ]
            for state, parts in zip(some, zip(*options, strict=True), strict=True):
                yield self.names.get(state) or " ".join(parts)

    def index_of(self, text: str) -> int:
        """The state with this id, short form or name, or the only one an expression is true of.

        Raises Misuse when there is none, or more than one.
        """
        found = self._indices_of(composed(text.strip()))
        if len(found) != 1:
            raise Misuse(f"{text!r} is true of {self._named(found)}; expected exactly one")
        return int(found[0])

    def _named(self, found: Sequence[int] | NDArray[np.int64]) -> str:
        """How many states were found, and the first of them."""
        if not len(found):
            return "no feasible state"
        return f"{len(found):,} states, as {' and '.join(self.id(int(s)) for s in found[:2])}"

    @cached_property
    def status_quo(self) -> int | None:
        """The state the model starts from, None when it does not say."""
        rules = self.model.states
        if rules.status_quo_name:
            return self.index_of(rules.status_quo_name)
        return None if rules.status_quo is None else self.index_of_expression(rules.status_quo)

    def index_of_expression(self, expression: Expression) -> int:
        """The only state an expression is true of; raises Misuse."""
        found = self.where(expression)
        if len(found) != 1:
            number = f"{len(found):,} states" if len(found) else "no feasible state"
            text = write_expression(expression)
            raise Misuse(f"{text!r} is true of {number}; expected exactly one")
        return int(found[0])

    @cached_property
    def moves(self) -> tuple[Moves, ...]:
        """The moves of every party alone, then of every group that changes issues together."""
        return tuple(self.moves_of(group) for group in self.movers)

    @property
    def movers(self) -> tuple[tuple[str, ...], ...]:
        """Every party alone, then every group that changes issues together."""
        return movers(self.model)

    def control(self, group: tuple[str, ...]) -> Control | None:
        """What one party, or one group, can make of each combination; None for listed states."""
        if self.combinations is None:
            return None
        return control(self.model, group, self.combinations)

    def moves_of(self, group: tuple[str, ...]) -> Moves:
        """The moves of one party, or of one group by agreement."""
        if self.model.graph:
            return graph_moves(self.model.graph, group)
        if self.combinations is None:
            raise Misuse("the model has neither issues nor a graph")
        return option_moves(self.model, group, self.combinations, self.home, self.count)

    def ranks(self, party: str) -> Ranks:
        """How a party ranks the states: higher is better, equal is indifferent."""
        self._require_party(party)
        if party not in self._ranks:
            self._ranks[party] = self._compute_ranks(party)
        return self._ranks[party]

    def levels(self, party: str) -> Ranks:
        """Levels of strong preference: a state is strongly better than one of a lower level.

        One level for all without a ranking, which alone can hold `>>`.
        """
        stated = self.preference(party)
        if not stated.ranking:
            return np.zeros(self.count, dtype=np.int64)
        return levels_by_groups(self.groups(stated), stated.strong, self.count)

    def unknown(self, party: str) -> NDArray[np.int64]:
        """Pairs of states whose order is not known for a party; shape (pairs, 2)."""
        pairs = [
            (self.index_of(first), self.index_of(second))
            for first, second in self.preference(party).unknown
        ]
        return np.array(pairs, dtype=np.int64).reshape(-1, 2)

    def preference(self, party: str) -> Preference:
        """What the model states about a party's preference, empty when it states nothing."""
        self._require_party(party)
        stated = {preference.party: preference for preference in self.model.preferences}
        return stated.get(party, Preference(party))

    def groups(self, stated: Preference) -> tuple[tuple[int, ...], ...]:
        """The groups of a ranking as states; one group of all where there is no ranking."""
        if not stated.ranking:
            return (tuple(range(self.count)),) if stated.strong else ()
        return tuple(tuple(self.index_of(state) for state in group) for group in stated.ranking)

    @cached_property
    def assumptions(self) -> tuple[str, ...]:
        """What was taken for granted, as sentences to print beside a result."""
        return assumptions(self.model, self._merged_sizes())

    def _compute_ranks(self, party: str) -> Ranks:
        stated = self.preference(party)
        if stated.order:
            return ranks_by_statements(stated.order, self._truth, self.count)
        if stated.ranking:
            return ranks_by_groups(self.groups(stated), self.count)
        for points in self.model.points:
            if points.party == party and points.worths and self.issues:
                issues = {issue.id: issue for issue in self.issues}
                return ranks_by_points(points, self.columns, issues)
        return np.zeros(self.count, dtype=np.int64)

    def _truth(self, expression: Expression) -> NDArray[np.bool_]:
        return Combinations(self.issues, self.codes, self.columns).where(expression)

    def _merged_sizes(self) -> dict[str, int]:
        if self.count == len(self.home):
            return {}
        sizes = np.bincount(self.home, minlength=self.count)
        return {
            long_id(self.options(int(state))): int(sizes[state])
            for state in np.nonzero(sizes > 1)[0]
        }

    def _letter(self, issue: str, state: int) -> str:
        if self.combinations is None or self.count == self.combinations.count:
            return "NY"[int(self.columns[issue][state])]
        chosen = np.unique(self.combinations.columns[issue][self.home == state])
        return "NY"[int(chosen[0])] if len(chosen) == 1 else "-"

    def _indices_of(self, text: str) -> Sequence[int] | NDArray[np.int64]:
        if self.model.graph:
            return [self._listed_index(text)]
        for name, expression in self.model.states.names:
            if name == text:
                return self.where(expression)
        options = options_of(text, self.issues)
        if options is not None:
            return self._index_of_options(options)
        return self._indices_by_expression(text)

    def _listed_index(self, text: str) -> int:
        states = self.model.graph.states if self.model.graph else ()
        if text not in states:
            raise Misuse(_no_state(text, states))
        return states.index(text)

    def _index_of_options(self, options: dict[str, str]) -> NDArray[np.int64]:
        places = weights(self.issues)
        code = sum(
            places[issue.id] * issue.options.index(options[issue.id]) for issue in self.issues
        )
        all_codes = self.combinations.codes if self.combinations else self.codes
        place = int(np.searchsorted(all_codes, code))
        found = place < len(all_codes) and all_codes[place] == code
        return self.home[[place]] if found else self.home[:0]

    def _indices_by_expression(self, text: str) -> NDArray[np.int64]:
        expression, problems = checked_expression(text, {issue.id: issue for issue in self.issues})
        if expression is None:
            wrong = _no_state(text, self._known_names())
            reasons = "; ".join(str(problem) for problem in problems)
            way = f"; expected a name as {self.id(0)!r}, or what is true of one state ({reasons})"
            raise Misuse(wrong if "did you mean" in wrong else wrong + way)
        return self.where(expression)

    def _known_names(self) -> Sequence[str]:
        """What states can be called, where they are few enough to look for the nearest."""
        if self.count > _MOST_NAMES:
            return tuple(self.names.values())
        return (*self.ids, *(self.short(state) for state in range(self.count)))

    def _require_party(self, party: str) -> None:
        parties = tuple(known.id for known in self.model.parties)
        if party not in parties:
            near = nearest_name(party, parties)
            hint = f"; did you mean {near!r}?" if near else f"; parties are {', '.join(parties)}"
            raise Misuse(f"{party!r} is no party of the model{hint}")


def bare_space(model: Model, room: int = MOST_BYTES) -> StateSpace:
    """The states of a model before any check; raises TooManyStates where they need more `room`."""
    if model.graph is not None:
        count = len(model.graph.states)
        every = np.arange(count, dtype=np.int64)
        return StateSpace(model, count, every, {}, None, every)
    parties = len(model.parties)
    if not model.states.impossible and are_codable(model.issues):
        total = math.prod(len(issue.options) for issue in model.issues)
        require_room(total, model.issues, parties, room)
    found = combinations(model.issues, [Not(rule) for rule in model.states.impossible])
    require_room(found.count, model.issues, parties, room)
    home, kept = _merged(found, model.states.same)
    if kept is home:
        return StateSpace(model, found.count, found.codes, found.columns, found, home)
    columns = {name: column[kept] for name, column in found.columns.items()}
    return StateSpace(model, len(kept), found.codes[kept], columns, found, home)


def _merged(
    found: Combinations, same: Sequence[Expression]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For every combination its state, and for every state its lowest combination."""
    if not same:
        every = np.arange(found.count, dtype=np.int64)
        return every, every
    first = np.arange(found.count, dtype=np.int64)
    for expression in same:
        members = np.unique(first[found.where(expression)])
        if len(members):
            first[np.isin(first, members)] = members[0]
    kept, home = np.unique(first, return_inverse=True)
    return home.reshape(-1).astype(np.int64), kept


def _no_state(text: str, names: Sequence[str]) -> str:
    near = nearest_name(text, names)
    shown = text if len(text) <= 60 else text[:57] + "..."
    return f"{shown!r} names no state" + (f"; did you mean {near!r}?" if near else "")
