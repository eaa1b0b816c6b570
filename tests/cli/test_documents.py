from __future__ import annotations

import json
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.cli.conftest import Winset
from tests.workbench.made_up import NOTE


@pytest.fixture
def empty(winset: Winset, tmp_path: Path) -> Path:
    case = tmp_path / "talks.winset"
    assert winset("new", case).exit_code == 0
    return case


def test_a_document_is_kept_with_what_the_analyst_says_of_it(winset: Winset, empty: Path) -> None:
    details = ("--title", "Notes", "--author", "Jane Roe", "--url", "https://example.org/a")
    result = winset("add", empty, NOTE, "--date", "2003-05~", *details, "--json")
    (added,) = json.loads(result.stdout)["files"]
    assert (added["result"], added["title"], added["date"]) == ("added", "Notes", "2003-05~")


def test_a_document_is_known_by_its_content_not_its_name(
    winset: Winset, empty: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(NOTE.read_bytes())
    winset("add", empty, NOTE, "--date", "2003-05-02")
    result = winset("add", empty, copy, "--date", "2003-05-02")
    assert result.exit_code == 0
    assert "in the case already, as d001" in result.stdout


def test_a_refused_file_does_not_stop_the_others(
    winset: Winset, empty: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_text(" \n\t\n")
    (tmp_path / "program").write_bytes(b"\x7fELF" + bytes(range(256)))
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "large.txt").write_bytes(b"x" * 50_000_000)
    files = [tmp_path / name for name in ("empty.txt", "blank.txt", "program", "noise.bin")]
    files += [tmp_path / "large.txt", tmp_path / "missing.txt", NOTE]
    result = winset("add", empty, *files, "--date", "2003-05-02", "--json")
    assert result.exit_code == 1
    said = json.loads(result.stdout)["files"]
    assert [one["result"] for one in said] == ["refused"] * 6 + ["added"]
    assert all(one["reason"] for one in said[:6])
    assert "50 MB" in said[4]["reason"]


def test_the_date_is_required_and_proposed_from_the_text(
    winset: Winset, empty: Path, tmp_path: Path
) -> None:
    dated = tmp_path / "dated.txt"
    dated.write_text("Talks resume\nMay 21, 2019\n\nThe delegations met again in the harbour.\n")
    result = winset("add", empty, dated)
    assert result.exit_code == 1
    assert "--date 2019-05-21" in " ".join(result.stdout.split())
    assert json.loads(winset("journal", empty, "--json").stdout)["journal"][0]["action"] == "create"


@pytest.mark.parametrize("date", ["soon", "2003-13", "", "2003-05-02/2001", "9" * 5000])
def test_a_date_that_is_none_adds_nothing(winset: Winset, empty: Path, date: str) -> None:
    result = winset("add", empty, NOTE, "--date", date)
    assert result.exit_code in (1, 2)
    assert "date" in result.output
    assert len(result.output) < 1000


def test_one_title_for_two_files_is_misuse(winset: Winset, empty: Path) -> None:
    result = winset("add", empty, NOTE, NOTE, "--title", "Both", "--date", "2003")
    assert result.exit_code == 2


def test_suggest_needs_no_case_and_keeps_the_promised_shape(winset: Winset) -> None:
    found = json.loads(winset("suggest", NOTE, "--date", "2003-05-02", "--json").stdout)
    assert {"parts", "quotes", "dates", "boilerplate"} <= found.keys()
    (quote,) = found["quotes"]
    keys = {"start", "end", "text", "kind", "speaker", "speaker_start", "speaker_end", "rule"}
    assert keys <= quote.keys()
    text = NOTE.read_text()
    assert text[quote["start"] : quote["end"]] == quote["text"] == "Patrols first, ports later,"
    assert text[quote["speaker_start"] : quote["speaker_end"]] == "Bianca Castro"
    (date,) = found["dates"]
    assert (date["text"], date["edtf"]) == ("1 May 2003", "2003-05-01")


def test_suggest_in_words_marks_the_machine(winset: Winset) -> None:
    text = winset("suggest", NOTE, "--date", "2003-05-02").stdout
    assert "machine's suggestions" in text
    assert "Bianca" in text


def test_suggest_asks_for_the_date_of_a_file(winset: Winset) -> None:
    result = winset("suggest", NOTE)
    assert result.exit_code == 2
    assert "--date" in result.stderr


def test_suggest_names_the_nearest_document(winset: Winset, fisheries: Path) -> None:
    result = winset("suggest", fisheries, "n11")
    assert result.exit_code == 2
    assert "did you mean 'n1'?" in result.stderr


def test_names_in_other_scripts_and_bytes_survive(
    winset: Winset, empty: Path, tmp_path: Path
) -> None:
    file = tmp_path / "переговоры 交渉.txt"
    file.write_text("«Сначала патрули», — сказал министр. 交渉は終わった。\n", encoding="utf-8")
    result = winset("add", empty, file, "--date", "2003")
    assert result.exit_code == 0
    assert "交渉" in result.stdout


def test_a_parser_that_is_not_there_is_told_how_to_get(winset: Winset, fisheries: Path) -> None:
    refused = winset("suggest", fisheries, "--parser", "no_such_model")
    assert refused.exit_code == 2
    assert "pip install" in refused.stderr


def test_a_parser_is_used_when_asked_for(winset: Winset, fisheries: Path) -> None:
    pytest.importorskip("spacy", reason="the extra nlp is not installed")
    shape = json.loads(winset("suggest", fisheries, "--json", "--parser").stdout)
    plain = json.loads(winset("suggest", NOTE, "--date", "2003-05-02", "--json").stdout)
    (read,) = shape["documents"]
    assert [one["text"] for one in read["quotes"]] == [one["text"] for one in plain["quotes"]]


def test_a_guessed_encoding_is_told_and_can_be_corrected(
    winset: Winset, fisheries: Path, tmp_path: Path
) -> None:
    words = "Velvyslanec řekl, že žádná dohoda nebude podepsána."
    file = tmp_path / "czech.txt"
    file.write_bytes(words.encode("cp852"))
    first = winset("add", fisheries, file, "--date", "2004").stdout
    assert "give --encoding" in " ".join(first.split())
    given = ("--encoding", "cp852", "--corrects", "d002")
    second = winset("add", fisheries, file, "--date", "2004", *given)
    assert "--encoding" not in second.stdout
    assert winset("find", fisheries, "žádná").stdout.startswith("d003")


def test_what_is_attached_to_a_mail_is_told(
    winset: Winset, fisheries: Path, tmp_path: Path
) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "b@c.example", "The pier"
    mail.set_content("See what is attached.")
    mail.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="pier.pdf")
    file = tmp_path / "pier.eml"
    file.write_bytes(bytes(mail))
    said = winset("add", fisheries, file, "--date", "2004").stdout
    assert "not read: pier.pdf" in " ".join(said.split())
