"""The engines equal the slow reference on thousands of models."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.reference.settlement import Answer, Reference
from tests.settlement import generated
from winset.model import Model
from winset.settlement import Outcome, Settlement, settle

NO_LIMIT = 10_000
STARTS = (*range(0, 2_000, 250), *range(40_000, 42_500, 250))
SEEDS = [range(start, start + 250) for start in STARTS]
"""4,500 models; with the 500 of the solver below 5,000 in all."""


def places(model: Model, reference: Reference, ids: tuple[str, ...]) -> tuple[int, ...]:
    known = [line.id for line in reference.lines]
    return tuple(known.index(line) for line in ids)


def check_explanation(found: Settlement, expected: Answer, reference: Reference) -> None:
    model = reference.model
    assert [places(model, reference, b.lines) for b in found.blocks] == expected.blocks
    assert [b.links for b in found.blocks] == [
        tuple(reference.block_links(block)) for block in expected.blocks
    ]
    assert [(places(model, reference, o.lines), Fraction(o.weight)) for o in found.openings] == [
        (lines, weight) for lines, weight, _ in expected.openings
    ]
    for opening in found.openings:
        left = reference.zone(reference.others(places(model, reference, opening.lines)))
        assert dict(opening.example).items() <= left[0].items()
        assert opening.opened == len(left)
    for block in found.blocks:
        lines = places(model, reference, block.lines)
        assert [line for line, _ in block.witnesses] == list(block.lines)
        for place, (_, witness) in zip(lines, block.witnesses, strict=True):
            possible = reference.zone(tuple(line for line in lines if line != place))
            assert dict(witness).items() <= possible[0].items()


def check_solutions(found: Settlement, expected: Answer, reference: Reference) -> None:
    """Whatever the order in which packages that tie are listed."""
    assert {tuple(worth for _, worth in o.points) for o in found.frontier} == expected.frontier
    for name, packages in expected.solutions.items():
        outcomes: tuple[Outcome, ...] = getattr(found.solutions, name)
        assert {outcome.package for outcome in outcomes} == {
            tuple((issue, option) for issue, option in p.items() if issue in reference.terms)
            for p in packages
        }


def check_bargain(found: Settlement, expected: Answer, reference: Reference) -> None:
    assert {tuple(worth for _, worth in o.points) for o in found.frontier} == expected.frontier
    for name, packages in expected.solutions.items():
        outcomes: tuple[Outcome, ...] = getattr(found.solutions, name)
        assert [dict(outcome.package) for outcome in outcomes] == [
            {issue: option for issue, option in p.items() if issue in reference.terms}
            for p in packages
        ]
    firsts = {reference.vector(p): p for p in reversed(expected.zone)}
    for outcome in found.frontier:
        first = firsts[tuple(worth for _, worth in outcome.points)]
        assert dict(outcome.package).items() <= first.items()


def check_sizes(found: Settlement, expected: Answer, reference: Reference) -> None:
    assert found.packages == expected.packages
    assert dict(found.win_sets) == expected.win_sets
    assert found.zone == len(expected.zone)
    parties = reference.model.parties
    accepted = {
        party.id: {
            n
            for n, package in enumerate(reference.possible)
            if reference.ratified(party, package, reference.every)
        }
        for party in parties
    }
    for overlap in found.overlaps:
        one, two = overlap.parties
        assert overlap.packages == len(accepted[one] & accepted[two])
    assert len(found.overlaps) == len(parties) * (len(parties) - 1) // 2
    everything = set(range(len(reference.possible)))
    assert found.absorbed == tuple(
        party.id
        for party in parties
        if everything.intersection(*(accepted[p.id] for p in parties if p is not party))
        <= accepted[party.id]
    )
    for place, role in enumerate(found.lines):
        without = reference.zone(reference.others((place,)))
        assert role.adds == len(without) - len(expected.zone)
        assert role.blocks == sum(place in block for block in expected.blocks)


@pytest.mark.parametrize("seeds", SEEDS, ids=lambda seeds: f"seeds {seeds.start}-{seeds.stop - 1}")
def test_the_engine_equals_the_reference(seeds: range) -> None:
    for seed in seeds:
        model, day = generated.model(seed), generated.day(seed)
        reference = Reference(model, day)
        expected, found = reference.answer(), settle(model, day, NO_LIMIT)
        assert found.incomplete == (), seed
        check_sizes(found, expected, reference)
        check_explanation(found, expected, reference)
        check_bargain(found, expected, reference)


def test_the_models_made_are_of_every_kind() -> None:
    """The comparison above is worth little unless each kind of answer is among them."""
    answers = [settle(generated.model(seed), generated.day(seed), NO_LIMIT) for seed in range(1000)]
    assert sum(found.is_open for found in answers) > 200
    assert sum(len(found.blocks) > 1 for found in answers) > 100
    assert sum(any(len(o.lines) > 1 for o in found.openings) for found in answers) > 100
    assert sum(any(block.links for block in found.blocks) for found in answers) > 50
    assert sum(len(found.frontier) > 1 for found in answers) > 50


def test_the_solver_equals_the_reference() -> None:
    for seed in range(2000, 2500):
        model, day = generated.model(seed), generated.day(seed)
        reference = Reference(model, day)
        found = settle(model, day, NO_LIMIT, most_packages=0)
        expected = reference.answer()
        assert found.is_open == bool(expected.zone), seed
        check_sizes(found, expected, reference)
        check_solutions(found, expected, reference)
        assert [places(model, reference, b.lines) for b in found.blocks] == expected.blocks
        assert [places(model, reference, o.lines) for o in found.openings] == [
            lines for lines, _, _ in expected.openings
        ]
        assert [b.links for b in found.blocks] == [
            tuple(reference.block_links(block)) for block in expected.blocks
        ]
        for opening in found.openings:
            left = reference.zone(reference.others(places(model, reference, opening.lines)))
            assert any(dict(opening.example).items() <= package.items() for package in left)
