"""How good forecasts were: the Brier score of each, and of them all, beside named baselines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from winset.record.entries import Forecast

RULE = (
    "Brier score: the square of the probability given minus the outcome (1 true, 0 false); "
    "0 is perfect, 1 is certain and wrong. The mean is over forecasts that have a probability "
    "and an outcome; the others are counted, not scored. Baselines: always saying 0.5, and always "
    "saying the share of these forecasts that came true, which is known only afterwards."
)


@dataclass(frozen=True, slots=True)
class Score:
    """One forecast's probability, outcome and Brier score, exact."""

    forecast: str
    probability: Fraction
    outcome: bool
    brier: Fraction


@dataclass(frozen=True, slots=True)
class Baseline:
    """What somebody who knew nothing would have scored: a name, a constant answer, its mean."""

    name: str
    probability: Fraction
    mean: Fraction


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of a set of forecasts; `mean` is None, and there is no baseline, without any.

    Forecasts that cannot be scored are listed by what they lack, each once: still to be resolved,
    resolved without an outcome in one word, or resolved but given without a probability.
    """

    scores: tuple[Score, ...] = ()
    mean: Fraction | None = None
    baselines: tuple[Baseline, ...] = ()
    unresolved: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    without_probability: tuple[str, ...] = ()
    rule: str = RULE

    @property
    def skill(self) -> tuple[tuple[str, Fraction], ...]:
        """1 − mean / baseline's mean for each baseline whose mean is not 0; above 0 is better."""
        if self.mean is None:
            return ()
        return tuple((one.name, 1 - self.mean / one.mean) for one in self.baselines if one.mean)


def score(forecasts: Iterable[Forecast]) -> Scores:
    """Score forecasts, in their order.

    >>> from winset.dates import Edtf
    >>> from winset.record.entries import Resolution
    >>> day = Edtf.parse("2001-06")
    >>> said = Forecast("f1", "A quota is agreed", day, "an observer", probability=0.8,
    ...                 resolution=Resolution(day, True))
    >>> score([said]).mean
    Fraction(1, 25)
    """
    listed = tuple(forecasts)
    scored = tuple(one for forecast in listed if (one := _score(forecast)) is not None)
    lacks = {forecast.id: _lack(forecast) for forecast in listed}
    return Scores(
        scores=scored,
        mean=_mean([one.brier for one in scored]) if scored else None,
        baselines=_baselines([one.outcome for one in scored]) if scored else (),
        unresolved=_lacking(lacks, "resolution"),
        undecided=_lacking(lacks, "outcome"),
        without_probability=_lacking(lacks, "probability"),
    )


def _score(forecast: Forecast) -> Score | None:
    resolution = forecast.resolution
    if resolution is None or resolution.outcome is None or forecast.probability is None:
        return None
    # The decimal that was written, not the nearest binary fraction: 0.1 is a tenth.
    probability = Fraction(str(forecast.probability))
    outcome = resolution.outcome
    return Score(forecast.id, probability, outcome, (probability - outcome) ** 2)


def _lack(forecast: Forecast) -> str:
    if forecast.resolution is None:
        return "resolution"
    if forecast.resolution.outcome is None:
        return "outcome"
    return "probability" if forecast.probability is None else ""


def _lacking(lacks: dict[str, str], what: str) -> tuple[str, ...]:
    return tuple(name for name, lack in lacks.items() if lack == what)


def _baselines(outcomes: list[bool]) -> tuple[Baseline, ...]:
    rate = Fraction(sum(outcomes), len(outcomes))
    answers = (("always 0.5", Fraction(1, 2)), ("base rate", rate))
    return tuple(
        Baseline(name, answer, _mean([(answer - outcome) ** 2 for outcome in outcomes]))
        for name, answer in answers
    )


def _mean(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)
