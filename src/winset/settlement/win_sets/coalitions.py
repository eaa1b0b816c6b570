"""Which agents' acceptance is enough for every party to ratify."""

from __future__ import annotations

import math
from itertools import product

import numpy as np

from winset.model.parties import Party
from winset.settlement.ratification import party_accepts
from winset.settlement.setting import Setting

_MOST_MEMBERS = 14
_MOST_COALITIONS = 256


def winning_coalitions(setting: Setting) -> tuple[frozenset[int], ...] | None:
    """Minimal sets of agents, by place in the setting, with whom every party accepts.

    Agents that can refuse nothing are left out. None where there are too many to list.
    """
    by_party = [_of_party(setting, party) for party in setting.parties]
    if any(each is None for each in by_party):
        return None
    listed = [each for each in by_party if each is not None]
    if math.prod(len(each) for each in listed) > _MOST_COALITIONS:
        return None
    return tuple(frozenset().union(*chosen) for chosen in product(*listed))


def _of_party(setting: Setting, party: Party) -> list[frozenset[int]] | None:
    """The minimal winning coalitions of one party, from the truth table of its ratification."""
    own = {party.id, *(f"{party.id}.{member}" for member in party.members)}
    judges = [i for i, agent in enumerate(setting.agents) if agent.judges and agent.name in own]
    if len(judges) > _MOST_MEMBERS:
        return None
    codes = np.arange(1 << len(judges))
    accepted = {name: np.ones(len(codes), dtype=bool) for name in own}
    for bit, place in enumerate(judges):
        accepted[setting.agents[place].name] = (codes >> bit & 1).astype(bool)
    wins = party_accepts(party, accepted)
    least = wins.copy()
    for bit in range(len(judges)):
        least &= ~(wins[codes & ~(1 << bit)] & (codes >> bit & 1).astype(bool))
    return [
        frozenset(place for bit, place in enumerate(judges) if code >> bit & 1)
        for code in np.flatnonzero(least).tolist()
    ]
