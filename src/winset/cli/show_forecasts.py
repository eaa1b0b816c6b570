"""Forecasts, how they turned out, and their scores."""

from __future__ import annotations

from collections.abc import Sequence

from winset.cli.screen import heading, print_json, say, table
from winset.cli.show_entries import mark
from winset.record.entries import Forecast
from winset.record.plain import to_plain
from winset.record.scores import Scores
from winset.report.words import amount, counted
from winset.workbench.scoring import unscored_in_words
from winset.workbench.shapes import number


def show_forecasts(forecasts: Sequence[Forecast], scores: Scores, as_json: bool) -> None:
    """Print forecasts in the order they were made, then the scores with rule and baselines."""
    if as_json:
        listed = [to_plain(forecast) for forecast in forecasts]
        print_json({"forecasts": listed, "scores": _shape(scores)})
    elif not forecasts:
        say("No forecasts.")
    else:
        briers = {one.forecast: amount(one.brier) for one in scores.scores}
        table(
            ["Id", "Made", "By", "Claim", "Chance", "Came true", "Score"],
            [[*_row(one), briers.get(one.id, "")] for one in forecasts],
            right=(4, 6),
        )
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


def _show_scores(scores: Scores) -> None:
    heading("Scores")
    if scores.mean is None:
        say("None: no forecast has both a probability and a plain outcome.")
    else:
        rows = [[f"baseline: {one.name}", amount(one.mean)] for one in scores.baselines]
        mean = [f"mean of {counted(len(scores.scores), 'forecast')}", amount(scores.mean)]
        table(["", "Score"], [mean, *rows], right=(1,))
        say(f"Rule: {scores.rule}")
    if unscored_in_words(scores):
        say(f"Without a score: {unscored_in_words(scores)}.")


def _shape(scores: Scores) -> dict[str, object]:
    return {
        "rule": scores.rule,
        "mean": None if scores.mean is None else number(scores.mean),
        "baselines": [
            {"name": one.name, "probability": number(one.probability), "mean": number(one.mean)}
            for one in scores.baselines
        ],
        "scores": {one.forecast: number(one.brier) for one in scores.scores},
        "unresolved": list(scores.unresolved),
        "undecided": list(scores.undecided),
        "without_probability": list(scores.without_probability),
    }
