"""Which line closed the zone and whose end would open it, against plain enumeration."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from benchmarks.talks import Size, talks
from tests.reference.settlement import Reference
from tests.settlement import generated
from winset.model import Model
from winset.model.issues import Issue
from winset.settlement import sweep, turns


def is_open(model: Model, day: dt.date) -> bool:
    reference = Reference(model, day)
    return bool(reference.zone(reference.every))


def without(model: Model, line: str) -> Model:
    return replace(model, red_lines=tuple(x for x in model.red_lines if x.id != line))


def never_ending(model: Model, line: str) -> Model:
    lines = tuple(
        replace(x, span=replace(x.span, end=None)) if x.id == line else x for x in model.red_lines
    )
    return replace(model, red_lines=lines)


def test_keys_and_culprits_equal_those_found_by_leaving_lines_out() -> None:
    keys = culprits = 0
    for seed in range(20_000, 20_500):
        model = generated.model(seed)
        closed = False
        for change in sweep(model):
            day = change.day
            assert (change.zone != 0) == is_open(model, day), seed
            if change.zone == 0:
                lines = [line.id for line in model.red_lines if line.span.holds(day)]
                expected = tuple(line for line in lines if is_open(without(model, line), day))
                assert change.keys == expected, seed
                assert change.opened_by == ()
                keys += bool(expected)
            elif closed:
                late = tuple(
                    line.id
                    for line in model.red_lines
                    if line.id in change.ended and not is_open(never_ending(model, line.id), day)
                )
                assert change.opened_by == late, seed
                culprits += bool(late)
            closed = change.zone == 0
    assert keys > 50
    assert culprits > 10


def test_turns_name_the_culprit_among_all_that_changed() -> None:
    model = talks(Size(issues=5, options=3, parties=3, lines=12, strays=2), 3)
    for turn in turns(sweep(model)):
        changed = turn.ended if turn.opened else turn.begun
        assert set(turn.by) <= set(changed)


def test_in_a_large_model_the_one_line_that_begins_closed_the_zone() -> None:
    found = turns(sweep(talks(Size(), 2)))
    closings = [turn for turn in found if not turn.opened and not turn.ended]
    assert closings
    assert all(turn.by == turn.begun for turn in closings)


def test_sizes_from_day_to_day_are_counted_where_packages_cannot_be_gone_through() -> None:
    """Fourteen more issues of three options: every size so many times that of the small model."""
    extra = tuple(
        Issue(f"extra{n}", "", ("a", "b", "c"), False, True, ("a", "b")) for n in range(14)
    )
    counted = days = 0
    for seed in range(20_500, 20_560):
        small = generated.model(seed)
        if not any(issue.is_term for issue in small.issues):
            continue
        large = replace(small, issues=(*small.issues, *extra))
        for few, many in zip(sweep(small), sweep(large), strict=True):
            days += 1
            assert (few.day, few.keys, few.opened_by) == (many.day, many.keys, many.opened_by)
            assert (few.zone == 0) == (many.zone == 0)
            for here, there in ((few.packages, many.packages), (few.zone, many.zone)):
                assert there in (None, (here or 0) * 3**14)
            for (name, here), (_, there) in zip(few.win_sets, many.win_sets, strict=True):
                assert there in (None, (here or 0) * 3**14), name
                counted += there is not None
    assert counted > days > 40
