"""Settlements with loosened figures: shares against the samples themselves, one by one."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from tests.workbench.made_up import MODEL
from winset.dates import parse_day
from winset.errors import Misuse
from winset.model import read_model
from winset.settlement import settle
from winset.workbench.loosening import Firmness, Loosened, find_firmness
from winset.workbench.running import Progress
from winset.workbench.varying import Draws

OPEN, CLOSED = parse_day("2006-01-01"), parse_day("2003-01-01")


def quiet(done: int, of: int) -> None:
    """Nobody is told."""


def found(
    percent: int = 20, day: object = OPEN, progress: Progress = quiet, **draws: object
) -> Firmness:
    asked = {"samples": 25, **draws}
    return find_firmness(MODEL, percent, Draws(**asked), progress, day)  # type: ignore[arg-type]


def test_the_shares_are_those_of_the_samples() -> None:
    answer = found(percent=60)
    model = read_model(MODEL.read_text("utf-8"))
    loosened = Loosened(model, OPEN, 60, 0, 25)
    settled = [settle(loosened.sample(number), OPEN) for number in range(25)]
    for rule, shares in answer.fair:
        for package, share in shares:
            chosen = [package in [o.package for o in getattr(s.solutions, rule)] for s in settled]
            assert share == Fraction(sum(chosen), 25)
        assert sum((share for _, share in shares), Fraction(0)) >= 1
    assert answer.open == Fraction(sum(s.is_open for s in settled), 25) == 1


def test_every_figure_stays_within_its_bounds_and_zero_stays_zero() -> None:
    model = read_model(MODEL.read_text("utf-8"))
    for number in range(25):
        drawn = Loosened(model, OPEN, 30, 7, 25).sample(number)
        for before, after in zip(model.points, drawn.points, strict=True):
            for (*_, old), (*_, new) in zip(before.worths, after.worths, strict=True):
                assert abs(new - old) <= 0.3 * abs(old) + 1e-9
        assert all(line.weight > 0 for line in drawn.red_lines)


def test_the_same_seed_gives_the_same_shares_whatever_the_workers() -> None:
    assert found() == found(workers=2)
    assert found(seed=1, percent=90).fair != found(seed=2, percent=90).fair


def test_a_closed_zone_tells_how_often_each_way_out_is_cheapest() -> None:
    """Weights 5 and 3: at 20 % they cannot change places, at 60 % they can."""
    firm = found(day=CLOSED)
    assert firm.open == 0
    assert firm.openings == ((("no-more-than-a-third",), Fraction(1)),)
    assert len(found(percent=60, day=CLOSED, samples=60).openings) == 2


def test_a_run_that_was_kept_is_taken_up_again(tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    first = found(resume=kept)
    told: list[tuple[int, int]] = []
    again = found(resume=kept, progress=lambda done, of: told.append((done, of)))
    assert again == first
    assert told == [(3, 3)]
    with pytest.raises(Misuse, match="belongs to other work"):
        found(percent=30, resume=kept)


@pytest.mark.parametrize("percent", [0, 101, -5])
def test_a_spread_out_of_bounds_is_refused(percent: int) -> None:
    with pytest.raises(Misuse, match="expected 1 to 100"):
        found(percent=percent)
