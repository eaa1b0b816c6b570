from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from winset.dates import Edtf
from winset.record.entries import Forecast, Origin, Resolution, Status
from winset.workbench.scoring import reported, score_accepted, unscored_in_words

DAY = Edtf.parse("2003-05-01")


def forecast(name: str, probability: float | None, outcome: bool | None = True) -> Forecast:
    resolution = Resolution(DAY, outcome)
    return Forecast(name, "a deal", DAY, "Jane", probability=probability, resolution=resolution)


def test_the_mean_stands_beside_each_baseline() -> None:
    scores = reported(score_accepted([forecast("a", 0.9), forecast("b", 0.3, False)]))
    # (0.01 + 0.09) / 2; one half and the base rate, one half too, give 1/4.
    assert [(one.value, one.baseline_value) for one in scores] == [
        (Fraction(1, 20), Fraction(1, 4))
    ] * 2
    assert all(one.rule and one.baseline for one in scores)
    assert scores[0].forecasts == ("a", "b")


def test_a_suggested_forecast_is_not_scored() -> None:
    waiting = replace(forecast("a", 0.9), origin=Origin("rules", status=Status.SUGGESTED))
    assert reported(score_accepted([waiting])) == ()


def test_what_has_no_score_is_named_with_the_reason() -> None:
    open_one = replace(forecast("c", 0.5), resolution=None)
    scores = score_accepted([forecast("a", None), forecast("b", 0.5, None), open_one])
    assert unscored_in_words(scores) == (
        "not resolved yet: c; resolved without a plain outcome: b; given without a probability: a"
    )
