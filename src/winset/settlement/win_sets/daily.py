"""Sizes from day to day by decision diagrams: what did not change is not counted again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from winset.model import Model
from winset.settlement.bargain.worth import no_deal_of
from winset.settlement.setting import Setting, setting
from winset.settlement.win_sets.counting import Counter
from winset.settlement.win_sets.sizes import Sizes

_STATES = 3_500
_STATES_EACH = 3_000
_LEAST = 100
"""What a count takes from the budget at least: making a diagram takes time too."""

_Key = tuple[object, ...]


class DailySizes:
    """Asked about one day after the other; None where the budget for all days has ended."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._left = _STATES
        self._known: dict[_Key, int | None] = {}

    def of(self, day: dt.date, is_open: bool) -> Sizes:
        """The sizes on a day on which it is known whether any package is left."""
        names = [party.id for party in self._model.parties]
        if not self._left:
            return Sizes(None, tuple((name, None) for name in names), None if is_open else 0)
        stage = setting(self._model, day)
        return Sizes(
            self._number(stage, ()),
            tuple((name, self._number(stage, (name,))) for name in names),
            self._number(stage, names) if is_open else 0,
        )

    def _number(self, stage: Setting, parties: Sequence[str]) -> int | None:
        key = self._key(stage, parties)
        if key not in self._known:
            allowed = min(self._left, _STATES_EACH)
            counted = Counter(stage, allowed).number(parties, states=allowed)
            self._left = max(0, self._left - max(_LEAST, counted.states))
            self._known[key] = counted.exact
        return self._known[key]

    def _key(self, stage: Setting, parties: Sequence[str]) -> _Key:
        """What the number of packages these parties accept depends on."""
        own = [agent for agent in stage.agents if agent.name.partition(".")[0] in parties]
        lines = [stage.lines[place].id for agent in own for place in agent.lines]
        stated = [no_deal_of(self._model, agent.name, stage.day) for agent in own]
        return (*parties, *sorted(lines), *(link.id for link in stage.links), *stated)
