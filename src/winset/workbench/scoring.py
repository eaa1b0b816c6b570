"""How good forecasts were, beside the baselines they are held against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from winset.record.entries import Forecast, Status
from winset.report.findings import Score

RULE = "Brier score: mean of (probability − outcome)²; 0 is best, 1 worst"
BASELINE = "one half for every forecast"
_HALF = Fraction(1, 4)


def score(forecasts: Iterable[Forecast]) -> tuple[Score, ...]:
    """The score of all forecasts that can be told true or false, then of each forecaster.

    A forecaster is scored apart only with two such forecasts or more. Exact: a probability
    counts as the decimal it was written as.
    """
    told = tuple(forecast for forecast in forecasts if is_told(forecast))
    if not told:
        return ()
    by: dict[str, list[Forecast]] = {}
    for forecast in told:
        by.setdefault(forecast.by, []).append(forecast)
    apart = {name: own for name, own in by.items() if 1 < len(own) < len(told)}
    return (
        _score("all forecasts", told),
        *(_score(name, own) for name, own in sorted(apart.items())),
    )


def is_told(forecast: Forecast) -> bool:
    """Whether it is accepted, has a probability, and turned out plainly true or false."""
    resolved = forecast.resolution is not None and forecast.resolution.outcome is not None
    accepted = forecast.origin.status is Status.ACCEPTED
    return accepted and resolved and forecast.probability is not None


def penalty(forecast: Forecast) -> Fraction:
    """(probability − outcome)² of a forecast that `is_told`.

    >>> from winset.dates import Edtf
    >>> from winset.record.entries import Resolution
    >>> day = Edtf.parse("2001-05-01")
    >>> truth = Resolution(day, True)
    >>> penalty(Forecast("f", "a deal", day, "a", probability=0.9, resolution=truth))
    Fraction(1, 100)
    """
    outcome = 1 if forecast.resolution and forecast.resolution.outcome else 0
    return (Fraction(str(forecast.probability)) - outcome) ** 2


def _score(of: str, forecasts: Sequence[Forecast]) -> Score:
    return Score(
        of=of,
        rule=RULE,
        value=sum(map(penalty, forecasts), Fraction(0)) / len(forecasts),
        baseline=BASELINE,
        baseline_value=_HALF,
        forecasts=tuple(forecast.id for forecast in forecasts),
        note=_note(forecasts),
    )


def _note(forecasts: Sequence[Forecast]) -> str:
    read = sorted({forecast.read_by for forecast in forecasts if forecast.read_by})
    count = len(forecasts)
    counted = f"{count} {'forecast' if count == 1 else 'forecasts'}"
    return f"{counted}; probabilities read by {', '.join(read)}" if read else counted
