"""What each red line does: the blocks it stands in, and what giving it up alone would add."""

from __future__ import annotations

from collections.abc import Sequence

from winset.settlement.refusal.explanation import Engine
from winset.settlement.refusal.search import Lines
from winset.settlement.results import Block, LineRole
from winset.settlement.setting import Setting


def line_roles(
    setting: Setting, engine: Engine, zone: int | None, blocks: Sequence[Block]
) -> tuple[LineRole, ...]:
    """One role for each line in force; `zone` is the size of the zone, None where unknown."""
    every = frozenset(range(len(setting.lines)))
    critical = engine.conflict(every) if zone == 0 else None
    roles = []
    for place, line in enumerate(setting.lines):
        adds: int | None = 0
        if critical is None or place in critical:
            adds = _added(engine, every - {place}, zone)
        standing = sum(line.id in block.lines for block in blocks)
        roles.append(LineRole(line.id, standing, adds))
    return tuple(roles)


def _added(engine: Engine, kept: Lines, zone: int | None) -> int | None:
    if zone is None:
        return None
    if zone == 0 and engine.conflict(kept) is not None:
        return 0
    opened = engine.opened(kept)
    return None if opened is None else opened - zone
