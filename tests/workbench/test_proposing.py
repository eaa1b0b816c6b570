"""What reading finds, from the file added to the entry accepted, with the passage it rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from winset.dates import Edtf
from winset.reading import suggest
from winset.record.documents import Passage
from winset.record.entries import Actor, Event, Statement, Status, Undertaking
from winset.record.kinds import Item
from winset.record.passages import is_faithful
from winset.store import open_case
from winset.workbench.adding import Details, add_documents
from winset.workbench.coding import keep_codebook
from winset.workbench.keeping import accept, new_case, reject
from winset.workbench.proposing import event_ids
from winset.workbench.suggesting import suggest_in_case

TEXT = """The ports and the bank

Fisheries Minister Anna Berg met with Karl Lund in Tarn on 3 May 2014.

“We reject the quota outright,” said Anna Berg.

Karl Lund said that the crews accepted a shared quota.

Norway agreed on Monday to open the bank by 1 July 2016.

Karl Lund visited Elmira on 1 May 2014, and the two ports signed the accord on 2 May 2014.
"""
CODEBOOK = """
[issues.quota]
cues = ["quota"]
[issues.quota.options.shared]
cues = ["shared quota"]
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case with one document, published on a Wednesday, and its codebook."""
    path = new_case(tmp_path / "talks.winset").path
    file, codes = tmp_path / "ports.txt", tmp_path / "codes.toml"
    file.write_text(TEXT, encoding="utf-8")
    codes.write_text(CODEBOOK, encoding="utf-8")
    keep_codebook(path, codes, "Jane")
    add_documents(path, [file], Details(Edtf.parse("2014-05-07")), "Jane")
    return path


def recode(case: Path, codebook: str) -> None:
    """Give the case another codebook."""
    codes = case.with_name("others.toml")
    codes.write_text(codebook, encoding="utf-8")
    keep_codebook(case, codes, "Jane")


def found(case: Path) -> tuple[Item, ...]:
    (one,) = suggest_in_case(case)
    return tuple(one.items)


def taken(case: Path, ids: Sequence[str]) -> tuple[Item, ...]:
    """The entries of these ids once they are accepted, in that order."""
    accept(case, list(ids), "Jane")
    with open_case(case) as kept:
        items = {item.id: item for item in kept.find(ids)}
    return tuple(items[name] for name in ids)


def words(case: Path, item: Item) -> str:
    """The words of the one passage an entry rests on, looked up by its offsets."""
    assert isinstance(item, Actor | Event | Statement | Undertaking)
    with open_case(case) as kept:
        (place,) = kept.find(item.because)
        assert isinstance(place, Passage)
        document = kept.document(place.document)
        assert is_faithful(place, document)
        return document.text[place.start : place.end]


def test_a_quotation_becomes_a_statement_of_its_speaker(case: Path) -> None:
    (quote,) = [i for i in found(case) if isinstance(i, Statement) and i.kind == "quote"]
    (statement,) = taken(case, [quote.id])
    assert isinstance(statement, Statement)
    assert statement.origin.status is Status.ACCEPTED
    assert (statement.actor, statement.text) == ("a:anna-berg", "We reject the quota outright,")
    assert words(case, statement) == "We reject the quota outright,"


def test_words_the_author_made_up_are_no_quotation_of_anybody(tmp_path: Path) -> None:
    path, file = new_case(tmp_path / "talks.winset").path, tmp_path / "ports.txt"
    file.write_text(
        "Anna Berg met Karl Lund at the port on Monday. The message, in short: “Pay first, talk "
        "later.”\n\nHer reply can be summarized as follows.\n\n“We will not pay for the nets.”\n",
        encoding="utf-8",
    )
    add_documents(path, [file], Details(Edtf.parse("2014-05-07")), "Jane")
    said = [(i.kind, i.text) for i in found(path) if isinstance(i, Statement)]
    assert said == [("statement", "We will not pay for the nets.")]


def test_indirect_speech_becomes_a_statement_with_the_reported_words(case: Path) -> None:
    (report,) = [i for i in found(case) if i.id.startswith("r:")]
    (statement,) = taken(case, [report.id])
    assert isinstance(statement, Statement)
    assert statement.speaker == "Karl Lund"
    assert words(case, statement) == "the crews accepted a shared quota"


def test_positions_become_statements_on_an_issue_with_their_cue(case: Path) -> None:
    ids = [i.id for i in found(case) if i.id.startswith("p:")]
    positions = taken(case, ids)
    told = [
        (i.actor, i.issue, i.option, i.stance, i.note, words(case, i))
        for i in positions
        if isinstance(i, Statement)
    ]
    assert told == [
        ("a:anna-berg", "quota", "", -1, "cue: quota", "We reject the quota outright,"),
        (
            "a:karl-lund",
            "quota",
            "shared",
            1,
            "cue: shared quota",
            "the crews accepted a shared quota",
        ),
    ]


@pytest.mark.parametrize("decide", [accept, reject])
def test_a_decided_position_does_not_come_back_under_a_new_name_of_its_issue(
    case: Path, decide: Callable[[Path, Sequence[str], str], object]
) -> None:
    names = [i.id for i in found(case) if i.id.startswith("p:")]
    decide(case, names, "Jane")
    recode(case, CODEBOOK.replace("issues.quota", "issues.catch_quota"))
    assert not [i for i in found(case) if i.id.startswith("p:")]


def test_a_position_on_another_issue_is_proposed_at_a_place_that_was_decided(
    case: Path,
) -> None:
    reject(case, [i.id for i in found(case) if i.id.startswith("p:")], "Jane")
    recode(case, CODEBOOK + '[issues.catch_quota]\ncues = ["quota"]\n')  # the first is still there
    assert {i.issue for i in found(case) if isinstance(i, Statement)} == {"catch_quota"}
    recode(case, '[issues.crews]\ncues = ["crews"]\n')  # other words than those of the first
    assert {i.issue for i in found(case) if isinstance(i, Statement)} == {"crews"}


def test_a_renamed_issue_leaves_what_was_never_decided(case: Path) -> None:
    found(case)
    recode(case, CODEBOOK.replace("issues.quota", "issues.catch_quota"))
    assert len([i for i in found(case) if i.id.startswith("p:")]) == 2


def test_an_event_keeps_its_day_place_and_those_taking_part(case: Path) -> None:
    (meeting,) = [i for i in found(case) if isinstance(i, Event) and i.kind == "meeting"]
    (event,) = taken(case, [meeting.id])
    assert isinstance(event, Event)
    assert (str(event.date), event.basis, event.place) == ("2014-05-03", "stated", "Tarn")
    assert event.participants == ("a:anna-berg", "a:karl-lund")
    assert words(case, event).startswith("Fisheries Minister Anna Berg met")


def test_two_events_of_one_sentence_are_two_entries(case: Path) -> None:
    events = [i for i in found(case) if isinstance(i, Event) and "Elmira" in i.text]
    assert [(e.kind, str(e.date)) for e in events] == [
        ("visit", "2014-05-01"),
        ("agreement", "2014-05-02"),
    ]
    assert len({event.id for event in events}) == 2
    assert len({event.because for event in events}) == 1


def test_an_undertaking_has_who_what_and_by_when(case: Path) -> None:
    (proposed,) = [i for i in found(case) if isinstance(i, Undertaking)]
    (undertaking,) = taken(case, [proposed.id])
    assert isinstance(undertaking, Undertaking)
    assert undertaking.by == ("a:norway",)
    assert (str(undertaking.agreed), str(undertaking.due)) == ("2014-05-05", "2016-07-01")
    assert undertaking.terms == "by 1 July 2016"
    assert words(case, undertaking) == "open the bank by 1 July 2016"


def test_a_name_becomes_an_actor_with_its_role(case: Path) -> None:
    (berg,) = [i for i in found(case) if i.id == "a:anna-berg"]
    (actor,) = taken(case, [berg.id])
    assert isinstance(actor, Actor)
    assert (actor.name, actor.kind) == ("Anna Berg", "person")
    assert [(alias.name, alias.kind) for alias in actor.aliases] == [("Fisheries Minister", "role")]
    assert words(case, actor) == "Anna Berg"


def test_what_was_rejected_or_accepted_is_not_proposed_again(case: Path) -> None:
    items = found(case)
    events = [i.id for i in items if isinstance(i, Event)]
    accept(case, events[:1], "Jane")
    reject(case, [*events[1:], *(i.id for i in items if isinstance(i, Undertaking))], "Jane")
    assert found(case) == ()


def test_events_of_one_sentence_have_ids_of_their_own() -> None:
    days = ", ".join(f"met again on {day} May 2014" for day in (3, 5, 7))
    told = suggest(f"Anna Berg {days}.", Edtf.parse("2015-06-10")).events
    ids = event_ids("d001", told)
    assert [event.kind for event in told] == ["meeting"] * 3
    assert len(set(ids)) == len(told)
    assert [id_.removeprefix(ids[0]) for id_ in ids] == ["", ":meeting", ":meeting-2"]
