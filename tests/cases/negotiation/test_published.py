"""Published negotiations: Adjusted Winner, the frontier and the fair points.

The frontiers and fair points of the indivisible versions follow from the points by going through
all 1024 and 64 divisions.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from winset.model import read_model
from winset.model.model import Model
from winset.settlement import Division, Outcome, adjusted_winner, settle

HERE = Path(__file__).parent
Exactly = tuple[Fraction, ...]

PANAMA_FRONTIER = {
    *[(0, 100), (14, 97), (20, 92), (22, 91), (36, 88), (42, 83), (44, 76), (58, 73), (64, 68)],
    *[(66, 61), (73, 58), (79, 53), (81, 46), (84, 43), (90, 38), (92, 31), (94, 27), (96, 20)],
    *[(98, 13), (100, 0)],
}
CAMP_DAVID_FRONTIER = {
    *[(0, 100), (20, 95), (30, 90), (40, 85), (50, 80), (60, 75), (65, 55), (75, 30), (85, 25)],
    *[(95, 20), (100, 0)],
}


def read(name: str) -> Model:
    return read_model((HERE / name).read_text(encoding="utf-8"), name)


def vectors(outcomes: tuple[Outcome, ...]) -> list[Exactly]:
    return [tuple(worth for _, worth in outcome.points) for outcome in outcomes]


def exactly(*numbers: int | Fraction) -> Exactly:
    return tuple(Fraction(number) for number in numbers)


def taken(outcome: Outcome, party: str) -> list[str]:
    return [issue for issue, option in outcome.package if option == party]


def divided(model: Model) -> tuple[Division, list[str]]:
    first, second = (
        [Fraction(str(worth)) for _, _, worth in points.worths] for points in model.points
    )
    return adjusted_winner(first, second), [issue.id for issue in model.issues]


def test_panama_adjusted_winner_gives_66_to_both() -> None:
    division, items = divided(read("panama.toml"))
    assert division.points == exactly(66, 66)
    assert [items[place] for place in division.split] == ["land_and_water"]
    assert division.shares == exactly(1, 1, Fraction(2, 15), 1, 0, 1, 0, 0, 0, 0)


def test_panama_indivisible() -> None:
    found = settle(read("panama.toml"))
    assert (found.packages, found.zone, found.blocks, found.openings) == (1024, 1024, (), ())
    assert set(vectors(found.frontier)) == {exactly(*point) for point in PANAMA_FRONTIER}
    assert len(found.frontier) == 20
    assert vectors(found.solutions.nash) == [exactly(64, 68)]
    assert taken(found.solutions.nash[0], "us") == [
        "us_defense_rights",
        "use_rights",
        "expansion_rights",
        "expansion_routes",
    ]
    assert found.solutions.egalitarian == found.solutions.nash
    assert set(vectors(found.solutions.utilitarian)) == {exactly(64, 68), exactly(79, 53)}
    assert len(found.solutions.utilitarian) == 2


def test_camp_david_adjusted_winner_splits_sinai() -> None:
    division, items = divided(read("camp_david.toml"))
    assert division.points == (Fraction(395, 6), Fraction(395, 6))
    assert [items[place] for place in division.split] == ["sinai"]
    assert division.shares == exactly(Fraction(1, 6), 1, 1, 1, 0, 1)


def test_camp_david_indivisible() -> None:
    found = settle(read("camp_david.toml"))
    assert (found.packages, found.zone) == (64, 64)
    assert set(vectors(found.frontier)) == {exactly(*point) for point in CAMP_DAVID_FRONTIER}
    assert len(found.frontier) == 11
    (nash,) = found.solutions.nash
    assert taken(nash, "israel") == [
        "diplomatic_recognition",
        "west_bank_gaza_strip",
        "linkage",
        "jerusalem",
    ]
    assert vectors((nash,)) == [exactly(60, 75)]
    assert found.solutions.egalitarian == found.solutions.utilitarian == (nash,)


@pytest.mark.parametrize("name", ["panama.toml", "camp_david.toml"])
def test_kalai_smorodinsky_is_the_largest_smallest_share(name: str) -> None:
    """Both parties can get 100, so shares of the best are gains: as egalitarian."""
    found = settle(read(name))
    assert found.solutions.kalai_smorodinsky == found.solutions.egalitarian
