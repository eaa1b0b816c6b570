from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.workbench.made_up import FISHERIES, MODEL, MOVES
from winset.errors import Faulty, Misuse
from winset.record.entries import Origin, Status
from winset.record.record import Record
from winset.report.findings import ModelVersion
from winset.workbench.keeping import import_folder
from winset.workbench.opening import Contents, case_file, opened, opened_case, standing


def kept(*names: str) -> Contents:
    return Contents(Path("a.winset"), models=tuple(ModelVersion(n, 1, "") for n in names))


def test_a_folder_and_the_case_file_made_of_it_hold_the_same(tmp_path: Path) -> None:
    path = import_folder(tmp_path / "a.winset", FISHERIES, "Jane").path
    folder, case = opened(FISHERIES), opened(path)
    assert folder.record == case.record
    assert {m.name: m.text for m in folder.models} == {m.name: m.text for m in case.models}


def test_a_model_file_is_no_case() -> None:
    assert opened(MODEL).is_model_file
    with pytest.raises(Misuse, match="is not a case"):
        opened_case(MODEL)


def test_a_case_folder_cannot_be_changed_in_place() -> None:
    with pytest.raises(Misuse, match="winset import"):
        case_file(FISHERIES)


def test_of_several_models_the_first_wanted_name_counts_then_the_only_one() -> None:
    assert kept("moves", "settlement").model("settlement", "moves").name == "settlement"
    assert kept("other").model("settlement").name == "other"
    with pytest.raises(Misuse, match="--model"):
        kept("one", "two").model("settlement")
    with pytest.raises(Misuse, match="holds no model"):
        kept().model("settlement")


def test_a_file_that_is_not_text_is_faulty(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"title = '\xff'")
    with pytest.raises(Faulty):
        opened(path)


def test_a_byte_order_mark_and_line_ends_of_another_system_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"\xef\xbb\xbf" + MOVES.read_bytes().replace(b"\n", b"\r\n"))
    assert opened(path).models[0].text.startswith("title")


def test_only_entries_of_the_wanted_standing_are_left() -> None:
    record = opened(FISHERIES).record
    waiting = replace(record.events[0], origin=Origin("rules", status=Status.SUGGESTED))
    mixed = replace(record, events=(waiting, *record.events[1:]))
    assert standing(mixed, Status.ACCEPTED).events == record.events[1:]
    assert standing(mixed, Status.SUGGESTED).events == (waiting,)
    assert standing(mixed, Status.SUGGESTED).documents == record.documents
    assert standing(mixed, None) == mixed
    assert standing(Record(), Status.ACCEPTED) == Record()
