"""Reasons in every sense of stability, and the ways to what lasts, on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Winset

GRAPHS = Path(__file__).parents[1] / "cases" / "graph"
ELMIRA = GRAPHS / "elmira_12.toml"
SYRIA_IRAQ = GRAPHS / "syria_iraq.toml"

LAGOON = """
title = "Two villages share a lagoon"
[parties.reef]
name = "Reef village"
[parties.mangrove]
name = "Mangrove village"
[graph]
states = ["rest", "reef nets", "both net", "quarrel"]
[graph.moves]
reef = { "rest" = ["reef nets"], "both net" = ["quarrel"], "quarrel" = ["both net"] }
mangrove = { "reef nets" = ["both net"], "both net" = ["reef nets"] }
[preferences.reef]
ranking = "reef nets > rest >> both net > quarrel"
unknown = [["rest", "both net"]]
because = ["s3", "e7"]
[preferences.mangrove]
ranking = "rest > both net > quarrel ~ reef nets"
"""


@pytest.fixture
def lagoon(tmp_path: Path) -> Path:
    path = tmp_path / "lagoon.toml"
    path.write_text(LAGOON, encoding="utf-8")
    return path


def words(text: str) -> str:
    return " ".join(text.split())


def told(winset: Winset, path: Path, *arguments: str) -> str:
    result = winset("stability", path, *arguments)
    assert result.exit_code == 0, result.stderr
    return words(result.stdout)


def reasons(winset: Winset, path: Path, *arguments: str) -> list[Any]:
    result = winset("stability", path, *arguments, "--json")
    assert result.exit_code == 0, result.stderr
    found: list[Any] = json.loads(result.stdout)["explanations"]
    return found


def test_a_reading_says_what_is_not_known_and_what_it_makes_of_it(
    winset: Winset, lagoon: Path
) -> None:
    """Whether both netting is worse than rest is not known: a and b are not deterred by it."""
    why = ("--why", "rest", "--party", "reef", "--concept", "seq")
    bold = told(winset, lagoon, *why, "--unknown", "a")
    assert "rest is not SEQ stable for Reef village in reading a" in bold
    assert "whether Reef village prefers both net to rest is not known" in bold
    assert "only what is surely no better deters" in bold
    cautious = told(winset, lagoon, *why, "--unknown", "d")
    assert "rest is SEQ stable for Reef village in reading d" in cautious
    assert "is not known, and in this reading what may be no better deters" in cautious


def test_strong_and_weak_stability_say_which_deterrence_is_strong(
    winset: Winset, tmp_path: Path
) -> None:
    path = tmp_path / "lagoon.toml"
    path.write_text(LAGOON.replace("unknown =", "#"), encoding="utf-8")
    why = ("--why", "rest", "--party", "reef", "--concept", "seq", "--strength")
    strong = told(winset, path, *why, "strong")
    assert "rest is strongly SEQ stable for Reef village" in strong
    assert "which stand at places 3 and 2 of its ranking, a strong step apart" in strong
    assert "is not weakly SEQ stable for Reef village, but strongly" in told(
        winset, path, *why, "weak"
    )
    path.write_text(LAGOON.replace(">>", ">").replace("unknown =", "#"), encoding="utf-8")
    weak = told(winset, path, *why, "weak")
    assert "rest is weakly SEQ stable for Reef village" in weak
    assert "but nothing strongly deters it" in weak
    assert "But not all of that is strongly worse" in weak
    (found,) = reasons(winset, path, *why, "weak")
    assert (found["stable"], found["strength"]) == (True, "weak")
    assert found["general"]["improvements"][0]["deterred"]
    assert not found["improvements"][0]["deterred"]


def test_a_group_moves_in_turn_and_all_its_members_gain(winset: Winset) -> None:
    """The published way from state 7: Uniroyal accepts and MoE modifies, to the good of both."""
    why = ("--why", "7", "--groups", "--concept", "nash", "--party")
    (found,) = reasons(winset, ELMIRA, *why, "uniroyal + moe")
    assert (found["party"], found["members"]) == ("moe + uniroyal", ["moe", "uniroyal"])
    (gain,) = found["improvements"]
    assert gain["moves"] == [
        {"by": ["uniroyal"], "from": "7", "to": "9"},
        {"by": ["moe"], "from": "9", "to": "10"},
    ]
    assert gain["move"] == {"by": ["uniroyal", "moe"], "from": "7", "to": "10"}
    assert [one["party"] for one in gain["comparisons"]] == ["moe", "uniroyal"]
    text = told(winset, ELMIRA, *why, "uniroyal+moe")
    assert "7 is not coalition Nash stable for MoE and Uniroyal as a group" in text
    assert ", then MoE moves from 9 to 10 (modify=yes): MoE prefers 10 to 7" in text


def test_every_group_is_asked_when_none_is_named(winset: Winset) -> None:
    found = reasons(winset, ELMIRA, "--why", "5", "--groups")
    assert len({one["party"] for one in found}) == 7
    assert {one["concept"] for one in found} == {"nash", "gmr", "smr", "seq", "sseq"}


def test_merged_parties_are_asked_as_one(winset: Winset) -> None:
    why = ("--why", "1", "--merge", "moe+local", "--concept", "smr")
    found = reasons(winset, ELMIRA, *why)
    assert [one["party"] for one in found] == ["moe+local", "uniroyal"]
    text = told(winset, ELMIRA, *why, "--party", "local+MoE")
    assert "1 is SMR stable for MoE and Local Government as one party" in text
    assert "MoE and Local Government together move from 1 to 7 (insist=yes)" in text


def test_simultaneous_stability_names_the_moves_made_meanwhile(winset: Winset) -> None:
    text = told(winset, SYRIA_IRAQ, "--why", "3", "--party", "Syria", "--concept", "sim")
    assert "But if at the same time Iraq moves from 3 to 6 (attack=yes; Iraq prefers 6" in text
    assert "this leads to 4. That deters it: Syria does not prefer 4 to 3" in text
    (found,) = reasons(winset, SYRIA_IRAQ, "--why", "3", "--party", "syria", "--concept", "sim")
    misfire = found["improvements"][0]["misfire"]
    assert ([step["to"] for step in misfire["moves"]], misfire["to"]) == (["6"], ["4"])


def test_looking_ahead_is_told_move_by_move(winset: Winset) -> None:
    why = ("--why", "3", "--party", "syria", "--horizon")
    text = told(winset, SYRIA_IRAQ, *why, "3")
    assert "3 is L3 stable for Syria: looking 3 moves ahead, none of its 2 moves ends" in text
    assert "Then Iraq moves from 1 to 4 (attack=yes), since it expects to end at 6" in text
    assert "Then Iraq stops at 6, the last state looked at. So this ends at 6" in text
    (found,) = reasons(winset, SYRIA_IRAQ, *why, "3")
    assert (found["concept"], found["horizon"], found["stable"]) == ("l3", 3, True)
    line = next(line for line in found["lines"] if line["move"]["to"] == "1")
    assert [turn["party"] for turn in line["turns"]] == ["iraq", "syria", "iraq"]
    assert [turn["to"] for turn in line["turns"]] == ["4", "6", None]
    assert "not non-myopically stable for Syria" in told(winset, SYRIA_IRAQ, *why, "far")


def test_each_party_is_told_of_as_it_sees_the_conflict(winset: Winset) -> None:
    path = GRAPHS / "syria_iraq_views.toml"
    text = told(winset, path, "--why", "2", "--views")
    assert "2 is stable for Syria: it does not see it, so it has no reason to move." in text
    assert text.count("does not see it") == 1
    found = reasons(winset, path, "--why", "2", "--views", "--party", "syria")
    assert [(one["stable"], one["seen"]) for one in found] == [(True, False)] * 5


def test_what_several_concepts_share_is_told_once(winset: Winset) -> None:
    text = told(winset, GRAPHS / "garrison.toml", "--why", "6", "--party", "us_support")
    assert text.count("from there it has no improvement") == 1
    assert "6 is Nash, GMR, SMR, SEQ and SSEQ stable for US Support" in text


def test_reasons_end_with_what_the_preferences_rest_on(winset: Winset, lagoon: Path) -> None:
    text = told(winset, lagoon, "--why", "rest", "--party", "reef", "--concept", "gmr")
    assert text.endswith("What these preferences rest on Reef village: s3, e7")
    (found,) = reasons(winset, lagoon, "--why", "rest", "--party", "reef", "--concept", "gmr")
    assert found["improvements"][0]["comparisons"][0]["because"] == ["s3", "e7"]
    other = told(winset, lagoon, "--why", "both net", "--party", "mangrove", "--concept", "nash")
    assert "rest on" not in other


def test_a_limit_leaves_paragraphs_out_and_says_so(winset: Winset) -> None:
    text = told(
        winset, SYRIA_IRAQ, "--why", "2", "--party", "syria", "--concept", "nash", "--limit", "1"
    )
    assert text.count("•") == 1
    assert "… and 1 more" in text


def test_points_are_named_where_they_decide(winset: Winset, tmp_path: Path) -> None:
    path = tmp_path / "well.toml"
    path.write_text(
        "[parties.inn]\n[issues.well]\nby = 'inn'\n[points.inn]\n'well = yes' = 2.5\n",
        encoding="utf-8",
    )
    text = told(winset, path, "--why", "N", "--concept", "nash")
    assert "inn prefers Y to N, which it gives 2.5 and 0 points" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--why", "1", "--party", "uniroyl"], "no party 'uniroyl'; did you mean 'uniroyal'?"),
        (["--why", "1", "--groups", "--party", "moe+locl"], "no party 'locl'; did you mean"),
        (["--why", "1", "--party", "moe+local"], "'moe+local' is not asked here"),
        (["--why", "1", "--merge", "moe+local", "--party", "moe"], "one of moe+local, uniroyal"),
        (["--why", "1", "--groups", "--concept", "simm"], "there is no concept 'simm'"),
        (["--why", "1", "--horizon", "2"], "defined for two parties, and the model has 3"),
        (["--why", "1", "--horizon", "2", "--concept", "seq"], "a concept of its own"),
        (["--why", "13"], "'13' names no state"),
        (["--why", "modify"], "expected exactly one"),
    ],
)
def test_each_misuse_has_its_own_message(
    winset: Winset, arguments: list[str], message: str
) -> None:
    result = winset("stability", ELMIRA, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in words(result.stderr)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--why", "3", "--horizon", "far"],
        ["--why", "3", "--groups"],
        ["--why", "3", "--merge", "syria+iraq"],
        ["--why", "3", "--strength", "weak"],
        ["--why", "3", "--unknown", "c", "--concept", "sim"],
        ["--paths", "both"],
    ],
)
def test_nothing_is_wider_than_the_terminal(winset: Winset, arguments: list[str]) -> None:
    for columns in (80, 50):
        result = winset("stability", SYRIA_IRAQ, *arguments, columns=columns)
        assert result.exit_code == 0
        assert max(len(line) for line in result.stdout.splitlines()) <= columns


def ways(winset: Winset, path: Path, *arguments: str) -> Any:
    result = winset("stability", path, *arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_merged_parties_make_their_moves_together_on_the_way(winset: Winset) -> None:
    found = ways(winset, ELMIRA, "--merge", "moe+uniroyal", "--paths", "all", "--concept", "nash")
    (path,) = {one["state"]: one["paths"] for one in found["moves"]}["6"]
    assert [step["by"] for step in path] == [["moe", "uniroyal"]]
    text = told(winset, ELMIRA, "--merge", "moe+uniroyal", "--concept", "nash")
    assert "6, in one move: MoE and Uniroyal (modify = yes, delay = no, abandon = yes)" in text


def test_both_shows_one_way_of_each_sort_and_what_none_leads_to(winset: Winset) -> None:
    found = ways(winset, ELMIRA, "--paths", "both", "--concept", "nash")
    assert all(len(one["paths"]) == 1 for one in (*found["moves"], *found["gains"]))
    reached = {one["state"] for one in found["gains"]}
    assert reached | set(found["unreached"]["gains"]) == {one["state"] for one in found["moves"]}
    assert "Not to be reached so:" in told(winset, ELMIRA, "--paths", "both", "--concept", "nash")


def test_a_limit_on_the_states_the_ways_lead_to_is_owned_up_to(winset: Winset) -> None:
    text = told(winset, ELMIRA, "--paths", "all", "--limit", "2")
    assert "more states that last; --limit shows them" in text
    assert ways(winset, ELMIRA, "--paths", "all", "--limit", "2")["left_out"] > 0


def test_movers_may_go_where_they_may_gain_under_a_reading(winset: Winset, tmp_path: Path) -> None:
    path = tmp_path / "lagoon.toml"
    path.write_text(
        LAGOON.replace("[graph]", '[states]\nstatus_quo = "rest"\n[graph]').replace(
            '[["rest", "both net"]]', '[["both net", "quarrel"]]'
        ),
        encoding="utf-8",
    )
    plain = ways(winset, path, "--paths", "both", "--concept", "nash")
    doubtful = ways(winset, path, "--paths", "both", "--concept", "nash", "--unknown", "b")
    assert "quarrel" not in [one["state"] for one in plain["gains"]]
    assert "quarrel" in [one["state"] for one in doubtful["gains"]]


def test_without_a_status_quo_there_is_nowhere_to_start(winset: Winset, lagoon: Path) -> None:
    result = winset("stability", lagoon, "--paths", "both")
    assert result.exit_code == 2
    assert "names no status quo" in words(result.stderr)
