"""How firm a settlement is when its figures are loosened."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from winset.cli.screen import heading, print_json, say, table
from winset.cli.show_packages import RULES, show_grid
from winset.report.words import Names, names_of
from winset.settlement.results import Package
from winset.workbench.loosening import Firmness
from winset.workbench.shapes import Shape, number

_RULE = (
    "Rule: every stated point, worth of no deal and weight is drawn anew in each sample, "
    "independently and evenly up to {} % below or above what is stated; a figure of 0 stays 0."
)


def show_firmness(found: Firmness, limit: int, as_json: bool) -> None:
    """Print in what share of the samples there is a settlement, and each outcome comes up."""
    if as_json:
        print_json(_shape(found))
        return
    names = names_of(found.chosen.record, [found.chosen.model])
    say(found.chosen.model.title or found.chosen.version.name)
    say(
        f"In {_share(found.open)} of {found.samples:,} samples (seed {found.seed}) some package is "
        "acceptable to every side."
    )
    if found.openings:
        heading("How often each way out is cheapest")
        rows = [[_share(share), ", ".join(lines)] for lines, share in found.openings[:limit]]
        table(["Share", "Give up"], rows, right=(0,))
    for rule, shares in found.fair:
        _show_packages(f"How often each package is the {RULES[rule]} point", shares[:limit], names)
    say(_RULE.format(found.percent))


def _show_packages(title: str, shares: Sequence[tuple[Package, Fraction]], names: Names) -> None:
    if shares:
        heading(title)
        packages = [package for package, _ in shares]
        show_grid(packages, [("Share", [_share(share) for _, share in shares])], names)


def _share(share: Fraction) -> str:
    """A share in per cent; what is rounded to none or all is told from them."""
    if share in (0, 1):
        return "none" if share == 0 else "all"
    return f"{min(max(float(100 * share), 0.1), 99.9):.1f}%"


def _shape(found: Firmness) -> Shape:
    return {
        "as_of": found.day.isoformat() if found.day else None,
        "percent": found.percent,
        "seed": found.seed,
        "samples": found.samples,
        "open": number(found.open),
        "openings": [
            {"lines": list(lines), "share": number(share)} for lines, share in found.openings
        ],
        "fair": {
            rule: [{"package": dict(package), "share": number(share)} for package, share in shares]
            for rule, shares in found.fair
        },
        "rule": _RULE.format(found.percent),
    }
