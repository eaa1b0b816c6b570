from __future__ import annotations

from pathlib import Path

import pytest

from tests.workbench.made_up import FISHERIES, NOTE
from winset.dates import Edtf
from winset.record.entries import Status
from winset.record.passages import is_faithful
from winset.store import open_case
from winset.workbench.adding import Details, add_documents
from winset.workbench.keeping import accept, import_folder, new_case
from winset.workbench.suggesting import suggest_in_case

DATED = Details(Edtf.parse("2003-05-02"))


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return new_case(tmp_path / "talks.winset").path


def test_bytes_and_text_of_a_document_are_kept_as_they_came(case: Path) -> None:
    (added,) = add_documents(case, [NOTE], DATED, "Jane")
    assert added.document is not None
    with open_case(case) as kept:
        assert kept.original(added.document.id) == NOTE.read_bytes()
        assert kept.record().documents == (added.document,)
        assert kept.journal(1)[0].by == "Jane"


def test_nothing_is_half_added_when_a_file_is_refused(case: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 not really")
    refused, added = add_documents(case, [bad, NOTE], DATED, "Jane")
    assert refused.refused
    assert refused.document is None
    with open_case(case) as kept:
        assert [one.id for one in kept.record().documents] == ["d001"]
    assert added.document is not None


def test_ids_of_documents_avoid_those_taken(tmp_path: Path) -> None:
    case = import_folder(tmp_path / "talks.winset", FISHERIES, "Jane").path
    file = tmp_path / "a.txt"
    file.write_text("The third round is put off.")
    (added,) = add_documents(case, [file], DATED, "Jane")
    assert added.document is not None
    assert added.document.id == "d002"


def test_a_suggested_statement_rests_on_the_passage_it_quotes(case: Path) -> None:
    add_documents(case, [NOTE], DATED, "Jane")
    (suggested,) = suggest_in_case(case)
    (statement,) = suggested.statements
    (place,) = suggested.passages
    assert statement.because == (place.id,)
    assert is_faithful(place, suggested.document)
    assert statement.origin.status is Status.SUGGESTED
    assert statement.origin.rule


def test_known_actors_are_not_suggested_anew(tmp_path: Path) -> None:
    case = import_folder(tmp_path / "talks.winset", FISHERIES, "Jane").path
    file = tmp_path / "a.txt"
    file.write_text("“We wait,” said Aland.\n")
    add_documents(case, [file], DATED, "Jane")
    (suggested,) = suggest_in_case(case, "d002")
    assert [one.actor for one in suggested.statements] == ["aland"]
    assert suggested.actors == ()


def test_accepting_a_statement_accepts_its_speaker(case: Path) -> None:
    add_documents(case, [NOTE], DATED, "Jane")
    ((suggested,),) = [one.statements for one in suggest_in_case(case)]
    assert set(accept(case, [suggested.id], "Jane")) == {suggested.id, suggested.actor}
    with open_case(case) as kept:
        assert [one.id for one in kept.record().actors] == [suggested.actor]
