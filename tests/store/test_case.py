"""A case keeps what is put into it, tells what was done, and takes it back."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event

from tests.record.examples import NOTE, QUOTA, SUGGESTED, TALKS, TEXT, day, document
from tests.store.conftest import START
from winset.errors import Faulty, Misuse
from winset.record import (
    Actor,
    Event,
    Record,
    Statement,
    Status,
    find_problems,
    hash_text,
    items,
    locate,
    record_of,
    references,
)
from winset.record.plain import to_json
from winset.store import Case, open_case

EVERYTHING = items(TALKS)
DESCRIBED = replace(TALKS, question="Will there be a quota?", judgements="")


def test_a_new_case_is_empty_but_for_its_title(case: Case) -> None:
    assert case.record() == Record(title="Cod talks", question="Will there be a quota?")
    (made,) = case.journal()
    assert (made.number, made.at, made.action, made.kind) == (1, START, "create", "case")


def test_what_is_put_comes_back_in_another_session(case: Case, path: Path) -> None:
    case.put(EVERYTHING, by="me")
    case.close()
    with open_case(path) as again:
        assert again.record(None) == DESCRIBED
        assert find_problems(again.record(None)) == ()


def test_only_accepted_entries_are_in_the_record(case: Case) -> None:
    case.put(EVERYTHING, by="me")
    assert [one.id for one in case.record().statements] == ["s1"]
    assert [one.id for one in case.record(Status.SUGGESTED).statements] == ["s2"]
    assert case.record(Status.SUGGESTED).documents == (NOTE,)


def test_a_record_of_one_standing_has_the_places_it_rests_on_and_those_nothing_rests_on(
    case: Case,
) -> None:
    case.put(EVERYTHING, by="me")
    loose, own = locate(NOTE, "The islanders"), locate(NOTE, "in June")
    case.put([loose, own, Actor("ro", "Ro", because=(own.id,), origin=SUGGESTED)], by="me")
    for status in (Status.ACCEPTED, Status.SUGGESTED):
        record = case.record(status)
        named = {one.target for item in items(record) for one in references(item)}
        there = {one.id for one in (*TALKS.passages, loose, own)}
        assert {one.id for one in record.passages} == there & (named | {loose.id})
    assert own.id not in [one.id for one in case.record().passages]


def test_documents_and_their_places_can_be_had_without_the_rest(case: Case) -> None:
    case.put(EVERYTHING, by="me")
    other = replace(document("n2", "Nothing was said."), parts=())
    case.put([other], by="me")
    assert tuple(case.documents()) == (NOTE, other)
    assert case.places() == {NOTE.id: len(TALKS.passages)}
    assert record_of(case.each(), DESCRIBED) == case.record(None)


def test_the_last_changes_of_the_journal_come_with_all_their_entries(case: Case) -> None:
    case.put(EVERYTHING, by="me")
    case.put([Actor("a", "A")], by="me")
    assert [one.entry for one in case.journal(1)] == ["a"]
    assert len(case.journal(2)) == 1 + len(EVERYTHING)
    assert case.journal(3) == case.journal()
    case.put([Actor("a", "Anna")], by="me")
    assert [one.action for one in case.journal(entry="a")] == ["change", "add"]
    assert [one.action for one in case.journal(1, "a")] == ["change"]


def test_a_put_is_one_change_and_one_transaction(case: Case) -> None:
    written = case.put(EVERYTHING, by="me")
    assert [one.entry for one in written] == [item.id for item in EVERYTHING]
    assert {one.change for one in written} == {2}
    with pytest.raises(Faulty):
        case.put([Actor("good", "Good"), Statement("bad", "nobody", day("2001"))], by="me")
    assert len(case.journal()) == 1 + len(EVERYTHING)
    assert "good" not in [one.id for one in case.record().actors]


def test_the_journal_holds_before_and_after(case: Case) -> None:
    case.put([Actor("voe", "M. Voe")], by="ann")
    case.put([Actor("voe", "Marit Voe")], by="bob")
    changed, added = case.journal(limit=2)
    assert (added.by, added.action, added.before) == ("ann", "add", "")
    assert (changed.by, changed.action, changed.kind) == ("bob", "change", "actor")
    assert changed.before == added.after == to_json(Actor("voe", "M. Voe"))
    assert json.loads(changed.after)["name"] == "Marit Voe"
    assert changed.at > added.at


def test_putting_what_is_there_changes_nothing(case: Case) -> None:
    case.put(EVERYTHING, by="me")
    assert case.put(EVERYTHING, by="me") == ()
    assert len(case.journal()) == 1 + len(EVERYTHING)


def test_a_changed_entry_keeps_its_place(case: Case) -> None:
    case.put([Actor("a", "A"), Actor("b", "B")], by="me")
    case.put([Actor("a", "Anna", parent="b")], by="me")
    assert [one.name for one in case.record().actors] == ["Anna", "B"]


def test_faults_are_all_told_with_the_nearest_name(case: Case) -> None:
    case.put(EVERYTHING, by="me")
    wrong = Statement("s9", "islander", day("2001"), stance=7, because=(QUOTA.id + "x",))
    with pytest.raises(Faulty) as caught:
        case.put([wrong], by="me")
    assert [one.key for one in caught.value.problems] == [
        "statements.s9.actor", "statements.s9.because[0]", "statements.s9.stance"]  # fmt: skip
    assert caught.value.problems[0].nearest == "islanders"


def test_a_change_that_breaks_what_rests_on_it_is_refused(case: Case) -> None:
    case.put(EVERYTHING, by="me")
    with pytest.raises(Faulty, match="leads back to itself"):
        case.put([replace(TALKS.actors[0], parent="voe")], by="me")
    with pytest.raises(Faulty, match="is suggested, not accepted"):
        case.put([replace(TALKS.events[0], origin=SUGGESTED)], by="me")
    assert case.record(None) == DESCRIBED


def test_new_entries_may_not_rest_on_one_another_in_a_circle(case: Case) -> None:
    circle = [Event("a", "A", day("2001"), because=("b",)),
              Event("b", "B", day("2001"), because=("a",))]  # fmt: skip
    with pytest.raises(Faulty, match="leads back to itself"):
        case.put(circle, by="me")


def test_an_id_belongs_to_one_kind(case: Case) -> None:
    case.put(EVERYTHING, by="me")
    with pytest.raises(Misuse, match="'voe' is an actor already; expected another id"):
        case.put([Event("voe", "x", day("2001"))], by="me")
    with pytest.raises(Faulty, match="given twice"):
        case.put([Actor("x", "X"), Event("x", "x", day("2001"))], by="me")


def test_a_document_keeps_its_bytes_and_its_text(case: Case) -> None:
    case.put(TALKS.sources, by="me")
    case.add_document(NOTE, b"<html>as it came</html>", "me", TALKS.passages)
    assert case.original("n1") == b"<html>as it came</html>"
    assert case.find_document(NOTE.hash) == NOTE
    assert case.find_document(hash_text("<html>as it came</html>")) == NOTE
    assert case.find_document("0" * 64) is None
    assert case.record().passages == TALKS.passages
    with pytest.raises(Misuse, match=r"has this document already, as n1 \(Talks at Port Ness\)"):
        case.add_document(document("n2"), b"", "me")
    with pytest.raises(Misuse, match="never changes"):
        case.put([document("n1", TEXT + " ")], by="me")
    with pytest.raises(Misuse, match="no document 'n2'"):
        case.original("n2")


def test_a_document_s_title_may_be_corrected(case: Case) -> None:
    case.put(TALKS.sources, by="me")
    case.add_document(NOTE, b"raw", "me", TALKS.passages)
    case.put([replace(NOTE, title="The talks at Port Ness")], by="me")
    assert case.record().documents[0].title == "The talks at Port Ness"
    assert case.original("n1") == b"raw"
    case.undo("me")
    assert case.record().documents == (NOTE,)
    assert NOTE.text not in "".join(entry.after for entry in case.journal())


def test_accepting_and_rejecting(case: Case) -> None:
    case.put(EVERYTHING, by="me")
    (deed,) = case.accept(["s2", "s1", "s2"], by="ann")
    assert (deed.entry, deed.action, deed.by) == ("s2", "accept", "ann")
    assert [one.id for one in case.record().statements] == ["s1", "s2"]
    assert case.record().statements[1].origin == replace(SUGGESTED, status=Status.ACCEPTED)
    case.reject(["s2"], by="ann")
    assert [one.id for one in case.record(Status.REJECTED).statements] == ["s2"]


def test_what_accepted_entries_rest_on_cannot_be_rejected(case: Case) -> None:
    case.put(EVERYTHING, by="me")
    with pytest.raises(Faulty, match=r"statements.s1.actor: 'mainland' is rejected"):
        case.reject(["mainland"], by="me")
    case.put([Actor("new", "New", origin=SUGGESTED)], by="me")
    case.put([Statement("s3", "new", day("2001"), origin=SUGGESTED)], by="me")
    with pytest.raises(Faulty, match=r"statements.s3.actor: 'new' is suggested"):
        case.accept(["s3"], by="me")
    case.accept(["s3", "new"], by="me")
    assert "s3" in [one.id for one in case.record().statements]


def test_only_known_entries_can_be_judged(case: Case) -> None:
    case.put(EVERYTHING, by="me")
    with pytest.raises(Misuse, match=r"no entry 'islander' .* did you mean 'islanders'"):
        case.accept(["islander"], by="me")
    with pytest.raises(Misuse, match="'n1' is a document: only entries"):
        case.reject(["n1"], by="me")


def test_models_keep_their_versions(case: Case) -> None:
    assert case.save_model("settlement", "one", "ann", "first") == 1
    assert case.save_model("settlement", "one", "bob") == 1
    assert case.save_model("settlement", "two", "bob") == 2
    assert case.save_model("moves", "m", "bob") == 1
    assert case.model("settlement").text == "two"
    first = case.model("settlement", 1)
    assert (first.text, first.by, first.note, first.version) == ("one", "ann", "first", 1)
    assert first.at.tzinfo == dt.UTC
    named = [(one.name, one.version) for one in case.models()]
    assert named == [("moves", 1), ("settlement", 1), ("settlement", 2)]
    with pytest.raises(Misuse, match="no version 3 of model 'settlement'; expected one of 1, 2"):
        case.model("settlement", 3)
    with pytest.raises(Misuse, match="did you mean 'settlement'"):
        case.model("setlement")


def test_attachments_are_kept_whole(case: Case) -> None:
    data = bytes(range(256)) * 100
    case.attach("map", data, "application/geo+json", by="me")
    assert case.attachment("map").data == data
    case.attach("map", b"new", "application/geo+json", by="me")
    assert case.attachment("map").data == b"new"
    assert case.attachments() == ("map",)
    case.undo("me")
    assert case.attachment("map").data == data
    case.undo("me")
    with pytest.raises(Misuse, match=r"no attachment 'map' in this case \(there: none\)"):
        case.attachment("map")


def test_title_question_and_judgements_can_be_set(case: Case) -> None:
    case.describe("me", title="Herring talks", judgements="Ours.")
    assert (case.record().title, case.record().judgements) == ("Herring talks", "Ours.")
    case.undo("me")
    assert case.record().title == "Cod talks"
    with pytest.raises(Misuse, match="expected one of title, question, judgements"):
        case.describe("me", colour="red")


def test_load_puts_everything_in_one_change(case: Case) -> None:
    case.load(TALKS, "me", [("settlement", "text")], [("map", b"{}", "application/geo+json")])
    assert case.record(None) == TALKS
    assert case.model("settlement").text == "text"
    case.undo("me")
    assert case.record(None) == Record(title="Cod talks", question="Will there be a quota?")
    assert (case.models(), case.attachments()) == ((), ())


@pytest.mark.parametrize(
    "text", ["", "'; drop table entries; --", "\x00", "é 語 🎣 \r\n", "x" * 10**6]
)
def test_any_text_is_kept_as_it_is(case: Case, text: str) -> None:
    case.put([Actor("a", text, note=text)], by=text)
    assert case.record().actors == (Actor("a", text, note=text),)
    assert case.journal(1)[0].by == text


def test_half_a_character_is_refused_before_anything_is_written(case: Case) -> None:
    with pytest.raises(Faulty, match="lone surrogate"):
        case.put([Actor("a", "\udc80")], by="me")
    broken = replace(NOTE, text="\udc80", sources=(), parts=())
    with pytest.raises(Faulty, match="lone surrogate"):
        case.add_document(broken, b"", by="me")


def test_changes_made_together_are_undone_one_by_one(case: Case) -> None:
    with case.together():
        case.put([Actor("a", "A")], by="me")
        assert [one.id for one in case.record().actors] == ["a"]
        with pytest.raises(Faulty):
            case.put([Actor("c", "C"), Actor("b", "B", parent="nobody")], by="me")
        case.put([Actor("b", "B", parent="a")], by="me")
    assert [one.id for one in case.record().actors] == ["a", "b"]
    case.undo(by="me")
    assert [one.id for one in case.record().actors] == ["a"]


def test_what_was_done_together_until_a_stop_is_kept(case: Case) -> None:
    def stopped() -> None:
        with case.together():
            case.put([Actor("a", "A")], by="me")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    with open_case(case.path) as again:
        assert [one.id for one in again.record().actors] == ["a"]
    case.put([Actor("b", "B")], by="me")


@pytest.mark.parametrize(
    ("statement", "kept"), [("SAVEPOINT", ["a"]), ("INSERT", ["a"]), ("RELEASE", ["a", "b"])]
)
def test_an_interrupt_amid_a_change_loses_that_change_alone(
    case: Case, statement: str, kept: list[str]
) -> None:
    def interrupt(_: object, said: str, *__: object) -> None:
        if said.startswith(statement):
            raise KeyboardInterrupt

    def stopped() -> None:
        with case.together():
            case.put([Actor("a", "A")], by="me")
            event.listen(case._engine, "do_execute", interrupt)
            try:
                case.put([Actor("b", "B")], by="me")
            finally:
                event.remove(case._engine, "do_execute", interrupt)

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert [one.id for one in case.record().actors] == kept
    case.put([Actor("c", "C")], by="me")
    with open_case(case.path) as again:
        assert [one.id for one in again.record().actors] == [*kept, "c"]
        assert [one.entry for one in reversed(again.journal())][1:] == [*kept, "c"]
