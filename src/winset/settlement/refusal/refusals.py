"""Whether anything is left, and if not why: the short way, without counting any package."""

from __future__ import annotations

import datetime as dt

from winset.model import Model
from winset.settlement.refusal.explanation import explain
from winset.settlement.refusal.sat import SatEngine
from winset.settlement.results import Block
from winset.settlement.setting import setting, settings_day


def is_open(model: Model, day: dt.date | None = None) -> bool:
    """Whether some package is acceptable to all on a day (the model's own)."""
    stage = setting(model, settings_day(model, day))
    return SatEngine(stage).violated(frozenset(range(len(stage.lines)))) is not None


def refusals(model: Model, day: dt.date | None = None, most: int = 20) -> tuple[Block, ...]:
    """The first `most` blocks; none where some package is acceptable to all."""
    stage = setting(model, settings_day(model, day))
    engine = SatEngine(stage)
    if engine.violated(frozenset(range(len(stage.lines)))) is not None:
        return ()
    return explain(stage, engine, most).blocks
