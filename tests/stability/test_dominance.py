"""Which states some other offers more in every respect."""

from __future__ import annotations

import numpy as np
import pytest

from winset.stability.concepts.dominance import alike_in, dominated


@pytest.mark.parametrize("rows", [1, 2, 3, 4])
def test_a_state_is_dominated_where_another_of_its_label_offers_more_in_every_row(
    rows: int,
) -> None:
    chance = np.random.default_rng(rows)
    for _ in range(150):
        count, most = int(chance.integers(1, 25)), int(chance.integers(1, 9))
        label = chance.integers(0, 3, count)
        offers, ranks = chance.integers(0, most, (2, rows, count))
        expected = [
            any(
                label[other] == label[state] and (offers[:, other] > ranks[:, state]).all()
                for other in range(count)
            )
            for state in range(count)
        ]
        assert dominated(label, offers, ranks).tolist() == expected


def test_columns_have_one_number_where_they_are_equal() -> None:
    ranks = np.array([[2, 0, 2, 2], [1, 1, 1, 0]])
    first, second, third, fourth = alike_in(ranks).tolist()
    assert first == third
    assert len({first, second, fourth}) == 3
    assert alike_in(ranks[:, :0]).tolist() == []
