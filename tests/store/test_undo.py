"""Undo takes back whole changes, the last first, and only by adding to the journal."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record.examples import TALKS
from tests.record.strategies import WORDS, records, unhurried
from winset.errors import Misuse
from winset.record import Actor, Record, find_problems, items
from winset.store import Case, ModelVersion, open_case

Seen = tuple[Record, tuple[ModelVersion, ...], tuple[str, ...]]

DEEDS = ("change", "judge", "model", "attach", "describe", "undo")


def seen(case: Case) -> Seen:
    """Everything that can be seen in a case but its journal."""
    return case.record(None), case.models(), case.attachments()


def test_undo_goes_further_back_each_time(case: Case) -> None:
    for name in ("one", "two", "three"):
        case.put([Actor("a", name)], by="me")
    names = []
    while case.record().actors:
        names.append(case.record().actors[0].name)
        case.undo("you")
    assert names == ["three", "two", "one"]
    with pytest.raises(Misuse, match="nothing to undo"):
        case.undo("you")


def test_undo_is_in_the_journal(case: Case) -> None:
    (added,) = case.put([Actor("a", "A")], by="me")
    (undone,) = case.undo("you")
    assert (undone.action, undone.by, undone.undoes) == ("undo", "you", added.number)
    assert (undone.before, undone.after) == (added.after, "")
    assert case.journal()[:2] == (undone, added)


def test_after_an_undo_new_changes_are_undone_first(case: Case) -> None:
    case.put([Actor("a", "A")], by="me")
    case.put([Actor("b", "B")], by="me")
    case.undo("me")
    case.put([Actor("c", "C")], by="me")
    case.undo("me")
    assert [one.id for one in case.record().actors] == ["a"]
    case.undo("me")
    assert case.record().actors == ()


def test_a_whole_record_is_taken_back(case: Case) -> None:
    before = seen(case)
    case.put(items(TALKS), by="me")
    case.undo("me")
    assert seen(case) == before


@settings(unhurried, max_examples=12)
@given(st.data())
def test_undoing_everything_leads_back_through_every_state(
    template: bytes, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder, fresh(Path(folder), template) as case:
        states = [seen(case)]
        case.put(items(data.draw(records())), by="me")
        states += [seen(case)] if seen(case) != states[-1] else []
        for deed in data.draw(st.lists(st.sampled_from(DEEDS), max_size=6)):
            do(case, deed, data)
            assert find_problems(case.record(None)) == ()
            if deed == "undo":
                states = states[:-1] or states
                assert seen(case) == states[-1]
            elif seen(case) != states[-1]:
                states.append(seen(case))
        while len(states) > 1:
            assert seen(case) == states.pop()
            case.undo("me")
        assert seen(case) == states[0]


def fresh(folder: Path, template: bytes) -> Case:
    """An empty case of its own for one example."""
    path = folder / "x.winset"
    path.write_bytes(template)
    return open_case(path)


def do(case: Case, deed: str, data: st.DataObject) -> None:
    """One thing somebody might do."""
    record = case.record(None)
    if deed == "change" and record.actors:
        old = record.actors[0]
        case.put([Actor(old.id, data.draw(WORDS), because=old.because)], by="me")
    elif deed == "judge" and record.statements:
        judge = data.draw(st.sampled_from([case.accept, case.reject]))
        judge([record.statements[0].id], "me")
    elif deed == "model":
        case.save_model("m", data.draw(WORDS), by="me")
    elif deed == "attach":
        case.attach(data.draw(WORDS), b"x", "text/plain", by="me")
    elif deed == "describe":
        case.describe("me", title=data.draw(WORDS))
    elif deed == "undo":
        with suppress(Misuse):  # there may be nothing to undo
            case.undo("me")
