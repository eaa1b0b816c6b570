"""What was known on a day, worked out by hand from when each work came out."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.record.examples import day, document
from winset.record import Event, Record, Source, Statement, locate
from winset.record.hindsight import Knowledge, knowledge
from winset.record.index import Index

NOTE = document("note")  # of June 2001, about the work "gazette"
ARTICLE = document("article", "The chair said in 2005 that both coasts had agreed in secret.")
PLACE = locate(NOTE, "one chance in five")
SECRET = locate(ARTICLE, "agreed in secret")
MAY = dt.date(2001, 5, 4)

RECORD = Record(
    sources=(
        Source("gazette", "Talks open", date="2001-05-05"),
        Source("early", "Before the talks", date="2001-04"),
        Source("month", "Of the month itself", date="2001-05"),
        Source("late", "Memoirs", date="2019"),
        Source("undated", "A leaflet", date="undated"),
    ),
    documents=(NOTE, ARTICLE),
    passages=(PLACE, SECRET),
    statements=(
        Statement("late-only", "a", day("2001"), because=(PLACE.id,), sources=("late",)),
        Statement("both", "a", day("2001"), because=(PLACE.id,), sources=("late", "early")),
        Statement("unclear", "a", day("2001"), sources=("month", "late")),
        Statement("leaflet", "a", day("2001"), sources=("undated", "late")),
        Statement("quoted", "a", day("2001"), because=(PLACE.id,)),
        Statement("judged", "a", day("2001")),
    ),
    events=(
        Event("e", "x", day("2001"), because=("late-only", "judged")),
        Event("f", "x", day("2001"), because=("e", "both")),
    ),
)


@pytest.mark.parametrize(
    ("ids", "on", "expected"),
    [
        (["late-only"], MAY, "later"),  # of 2019, whatever the note it is quoted in says
        (["late-only"], dt.date(2019, 12, 31), "known"),
        (["late-only"], dt.date(2019, 6, 1), "undated"),  # "2019" may be before or after
        (["both"], MAY, "known"),  # of April
        (["both"], dt.date(2001, 3, 31), "later"),
        (["unclear"], MAY, "undated"),
        (["unclear"], dt.date(2001, 4, 30), "later"),
        (["leaflet"], MAY, "undated"),
        (["quoted"], MAY, "later"),  # the note is about a work of the day after
        (["quoted"], dt.date(2001, 5, 5), "known"),
        ([PLACE.id], dt.date(2001, 5, 5), "known"),
        ([NOTE.id], dt.date(2001, 5, 4), "later"),
        (["judged"], MAY, "unsourced"),
        ([], MAY, "unsourced"),
        (["nobody"], MAY, "unsourced"),
        (["e"], MAY, "later"),  # the judgement beside it is no work
        (["f"], MAY, "known"),  # through "both"
        (["e", "judged", "nobody"], MAY, "later"),
    ],
)
def test_what_could_be_known(ids: list[str], on: dt.date, expected: str) -> None:
    assert knowledge(Index(RECORD), ids, on) == Knowledge(expected)


def test_a_document_without_works_counts_by_its_own_day() -> None:
    plain = document("plain", "No quota.")
    bare = Record(
        documents=(type(plain)("plain", "t", "No quota.", plain.hash, day("2001-06-01")),)
    )
    index = Index(bare)
    assert knowledge(index, ["plain"], dt.date(2001, 5, 31)) == Knowledge.LATER
    assert knowledge(index, ["plain"], dt.date(2001, 6, 1)) == Knowledge.KNOWN


def test_a_circle_comes_to_an_end() -> None:
    circle = Record(events=(Event("a", "x", day("2001"), because=("b",)),
                            Event("b", "x", day("2001"), because=("a",))))  # fmt: skip
    assert knowledge(Index(circle), ["a"], MAY) == Knowledge.UNSOURCED
