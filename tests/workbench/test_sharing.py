"""Whether a case's documents could leave the machine, from its setting and its journal."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workbench.made_up import FISHERIES
from winset.errors import Misuse
from winset.record.entries import Origin, Status
from winset.store import open_case
from winset.workbench.keeping import export_folder, import_folder
from winset.workbench.language_model import turn_off, turn_on
from winset.workbench.library import documents_of
from winset.workbench.opening import opened
from winset.workbench.reporting import write_report
from winset.workbench.sharing import find_sharing

ADDRESS = "http://127.0.0.1:9/v1"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return import_folder(tmp_path / "talks.winset", FISHERIES, "me").path


def said(case: Path) -> str:
    page = case.with_suffix(".html")
    write_report(case, page)
    return page.read_text("utf-8")


def test_off_by_default_in_a_case_and_in_a_folder(case: Path, tmp_path: Path) -> None:
    assert "no document left the machine" in said(case)
    write_report(FISHERIES, tmp_path / "folder.html")
    assert "no document left the machine" in (tmp_path / "folder.html").read_text("utf-8")


def test_turned_on_the_page_says_where_to_and_since_when(case: Path) -> None:
    turn_on(case, ADDRESS, "small-1", "me")
    with open_case(case, to_read=True) as kept:
        day = kept.journal()[0].at.date()
        origin = Origin("language model small-1", "prompt-1", 0.0, Status.ACCEPTED)
        told = replace(kept.record().statements[0], origin=origin)
    with open_case(case) as kept:
        kept.put([told], "me")
    found = find_sharing(opened(case))
    assert (found.address, found.model, found.first, found.last) == (ADDRESS, "small-1", day, day)
    assert found.accepted == (("small-1", 1),)
    assert f"may be sent to {ADDRESS} (model small-1)." in said(case)
    assert said(case) == said(case)


def test_turned_off_again_the_page_does_not_deny_that_it_was_on(case: Path) -> None:
    turn_on(case, ADDRESS, "small-1", "me")
    turn_off(case, "me")
    assert "a language model was turned on; it is off now" in said(case)
    assert "No document has left the machine." in said(case)
    with open_case(case) as kept:
        kept.note_sent(kept.document("n1"), ADDRESS, "small-1", "me")
    page = said(case)
    assert "o document has left the machine" not in page
    assert "Document n1 left the machine on" in page
    assert f"sent to {ADDRESS} (model small-1)" in page


def test_taking_the_setting_back_does_not_hide_it(case: Path) -> None:
    turn_on(case, ADDRESS, "small-1", "me")
    with open_case(case) as kept:
        kept.undo("me")
    found = find_sharing(opened(case))
    assert found.address == ""
    assert isinstance(found.first, dt.date)
    assert "a language model was turned on; it is off now" in said(case)


def test_what_was_sent_goes_with_an_exported_case(case: Path, tmp_path: Path) -> None:
    with open_case(case) as kept:
        kept.note_sent(kept.document("n1"), ADDRESS, "small-1", "me")
    export_folder(case, tmp_path / "folder")
    again = import_folder(tmp_path / "again.winset", tmp_path / "folder", "you").path
    import_folder(case, tmp_path / "folder", "me")
    shared = {find_sharing(opened(path)).sent for path in (case, tmp_path / "folder", again)}
    assert [(one.documents, one.address) for sent in shared for one in sent] == [(("n1",), ADDRESS)]
    with open_case(again) as kept:
        kept.note_sent(kept.document("n1"), ADDRESS, "small-2", "you")
    export_folder(again, tmp_path / "third")
    assert [one.model for one in find_sharing(opened(tmp_path / "third")).sent] == [
        "small-1",
        "small-2",
    ]
    assert [
        len(one.sent) for one in documents_of(tmp_path / "third") if one.document.id == "n1"
    ] == [2]


@pytest.mark.parametrize(
    "told", ["", "[", "{}x", "[1]", '[{"at": "2001"}]', '{"a": 1}', "[" * 9999]
)
def test_a_folder_that_tells_it_otherwise_is_refused(told: str, case: Path, tmp_path: Path) -> None:
    with open_case(case) as kept:
        kept.note_sent(kept.document("n1"), ADDRESS, "small-1", "me")
    export_folder(case, tmp_path / "folder")
    (tmp_path / "folder" / "attachments" / "sent.json").write_text(told, "utf-8")
    with pytest.raises(Misuse, match="does not tell which documents were sent"):
        import_folder(tmp_path / "again.winset", tmp_path / "folder", "you")
    assert not (tmp_path / "again.winset").exists()
