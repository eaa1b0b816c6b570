"""What-if changes of a model, each against the model written out by hand."""

from __future__ import annotations

import pytest

from winset.errors import Misuse
from winset.model import read_model
from winset.settlement import settle
from winset.settlement.what_if.changes import (
    read_expression,
    read_given,
    with_given,
    with_line,
    with_quota,
    without_lines,
)

TALKS = read_model(
    """
[parties.north]
[parties.north.bodies.diet]
seats = { greens = 40, blues = 60 }
[parties.south]
[issues.quota]
options = ["low", "middle", "high"]
ordered = true
[issues.port]
[[red_lines]]
id = "added-1"
party = "north.greens"
requires = "quota >= middle"
[[red_lines]]
id = "south-low"
party = "south"
rejects = "quota > low"
[[links]]
id = "law"
rule = "port if quota = high"
"""
)


def test_a_line_given_up_is_gone_and_the_others_stay() -> None:
    left = without_lines(TALKS, ["south-low"])
    assert [line.id for line in left.red_lines] == ["added-1"]
    assert left.links == TALKS.links


def test_a_line_added_takes_the_next_free_id_and_binds_its_party() -> None:
    more = with_line(with_line(TALKS, 'north: requires "port"'), "north.blues: rejects quota = low")
    assert [line.id for line in more.red_lines] == ["added-1", "south-low", "added-2", "added-3"]
    assert dict(settle(more).win_sets) == {"north": 2, "south": 2}


@pytest.mark.parametrize(
    ("needs", "quota"), [("40", 40), ("2/3", 67), ("majority", 51), ("unanimity", 100), ("1", 1)]
)
def test_a_quota_is_read_as_the_model_file_reads_it(needs: str, quota: int) -> None:
    changed = with_quota(TALKS, f"north.diet={needs}")
    assert changed.parties[0].bodies[0].quota == quota
    assert changed.parties[1] == TALKS.parties[1]


def test_what_is_given_is_a_link_with_an_id_of_its_own() -> None:
    first, id_ = with_given(TALKS, read_expression(TALKS, "quota = high"))
    again, other = with_given(first, read_expression(TALKS, "port"))
    assert (id_, other) == ("given", "given-1")
    assert settle(again).packages == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("south low", "no red line; expected 'party: requires"),
        ("sout: requires port", "there is no party or party.faction 'sout'; did you mean 'south'"),
        ("south: requires prot", "issue 'prot' is not known.*did you mean 'port'"),
        ("south: requires", "is no red line"),
        ("south: rejects port and", "ends too soon"),
        ("", "is no red line"),
    ],
)
def test_a_line_that_cannot_be_added_says_why(text: str, message: str) -> None:
    with pytest.raises(Misuse, match=message):
        with_line(TALKS, text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("diet=60", "is no quota; expected 'party.body=NUMBER'"),
        ("nort.diet=60", "there is no party 'nort'; did you mean 'north'"),
        ("north.senate=60", "there is no body of north 'senate'; the model has diet"),
        ("south.senate=60", "there is no body of south 'senate'; the model has none"),
        ("north.diet=101", "expected a number from 1 to 100"),
        ("north.diet=0", "expected a number from 1 to 100"),
        ("north.diet=3/2", "is no quota for diet"),
        ("north.diet=٦٠", "is no quota for diet"),
    ],
)
def test_a_quota_that_cannot_be_says_why(text: str, message: str) -> None:
    with pytest.raises(Misuse, match=message):
        with_quota(TALKS, text)


def test_lines_that_cannot_be_given_up_say_why() -> None:
    with pytest.raises(Misuse, match="no red line 'south-lw'; did you mean 'south-low'"):
        without_lines(TALKS, ["south-lw"])
    with pytest.raises(Misuse, match="'law' is a link"):
        without_lines(TALKS, ["law"])


def test_what_is_given_may_be_written_as_a_package() -> None:
    assert read_given(TALKS, "quota = high; not port;") == read_expression(
        TALKS, "quota = high and not port"
    )
    assert read_given(TALKS, "quota = high or port") == read_expression(
        TALKS, "quota = high or port"
    )
