"""How firm a settlement is when points, worths of no deal and weights are only roughly known."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from winset.errors import Misuse
from winset.model import write_model
from winset.model.model import Model
from winset.settlement import settle
from winset.settlement.bargain.worth import exact
from winset.settlement.results import Package, Settlement, Solutions
from winset.settlement.setting import settings_day
from winset.stability.variation.lots import Lots
from winset.workbench.analysis import SETTLEMENT_NAMES, Chosen, chosen_model
from winset.workbench.opening import opened
from winset.workbench.running import Kept, Progress, Running
from winset.workbench.varying import Draws

SAMPLES = 200
"""Samples drawn where none are asked for: each is a whole settlement."""
_CHUNK = 10
_LISTED = 20
_STEPS = 500
_RULES = tuple(field.name for field in fields(Solutions))

Tally = dict[str, dict[str, int]]
"""For "zone", "opening" and each fair point, in how many samples each outcome came up."""


@dataclass(frozen=True, slots=True)
class Loosened:
    """A model whose figures are drawn anew in each sample, up to `percent` off either way.

    Points, worths of no deal and weights are drawn independently of each other, in steps of a
    five-hundredth of the greatest change; a figure of 0 stays 0.
    """

    model: Model
    day: dt.date | None
    percent: int
    seed: int
    samples: int

    @property
    def chunks(self) -> int:
        """How many chunks there are."""
        return -(-self.samples // _CHUNK)

    def __call__(self, chunk: int) -> Tally:
        """The tally of one chunk; depends on nothing but its number."""
        found: Tally = {name: {} for name in ("zone", "opening", *_RULES)}
        for number in range(chunk * _CHUNK, min((chunk + 1) * _CHUNK, self.samples)):
            model = self.sample(number)
            for name, outcome in _outcomes(model, settle(model, self.day, _LISTED)):
                found[name][outcome] = found[name].get(outcome, 0) + 1
        return found

    def sample(self, number: int) -> Model:
        """The model with the figures of one sample."""
        lots, model = Lots(self.seed, number), self.model

        def drawn(value: float) -> float:
            step = lots.below(2 * _STEPS + 1) - _STEPS
            return float(exact(value) * (1 + Fraction(self.percent * step, 100 * _STEPS)))

        points = tuple(
            replace(p, worths=tuple((i, o, drawn(w)) for i, o, w in p.worths)) for p in model.points
        )
        return replace(
            model,
            points=points,
            no_deal=tuple(replace(x, points=drawn(x.points)) for x in model.no_deal),
            red_lines=tuple(replace(x, weight=drawn(x.weight)) for x in model.red_lines),
        )


@dataclass(frozen=True, slots=True)
class Firmness:
    """In what share of the samples the zone was open, and each outcome came up, largest first."""

    chosen: Chosen
    day: dt.date | None
    percent: int
    seed: int
    samples: int
    open: Fraction
    openings: tuple[tuple[tuple[str, ...], Fraction], ...]
    fair: tuple[tuple[str, tuple[tuple[Package, Fraction], ...]], ...]


def find_firmness(
    path: Path,
    percent: int,
    draws: Draws,
    progress: Progress,
    day: dt.date | None = None,
    wanted: str = "",
) -> Firmness:
    """How often each answer comes up when the figures of the model at `path` are loosened."""
    if not 1 <= percent <= 100:
        raise Misuse(f"{percent} per cent is out of bounds; expected 1 to 100")
    chosen = chosen_model(opened(path), SETTLEMENT_NAMES, wanted)
    day = settings_day(chosen.model, day)
    samples = draws.samples or SAMPLES
    Lots(draws.seed, 0)  # refuses a seed out of bounds before anything is drawn
    loosened = Loosened(chosen.model, day, percent, draws.seed, samples)
    settle(chosen.model, day, 1)  # tells what is wrong with the model, here and once
    kept = Kept(draws.resume, _job(loosened)) if draws.resume else None
    tallies = Running(draws.runner(), progress, kept).results(loosened, loosened.chunks)
    return _firmness(chosen, loosened, tallies)


def _outcomes(model: Model, found: Settlement) -> Iterable[tuple[str, str]]:
    """What came up in one sample, as texts that any file can hold."""
    yield "zone", "open" if found.is_open else "closed"
    weights = {line.id: exact(line.weight) for line in model.red_lines}
    costs = [sum((weights[x] for x in o.lines), Fraction(0)) for o in found.openings]
    for opening, cost in zip(found.openings, costs, strict=True):
        if cost == min(costs):
            yield "opening", json.dumps(opening.lines)
    for rule in _RULES:
        for outcome in getattr(found.solutions, rule):
            yield rule, json.dumps(outcome.package)


def _firmness(chosen: Chosen, loosened: Loosened, tallies: Iterable[Tally]) -> Firmness:
    sums: Tally = {name: {} for name in ("zone", "opening", *_RULES)}
    for tally in tallies:
        for name, counts in tally.items():
            for outcome, count in counts.items():
                sums[name][outcome] = sums[name].get(outcome, 0) + count
    total = loosened.samples
    return Firmness(
        chosen,
        loosened.day,
        loosened.percent,
        loosened.seed,
        total,
        Fraction(sums["zone"].get("open", 0), total),
        tuple((tuple(lines), share) for lines, share in _shares(sums["opening"], total)),
        tuple(
            (rule, tuple((_package(found), share) for found, share in _shares(sums[rule], total)))
            for rule in _RULES
        ),
    )


def _shares(counts: dict[str, int], total: int) -> list[tuple[Any, Fraction]]:
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(json.loads(outcome), Fraction(count, total)) for outcome, count in ordered]


def _package(found: list[list[str]]) -> Package:
    return tuple((issue, option) for issue, option in found)


def _job(loosened: Loosened) -> str:
    """What tells this sampling from any other."""
    parts = [write_model(loosened.model), str(loosened.day), loosened.percent]
    text = json.dumps([*parts, loosened.seed, loosened.samples])
    return hashlib.sha256(text.encode()).hexdigest()
