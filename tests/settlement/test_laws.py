"""Laws of win-sets, blocks, openings and fair points, over generated models."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.settlement import generated
from winset.model.lines import Points
from winset.model.model import Model
from winset.model.parties import Body, Party
from winset.settlement import Settlement, settle

seeds = st.integers(0, 10**6)
quick = settings(max_examples=60, deadline=None)
NO_LIMIT = 10_000


def win_sets(model: Model) -> dict[str, int]:
    return {party: size or 0 for party, size in settle(model).win_sets}


def change_bodies(model: Model, change: Callable[[Body], Body]) -> Model:
    def changed(party: Party) -> Party:
        return replace(party, bodies=tuple(change(body) for body in party.bodies))

    return replace(model, parties=tuple(changed(party) for party in model.parties))


def no_larger(after: Model, before: Model) -> None:
    sizes = win_sets(before)
    assert all(size <= sizes[party] for party, size in win_sets(after).items())


def give_up(model: Model, lines: tuple[str, ...]) -> Model:
    return replace(model, red_lines=tuple(x for x in model.red_lines if x.id not in lines))


def keep(model: Model, lines: tuple[str, ...]) -> Model:
    return replace(model, red_lines=tuple(x for x in model.red_lines if x.id in lines))


def zone(model: Model) -> int:
    return settle(model).zone or 0


@quick
@given(seeds)
def test_raising_a_quota_never_enlarges_a_win_set(seed: int) -> None:
    model = generated.model(seed)
    no_larger(change_bodies(model, lambda b: replace(b, needs=b.quota + 1)), model)


@quick
@given(seeds)
def test_adding_a_veto_never_enlarges_a_win_set(seed: int) -> None:
    model = generated.model(seed)
    no_larger(change_bodies(model, lambda b: replace(b, veto=(b.seats[0][0],))), _unvetoed(model))


def _unvetoed(model: Model) -> Model:
    return change_bodies(model, lambda body: replace(body, veto=()))


@quick
@given(seeds)
def test_adding_a_body_never_enlarges_a_win_set(seed: int) -> None:
    made = generated.model(seed)
    model = replace(made, parties=tuple(replace(p, ratify=None) for p in made.parties))
    first = model.parties[0]
    members = tuple((member, 1) for member in first.members) or (("newcomer", 1),)
    larger = replace(first, bodies=(*first.bodies, Body("senate", "", members, "2/3")))
    no_larger(replace(model, parties=(larger, *model.parties[1:])), model)


@quick
@given(seeds)
def test_adding_a_line_never_enlarges_a_win_set(seed: int) -> None:
    model = generated.model(seed)
    for line in model.red_lines:
        no_larger(model, give_up(model, (line.id,)))


@quick
@given(seeds)
def test_every_block_meets_every_opening(seed: int) -> None:
    found = settle(generated.model(seed), limit=NO_LIMIT)
    for block in found.blocks:
        assert all(set(block.lines) & set(opening.lines) for opening in found.openings)


@quick
@given(seeds)
def test_giving_up_an_opening_opens_the_zone_and_less_does_not(seed: int) -> None:
    model = generated.model(seed)
    for opening in settle(model, limit=NO_LIMIT).openings:
        assert zone(give_up(model, opening.lines)) == opening.opened
        assert opening.opened
        for line in opening.lines:
            assert zone(give_up(model, tuple(x for x in opening.lines if x != line))) == 0


@quick
@given(seeds)
def test_a_block_alone_leaves_nothing_and_something_without_any_of_its_lines(seed: int) -> None:
    model = generated.model(seed)
    for block in settle(model, limit=NO_LIMIT).blocks:
        assert zone(keep(model, block.lines)) == 0
        for line in block.lines:
            assert zone(keep(model, tuple(x for x in block.lines if x != line))) > 0


@quick
@given(seeds)
def test_blocks_and_openings_are_empty_when_the_zone_is_not(seed: int) -> None:
    found = settle(generated.model(seed))
    assert bool(found.blocks) == (found.zone == 0)
    assert found.zone == 0 or found.openings == ()


@quick
@given(seeds)
def test_a_limit_lists_the_first_ones(seed: int) -> None:
    model = generated.model(seed)
    whole, cut = settle(model, limit=NO_LIMIT), settle(model, limit=1)
    assert cut.blocks == whole.blocks[:1]
    assert cut.openings == whole.openings[:1]
    more = len(whole.blocks) > 1 or len(whole.openings) > 1
    assert more <= any("listed" in reason for reason in cut.incomplete)


def scaled(model: Model, by: int) -> Model:
    first = model.parties[0].id
    points = tuple(
        replace(p, worths=tuple((i, o, w * by) for i, o, w in p.worths)) if p.party == first else p
        for p in model.points
    )
    no_deal = tuple(
        replace(n, points=n.points * by) if n.party == first else n for n in model.no_deal
    )
    return replace(model, points=points, no_deal=no_deal)


def fair(found: Settlement) -> list[list[object]]:
    chosen = (found.solutions.nash, found.solutions.kalai_smorodinsky)
    return [[outcome.package for outcome in outcomes] for outcomes in chosen]


@quick
@given(seeds, st.integers(2, 9))
def test_scaling_points_leaves_nash_and_kalai_smorodinsky_alone(seed: int, by: int) -> None:
    made = generated.model(seed)
    tenths = replace(made, points=tuple(_whole(p.party, made) for p in made.points), no_deal=())
    model = replace(tenths, red_lines=made.red_lines[:2])
    assert fair(settle(scaled(model, by), limit=NO_LIMIT)) == fair(settle(model, limit=NO_LIMIT))


def _whole(party: str, model: Model) -> Points:
    """Whole points, so that scaling them is exact."""
    random = Random(party)
    worths = tuple((i.id, o, random.randint(0, 9)) for i in model.issues for o in i.options)
    return Points(party, worths)


@quick
@given(seeds)
def test_the_same_model_gives_the_same_answer(seed: int) -> None:
    assert settle(generated.model(seed)) == settle(generated.model(seed))


@quick
@given(seeds)
def test_links_bind_whoever_accepts_them(seed: int) -> None:
    model = generated.model(seed)
    found, free = settle(model), settle(replace(model, links=()))
    assert found.packages is not None
    assert free.packages is not None
    assert found.packages <= free.packages
    assert (found.zone or 0) <= (free.zone or 0)
