"""Entries as plain values and back."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given

from tests.record.examples import TALKS, day
from tests.record.strategies import records, unhurried
from winset.errors import Faulty
from winset.record import (
    Actor,
    Event,
    Forecast,
    JournalEntry,
    Record,
    Statement,
    from_plain,
    items,
    to_plain,
)
from winset.record.plain import from_json, to_json


@pytest.mark.parametrize("item", items(TALKS), ids=lambda item: item.id)
@pytest.mark.parametrize("brief", [False, True])
def test_every_kind_comes_back_from_json(item: Any, brief: bool) -> None:
    text = json.dumps(to_plain(item, brief))
    assert from_plain(type(item), json.loads(text)) == item


@unhurried
@given(records())
def test_any_record_comes_back(record: Record) -> None:
    assert from_json(Record, to_json(record)) == record


def test_brief_leaves_out_what_is_default() -> None:
    actor = Actor("voe", "Marit Voe", parent="mainland")
    assert to_plain(actor, brief=True) == {"id": "voe", "name": "Marit Voe", "parent": "mainland"}
    assert set(to_plain(actor)) == set(Actor.__dataclass_fields__)


def test_dates_moments_and_standings_are_texts() -> None:
    plain = to_plain(TALKS.statements[1])
    assert plain["said"] == "2001-05~"
    assert plain["origin"]["status"] == "suggested"
    moment = dt.datetime(2001, 5, 4, 9, 30, tzinfo=dt.UTC)
    entry = JournalEntry(1, moment, "me", "add", "actor", "voe")
    assert to_plain(entry)["at"] == "2001-05-04T09:30:00+00:00"
    assert from_plain(JournalEntry, to_plain(entry)) == entry


def test_a_toml_date_is_a_day() -> None:
    given_ = {"id": "e", "title": "Talks", "date": dt.date(2001, 5, 4)}
    assert from_plain(Event, given_).date == day("2001-05-04")


def test_an_outcome_left_out_is_none() -> None:
    plain = {"id": "f", "claim": "x", "made": "2001", "by": "y", "resolution": {"date": "2002"}}
    resolution = from_plain(Forecast, plain).resolution
    assert resolution is not None
    assert resolution.outcome is None


def test_whole_numbers_are_probabilities_too() -> None:
    plain = {"id": "f", "claim": "x", "made": "2001", "by": "y", "probability": 1}
    assert from_plain(Forecast, plain).probability == 1.0


@pytest.mark.parametrize(
    ("fields", "key", "words"),
    [
        ({"stanse": 1}, "statements.s.stanse", "did you mean 'stance'?"),
        ({"stance": "for"}, "statements.s.stance", "expected a whole number"),
        ({"stance": True}, "statements.s.stance", "expected a whole number"),
        ({"said": "4 May"}, "statements.s.said", "EDTF"),
        ({"said": 2001}, "statements.s.said", "EDTF"),
        ({"because": "p1"}, "statements.s.because", "expected a list"),
        ({"because": [1]}, "statements.s.because[0]", "expected text"),
        ({"origin": "me"}, "statements.s.origin", "the fields of an origin"),
        ({"origin": {"status": "acepted"}}, "statements.s.origin.status", "mean 'accepted'?"),
        ({"actor": None}, "statements.s.actor", "expected text"),
    ],
)
def test_a_wrong_value_is_a_problem_with_its_place(
    fields: dict[str, Any], key: str, words: str
) -> None:
    plain = {"id": "s", "actor": "voe", "said": "2001", **fields}
    with pytest.raises(Faulty) as caught:
        from_plain(Statement, plain, "record.toml", "statements.s")
    (problem,) = caught.value.problems
    assert (problem.file, problem.key) == ("record.toml", key)
    assert words in str(problem)


def test_all_problems_come_at_once() -> None:
    with pytest.raises(Faulty) as caught:
        from_plain(Statement, {"said": "soon", "stance": 1.5, "colour": "red"})
    assert [one.key for one in caught.value.problems] == ["colour", "id", "actor", "said", "stance"]


@pytest.mark.parametrize("data", [None, [], "text", 3])
def test_what_is_no_table_is_a_problem(data: object) -> None:
    with pytest.raises(Faulty, match="is not a table"):
        from_plain(Actor, data)
