"""A case as a folder of files: what is written is read again, and every fault is told."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record.examples import NOTE, OTHERWISE, QUOTA, TALKS, day, document
from tests.record.strategies import WORDS, records, unhurried
from winset.errors import Faulty, Misuse, WinsetError
from winset.formats import files
from winset.formats.folder import CaseFolder, read_folder, write_folder
from winset.record import Event, Record, locate, make_passage

FOLDER = CaseFolder(
    TALKS,
    (("settlement", 'title = "Cod"\n'), ("moves", "")),
    (
        ("map", b'{"type": "FeatureCollection"}', "application/geo+json"),
        ("logo.bin", b"\x00", "x/y"),
    ),
    (("n1", b"%PDF-1.7 made up"),),
)  # fmt: skip

CASE = """
title = "Cod talks"
question = "Will there be a quota?"
[[documents]]
id = "n1"
file = "n1.txt"
title = "Talks at Port Ness"
date = 2001-06-01
"""


def made(root: Path, case: str = CASE, record: str = "", text: str = NOTE.text) -> Path:
    """A folder written by hand."""
    (root / "case.toml").write_text(case, encoding="utf-8")
    (root / "record.toml").write_text(record, encoding="utf-8")
    (root / "n1.txt").write_bytes(text.encode())
    return root


def faults(root: Path) -> list[str]:
    with pytest.raises(Faulty) as caught:
        read_folder(root)
    return [str(problem) for problem in caught.value.problems]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write_folder(tmp_path / "cod", FOLDER)
    assert read_folder(tmp_path / "cod") == FOLDER


@settings(unhurried, max_examples=25)
@given(records(), st.dictionaries(WORDS, WORDS, max_size=2), WORDS)
def test_any_case_is_read_again(record: Record, models: dict[str, str], name: str) -> None:
    folder = CaseFolder(record, tuple(models.items()), ((name, b"\xff", "image/png"),))
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "case"
        write_folder(root, folder)
        assert read_folder(root) == folder


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_folder(tmp_path / name, FOLDER)
    one, two = (
        {str(file.relative_to(tmp_path / name)): file.read_bytes()
         for file in sorted((tmp_path / name).rglob("*")) if file.is_file()}
        for name in ("one", "two")
    )  # fmt: skip
    assert one == two
    assert sorted(one) == [
        "attachments/logo.bin", "attachments/map.geojson", "case.toml", "documents/n1.txt",
        "models/moves.toml", "models/settlement.toml", "originals/n1.txt",
        "record.toml"]  # fmt: skip


def test_words_become_passages_made_the_same_way_each_time(tmp_path: Path) -> None:
    record = """
    [[events]]
    id = "e1"
    title = "Talks"
    date = "2001-05-04"
    because = [
        { document = "n1", exact = "heard it otherwise" },
        { document = "n1", exact = "No quota, no landing rights" },
        { document = "n1", exact = "talks", prefix = "in five. The" },
        { document = "n1", exact = "heard it otherwise" },
    ]
    """
    read = read_folder(made(tmp_path, record=record)).record
    later = locate(read.documents[0], "talks", "in five. The")
    assert [one.exact for one in read.passages] == [QUOTA.exact, OTHERWISE.exact, "talks"]
    assert read.passages[2] == later
    assert read.events == (
        Event("e1", "Talks", day("2001-05-04"),
              because=(OTHERWISE.id, QUOTA.id, later.id, OTHERWISE.id)),
    )  # fmt: skip


def test_line_ends_and_marks_in_a_text_stay(tmp_path: Path) -> None:
    text = "\ufeffone\r\ntwo\rthree\n"
    read = read_folder(made(tmp_path, text=text)).record
    assert read.documents[0].text == text


def test_every_fault_is_told_at_once_with_file_and_key(tmp_path: Path) -> None:
    case = CASE + 'sources = ["gazete"]\n[model]\nsettlement = "m.toml"\n[[documents]]\nid = "n2"\n'
    record = """
    colours = []
    [[sources]]
    id = "gazette"
    title = "Talks open"
    [[actors]]
    name = "Nobody"
    [[events]]
    id = "e1"
    title = "Talks"
    date = "4 May"
    participants = ["voe"]
    because = [
        { document = "n3", exact = "x" },
        { document = "n1", exact = "No quota, no fishing" },
        { document = "n1", exact = "talks" },
        { document = "n1", exakt = "No quota" },
    ]
    [[differences]]
    id = "d1"
    about = "e1"
    because = ["e1"]
    accounts = [{ text = "one", because = ["e2"] }]
    """
    told = "\n".join(faults(made(tmp_path, case, record)))
    for line in (
        "case.toml: model: is not known here; expected one of title, question",
        "case.toml: documents.n1.sources[0]: 'gazete' is not known; expected the id of a source; "
        "did you mean 'gazette'?",
        "case.toml: documents.n2.file: no file is named",
        "case.toml: documents.n2.title: is missing",
        "record.toml: colours: is not known here",
        "record.toml: actors[0].id: is missing",
        "record.toml: events.e1.date: '4 May' is not a date",
        "record.toml: events.e1.participants[0]: 'voe' is not known",
        "record.toml: events.e1.because[0].document: 'n3' is not a document",
        "record.toml: events.e1.because[1].exact: 'No quota, no fishing' does not stand in n1; "
        "the text agrees up to 'No quota, no'",
        "record.toml: events.e1.because[2].exact: 'talks' stands 2 times in n1",
        "record.toml: events.e1.because[3].exakt: is not known here",
        "record.toml: differences.d1.accounts[0].because[0]: 'e2' is not known",
        "record.toml: differences.d1.accounts: a difference with 1; expected two or more",
    ):
        assert line in told
    assert "'e1' is not known" not in told


def test_ids_given_twice_are_told(tmp_path: Path) -> None:
    event = '[[events]]\nid = "e1"\ntitle = "x"\ndate = "2001"\n'
    actor = '[[actors]]\nid = "n1"\nname = "x"\n'
    told = faults(made(tmp_path, CASE, event * 2 + actor))
    assert "record.toml: events.e1.id: 2 event(s) have this id" in told[1]
    assert "1 document(s), 1 actor(s) have this id" in told[0]
    twice = faults(made(tmp_path, CASE + CASE[CASE.index("[[") :]))
    assert "case.toml: documents.n1.id: this id is given twice" in twice[0]


@pytest.mark.parametrize(
    "file", ["../secret.txt", "/etc/passwd", "x/../../secret.txt", "", "n1.txt\\u0000", "out.txt"]
)
def test_files_outside_the_folder_are_refused(tmp_path: Path, file: str) -> None:
    root = tmp_path / "case"
    root.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (root / "out.txt").symlink_to(tmp_path / "secret.txt")
    told = faults(made(root, CASE.replace('"n1.txt"', f'"{file}"')))
    assert "documents.n1.file" in told[0]
    assert "leads out of the folder" in told[0]


def test_models_and_attachments_stay_inside_too(tmp_path: Path) -> None:
    case = CASE + '[models]\nsettlement = "../m.toml"\n[[attachments]]\nname = "map"\nfile = 3\n'
    told = faults(made(tmp_path, case))
    assert "case.toml: models.settlement: '../m.toml' leads out of the folder" in told[0]
    assert "case.toml: attachments.map.file: no file is named" in told[1]


def test_a_file_with_an_endless_name_is_told(tmp_path: Path) -> None:
    told = faults(made(tmp_path, CASE.replace('"n1.txt"', f'"{"x" * 5000}"')))
    assert "the name is too long; expected at most 200 characters" in told[0]


def test_two_attachments_of_one_name_are_told(tmp_path: Path) -> None:
    map_ = '[[attachments]]\nname = "map"\nfile = "n1.txt"\n'
    assert "attachments.map.name: this name is given twice" in faults(made(tmp_path, map_ * 2))[0]


def test_a_file_that_is_missing_is_told_with_the_nearest(tmp_path: Path) -> None:
    told = faults(made(tmp_path, CASE.replace('"n1.txt"', '"n.txt"')))
    assert "'n.txt' does not exist; expected a file in the case's folder; did you mean" in told[0]


def test_limits_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path)
    with (tmp_path / "n1.txt").open("wb") as file:
        file.truncate(files.LONGEST_FILE + 1)  # sparse: takes no room
    assert "33,554,433 bytes; expected at most 33,554,432 bytes" in faults(tmp_path)[0]
    with (tmp_path / "case.toml").open("wb") as file:
        file.truncate(files.LONGEST_TOML + 1)
    assert "case.toml: 'case.toml' has 8,388,609 bytes; expected at most" in faults(tmp_path)[0]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"title = ", "is not TOML: Invalid value"),
        (b"\xff\xfe", "is not UTF-8 text (line 1)"),
        (b"a = " + b"[" * 10_000, "is nested too deeply"),
        (b"\x00", "is not TOML"),
    ],
)
def test_files_that_are_no_toml(tmp_path: Path, content: bytes, words: str) -> None:
    made(tmp_path)
    for name in ("record.toml", "case.toml"):
        (tmp_path / name).write_bytes(content)
        told = faults(tmp_path)
        assert f"{name}: " in told[0]
        assert words in told[0]


def test_a_deeply_nested_value_is_a_fault(tmp_path: Path) -> None:
    record = '[[events]]\nid = "e"\nbecause = ' + "[" * 200 + "]" * 200
    assert any("events.e.because" in told for told in faults(made(tmp_path, record=record)))


@pytest.mark.parametrize(
    "case",
    ["title = 3", "documents = 3", "documents = [3]", "models = 3", "attachments = {}",
     "[models]\nsettlement = 3", "[[documents]]", "[[attachments]]"],
)  # fmt: skip
def test_wrong_shapes_are_faults(tmp_path: Path, case: str) -> None:
    assert faults(made(tmp_path, case))


@pytest.mark.parametrize(
    "because", ["3", '[[]]', "[3]", "[{}]", '[{document = 3}]', '[{document = "n1", exact = 3}]',
                '{document = "n1"}', '[{document = "n1", exact = ""}]'],
)  # fmt: skip
def test_wrong_grounds_are_faults(tmp_path: Path, because: str) -> None:
    record = f'[[events]]\nid = "e"\ntitle = "x"\ndate = "2001"\nbecause = {because}'
    assert any("events.e.because" in told for told in faults(made(tmp_path, record=record)))


def test_a_folder_without_a_record_is_a_case(tmp_path: Path) -> None:
    made(tmp_path)
    (tmp_path / "record.toml").unlink()
    assert [one.id for one in read_folder(tmp_path).record.documents] == ["n1"]


def test_what_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match=r"does not exist; expected a folder with a case\.toml"):
        read_folder(tmp_path / "nowhere")
    for impossible in ("x" * 5000, "a\x00b"):
        with pytest.raises(Misuse, match="does not exist"):
            read_folder(tmp_path / impossible)
    with pytest.raises(Misuse, match="is not a folder"):
        read_folder(made(tmp_path) / "case.toml")
    (tmp_path / "case.toml").unlink()
    with pytest.raises(Faulty, match=r"'case\.toml' does not exist"):
        read_folder(tmp_path)


def test_writing_over_something_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "cod"
    root.mkdir()
    write_folder(root, FOLDER)
    with pytest.raises(Misuse, match="is not empty"):
        write_folder(root, FOLDER)
    with pytest.raises(Misuse, match="is not a folder"):
        write_folder(root / "case.toml", FOLDER)
    (root / "mine.txt").write_text("mine")
    changed = replace(FOLDER, record=replace(TALKS, title="Herring talks"))
    write_folder(root, changed, replace=True)
    assert read_folder(root) == changed
    assert (root / "mine.txt").read_text() == "mine"


def test_a_record_with_faults_is_not_written(tmp_path: Path) -> None:
    faulty = replace(TALKS, sources=())
    with pytest.raises(Faulty, match="'gazette' is not known"):
        write_folder(tmp_path / "cod", CaseFolder(faulty))
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(WinsetError, match="No space left"):
        write_folder(tmp_path / "cod", FOLDER)
    assert list(tmp_path.iterdir()) == []


def test_hostile_ids_become_harmless_file_names(tmp_path: Path) -> None:
    names = ["../x", "CON.txt", "case", "Case", "é", ".hidden", "a/b"]
    documents = tuple(replace(document(name), sources=()) for name in names)
    folder = CaseFolder(Record(documents=documents), (("record", ""), ("../m", "x")))
    write_folder(tmp_path / "cod", folder)
    assert read_folder(tmp_path / "cod") == folder
    found = [file.relative_to(tmp_path / "cod") for file in (tmp_path / "cod").rglob("*.t*")]
    assert {str(file.parent) for file in found} == {".", "documents", "models"}
    assert len(found) == len(names) + 2 + 2


def test_passages_that_words_do_not_lead_to_are_written_out(tmp_path: Path) -> None:
    first = make_passage(NOTE, 0, 3)  # "The" stands again later, and nothing is before it
    own = make_passage(NOTE, 4, 15, "mine")
    event = Event("e", "x", day("2001"), because=(first.id, "mine"))
    record = Record(documents=(replace(NOTE, sources=()),), passages=(first, own), events=(event,))
    write_folder(tmp_path / "cod", CaseFolder(record))
    assert read_folder(tmp_path / "cod").record == record


def test_an_original_is_named_after_its_document_and_type(tmp_path: Path) -> None:
    page = replace(NOTE, media_type="text/html")
    folder = CaseFolder(replace(TALKS, documents=(page,)), originals=(("n1", b"<p>Talks</p>"),))
    write_folder(tmp_path / "cod", folder)
    assert (tmp_path / "cod" / "originals" / "n1.html").read_bytes() == b"<p>Talks</p>"
    assert read_folder(tmp_path / "cod") == folder


def test_an_original_that_is_the_text_itself_is_not_kept_twice(tmp_path: Path) -> None:
    case = CASE.replace('file = "n1.txt"', 'file = "n1.txt"\noriginal = "n1.txt"')
    assert read_folder(made(tmp_path, case)).originals == ()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ('"gone.pdf"', "documents.n1.original: 'gone.pdf' does not exist"),
        ('"../n1.txt"', "documents.n1.original: '../n1.txt' leads out of the folder"),
        ("3", "documents.n1.original: no file is named"),
    ],
)
def test_an_original_that_cannot_be_read_is_a_fault(tmp_path: Path, value: str, words: str) -> None:
    case = CASE.replace('file = "n1.txt"', f'file = "n1.txt"\noriginal = {value}')
    (found,) = faults(made(tmp_path, case))
    assert words in found
