"""All a report needs of a case, computed: the analysis of its days, of stability, of forecasts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from winset.dates import parse_day
from winset.model.model import Model
from winset.report.findings import Findings, StableStates
from winset.settlement import settle, sweep
from winset.settlement.results import Change, Settlement
from winset.workbench.analysis import SETTLEMENT_NAMES, STABILITY_NAMES, Chosen, chosen_model
from winset.workbench.lasting import stable_states
from winset.workbench.opening import Contents
from winset.workbench.scoring import reported, score_accepted
from winset.workbench.watching import Watch, unwatched

MOST_DAYS = 12
"""How many days are looked at closely when the case names none."""


def find(contents: Contents, days: Sequence[dt.date] = (), watch: Watch = unwatched) -> Findings:
    """Everything the engines find in a case, on these days or on its own."""
    settling = _model_for(contents, SETTLEMENT_NAMES)
    moving = _model_for(contents, STABILITY_NAMES)
    changes = sweep(settling.model) if settling else ()
    closely = tuple(days) or days_of(contents)
    if settling and not closely:
        own = settling.model.date
        closely = (*telling_days(changes), *((own,) if own else ()))
    return Findings(
        record=contents.record,
        model=settling.model if settling else None,
        days=_settled(settling, closely, watch) if settling else (),
        changes=changes,
        stability=_lasting(moving) if moving and plays(moving.model) else None,
        scores=reported(score_accepted(contents.record.forecasts)),
        versions=tuple(dict.fromkeys(found.version for found in (settling, moving) if found)),
        judgements=contents.record.judgements,
        map=contents.attachments.get("map", b""),
        land=contents.attachments.get("map-context", b""),
    )


def plays(model: Model) -> bool:
    """Whether somebody can move and has a reason to; else all states last, which says nothing."""
    moves = model.graph is not None or any(issue.by for issue in model.issues)
    return moves and bool(model.preferences or model.points)


def telling_days(changes: Sequence[Change]) -> tuple[dt.date, ...]:
    """The days on which something changes; of too many, those where the sizes do, then the last."""
    if len(changes) <= MOST_DAYS:
        return tuple(change.day for change in changes)
    moved = [
        now.day
        for before, now in pairwise(changes)
        if (before.zone, before.win_sets) != (now.zone, now.win_sets)
    ]
    return tuple((moved or [change.day for change in changes])[-MOST_DAYS:])


def days_of(contents: Contents) -> tuple[dt.date, ...]:
    """The days the case asks to be looked at: its attachment "days", one a line."""
    lines = contents.attachments.get("days", b"").decode("utf-8", "replace").split()
    return tuple(sorted({parse_day(line) for line in lines}))


def _model_for(contents: Contents, names: Sequence[str]) -> Chosen | None:
    """The model kept under one of the names; None when there is none, and no only one."""
    kept = {version.name for version in contents.models}
    if not kept.intersection(names) and len(kept) != 1:
        return None
    return chosen_model(contents, names)


def _lasting(chosen: Chosen) -> StableStates:
    found = stable_states(chosen.model)
    return replace(found, assumptions=(*found.assumptions, *chosen.assumptions))


def _settled(
    chosen: Chosen, days: Sequence[dt.date], watch: Watch
) -> tuple[tuple[dt.date | None, Settlement], ...]:
    ordered: list[dt.date | None] = [*sorted(set(days))] or [chosen.model.date]
    found = [(day, settle(chosen.model, day)) for day in watch(ordered, "Settlement day by day")]
    return tuple(
        (day, replace(one, assumptions=(*one.assumptions, *chosen.assumptions)))
        for day, one in found
    )
