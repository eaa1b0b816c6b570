from __future__ import annotations

import json
import os
import pty
import select
import sys
import termios
import time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Winset
from winset.cli.reviewing import KEYS, Round
from winset.errors import Misuse
from winset.workbench.reviewing import Filter
from winset.workbench.reviewing import waiting as waiting_of

TALKS = """Talks at the pier

“Patrols first,” said Jane Roe. The second day was quiet.

“Ports will come much later than that, if they come.”

“No boats at all,” said John Doe.
"""


@pytest.fixture
def talks(winset: Winset, fisheries: Path, tmp_path: Path) -> Path:
    """The fisheries case with a note whose three quotes wait for a decision."""
    note = tmp_path / "talks.txt"
    note.write_text(TALKS)
    assert winset("add", fisheries, note, "--date", "2003-06-01").exit_code == 0
    assert winset("suggest", fisheries, "d002").exit_code == 0
    start = TALKS.index("Ports will")
    nobody = f"q:d002:{start}-{TALKS.index('.”', start) + 1}"
    assert winset("edit", fisheries, nobody, "actor=", "speaker=").exit_code == 0
    return fisheries


def quotes(winset: Winset, case: Path) -> dict[str, str]:
    """The standing of each quote by its words."""
    shape = json.loads(winset("statements", case, "--all", "--json").stdout)
    return {
        one["text"].strip(",.”"): one["origin"]["status"]
        for one in shape["statements"]
        if one["id"].startswith("q:d002")
    }


def waiting(winset: Winset, case: Path, *options: str) -> list[dict[str, Any]]:
    shape = json.loads(winset("review", case, *options, "--json").stdout)
    return list(shape["waiting"])


QUOTES = ("--kind", "statement", "--document", "d002", "--rule", "")


def only_quotes(winset: Winset, case: Path) -> int:
    return sum(one["entry"]["kind"] == "quote" for one in waiting(winset, case, *QUOTES))


def test_keys_accept_reject_and_skip(winset: Winset, talks: Path) -> None:
    assert only_quotes(winset, talks) == len(waiting(winset, talks, *QUOTES)) == 3
    done = winset("review", talks, *QUOTES, given="asr")
    assert done.exit_code == 0
    assert quotes(winset, talks) == {
        "Patrols first": "accepted",
        "Ports will come much later than that, if they come": "suggested",
        "No boats at all": "rejected",
    }
    assert "[Patrols first" in done.stdout
    assert "sure to" in done.stdout


def test_a_rejected_suggestion_does_not_come_back(winset: Winset, talks: Path) -> None:
    winset("review", talks, *QUOTES, given="rrr")
    winset("suggest", talks)
    assert waiting(winset, talks, *QUOTES) == []
    assert set(quotes(winset, talks).values()) == {"rejected"}


def test_nobody_s_words_are_accepted_only_after_an_edit(winset: Winset, talks: Path) -> None:
    done = winset("review", talks, *QUOTES, given="saeactor=aland\naq")
    assert "name the actor first" in done.stderr
    assert quotes(winset, talks)["Ports will come much later than that, if they come"] == "accepted"
    shape = json.loads(winset("statements", talks, "--json").stdout)
    (statement,) = [one for one in shape["statements"] if one["text"].startswith("Ports will come")]
    assert statement["actor"] == "aland"
    assert statement["origin"]["rule"]
    assert statement["origin"]["confidence"] is not None


def test_undo_shows_the_last_one_again(winset: Winset, talks: Path) -> None:
    winset("review", talks, *QUOTES, given="rua" + "q")
    assert quotes(winset, talks)["Patrols first"] == "accepted"
    done = winset("review", talks, *QUOTES, given="uq")
    assert "nothing was decided in this sitting" in done.stderr


def test_all_shown_by_a_filter_are_accepted_at_once(winset: Winset, talks: Path) -> None:
    rule = next(one["entry"]["origin"]["rule"] for one in waiting(winset, talks, *QUOTES)
                if one["entry"]["actor"])  # fmt: skip
    before = len(json.loads(winset("journal", talks, "--json", "--limit", "500").stdout)["journal"])
    done = winset("review", talks, "--kind", "statement", "--document", "d002", "--rule", rule,
                  given="A")  # fmt: skip
    assert done.exit_code == 0
    standing = quotes(winset, talks)
    assert standing["Patrols first"] == standing["No boats at all"] == "accepted"
    assert standing["Ports will come much later than that, if they come"] == "suggested"
    winset("undo", talks)
    assert set(quotes(winset, talks).values()) == {"suggested"}
    assert before


def test_without_asking(winset: Winset, talks: Path) -> None:
    done = winset("review", talks, "--document", "d002", "--accept-all")
    assert done.exit_code == 0
    assert "1 still wait: nobody is named" in done.stdout
    (left,) = waiting(winset, talks, "--document", "d002")
    assert left["entry"]["actor"] == ""
    assert quotes(winset, talks)["No boats at all"] == "accepted"


def test_suggestions_are_listed_with_what_accept_and_reject_ask_for(
    winset: Winset, talks: Path
) -> None:
    listed = winset("review", talks, *QUOTES, "--list").stdout
    ids = [one["entry"]["id"] for one in waiting(winset, talks, *QUOTES)]
    assert len(ids) == 3
    assert all(id_ in listed for id_ in ids)
    assert "statement: Patrols first" in listed
    assert set(quotes(winset, talks).values()) == {"suggested"}
    assert winset("reject", talks, *ids).exit_code == 0
    assert winset("review", talks, *QUOTES, "--list").stdout.startswith("No such suggestion waits")
    winset("review", talks, "--accept-all")
    assert "`winset suggest` looks for more" in winset("review", talks).stdout


def test_of_a_document_that_is_not_there_nothing_can_be_reviewed(
    winset: Winset, talks: Path
) -> None:
    refused = winset("review", talks, "--document", "d02")
    assert refused.exit_code == 2
    assert "did you mean 'd002'?" in refused.stderr


@pytest.mark.parametrize("keys", ["eactor=aland\nu", "lBorduria\nborduria\nu", "e\nu"])
def test_what_changed_nothing_is_not_undone(winset: Winset, talks: Path, keys: str) -> None:
    first = waiting(winset, talks, *QUOTES)[0]["entry"]["id"]
    assert winset("edit", talks, first, "actor=aland").exit_code == 0
    assert winset("label", talks, "Borduria", "borduria").exit_code == 0
    done = winset("review", talks, *QUOTES, given=keys)
    assert "nothing was decided in this sitting" in done.stderr
    assert waiting(winset, talks, *QUOTES)[0]["entry"]["actor"] == "aland"


def test_each_key_is_answered(winset: Winset, talks: Path) -> None:
    said = winset("review", talks, *QUOTES, given="sruq").stdout
    first, second, *_ = (one["entry"]["id"] for one in waiting(winset, talks, *QUOTES))
    for words in ("Skipped.", "Rejected.", f"Taken back: rejected {second}."):
        assert words in said
    assert f"rejected {first}" not in said
    said = winset("review", talks, *QUOTES, given="enote=odd\nq").stdout
    assert f"Done: edited {first}." in said


def test_who_takes_part_is_accepted_with_the_event(
    winset: Winset, fisheries: Path, tmp_path: Path
) -> None:
    note = tmp_path / "meeting.txt"
    note.write_text("Mara Voss met Tilo Brandt in Lund on 3 May 2003. They spoke for an hour.\n")
    winset("add", fisheries, note, "--date", "2003-06-01")
    winset("suggest", fisheries, "d002")
    (event,) = waiting(winset, fisheries, "--kind", "event")
    assert len(event["entry"]["participants"]) == 2
    winset("review", fisheries, "--kind", "event", given="a")
    shape = json.loads(winset("events", fisheries, "--json").stdout)["events"]
    assert event["entry"]["id"] in {one["id"] for one in shape}
    actors = json.loads(winset("actors", fisheries, "--json").stdout)["actors"]
    assert set(event["entry"]["participants"]) <= {one["id"] for one in actors}
    winset("undo", fisheries)  # one change: actors and event alike
    actors = json.loads(winset("actors", fisheries, "--json").stdout)["actors"]
    assert not set(event["entry"]["participants"]) & {one["id"] for one in actors}


def test_single_keys_are_read_at_a_real_terminal(winset: Winset, talks: Path) -> None:
    keys = b"arq"  # no Return: a key each
    command = [sys.executable, "-m", "winset", "review", str(talks), *QUOTES]
    pid, terminal = pty.fork()
    if pid == 0:  # the child: its screen and keyboard are the pseudo-terminal
        os.execvpe(sys.executable, command, {**os.environ, "COLUMNS": "80", "TERM": "xterm"})
    shown = b""
    for number, key in enumerate(keys, start=1):
        shown += _until(terminal, f"{number} of 3".encode(), b"[q]uit")
        while termios.tcgetattr(terminal)[3] & termios.ICANON:
            time.sleep(0.01)  # what is typed before the program asks for a key is thrown away
        os.write(terminal, bytes([key]))
    shown += _until(terminal, b"not shown.")
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    os.close(terminal)
    assert b"Done: accepted" in shown
    standing = quotes(winset, talks)
    assert standing["Patrols first"] == "accepted"
    assert sorted(standing.values()) == ["accepted", "rejected", "suggested"]


def _until(terminal: int, *marks: bytes) -> bytes:
    """What a terminal shows until all marks have come, one after the other."""
    shown = b""
    for mark in marks:
        while mark not in shown:
            assert select.select([terminal], [], [], 60)[0], shown.decode(errors="replace")
            shown += os.read(terminal, 65_536)
        before, _, rest = shown.partition(mark)
        shown = shown if mark == marks[-1] else before + mark + rest
    return shown


def test_confidence_and_kind_narrow(winset: Winset, talks: Path) -> None:
    everything = waiting(winset, talks)
    sure = waiting(winset, talks, "--at-least", "0.9")
    assert 0 < len(sure) < len(everything) or {
        one["entry"]["origin"]["confidence"] for one in everything
    } >= {one["entry"]["origin"]["confidence"] for one in sure}
    assert all(one["entry"]["origin"]["confidence"] >= 0.9 for one in sure)
    assert {one["kind"] for one in waiting(winset, talks, "--kind", "actor")} <= {"actor"}
    refused = winset("review", talks, "--kind", "statements")
    assert refused.exit_code == 2
    assert "did you mean 'statement'?" in refused.stderr


def test_names_are_labelled_on_the_way(winset: Winset, talks: Path) -> None:
    done = winset("review", talks, *QUOTES, given="lBorduria\nborduria\nq")
    assert "marked." in done.stdout


def test_other_keys_and_the_end_of_keys_do_no_harm(winset: Winset, talks: Path) -> None:
    done = winset("review", talks, *QUOTES, given="x")
    assert "'x' is no key here" in done.stdout
    assert set(quotes(winset, talks).values()) == {"suggested"}


def test_what_was_accepted_along_with_another_is_not_asked_again(
    winset: Winset, fisheries: Path, tmp_path: Path
) -> None:
    note = tmp_path / "meeting.txt"
    note.write_text("On 3 May 2003 Mara Voss met Tilo Brandt in Lund.\n")
    winset("add", fisheries, note, "--date", "2003-06-01")
    winset("suggest", fisheries, "d002")
    order = [one["kind"] for one in waiting(winset, fisheries)]
    assert order == ["event", "actor", "actor"]
    done = winset("review", fisheries, given="a")
    assert "suggested event" in done.stdout
    assert "suggested actor" not in done.stdout
    assert waiting(winset, fisheries) == []


def test_another_s_change_is_not_undone(winset: Winset, talks: Path) -> None:
    """Somebody enters an actor between one key and the next."""
    round_ = Round(talks, "me", list(waiting_of(talks, Filter(kind="statement"))))
    round_.accept()
    winset("enter", talks, "actor", "holm", "name=Ada Holm")
    with pytest.raises(Misuse, match="changed elsewhere"):
        round_.undo()
    winset("undo", talks)
    round_.undo()
    assert round_.place == 0
    assert set(quotes(winset, talks).values()) == {"suggested"}


def test_giving_up_a_question_leads_back_to_the_suggestion(winset: Winset, talks: Path) -> None:
    done = winset("review", talks, *QUOTES, given="l")  # the keys end where a name is asked for
    assert done.exit_code == 0
    assert "Nothing was changed." in done.stdout
    assert "Done: nothing." in done.stdout


def test_the_keys_fit_a_terminal() -> None:
    assert len(KEYS) < 80


def test_long_sittings_are_told_in_numbers(
    winset: Winset, talks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("winset.cli.reviewing._FEW", 2)
    assert len(waiting(winset, talks)) == 5
    done = winset("review", talks, given="rrrA")
    assert "Done: rejected 3, accepted 2." in done.stdout
