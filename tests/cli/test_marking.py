from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Winset
from tests.workbench.made_up import NOTE

HALF = "will not sign for less than half of the catch"


def test_words_become_a_passage_and_a_statement(winset: Winset, fisheries: Path) -> None:
    made = winset("mark", fisheries, "n1", "--words", HALF, "--actor", "Aland", "--issue", "quota",
                  "--option", "half", "--stance", "1", "--kind", "red_line", "--json")  # fmt: skip
    assert made.exit_code == 0, made.output
    shape = json.loads(made.stdout)
    place, statement = shape["passage"], shape["statement"]
    assert NOTE.read_text()[place["start"] : place["end"]] == HALF
    assert (statement["actor"], statement["said"]) == ("aland", "2003-05-02")
    assert statement["because"] == [place["id"]]
    assert (statement["origin"]["by"], statement["origin"]["status"]) == ("tester", "accepted")
    listed = json.loads(winset("statements", fisheries, "--json").stdout)["statements"]
    assert statement["id"] in [one["id"] for one in listed]
    winset("undo", fisheries)
    listed = json.loads(winset("statements", fisheries, "--json").stdout)["statements"]
    assert statement["id"] not in [one["id"] for one in listed]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["n1", "--words", "not in it"], 2, "does not stand in n1"),
        (["n1", "--words", "Borduria"], 2, "expected a `prefix`"),
        (["n11", "--words", HALF], 2, "did you mean 'n1'?"),
        (["s1", "--words", HALF], 2, "no document 's1'; it has n1"),
        (["n1", "--words", HALF, "--actor", "Alandia"], 2, "did you mean 'aland'?"),
        (["n1", "--words", HALF, "--actor", "x"], 2, "`winset enter CASE actor"),
        (["n1", "--words", HALF, "--kind", "wish"], 2, "expected one of red_line"),
        (["n1", "--words", HALF, "--actor", "aland", "--said", "soon"], 2, "is not a date"),
        (["n1", "--words", HALF, "--actor", "aland", "--option", "x"], 3, "the option's issue"),
        (["n1", "--words", HALF, "--stance", "2"], 2, "-1<=x<=1"),
        (["n1", "--words", " "], 2, "does not stand"),
    ],
)
def test_a_bad_mark_says_why(
    winset: Winset, fisheries: Path, arguments: list[str], code: int, words: str
) -> None:
    result = winset("mark", fisheries, *arguments)
    assert result.exit_code == code
    assert words in " ".join(result.stderr.split())


def test_who_was_only_suggested_is_accepted_with_the_words_marked_as_his(
    winset: Winset, fisheries: Path, tmp_path: Path
) -> None:
    note = tmp_path / "meeting.txt"
    note.write_text("Mara Voss met Tilo Brandt in Lund on 3 May 2003. Both were silent.\n")
    winset("add", fisheries, note, "--date", "2003-06-01")
    winset("suggest", fisheries, "d002")
    marked = winset(
        "mark", fisheries, "d002", "--words", "Both were silent", "--actor", "Mara Voss"
    )
    assert marked.exit_code == 0, marked.output
    accepted = json.loads(winset("actors", fisheries, "--json").stdout)["actors"]
    assert "Mara Voss" in [one["name"] for one in accepted]
    assert "Tilo Brandt" not in [one["name"] for one in accepted]
    said = winset("undo", fisheries).stdout
    assert "Taken back: passage d002:49-65, statement" in " ".join(said.split())
    assert "As before again: actor a:mara-voss" in " ".join(said.split())
    assert winset("actors", fisheries, "--json").stdout.count("Mara Voss") == 0


def test_every_occurrence_of_a_name_is_labelled(winset: Winset, fisheries: Path) -> None:
    shape = json.loads(winset("label", fisheries, "Borduria", "borduria", "--json").stdout)
    text = NOTE.read_text()
    assert len(shape["passages"]) == text.count("Borduria")
    assert winset("label", fisheries, "the island", "aland").exit_code in (0, 2)
    gone = winset("label", fisheries, "Atlantis", "aland")
    assert gone.exit_code == 2
    assert "does not stand in any document" in gone.stderr


def test_a_codebook_is_begun_from_the_model_checked_and_kept(
    winset: Winset, fisheries: Path, tmp_path: Path
) -> None:
    begun = winset("codebook", fisheries)
    assert "[issues.quota]" in begun.stdout
    file = tmp_path / "codes.toml"
    file.write_text(begun.stdout)
    assert winset("codebook", fisheries, file).exit_code == 0
    assert winset("codebook", fisheries).stdout == begun.stdout
    assert winset("suggest", fisheries).exit_code == 0
    file.write_text("[issue.quota]\n")
    refused = winset("codebook", fisheries, file)
    assert refused.exit_code == 3
    assert "codes.toml" in refused.stderr
    assert winset("codebook", fisheries).stdout == begun.stdout


def test_a_place_is_marked_by_its_numbers(winset: Winset, fisheries: Path) -> None:
    text = NOTE.read_text()
    start = text.index("half of the catch")
    place = f"{start}-{start + 17}"
    done = winset("mark", fisheries, "n1", "--place", place, "--json")
    assert json.loads(done.stdout)["passage"]["exact"] == "half of the catch"
    for wrong in ("7", "7-", "9-7", "0-9999999999999", "a-b"):
        assert winset("mark", fisheries, "n1", "--place", wrong).exit_code == 2
    assert (
        "not the words"
        in winset("mark", fisheries, "n1", "--place", place, "--words", "a third").stderr
    )
    assert winset("mark", fisheries, "n1").exit_code == 2


def test_names_are_labelled_in_scripts_without_spaces(
    winset: Winset, fisheries: Path, tmp_path: Path
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("マーラ・ヴォス港湾相は去った。ヴォス氏は語った。ヴォストク号は待った。")
    winset("add", fisheries, note, "--date", "2004")
    done = winset("label", fisheries, "ヴォス", "borduria", "--json")
    assert len(json.loads(done.stdout)["passages"]) == 2
