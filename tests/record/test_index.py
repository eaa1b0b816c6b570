"""Looking up and walking back, against what stands in the example."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from tests.record.examples import CHANCE, OTHERWISE, QUOTA, TALKS, day
from tests.record.strategies import records, unhurried
from winset.errors import Misuse
from winset.record import Event, Index, Record, items, walk_back


def ids(grounds: object, kind: str) -> list[str]:
    return [item.id for item in getattr(grounds, kind)]


def test_an_entry_leads_to_its_passage_and_the_work_behind_the_document() -> None:
    grounds = walk_back(TALKS, "s1")
    assert ids(grounds, "passages") == [QUOTA.id]
    assert ids(grounds, "sources") == ["gazette"]


def test_the_way_goes_on_through_other_entries() -> None:
    assert ids(walk_back(TALKS, "g1"), "passages") == [QUOTA.id]
    assert ids(walk_back(TALKS, "f1"), "passages") == [CHANCE.id, QUOTA.id]


def test_accounts_and_reviews_have_grounds_of_their_own() -> None:
    grounds = walk_back(TALKS, "d1")
    assert ids(grounds, "passages") == [QUOTA.id, OTHERWISE.id]
    assert ids(grounds, "sources") == ["log", "gazette"]
    assert ids(walk_back(TALKS, "u1"), "passages") == [CHANCE.id]


def test_circles_end() -> None:
    one = Event("one", "x", day("2001"), because=("two",))
    two = Event("two", "x", day("2001"), because=("one", QUOTA.id))
    record = replace(TALKS, events=(*TALKS.events, one, two))
    assert ids(walk_back(record, "one"), "passages") == [QUOTA.id]


def test_entries_without_grounds_are_told() -> None:
    assert Index(TALKS).unsupported() == ("s2",)


@unhurried
@given(records())
def test_what_an_entry_names_itself_is_among_its_grounds(record: Record) -> None:
    index = Index(record)
    for item in items(record):
        grounds = index.walk_back(item.id)
        assert set(getattr(item, "because", ())) <= {one.id for one in grounds.passages}
        assert set(getattr(item, "sources", ())) <= {one.id for one in grounds.sources}


def test_referrers_are_those_that_name_an_id() -> None:
    index = Index(TALKS)
    assert [item.id for item in index.referrers["e1"]] == ["e2", "g1", "f1"]
    assert "f1" not in index.referrers


def test_an_unknown_id_is_refused_with_the_nearest() -> None:
    with pytest.raises(Misuse, match=r"no entry 'islander' .* did you mean 'islanders'"):
        walk_back(TALKS, "islander")
