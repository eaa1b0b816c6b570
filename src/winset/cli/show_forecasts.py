"""Forecasts, how they turned out, and their scores."""

from __future__ import annotations

from collections.abc import Sequence

from winset.cli.screen import entry, heading, print_json, say, table
from winset.cli.show_entries import mark
from winset.record.entries import Forecast
from winset.record.plain import to_plain
from winset.report.findings import Score
from winset.report.words import amount
from winset.workbench.shapes import number


def show_forecasts(forecasts: Sequence[Forecast], scores: Sequence[Score], as_json: bool) -> None:
    """Print forecasts in the order they were made, then the scores with rule and baseline."""
    if as_json:
        print_json(
            {
                "forecasts": [to_plain(forecast) for forecast in forecasts],
                "scores": [_score(score) for score in scores],
            }
        )
    elif not forecasts:
        say("No forecasts.")
    else:
        table(["Id", "Made", "By", "Claim", "Probability", "Came true"], map(_row, forecasts), (4,))
        _show_scores(scores)


def _row(one: Forecast) -> list[str]:
    wording = f" (“{one.wording}”)" if one.wording else ""
    probability = "" if one.probability is None else f"{one.probability:g}"
    marked = f" [{mark(one.origin)}]" if mark(one.origin) else ""
    return [one.id, str(one.made), one.by, one.claim + wording + marked, probability, _outcome(one)]


def _outcome(one: Forecast) -> str:
    if one.resolution is None:
        return "open"
    told = {True: "yes", False: "no", None: "cannot be said"}[one.resolution.outcome]
    return f"{told}, {one.resolution.date}"


def _show_scores(scores: Sequence[Score]) -> None:
    if not scores:
        say("No score: no forecast has both a probability and a plain outcome.")
        return
    heading("Scores")
    table(
        ["Of", "Score", "Baseline", "Forecasts"],
        [
            [one.of, amount(one.value), amount(one.baseline_value), str(len(one.forecasts))]
            for one in scores
        ],
        (1, 2, 3),
    )
    for rule, baseline in dict.fromkeys((one.rule, one.baseline) for one in scores):
        entry(f"Rule: {rule}. Baseline: {baseline}.", 0)


def _score(one: Score) -> dict[str, object]:
    return {
        "of": one.of,
        "rule": one.rule,
        "value": number(one.value),
        "exact": str(one.value),
        "baseline": one.baseline,
        "baseline_value": number(one.baseline_value),
        "forecasts": list(one.forecasts),
        "note": one.note,
    }
