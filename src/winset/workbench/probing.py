"""What an analyst asks of a model beyond its plain answer: what if, at what price, and how firm."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from winset.errors import Misuse
from winset.model.model import Model
from winset.settlement import settle, sweep, turns
from winset.settlement.bargain.logrolling import Divided, Logroll, divide, logrolls
from winset.settlement.bargain.payments import Payments, side_payments
from winset.settlement.refusal.effort import Spent
from winset.settlement.results import Change, Package, Settlement, Turn
from winset.settlement.setting import setting, settings_day
from winset.settlement.what_if.chances import Ratification, has_chances, ratification
from winset.settlement.what_if.changes import read_given, with_line, with_quota, without_lines
from winset.settlement.what_if.comparison import Comparison, compare
from winset.settlement.what_if.improving import Improvements, improve, require_lawful
from winset.settlement.what_if.no_deal import Gain, gains_over_time, read_package
from winset.settlement.what_if.no_deal import gains as gains_of
from winset.settlement.what_if.point_margins import point_margins
from winset.settlement.what_if.probing import Probe, probe
from winset.settlement.what_if.sensitivity import (
    Margin,
    Margins,
    nearest_first,
    no_deal_margins,
    quota_margins,
    weight_margins,
)
from winset.settlement.what_if.verdicts import Verdict, judge
from winset.workbench.analysis import SETTLEMENT_NAMES, Chosen, chosen_model
from winset.workbench.durability import DurabilityAnswer, find_durability, packages_of
from winset.workbench.opening import opened


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: changes of the model first, then what to look at.

    `drop` names lines given up, `add` and `quota` hold texts as `changes` reads them, `given` an
    expression, `improve` a package. `limit` bounds every list.
    """

    drop: tuple[str, ...] = ()
    add: tuple[str, ...] = ()
    quota: tuple[str, ...] = ()
    given: str = ""
    improve: str = ""
    divisible: bool = False
    trades: bool = False
    durable: bool = False
    sensitive: bool = False
    limit: int = 100

    @property
    def changes(self) -> bool:
        """Whether the model is to be changed."""
        return bool(self.drop or self.add or self.quota)

    def __bool__(self) -> bool:
        looks = (
            self.given,
            self.improve,
            self.divisible,
            self.trades,
            self.durable,
            self.sensitive,
        )
        return self.changes or any(looks)


@dataclass(frozen=True, slots=True)
class Examined:
    """One package looked at from all sides; `over_time` pairs days with the gains from then on."""

    verdict: Verdict
    gains: tuple[Gain, ...]
    over_time: tuple[tuple[dt.date | None, tuple[Gain, ...]], ...]
    payments: tuple[Payments, ...]
    chance: Ratification | None


@dataclass(frozen=True, slots=True)
class MarginsAnswer:
    """How far each figure can move alone before the answer changes, smallest moves first."""

    margins: tuple[Margin, ...]
    incomplete: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer of the model, changed as asked, and of each look that was asked for.

    `original` is the model as it stands, `chosen` as changed.
    """

    chosen: Chosen
    original: Model
    day: dt.date | None
    found: Settlement
    compared: Comparison | None = None
    probe: Probe | None = None
    examined: Examined | None = None
    improvements: Improvements | None = None
    divided: Divided | None = None
    logrolls: tuple[Logroll, ...] = ()
    durability: DurabilityAnswer | None = None
    margins: MarginsAnswer | None = None
    asked: bool = False
    """Whether anything was asked beyond the plain answer."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two answers side by side, with the models they come from."""

    before: Chosen
    after: Chosen
    found: Comparison


@dataclass(frozen=True, slots=True)
class Swept:
    """A model from day to day: the sizes after every change, and when the zone closed or opened."""

    chosen: Chosen
    changes: tuple[Change, ...]
    turns: tuple[Turn, ...]


def find_sweep(path: Path, wanted: str = "", known: dt.date | None = None) -> Swept:
    """The zone of the model at `path` over every day on which a line begins or ends."""
    chosen = chosen_model(replace(opened(path), known_by=known), SETTLEMENT_NAMES, wanted)
    changes = sweep(chosen.model)
    return Swept(chosen, changes, turns(changes))


def ask(
    path: Path,
    question: Question,
    day: dt.date | None = None,
    wanted: str = "",
    known: dt.date | None = None,
) -> Reply:
    """Answer a question of the model at `path`; raises Misuse or Faulty.

    With `known` nothing counts that rests only on works published after that day.
    """
    limit = question.limit
    _require_limit(limit)
    contents = replace(opened(path), known_by=known)
    original = chosen_model(contents, SETTLEMENT_NAMES, wanted)
    model = changed(original.model, question)
    chosen = replace(original, model=model)
    # What can be asked wrongly comes first: the settlement itself may take long.
    given = read_given(model, question.given) if question.given else None
    package = _whole_package(model, question, day)
    divided = divide(model, day) if question.divisible else None
    trades = logrolls(model, day) if question.trades else ()
    better = improve(model, package, day, limit) if package and question.improve else None
    compared = compare(original.model, model, day, day, limit) if question.changes else None
    probed = None if given is None else probe(model, given, day, limit)
    found = _found(model, day, limit, compared, probed)
    found = replace(found, assumptions=(*found.assumptions, *original.assumptions))
    return Reply(
        chosen,
        original.model,
        settings_day(model, day),
        found,
        compared,
        probed,
        None if package is None else _examined(model, package, day),
        better,
        divided,
        trades,
        _durability(model, package, found, day) if question.durable else None,
        find_margins(model, found, day) if question.sensitive else None,
        bool(question),
    )


def _found(
    model: Model,
    day: dt.date | None,
    limit: int,
    compared: Comparison | None,
    probed: Probe | None,
) -> Settlement:
    """The settlement, taken from what was computed on the way where there is something."""
    if probed is not None:
        return probed.found
    return settle(model, day, limit) if compared is None else compared.after


def changed(model: Model, question: Question) -> Model:
    """The model with lines given up and added and quotas moved, as a question asks."""
    made = without_lines(model, question.drop)
    for text in question.add:
        made = with_line(made, text)
    for text in question.quota:
        made = with_quota(made, text)
    return made


def compare_answers(
    paths: Sequence[Path], days: Sequence[dt.date] = (), limit: int = 100, wanted: str = ""
) -> Compared:
    """One model on two days, or two models, on one day each at most; raises Misuse or Faulty."""
    _require_limit(limit)
    if len(days) > 2 or len(paths) > 2 or (len(paths) == 1 and len(days) != 2):
        raise Misuse(
            "a comparison is of two days of one model, as --as-of 2016-12-15 --as-of 2018-11-14, "
            "or of two models, as old.toml new.toml, on two days at most"
        )
    models = [chosen_model(opened(path), SETTLEMENT_NAMES, wanted) for path in paths]
    first, second = models[0], models[-1]
    before, after = (days[0], days[-1]) if days else (None, None)
    return Compared(first, second, compare(first.model, second.model, before, after, limit))


def find_margins(model: Model, found: Settlement, day: dt.date | None = None) -> MarginsAnswer:
    """The margins of weights, worths of no deal, quotas and points, each moved alone."""
    kinds: tuple[tuple[str, Callable[[], Margins]], ...] = (
        ("weights", lambda: Margins(weight_margins(model, found))),
        ("quotas", lambda: Margins(quota_margins(model, day))),
        ("worths of no deal", lambda: no_deal_margins(model, day)),
        ("points", lambda: point_margins(model, day)),
    )
    margins: list[Margin] = []
    left_out: list[str] = []
    for kind, made in kinds:
        try:
            one = made()
        except (Misuse, Spent) as error:
            one = Margins(incomplete=(f"{kind}: {error}",))
        margins += one.margins
        left_out += one.incomplete
    return MarginsAnswer(tuple(nearest_first(margins)), tuple(left_out))


def _require_limit(limit: int) -> None:
    if limit < 1:
        raise Misuse(f"a limit of {limit} leaves nothing to show; expected 1 or more")


def _examined(model: Model, package: Package, day: dt.date | None) -> Examined:
    """The package that is given, or at hand, from all sides."""
    return Examined(
        judge(setting(model, settings_day(model, day)), package),
        gains_of(model, package, day),
        gains_over_time(model, package),
        side_payments(model, package, day),
        ratification(model, package, day) if has_chances(model) else None,
    )


def _whole_package(model: Model, question: Question, day: dt.date | None) -> Package | None:
    """The package at hand, or that is given; None where neither is one whole package."""
    if question.improve:
        package = read_package(model, question.improve, day)
        require_lawful(model, package, day)
        return package
    try:
        return read_package(model, question.given, day) if question.given else None
    except Misuse:  # something less than a whole package is given
        return None


def _durability(
    model: Model, package: Package | None, found: Settlement, day: dt.date | None
) -> DurabilityAnswer:
    """The package in question, else all of the frontier and the fair points."""
    return find_durability(model, (package,) if package else packages_of(found), day)
