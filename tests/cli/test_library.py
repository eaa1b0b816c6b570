from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Winset
from tests.workbench.made_up import NOTE

TWO_IN_ONE = """Ferry line to open in spring

By Ada Holm

The ferry between Lund and Ness will open in spring, the harbour office said on Monday. The boats
have been ready since autumn, and the crews have been hired from both shores of the sound. The
office expects four crossings a day, six in summer, and a night boat at the weekend for lorries
that carry fish to the market in town. Tickets will cost as much as they did before the war.
Nobody has yet said who is to pay for the new pier, which the storm of last winter broke in two.
The council meets again next week and has the pier as the first item of a long list of business.



Comment: A pier is not a bridge

By Bert Lunde

A line of boats is no peace, whatever the harbour office says in its bulletins to the papers. The
sound has been crossed before, by traders and by troops, and each time the crossing was hailed as
the end of an old quarrel between two shores. What is missing is a text, with names under it, on
who may fish where and until when. Until there is such a text the boats will carry tourists. They
will look at the other shore, buy a cup of coffee, and go home with the evening boat, as before.
That is pleasant enough for them, and good for the cafés, but it settles nothing that matters.
"""


@pytest.fixture
def two(winset: Winset, tmp_path: Path) -> Path:
    case = tmp_path / "two.winset"
    file = tmp_path / "two.txt"
    file.write_text(TWO_IN_ONE)
    winset("new", case)
    assert winset("add", case, file, "--date", "2004-02-03").exit_code == 0
    return case


def test_documents_are_listed_without_their_texts(winset: Winset, fisheries: Path) -> None:
    (shape,) = json.loads(winset("documents", fisheries, "--json").stdout)["documents"]
    assert shape["id"] == "n1"
    assert shape["length"] == len(NOTE.read_text())
    assert shape["places"] > 0
    assert "text" not in shape
    assert "n1" in winset("documents", fisheries).stdout


def test_a_case_without_documents_says_how_to_add_one(winset: Winset, tmp_path: Path) -> None:
    winset("new", tmp_path / "empty.winset")
    assert "winset add" in winset("documents", tmp_path / "empty.winset").stdout


def test_pieces_are_kept_with_their_own_authors(winset: Winset, two: Path) -> None:
    shape = json.loads(winset("parts", two, "d001", "--json").stdout)
    assert shape["kept"] == []
    assert [one["author"] for one in shape["proposed"]] == ["Ada Holm", "Bert Lunde"]
    winset("parts", two, "d001", "--keep", "2")
    (kept,) = json.loads(winset("parts", two, "d001", "--json").stdout)["kept"]
    assert kept["author"] == "Bert Lunde"
    assert TWO_IN_ONE[kept["start"] :].startswith("Comment:")
    winset("parts", two, "d001", "--keep", "none")
    assert json.loads(winset("parts", two, "d001", "--json").stdout)["kept"] == []
    winset("undo", two)
    (kept,) = json.loads(winset("parts", two, "d001", "--json").stdout)["kept"]
    assert kept["author"] == "Bert Lunde"


@pytest.mark.parametrize("keep", ["3", "0", "x", "1,", "-1"])
def test_parts_that_are_not_there_are_refused(winset: Winset, two: Path, keep: str) -> None:
    result = winset("parts", two, "d001", f"--keep={keep}")
    assert result.exit_code == 2
    assert "1 to 2" in result.stderr or "expected all, none, or numbers" in result.stderr


def test_suggesting_tells_of_several_pieces(winset: Winset, two: Path) -> None:
    assert "winset parts" in winset("suggest", two).stdout


def test_a_text_nearly_known_is_told_when_it_is_added(
    winset: Winset, two: Path, tmp_path: Path
) -> None:
    file = tmp_path / "again.txt"
    file.write_text(TWO_IN_ONE.replace("four crossings", "five crossings"))
    result = winset("add", two, file, "--date", "2004-02-04")
    assert "of its words with d001" in result.stdout
    groups = json.loads(winset("documents", two, "--alike", "--json").stdout)["groups"]
    assert groups == [["d001", "d002"]]
    other = tmp_path / "other.txt"
    other.write_text("The council has met. It has decided nothing about the pier at all so far.")
    result = winset("add", two, other, "--date", "2004-02-11", "--json")
    (added,) = json.loads(result.stdout)["files"]
    assert added["alike"] == []


@pytest.mark.parametrize(
    ("days", "old", "new"),
    [
        (("2004-02-04", "2004-02-04"), "d001", "d002"),
        (("2004-02-04", "2004-03"), "d001", "d002"),
        (("2004-02-04", "2004-02-03"), "d002", "d001"),
        (("2004-02-04", "2004-02"), "d001", "d002"),
    ],
)
def test_of_two_like_texts_the_later_is_offered_as_the_correction(
    winset: Winset, tmp_path: Path, days: tuple[str, str], old: str, new: str
) -> None:
    case, files = tmp_path / "talks.winset", [tmp_path / "a.txt", tmp_path / "b.txt"]
    winset("new", case)
    said = ""
    for file, crossings, day in zip(files, ("four", "five"), days, strict=True):
        file.write_text(TWO_IN_ONE.replace("four crossings", f"{crossings} crossings"))
        said += winset("add", case, file, "--date", day).stdout
    assert f"If {new} corrects {old}, `winset reanchor CASE {old} {new}`" in " ".join(said.split())


def test_two_like_texts_added_together_are_told_once(winset: Winset, tmp_path: Path) -> None:
    case, files = tmp_path / "talks.winset", [tmp_path / "a.txt", tmp_path / "b.txt"]
    winset("new", case)
    for file, crossings in zip(files, ("four", "five"), strict=True):
        file.write_text(TWO_IN_ONE.replace("four crossings", f"{crossings} crossings"))
    said = winset("add", case, *files, "--date", "2004-02-04").stdout
    assert said.count("of its words with") == said.count("`winset reanchor CASE d001 d002`") == 1


def test_what_a_document_says_of_itself_is_told_with_its_place(
    winset: Winset, tmp_path: Path
) -> None:
    case, file = tmp_path / "t.winset", tmp_path / "page.html"
    paragraph = "<p>The council has met twice and will meet a third time before the winter.</p>"
    file.write_text(
        "<html><head><title>Pier talks</title><meta name='author' content='Ada Holm'></head>"
        f"<body><article><h1>Pier talks</h1>{paragraph * 5}</article></body></html>"
    )
    winset("new", case)
    (added,) = json.loads(winset("add", case, file, "--date", "2004", "--json").stdout)["files"]
    assert {"field": "title", "value": "Pier talks", "basis": "the page's metadata"} in added[
        "proposals"
    ]
    assert added["language"] == "en"


def test_a_corrected_text_takes_over_what_rested_on_the_first(
    winset: Winset, fisheries: Path, tmp_path: Path
) -> None:
    corrected = tmp_path / "corrected.txt"
    text = "Corrected.\n" + NOTE.read_text().replace("not a boat more", "no boat more")
    corrected.write_text(text)
    result = winset("add", fisheries, corrected, "--corrects", "n1", "--json")
    shape = json.loads(result.stdout)
    (added,) = shape["files"]
    old = json.loads(winset("documents", fisheries, "--json").stdout)["documents"][0]
    assert added["date"] == old["date"]  # as the text it corrects, where nothing else is said
    assert added["title"] == old["title"]
    alike = [one for one in shape["passages"] if one["kind"] == "near"]
    assert [one["words"] for one in alike] == ["Borduria offers a third, and no boat more."]
    assert not set(shape["moved"]) & {one["passage"]["id"] for one in alike}
    said = winset("reanchor", fisheries, "n1", added["document"]).stdout
    assert "was “Borduria offers a third, and not a boat more.”" in said
    assert "now “Borduria offers a third, and no boat more.”" in said
    confirmed = alike[0]["passage"]["id"]
    again = winset("reanchor", fisheries, "n1", "d002", "--confirm", confirmed, "--json")
    assert json.loads(again.stdout)["moved"] == [confirmed]
    assert winset("reanchor", fisheries, "n1", "d002", "--confirm", "n1:0-1").exit_code == 2


def test_a_correction_that_is_none(winset: Winset, fisheries: Path, tmp_path: Path) -> None:
    said = winset("add", fisheries, NOTE, "--corrects", "n1")
    assert "nothing is to be moved" in said.stdout
    assert winset("add", fisheries, NOTE, "--corrects", "n9").exit_code == 2
    assert winset("add", fisheries, NOTE, NOTE, "--corrects", "n1").exit_code == 2
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    assert winset("add", fisheries, empty, "--corrects", "n1").exit_code == 1
