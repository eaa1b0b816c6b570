"""Whether anything is left from day to day: one solver for all days, lines as assumptions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from winset.model import Model
from winset.model.lines import NoDeal
from winset.settlement.bargain.worth import no_deal_of, worth_of
from winset.settlement.refusal.sat import SatEngine
from winset.settlement.refusal.search import Lines
from winset.settlement.setting import Setting, setting
from winset.settlement.win_sets.packages import package_count


class Timeline:
    """Asked about one day after the other; days with the same worths of no deal share a solver."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._all = setting(model, None)
        self._engines: dict[tuple[NoDeal | None, ...], SatEngine] = {}
        self._before: tuple[SatEngine, Lines, Lines] | None = None
        self._keys: Lines = frozenset()

    @property
    def combinations(self) -> int:
        """How many combinations of options there are."""
        return package_count(self._all)

    def is_open(self, day: dt.date) -> bool:
        """Whether some package is acceptable to all."""
        return self._engine(day).conflict(self._lines(day), self._links(day)) is None

    def keys(self, day: dt.date) -> tuple[str, ...]:
        """Lines in force whose end alone would open the zone; it must be empty on that day."""
        engine, lines, links = self._engine(day), self._lines(day), self._links(day)
        candidates = engine.conflict(lines, links) or frozenset()
        if self._before and self._before[0] is engine and self._grown(lines, links):
            # What opens with more in the way opened with less in the way.
            candidates &= self._keys
        self._before = (engine, lines, links)
        self._keys = frozenset(
            line for line in candidates if engine.conflict(lines - {line}, links) is None
        )
        return self._ids(self._keys)

    def opened_by(self, day: dt.date, ended: Iterable[str]) -> tuple[str, ...]:
        """Lines among those that ended that, had they not, would have kept the zone empty."""
        engine, lines, links = self._engine(day), self._lines(day), self._links(day)
        self._before = None
        places = {line.id: place for place, line in enumerate(self._all.lines)}
        late = [places[name] for name in ended if name in places]
        return self._ids(
            place for place in late if engine.conflict(lines | {place}, links) is not None
        )

    def _grown(self, lines: Lines, links: Lines) -> bool:
        return self._before is not None and (self._before[1] <= lines and self._before[2] <= links)

    def _engine(self, day: dt.date) -> SatEngine:
        stated = tuple(no_deal_of(self._model, agent.name, day) for agent in self._all.agents)
        if stated not in self._engines:
            self._engines[stated] = SatEngine(self._stage(day))
        return self._engines[stated]

    def _stage(self, day: dt.date) -> Setting:
        """All lines and links, with the worths of no deal of one day."""
        stage = self._all
        agents = tuple(
            replace(a, worth=worth_of(self._model, a.name, day, stage.issues, stage.fixed))
            for a in stage.agents
        )
        return replace(stage, agents=agents)

    def _lines(self, day: dt.date) -> Lines:
        lines = self._all.lines
        return frozenset(place for place, line in enumerate(lines) if line.span.holds(day))

    def _links(self, day: dt.date) -> Lines:
        links = self._all.links
        return frozenset(place for place, link in enumerate(links) if link.span.holds(day))

    def _ids(self, places: Iterable[int]) -> tuple[str, ...]:
        return tuple(self._all.lines[place].id for place in sorted(places))
