"""The model: all an analyst states about a negotiation, as NOTATION's file says it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from winset.model.expressions import Expression
from winset.model.issues import Issue
from winset.model.lines import Link, NoDeal, Points, RedLine
from winset.model.misperceptions import Misperception
from winset.model.parties import Party
from winset.model.preferences import Preference


@dataclass(frozen=True, slots=True)
class StateRules:
    """Which combinations of options are states, which count as one, and what they are called.

    `names` are ids of states, each with an expression true of that state alone; `titles` say in
    words what a named state is.
    """

    impossible: tuple[Expression, ...] = ()
    same: tuple[Expression, ...] = ()
    status_quo: Expression | None = None
    status_quo_name: str = ""
    """The status quo as a name of a state, where the file gives a name; "" otherwise."""
    names: tuple[tuple[str, Expression], ...] = ()
    titles: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Graph:
    """States and moves that are listed, for models not made of options.

    `moves` holds, in the order of the parties, (party, ((from, (to, …)), …)).
    """

    states: tuple[str, ...]
    moves: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Model:
    """A negotiation as one analyst sees it."""

    title: str = ""
    date: dt.date | None = None
    parties: tuple[Party, ...] = ()
    issues: tuple[Issue, ...] = ()
    states: StateRules = StateRules()
    graph: Graph | None = None
    preferences: tuple[Preference, ...] = ()
    red_lines: tuple[RedLine, ...] = ()
    links: tuple[Link, ...] = ()
    points: tuple[Points, ...] = ()
    no_deal: tuple[NoDeal, ...] = ()
    misperceptions: tuple[Misperception, ...] = ()
