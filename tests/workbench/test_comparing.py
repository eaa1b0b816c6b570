"""Documents read side by side, from files to accepted entries."""

from __future__ import annotations

from pathlib import Path

import pytest

from winset.dates import Edtf
from winset.record.entries import Status
from winset.store import open_case
from winset.workbench import comparing
from winset.workbench.adding import Details, add_documents
from winset.workbench.comparing import Compared, Reader
from winset.workbench.keeping import accept, new_case, reject
from winset.workbench.suggesting import suggest_in_case

FIRST = "Mara Voss met Tilo Brandt in Lund on 3 May 2003 and offered forty boats for the strait.\n"
AGAIN = "On 3 May 2003 Tilo Brandt met Mara Voss in Lund, who offered forty boats for the strait.\n"
ELSEWHERE = (
    "Mara Voss met Tilo Brandt in Ness on 3 May 2003 and offered forty boats for the strait.\n"
)


def case_of(tmp_path: Path, *texts: str) -> Path:
    case = new_case(tmp_path / "talks.winset").path
    files = [tmp_path / f"{number}.txt" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text)
    add_documents(case, files, Details(Edtf.parse("2003-06"), publisher="The Gull"), "me")
    return case


def compared(case: Path) -> Compared:
    reader = Reader()
    assert list(reader.follow(suggest_in_case(case)))
    return reader.compare(case)


def links(case: Path) -> dict[str, tuple[str, ...]]:
    """What each event not rejected is said to be the same as."""
    with open_case(case) as kept:
        events = kept.record(None).events
    return {one.id: one.same_as for one in events if one.origin.status is not Status.REJECTED}


def test_an_event_told_twice_is_suggested_as_one(tmp_path: Path) -> None:
    case = case_of(tmp_path, FIRST, AGAIN)
    (event,) = compared(case).same
    (earlier,) = event.same_as
    assert (earlier.split(":")[1], event.id.split(":")[1]) == ("d001", "d002")
    assert links(case) == {earlier: (), event.id: (earlier,)}
    assert compared(case) == Compared()


@pytest.mark.parametrize("first", [True, False])
def test_the_link_stands_with_whichever_is_accepted_last(tmp_path: Path, first: bool) -> None:
    case = case_of(tmp_path, FIRST, AGAIN)
    (event,) = compared(case).same
    order = [event.same_as[0], event.id] if first else [event.id, event.same_as[0]]
    assert order[0] in accept(case, [order[0]], "me")
    assert links(case) == {order[0]: (), order[1]: (order[0],)}
    accept(case, [order[1]], "me")
    with open_case(case) as kept:
        assert {one.id: one.same_as for one in kept.record().events} == links(case)
    assert links(case)[order[1]] == (order[0],)


def test_of_a_rejected_event_nothing_more_is_said(tmp_path: Path) -> None:
    case = case_of(tmp_path, FIRST, AGAIN)
    (event,) = compared(case).same
    reject(case, list(event.same_as), "me")
    accept(case, [event.id], "me")
    assert links(case) == {event.id: ()}


def test_both_are_accepted_together(tmp_path: Path) -> None:
    case = case_of(tmp_path, FIRST, AGAIN)
    (event,) = compared(case).same
    accept(case, [event.id, *event.same_as], "me")
    assert links(case)[event.id] == event.same_as


def test_accounts_that_differ_are_suggested_once_with_their_places(tmp_path: Path) -> None:
    case = case_of(tmp_path, FIRST, ELSEWHERE)
    (difference,) = compared(case).differences
    with open_case(case) as kept:
        (stored,) = kept.find(kept.waiting(kind="difference"))
        assert stored == difference
        words = [kept.find(account.because)[0] for account in difference.accounts]
    assert ["Lund" in str(words[0]), "Ness" in str(words[1])] == [True, True]
    assert {account.by for account in difference.accounts} == {"The Gull"}
    reject(case, [difference.id], "me")
    assert compared(case).differences == ()


def test_of_too_many_documents_the_first_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "MOST", 2)
    found = compared(case_of(tmp_path, FIRST, "The harbour was shut all week.\n", AGAIN))
    assert found == Compared(left_out=1)


def test_one_document_alone_is_compared_with_nothing(tmp_path: Path) -> None:
    assert compared(case_of(tmp_path, FIRST)) == Compared()
