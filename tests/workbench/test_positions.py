"""Who held what on a day, from the rule: the latest counts, spans only while they last."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from winset.dates import Edtf
from winset.record.entries import Statement
from winset.workbench.positions import grid, held_on

DAY = dt.date(2003, 5, 1)


def said(
    name: str, date: str, option: str = "half", stance: int = 1, issue: str = "quota"
) -> Statement:
    return Statement(name, "aland", Edtf.parse(date), issue=issue, option=option, stance=stance)


def held(*statements: Statement, day: dt.date = DAY) -> list[str]:
    return [statement.id for statement in held_on(statements, day)]


def test_the_latest_word_on_an_issue_replaces_the_earlier() -> None:
    assert held(said("a", "2001-01-01"), said("b", "2002-01-01", "third")) == ["b"]


def test_words_on_another_issue_do_not() -> None:
    assert held(said("a", "2001-01-01"), said("b", "2002-01-01", issue="port")) == ["a", "b"]


def test_what_is_said_later_is_not_known_yet() -> None:
    assert held(said("a", "2003-05-01"), said("b", "2003-05-02")) == ["a"]


def test_two_words_of_one_day_both_count() -> None:
    assert held(said("a", "2003-01-01"), said("b", "2003-01-01", "most", -1)) == ["a", "b"]


def test_a_span_counts_through_its_last_day_whatever_else_is_said() -> None:
    span = said("span", "2001/2003-05-01")
    assert held(span, said("b", "2002-01-01", "third")) == ["span", "b"]
    assert held(span, day=dt.date(2003, 5, 2)) == []


def test_a_word_without_an_issue_is_no_position() -> None:
    assert held(said("a", "2001-01-01", "", issue="")) == []


days = st.dates(dt.date(2000, 1, 1), dt.date(2010, 12, 31))


@given(st.lists(st.tuples(days, st.sampled_from("ab")), max_size=8), days)
def test_nothing_held_was_said_later(pairs: list[tuple[dt.date, str]], day: dt.date) -> None:
    statements = [said(f"s{n}", d.isoformat(), issue=i) for n, (d, i) in enumerate(pairs)]
    kept = held_on(statements, day)
    assert all(statement.said.first <= day for statement in kept)
    assert {one.issue for one in kept} == {issue for date, issue in pairs if date <= day}


def test_the_grid_parts_for_against_and_neither() -> None:
    (half, most) = grid(
        [said("a", "2001"), said("b", "2001", stance=-1), said("c", "2001", "most", 0)]
    )
    assert [one.id for one in (*half.favouring, *half.opposing)] == ["a", "b"]
    assert [one.id for one in most.neither] == ["c"]


def test_the_grid_keeps_the_options_of_an_issue_together() -> None:
    rows = grid([said("a", "2001"), said("b", "2001", issue="port"), said("c", "2001", "most")])
    assert [(row.issue, row.option) for row in rows] == [
        ("quota", "half"),
        ("quota", "most"),
        ("port", "half"),
    ]
