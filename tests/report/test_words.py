"""Days, counts and expressions in words; the examples in the docstrings say the plain cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.fisheries import MODEL, RECORD
from winset.dates import Edtf
from winset.model import parse_expression
from winset.report.markup import Markup, anchor, escape, number, plain, tag
from winset.report.words import counted, date_words, figure, listed, names_of, phrase

NAMES = names_of(RECORD, [MODEL])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2016-12-15", "15 December 2016"),
        ("2016-12", "December 2016"),
        ("2016", "2016"),
        ("196X", "the 1960s"),
        ("1956~", "about 1956"),
        ("2018-11-14?", "perhaps 14 November 2018"),
        ("1956%", "perhaps about 1956"),
        ("2000/..", "from 2000"),
        ("../2000", "until 2000"),
        ("2016-12/2018-09", "December 2016 to September 2018"),
        ("2001-21", "2001-21"),
    ],
)
def test_dates_in_words(text: str, words: str) -> None:
    assert date_words(Edtf.parse(text)) == words


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("night", "Fishing at night: yes"),
        ("not night", "Fishing at night: no"),
        ("quota = low", "Share of Norrland: low"),
        ("not quota = low", "Share of Norrland: anything but low"),
        ("quota >= low", "Share of Norrland: at least low"),
        ("quota in {low, high}", "Share of Norrland: low or high"),
        ("night and fee", "Fishing at night: yes and Harbour fee: yes"),
        (
            "night and (fee or quota < high)",
            "Fishing at night: yes and (Harbour fee: yes or Share of Norrland: below high)",
        ),
        ("night if fee", "Fishing at night: yes, if Harbour fee: yes"),
        ("night iff fee", "Fishing at night: yes, exactly when Harbour fee: yes"),
        ("not (night or fee)", "not the case: (Fishing at night: yes or Harbour fee: yes)"),
        ("at least 1 of (night, fee)", "at least 1 of (Fishing at night: yes; Harbour fee: yes)"),
    ],
)
def test_expressions_in_words(expression: str, words: str) -> None:
    assert phrase(parse_expression(expression), NAMES) == words


def test_factions_are_named_with_their_party() -> None:
    assert NAMES.party("norrland.skippers") == "Skippers, Norrland"
    assert NAMES.party("nobody") == "nobody"


@given(st.integers(0, 10**40))
def test_counts_keep_their_size(count: int) -> None:
    text = figure(count)
    if count < 10**12:
        assert int(text.replace(",", "")) == count
    else:
        digits, power = text.removeprefix("≈ ").split(" × 10^")
        assert abs(float(digits) * 10.0 ** int(power) - count) <= 0.006 * count


def test_counts_that_are_not_known_are_said_not_to_be() -> None:
    assert counted(None, "package") == "an uncounted number of packages"


def test_lists_of_names_that_hold_an_and_stay_apart() -> None:
    assert listed(["Foreign Ministry", "Council and Duma"]) == "Foreign Ministry; Council and Duma"


@given(st.text(max_size=60))
def test_escaped_text_holds_no_markup(text: str) -> None:
    assert not set(escape(text)) & set("<>\"'\x00\u202e")
    assert escape(Markup("<b>")) == "<b>"


@given(st.text(max_size=20), st.text(max_size=20))
def test_different_keys_give_different_anchors(one: str, other: str) -> None:
    assert (anchor("line", one) == anchor("line", other)) == (one == other)


@given(st.text(max_size=60).filter(str.isprintable))
def test_printable_text_is_left_as_it_is(text: str) -> None:
    assert plain(text) == text


@given(st.floats(-1e6, 1e6))
def test_coordinates_are_near_what_they_stand_for(value: float) -> None:
    assert abs(float(number(value)) - value) <= 0.005001


def test_attributes_that_are_false_or_none_are_left_out() -> None:
    made = tag("details", "x", open=True, id=None, hidden=False, aria_label='"', class_="a")
    assert made.text == '<details open aria-label="&quot;" class="a">x</details>'
