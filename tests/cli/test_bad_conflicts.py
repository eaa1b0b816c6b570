"""Every fault of a conflict has a message of its own, through the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Winset

TWO = "[parties.a]\n[parties.b]\n[issues.x]\nby = 'a'\n[issues.y]\nby = 'b'\n"
LISTED = "[parties.a]\n[graph]\nstates = ['1', '2', '3']\n[preferences.a]\n"

FAULTS: dict[str, tuple[str, int, str]] = {
    "a ranking that contradicts itself": (
        LISTED + "ranking = '1 > 2 > 3 > 1'\n",
        3,
        "preferences.a.ranking, column 13: '1' would be better than itself",
    ),
    "a ranking that leaves states out": (
        TWO + "[preferences.a]\nranking = 'NN > YN'\n",
        3,
        "the ranking leaves out x=no y=yes, x=yes y=yes; expected every state",
    ),
    "a state ranked under two names": (
        TWO + "[preferences.a]\nranking = 'NN > YN > NY > YY ~ x=yes y=no'\n",
        3,
        "'YN' and 'x=yes y=no' are one state",
    ),
    "a party nobody knows": (
        TWO + "[preferences.c]\norder = ['x']\n",
        3,
        "preferences.c: party 'c' is not known; expected one of a, b",
    ),
    "an issue nobody knows": (
        TWO + "[preferences.a]\norder = ['z']\n",
        3,
        "preferences.a.order[1], column 1: issue 'z' is not known",
    ),
    "no feasible state": (
        TWO + "[states]\nimpossible = ['x', 'not x']\n",
        3,
        "states.impossible: no combination of options is feasible",
    ),
    "a status quo that is impossible": (
        TWO + "[states]\nimpossible = ['x and y']\nstatus_quo = 'x and y'\n",
        3,
        "the status quo is true of no feasible state; expected exactly one",
    ),
    "a status quo of several states": (
        TWO + "[states]\nstatus_quo = 'x'\n",
        3,
        "the status quo is true of 2 states; expected exactly one",
    ),
    "no parties": ("[issues.x]\n[issues.y]\n", 2, "the model has no parties"),
    "more states than can be listed": (
        "[parties.a]\n" + "".join(f"[issues.i{n}]\nby = 'a'\n" for n in range(40)),
        2,
        "1,099,511,627,776 states of 40 issues and 1 party need about 303 TB of memory",
    ),
    "a million issues": (
        "[parties.a]\n" + "".join(f"[issues.i{n}]\n" for n in range(10**6)),
        3,
        "the file has 16,888,902 characters; expected at most 2,000,000",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_a_conflict_has_its_own_message(
    winset: Winset, tmp_path: Path, fault: str
) -> None:
    text, code, message = FAULTS[fault]
    path = tmp_path / "conflict.toml"
    path.write_text(text, encoding="utf-8")
    result = winset("stability", path)
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in " ".join(result.stderr.split())


def test_statements_that_decide_nothing_are_pointed_out(winset: Winset, tmp_path: Path) -> None:
    path = tmp_path / "conflict.toml"
    path.write_text(TWO + "[preferences.a]\norder = ['x', 'y', 'not x', 'not not y']\n", "utf-8")
    shown = " ".join(winset("stability", path).stdout.split())
    assert "a: statement 3 of the order never decides, for statement 1 says the opposite." in shown
    assert "a: statement 4 of the order never decides, for statement 2 says the same." in shown


def test_a_status_quo_is_asked_for_only_where_it_is_needed(winset: Winset, tmp_path: Path) -> None:
    path = tmp_path / "conflict.toml"
    path.write_text(TWO + "[preferences.a]\norder = ['x']\n", encoding="utf-8")
    assert winset("stability", path).exit_code == 0
    asked = winset("stability", path, "--paths", "all")
    assert asked.exit_code != 0
    assert "the model names no status quo" in " ".join(asked.stderr.split())


def test_a_party_without_a_ranking_has_no_strong_preference(winset: Winset, tmp_path: Path) -> None:
    path = tmp_path / "conflict.toml"
    path.write_text(TWO + "[preferences.a]\nranking = 'YN >> NN > YY ~ NY'\n", encoding="utf-8")
    shown = winset("stability", path, "--strength", "strong")
    assert shown.exit_code == 0
    assert "b has no strong preference" in " ".join(shown.stdout.split())


def test_states_chosen_by_an_expression_are_counted_beside_all(
    winset: Winset, tmp_path: Path
) -> None:
    path = tmp_path / "conflict.toml"
    path.write_text(TWO + "[preferences.a]\norder = ['x']\n", encoding="utf-8")
    shown = " ".join(winset("stability", path, "--where", "y").stdout.split())
    assert "Of four states, 2 satisfy 'y'; of these, 1 is stable for every party" in shown
    one = " ".join(winset("stability", path, "--where", "x and y").stdout.split())
    assert "1 satisfies 'x and y'" in one


@pytest.mark.parametrize("strength", ["general", "strong", "weak"])
def test_unknown_and_strong_preference_are_asked_for_together(
    winset: Winset, tmp_path: Path, strength: str
) -> None:
    path = tmp_path / "conflict.toml"
    text = "ranking = 'YN >> NN > YY ~ NY'\nunknown = [['NN', 'YY']]\n"
    path.write_text(TWO + "[preferences.a]\n" + text, encoding="utf-8")
    shown = winset("stability", path, "--unknown", "c", "--strength", strength, "--concept", "sim")
    assert shown.exit_code == 0
    assert "Unknown preference is read as in c" in shown.stdout
