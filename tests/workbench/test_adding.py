from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.workbench.made_up import FISHERIES, NOTE
from winset.dates import Edtf
from winset.errors import Misuse
from winset.record.entries import Status
from winset.record.passages import is_faithful
from winset.store import open_case
from winset.workbench.adding import Details, add_documents, gather
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
        (document,) = kept.record().documents
        assert document.text == NOTE.read_text()
        assert replace(document, text="") == added.document
        assert added.length == len(document.text)
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
    (place,) = [one for one in suggested.passages if one.id in statement.because]
    assert statement.because == (place.id,)
    with open_case(case) as kept:
        assert is_faithful(place, kept.document(suggested.document.id))
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


def test_a_folder_and_a_pattern_stand_for_their_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden/d.txt", ".e.txt", "old.winset"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(name)
    names = [str(file.relative_to(tmp_path)) for file in gather([tmp_path])]
    assert names == ["a.txt", "b.txt", "sub/c.txt"]
    assert gather([tmp_path / "*.txt"]) == (tmp_path / "a.txt", tmp_path / "b.txt")
    assert gather([tmp_path / "gone.txt"]) == (tmp_path / "gone.txt",)
    with pytest.raises(Misuse, match="no file fits"):
        gather([tmp_path / "*.pdf"])
    (tmp_path / "empty").mkdir()
    with pytest.raises(Misuse, match="holds no file to add"):
        gather([tmp_path / "empty"])


def test_what_was_broken_off_goes_on_where_it_was(case: Path, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(5)]
    for file in files:
        file.write_text(f"The round of {file.stem} ended.")

    def interrupted(items: Sequence[Any], label: str) -> Iterator[Any]:
        yield from items[:3]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_documents(case, files, DATED, "me", interrupted)
    again = add_documents(case, files, DATED, "me")
    assert [one.known for one in again] == [True, True, True, False, False]
    assert [one.document.id for one in again if one.document] == [f"d00{n}" for n in range(1, 6)]


def test_a_folder_that_cannot_be_looked_into_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut = tmp_path / "shut"
    shut.mkdir()
    (tmp_path / "a.txt").write_text("Talks.")
    look = os.scandir

    def scandir(path: str) -> object:
        if Path(path) == shut:
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert gather([tmp_path]) == (tmp_path / "a.txt", shut)
