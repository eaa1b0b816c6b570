"""How good a case's forecasts were, as a report shows it: each figure with rule and baseline."""

from __future__ import annotations

from collections.abc import Iterable

from winset.record.entries import Forecast, Status
from winset.record.scores import Scores, score
from winset.report.findings import Score


def score_accepted(forecasts: Iterable[Forecast]) -> Scores:
    """The scores of the forecasts a person has accepted; suggestions are not scored."""
    return score(one for one in forecasts if one.origin.status is Status.ACCEPTED)


def reported(scores: Scores) -> tuple[Score, ...]:
    """The mean score beside each baseline; nothing where no forecast can be scored."""
    if scores.mean is None:
        return ()
    return tuple(
        Score(
            of="all forecasts",
            rule=scores.rule,
            value=scores.mean,
            baseline=baseline.name,
            baseline_value=baseline.mean,
            forecasts=tuple(one.forecast for one in scores.scores),
            note=unscored_in_words(scores),
        )
        for baseline in scores.baselines
    )


def unscored_in_words(scores: Scores) -> str:
    """Which forecasts have no score, and why; empty when all have one."""
    lacking = (
        ("not resolved yet", scores.unresolved),
        ("resolved without a plain outcome", scores.undecided),
        ("given without a probability", scores.without_probability),
    )
    return "; ".join(f"{why}: {', '.join(ids)}" for why, ids in lacking if ids)
