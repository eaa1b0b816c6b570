"""EDTF dates: the days they can mean, and what is said of a text that means none."""

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winset.dates import Edtf, parse_day
from winset.errors import Misuse


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2018-11-14", "2018-11-14", "2018-11-14", "day"),
        ("2016-02", "2016-02-01", "2016-02-29", "month"),
        ("2015-02", "2015-02-01", "2015-02-28", "month"),
        ("1956", "1956-01-01", "1956-12-31", "year"),
        ("196X", "1960-01-01", "1969-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "century"),
        ("2016-21", "2016-03-01", "2016-05-31", "season"),
        ("2016-12/2018-09", "2016-12-01", "2018-09-30", "interval"),
        ("2016-12/..", "2016-12-01", "9999-12-31", "interval"),
        ("196X/..", "1960-01-01", "9999-12-31", "interval"),
        ("2016-12~/2018", "2016-12-01", "2018-12-31", "interval"),
        ("../2018", "0001-01-01", "2018-12-31", "interval"),
    ],
)
def test_a_date_has_a_first_and_a_last_possible_day(
    text: str, first: str, last: str, precision: str
) -> None:
    date = Edtf.parse(text)
    assert (date.first.isoformat(), date.last.isoformat()) == (first, last)
    assert date.precision == precision
    assert str(date) == text


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [("1956~", True, False), ("1956-10?", False, True), ("1956-10-19%", True, True)],
)
def test_qualifiers_are_kept(text: str, approximate: bool, uncertain: bool) -> None:
    date = Edtf.parse(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "soon",
        "2018-13",
        "2018-02-30",
        "2018-11-00",
        "0000",
        "٢٠١٨",
        "2018/2016",
        "/",
        "../..",
        "2016/soon",
        "1" * 10_000,
        "2018-11-14T10:00\x00",
    ],
)
def test_what_is_no_date_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Misuse, match="expected an EDTF date such as 2016-12-15"):
        Edtf.parse(text)


@given(st.dates())
def test_a_day_is_itself(day: dt.date) -> None:
    assert Edtf.parse(day.isoformat()) == Edtf.of(day)
    assert parse_day(day.isoformat()) == day


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_is_refused(text: str) -> None:
    with contextlib.suppress(Misuse):
        date = Edtf.parse(text)
        assert date.first <= date.last


@pytest.mark.parametrize("text", ["2018-11", "14.11.2018", "", "tomorrow"])
def test_a_day_is_asked_for_with_its_form(text: str) -> None:
    with pytest.raises(Misuse, match="expected YYYY-MM-DD"):
        parse_day(text)
