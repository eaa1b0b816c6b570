"""Brier scores by their definition: the mean of (probability − outcome)²."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.record.examples import TALKS, day
from winset.record import Forecast, Resolution, score


def forecast(name: str, probability: float | None, outcome: bool | None) -> Forecast:
    return Forecast(name, "x", day("2001"), "y", probability=probability,
                    resolution=Resolution(day("2002"), outcome))  # fmt: skip


def test_the_score_of_one_forecast_is_exact() -> None:
    scores = score(TALKS.forecasts)
    assert scores.scores[0].brier == scores.mean == Fraction(1, 25)


def test_brier_s_own_extremes() -> None:
    # Brier 1950, in the half-range form: 0 for a certain and right forecast, 1 for a wrong one.
    assert score([forecast("a", 1, True), forecast("b", 0, False)]).mean == 0
    assert score([forecast("a", 1, False), forecast("b", 0, True)]).mean == 1


def test_baselines_are_one_half_and_the_base_rate() -> None:
    said = [forecast("a", 0.9, True), forecast("b", 0.1, False), forecast("c", 0.1, False)]
    half, rate = score(said).baselines
    assert (half.name, half.mean) == ("always 0.5", Fraction(1, 4))
    assert (rate.name, rate.probability, rate.mean) == (
        "base rate", Fraction(1, 3), Fraction(1, 3) * Fraction(2, 3))  # fmt: skip
    assert dict(score(said).skill)["always 0.5"] == 1 - Fraction(1, 100) / Fraction(1, 4)


def test_what_cannot_be_scored_is_counted() -> None:
    waiting = Forecast("w", "x", day("2001"), "y", probability=0.5)
    said = [waiting, forecast("u", 0.5, None), forecast("p", None, True), forecast("s", 0.5, True)]
    scores = score(said)
    assert [one.forecast for one in scores.scores] == ["s"]
    assert (scores.unresolved, scores.undecided, scores.without_probability) == (
        ("w",), ("u",), ("p",))  # fmt: skip


def test_without_forecasts_there_is_no_mean() -> None:
    empty = score([])
    assert (empty.mean, empty.baselines, empty.skill) == (None, (), ())
    assert "always saying 0.5" in empty.rule


@given(st.lists(st.tuples(st.integers(0, 100), st.booleans()), min_size=1))
def test_no_constant_answer_beats_the_base_rate(said: list[tuple[int, bool]]) -> None:
    listed = [forecast(str(n), percent / 100, told) for n, (percent, told) in enumerate(said)]
    scores = score(listed)
    half, rate = scores.baselines
    assert rate.mean <= half.mean
    expected = sum(Fraction((percent - 100 * told) ** 2, 10_000) for percent, told in said)
    assert scores.mean == expected / len(said)
    assert scores.mean is not None
    assert 0 <= scores.mean <= 1
