"""The engine keeps the laws between the concepts, and finds the plain one's paths."""

from __future__ import annotations

import numpy as np
import pytest

from tests.reference import stability as reference
from tests.stability.conflicts import as_arrays, made_up
from winset.stability import CONCEPTS, Step, stability_of
from winset.stability.evolution import paths_in


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [
        ("nash", "sseq"),
        ("sseq", "seq"),
        ("seq", "gmr"),
        ("nash", "smr"),
        ("smr", "gmr"),
        ("sseq", "smr"),
    ],
)
def test_what_is_stable_in_the_stronger_sense_is_stable_in_the_weaker(
    stronger: str, weaker: str
) -> None:
    for seed in range(300):
        found = stability_of(as_arrays(made_up(seed)), (stronger, weaker))
        assert not (found.stable[stronger] & ~found.stable[weaker]).any(), seed


def test_raising_all_ranks_alike_changes_nothing() -> None:
    for seed in range(200):
        model = made_up(seed)
        higher = {party: [3 * rank + 7 for rank in row] for party, row in model.ranks.items()}
        raised = reference.Plain(model.parties, model.count, model.moves, higher)
        before, after = stability_of(as_arrays(model)), stability_of(as_arrays(raised))
        for concept in CONCEPTS:
            assert np.array_equal(before.stable[concept], after.stable[concept]), (seed, concept)


@pytest.mark.parametrize("improving", [False, True])
def test_paths_are_legal_and_as_short_as_the_plain_engine_finds(improving: bool) -> None:
    for seed in range(300):
        model = made_up(seed)
        found = paths_in(as_arrays(model), 0, range(model.count), improving)
        lengths = {path.end: len(path.steps) for path in found}
        assert lengths == reference.distances(model, 0, improving), seed
        for path in found:
            _walk(model, path.steps, path.end, improving)


def _walk(model: reference.Plain, steps: tuple[Step, ...], end: int, improving: bool) -> None:
    here = 0
    last: tuple[str, ...] = ()
    for step in steps:
        assert (step.movers, step.start, step.end) in model.moves
        assert step.start == here
        assert step.movers != last
        assert not improving or model.all_like(step.movers, step.end, here)
        here, last = step.end, step.movers
    assert here == end
