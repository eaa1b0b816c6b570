"""What was decided about a text stays decided when the text is corrected."""

from __future__ import annotations

from pathlib import Path

import pytest

from winset.dates import Edtf
from winset.errors import Misuse
from winset.record.entries import Status
from winset.store import open_case
from winset.workbench.adding import Details, add_documents
from winset.workbench.anchoring import add_correction, reanchor
from winset.workbench.comparing import Reader
from winset.workbench.keeping import (
    accept,
    export_folder,
    import_folder,
    new_case,
    reject,
    undo,
)
from winset.workbench.reviewing import Filter, waiting
from winset.workbench.suggesting import suggest_in_case

FIRST = (
    "Mara Voss met Tilo Brandt in Lund on 3 February 2004 and offered forty boats for the strait. "
    "“We shall not wait for the pier,” said Voss.\n\nBrandt agreed to count the stock by June.\n\n"
    "“There will be no quota while I live,” said Tilo Brandt.\n"
)
SECOND = (
    "Tilo Brandt met Mara Voss in Ness on 3 February 2004, the day the pier broke. Voss offered "
    "forty boats for the strait.\n"
)
CORRECTED = "A correction.\n\n" + FIRST.replace("forty boats", "fourteen boats")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = new_case(tmp_path / "strait.winset").path
    for name, text in (("gull.txt", FIRST), ("herald.txt", SECOND)):
        (tmp_path / name).write_text(text)
        add_documents(path, [tmp_path / name], Details(Edtf.parse("2004-02-10")), "me")
    suggest_all(path)
    return path


def suggest_all(case: Path) -> None:
    reader = Reader()
    for _ in reader.follow(suggest_in_case(case)):
        pass
    reader.compare(case)


def left(case: Path) -> list[str]:
    return [one.entry.id for one in waiting(case, Filter())]


def correct(case: Path) -> str:
    file = case.with_name("gull2.txt")
    file.write_text(CORRECTED)
    correction = add_correction(case, [file], "d001", Details(), "me")
    assert correction.addition.document is not None
    return correction.addition.document.id


@pytest.mark.parametrize("decide", [reject, accept])
def test_what_was_decided_is_not_suggested_again_in_the_corrected_text(
    case: Path, decide: object
) -> None:
    decided = left(case)
    assert any(name.startswith("x:") for name in decided)
    assert callable(decide)
    decide(case, decided, "me")
    correct(case)
    suggest_all(case)
    assert left(case) == []


def test_words_that_only_the_corrected_text_has_are_suggested(case: Path) -> None:
    reject(case, left(case), "me")
    file = case.with_name("gull2.txt")
    file.write_text(CORRECTED + "\n“The ferry sails on Sunday,” said Mara Voss.\n")
    add_correction(case, [file], "d001", Details(), "me")
    suggest_all(case)
    (one,) = waiting(case, Filter(kind="statement"))
    assert [place.exact for place in one.places] == ["The ferry sails on Sunday,"]


def test_a_text_that_was_corrected_is_read_no_more(case: Path) -> None:
    new = correct(case)
    read = [one.document.id for one in suggest_in_case(case)]
    assert read == ["d002", new]
    assert [one.document.id for one in suggest_in_case(case, "d001")] == ["d001"]


def test_undoing_the_correction_makes_the_text_one_to_be_read_again(case: Path) -> None:
    correct(case)
    undo(case, "me")
    undo(case, "me")
    assert [one.document.id for one in suggest_in_case(case)] == ["d001", "d002"]


def test_a_correction_of_a_correction(case: Path) -> None:
    reject(case, left(case), "me")
    second = correct(case)
    file = case.with_name("gull3.txt")
    file.write_text("Once more.\n\n" + CORRECTED)
    add_correction(case, [file], second, Details(), "me")
    suggest_all(case)
    assert left(case) == []


def test_moving_back_and_forth_ends(case: Path) -> None:
    new = correct(case)
    reanchor(case, new, "d001", "me")
    assert [one.document.id for one in suggest_in_case(case)] == ["d001", "d002"]
    with open_case(case, to_read=True) as kept:
        assert {one.origin.status for one in kept.record(None).statements} == {Status.SUGGESTED}


def test_corrections_go_with_an_exported_case(case: Path, tmp_path: Path) -> None:
    new = correct(case)
    export_folder(case, tmp_path / "folder")
    again = import_folder(tmp_path / "again.winset", tmp_path / "folder", "you").path
    assert [one.document.id for one in suggest_in_case(again)] == ["d002", new]


@pytest.mark.parametrize("told", ["", "[1, junk", "[1]", '{"d002": 1}', "[" * 9999])
def test_a_folder_that_tells_corrections_otherwise_is_refused(
    told: str, case: Path, tmp_path: Path
) -> None:
    correct(case)
    export_folder(case, tmp_path / "folder")
    (tmp_path / "folder" / "attachments" / "corrections.json").write_text(told, "utf-8")
    with pytest.raises(Misuse, match="does not tell which document corrects which"):
        import_folder(tmp_path / "again.winset", tmp_path / "folder", "you")
