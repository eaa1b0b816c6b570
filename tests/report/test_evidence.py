"""From an id back to passages and published works."""

from __future__ import annotations

from dataclasses import replace

from tests.report.fisheries import PASSAGES, RECORD
from winset.dates import Edtf
from winset.record.entries import Agreement, Event, Origin, Status
from winset.record.record import Record
from winset.report.blocks import Cite
from winset.report.evidence import gather, standing

DAY = Edtf.parse("2001")
EVIDENCE = gather(RECORD)


def test_a_passage_cites_itself() -> None:
    assert EVIDENCE.cite("p-open") == Cite(("p-open",))


def test_an_entry_is_followed_to_its_passages_in_order_and_once() -> None:
    assert EVIDENCE.cite("s1", "p-fee", "s2") == Cite(("p-boat", "p-fee"))


def test_reviews_resolutions_and_accounts_count_as_evidence() -> None:
    assert EVIDENCE.cite("f1") == Cite(("p-open", "p-burn"))
    assert EVIDENCE.cite("d1") == Cite(("p-open", "p-fog"))


def test_sources_stand_in_where_there_is_no_passage() -> None:
    assert EVIDENCE.cite("e0") == Cite((), ("yearbook",))
    assert EVIDENCE.cite("e0", "e1") == Cite(("p-open",))


def test_what_is_unknown_is_named() -> None:
    assert EVIDENCE.cite("nowhere") == Cite()
    assert EVIDENCE.unknown(("s1", "nowhere", "p-open", "review")) == ("nowhere",)


def test_entries_that_rest_on_each_other_come_to_an_end() -> None:
    circle = Record(
        passages=PASSAGES,
        events=(
            Event("a", "A", DAY, because=("b",)),
            Event("b", "B", DAY, because=("a", "p-boat")),
        ),
    )
    assert gather(circle).cite("a") == Cite(("p-boat",))


def test_a_long_chain_of_entries_is_followed_to_its_end() -> None:
    chain = tuple(Event(str(n), "E", DAY, because=(str(n + 1),)) for n in range(5000))
    last = Event("5000", "E", DAY, because=("p-boat",))
    record = Record(passages=PASSAGES, events=(*chain, last))
    assert gather(record).cite("0") == Cite(("p-boat",))


def test_the_works_behind_a_passage_are_those_of_the_entries_on_it() -> None:
    agreement = Agreement("a9", "A", DAY, because=("p-open",), sources=("yearbook",))
    record = replace(RECORD, agreements=(agreement,))
    passages = {passage.id: passage for passage in PASSAGES}
    works = [source.id for source in gather(record).published(passages["p-open"])]
    assert works == ["yearbook"]
    assert [source.id for source in EVIDENCE.published(passages["p-open"])] == ["review"]
    assert EVIDENCE.published(passages["p-fog"]) == ()


def test_the_rejected_is_left_out_and_the_suggested_kept() -> None:
    rejected = Event("x", "X", DAY, origin=Origin(status=Status.REJECTED))
    suggested = Event("y", "Y", DAY, origin=Origin("rules", status=Status.SUGGESTED))
    assert standing(Record(events=(rejected, suggested))).events == (suggested,)
