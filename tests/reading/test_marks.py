"""Quotation marks by the thousand: read in one go, and no quotations where they are no writing."""

from __future__ import annotations

import pytest

from tests.reading.counting import calls_of
from winset.dates import Edtf
from winset.reading import suggest
from winset.reading.text.layout import paragraphs
from winset.reading.text.marks import spans

DAY = Edtf.parse("2015-06-10")
ROWS = ('"', "“", "”", "“”", "'", "’", "''", '"a" ', "“‘a’” ", "“a,” said ", "they said “a b c”, ")


def steps(text: str) -> int:
    return calls_of(lambda: suggest(text, DAY))


@pytest.mark.parametrize("row", ROWS)
def test_twice_the_marks_take_no_more_than_twice_the_steps(row: str) -> None:
    steps(row)
    few, many = steps(row * 400), steps(row * 800)
    assert many < 2.2 * few + 100


@pytest.mark.parametrize("row", ROWS[:9])
def test_a_long_row_of_marks_holds_no_quotation_and_is_passed_over(row: str) -> None:
    text = row * 2_000
    assert spans(text, paragraphs(text)) == ()
    assert steps(text) < len(text)


def test_a_long_paragraph_of_speeches_keeps_each_of_them() -> None:
    text = "“Not now,” said Anna Berg, and left the room again. " * 200
    assert len(spans(text, paragraphs(text))) == 200


def test_a_short_paragraph_of_marks_is_read_as_ever() -> None:
    assert [span.start for span in spans("“A” “B”", paragraphs("“A” “B”"))] == [1, 5]
