"""How well made-up news in many styles is read: floors that may only be raised."""

from __future__ import annotations

from functools import lru_cache

import pytest

from tests.reading.scoring import Score, passages, score

FLOORS = {"quotes": 0.99, "kinds": 0.97, "speeches": 0.98, "speakers": 0.97, "days": 0.98}


@lru_cache(maxsize=1)
def scores() -> dict[str, Score]:
    return score(passages())


@pytest.mark.parametrize("name", list(FLOORS))
def test_what_is_marked_in_the_passages_is_found(name: str) -> None:
    found = scores()[name]
    assert found.f1 >= FLOORS[name], "\n".join(found.faults)


def test_there_are_passages_enough_to_tell() -> None:
    assert scores()["quotes"].marked >= 200
    assert scores()["days"].marked >= 100
