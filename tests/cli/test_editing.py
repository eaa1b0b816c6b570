from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Winset

NOBODY = "A note.\n\n“Patrols first, ports later.”\n"
"""A quote that nobody is said to have said."""


@pytest.fixture
def unsaid(winset: Winset, fisheries: Path, tmp_path: Path) -> str:
    """The id of a suggested statement of the fisheries case without a speaker."""
    note = tmp_path / "note.txt"
    note.write_text(NOBODY)
    assert winset("add", fisheries, note, "--date", "2003-06-01").exit_code == 0
    assert winset("suggest", fisheries).exit_code == 0
    shape = json.loads(winset("statements", fisheries, "--suggested", "--json").stdout)
    (found,) = [one["id"] for one in shape["statements"] if not one["actor"]]
    return str(found)


def one(winset: Winset, case: Path, kind: str, name: str) -> dict[str, object]:
    shape = json.loads(winset(kind, case, "--all", "--json").stdout)
    found: dict[str, object] = next(entry for entry in shape[kind] if entry["id"] == name)
    return found


def test_a_quote_nobody_is_said_to_have_said_is_kept_but_not_accepted(
    winset: Winset, fisheries: Path, unsaid: str
) -> None:
    assert "not known" in winset("statements", fisheries, "--suggested", columns=200).stdout
    refused = winset("accept", fisheries, unsaid)
    assert refused.exit_code == 3
    assert "name the actor first" in refused.stderr
    accepted = winset("accept", fisheries, unsaid, "--actor", "aland", "--json")
    assert json.loads(accepted.stdout) == {"accepted": [unsaid]}
    assert one(winset, fisheries, "statements", unsaid)["actor"] == "aland"
    assert winset("undo", fisheries).exit_code == 0
    statement = one(winset, fisheries, "statements", unsaid)
    assert (statement["actor"], statement["origin"]["status"]) == ("", "suggested")  # type: ignore[index]


def test_an_actor_that_is_not_known_is_named_with_the_nearest(
    winset: Winset, fisheries: Path, unsaid: str
) -> None:
    refused = winset("accept", fisheries, unsaid, "--actor", "alnd")
    assert refused.exit_code == 3
    assert "did you mean 'aland'?" in refused.stderr
    refused = winset("accept", fisheries, "e1", "--actor", "aland")
    assert refused.exit_code == 2
    assert "only statements have an actor" in refused.stderr


def test_an_edit_is_journalled_and_undone(winset: Winset, fisheries: Path, unsaid: str) -> None:
    edited = winset(
        "edit", fisheries, unsaid, "actor=borduria", "issue=quota", "option=half", "stance=-1"
    )
    assert edited.exit_code == 0
    assert f"statement {unsaid}" in edited.stdout
    statement = one(winset, fisheries, "statements", unsaid)
    assert (statement["actor"], statement["stance"]) == ("borduria", -1)
    (last, *_) = json.loads(winset("journal", fisheries, "--json").stdout)["journal"]
    assert (last["action"], last["by"], last["entry"]) == ("change", "tester", unsaid)
    winset("undo", fisheries)
    assert one(winset, fisheries, "statements", unsaid)["actor"] == ""


def test_lists_and_empty_values_are_typed_as_text(winset: Winset, fisheries: Path) -> None:
    assert winset("edit", fisheries, "e1", "participants=aland, borduria", "place=").exit_code == 0
    event = one(winset, fisheries, "events", "e1")
    assert (event["participants"], event["place"]) == (["aland", "borduria"], "")


@pytest.mark.parametrize(
    ("assignments", "code", "words"),
    [
        (["actor"], 2, "expected FIELD=VALUE"),
        (["=x"], 2, "expected FIELD=VALUE"),
        (["id=x"], 2, "the id of a statement cannot be edited"),
        (["origin=x"], 2, "cannot be edited"),
        (["stance=1", "stance=2"], 2, "stance is given twice"),
        (["wish=x"], 2, "it has actor, said, text"),
        (["actr=aland"], 2, "did you mean 'actor'?"),
        (["stance=high"], 3, "'high' is not a whole number"),
        (["stance=7"], 3, "7 is no stance"),
        (["said=soon"], 3, "is not a date"),
        (["because=nothing"], 3, "'nothing' is not known"),
        (["actor=\ud800"], 3, "is not known"),
    ],
)
def test_a_bad_edit_changes_nothing_and_says_why(
    winset: Winset, fisheries: Path, assignments: list[str], code: int, words: str
) -> None:
    before = one(winset, fisheries, "statements", "s1")
    result = winset("edit", fisheries, "s1", *assignments)
    assert result.exit_code == code
    assert words in " ".join(result.stderr.split())
    assert one(winset, fisheries, "statements", "s1") == before


def test_the_id_of_an_edit_must_name_something(winset: Winset, fisheries: Path) -> None:
    result = winset("edit", fisheries, "s11", "stance=1")
    assert result.exit_code == 2
    assert "did you mean 's1'?" in result.stderr


def test_an_actor_is_entered_by_hand(winset: Winset, fisheries: Path) -> None:
    made = winset("enter", fisheries, "actor", "voe", "name=Marit Voe", "kind=person",
                  'aliases=[{"name": "the minister", "kind": "role"}]', "--by", "me")  # fmt: skip
    assert made.exit_code == 0, made.output
    actor = one(winset, fisheries, "actors", "voe")
    assert (actor["name"], actor["origin"]["by"]) == ("Marit Voe", "me")  # type: ignore[index]
    again = winset("enter", fisheries, "actor", "voe", "name=Other")
    assert again.exit_code == 2
    assert "'voe' is an actor already" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["actors", "x", "name=X"], 2, "did you mean 'actor'?"),
        (["passage", "x"], 2, "expected one of source, actor"),
        (["actor", "two words", "name=X"], 3, "cannot be an id"),
        (["actor", "x"], 3, "name: is missing"),
        (["event", "x", "title=X", "date=2001", "participants=nobody"], 3, "'nobody' is not known"),
    ],
)
def test_a_bad_entry_is_refused(
    winset: Winset, fisheries: Path, arguments: list[str], code: int, words: str
) -> None:
    result = winset("enter", fisheries, *arguments)
    assert result.exit_code == code
    assert words in " ".join(result.stderr.split())


def test_half_a_character_names_nothing(winset: Winset, fisheries: Path) -> None:
    for command in (["edit", fisheries, "\ud800", "text=x"], ["accept", fisheries, "\ud800"]):
        assert winset(*command).exit_code == 2
